"""Zone and collisions by a solver, for spaces too large to list.

Answers are exact where they say that they are complete. Where time ran out they say what is proven so far.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.constraints import Constraints
from goodoffices.models.bargaining.decisions import (
    Decision,
    core,
    counted,
    keeping,
    refuse_impossible,
    solved,
)
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.narrowing import least_margins, narrowed
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.relaxation import Relaxation
from goodoffices.models.bargaining.tables import Tables
from goodoffices.models.solution import Solution

__all__ = ["FoundCollision", "find_collision", "find_package"]

START = 1 / 30
"""Share of the time that a call of the solver gets before demands are left out one by one."""

EXPLANATIONS = 6
"""So many explanations are asked of the solver, each of what is left of the one before."""

PATIENCE = (1 / 100, 1 / 50, 1 / 30, 1 / 15, 1 / 7, 1.0)
"""Shares of the time that a call of the solver gets, one after the other, each with another seed."""

_COLLISION = "minimal colliding demands by constraint solving and deletion"


def find_package(problem: Problem, *, limits: Limits = DEFAULT) -> Solution[Decision, Package | None]:
    """Decide whether there is a package that all who must sign, or enough of a quorum, could accept.

    Args:
        problem: Of any size.
        limits: Time and seed for the solver.

    Returns:
        Whether there is one; the witness is such a package, or None.
    """
    watch = Watch(limits)
    evaluator = Evaluator.of(problem)
    constraints = Constraints.of(evaluator)
    always = constraints.model.new_constant(1)
    constraints.sign(dict.fromkeys(counted(problem), always))
    decision, choices, _ = solved(constraints, watch.rest())
    if decision is Decision.THERE_IS_NONE:
        refuse_impossible(evaluator, watch.rest())
    package = None if choices is None else evaluator.package(choices)
    return Solution("zone decided by constraint solving", decision, package, limits.parameters())


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

    The solver's own explanation is a start; it is as short or as long as chance has it, so several are
    asked for and little time is spent. Then each demand is left out in turn: where no package keeps the
    rest, it was superfluous; where one does, the demand is needed and the package shows it. Packages that
    differ from it on one issue often show that other demands are needed too.

    Args:
        problem: It has no quorum.
        limits: Time for leaving demands out, after which what is left is returned as it is; and the seed.

    Returns:
        The collision; the witness gives for each demand a package that breaks it and keeps the rest.

    Raises:
        ModelError: If the problem has a quorum.

    References:
        Deletion of what is superfluous: Chinneck and Dravnieks (1991), Locating minimal infeasible
        constraint sets in linear programs, ORSA Journal on Computing 3. Packages that show the need of
        others: Belov and Marques-Silva (2011), Accelerating MUS extraction with recursive model rotation,
        FMCAD 2011.
    """
    if problem.quorums:
        raise ModelError("a collision is sought for one coalition; choose who signs with signed_by")
    watch = Watch(limits)
    evaluator = Evaluator.of(problem)
    everything = counted(problem)
    decision = keeping(evaluator, everything, watch.rest()).decision
    if decision is not Decision.THERE_IS_NONE:
        return Solution(_COLLISION, FoundCollision((), decision, minimal=False), {}, limits.parameters())
    refuse_impossible(evaluator, watch.rest())
    left, needed = _shrunk(evaluator, everything, watch)
    return Solution(
        _COLLISION,
        FoundCollision(
            tuple(one for one in everything if one in left), decision, minimal=set(left) == set(needed)
        ),
        {one: needed[one] for one in everything if one in needed},
        limits.parameters(),
    )


