"""Zone and collisions by a solver, for spaces too large to list.

Answers are exact where they say that they are complete. Where time ran out they say what is proven so far.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.constraints import Constraints, Limits
from goodoffices.models.bargaining.decisions import (
    DEFAULT,
    Decision,
    core,
    counted,
    keeping,
    refuse_impossible,
    solved,
)
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.solution import Solution

__all__ = ["FoundCollision", "find_collision", "find_package"]

_COLLISION = "minimal colliding demands by constraint solving and deletion"


def find_package(problem: Problem, *, limits: Limits = DEFAULT) -> Solution[Decision, Package | None]:
    """Decide whether there is a package that all who must sign, or enough of a quorum, could accept.

    Args:
        problem: Of any size.
        limits: Time and seed for the solver.

    Returns:
        Whether there is one; the witness is such a package, or None.
    """
    evaluator = Evaluator.of(problem)
    constraints = Constraints.of(evaluator)
    always = constraints.model.new_constant(1)
    constraints.sign(dict.fromkeys(counted(problem), always))
    decision, choices, _ = solved(constraints, limits)
    if decision is Decision.THERE_IS_NONE:
        refuse_impossible(evaluator, limits)
    package = None if choices is None else evaluator.package(choices)
    return Solution("zone decided by constraint solving", decision, package, asdict(limits))


@dataclass(frozen=True, slots=True)
class FoundCollision:
    """A set of demands that cannot all be kept.

    Attributes:
        demands: Their ids, in order of the problem; none where there is a zone or nothing was decided.
        decision: Whether there is a zone.
        minimal: Whether each of the demands is proven to be needed.
    """

    demands: tuple[str, ...]
    decision: Decision
    minimal: bool


def find_collision(
    problem: Problem, *, limits: Limits = DEFAULT
) -> Solution[FoundCollision, Mapping[str, Package]]:
    """Find one smallest set of demands that cannot all be kept.

    The solver's own explanation is a start, on which no more than a thirtieth of the time is spent, since it
    is as short or as long as chance has it. Then each demand is left out in turn: where no package keeps
    the rest, it was superfluous; where one does, the demand is needed and the package shows it.

    Args:
        problem: It has no quorum.
        limits: Time and seed for each call of the solver.

    Returns:
        The collision; the witness gives for each demand a package that breaks it and keeps the rest.

    Raises:
        ModelError: If the problem has a quorum.

    References:
        Deletion of what is superfluous: Chinneck and Dravnieks (1991), Locating minimal infeasible
        constraint sets in linear programs, ORSA Journal on Computing 3.
    """
    if problem.quorums:
        raise ModelError("a collision is sought for one coalition; choose who signs with signed_by")
    evaluator = Evaluator.of(problem)
    everything = counted(problem)
    decision, choices, _ = keeping(evaluator, everything, limits)
    if decision is not Decision.THERE_IS_NONE:
        shown = {} if choices is None else {"": evaluator.package(choices)}
        return Solution(_COLLISION, FoundCollision((), decision, minimal=False), shown, asdict(limits))
    refuse_impossible(evaluator, limits)
    short = replace(limits, seconds=limits.seconds / 30)
    left, _ = core(evaluator, everything, short)
    needed: dict[str, Package] = {}
    # What is not decided soon is tried again with more time when the other demands have been looked at.
    for patience in (short, limits):
        for trial in [one for one in left if one not in needed]:
            rest = tuple(one for one in left if one != trial)
            answer, choices, _ = keeping(evaluator, rest, patience)
            if answer is Decision.THERE_IS_NONE:
                left = rest
            elif choices is not None:
                needed[trial] = evaluator.package(choices)
    return Solution(
        _COLLISION,
        FoundCollision(
            tuple(one for one in everything if one in left), decision, minimal=set(left) == set(needed)
        ),
        {one: needed[one] for one in everything if one in needed},
        asdict(limits),
    )
