"""Axioms, dualities and a slow reference for bargaining, on random small problems."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from goodoffices.case.conditions import Condition, parse_condition
from goodoffices.models.bargaining.collisions import (
    idle_demands,
    lone_concessions,
    minimal_collisions,
    minimal_concessions,
)
from goodoffices.models.bargaining.hitting import minimal_hitting_sets
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.problem import Demand, DemandKind, Issue, Party, Problem
from goodoffices.models.bargaining.solutions import (
    PointSolution,
    egalitarian,
    kalai_smorodinsky,
    nash,
    utilitarian,
)
from goodoffices.models.bargaining.zone import zone

MODEST = settings(max_examples=50, deadline=None, derandomize=True)
SOLVERS = (nash, kalai_smorodinsky, egalitarian, utilitarian)
Solver = Callable[[Problem], PointSolution]
Terms = tuple[str, ...]


@st.composite
def conditions(draw: st.DrawFn, issues: tuple[Issue, ...]) -> Condition:
    """Draw a condition that joins an option of one issue with options of another."""
    first, second = (draw(st.sampled_from(issues)) for _ in range(2))
    some = draw(st.lists(st.sampled_from(second.options), min_size=1, max_size=2, unique=True))
    word = draw(st.sampled_from(["and", "or"]))
    return parse_condition(
        f"{first.name} = {draw(st.sampled_from(first.options))} {word} {second.name} in {{{', '.join(some)}}}"
    )


@st.composite
def parties(draw: st.DrawFn, name: str, issues: tuple[Issue, ...], *, must_sign: bool, plain: bool) -> Party:
    """Draw a party with numbers, or one that only says yes and no."""
    lines = draw(st.lists(conditions(issues), max_size=2))
    reds = tuple(Demand(f"{name}.{k}", name, line.text, line) for k, line in enumerate(lines))
    if plain:
        spoken = draw(st.lists(st.sampled_from(issues), max_size=2, unique=True))
        accepts = {
            issue.name: draw(st.lists(st.sampled_from(issue.options), min_size=1, unique=True))
            for issue in spoken
        }
        return Party(name, must_sign, red_lines=reds, accepts=accepts)
    weights = {issue.name: float(draw(st.integers(1, 3))) for issue in issues}
    values = {
        issue.name: {option: draw(st.integers(0, 10)) / 10 for option in issue.options} for issue in issues
    }
    return Party(name, must_sign, weights, values, draw(st.integers(0, 14)) / 20, reds)


@st.composite
def problems(draw: st.DrawFn, *, plain: bool = True) -> Problem:
    """Draw a problem of up to 27 packages in which at least one party with numbers must sign."""
    issues = tuple(
        Issue(f"i{k}", tuple("abc"[: draw(st.integers(2, 3))])) for k in range(draw(st.integers(2, 3)))
    )
    people = [draw(parties("p0", issues, must_sign=True, plain=False))]
    for k in range(1, draw(st.integers(2, 4))):
        only_words = plain and draw(st.booleans())
        people.append(draw(parties(f"p{k}", issues, must_sign=draw(st.booleans()), plain=only_words)))
    problem = Problem(issues, tuple(people), tuple(draw(st.lists(conditions(issues), max_size=1))))
    assume(any(True for _ in possible(problem)))
    return problem


def possible(problem: Problem) -> Iterable[dict[str, str]]:
    """Go through the possible packages one by one."""
    for picked in product(*(issue.options for issue in problem.issues)):
        terms = dict(zip((issue.name for issue in problem.issues), picked, strict=True))
        if not any(condition.holds(terms) for condition in problem.impossible):
            yield terms


def utility(party: Party, terms: Mapping[str, str]) -> Fraction:
    """Return the exact utility of a package to a party with numbers."""
    assert party.weights is not None
    assert party.values is not None
    total = sum(Fraction(str(weight)) for weight in party.weights.values())
    return sum(
        (
            Fraction(str(weight)) / total * Fraction(str(party.values[issue][terms[issue]]))
            for issue, weight in party.weights.items()
        ),
        Fraction(0),
    )


def gain(party: Party, terms: Mapping[str, str]) -> Fraction:
    """Return the exact gain over walking away."""
    return utility(party, terms) - Fraction(str(party.walk_away))


def broken(party: Party, terms: Mapping[str, str]) -> set[str]:
    """Return the ids of the demands of a party that a package breaks."""
    return {
        demand.id
        for demand in party.demands()
        if (gain(party, terms) < 0 if demand.never is None else demand.never.holds(terms))
    }


def all_broken(problem: Problem, terms: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the demands of those who must sign that a package breaks."""
    return frozenset(chain.from_iterable(broken(party, terms) for party in problem.signatories()))


