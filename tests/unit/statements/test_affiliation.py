"""For whom those act who are asked, by all that an interview says of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.affiliation import Affiliations
from goodoffices.statements.affiliation_clues import Clue
from goodoffices.statements.posts import Post
from goodoffices.statements.statement import Actor, Reading

Read = Callable[[str], Reading]
CHAD, GHANA = Actor("Chad", "chad", "Chad"), Actor("Ghana", "ghana", "Ghana")
DIAZ = Actor("Diaz", person="Ana Diaz")
FURTHER = "\n\nQ: Will you sign?\n\nA: We reject the text.\n\nQ: Why?\n\nA: We cannot accept it.\n"


@pytest.mark.parametrize(
    ("posts", "alone", "party"),
    [
        ([("Ana Diaz", Post(CHAD)), (None, Post(GHANA))], True, "chad"),
        ([("Ana Diaz", Post(CHAD)), ("Ana Diaz", Post(GHANA)), ("Diaz", Post(GHANA))], True, "ghana"),
        ([("Paul Keita", Post(CHAD)), (None, Post(GHANA))], True, "ghana"),
        ([("Paul Keita", Post(CHAD)), (None, Post(GHANA))], False, None),
        ([("Ana Diaz", Post(states=True))], False, "mali"),
        ([("Ana Diaz", Post(states=True)), (None, Post(CHAD))], True, "chad"),
        ([("Ana Diaz", Post())], True, None),
    ],
)
def test_nearest_sign_wins(posts: list[tuple[str | None, Post]], alone: bool, party: str | None) -> None:
    """What is said of the name comes before what is said of nobody, and a name before 'the government'."""
    clues = tuple(Clue(person, post) for person, post in posts)
    found = Affiliations(clues, Actor("Mali", "mali", "Mali")).of(DIAZ, alone=alone)
    assert found.party == party


def test_who_acts_for_nobody_has_no_party() -> None:
    """A professor has no party, whatever name stands near."""
    known = Actor("Diaz", "chad", "Chad", "Ana Diaz")
    assert Affiliations((Clue("Ana Diaz", Post(private=True)),)).of(known, alone=True).party is None
    assert Affiliations().of(known, alone=True) == known


@pytest.mark.parametrize(
    ("alone", "official", "presiding", "party"),
    [
        (True, False, "", "chad"),
        (False, True, "", "chad"),
        (False, False, "diaz", "chad"),
        (False, False, "keita", None),
        (False, False, "", None),
    ],
)
def test_heading_counts_for_whoever_speaks_for_it(
    alone: bool, official: bool, presiding: str, party: str | None
) -> None:
    """Whose record it is tells of an official, of the only one who is asked, and of who answers the most."""
    found = Affiliations(issuer=CHAD, presiding=presiding).of(DIAZ, alone=alone, official=official)
    assert found.party == party


def test_a_side_by_words_alone_counts_last() -> None:
    """On whose side somebody is by 'your movement' tells of the only one who is asked, and after all else."""
    known = Affiliations((Clue("Ana Diaz", Post(CHAD)),), side=GHANA)
    assert known.of(DIAZ, alone=True).party == "chad"
    assert Affiliations(side=GHANA).of(DIAZ, alone=True).party == "ghana"
    assert Affiliations(side=GHANA).of(DIAZ, alone=False).party is None


@pytest.mark.parametrize(
    ("intro", "party"),
    [
        (
            "Ana Diaz, minister of labour and member of the government delegation, spoke of the FMLN.",
            "el_salvador",
        ),
        ("CHAD: Minister speaks out\n\nAna Diaz, minister of labour, spoke to Radio France.", "chad"),
        (
            (
                "Voice of Iran, Mashhad 1600 gmt\n\n"
                "Ana Diaz, army spokeswoman, answered questions on the inter-Tajik talks."
            ),
            "tajikistan",
        ),
        ("The government of Chad met. Ana Diaz, army spokeswoman, was interviewed.", "chad"),
        ("Chad's army and Ghana's army met. Ana Diaz, army spokeswoman, was interviewed.", None),
        ("Ana Diaz, army spokeswoman, was interviewed on Ghana.", None),
        ("Sudan Radio interviewed Ana Diaz, army spokeswoman.", None),
    ],
)
def test_the_government_is_that_of_the_state_which_it_is_about(
    intro: str, party: str | None, read: Read
) -> None:
    """A heading, a movement, talks or an army show the state; who sends the text does not."""
    assert {one.actor.party for one in read(intro + FURTHER).statements if one.rule == "answer"} == {party}


@pytest.mark.parametrize(
    "text",
    [
        "Interview with Ana Diaz" + FURTHER + "\nAna Diaz is a negotiator of the Lake Movement.\n",
        "Ana Diaz met us.\n\nQ: You speak for the Lake Movement. Will you sign?\n\nA: We reject it.\n",
        (
            "PAPER: Will you sign?\n\nDIAZ: We reject the text.\n\nPAPER: Why?\n\nDIAZ: We cannot sign.\n\n"
            "(Ms Diaz is a member of the Lake Movement's council.)\n"
        ),
        "Ten questions for Ana Diaz\n\nThe envoy of the Lake Movement is in London." + FURTHER,
        (
            "THE LAKE MOVEMENT'S ENVOY\n\nPAPER: Will you sign?\n\nDIAZ: We reject the text.\n\n"
            "PAPER: Why?\n\nDIAZ: We cannot sign.\n"
        ),
    ],
)
def test_credits_questions_and_headlines_tell(text: str, read: Read) -> None:
    """What stands behind an interview, in a question or in capitals above it tells for whom one acts."""
    found = {one.actor.party for one in read(text).statements if one.rule == "answer"}
    assert found == {"lake_movement"}
