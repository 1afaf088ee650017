"""The commitment problem and the guarantee that solves it."""

from __future__ import annotations

import math

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.commitment import (
    Bargains,
    bargaining_range,
    capability_needed,
    guarantee_needed,
    peace_holds,
)


def test_peace_holds_without_a_shift_of_power() -> None:
    """Where power does not shift, nobody has a reason to fight now."""
    solution = peace_holds(p1=0.5, p2=0.5, cost=0.2, discount=0.9)
    assert solution.outcome
    assert solution.witness.temptation == pytest.approx(-0.05)
    assert solution.witness.restraint == pytest.approx(0.002)
    assert solution.witness.margin == pytest.approx(0.052)


def test_no_guarantee_is_needed_where_peace_holds_anyway() -> None:
    """The threshold is 0 or less where the shift of power is bearable."""
    threshold = guarantee_needed(p1=0.5, p2=0.5, p2_if_kept=0.3, cost=0.2, discount=0.9).outcome
    assert threshold.needless
    assert threshold.attainable
    assert threshold.credibility < 0


def test_no_credibility_suffices_for_a_guarantee_that_is_too_weak() -> None:
    """A guarantee that changes little, even if sure to be kept, cannot solve a large problem."""
    weak = guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.6, cost=0.3, discount=0.9).outcome
    assert not weak.attainable
    assert weak.credibility > 1


def test_a_guarantee_without_effect_is_infinitely_far_from_enough() -> None:
    """A guarantee that lowers nothing solves nothing, unless nothing is to be solved."""
    useless = guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.7, cost=0.3, discount=0.9).outcome
    assert (useless.credibility, useless.attainable, useless.needless) == (math.inf, False, False)
    idle = guarantee_needed(p1=0.5, p2=0.5, p2_if_kept=0.5, cost=0.3, discount=0.9).outcome
    assert (idle.credibility, idle.attainable, idle.needless) == (0.0, True, True)


def test_the_witness_gives_the_parts_of_the_quotient() -> None:
    """The highest bearable p2 is (p1 + cB(1−δ)²)/δ."""
    witness = guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.3, cost=0.3, discount=0.9).witness
    assert witness.bearable_p2 == pytest.approx(0.403 / 0.9)
    assert witness.shortfall == pytest.approx(0.7 - 0.403 / 0.9)
    assert witness.effect == pytest.approx(0.4)


def test_values_out_of_range_are_refused() -> None:
    """Probabilities lie from 0 to 1, costs from 0, discount factors above 0."""
    with pytest.raises(ModelError, match=r"p1 is 1.4; it must be from 0 to 1"):
        peace_holds(p1=1.4, p2=0.7, cost=0.3, discount=0.9)
    with pytest.raises(ModelError, match=r"cost is -0.3; it must be 0 or more"):
        peace_holds(p1=0.4, p2=0.7, cost=-0.3, discount=0.9)
    with pytest.raises(ModelError, match=r"discount is 0.0"):
        guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.3, cost=0.3, discount=0.0)
    with pytest.raises(ModelError, match=r"p2_if_kept is nan"):
        guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=math.nan, cost=0.3, discount=0.5)


def test_both_sides_prefer_a_range_of_bargains_to_war() -> None:
    """Fearon (1995): from p less A's cost to p plus B's, cut to the pie; its width is what war wastes."""
    solution = bargaining_range(p=0.6, cost_a=0.2, cost_b=0.1)
    assert (solution.outcome.lowest, solution.outcome.highest) == pytest.approx((0.4, 0.7))
    assert solution.witness == pytest.approx(0.3)
    assert bargaining_range(p=0.9, cost_a=0.95, cost_b=0.5).outcome == Bargains(0.0, 1.0)


def test_less_credibility_takes_more_strength() -> None:
    """At the credibility that is just needed the strength is the one that was assumed, below it more."""
    q = guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.3, cost=0.3, discount=0.9).outcome.credibility
    needed = capability_needed(p1=0.4, p2=0.7, credibility=q, cost=0.3, discount=0.9)
    assert needed.outcome.p2_if_kept == pytest.approx(0.3)
    assert needed.outcome.attainable
    weaker = capability_needed(p1=0.4, p2=0.7, credibility=0.4, cost=0.3, discount=0.9).outcome
    assert 0.0 <= weaker.p2_if_kept < 0.3


def test_some_shifts_no_strength_can_cover() -> None:
    """A guarantee of little credibility fails however strong, one of none always."""
    for credibility in (0.2, 0.0):
        needed = capability_needed(p1=0.4, p2=0.9, credibility=credibility, cost=0.3, discount=0.9)
        assert not needed.outcome.attainable
    none = capability_needed(p1=0.5, p2=0.5, credibility=0.0, cost=0.2, discount=0.9).outcome
    assert none.needless
    assert none.attainable
