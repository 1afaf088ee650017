"""The whole answer for one problem: is there a zone, why not, and what would open one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.collisions import ConcessionSolution, collisions_and_concessions
from goodoffices.models.bargaining.decisions import Decision, counted, keeping
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.hitting import elements, minimal_hitting_sets
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.search import find_collision, find_package
from goodoffices.models.bargaining.separate import collisions_by_parts, is_separable
from goodoffices.models.bargaining.solutions import PointSolution, rules_of_division
from goodoffices.models.bargaining.study import Concession, checked_prices
from goodoffices.models.bargaining.ways_out import find_concessions
from goodoffices.models.bargaining.zone import zone
from goodoffices.models.solution import Solution

__all__ = ["Account", "account"]

MAX_SHARED = 10_000
"""Up to so many minimal concessions are drawn from all collisions and ordered by who bears what."""

MAX_LISTED = 1_000_000
"""Up to so many packages everything is found by listing; of more, only what is asked for is searched."""


@dataclass(frozen=True, slots=True)
class Account:
    """What could be agreed, or why nothing can and what would help.

    Attributes:
        size: Number of packages, possible or not.
        decision: Whether there is a zone.
        zone: Number of packages in the zone; None where they were not listed.
        packages: Some of the zone, none where there is none.
        collisions: Smallest sets of demands that cannot all be met.
        all_collisions: Whether these are all there are.
        concessions: Smallest sets of demands that open a zone, cheapest first, at equal cost fewest
            demands, then those first whose best package leaves the worst-off best off; none where there
            is a zone.
        all_concessions: Whether these are all there are.
        bound: Where they are not all: every other costs at least so much, as far as is proven.
        optimal: Whether those given are proven to be the cheapest.
        rules: What rules of division are proven to pick from the zone, by name; none without gains.
    """

    size: int
    decision: Decision
    zone: int | None
    packages: tuple[Package, ...]
    collisions: tuple[tuple[str, ...], ...]
    all_collisions: bool
    concessions: tuple[Concession, ...]
    all_concessions: bool
    bound: float | None
    optimal: bool
    rules: Mapping[str, tuple[Package, ...]]


def account(
    problem: Problem,
    *,
    costs: Mapping[str, float] | None = None,
    limit: int = 10,
    limits: Limits = DEFAULT,
) -> Solution[Account, tuple[str, ...]]:
    """Answer for one problem whether there is a zone, and if not, why and what would open one.

    Up to 1,000,000 packages are listed, which gives all collisions and concessions. Of more, a solver
    decides whether there is a zone, and finds the cheapest concessions one after the other; collisions
    are all found where no walk-away value ties the issues together, else one is.

    Args:
        problem: Of any size.
        costs: What giving up a demand costs, by its id; 1 where it is not stated.
        limit: How many packages and, where they are searched for, concessions to give.
        limits: Time and seed: for each call of the solver, or with a clock for everything; and whom to tell.

    Returns:
        The account, which says what of it is not complete; the witness names the methods used.
    """
    watch = Watch(limits)
    if problem.size <= MAX_LISTED:
        return _listed(problem, costs or {}, limit, watch)
    found = find_package(problem, limits=limits)
    base = Account(problem.size, found.outcome, None, (), (), False, (), False, None, optimal=True, rules={})
    if found.witness is not None:
        rules = _rules(problem, limit, watch)
        picked = {name: solution.outcome.packages for name, solution in rules.items()}
        made = replace(base, packages=(found.witness,), rules=picked)
        return Solution("account by search", made, (found.method, *rules), limits.parameters())
    if found.outcome is Decision.OPEN:
        return Solution("account by search", replace(base, optimal=False), (found.method,))
    return _searched(problem, costs or {}, limit, watch, base)


def _listed(
    problem: Problem, costs: Mapping[str, float], limit: int, watch: Watch
) -> Solution[Account, tuple[str, ...]]:
    found = zone(problem, limit=limit)
    there_is = found.outcome.count > 0
    collisions, concessions = collisions_and_concessions(problem, costs=costs, limits=watch.rest())
    rules = _rules(problem, limit, watch) if there_is else {}
    made = Account(
        problem.size,
        Decision.THERE_IS_A_ZONE if there_is else Decision.THERE_IS_NONE,
        found.outcome.count,
        found.outcome.packages,
        collisions.outcome,
        collisions.witness.complete,
        () if there_is else tuple(sorted(concessions.outcome, key=_preference(problem))),
        there_is or concessions.witness.complete,
        None if there_is else concessions.witness.bound,
        optimal=there_is or _cheapest_first(concessions),
        rules={name: solution.outcome.packages for name, solution in rules.items()},
    )
    methods = (found.method, collisions.method, concessions.method, *rules)
    return Solution("account by listing", made, methods, {"costs": dict(costs), "limit": limit})


def _cheapest_first(found: ConcessionSolution) -> bool:
    """Tell whether none of the concessions that were not found can be cheaper than those that were."""
    highest = max((one.cost for one in found.outcome), default=0.0)
    return found.witness.bound is None or highest <= found.witness.bound


def _preference(problem: Problem) -> Callable[[Concession], tuple[float, int, list[float]]]:
    """Return what concessions are ordered by: cost, number, and what the worst-off are left with."""
    names = [party.name for party in problem.concerned() if party.measured]

    def key(one: Concession) -> tuple[float, int, list[float]]:
        package = one.packages[0]
        worth = (package.gains[name] for name in names)
        known = (package.utilities[n] if w is None else w for n, w in zip(names, worth, strict=True))
        return one.cost, len(one.demands), sorted((-(value or 0.0) for value in known), reverse=True)

    return key


def _rules(problem: Problem, limit: int, watch: Watch) -> dict[str, PointSolution]:
    measured = [party for party in problem.signatories() if party.measured]
    if problem.quorums or not measured or any(party.walk_away is None for party in measured):
        return {}
    try:
        found = rules_of_division(problem, limit=limit, limits=watch.rest())
    except ModelError:
        # The frontier is too large to be merged; a solver finds what each rule picks without it.
        found = rules_of_division(problem, limit=limit, by="search", limits=watch.rest())
    return {
        method: solution
        for method, solution in found.items()
        if solution.outcome.count and solution.witness.complete
    }


def _searched(
    problem: Problem, costs: Mapping[str, float], limit: int, watch: Watch, base: Account
) -> Solution[Account, tuple[str, ...]]:
    methods, limits = [], watch.limits
    if is_separable(problem):
        parts = collisions_by_parts(problem, limits=watch.rest())
        complete = bool(parts.parameters["complete"])
        base = replace(base, collisions=parts.outcome, all_collisions=complete)
        methods.append(parts.method)
    elif not problem.quorums:
        one = find_collision(problem, limits=_half(watch))
        base = replace(base, collisions=(one.outcome.demands,) if one.outcome.demands else ())
        methods.append(one.method)
    if base.all_collisions:
        shared = _sharing(problem, base.collisions, checked_prices(counted(problem), costs))
        if len(shared) <= MAX_SHARED:
            made = _first_of(problem, shared, limit, watch, base)
            parameters = {
                "costs": dict(costs),
                "limit": limit,
                "seconds": limits.seconds,
                "seed": limits.seed,
            }
            methods.append("minimal concessions by hitting sets of all collisions")
            return Solution("account by search", made, tuple(methods), parameters)
    ways = find_concessions(problem, costs=costs, count=limit, limits=watch.rest())
    made = replace(
        base,
        concessions=ways.outcome.concessions,
        all_concessions=ways.outcome.complete,
        bound=ways.outcome.bound,
        optimal=ways.outcome.optimal,
    )
    parameters = {"costs": dict(costs), "limit": limit, "seconds": limits.seconds, "seed": limits.seed}
    return Solution("account by search", made, (*methods, ways.method), parameters)


def _half(watch: Watch) -> Limits:
    """Return the limits for a first collision: with a clock half of what is left, for the rest to come."""
    rest = watch.rest()
    return rest if rest.clock is None else replace(rest, seconds=rest.seconds / 2)


def _sharing(
    problem: Problem, collisions: tuple[tuple[str, ...], ...], prices: Mapping[str, float]
) -> list[tuple[float, int, float, tuple[str, ...]]]:
    """Return the minimal concessions that meet all collisions: cost, number, most that one party bears, ids.

    They are in this order, so that at equal cost the burden is shared; one more than can be handled at most.
    """
    ids = list(prices)
    holders = {demand.id: demand.holder for demand in problem.demands()}
    edges = [sum(1 << ids.index(name) for name in collision) for collision in collisions]
    found = []
    for bits in islice(minimal_hitting_sets(edges), MAX_SHARED + 1):
        demands = tuple(ids[place] for place in elements(bits))
        borne: dict[str, float] = {}
        for name in demands:
            borne[holders[name]] = borne.get(holders[name], 0.0) + prices[name]
        cost = sum(borne.values())
        found.append((round(cost, 9), len(demands), max(borne.values(), default=0.0), demands))
    return sorted(found)


def _first_of(
    problem: Problem,
    shared: list[tuple[float, int, float, tuple[str, ...]]],
    limit: int,
    watch: Watch,
    base: Account,
) -> Account:
    """Describe the first concessions, each with a package that it opens."""
    evaluator = Evaluator.of(problem)
    holders = {demand.id: demand.holder for demand in evaluator.demands}
    ways = []
    for cost, _, _, demands in watch.within(shared[:limit], "finding a package for each concession", limit):
        answer = keeping(evaluator, [name for name in counted(problem) if name not in demands], watch.rest())
        if answer.choices is not None:
            who = tuple(dict.fromkeys(holders[name] for name in demands))
            ways.append(Concession(demands, who, cost, 1, (evaluator.package(answer.choices),)))
    complete = len(ways) == len(shared)
    bound = None if complete else shared[min(len(ways), len(shared) - 1)][0]
    return replace(base, concessions=tuple(ways), all_concessions=complete, bound=bound)
