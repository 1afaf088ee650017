"""The highest product of gains in a zone too large to list.

The logarithm of each gain lies below its tangents. A solver finds the package whose tangents sum to the
highest number, which no sum of logarithms passes; its true product is noted, tangents at its gains are added,
it is left out, and the next is found. When that number falls below the best product noted, nothing else is as
high.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import ceil, exp, inf, log, prod
from typing import Any

from goodoffices.models.bargaining.constraints import Constraints
from goodoffices.models.bargaining.dividing import TOLERANCE
from goodoffices.models.bargaining.gain_model import MAX_TIES, Choice, Task

__all__ = ["highest_products"]

SCALE = 10**6
"""Logarithms are counted in this many parts."""

STEEPEST = 10**4
"""Tangents at gains smaller than a unit by more than this are left out: numbers would grow too large."""

TOUCHED = (1.0, 0.8, 0.6, 0.45, 0.33, 0.22, 0.15, 0.1, 0.06, 0.03, 0.01)
"""Shares of the highest gain of each party at which tangents are drawn first."""

ROUNDING = 1e-12
"""Relative error of a logarithm."""


def highest_products(task: Task, highest: Sequence[int]) -> tuple[tuple[Choice, ...], float | None, bool]:
    """Find all packages whose product of gains is highest, up to a billionth part of it.

    Args:
        task: The search.
        highest: The highest gain of each party that is known to be in the zone.

    Returns:
        Packages among which are all that are highest, if that is proven; else the best found, with a bound of
        the product where there is one; and whether it is proven. No packages where none gives all a gain.
    """
    model = _Logarithms(task)
    for party, top in enumerate(highest):
        for share in TOUCHED:
            model.touch(party, max(1, round(top * share)))
    found: dict[Choice, int] = {}
    best, bound = 0, inf
    while len(found) <= MAX_TIES:
        solved = task.solved(model.constraints)
        if solved.none:
            return _within(found, best), None, True
        bound = min(bound, solved.bound)
        if best and bound < SCALE * (log(best) - TOLERANCE - ROUNDING):
            return _within(found, best), None, True
        if solved.choices is None:
            break
        gains = task.gains.values(solved.choices)
        found[solved.choices] = prod(gains)
        best = max(best, found[solved.choices])
        for party, gain in enumerate(gains):
            model.touch(party, gain)
        model.leave_out(solved.choices)
        if task.watch.over() or task.spent >= task.limits.seconds:
            break
    passed = None if bound == inf else exp(bound / SCALE - len(highest) * log(task.gains.unit))
    return _within(found, best), passed, False


def _within(found: dict[Choice, int], best: int) -> tuple[Choice, ...]:
    return tuple(choice for choice, product in found.items() if product >= best * (1 - 2 * TOLERANCE))


class _Logarithms:
    """A model with an upper bound of the logarithm of each gain; a class because tangents are added to it."""

    def __init__(self, task: Task) -> None:
        self.gains = task.gains
        self.constraints: Constraints
        self.constraints, linear = task.model()
        self.touched: set[tuple[int, int]] = set()
        model = self.constraints.model
        top = ceil(SCALE * log(2 * task.gains.unit))
        self.logarithms: list[Any] = [model.new_int_var(0, top, "") for _ in linear]
        for gain in linear:
            model.add(gain >= 1)
        model.maximize(sum(self.logarithms))

    def touch(self, party: int, gain: int) -> None:
        """Add the tangent at a gain; every coefficient is rounded up, so it is nowhere too low."""
        if (party, gain) in self.touched or gain * STEEPEST < self.gains.unit:
            return
        self.touched.add((party, gain))
        steep = Fraction(SCALE, gain)
        rows = self.gains.terms[party]
        issues = self.gains.evaluator.problem.issues
        above = sum(
            ceil(steep * number) * self.constraints.picked[issue.name, option]
            for issue, row in zip(issues, rows, strict=True)
            for option, number in zip(issue.options, row, strict=True)
            if number
        )
        start = ceil(SCALE * (log(gain) - 1) * (1 + ROUNDING)) + ceil(-steep * self.gains.floors[party]) + 1
        self.constraints.model.add(self.logarithms[party] <= above + start)

    def leave_out(self, choices: Choice) -> None:
        """Demand another package."""
        picked = [
            ~self.constraints.picked[issue.name, issue.options[choice]]
            for issue, choice in zip(self.gains.evaluator.problem.issues, choices, strict=True)
        ]
        self.constraints.model.add_bool_or(picked)
