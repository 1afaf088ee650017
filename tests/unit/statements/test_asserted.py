"""Clauses by which a speaker asserts something."""

from __future__ import annotations

import pytest

from goodoffices.statements.asserted import clause_heads, is_courtesy, tells_something
from goodoffices.statements.passage import Parse


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("We left, and they stayed.", ["left", "stayed"]),
        ("The truth is that we left.", ["left"]),
        ("The map is that we drew it.", ["is"]),
        ("We left because they stayed.", ["left"]),
        ("We want the others to leave.", ["want"]),
        ("Peace.", []),
        ("Let me say that we left.", ["left"]),
        ("Let us leave.", ["Let"]),
    ],
)
def test_clauses_that_stand_beside_each_other(text: str, heads: list[str], parse: Parse) -> None:
    """Main clauses count, those that a cleft brings in instead of it, and subordinate ones do not."""
    assert [token.text for token in clause_heads(tuple(parse(text)))] == heads


@pytest.mark.parametrize(
    "text",
    [
        "Thank you very much.",
        "Well, that is a good question.",
        "Good morning, everyone.",
        "Yes, I’m glad that you ask.",
        "As I said, the map is old.",
        "Let me finish.",
    ],
)
def test_courtesy_is_no_claim(text: str, parse: Parse) -> None:
    """Thanks, greetings and words about the question say nothing of the matter."""
    assert is_courtesy(tuple(parse(text)))


def test_what_follows_let_me_is_kept(parse: Parse) -> None:
    """'Let me be clear: …' says something."""
    assert not is_courtesy(tuple(parse("Let me be clear: the border stays open.")))
    assert not is_courtesy(tuple(parse("Thanksgiving came early.")))


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("The guns are silent.", True),
        ("Both are afraid.", True),
        ("Nobody is lying here.", True),
        ("It says so every July.", False),
        ("I am afraid so.", False),
        ("So do we.", False),
        ("They left.", False),
        ("A long, long road.", False),
    ],
)
def test_sentence_that_says_nothing_of_its_own(text: str, tells: bool, parse: Parse) -> None:
    """A claim has a verb and more than pronouns, days and words about speaking."""
    assert tells_something(tuple(parse(text))) is tells
