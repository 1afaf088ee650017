"""What rules of division pick from a zone too large to list, by a solver that proves that nothing is higher.

Gains are whole numbers in a unit common to all parties where one exists that is no finer than a trillionth,
else they are rounded to it. The solver works with whole numbers only, so what it proves is exact.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from math import inf
from operator import itemgetter

import numpy as np

from goodoffices.models.bargaining.decisions import refuse_impossible
from goodoffices.models.bargaining.dividing import (
    EMPTY,
    NO_GAIN,
    RULES,
    TOLERANCE,
    PointSolution,
    PointWitness,
    ascending,
    best_on_frontier,
    counted_with_gains,
)
from goodoffices.models.bargaining.dominance import undominated
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.gain_model import Gains, Solved, Task
from goodoffices.models.bargaining.nash_search import highest_products
from goodoffices.models.bargaining.pace import Limits, Watch
from goodoffices.models.bargaining.packages import PackageList
from goodoffices.models.bargaining.pareto import names, set_aside
from goodoffices.models.bargaining.problem import Party, Problem
from goodoffices.models.solution import Solution

__all__ = ["searched"]

Choice = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picks:
    """What a solver found for a rule.

    Attributes:
        choices: Packages that may be highest, all of them if it is complete.
        complete: Whether that is proven.
        bound: No package is higher in the first entry of what the rule compares; None if nothing is proven.
        empty: Whether it is proven that there is no package to pick.
    """

    choices: tuple[Choice, ...]
    complete: bool
    bound: float | None
    empty: bool = False


def searched(
    problem: Problem, methods: Collection[str], limit: int, limits: Limits
) -> dict[str, PointSolution]:
    """Find what rules of division pick, in a space of any size.

    Args:
        problem: It is settled who must sign.
        methods: Some of the rules.
        limit: How many tied packages of each to list.
        limits: Time for all of them together, of which the best gains and each rule get an equal share.

    Returns:
        For each rule its solution; where time ran out it is not complete, and gives a bound.

    References:
        Lexicographic maximum: Ogryczak, Pióro and Tomaszewski (2005), Telecommunications network design and
        max-min optimization problem, Journal of Telecommunications and Information Technology 3. Concave
        sums by tangents: Kelley (1960), The cutting-plane method for solving convex programs, Journal of the
        Society for Industrial and Applied Mathematics 8.
    """
    counted = counted_with_gains(problem)
    evaluator = Evaluator.of(problem)
    share = replace(limits, seconds=limits.seconds / (len(methods) + 1), clock=None)
    task = Task(Gains.of(evaluator, counted), share, Watch(limits))
    highest = [task.highest(itemgetter(place)) for place in range(len(counted))]
    if highest[0].none:
        refuse_impossible(evaluator, limits)
    found = {}
    for method in methods:
        task = task.again()
        picks = _ruled(task, method, highest)
        found[method] = _solution(evaluator, method, picks, highest, limit)
    return found


def _ruled(task: Task, method: str, highest: Sequence[Solved]) -> Picks:
    if highest[0].none:
        return Picks((), complete=True, bound=None, empty=True)
    best = [one.value for one in highest]
    match method:
        case "utilitarian":
            return _or_known(_sum(task), highest)
        case "Nash":
            choices, bound, complete = highest_products(task, best)
            if complete and not choices:
                return Picks((), complete=True, bound=None)
            return Picks(choices, complete, bound)
        case "egalitarian (leximin)":
            return _or_known(_leximin(task, lambda gains: gains, len(best)), highest)
    entering = [place for place, value in enumerate(best) if value > 0]
    found = _leximin(task.shares(best), lambda gains: [gains[place] for place in entering], len(entering))
    found = _or_known(found, highest)
    return found if all(one.proven for one in highest) else replace(found, complete=False, bound=None)


def _or_known(picks: Picks, highest: Sequence[Solved]) -> Picks:
    """Return what was found, or where nothing was the packages already known, of which the best counts."""
    known = tuple(one.choices for one in highest if one.choices is not None)
    return picks if picks.choices else replace(picks, choices=tuple(dict.fromkeys(known)))


def _known(bound: float) -> float | None:
    return None if bound == inf else bound


def _sum(task: Task) -> Picks:
    found = task.highest(sum)
    bound = (found.bound + task.gains.slack * len(task.gains.terms)) / task.gains.unit
    if found.choices is None:
        return Picks((), complete=False, bound=_known(bound))
    if not found.proven:
        return Picks((found.choices,), complete=False, bound=_known(bound))
    slack = int(TOLERANCE * (found.value if found.value > 0 else task.gains.unit))
    slack += 2 * task.gains.slack * len(task.gains.terms)
    every, complete = task.every(lambda model, gains: model.add(sum(gains) >= found.value - slack))
    return Picks(every or (found.choices,), complete, None)


def _leximin(task: Task, pick: Callable[[Sequence[object]], Sequence[object]], number: int) -> Picks:
    """Raise the lowest number as high as can be, then the second lowest, and so on."""
    unit, slack = task.gains.unit, task.gains.slack
    floors: list[int] = []
    last: Solved | None = None
    for place in range(number):
        last = task.highest_of_lowest(pick, floors, place)
        if last.choices is None or not last.proven:
            first = (last.bound + slack) / unit if not place else inf
            return Picks(() if last.choices is None else (last.choices,), complete=False, bound=_known(first))
        floors.append(last.value - int(TOLERANCE * unit) - 2 * slack)
    every, complete = task.every(lambda model, gains: task.at_least(model, pick(gains), floors))
    return Picks(every or (() if last is None or last.choices is None else (last.choices,)), complete, None)


def _best(evaluator: Evaluator, counted: Sequence[Party], highest: Sequence[Solved]) -> tuple[float, ...]:
    """Return the highest gain of each party, as the package that gives it is listed; 0 if none is known."""
    return tuple(
        0.0 if one.choices is None else evaluator.package(one.choices).gains[party.name] or 0.0
        for party, one in zip(counted, highest, strict=True)
    )


def _solution(
    evaluator: Evaluator,
    method: str,
    picks: Picks,
    highest: Sequence[Solved],
    limit: int,
) -> PointSolution:
    """Compare what was found as it would be compared on a list, and describe it."""
    problem = evaluator.problem
    counted = counted_with_gains(problem)
    parameters = {"tolerance": TOLERANCE, "limit": limit, "by": "search"}
    packages = [evaluator.package(choice) for choice in sorted(picks.choices)]
    best = () if picks.empty else _best(evaluator, counted, highest)
    witness = PointWitness(
        names(counted), names(set_aside(problem, counted)), None, best, (), None, picks.complete, picks.bound
    )
    if not packages:
        why = (EMPTY if picks.empty else NO_GAIN) if picks.complete else "no package was found in time"
        return Solution(method, PackageList(0, ()), replace(witness, reason=why), parameters)
    table = np.array([[one.gains[party.name] or 0.0 for party in counted] for one in packages])
    front = undominated(table)
    top = np.array(best)

    def shares(some: np.ndarray) -> np.ndarray:
        return ascending(some[:, top > 0] / top[top > 0])

    scores = shares if method == "Kalai–Smorodinsky" else RULES[method]
    tied, _, criterion = best_on_frontier(table[front], scores)
    some = [packages[front[row]] for row in tied]
    if method == "Nash" and criterion[0] <= 0:
        return Solution(method, PackageList(0, ()), replace(witness, reason=NO_GAIN), parameters)
    listed = PackageList(len(some), tuple(some[:limit]))
    return Solution(method, listed, replace(witness, criterion=criterion), parameters)
