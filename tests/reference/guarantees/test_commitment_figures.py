"""Worked figures on commitment (after Fearon 1995) and deterrence."""

from __future__ import annotations

import pytest

from goodoffices.models.guarantees.commitment import (
    bargaining_range,
    cost_share,
    guarantee_needed,
    peace_holds,
)
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


@pytest.mark.parametrize("p2", [0.45, 0.5, 0.55, 0.6, 0.8])
@pytest.mark.parametrize("cost", [0.0, 0.3, 3.0, 12.0])
@pytest.mark.parametrize("discount", [0.5, 0.9, 0.97])
def test_peace_holds_where_the_declining_side_prefers_all_of_the_first_pie(
    p2: float, cost: float, discount: float
) -> None:
    """Offered the whole pie now and its war value ever after, B prefers that to war now (Fearon 1995).

    The pie of a period is 1 and B's cost of war is counted in it, once.
    """
    p1 = 0.4
    war_now = (1 - p1) / (1 - discount) - cost
    war_later = (1 - p2) / (1 - discount) - cost
    holds = 1 + discount * war_later >= war_now - 1e-9
    assert peace_holds(p1=p1, p2=p2, cost=cost, discount=discount).outcome is holds


def test_divisions_of_each_period_count_the_cost_over_all_periods() -> None:
    """With cB = 3 and δ = .9, B prefers to give A up to .3 above p1 in each period rather than fight."""
    share = cost_share(cost=3.0, discount=0.9)
    bargains = bargaining_range(p=0.4, cost_a=0.2, cost_b=share).outcome
    assert (bargains.lowest, bargains.highest) == pytest.approx((0.2, 0.7))
    kept_for_ever = (1 - bargains.highest) / (1 - 0.9)
    assert kept_for_ever == pytest.approx((1 - 0.4) / (1 - 0.9) - 3.0)


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
