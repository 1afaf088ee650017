"""The whole answer for one problem, and collisions by parts."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.models.bargaining import account as accounts
from goodoffices.models.bargaining.account import account
from goodoffices.models.bargaining.collisions import minimal_collisions
from goodoffices.models.bargaining.constraints import Limits
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem, Quorum
from goodoffices.models.bargaining.separate import collisions_by_parts, is_separable

ISSUES = tuple(Issue(f"i{k}", ("a", "b", "c")) for k in range(4))
WORDS = Problem(
    ISSUES,
    (
        Party("north", accepts={"i0": ["a"], "i1": ["a", "b"]}),
        Party(
            "south",
            accepts={"i0": ["b"]},
            red_lines=(
                Demand("s1", "south", "linked", parse_condition("i1 in {a, b} and i2 = a")),
                Demand("s2", "south", "no b or c", parse_condition("i2 in {b, c}")),
            ),
        ),
    ),
)


def numbered(floor: float) -> Problem:
    """Return a problem of two parties that want the opposite on every issue."""
    people = []
    for name, values in (("north", (1.0, 0.6, 0.0)), ("south", (0.0, 0.6, 1.0))):
        worth = {issue.name: dict(zip(issue.options, values, strict=True)) for issue in ISSUES}
        people.append(Party(name, True, {issue.name: 1.0 for issue in ISSUES}, worth, floor))
    return Problem(ISSUES, tuple(people))


def test_collisions_by_parts_are_those_of_the_list() -> None:
    """Demands on the first issue collide by themselves, and three demands over the next two issues."""
    assert is_separable(WORDS)
    found = collisions_by_parts(WORDS)
    assert found.outcome == minimal_collisions(WORDS).outcome
    assert found.witness[("north.accepts.i0", "south.accepts.i0")] == ("i0",)
    assert found.witness[("north.accepts.i1", "s1", "s2")] == ("i1", "i2")


def test_walk_away_values_and_quorums_tie_parts_together() -> None:
    """With either, issues cannot be looked at one by one."""
    assert not is_separable(numbered(0.5))
    assert not is_separable(replace(WORDS, quorums=(Quorum(("north",), 1),)))


def test_an_account_of_a_zone_has_rules_of_division() -> None:
    """Where walk-away values are known, what each rule picks is given; nothing need be conceded."""
    found = account(numbered(0.5)).outcome
    assert found.decision is Decision.THERE_IS_A_ZONE
    assert found.zone
    assert set(found.rules) == {"Nash", "Kalai–Smorodinsky", "egalitarian (leximin)", "utilitarian"}
    assert (found.collisions, found.concessions, found.all_collisions) == ((), (), True)


def test_ties_of_concessions_are_ordered_by_the_worst_off() -> None:
    """Of two concessions of equal cost, the one comes first that leaves the worst-off best off."""
    line = Demand("n", "north", "", parse_condition("i0 != a or i1 != a or i2 != a or i3 != b"))
    base = numbered(0.55)
    torn = replace(base, parties=(replace(base.parties[0], red_lines=(line,)), base.parties[1]))
    found = account(torn).outcome
    assert [(way.demands, way.cost) for way in found.concessions] == [(("n",), 1), (("south.walk_away",), 1)]


@pytest.mark.parametrize("problem", [WORDS, numbered(0.5), numbered(0.7)])
def test_a_searched_account_says_what_a_listed_one_says(
    problem: Problem, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Decision and costs agree; a search gives all collisions where parts are separate, else one."""
    listed = account(problem).outcome
    monkeypatch.setattr(accounts, "MAX_LISTED", 0)
    searched = account(problem, limit=100).outcome
    assert searched.decision is listed.decision
    assert searched.zone is None
    assert [way.cost for way in searched.concessions] == [way.cost for way in listed.concessions]
    if is_separable(problem):
        assert searched.collisions == listed.collisions
    elif listed.collisions:
        assert set(searched.collisions) <= set(listed.collisions)


def test_a_quorum_is_searched_without_collisions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where it is open who signs, concessions are found and collisions are not claimed."""
    monkeypatch.setattr(accounts, "MAX_LISTED", 0)
    found = account(WORDS.signed_by(["south"], quorums=(Quorum(("north",), 1),))).outcome
    assert found.decision is Decision.THERE_IS_NONE
    assert (found.collisions, found.all_collisions) == ((), False)
    assert found.concessions


def test_an_account_that_ran_out_of_time_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """With next to no time for many issues, the decision is open."""
    monkeypatch.setattr(accounts, "MAX_LISTED", 0)
    rng = np.random.default_rng(3)
    issues = tuple(Issue(f"i{k}", tuple("abcde")) for k in range(30))
    people = []
    for number in range(8):
        weights = {issue.name: float(rng.integers(1, 100)) for issue in issues}
        values = {i.name: {o: int(rng.integers(0, 100)) / 100 for o in i.options} for i in issues}
        people.append(Party(f"p{number}", True, weights, values, 0.62))
    found = account(Problem(issues, tuple(people)), limits=Limits(seconds=1e-9)).outcome
    assert found.decision is Decision.OPEN
    assert not found.optimal


def test_at_equal_cost_a_searched_concession_is_shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where each of four issues needs one of two to give, the first concession asks two of each."""
    monkeypatch.setattr(accounts, "MAX_LISTED", 0)
    people = tuple(
        Party(name, accepts={issue.name: [option] for issue in ISSUES})
        for name, option in (("north", "a"), ("south", "b"))
    )
    found = account(Problem(ISSUES, people), limit=3).outcome
    assert [way.cost for way in found.concessions] == [4, 4, 4]
    assert [id_.partition(".")[0] for id_ in found.concessions[0].demands].count("north") == 2
    assert (found.all_concessions, found.bound, found.optimal) == (False, 4, True)
    assert set(found.concessions[0].packages[0].broken) == set(found.concessions[0].demands)
    monkeypatch.setattr(accounts, "MAX_SHARED", 3)
    many = account(Problem(ISSUES, people), limit=3).outcome
    assert [way.cost for way in many.concessions] == [4, 4, 4]
