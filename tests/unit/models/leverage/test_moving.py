"""Whether levers move their target, and whether pulling them is credible."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.leverage.lever import Lever
from goodoffices.models.leverage.moving import Verdict, break_even_share, credible, moves

SURE = Interval.exactly


def lever(holder: str = "L", target: str = "X", **values: float | str) -> Lever:
    """Return a lever that takes 0.08 if pulled and is pulled half the time, with some values changed."""
    numbers = {"share": 0.4, "weight": 0.8, "redirectable": 0.5, "dependence": 0.5, "willingness": 0.5}
    numbers |= {"cost": 0.05}
    means = str(values.pop("means", "oil purchases"))
    changed = numbers | {name: float(value) for name, value in values.items()}
    return Lever(holder, target, means, **{name: SURE(value) for name, value in changed.items()})


def test_a_lever_can_be_strong_enough_and_its_holder_not_willing_enough() -> None:
    """What the holder can do and what is to be expected are told apart."""
    outcome = moves([lever()], SURE(0.08)).outcome
    assert outcome.by_capacity is Verdict.YES
    assert outcome.as_expected is Verdict.NO
    assert moves([lever(willingness=1.0)], SURE(0.08)).outcome.as_expected is Verdict.YES


def test_intervals_that_overlap_leave_the_question_open() -> None:
    """Where it depends on the end of the range, nothing firmer is said."""
    assert moves([lever()], Interval(0.05, 0.07, 0.09)).outcome.by_capacity is Verdict.OPEN


def test_a_side_payment_and_a_second_lever_add_up() -> None:
    """Two levers on different flows and a payment reach what one lever does not."""
    other = lever("M", means="loans")
    solution = moves([lever(), other], SURE(0.2), side_payment=SURE(0.04))
    assert solution.outcome.by_capacity is Verdict.YES
    assert solution.witness.capacity.mid == pytest.approx(0.16)
    assert solution.witness.pressure.mid == pytest.approx(0.08)


def test_break_even_share_makes_the_lever_just_enough() -> None:
    """With the share found, capacity equals what is left to cover; willingness raises it."""
    solution = break_even_share(lever(), SURE(0.1), side_payment=SURE(0.02))
    assert solution.outcome.if_pulled == pytest.approx(0.4)
    assert solution.outcome.as_expected == pytest.approx(0.8)
    assert moves([lever(share=solution.outcome.if_pulled)], SURE(0.08)).outcome.by_capacity is Verdict.YES
    assert break_even_share(lever(weight=0.0), SURE(0.1)).outcome.if_pulled == math.inf
    assert break_even_share(lever(), SURE(-0.1)).outcome.if_pulled == 0.0


def test_a_threat_is_credible_if_it_costs_at_most_what_it_gains() -> None:
    """Levers held in return raise its cost by what is to be expected of them."""
    answer = lever("X", "L", means="spare parts", willingness=1.0)
    solution = credible(lever(), SURE(0.1), answers=[answer])
    assert solution.outcome.alone is Verdict.YES
    assert solution.outcome.answered is Verdict.NO
    assert solution.witness.answer.mid == pytest.approx(0.08)
    assert credible(lever(), Interval(0.01, 0.1, 0.2)).outcome.alone is Verdict.OPEN


def test_levers_that_do_not_belong_together_are_refused() -> None:
    """One target, answers over the holder, and no more than the whole of a flow."""
    with pytest.raises(ModelError, match=r"the levers bear on \['X', 'Y'\]"):
        moves([lever(), lever(target="Y")], SURE(0.1))
    with pytest.raises(ModelError, match=r"the levers bear on \[\]"):
        moves([], SURE(0.1))
    with pytest.raises(ModelError, match=r"shares of 'oil purchases' add up to 1\.2"):
        moves([lever(share=0.6), lever("M", share=0.6)], SURE(0.1))
    with pytest.raises(ModelError, match="an answer bears on the holder"):
        credible(lever(), SURE(0.1), answers=[lever("M", "Y")])
    assert replace(lever(), share=Interval(0.1, 0.6, 0.9)).share.high == 0.9