def _shrunk(
    evaluator: Evaluator, ids: tuple[str, ...], watch: Watch
) -> tuple[tuple[str, ...], dict[str, Package]]:
    """Leave out demands as long as the rest cannot be kept; return the rest, and what shows their need."""
    relaxation, limits = Relaxation.of(evaluator, ids), watch.limits
    left, spent = _start(evaluator, relaxation, ids, watch)
    needed: dict[str, Package] = {}
    tables = Tables.of(evaluator, left)
    # What is not decided soon is tried again with more time when the other demands have been looked at.
    for number, share in enumerate(PATIENCE):
        tried: set[str] = set()
        margins = _margins(evaluator, relaxation, left)
        while spent < limits.seconds and not watch.over():
            watch.tell("finding demands that collide: each is tried in turn", len(needed), len(left))
            open_ones = [name for name in left if name not in needed and name not in tried]
            if not open_ones:
                break
            trial = min(open_ones, key=lambda name: margins.get(name, 0.0))
            tried.add(trial)
            rest = tuple(one for one in left if one != trial)
            seconds = min(limits.seconds * share, limits.seconds - spent, watch.rest().seconds)
            answer = keeping(evaluator, rest, replace(limits, seconds=seconds, seed=limits.seed + number))
            spent += answer.seconds
            if answer.decision is Decision.THERE_IS_NONE:
                left, margins = rest, _margins(evaluator, relaxation, rest)
            elif answer.choices is not None:
                _note_needed(tables, left, answer.choices, needed)
    return left, needed


def _margins(evaluator: Evaluator, relaxation: Relaxation, left: tuple[str, ...]) -> dict[str, float]:
    """Return for each demand the margin of the others, or nothing where no walk-away value is among them.

    What mixtures of options come nearest to keeping is likeliest to be superfluous.
    """
    sums = {demand.id for demand in evaluator.demands if demand.never is None}
    return least_margins(relaxation, left) if sums & set(left) else {}


def _start(
    evaluator: Evaluator, relaxation: Relaxation, ids: tuple[str, ...], watch: Watch
) -> tuple[tuple[str, ...], float]:
    """Return demands that cannot all be kept, much fewer than all, and the seconds spent."""
    spent, limits = [0.0], watch.limits

    def refuted(some: tuple[str, ...]) -> bool:
        if spent[0] >= limits.seconds or watch.over():
            return False
        answer = keeping(evaluator, some, replace(limits, seconds=_share(watch, START)))
        spent[0] += answer.seconds
        return answer.decision is Decision.THERE_IS_NONE

    sums = {demand.id for demand in evaluator.demands if demand.never is None}
    conditions = tuple(name for name in ids if name not in sums)
    # Sums over all issues are slow to refute, so they are left out where conditions collide by themselves.
    left = conditions if sums & set(ids) and refuted(conditions) else ids
    if sums & set(left):
        left = narrowed(relaxation, left, refuted, seed=limits.seed, watch=watch)
    for number in range(EXPLANATIONS if not sums & set(left) else 0):
        if watch.over():
            break
        short = replace(limits, seconds=_share(watch, START), seed=limits.seed + number)
        blamed, seconds = core(evaluator, left, short)
        left, spent[0] = (blamed if len(blamed) < len(left) else left), spent[0] + seconds
    return left, spent[0]


def _share(watch: Watch, share: float) -> float:
    """Return the seconds of a share of the time, or what is left of it."""
    return min(watch.limits.seconds * share, watch.rest().seconds)


def _note_needed(
    tables: Tables, left: tuple[str, ...], choices: tuple[int, ...], needed: dict[str, Package]
) -> None:
    """Note demands that are needed, by packages that break one alone, near the one that was found."""
    waiting = [choices]
    while waiting:
        choices = waiting.pop()
        for near in (choices, *_neighbours(tables.evaluator.problem, choices)):
            broken = tables.lone(near, left)
            if broken is not None and broken not in needed:
                needed[broken] = tables.evaluator.package(near)
                waiting.append(near)


def _neighbours(problem: Problem, choices: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    for place, issue in enumerate(problem.issues):
        for option in range(len(issue.options)):
            if option != choices[place]:
                yield (*choices[:place], option, *choices[place + 1 :])
