"""Needed credibility over intervals, and ways to deter."""

from __future__ import annotations

import math
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.credibility import (
    Credibility,
    Shift,
    Stakes,
    credibility_to_commit,
    credibility_to_deter,
    ways_out,
)
from goodoffices.models.guarantees.deterrence import critical_credibility

SURE = Interval.exactly
STAKES = Stakes(
    Interval(0.8, 1.0, 1.3),
    Interval(0.6, 0.7, 0.8),
    Interval(0.2, 0.3, 0.4),
    Interval(0.1, 0.2, 0.3),
    Interval(0.05, 0.1, 0.2),
    Interval(0.1, 0.2, 0.3),
)


def test_no_value_inside_the_intervals_leaves_the_range() -> None:
    """A thousand values drawn inside the intervals give a credibility between the lowest and the highest."""
    solution = credibility_to_deter(STAKES)
    draw = np.random.default_rng(7)
    names = tuple(solution.witness["low"])
    for _ in range(1_000):
        at = {
            name: float(draw.uniform(getattr(STAKES, name).low, getattr(STAKES, name).high)) for name in names
        }
        found = critical_credibility(**at).outcome.credibility
        assert solution.outcome.low - 1e-12 <= found <= solution.outcome.high + 1e-12
    assert solution.outcome.mid == pytest.approx(2 / 3)
    lowest = critical_credibility(**dict(solution.witness["low"])).outcome.credibility
    assert lowest == solution.outcome.low


def test_commitment_over_intervals_holds_the_single_answer() -> None:
    """At the middle values the answer is .630556, and a wider shift asks for more."""
    shift = Shift(SURE(0.4), Interval(0.6, 0.7, 0.9), SURE(0.3), SURE(0.3), SURE(0.9))
    outcome = credibility_to_commit(shift).outcome
    assert round(outcome.mid, 6) == 0.630556
    assert outcome.low < outcome.mid < outcome.high


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (-0.2, 0.0, "no guarantee is needed"),
        (1.1, math.inf, "no credibility suffices"),
        (0.4, 1.2, "within these intervals it is open whether any credibility suffices"),
        (0.4, 0.9, "a credible enough guarantee suffices"),
    ],
)
def test_a_credibility_says_what_it_means(low: float, high: float, told: str) -> None:
    """Below 0, above 1, across 1 and between have words of their own."""
    assert Credibility(low, (low + min(high, 2.0)) / 2, high).told == told


def test_each_way_out_makes_attacking_just_not_pay() -> None:
    """Putting a needed value into the attacker's reckoning leaves it with nothing to gain."""
    q = 0.3
    solution = ways_out(STAKES, q)
    assert [change.name for change in solution.outcome] == [
        "credibility",
        "wins_opposed",
        "punishment",
        "cost",
        "status_quo",
    ]
    for change in solution.outcome[1:]:
        after = replace(STAKES, **{change.name: SURE(change.needed)}) if change.possible else None
        if after is not None:
            assert ways_out(after, q - 1e-9).witness == pytest.approx(0.0, abs=1e-8)
    assert solution.outcome[0].needed == pytest.approx(2 / 3)


def test_without_credibility_neither_capability_nor_punishment_helps() -> None:
    """What hangs on the guarantee cannot replace it."""
    changes = {change.name: change for change in ways_out(STAKES, 0.0).outcome}
    assert not changes["wins_opposed"].possible
    assert not changes["punishment"].possible
    assert changes["cost"].possible
    assert ways_out(STAKES, 1.0).outcome == ()


def test_bare_numbers_and_impossible_credibilities_are_refused() -> None:
    """An interval is asked for by the name of the value."""
    with pytest.raises(ModelError, match=r"prize is 1\.0, a bare number; give an interval"):
        replace(STAKES, prize=1.0)  # type: ignore[arg-type]
    with pytest.raises(ModelError, match=r"credibility is 1\.2; it must lie from 0 to 1"):
        ways_out(STAKES, 1.2)


def test_what_is_just_enough_is_not_told_as_too_much() -> None:
    """(.9 − .1 − .3)/(.9 − .5 + .1) is exactly 1: a sure guarantee suffices, no more is asked for."""
    exact = Stakes(SURE(1.0), SURE(0.9), SURE(0.5), SURE(0.1), SURE(0.3), SURE(0.1))
    outcome = credibility_to_deter(exact).outcome
    assert (outcome.low, outcome.mid, outcome.high) == (1.0, 1.0, 1.0)
    assert outcome.told == "a credible enough guarantee suffices"


def test_every_boundary_of_decimals_is_met_exactly() -> None:
    """Wherever tenths make the needed credibility 1, or 0, that is what is given."""
    tenths = range(11)
    for alone, opposed, cost, punishment in product(tenths, tenths, tenths, tenths):
        effect, rest = alone - opposed + punishment, alone - cost
        if effect > 0:
            for quo, needed in ((rest - effect, 1.0), (rest, 0.0)):
                given = [value / 10 for value in (alone, opposed, cost, quo, punishment)]
                found = critical_credibility(
                    prize=1.0,
                    wins_alone=given[0],
                    wins_opposed=given[1],
                    cost=given[2],
                    status_quo=given[3],
                    punishment=given[4],
                ).outcome
                assert found.credibility == needed
                assert found.attainable


def test_a_way_out_at_the_edge_is_the_edge() -> None:
    """Half a chance of .8 needed: the attacker must win with probability 0, not with a trace above it."""
    water = Stakes(SURE(1.0), SURE(0.7), SURE(0.3), SURE(0.2), SURE(0.1), SURE(0.1))
    changes = {one.name: one.needed for one in ways_out(water, 0.5).outcome}
    assert changes["wins_opposed"] == 0.0
    assert ways_out(water, 0.8).outcome == ()