def slow_zone(problem: Problem) -> list[dict[str, str]]:
    """Return the zone by looking at each package."""
    return [terms for terms in possible(problem) if not all_broken(problem, terms)]


def counted(problem: Problem) -> list[Party]:
    """Return those who must sign and have numbers."""
    return [party for party in problem.signatories() if party.measured]


def terms_of(packages: Iterable[Package]) -> set[Terms]:
    """Return the terms of packages as a set."""
    return {tuple(package.terms.values()) for package in packages}


def slow_best(problem: Problem, score: Callable[[tuple[Fraction, ...]], tuple[Fraction, ...]]) -> set[Terms]:
    """Return the packages of the zone with the highest score that no other of these dominates."""
    scored = [
        (tuple(gain(party, terms) for party in counted(problem)), tuple(terms.values()))
        for terms in slow_zone(problem)
    ]
    top = max(score(gains) for gains, _ in scored)
    best = [(gains, terms) for gains, terms in scored if score(gains) == top]
    return {terms for gains, terms in best if not any(dominates(other, gains) for other, _ in best)}


def dominates(one: tuple[Fraction, ...], other: tuple[Fraction, ...]) -> bool:
    """Return whether the first is at least as good for all and not the same."""
    return one != other and all(a >= b for a, b in zip(one, other, strict=True))


def subsets(names: Iterable[str]) -> Iterable[frozenset[str]]:
    """Go through all subsets, smaller ones first."""
    pool = sorted(names)
    return (frozenset(some) for size in range(len(pool) + 1) for some in combinations(pool, size))


def minimal(family: Iterable[frozenset[str]]) -> set[frozenset[str]]:
    """Return the sets that contain no other of them."""
    sets = list(family)
    return {one for one in sets if not any(other < one for other in sets)}


@MODEST
@given(problems())
def test_zone_is_what_a_loop_over_all_packages_finds(problem: Problem) -> None:
    """The zone, its count and its order are those of looking at each package in turn."""
    solution = zone(problem)
    slow = slow_zone(problem)
    assert [dict(package.terms) for package in solution.outcome.packages] == slow
    assert solution.outcome.count == len(slow)
    for party in problem.parties:
        kept = sum(not broken(party, terms) for terms in possible(problem))
        assert solution.witness.acceptable[party.name] == kept


@MODEST
@given(problems())
def test_gains_are_utility_less_walk_away_value(problem: Problem) -> None:
    """Each package of the zone carries the exact utility and gain of every party to 12 decimals."""
    for package in zone(problem).outcome.packages:
        for party in problem.parties:
            value, above = package.utilities[party.name], package.gains[party.name]
            if party.measured:
                assert value == pytest.approx(float(utility(party, package.terms)), abs=1e-11)
                assert above == pytest.approx(float(gain(party, package.terms)), abs=1e-11)
            else:
                assert (value, above) == (None, None)


@MODEST
@given(problems())
def test_frontier_is_what_pairwise_comparison_finds(problem: Problem) -> None:
    """The frontier has exactly the packages of the zone that no other of them dominates."""
    points = [
        (tuple(utility(party, terms) for party in counted(problem)), tuple(terms.values()))
        for terms in slow_zone(problem)
    ]
    best = {terms for point, terms in points if not any(dominates(other, point) for other, _ in points)}
    assert terms_of(pareto_packages(problem).outcome.packages) == best


