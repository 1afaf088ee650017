"""Worked figures on commitment (after Fearon 1995) and deterrence."""

from __future__ import annotations

import pytest

from goodoffices.models.guarantees.commitment import guarantee_needed, peace_holds
from goodoffices.models.guarantees.deterrence import critical_credibility


def test_guarantee_that_solves_the_commitment_problem() -> None:
    """With p1=.4, p2=.7, pL=.3, cB=.3, δ=.9 a guarantee must be kept with probability .630556."""
    solution = guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.3, cost=0.3, discount=0.9)
    assert round(solution.outcome.credibility, 6) == 0.630556
    assert solution.outcome.attainable
    assert not peace_holds(p1=0.4, p2=0.7, cost=0.3, discount=0.9).outcome


def test_at_the_threshold_peace_just_holds() -> None:
    """Lowering p2 by exactly the guarantee needed makes both sides of the inequality equal."""
    q = guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.3, cost=0.3, discount=0.9).outcome.credibility
    lowered = q * 0.3 + (1 - q) * 0.7
    assert peace_holds(p1=0.4, p2=lowered, cost=0.3, discount=0.9).witness.margin == pytest.approx(0.0)


def test_critical_credibility_with_and_without_punishment() -> None:
    """With V=1, p0=.7, p1=.3, cA=.2, uSQ=.1 only certainty deters; with x=.2 two thirds do."""
    without = critical_credibility(prize=1, wins_alone=0.7, wins_opposed=0.3, cost=0.2, status_quo=0.1)
    assert without.outcome.credibility == pytest.approx(1.0)
    assert without.outcome.attainable
    punished = critical_credibility(
        prize=1, wins_alone=0.7, wins_opposed=0.3, cost=0.2, status_quo=0.1, punishment=0.2
    )
    assert punished.outcome.credibility == pytest.approx(2 / 3)
    assert punished.outcome.attainable
