"""How reports introduce those whom they ask."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from goodoffices.statements.asked import introduced_in
from goodoffices.statements.attribution import Attribution

Attribute = Callable[[str], tuple[Doc, Attribution]]


@pytest.mark.parametrize(
    "text",
    [
        "An interview with Laura Jensen",
        "We interviewed Laura Jensen in Oslo.",
        "Laura Jensen was interviewed in Oslo.",
        "Laura Jensen spoke to us in Oslo.",
        "Laura Jensen sat down with the Gazette.",
        "We talked to Laura Jensen by telephone.",
        "Our reporter met Laura Jensen in Oslo.",
        "We met Laura Jensen in Oslo.",
        "Laura Jensen joins us from Oslo.",
        "Our guest tonight is Laura Jensen.",
        "Laura Jensen is our guest tonight.",
        "With me in the studio is Laura Jensen.",
        "Laura Jensen answered our questions by telephone.",
        "Laura Jensen gave an interview to the Gazette.",
        "Laura Jensen held a press conference in Oslo.",
        "A conversation with Laura Jensen",
        "We called on Laura Jensen in Oslo.",
        "Laura Jensen tells the Gazette why she left.",
        "Laura Jensen replied in writing.",
        "Interview by Sam Brown with Laura Jensen",
        "Our reporter Sam Brown visited Laura Jensen.",
        "Five questions to Laura Jensen",
    ],
)
def test_introduction_says_who_is_asked(text: str, attribute: Attribute) -> None:
    """Common ways to introduce an interview name the one who is asked."""
    assert [actor.person for actor in introduced_in(*attribute(text))][-1:] == ["Laura Jensen"]


@pytest.mark.parametrize(
    "text",
    [
        "You met Laura Jensen last week.",
        "Did we meet Laura Jensen?",
        "The minister met Laura Jensen in Oslo.",
        "We joined in.",
        "They spoke.",
        "We gave a map to Laura Jensen.",
        "Laura Jensen gave a map to the council.",
        "The interview was long.",
        "We gave it to us.",
        "The map is old.",
        "We asked for a map.",
        "They spoke to us.",
    ],
)
def test_sentence_that_introduces_nobody(text: str, attribute: Attribute) -> None:
    """What others do, questions and things bring in nobody who is asked."""
    assert [actor for actor in introduced_in(*attribute(text)) if actor.person] == []