@MODEST
@given(problems())
def test_solutions_are_what_exact_loops_find(problem: Problem) -> None:
    """Each rule picks what exact fractions and a loop over the zone pick, ties included."""
    slow = slow_zone(problem)
    assume(slow)
    best = [max(gain(party, terms) for terms in slow) for party in counted(problem)]

    def shares(gains: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
        return tuple(sorted(g / b for g, b in zip(gains, best, strict=True) if b > 0))

    assert terms_of(kalai_smorodinsky(problem).outcome.packages) == slow_best(problem, shares)
    leximin = slow_best(problem, lambda gains: tuple(sorted(gains)))
    assert terms_of(egalitarian(problem).outcome.packages) == leximin
    assert terms_of(utilitarian(problem).outcome.packages) == slow_best(
        problem, lambda g: (sum(g, Fraction(0)),)
    )
    if any(min(gain(party, terms) for party in counted(problem)) > 0 for terms in slow):
        assert terms_of(nash(problem).outcome.packages) == slow_best(problem, multiplied)
    else:
        assert nash(problem).outcome.count == 0


def multiplied(gains: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    """Return the product of gains as a score of one entry."""
    total = Fraction(1)
    for one in gains:
        total *= one
    return (total,)


@MODEST
@given(problems())
def test_every_solution_is_pareto_optimal(problem: Problem) -> None:
    """Nash, Kalai–Smorodinsky, egalitarian and utilitarian packages lie on the frontier."""
    frontier = terms_of(pareto_packages(problem).outcome.packages)
    for solver in SOLVERS:
        assert terms_of(solver(problem).outcome.packages) <= frontier


@MODEST
@given(problems(), st.sampled_from([nash, kalai_smorodinsky]))
def test_nash_and_kalai_smorodinsky_do_not_depend_on_units(problem: Problem, solver: Solver) -> None:
    """Measuring one party's utility on another scale with another zero changes no package picked."""
    party = problem.parties[0]
    assert party.values is not None
    assert party.walk_away is not None
    rescaled = replace(
        party,
        values={name: {o: v / 2 + 0.25 for o, v in worth.items()} for name, worth in party.values.items()},
        walk_away=party.walk_away / 2 + 0.25,
    )
    other = replace(problem, parties=(rescaled, *problem.parties[1:]))
    assert terms_of(solver(other).outcome.packages) == terms_of(solver(problem).outcome.packages)


@MODEST
@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), min_size=1, max_size=6, unique=True))
def test_alike_parties_are_treated_alike(points: list[tuple[int, int]]) -> None:
    """Where each package has a mirror image with the parties exchanged, so has each package picked."""
    mirrored = list(dict.fromkeys([*points, *((b, a) for a, b in points)]))
    names = tuple(f"o{k}" for k in range(len(mirrored)))
    both = tuple(
        Party(
            f"p{k}",
            weights={"i": 1.0},
            values={"i": {name: point[k] / 20 for name, point in zip(names, mirrored, strict=True)}},
            walk_away=0.0,
        )
        for k in range(2)
    )
    problem = Problem((Issue("i", names),), both)
    for solver in SOLVERS:
        picked = {(p.utilities["p0"], p.utilities["p1"]) for p in solver(problem).outcome.packages}
        assert picked == {(b, a) for a, b in picked}


@MODEST
@given(problems())
def test_nash_ignores_what_it_did_not_pick(problem: Problem) -> None:
    """Making a package impossible that Nash did not pick leaves the Nash packages as they are."""
    picked = nash(problem).outcome
    others = [t for t in slow_zone(problem) if tuple(t.values()) not in terms_of(picked.packages)]
    assume(others and picked.count)
    gone = parse_condition(" and ".join(f"{issue} = {option}" for issue, option in others[0].items()))
    smaller = replace(problem, impossible=(*problem.impossible, gone))
    assert terms_of(nash(smaller).outcome.packages) == terms_of(picked.packages)


@MODEST
@given(problems(), st.integers(0, 26))
def test_more_packages_never_lower_what_a_rule_makes_highest(problem: Problem, which: int) -> None:
    """Monotonicity: if the zone grows and the best gains stay, no rule's criterion falls (leximin order)."""
    packages = zone(problem).outcome.packages
    assume(len(packages) > 1)
    lost = packages[which % len(packages)]
    gone = parse_condition(" and ".join(f"{issue} = {option}" for issue, option in lost.terms.items()))
    smaller = replace(problem, impossible=(*problem.impossible, gone))
    for solver in SOLVERS:
        before, after = solver(smaller).witness, solver(problem).witness
        if solver is not kalai_smorodinsky or before.best_gains == after.best_gains:
            assert [round(one, 9) for one in after.criterion] >= [round(one, 9) for one in before.criterion]


