"""What passages say of people: for whom they act."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from goodoffices.statements.affiliation_clues import Clue, Where, clues_in, last_names
from goodoffices.statements.attribution import Attribution

Attribute = Callable[[str], tuple[Doc, Attribution]]
LAKE = "lake_movement"


def told(clues: list[Clue]) -> list[tuple[str | None, str | None]]:
    """Return for each clue the person and what is said of him or her in a word."""
    return [(one.person, _word(one)) for one in clues]


def _word(clue: Clue) -> str | None:
    party = clue.post.party
    if party is not None:
        return party.party
    return "private" if clue.post.private else "state" if clue.post.states else None


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("In the studio is Omar Hadid of Iraq's mission to the United Nations.", "iraq"),
        ("We met Farid Mostafa, who advises the Iranian foreign minister.", "iran"),
        ("Our guest was Laura Jensen, deputy head of Norway's delegation.", "norway"),
        ("Daniel Okoro is the spokesman of the Somali government.", "somalia"),
        ("The Ghana envoy to Liberia, Daniel Okoro, came.", "ghana"),
        ("They met, and the Norwegian envoy Daniel Okoro came.", "norway"),
        ("Daniel Okoro has been Ghana's ambassador since May.", "ghana"),
        ("Daniel Okoro [DO], envoy of Ghana to Liberia, came.", "ghana"),
        ("Daniel Okoro (44), who speaks for the Lake Movement, came.", LAKE),
        ("Daniel Okoro leads the Northern Farmers' Union.", "northern_farmers_union"),
        ("Daniel Okoro, head of the Chadian delegation at the talks with Sudan, came.", "chad"),
        ("Daniel Okoro, 44, is one of Ghana's negotiators.", "ghana"),
        ("Daniel Okoro negotiates with Chad in the name of the Lake Movement.", LAKE),
        ("Daniel Okoro, member of the team which negotiates with Chad for the Lake Movement, came.", LAKE),
        ("Daniel Okoro belongs to the delegation of the Lake Movement.", LAKE),
        ("Daniel Okoro, a general from Ghana, came.", "ghana"),
        ("Daniel Okoro, legal adviser to the King of Jordan, came.", "jordan"),
        ("Daniel Okoro, a professor who went there for the Norwegian Foreign Ministry, came.", "norway"),
        ("Daniel Okoro, who sits opposite Chad on the team of the Lake Movement, came.", LAKE),
        ("Daniel Okoro, minister of labour and member of the government delegation, came.", "state"),
        ("UNITA's Daniel Okoro came.", "unita"),
        ("Daniel Okoro, an economist, sits on the negotiating team of the Lake Movement.", LAKE),
        ("Daniel Okoro, who was Ghana's envoy until 1999, is now the spokesman of Chad.", "chad"),
        ("One of President Kiir's negotiators in Addis Ababa, Daniel Okoro, spoke.", "south_sudan"),
        ("Daniel Okoro, formerly Ghana's envoy and now with a bank, came.", "private"),
        ("Daniel Okoro, negotiator of Sudan's Justice and Equality Movement, came.", "jem"),
        ("Daniel Okoro, delegate of the Royalist regime, came.", "royalists"),
        ("Daniel Okoro, delegate of the Oakhill regime, came.", "oakhill_regime"),
        ("Daniel Okoro, a professor at the university of Ghana, came.", "private"),
        ("Daniel Okoro, a former minister of Ghana, came.", "private"),
    ],
)
def test_description_says_for_whom_somebody_acts(text: str, party: str, attribute: Attribute) -> None:
    """What belongs to a post gives the party; with whom, to whom and where it is held does not."""
    doc, attribution = attribute(text)
    ((person, found), *_) = told(list(clues_in(doc, attribution, frozenset({"okoro"}))))
    assert person in {"Omar Hadid", "Farid Mostafa", "Laura Jensen", "Daniel Okoro"}
    assert found == party


@pytest.mark.parametrize(
    "text",
    [
        "Daniel Okoro, envoy to Liberia, came.",
        "Daniel Okoro, envoy for Liberia, came.",
        "Daniel Okoro, who lives in Ghana, came.",
        "Daniel Okoro, a friend of Ghana, came.",
        "Daniel Okoro of Accra came.",
        "Daniel Okoro came.",
        "Daniel Okoro met the Ghanaian minister in the embassy of Chad.",
        "Daniel Okoro was envoy of Ghana until last year.",
        "Daniel Okoro was in the team of Ghana in 1999.",
        "Daniel Okoro spoke to Chad Radio for an hour.",
        "Daniel Okoro, delegate at the Geneva talks, came.",
        "Daniel Okoro, a Chadian opposition leader, came.",
        "Later came Daniel Okoro",
        "Daniel Okoro, secretary for Ghana affairs, came.",
        "Daniel Okoro brought the Ghanaian army and the army of Chad to one table.",
        "We met Daniel Okoro, head of the Herald newspaper.",
        "Radio Accra in English 1800 gmt: Daniel Okoro, envoy of Ghana",
    ],
)
def test_what_names_no_party(text: str, attribute: Attribute) -> None:
    """Places, people met, what is over, and outlets give nobody a party."""
    found = [one.post.party for one in clues_in(*attribute(text))]
    assert found in ([], [None])


@pytest.mark.parametrize(
    ("text", "where", "party"),
    [
        ("Norway's peace facilitator answered your questions", Where.INTRODUCTION, "norway"),
        ("'No hurry', says Ecuador's man in Brasilia", Where.INTRODUCTION, "ecuador"),
        ("The lawyer is one of the Lake Movement's delegates.", Where.INTRODUCTION, LAKE),
        ("The undersecretary to the Jordanian king is in London.", Where.INTRODUCTION, "jordan"),
        ("The Saudi brigadier has been here since May.", Where.INTRODUCTION, "saudi_arabia"),
        ("'No hurry' - Ghanaian envoy in London", Where.INTRODUCTION, "ghana"),
        ("She represents Ghana.", Where.INTRODUCTION, "ghana"),
        ("Position: head of Ghana's delegation", Where.INTRODUCTION, "ghana"),
        ("You speak for Ghana in these talks. Why?", Where.QUESTION, "ghana"),
        ("As Ghana's permanent representative to the OAU you hear much. What?", Where.QUESTION, "ghana"),
    ],
)
def test_what_is_said_of_who_is_asked(text: str, where: Where, party: str, attribute: Attribute) -> None:
    """An office without a name in the introduction, and 'you' in a question, are the one who is asked."""
    assert (None, party) in told(list(clues_in(*attribute(text), where=where)))


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("The Ghanaian minister says no. Why?", Where.QUESTION),
        ("Have you met the Ghanaian minister?", Where.QUESTION),
        ("Minister, is Ghana in or out?", Where.QUESTION),
        ("The Ghanaian minister would not comment.", Where.BEHIND),
        ("Position: unknown", Where.INTRODUCTION),
        ("We met the Ghanaian minister.", Where.INTRODUCTION),
    ],
)
def test_whom_others_speak_of_is_not_asked(text: str, where: Where, attribute: Attribute) -> None:
    """An office in a question, or behind the interview, is not that of the one who is asked."""
    assert not [one for one in clues_in(*attribute(text), where=where) if one.post.party]


def test_he_is_the_one_named_before(attribute: Attribute) -> None:
    """'He' stands for the one person whom the passage named before."""
    found = told(list(clues_in(*attribute("Daniel Okoro is tall. He represents Ghana."))))
    assert found == [("Daniel Okoro", "ghana")]


def test_last_names() -> None:
    """Only full names give a last name."""
    assert last_names(["Ana Diaz", "Keita"]) == {"diaz"}
