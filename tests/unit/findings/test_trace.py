"""From ids down to words."""

from __future__ import annotations

from goodoffices.findings.trace import trace
from goodoffices.statements.statement import Reading


def test_ids_lead_to_the_words_in_the_order_cited(strait_reading: Reading) -> None:
    """The words come in the order of the ids."""
    found = trace(("s3", "s2"), strait_reading)
    assert [words.exact[:8] for words in found.words] == ["Selmark’", "Selmark "]
    assert found.missing == ()


def test_the_same_words_come_once(strait_reading: Reading) -> None:
    """Two ids that stand for one stretch give it once."""
    assert len(trace(("s2", "s2"), strait_reading).words) == 1


def test_unknown_ids_are_told(strait_reading: Reading) -> None:
    """An id that the reading does not know is reported, not dropped."""
    assert trace(("s2", "s99"), strait_reading).missing == ("s99",)
