"""For whom office holders and members act by the words beside them, and by what the report is about."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.ambiguity import is_metonym
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.home import home_of
from goodoffices.statements.names import index_names
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]


def _last(read: Read, text: str) -> tuple[str | None, str | None]:
    actor = read(text).statements[-1].actor
    return actor.party, actor.person


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Anna Moeti, a lawyer who speaks for RENAMO, denied the charge.", "renamo"),
        ("Carlos Vidal, who heads the FARC's delegation, rejected the map.", "farc"),
        ("Omar Kallon, who has led the RUF since March, accepted the truce.", "ruf"),
        ("Josef Banda, a priest speaking for UNITA, demanded a delay.", "unita"),
        ("Petra Lund, who chairs the talks, rejected the demand.", None),
        ("Josef Banda, a priest who does not speak for UNITA, demanded a delay.", None),
        ("Josef Banda, whom UNITA trusts, demanded a delay.", None),
        ("Mary Deng, who represents farmers in Juba, rejected the list.", None),
    ],
)
def test_whom_somebody_serves_now(text: str, party: str | None, read: Read) -> None:
    """A relative clause in the present says for whom a person speaks; one that is past or denied does not."""
    assert _last(read, text)[0] == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("NRA man Peter Okot rejected the list.", "nra_uganda"),
        ("RUF insider Pa Musa Kamara rejected the list.", "ruf"),
        ("UN diplomat Jane Ross warned of new fighting.", "united_nations"),
        ("Ugandan man John Okot demanded an apology.", None),
        ("Ugandan miner John Okot demanded an apology.", None),
        ("NATO critic Peter Lang demanded a withdrawal.", None),
    ],
)
def test_a_noun_of_belonging_gives_the_party(text: str, party: str | None, read: Read) -> None:
    """'RUF insider' speaks for the movement; where somebody is from, or whom he is against, says nothing."""
    assert _last(read, text)[0] == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Libyan-backed government in N'Djamena rejected the plan.", "chad"),
        ("The commander of the Iran-aligned Houthis rejected the plan.", "houthis"),
        ("Ana Sol, the Special Representative for Angola, rejected the plan.", None),
        ("Ana Sol, the envoy for Sudan, rejected the plan.", None),
        ("Ana Sol, the UN envoy for Sudan, rejected the plan.", "united_nations"),
    ],
)
def test_who_backs_and_where_one_is_sent_is_no_owner(text: str, party: str | None, read: Read) -> None:
    """A backer, or the place to which an envoy is sent, is not the party for which somebody speaks."""
    assert _last(read, text)[0] == party


@pytest.mark.parametrize(
    ("text", "person", "party"),
    [
        (
            "Niger's chief negotiator, Colonel Issa Maikido, rejected the map. The colonel warned of delays.",
            "Colonel Issa Maikido",
            "niger",
        ),
        ("Colonel Ali Sow and Colonel Issa Keita met. The colonel warned of delays.", None, None),
        ("Colonel Ali Sow left. One. Two. Three. Four. Five. The colonel warned of delays.", None, None),
        ("Colonel Ali Sow left. The new colonel warned of delays.", None, None),
    ],
)
def test_a_rank_takes_up_the_one_who_has_it(
    text: str, person: str | None, party: str | None, read: Read
) -> None:
    """'The colonel' is the one person lately called by that rank, and nobody where there are two."""
    assert _last(read, text) == (party, person)


def test_a_title_with_a_full_stop_is_no_part_of_a_name(read: Read) -> None:
    """'Mr. Laurell' takes up Henrik Laurell with his party."""
    text = "Norway's envoy, Henrik Laurell, left. On Monday Mr. Laurell warned of delays."
    assert _last(read, text) == ("norway", "Henrik Laurell")


def test_who_is_asked_about_is_not_he(read: Read) -> None:
    """'Asked about Karadzic, he …' is somebody else."""
    text = "A visitor was asked about Karadzic. He said that the map was ready."
    assert all(one.actor.party is None for one in read(text).statements)


MATTER = (
    "The NRA and the UFM met in Nairobi. Uganda is tired of war. The NRA holds Masaka. "
    "Kampala is quiet. The talks go on. The rain has come.\n\n"
)


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Prime Minister Abraham Walugembe rejected the list.", "uganda"),
        ("Defence Minister Paul Okot rejected the list.", "uganda"),
        ("Police commissioner John Okot denied the charge.", "uganda"),
        ("A military source denied the charge.", "uganda"),
        ("A senior army official denied the charge.", "uganda"),
        ("A retired army officer denied the charge.", None),
        ("A local military commander denied the charge.", None),
        ("A rebel military official denied the charge.", None),
        ("Provincial police commissioner John Okot denied the charge.", None),
        ("Former Prime Minister Paul Okot rejected the list.", None),
        ("Foreign Minister Paul Okot of the shadow cabinet rejected the list.", None),
        ("An MNSD minister, Paul Okot, rejected the list.", None),
    ],
)
def test_an_office_that_only_states_have_is_that_of_the_state_of_the_matter(
    text: str, party: str | None, read: Read
) -> None:
    """In a report about one state its ministers and police need no country; former, local ones do."""
    assert _last(read, MATTER + text)[0] == party


def test_another_state_nearby_leaves_a_minister_open(read: Read) -> None:
    """A minister behind a sentence that names another state as well is left open."""
    text = "Kenya sent a note to Chad. Foreign Minister Paul Okot rejected the list."
    assert _last(read, MATTER + text)[0] is None


@pytest.mark.parametrize(
    ("text", "state"),
    [
        (MATTER, "uganda"),
        ("Kampala. Uganda. Uganda. Ugandans. Uganda.", None),
        ("The NRA. Uganda.", None),
        (MATTER + "Kenya. Kenyans.", "uganda"),
        (MATTER + "Kenya. Kenyans. UNITA.", None),
        ("The NRA. Uganda. Kampala. Ugandans. Kenya. Nairobi. Kenyans. Kenya.", None),
        ("Georgia. Tbilisi. Georgians. Abkhazia. Abkhazia. Sukhumi.", None),
    ],
)
def test_the_state_of_the_matter(text: str, state: str | None) -> None:
    """Movements are named of it alone, or it is named far more often, and no authority rules a part of it."""
    found = home_of(text, index_names(load_gazetteer()))
    assert (found.id if found else None) == state


def test_capitals_are_metonyms() -> None:
    """'Kampala' stands for Uganda without being its name."""
    uganda = load_gazetteer().parties["uganda"]
    assert (is_metonym(uganda, "Kampala"), is_metonym(uganda, "Uganda")) == (True, False)


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Ibrahim Sesay accepted the truce.", "Ibrahim Sesay"),
        ("Moammar Gaddafi rejected the treaty.", "Muammar Gaddafi"),
        ("J. Savimbi rejected the treaty.", "Jonas Savimbi"),
    ],
)
def test_namesakes_are_told_by_their_given_names(text: str, person: str, read: Read) -> None:
    """Another given name is another person, however near the first letter; spellings of one name are one."""
    assert _last(read, text)[1] == person


def test_half_of_a_double_surname_is_its_bearers(read: Read) -> None:
    """Who has been named by a surname with a hyphen may come back by its second half."""
    text = "Chad's envoy, Ana Lisse-Kumbaya, rejected the date.\n\nIt rained.\n\nKumbaya rejected the map."
    assert _last(read, text) == ("chad", "Ana Lisse-Kumbaya")


def test_another_with_half_of_a_surname_is_not_its_bearer(read: Read) -> None:
    """Another given name before half of a double surname makes somebody else."""
    text = "Ana Vidal-Ruiz, Peru's negotiator, left. It rained.\n\nLuis Ruiz rejected the map."
    assert _last(read, text)[1] == "Luis Ruiz"
