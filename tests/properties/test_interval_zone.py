"""What is acceptable surely, possibly or never is what values drawn from the intervals show."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.bargaining import surety
from goodoffices.models.bargaining.pace import Limits
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.robustness import Ranges, robustness
from goodoffices.models.bargaining.surety import Surety, acceptance, interval_zone, reading
from goodoffices.models.bargaining.zone import zone

ISSUES = (
    Issue("i0", ("a", "b", "c"), (0.0, 40.0, 100.0)),
    Issue("i1", ("a", "b", "c")),
    Issue("i2", ("a", "b")),
)


def around(rng: np.random.Generator, middle: float, width: float, highest: float) -> Interval:
    """Return an interval round a value."""
    low, high = max(0.0, middle - width * rng.random()), min(highest, middle + width * rng.random())
    return Interval(low, min(max(middle, low), high), high)


def drawn(seed: int) -> tuple[Problem, Ranges]:
    """Return a random problem of two parties with intervals round everything."""
    rng = np.random.default_rng(seed)
    people, weights, values, places, floors = [], {}, {}, {}, {}
    for number in range(2):
        name = f"p{number}"
        own = {issue.name: float(rng.integers(1, 5)) for issue in ISSUES}
        worth = {i.name: {o: float(rng.random()) for o in i.options} for i in ISSUES}
        weights[name] = {issue: around(rng, one, 2.0, 9.0) for issue, one in own.items()}
        values[name] = {
            issue: {option: around(rng, one, 0.2, 1.0) for option, one in row.items()}
            for issue, row in worth.items()
        }
        if seed % 2:
            places[name] = {"i0": around(rng, 50.0, 50.0, 100.0)}
        floor = float(rng.uniform(0.35, 0.9))
        floors[name] = around(rng, floor, 0.1, 1.0)
        people.append(Party(name, True, own, worth, floor))
    line = Demand("p0.0", "p0", "not both", parse_condition("i1 = a and i2 = a"))
    problem = Problem(ISSUES, (replace(people[0], red_lines=(line,)), people[1]))
    return problem, Ranges(weights, values, places, floors)


def taken(rng: np.random.Generator, interval: Interval) -> float:
    """Return a value in an interval, often one of its ends."""
    return float(rng.choice([interval.low, interval.high, rng.uniform(interval.low, interval.high)]))


def realised(problem: Problem, ranges: Ranges, rng: np.random.Generator) -> Problem:
    """Return the problem at some values in the intervals."""
    people = []
    for party in problem.parties:
        worth = {
            i: {o: taken(rng, one) for o, one in row.items()} for i, row in ranges.values[party.name].items()
        }
        if party.name in ranges.places:
            at = taken(rng, ranges.places[party.name]["i0"])
            worth["i0"] = {o: 1 - abs((ISSUES[0].place(o) or 0.0) - at) / 100 for o in ISSUES[0].options}
        weights = {i: taken(rng, one) for i, one in ranges.weights[party.name].items()}
        weights["i2"] = max(weights["i2"], 0.01)
        floor = taken(rng, ranges.walk_away[party.name])
        people.append(replace(party, weights=weights, values=worth, walk_away=floor))
    return replace(problem, parties=tuple(people))


def every() -> list[dict[str, str]]:
    """Return all packages."""
    names = [issue.name for issue in ISSUES]
    return [dict(zip(names, one, strict=True)) for one in product(*(issue.options for issue in ISSUES))]


@pytest.mark.parametrize("seed", range(12))
def test_no_values_in_the_intervals_contradict_surely_or_never(seed: int) -> None:
    """What is surely acceptable is so at all values drawn, and what is never acceptable at none."""
    problem, ranges = drawn(seed)
    rng = np.random.default_rng(100 + seed)
    sure = zone(reading(problem, ranges, lowest=True)).outcome
    maybe = zone(reading(problem, ranges, lowest=False)).outcome
    surely = {tuple(one.terms.items()) for one in sure.packages}
    possibly = {tuple(one.terms.items()) for one in maybe.packages}
    assert surely <= possibly
    for _ in range(40):
        there = {tuple(one.terms.items()) for one in zone(realised(problem, ranges, rng)).outcome.packages}
        assert surely <= there <= possibly


@pytest.mark.parametrize("seed", range(12))
def test_the_zone_over_intervals_is_what_each_package_by_itself_shows(seed: int) -> None:
    """Counts of packages that are acceptable surely and possibly are those of going through them."""
    problem, ranges = drawn(seed)
    found = interval_zone(problem, ranges)
    kinds = [acceptance(problem, terms, ranges).outcome for terms in every()]
    surely = sum(all(one is Surety.SURELY for one in kind.values()) for kind in kinds)
    never = sum(any(one is Surety.NEVER for one in kind.values()) for kind in kinds)
    assert (found.outcome.surely, found.outcome.possibly) == (surely, len(kinds) - never)
    for name, counts in found.witness.items():
        assert counts == (
            sum(kind[name] is Surety.SURELY for kind in kinds),
            sum(kind[name] is not Surety.NEVER for kind in kinds),
        )
    expected = Surety.SURELY if surely else Surety.NEVER if never == len(kinds) else Surety.POSSIBLY
    assert found.outcome.there_is is expected
    for package in found.outcome.packages:
        sure = robustness(
            problem, package.terms, ranges, generator=np.random.default_rng(seed), draws=50
        ).outcome
        assert sure.surely == bool(surely)
        assert not sure.never


@pytest.mark.parametrize("seed", range(12))
def test_a_solver_decides_as_the_list_does(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """In spaces too large to list the answer is the same, with a package that shows it."""
    problem, ranges = drawn(seed)
    listed = interval_zone(problem, ranges).outcome
    monkeypatch.setattr(surety, "MAX_PACKAGES", 1)
    found = interval_zone(problem, ranges).outcome
    assert found.there_is is listed.there_is
    assert (found.surely, found.possibly) == (None, None)
    terms = [package.terms for package in listed.packages]
    assert all(package.terms in terms for package in found.packages)


def test_the_kinds_of_zone_all_come_up() -> None:
    """Among the random problems there are zones that are sure, possible and impossible."""
    kinds = {interval_zone(*drawn(seed)).outcome.there_is for seed in range(40)}
    assert kinds == {Surety.SURELY, Surety.POSSIBLY, Surety.NEVER}


def test_a_zone_that_is_not_decided_in_time_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without time for the solver nothing is claimed."""
    issues = tuple(Issue(f"i{k}", tuple("abcde")) for k in range(30))
    rng = np.random.default_rng(0)
    people = []
    for number in range(4):
        weights = {issue.name: float(rng.integers(1, 10)) for issue in issues}
        values = {i.name: {o: int(rng.integers(0, 101)) / 100 for o in i.options} for i in issues}
        people.append(Party(f"p{number}", True, weights, values, 0.68))
    monkeypatch.setattr(surety, "MAX_PACKAGES", 1)
    found = interval_zone(Problem(issues, tuple(people)), Ranges(), limits=Limits(1e-6)).outcome
    assert (found.there_is, found.packages) == (Surety.OPEN, ())


