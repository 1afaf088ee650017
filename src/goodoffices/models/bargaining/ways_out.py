"""The cheapest concessions by a solver, for spaces too large to list.

What must be given up is found from below: each set of demands shown to collide must be met by whatever is
given up, so the cheapest set that meets all collisions seen so far costs at most as much as the cheapest
concession. If giving it up opens a zone, it is one; if not, the demands that are left show another collision.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from math import lcm

from goodoffices.models.bargaining.constraints import Constraints
from goodoffices.models.bargaining.decisions import (
    Decision,
    core,
    counted,
    keeping,
    refuse_impossible,
)
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.study import Concession, checked_prices
from goodoffices.models.solution import Solution

__all__ = ["FoundConcessions", "find_concessions"]


@dataclass(frozen=True, slots=True)
class FoundConcessions:
    """The cheapest minimal concessions.

    Attributes:
        concessions: Cheapest first, then fewest demands; each with one package that it opens, and 1 as
            its count, since the others are not listed.
        complete: Whether there is no other minimal concession.
        optimal: Whether each given is proven to be the cheapest that was left.
        bound: Every concession that is not given costs at least so much; None where there is no other.
    """

    concessions: tuple[Concession, ...]
    complete: bool
    optimal: bool
    bound: float | None


def find_concessions(
    problem: Problem,
    *,
    costs: Mapping[str, float] | None = None,
    count: int = 1,
    limits: Limits = DEFAULT,
) -> Solution[FoundConcessions, tuple[Package, ...]]:
    """Find the cheapest minimal concessions, one after the other, with a proven bound.

    Args:
        problem: Of any size.
        costs: What giving up a demand costs, 0 or more, by the demand's id; 1 where it is not stated.
        count: How many to find at most.
        limits: Time and seed for each call of the solver.

    Returns:
        The concessions; the witness gives for each the package that breaks nothing else.

    Raises:
        ModelError: If a cost is negative, or is given for a demand that nobody who must sign makes.
    """
    prices = checked_prices(counted(problem), costs or {})
    task = _Task(Evaluator.of(problem), prices, limits, Watch(limits))
    refuse_impossible(task.evaluator, task.watch.rest())
    found: list[Concession] = []
    state = FoundConcessions((), complete=False, optimal=True, bound=0.0)
    while len(found) < count and state.optimal and not state.complete:
        given = [one.demands for one in found]
        task.watch.tell("finding concessions, cheapest first", len(found), count, bound=state.bound)
        state, package = _directly(task, given) if problem.quorums else _from_below(task, given)
        if package is not None:
            found.append(package)
    return Solution(
        "cheapest concessions by constraint solving",
        replace(state, concessions=tuple(found)),
        tuple(one.packages[0] for one in found),
        {"costs": prices} | limits.parameters(),
    )


@dataclass(slots=True, eq=False)
class _Task:
    """A search for concessions; what was shown to collide grows as it goes, and so does the time spent.

    Attributes:
        evaluator: The problem.
        prices: What giving up each demand costs.
        limits: Time and seed.
        watch: The time by the clock, where there is one.
        collisions: Sets of demands that cannot all be kept, so far.
        spent: Seconds spent by the solver so far.
    """

    evaluator: Evaluator
    prices: Mapping[str, float]
    limits: Limits
    watch: Watch
    collisions: list[tuple[str, ...]] = field(default_factory=list)
    spent: float = 0.0

    def left(self, share: float) -> Limits:
        """Return the limits for a call that may use what is left of a share of the time."""
        seconds = max(0.01, min(self.limits.seconds * share - self.spent, self.watch.left()))
        return replace(self.limits, seconds=seconds)

    def weights(self) -> tuple[dict[str, int], int, int]:
        """Return whole weights of demands, by which cheaper sets weigh less, and at equal cost fewer.

        Returns:
            The weights; by what whole costs were multiplied in them; and by what costs were to be whole.
        """
        exact = {name: Fraction(f"{price:.12g}") for name, price in self.prices.items()}
        scale = lcm(*(price.denominator for price in exact.values()))
        times = len(exact) + 1
        return {name: int(price * scale) * times + 1 for name, price in exact.items()}, times, scale

    def cost(self, demands: Collection[str]) -> float:
        """Return what giving up demands costs."""
        return float(sum(self.prices[name] for name in self.prices if name in demands))

    def concession(self, choices: tuple[int, ...], yielded: Collection[str]) -> Concession:
        """Describe the giving up of those of the demands that a package breaks."""
        package = self.evaluator.package(choices)
        demands = tuple(name for name in self.prices if name in yielded and name in package.broken)
        holders = {demand.id: demand.holder for demand in self.evaluator.demands}
        who = tuple(dict.fromkeys(holders[name] for name in demands))
        return Concession(demands, who, self.cost(demands), 1, (package,))


Found = tuple[FoundConcessions, Concession | None]
"""What is known, and the concession found, if one was."""

SHARE = 0.75
"""Share of the time in which the cheapest concession is sought from below; the rest is for any at all."""


def _from_below(task: _Task, given: Sequence[tuple[str, ...]]) -> Found:
    """Find the cheapest concession that contains none of those given, by meeting all collisions so far.

    References:
        Davies and Bacchus (2011), Solving MAXSAT by solving a sequence of simpler SAT instances, CP 2011.
    """
    while True:
        cheapest, optimal = _cheapest_meeting(task, given)
        if cheapest is None:
            return FoundConcessions((), complete=True, optimal=True, bound=None), None
        bound = task.cost(cheapest)
        task.watch.tell("finding the cheapest concession", len(task.collisions), bound=bound)
        choices = _extend(task, cheapest) if optimal else None
        if choices is None:
            state, concession = _directly(task, given)
            known = max(bound, state.bound or 0.0) if optimal else state.bound
            return (state if state.complete or state.optimal else replace(state, bound=known)), concession
        if isinstance(choices, tuple):
            state = FoundConcessions((), complete=False, optimal=True, bound=bound)
            return state, task.concession(choices, cheapest)


def _extend(task: _Task, yielded: frozenset[str]) -> tuple[int, ...] | bool | None:
    """Give up more and more until a zone opens, and note each collision met on the way.

    Returns:
        The choices of a package if the demands yielded are enough; True if they are not; None if time ran
        out.
    """
    more = yielded
    while task.spent < task.limits.seconds * SHARE and not task.watch.over():
        rest = [name for name in task.prices if name not in more]
        answer = keeping(task.evaluator, rest, task.left(SHARE))
        task.spent += answer.seconds
        if answer.decision is Decision.OPEN:
            return None
        if answer.choices is not None:
            return answer.choices if more == yielded else True
        short = replace(task.limits, seconds=min(task.limits.seconds / 30, task.left(1.0).seconds))
        blamed, seconds = core(task.evaluator, rest, short)
        task.spent += seconds
        task.collisions.append(blamed)
        more = more.union(blamed)
    return None


def _cheapest_meeting(task: _Task, given: Sequence[tuple[str, ...]]) -> tuple[frozenset[str] | None, bool]:
    """Return the cheapest set that meets all collisions so far and contains none of the sets given."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - loads slowly, and small problems do without

    model = cp_model.CpModel()
    weights, _, _ = task.weights()
    yielded = {name: model.new_bool_var("") for name in weights}
    for collision in task.collisions:
        model.add_bool_or([yielded[name] for name in collision])
    for demands in given:
        model.add_bool_or([~yielded[name] for name in demands])
    model.minimize(sum(weight * yielded[name] for name, weight in weights.items()))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = task.left(1.0).seconds
    status = solver.solve(model)
    task.spent += solver.wall_time
    if status == cp_model.INFEASIBLE:
        return None, True
    if status != cp_model.OPTIMAL:
        return frozenset(), False
    return frozenset(name for name, literal in yielded.items() if solver.value(literal)), True


