"""Offers: the smallest change that a party would accept, and small steps from one package to another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.packages import Package, Space, enumerate_packages
from goodoffices.models.bargaining.parties import DemandKind
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.solution import Solution

__all__ = ["Offer", "Step", "concession_path", "smallest_change"]

MAX_STEPS = 16
"""Most issues on which two packages may differ for a path between them to be sought."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that changes another on few issues.

    Attributes:
        package: The changed package.
        changed: Issues on which it differs from the other.
        losses: How much utility each party with numbers loses by the change; negative where it gains.
    """

    package: Package
    changed: tuple[str, ...]
    losses: Mapping[str, float]


def smallest_change(
    problem: Problem, terms: Mapping[str, str], party: str, *, limit: int = 10
) -> Solution[tuple[Offer, ...], Package]:
    """Find the packages nearest to one on the table that a party would accept.

    Near means: changed on as few of the issues that it settles as possible; what it leaves open may be
    settled in any way. No package is offered that is impossible or breaks a red line of anybody who must
    sign, whatever else it gives.

    Args:
        problem: At most 10,000,000 packages.
        terms: The package on the table; it may leave issues open.
        party: Who is to accept.
        limit: How many offers to list.

    Returns:
        The offers, those first that leave the worst-off of those who must sign best off; none where the
        party accepts nothing that respects all red lines. The witness is the package on the table; where it
        leaves issues open, without what it gives and breaks, and nothing is said of losses.

    Raises:
        ModelError: If a name is not known.
    """
    evaluator = Evaluator.of(problem)
    start = evaluator.chosen({issue.name: issue.options[0] for issue in problem.issues} | dict(terms))
    settled = [(place, start[place]) for place, issue in enumerate(problem.issues) if issue.name in terms]
    space = enumerate_packages(problem)
    rows = np.flatnonzero(space.acceptable_to([problem.party(party)]) & ~space.breaking(_red_lines(space)))
    changes = sum((space.choices[rows, i] != pick for i, pick in settled), np.zeros(len(rows), int))
    rows = rows[changes == changes.min()] if len(rows) else rows
    before = evaluator.package(start) if len(settled) == len(start) else Package(dict(terms), {}, {})
    offers = [_offer(before, space.package(int(row))) for row in rows[_gentlest(space, rows)][:limit]]
    return Solution(
        "fewest changed issues", tuple(offers), before, {"party": party, "terms": dict(terms), "limit": limit}
    )


@dataclass(frozen=True, slots=True)
class Step:
    """One issue settled anew on the way from one package to another.

    Attributes:
        issue: The issue.
        option: How it is settled now.
        package: The package after the step.
        gives: Parties with numbers that lose utility by the step, with how much.
        gains: Parties with numbers that gain utility by the step, with how much.
    """

    issue: str
    option: str
    package: Package
    gives: Mapping[str, float]
    gains: Mapping[str, float]


def concession_path(
    problem: Problem, start: Mapping[str, str], goal: Mapping[str, str]
) -> Solution[tuple[Step, ...], float]:
    """Find an order in which to settle one issue after the other, so that nobody falls far on the way.

    No step leads to an impossible package, and none breaks a red line of a party that must sign that the
    package before it kept. Among the orders left, the one is taken in which the deepest fall of a party
    that must sign, below the lower of its utilities at both ends, is smallest; ties go to the issue
    that comes first.

    Args:
        problem: Of any size; the two packages differ on at most 16 issues.
        start: The package on the table; it settles every issue.
        goal: The package to be reached; it breaks no red line of a party that must sign.

    Returns:
        The steps; none where no order will do. The witness is the deepest fall, 0 or more.

    Raises:
        ModelError: If a name is not known, an issue is left open, the goal breaks a red line or is
            impossible, or the two differ on too many issues.
    """
    evaluator = Evaluator.of(problem)
    first, last = evaluator.chosen(start), evaluator.chosen(goal)
    differing = [place for place, pick in enumerate(first) if pick != last[place]]
    lines = {line.id for party in problem.concerned() for line in party.red_lines}
    ends = evaluator.package(first), evaluator.package(last)
    _check_goal(evaluator, ends[1], lines, len(differing))
    nodes = _Nodes(evaluator, first, last, tuple(differing), frozenset(lines), _floors(problem, ends))
    order, fall = nodes.best_order()
    steps, done = [], 0
    for place in order:
        before, after = nodes.package(done), nodes.package(done | 1 << place)
        steps.append(_step(problem.issues[differing[place]].name, before, after))
        done |= 1 << place
    return Solution("order with the smallest deepest fall", tuple(steps), fall)


@dataclass(frozen=True, slots=True, eq=False)
class _Nodes:
    """The packages between two packages; bit i says that the i-th differing issue is settled anew."""

    evaluator: Evaluator
    first: Sequence[int]
    last: Sequence[int]
    differing: tuple[int, ...]
    lines: frozenset[str]
    floors: Mapping[str, float]

    def package(self, done: int) -> Package:
        choices = list(self.first)
        for place, issue in enumerate(self.differing):
            if done >> place & 1:
                choices[issue] = self.last[issue]
        return self.evaluator.package(choices)

    def best_order(self) -> tuple[list[int], float]:
        """Return the order of issues with the smallest deepest fall, and the fall; none if there is none."""
        full = (1 << len(self.differing)) - 1
        broken: list[frozenset[str]] = [frozenset()] * (full + 1)
        best: list[tuple[float, int]] = [(np.inf, 0)] * (full + 1)
        best[0] = (0.0, 0)
        broken[0] = self.lines.intersection(self.package(0).broken)
        for done in range(1, full + 1):
            package = self.package(done)
            broken[done] = self.lines.intersection(package.broken)
            if not self.evaluator.possible(package.terms):
                continue
            fall = max((floor - (package.utilities[n] or 0.0) for n, floor in self.floors.items()), default=0)
            for place in range(len(self.differing)):
                before = done & ~(1 << place)
                if done >> place & 1 and broken[done] <= broken[before]:
                    best[done] = min(best[done], (max(best[before][0], fall), -place))
        order: list[int] = []
        while full and np.isfinite(best[full][0]):
            order.append(-best[full][1])
            full &= ~(1 << order[-1])
        deepest = best[(1 << len(self.differing)) - 1][0]
        return order[::-1], float(deepest) if order else 0.0


def _check_goal(evaluator: Evaluator, goal: Package, lines: set[str], steps: int) -> None:
    if lines & set(goal.broken):
        raise ModelError(
            f"the goal breaks {', '.join(sorted(lines & set(goal.broken)))}; "
            "a package that breaks a red line of one who must sign is no goal"
        )
    if not evaluator.possible(goal.terms):
        raise ModelError("the goal is impossible for everyone; choose another")
    if steps > MAX_STEPS:
        raise ModelError(
            f"the packages differ on {steps} issues, more than {MAX_STEPS}; choose a goal in between"
        )


def _floors(problem: Problem, ends: tuple[Package, Package]) -> dict[str, float]:
    found = {}
    for party in problem.concerned():
        values = [end.utilities[party.name] for end in ends]
        known = [value for value in values if value is not None]
        if known:
            found[party.name] = min(known)
    return found


def _red_lines(space: Space) -> list[int]:
    names = {party.name for party in space.problem.concerned()}
    return [
        place
        for place, demand in enumerate(space.demands)
        if demand.holder in names and demand.kind is DemandKind.RED_LINE
    ]


def _gentlest(space: Space, rows: NDArray[np.intp]) -> NDArray[np.intp]:
    """Order rows by the lowest utility that a party that must sign has in them, highest first."""
    measured = [party for party in space.problem.concerned() if party.measured]
    if not measured:
        return np.arange(len(rows))
    lowest = space.utilities[np.ix_(rows, space.columns(measured))]
    ranked = np.sort(lowest, axis=1)
    return np.lexsort((np.arange(len(rows)), *(-ranked.T[::-1])))


def _losses(before: Package, after: Package) -> dict[str, float]:
    found = {}
    for name, value in before.utilities.items():
        now = after.utilities[name]
        if value is not None and now is not None:
            found[name] = round(value - now, 12)
    return found


def _offer(before: Package, after: Package) -> Offer:
    changed = tuple(issue for issue, option in before.terms.items() if after.terms[issue] != option)
    order = [issue for issue in after.terms if issue in changed]
    return Offer(after, tuple(order), _losses(before, after))


def _step(issue: str, before: Package, after: Package) -> Step:
    losses = _losses(before, after)
    return Step(
        issue,
        after.terms[issue],
        after,
        {name: loss for name, loss in losses.items() if loss > 0},
        {name: -loss for name, loss in losses.items() if loss < 0},
    )
