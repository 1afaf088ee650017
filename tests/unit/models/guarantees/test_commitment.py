"""The commitment problem and the guarantee that solves it."""

from __future__ import annotations

import math

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.commitment import guarantee_needed, peace_holds


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
