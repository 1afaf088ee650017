"""Troops in place."""

from __future__ import annotations

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.likelihood import Reckoning, likelihood
from goodoffices.models.guarantees.troops import Troops, with_troops

SURE = Interval.exactly
RECKONING = Reckoning(SURE(1.0), SURE(0.2), SURE(0.1), SURE(0.4), SURE(1.0), "A. Coder")


def test_a_tripwire_without_capability_changes_nothing() -> None:
    """Reiter and Poast (2021): a small force does not deter by being there."""
    solution = with_troops(RECKONING, Troops(SURE(0.0), "A. Coder"))
    assert solution.outcome == solution.witness.without == likelihood(RECKONING).outcome
    assert "counts for nothing until a source says" in solution.witness.note


@pytest.mark.parametrize(
    ("win", "lost", "note"),
    [
        (0.3, None, "the force counts by what it changes in battle"),
        (0.3, 0.2, "the force counts by what it changes in battle and by what losing it would cost"),
        (0.0, 0.2, "the force changes nothing in battle; all rests on what losing it would cost"),
    ],
)
def test_capability_and_a_sourced_cost_of_losing_it_count(win: float, lost: float | None, note: str) -> None:
    """Each raises the likelihood that the guarantor acts, and the witness says which it was."""
    solution = with_troops(RECKONING, Troops(SURE(win), "A. Coder", None if lost is None else SURE(lost)))
    assert solution.outcome.mid > solution.witness.without.mid
    assert solution.witness.note == note
    assert solution.witness.reckoning.win_change.mid == pytest.approx(0.2 + win)


def test_troops_cannot_do_harm_or_more_than_win() -> None:
    """A change of more than 1 is refused, and together no more than 1 is counted."""
    with pytest.raises(ModelError, match="win_change is"):
        Troops(SURE(1.5), "A. Coder")
    with pytest.raises(ModelError, match="reneging_cost is"):
        Troops(SURE(0.5), "A. Coder", SURE(-0.1))
    assert with_troops(RECKONING, Troops(SURE(1.0), "A. Coder")).witness.reckoning.win_change == SURE(1.0)