def test_parties_for_whom_nothing_or_everything_is_acceptable() -> None:
    """Who would need more than there is accepts nothing; who values nothing and needs nothing, everything."""
    issues = (Issue("i0", ("a", "b")),)
    greedy = Party("p", True, {"i0": 1.0}, {"i0": {"a": 0.5, "b": 0.4}}, 0.45)
    ranges = Ranges(walk_away={"p": Interval(0.45, 0.9, 1.0)})
    problem = Problem(issues, (greedy,))
    assert interval_zone(problem, ranges).witness == {"p": (0, 1)}
    flat = Problem(issues, (replace(greedy, values={"i0": {"a": 0.5, "b": 0.5}}),))
    assert interval_zone(flat, Ranges()).outcome.surely == 2


@pytest.mark.parametrize(
    ("ranges", "message"),
    [
        (Ranges(weights={"p9": {"i0": Interval(1, 2, 3)}}), "no party 'p9'"),
        (Ranges(weights={"p0": {"i9": Interval(1, 2, 3)}}), "'i9', which is no issue"),
        (Ranges(weights={"p0": {"i0": Interval(-1, 2, 3)}}), "weight of 'p0' is from -1 to 3"),
        (Ranges(values={"p0": {"i0": {"z": Interval(0, 0, 1)}}}), "'z', which is no option of 'i0'"),
        (Ranges(values={"p0": {"i0": {"a": Interval(0, 0, 2)}}}), "worth of 'p0' is from 0 to 2"),
        (Ranges(places={"p0": {"i0": Interval(0, 0, 101)}}), "ideal point of 'p0' is from 0 to 101"),
        (Ranges(walk_away={"p2": Interval(0, 0, 1)}), "none in the middle"),
    ],
)
def test_intervals_of_nothing_known_are_refused(ranges: Ranges, message: str) -> None:
    """An interval names its party, issue and option, and lies on its scale."""
    problem, _ = drawn(0)
    wider = replace(problem, parties=(*problem.parties, Party("p2", accepts={"i2": ["a"]})))
    with pytest.raises(ModelError, match=message):
        interval_zone(wider, ranges)
