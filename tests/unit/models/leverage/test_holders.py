"""Smallest sets of lever-holders."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.leverage import holders
from goodoffices.models.leverage.holders import smallest_cascades, smallest_holders, smallest_openers
from goodoffices.models.leverage.lever import Lever, pressure

SURE = Interval.exactly


def lever(holder: str, target: str, takes: float, willingness: float = 1.0) -> Lever:
    """Return a lever with a given capacity."""
    return Lever(
        holder,
        target,
        f"means of {holder}",
        SURE(1.0),
        SURE(takes),
        SURE(0.0),
        SURE(1.0),
        SURE(willingness),
        SURE(0.0),
    )


FOUR = [lever("a", "x", 0.5, 0.2), lever("b", "x", 0.3), lever("c", "x", 0.3, 0.9), lever("d", "x", 0.1)]


def test_every_set_of_which_none_can_be_left_out_is_found() -> None:
    """To take 0.6, a needs d or b or c, and b and c need d or each other's rest."""
    solution = smallest_holders([*FOUR, lever("a", "y", 9.0)], "x", 0.6)
    assert [one.holders for one in solution.outcome] == [("a", "b"), ("a", "c"), ("a", "d"), ("b", "c")]
    assert solution.outcome[0].least_willing == 0.2
    assert solution.outcome[3].least_willing == 0.9
    assert solution.witness == pytest.approx(1.2)
    assert smallest_holders(FOUR, "x", 2.0).outcome == ()
    assert [one.holders for one in smallest_holders(FOUR, "x", 0.0).outcome] == [()]


def test_expected_pressure_asks_for_more_holders_than_capacity() -> None:
    """A holder that is unwilling counts for less."""
    expected = smallest_holders(FOUR, "x", 0.6, reading=lambda one: pressure(one).mid)
    assert [one.holders for one in expected.outcome] == [("b", "c", "a"), ("b", "c", "d")]


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=7), st.integers(0, 25))
def test_sets_are_those_that_going_through_all_sets_finds(takes: list[int], loss: int) -> None:
    """The search finds every minimal set of holders, and no other."""
    levers = [lever(f"h{place}", "x", float(value)) for place, value in enumerate(takes)]
    names = [one.holder for one in levers]
    adds = dict(zip(names, takes, strict=True))
    every = [set(some) for size in range(len(names) + 1) for some in combinations(names, size)]
    enough = [some for some in every if sum(adds[name] for name in some) >= loss]
    minimal = {frozenset(some) for some in enough if not any(other < some for other in enough)}
    found = [frozenset(one.holders) for one in smallest_holders(levers, "x", float(loss)).outcome]
    assert len(found) == len(set(found))
    assert set(found) == minimal


def test_too_many_sets_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sets are listed up to a limit."""
    monkeypatch.setattr(holders, "MAX_SETS", 3)
    with pytest.raises(ModelError, match="more than 3 sets of 4 holders"):
        smallest_holders(FOUR, "x", 0.6)


def test_a_package_opens_where_every_shortfall_is_covered() -> None:
    """A package needs its levers on all who refuse it; a red line is covered by none."""
    levers = [*FOUR, lever("a", "y", 0.2)]
    solution = smallest_openers(
        levers, {"p": {"x": 0.6, "y": 0.1}, "q": {"x": 0.1}, "r": {"x": math.inf}, "s": {}}
    )
    assert solution.outcome["p"] == (("a", "b"), ("a", "c"), ("a", "d"))
    assert solution.outcome["q"] == (("a",), ("b",), ("c",), ("d",))
    assert solution.outcome["r"] == ()
    assert solution.outcome["s"] == ((),)
    assert solution.witness == ("s",)


def test_a_party_can_be_moved_by_way_of_another() -> None:
    """A moves b, and only b's purchases weigh enough with x."""
    levers = [lever("a", "b", 0.4), lever("b", "x", 0.9), lever("c", "x", 0.2), lever("a", "x", 0.1)]
    solution = smallest_cascades(levers, {"b": 0.3, "x": 0.8}, "x")
    assert [(one.first, one.rounds) for one in solution.outcome] == [
        (("a",), (("b",), ("x",))),
        (("b",), (("x",),)),
    ]
    assert solution.witness["x"] == pytest.approx(1.2)
    assert smallest_cascades(levers, {"b": 0.3, "x": 2.0}, "x").outcome == ()
    with pytest.raises(ModelError, match="what moving costs 'y'"):
        smallest_cascades(levers, {"b": 0.3}, "y")


def test_more_holders_than_can_be_gone_through_are_refused() -> None:
    """Beyond sixteen holders all sets are too many."""
    many = [lever(f"h{place}", "x", 0.1) for place in range(17)]
    with pytest.raises(ModelError, match="17 holders are more than 16"):
        smallest_cascades(many, {"x": 0.3}, "x")
    with pytest.raises(ModelError, match="17 holders are more than 16"):
        smallest_openers(many, {"p": {"x": 0.3}})
