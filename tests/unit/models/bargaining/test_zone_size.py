"""How many packages lie in the zone, without listing them."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining import zone_size
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem, Quorum
from goodoffices.models.bargaining.zone import zone
from goodoffices.models.bargaining.zone_size import count_zone


def drawn(seed: int, issues: int = 4, *, fine: bool = False) -> Problem:
    """Return a random problem of two parties with a red line each, and three options an issue."""
    rng = np.random.default_rng(seed)
    every = tuple(Issue(f"i{k}", tuple("abc")) for k in range(issues))
    people = []
    for number in range(2):
        weights = {one.name: float(rng.integers(1, 90 if fine else 4)) for one in every}
        values = {i.name: {o: float(rng.integers(0, 101 if fine else 3)) / 100 for o in "abc"} for i in every}
        place = int(rng.integers(issues - 1))
        text = f"i{place} = a and i{place + 1} != {rng.choice(list('abc'))}"
        line = Demand(f"p{number}.0", f"p{number}", text, parse_condition(text))
        floor = float(rng.integers(0, 60)) / 100 if fine else float(rng.integers(0, 3)) / 100
        people.append(Party(f"p{number}", True, weights, values, floor, (line,)))
    never = (parse_condition("i0 = b and i1 = b"),) if seed % 2 else ()
    return Problem(every, tuple(people), never)


@pytest.mark.parametrize("seed", range(30))
def test_the_count_is_that_of_the_list(seed: int) -> None:
    """Sums of utility give as many packages in the zone as listing them, and for each party alone too."""
    one = drawn(seed, fine=seed % 3 == 0)
    found = count_zone(one)
    assert found.outcome.exact
    assert found.outcome.least == zone(one, limit=0).outcome.count
    for name, count in found.witness.items():
        others = [replace(p, walk_away=p.walk_away if p.name == name else 0.0) for p in one.parties]
        assert count == zone(replace(one, parties=tuple(others)), limit=0).outcome.count


@pytest.mark.parametrize("seed", [0, 1, 2, 4, 9])
def test_too_many_sums_give_bounds_that_hold(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both walk-away values together are too many sums, the number of the list lies within bounds."""
    one = drawn(seed, 8)
    one = replace(one, parties=tuple(replace(party, walk_away=0.01) for party in one.parties))
    monkeypatch.setattr(zone_size, "MAX_SUMS", 150)
    found = count_zone(one)
    count = zone(one, limit=0).outcome.count
    assert found.method == "bounds of the zone by single parties"
    assert found.outcome.least <= count <= found.outcome.most


def test_a_billion_billion_packages_are_counted_exactly() -> None:
    """Of 5 to the 30 packages, those in which option a is picked at least 15 times: a binomial sum."""
    issues = tuple(Issue(f"i{k}", tuple("abcde")) for k in range(30))
    weights = {issue.name: 1.0 for issue in issues}
    values = {i.name: {o: float(o == "a") for o in "abcde"} for i in issues}
    one = Problem(issues, (Party("north", True, weights, values, 0.5), Party("south")))
    ways = [1]
    for _ in issues:
        ways = [4 * a + b for a, b in zip([*ways, 0], [0, *ways], strict=True)]
    assert count_zone(one).outcome.least == sum(ways[15:])


def test_a_zone_that_is_empty_counts_nothing() -> None:
    """Where one party asks for everything and the other for everything else, there is no package."""
    issues = (Issue("i0", ("a", "b")), Issue("i1", ("a", "b")))
    weights = {"i0": 1.0, "i1": 1.0}
    parties = tuple(
        Party(name, True, weights, {i: {"a": float(a), "b": float(not a)} for i in weights}, 1.0)
        for name, a in (("north", True), ("south", False))
    )
    assert count_zone(Problem(issues, parties)).outcome.most == 0
    assert len(list(product("ab", repeat=2))) == Problem(issues, parties).size


def test_what_cannot_be_counted_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A quorum leaves open whose values count, and too many sums for one party leave no bound."""
    one = drawn(0)
    with pytest.raises(ModelError, match="choose a coalition"):
        count_zone(replace(one, quorums=(Quorum(("p0", "p1"), 1),)))
    monkeypatch.setattr(zone_size, "MAX_SUMS", 2)
    with pytest.raises(ModelError, match="too many different utilities"):
        count_zone(one)