@MODEST
@given(problems())
def test_no_solution_breaks_a_red_line_of_one_who_must_sign(problem: Problem) -> None:
    """No package that any solver gives contains a broken red line of a party that must sign."""
    lines = [line.never for party in problem.signatories() for line in party.red_lines]
    found = [
        *zone(problem).outcome.packages,
        *pareto_packages(problem).outcome.packages,
        *pareto_packages(problem, among="red_lines").outcome.packages,
        *chain.from_iterable(solver(problem).outcome.packages for solver in SOLVERS),
    ]
    for package in found:
        assert not any(line is not None and line.holds(package.terms) for line in lines)


@MODEST
@given(problems())
def test_collisions_and_concessions_are_what_all_subsets_of_demands_show(problem: Problem) -> None:
    """Going through all subsets of demands gives the same minimal collisions and concessions."""
    patterns = {all_broken(problem, terms) for terms in possible(problem)}
    every = [demand.id for party in problem.signatories() for demand in party.demands()]
    opening = minimal(some for some in subsets(every) if any(broken <= some for broken in patterns))
    colliding = minimal(some for some in subsets(every) if all(broken & some for broken in patterns))
    concessions = minimal_concessions(problem).outcome
    assert {frozenset(one.demands) for one in concessions} == opening
    assert {frozenset(one) for one in minimal_collisions(problem).outcome} == colliding
    assert len(concessions) == len(opening)
    matter = frozenset[str]().union(*colliding)
    assert idle_demands(problem).outcome == tuple(name for name in every if name not in matter)


@MODEST
@given(problems())
def test_collisions_meet_every_concession_and_concessions_every_collision(problem: Problem) -> None:
    """Minimal collisions and minimal concessions are each other's minimal hitting sets."""
    names = [demand.id for party in problem.signatories() for demand in party.demands()]

    def as_bits(sets: Iterable[Iterable[str]]) -> list[int]:
        return [sum(1 << names.index(name) for name in one) for one in sets]

    concessions = as_bits(one.demands for one in minimal_concessions(problem).outcome)
    collisions = as_bits(minimal_collisions(problem).outcome)
    assert set(minimal_hitting_sets(concessions)) == set(collisions)
    assert set(minimal_hitting_sets(collisions)) == set(concessions)


@MODEST
@given(problems())
def test_witnesses_prove_collisions_and_concessions_minimal(problem: Problem) -> None:
    """Each demand of a collision is broken alone by its package, each conceded demand is needed."""
    collisions = minimal_collisions(problem)
    for collision, spared in zip(collisions.outcome, collisions.witness.spared, strict=True):
        assert tuple(spared) == collision
        for name, package in spared.items():
            assert set(package.broken) & set(collision) == {name}
    concessions = minimal_concessions(problem, examples=2)
    for one, met in zip(concessions.outcome, concessions.witness.collisions_met, strict=True):
        assert tuple(met) == one.demands
        for name, collision in met.items():
            assert collision in collisions.outcome
            assert set(collision) & set(one.demands) == {name}
        for package in one.packages:
            assert all_broken(problem, package.terms) == set(one.demands)
        assert len(one.packages) == min(2, one.count)


@MODEST
@given(problems(plain=False), st.integers(0, 5))
def test_concessions_come_cheapest_first(problem: Problem, cost: int) -> None:
    """Stated costs are added up and order the concessions, and those of one party are found among them."""
    dear = [
        d.id for party in problem.signatories() for d in party.demands() if d.kind is DemandKind.WALK_AWAY
    ]
    costs = {dear[0]: float(cost)}
    concessions = minimal_concessions(problem, costs=costs).outcome
    assert [one.cost for one in concessions] == sorted(one.cost for one in concessions)
    for one in concessions:
        assert one.cost == sum(costs.get(name, 1.0) for name in one.demands)
    for name, alone in lone_concessions(problem, costs=costs).outcome.items():
        assert alone == tuple(one for one in concessions if set(one.holders) == {name})


@MODEST
@given(st.lists(st.frozensets(st.integers(0, 6), min_size=0, max_size=4), max_size=6))
def test_hitting_sets_are_what_all_subsets_show(edges: list[frozenset[int]]) -> None:
    """The search for minimal hitting sets finds each of them once, as going through all subsets does."""
    bits = [sum(1 << element for element in edge) for edge in edges]
    hitting = [some for some in range(1 << 7) if all(some & edge for edge in bits)]
    smallest = [some for some in hitting if not any(other & ~some == 0 for other in hitting if other != some)]
    assert sorted(minimal_hitting_sets(bits)) == smallest
