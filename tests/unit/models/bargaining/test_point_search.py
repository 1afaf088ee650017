"""Rules of division by a solver, where the zone is too large to list."""

from __future__ import annotations

from dataclasses import replace
from itertools import count

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining import gain_model
from goodoffices.models.bargaining.account import account
from goodoffices.models.bargaining.pace import Limits, Step
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.solutions import (
    egalitarian,
    kalai_smorodinsky,
    nash,
    rules_of_division,
    utilitarian,
)

RULES = (nash, kalai_smorodinsky, egalitarian, utilitarian)


def drawn(seed: int, *, issues: int = 4, floor: float = 0.3, fine: bool = False) -> Problem:
    """Return a random problem of three parties, one of which has a red line."""
    rng = np.random.default_rng(seed)
    every = tuple(Issue(f"i{k}", tuple("abcd")) for k in range(issues))
    people = []
    for number in range(3):
        weights = {one.name: float(rng.integers(1, 999 if fine else 5)) for one in every}
        values = {i.name: {o: float(rng.integers(0, 101)) / 100 for o in "abcd"} for i in every}
        people.append(Party(f"p{number}", True, weights, values, floor))
    line = Demand("p0.0", "p0", "not both", parse_condition("i0 = a and i1 != b"))
    return Problem(every, (replace(people[0], red_lines=(line,)), *people[1:]))


@pytest.mark.parametrize("seed", range(6))
def test_a_search_picks_what_the_list_picks(seed: int) -> None:
    """All four rules pick the same packages, ties included, with the same numbers beside them."""
    one = drawn(seed, fine=seed % 2 == 0)
    listed = rules_of_division(one, by="listing")
    for method, found in rules_of_division(one, by="search").items():
        assert found.outcome == listed[method].outcome
        assert found.witness.complete
        assert found.witness.bound is None
        assert found.witness.best_gains == pytest.approx(listed[method].witness.best_gains, abs=1e-9)
        assert found.witness.criterion == pytest.approx(listed[method].witness.criterion, abs=1e-9)


def test_an_empty_zone_and_a_zone_without_gain_have_reasons() -> None:
    """Where nobody can be satisfied nothing is picked; where somebody gains nothing, Nash picks nothing."""
    empty = drawn(0, floor=0.95)
    for rule in RULES:
        found = rule(empty, by="search")
        assert (found.outcome.count, found.witness.complete) == (0, True)
        assert found.witness.reason == rule(empty, by="listing").witness.reason
    issues = (Issue("i0", ("a", "b")),)
    worth = {"i0": {"a": 1.0, "b": 0.0}}
    other = {"i0": {"a": 0.0, "b": 1.0}}
    flat = Problem(
        issues, (Party("p", True, {"i0": 1.0}, worth, 0.0), Party("q", True, {"i0": 1.0}, other, 0.0))
    )
    assert nash(flat, by="search").witness.reason == nash(flat, by="listing").witness.reason
    assert utilitarian(flat, by="search").outcome == utilitarian(flat, by="listing").outcome
    nothing = replace(flat, impossible=(parse_condition("i0 in {a, b}"),))
    with pytest.raises(ModelError, match="impossible"):
        nash(nothing, by="search")


def test_where_nobody_can_gain_all_of_the_zone_is_tied_for_shares() -> None:
    """A party held to everything it could get has no share; then every package of the zone is as good."""
    issues = (Issue("i0", ("a", "b")), Issue("i1", ("a", "b")))
    worth = {"i0": {"a": 1.0, "b": 0.0}}
    one = Problem(issues, (Party("p", True, {"i0": 1.0}, worth, 1.0),))
    found = kalai_smorodinsky(one, by="search")
    assert found.outcome == kalai_smorodinsky(one, by="listing").outcome
    assert found.outcome.count == 2


def test_what_is_not_proven_in_time_has_a_bound_that_holds() -> None:
    """With hardly any time, what is given keeps all demands, and no bound is wrong."""
    one = drawn(3, issues=6, fine=True)
    listed = rules_of_division(one, by="listing")
    for seconds in (0.001, 0.02, 0.06, 0.15):
        for method, found in rules_of_division(one, by="search", limits=Limits(seconds)).items():
            best = listed[method].witness.criterion[0]
            if found.witness.complete:
                assert found.outcome == listed[method].outcome
                continue
            assert found.witness.bound is None or found.witness.bound >= best - 1e-6
            assert all(not package.broken for package in found.outcome.packages)
            assert found.outcome.count or found.witness.reason


def test_a_search_stops_with_the_clock_and_tells_its_bounds() -> None:
    """When the clock has run out after a few looks, nothing more is claimed; with time, bounds are told."""
    ticks, heard = count(), list[Step]()
    late = Limits(3.0, clock=lambda: float(next(ticks)))
    found = nash(drawn(3, issues=6, fine=True), by="search", limits=late)
    assert not found.witness.complete
    nash(drawn(3, issues=6, fine=True), by="search", limits=Limits(progress=heard.append))
    assert any(step.bound is not None for step in heard)


def test_more_ties_than_are_looked_for_are_said_not_to_be_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """With room for one tied package, one is given and the answer is not called complete."""
    issues = (Issue("i0", ("a", "b")), Issue("i1", ("a", "b", "c", "d")))
    one = Problem(issues, (Party("p", True, {"i0": 1.0}, {"i0": {"a": 1.0, "b": 0.0}}, 0.2),))
    assert utilitarian(one, by="search").outcome.count == 4
    monkeypatch.setattr(gain_model, "MAX_TIES", 1)
    found = utilitarian(one, by="search")
    assert (found.outcome.count, found.witness.complete) == (1, False)


def test_an_account_asks_the_solver_where_the_frontier_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the frontier can be neither listed nor merged, the account has what is proven by search."""
    one = drawn(1)
    listed = account(one).outcome.rules
    monkeypatch.setattr("goodoffices.models.bargaining.account.MAX_LISTED", 10)
    monkeypatch.setattr("goodoffices.models.bargaining.pareto.MAX_PACKAGES", 10)
    monkeypatch.setattr("goodoffices.models.bargaining.pareto.FEW", 10)
    monkeypatch.setattr("goodoffices.models.bargaining.parts.MAX_KEPT", 1)
    with pytest.raises(ModelError, match="too many"):
        utilitarian(one)
    assert account(one).outcome.rules == listed
