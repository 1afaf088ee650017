"""For whom a noun phrase stands."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from goodoffices.statements.party_ids import slug
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "party", "person"),
    [
        ("Russian Foreign Minister Sergey Lavrov rejected the map.", "russia", "Sergey Lavrov"),
        ("Ramtane Lamamra, Algeria's foreign minister, rejected the map.", "algeria", "Ramtane Lamamra"),
        ("Paul Keita, Mali's foreign minister, rejected the map.", "mali", "Paul Keita"),
        ("Malian Foreign Minister Paul Keita rejected the map.", "mali", "Paul Keita"),
        ("The former Malian president, Paul Keita, rejected the map.", None, "Paul Keita"),
        ("Malian opposition leader Paul Keita rejected the map.", None, "Paul Keita"),
        ("The Kremlin rejected the map.", "russia", None),
        ("The Israelis rejected the map.", "israel", None),
        ("Iran's parliament rejected the map.", "iran", None),
        ("The army of Mali rejected the map.", "mali", None),
        ("Hamas fighters rejected the map.", "hamas", None),
        ("Malian rebels rejected the map.", "malian_rebels", None),
        ("The governor of Georgia rejected the map.", None, None),
        ("Analysts rejected the map.", None, None),
        ("Michael Jordan rejected the map.", None, "Michael Jordan"),
        ("European leaders rejected the map.", "european_leaders", None),
        ("The Zeta Group rejected the map.", "zeta_group", None),
    ],
)
def test_actor_is_resolved(
    text: str, party: str | None, person: str | None, read: Callable[[str], Reading]
) -> None:
    """Names, appositives, metonyms, demonyms, organs and groups stand for their party or for none."""
    (found,) = read(text).statements
    assert (found.actor.party, found.actor.person) == (party, person)


@pytest.mark.parametrize(
    "text",
    [
        "The river rejected the map.",
        "The turkey rejected the corn.",
        "The Russian parcel lay there.",
    ],
)
def test_thing_is_nobody(text: str, read: Callable[[str], Reading]) -> None:
    """Things, animals and adjectives of a state do not act."""
    assert read(text).statements == ()


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Egypt, Qatar and France proposed a pause.", ["egypt", "qatar", "france"]),
        (
            "Kenya's president, William Ruto, and Ethiopia's prime minister, Abiy Ahmed, proposed a pause.",
            ["kenya", "ethiopia"],
        ),
    ],
)
def test_all_in_a_list_act(text: str, parties: list[str], read: Callable[[str], Reading]) -> None:
    """Each of those joined by commas and 'and' has a statement."""
    assert [one.actor.party for one in read(text).statements] == parties


@pytest.mark.parametrize(("year", "party"), [(1985, "plo"), (1999, "palestine")])
def test_person_speaks_for_the_latest_office_of_the_day(
    year: int, party: str, read: Callable[[str, dt.date], Reading]
) -> None:
    """Yasser Arafat speaks for the PLO in 1985 and for the Palestinian Authority in 1999."""
    (found,) = read("Yasser Arafat rejected the map.", dt.date(year, 7, 1)).statements
    assert found.actor.party == party


def test_surname_of_two_is_settled_by_who_was_named(read: Callable[[str], Reading]) -> None:
    """After Raúl Castro has been named, 'Castro' is he."""
    found = read("Raúl Castro came to Havana. Castro rejected the map.").statements
    assert found[-1].actor.person == "Raúl Castro"


def test_surname_of_two_stays_open(read: Callable[[str], Reading]) -> None:
    """Nobody says which Castro is meant, so no state is named."""
    assert [one.actor.party for one in read("Castro rejected the map.").statements] in ([], [None])


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("Ukraine’s European allies", "ukraine_european_allies"),
        ("5+1 group", "party_5_1_group"),
        ("…", "party"),
    ],
)
def test_slug_is_an_id(text: str, id_: str) -> None:
    """Ids begin with a letter and hold letters, digits and underscores only."""
    assert slug(text) == id_


def test_surname_of_two_of_one_state_speaks_for_that_state(read: Callable[[str], Reading]) -> None:
    """Whichever Clinton is meant, it is the United States."""
    (found,) = read("Clinton rejected the map.").statements
    assert found.actor.party == "united_states"