def _directly(task: _Task, given: Sequence[tuple[str, ...]]) -> Found:
    """Find the cheapest concession that contains none of those given, in one call of the solver."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - loads slowly, and small problems do without

    constraints = Constraints.of(task.evaluator)
    kept = {name: constraints.model.new_bool_var("") for name in task.prices}
    constraints.sign(kept)
    for demands in given:
        constraints.model.add_bool_or([kept[name] for name in demands])
    weights, times, scale = task.weights()
    constraints.model.minimize(sum(weights[name] * (1 - literal) for name, literal in kept.items()))
    solver = constraints.solver(task.left(1.0))

    def least(bound: float) -> float:
        return max(0, -((len(kept) - round(bound)) // times)) / scale

    def heard(bound: float) -> None:
        task.watch.tell("proving that no concession is cheaper", bound=least(bound))

    solver.best_bound_callback = heard
    status = solver.solve(constraints.model)
    task.spent += solver.wall_time
    if status == cp_model.INFEASIBLE:
        return FoundConcessions((), complete=True, optimal=True, bound=None), None
    optimal = status == cp_model.OPTIMAL
    state = FoundConcessions((), complete=False, optimal=optimal, bound=least(solver.best_objective_bound))
    if status not in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return state, None
    yielded = {name for name, literal in kept.items() if not solver.value(literal)}
    return state, task.concession(constraints.package_choices(solver.value), yielded)
