"""Whether some package keeps given demands, and which of these are to blame if none does."""

from __future__ import annotations

from collections.abc import Collection
from enum import StrEnum
from typing import NamedTuple

from goodoffices.models.bargaining.constraints import Constraints
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.grid import impossible_for_all
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.problem import Problem

__all__ = ["DEFAULT", "Answer", "Decision", "core", "counted", "keeping", "refuse_impossible", "solved"]


class Decision(StrEnum):
    """What is known about the zone."""

    THERE_IS_A_ZONE = "there is a zone"
    THERE_IS_NONE = "there is no zone"
    OPEN = "not decided in time"


def counted(problem: Problem) -> tuple[str, ...]:
    """Return the ids of the demands that count."""
    return tuple(demand.id for party in problem.concerned() for demand in party.demands())


class Answer(NamedTuple):
    """What a call of the solver showed.

    Attributes:
        decision: Whether there is a package.
        choices: The index of the option that it picks on each issue, if there is one.
        seconds: How long the call took.
    """

    decision: Decision
    choices: tuple[int, ...] | None
    seconds: float


def keeping(evaluator: Evaluator, ids: Collection[str], limits: Limits) -> Answer:
    """Decide whether a possible package keeps these demands."""
    constraints = Constraints.of(evaluator)
    constraints.keep(ids)
    return solved(constraints, limits)


def solved(constraints: Constraints, limits: Limits) -> Answer:
    """Decide whether a package keeps the constraints."""
    from ortools.sat.python import cp_model  # noqa: PLC0415 - loads slowly, and small problems do without

    watch = Watch(limits)
    watch.tell("asking the solver whether there is such a package")
    solver = constraints.solver(limits)
    status = solver.solve(constraints.model)
    if status in {cp_model.OPTIMAL, cp_model.FEASIBLE}:
        return Answer(
            Decision.THERE_IS_A_ZONE, constraints.package_choices(solver.value), float(solver.wall_time)
        )
    decision = Decision.THERE_IS_NONE if status == cp_model.INFEASIBLE else Decision.OPEN
    return Answer(decision, None, float(solver.wall_time))


def refuse_impossible(evaluator: Evaluator, limits: Limits) -> None:
    """Refuse a problem in which every package is impossible.

    Raises:
        ModelError: If no package is possible.
    """
    if keeping(evaluator, (), limits).decision is Decision.THERE_IS_NONE:
        raise impossible_for_all(evaluator.problem)


def core(evaluator: Evaluator, ids: Collection[str], limits: Limits) -> tuple[tuple[str, ...], float]:
    """Return demands that cannot all be kept, fewer than these if the solver can explain it in time.

    The seconds spent stand beside them.

    Args:
        evaluator: The problem.
        ids: Demands that cannot all be kept.
        limits: Time and seed for each of two calls of the solver.
    """
    from ortools.sat.python import cp_model  # noqa: PLC0415 - loads slowly, and small problems do without

    constraints = Constraints.of(evaluator)
    kept = {name: constraints.model.new_bool_var("") for name in ids}
    constraints.keep(ids, when=kept)
    constraints.model.add_assumptions(kept.values())
    solver = constraints.solver(limits)
    if solver.solve(constraints.model) != cp_model.INFEASIBLE:
        return tuple(ids), float(solver.wall_time)
    found = set(solver.sufficient_assumptions_for_infeasibility())
    blamed = tuple(name for name, literal in kept.items() if literal.index in found)
    check = keeping(evaluator, blamed, limits)
    seconds = float(solver.wall_time) + check.seconds
    return (blamed if check.decision is Decision.THERE_IS_NONE else tuple(ids)), seconds
