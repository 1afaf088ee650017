"""Conditions written out in full and in plain words."""

from __future__ import annotations

import pytest

from goodoffices.models.graph.condition_words import in_words, written_out

READINGS = {
    "a.march": ("A marches", "A stays"),
    "b.march": ("B marches", "B stays"),
    "truce": ("there is a truce", "there is no truce"),
}


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("a.march", "A marches"),
        ("not a.march", "A stays"),
        ("a.march and not b.march", "A marches and B stays"),
        ("truce implies (a.march or b.march)", "if there is a truce, then (A marches or B marches)"),
        ("truce iff not a.march", "there is a truce exactly if A stays"),
        ("not (a.march and b.march)", "not (A marches and B marches)"),
        ("true", "anything"),
        ("false", "nothing"),
        ("c.march", "c.march"),
        ("not c.march", "not (c.march)"),
        ("price = high", "price = high"),
        ("price in {high, low}", "price in {high, low}"),
    ],
)
def test_conditions_are_said_in_words(condition: str, said: str) -> None:
    """Each part is said by its reading, and what has none as it is written."""
    assert in_words(condition, READINGS) == said


@pytest.mark.parametrize(
    ("condition", "full"),
    [
        ("truce", "a.truce and b.truce"),
        ("not truce", "not (a.truce and b.truce)"),
        ("truce or a.march", "a.truce and b.truce or a.march"),
        ("true", "true"),
        ("price in {high}", "price in {high}"),
    ],
)
def test_a_proposal_is_written_out(condition: str, full: str) -> None:
    """Its id is replaced by the acceptances of its signatories wherever it stands."""
    assert written_out(condition, {"truce": "a.truce and b.truce"}) == full
