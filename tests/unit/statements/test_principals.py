"""For whom the report says that somebody speaks."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]


def rejecting(reading: Reading) -> list[str | None]:
    """Return the parties that reject something."""
    return [one.actor.party for one in reading.statements if one.act == "reject"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Abdou Diallo (Senegal) rejected the map.", "senegal"),
        ("Mr. DIALLO (Senegal) rejected the map.", "senegal"),
        ("Abdou Diallo, speaking for Senegal, rejected the map.", "senegal"),
        ("Abdou Diallo, speaking on behalf of the African Union, rejected the map.", "african_union"),
        ("Speaking on behalf of the African Union, Abdou Diallo rejected the map.", "african_union"),
        ("Abdou Diallo (Senegal), speaking on behalf of the African Union, rejected it.", "african_union"),
        ("Abdou Diallo, representing Senegal, rejected the map.", "senegal"),
        ("For Senegal, Abdou Diallo rejected the map.", "senegal"),
        ("On behalf of Senegal, Abdou Diallo rejected the map.", "senegal"),
        ("On Senegal's behalf, Abdou Diallo rejected the map.", "senegal"),
        ("The Chadian government met UNITA. Paul Keita, for the government, rejected the map.", "chad"),
        ("Council President Abdou Diallo (Senegal) rejected the map.", None),
        ("Paul Keita (left) rejected the map.", None),
        ("Paul Keita, speaking in Senegal, rejected the map.", None),
        ("Paul Keita, speaking on Monday, rejected the map.", None),
        ("For years Paul Keita rejected the map.", None),
    ],
)
def test_somebody_stands_for_whom_the_report_says(text: str, party: str | None, read: Read) -> None:
    """A country in brackets, 'speaking for', 'on behalf of' and 'representing' name the party."""
    assert rejecting(read(text)) == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Abdou Diallo (Senegal) spoke first. He rejected the map.", "senegal"),
        ("Abdou Diallo (Senegal) spoke first. His delegation rejected the map.", "senegal"),
        ("Mr. Diallo (Senegal), speaking for the EU, spoke first. His country rejected it.", "senegal"),
        ("Paul Keita met the representative of Chad. He rejected the map.", None),
        ("The representative of Chad spoke first. She rejected the map.", "chad"),
        ("The delegate of Chad spoke first. The speaker rejected the map.", "chad"),
        ("Speaking in reply, the delegate of Chad rejected the map.", "chad"),
    ],
)
def test_who_speaks_goes_on_speaking_for_the_same_party(text: str, party: str | None, read: Read) -> None:
    """'He', 'his delegation' and 'the speaker' take up the one who spoke, and the state that sent him."""
    assert rejecting(read(text)) == [party]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Hamas waited. A spokesman rejected the map.", "hamas"),
        ("Hamas waited. An army spokesman rejected the map.", None),
        ("Hamas waited. A spokesman for the miners rejected the map.", None),
        ("Hamas waited. An official rejected the map.", None),
        ("Egypt waits. In Cairo, an official rejected the map.", "egypt"),
        ("Hamas waits. In Cairo, an official rejected the map.", None),
        (
            "The Chadian government met UNITA. Mali and Togo met Chad. The government rejected the map.",
            "chad",
        ),
        ("UNITA met the elders. The government rejected the map.", None),
    ],
)
def test_whose_office_it_is_must_be_clear(text: str, party: str | None, read: Read) -> None:
    """'A spokesman' is that of the party spoken of; an official in a capital only of the state spoken of."""
    assert rejecting(read(text)) == [party]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chad met Mali. The parties rejected the map.", [None]),
        ("Chad met Mali. Both delegations rejected the map.", [None]),
        ("The Co-Chairmen, Abdou Diallo and Ali Keita, rejected the map.", [None]),
        ("The Lake Movement (LM) rejected the map.", ["lake_movement"]),
    ],
)
def test_sides_without_a_name_stay_open(text: str, parties: list[str | None], read: Read) -> None:
    """'The parties' and 'both delegations' name nobody; a name and its short form are one party."""
    assert rejecting(read(text)) == parties


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad on Sunday rejected the map, a spokesman said.", [("chad", "reject")]),
        ("Chad has accepted the map, a spokeswoman told reporters.", [("chad", "accept")]),
        ("Chad rejected the map, a spokesman for Libya said.", [("libya", "claim")]),
        ("Chad rejected the map, diplomats said.", [(None, "claim")]),
    ],
)
def test_a_spokesman_behind_a_deed_is_its_doers(
    text: str, found: list[tuple[str | None, str]], read: Callable[..., Reading]
) -> None:
    """'X rejected the map, a spokesman said' is X's own word; a spokesman of somebody else only claims it."""
    assert [(one.actor.party, str(one.act)) for one in read(text).statements] == found


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("ANA SOL (Finland), speaking on behalf of the OAU members, rejected the map.", "finland"),
        ("ANA SOL (Finland), speaking on behalf of the European Union, rejected the map.", "european_union"),
    ],
)
def test_one_of_several_states_speaks_for_itself(
    text: str, party: str, read: Callable[[str], Reading]
) -> None:
    """A delegate with a state in brackets keeps it beside 'the members of', and not beside a body."""
    assert [one.actor.party for one in read(text).statements if one.act == "reject"] == [party]
