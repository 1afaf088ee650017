"""All packages as one grid, an axis for each issue, so that what depends on few issues is computed once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.conditions import Condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.parties import Demand, Issue
from goodoffices.models.bargaining.problem import Problem

__all__ = [
    "broken_words",
    "choice_columns",
    "condition_grid",
    "impossible_for_all",
    "possible_rows",
    "shape",
    "term_sums",
]


def shape(issues: Sequence[Issue]) -> tuple[int, ...]:
    """Return the number of options of each issue."""
    return tuple(len(issue.options) for issue in issues)


def condition_grid(condition: Condition, issues: Sequence[Issue]) -> NDArray[np.bool_]:
    """Return where a condition holds, with an axis for each issue, of length 1 where it does not matter.

    Args:
        condition: It names only these issues and their options.
        issues: The issues of the axes.
    """
    mask = condition.mask(_Axes(tuple(issues)))
    return mask.reshape((1,) * (len(issues) - mask.ndim) + mask.shape)


@dataclass(frozen=True, slots=True)
class _Axes:
    """Tells a condition where on its axis an issue is settled by an option."""

    issues: tuple[Issue, ...]

    def __call__(self, name: str, option: str | None) -> NDArray[np.bool_]:
        axis = next(i for i, issue in enumerate(self.issues) if issue.name == name)
        lengths = [1] * len(self.issues)
        lengths[axis] = len(self.issues[axis].options)
        picked = self.issues[axis].options.index(str(option))
        return np.asarray(np.arange(lengths[axis]) == picked).reshape(lengths)


def possible_rows(problem: Problem) -> NDArray[np.intp] | None:
    """Return the numbers of the packages that are not impossible, or None where all are possible.

    Raises:
        ModelError: If every package is impossible.
    """
    if not problem.impossible:
        return None
    ruled_out = np.zeros(shape(problem.issues), dtype=np.bool_)
    for condition in problem.impossible:
        ruled_out |= condition_grid(condition, problem.issues)
    rows = np.flatnonzero(~ruled_out)
    if not rows.size:
        raise impossible_for_all(problem)
    return rows


def impossible_for_all(problem: Problem) -> ModelError:
    """Return the error that every package is impossible."""
    return ModelError(
        f"all {problem.size:,} packages are impossible; "
        f"take back one of the {len(problem.impossible)} conditions that rule them out"
    )


def choice_columns(problem: Problem, rows: NDArray[np.intp] | None) -> NDArray[np.unsignedinteger]:
    """Return the index of the option that each package picks on each issue, stored column by column."""
    lengths = shape(problem.issues)
    kind = np.min_scalar_type(max(lengths) - 1)
    kept = problem.size if rows is None else len(rows)
    choices = np.empty((kept, len(lengths)), dtype=kind, order="F")
    for axis, length in enumerate(lengths):
        along = [1] * len(lengths)
        along[axis] = length
        grid = np.broadcast_to(np.arange(length, dtype=kind).reshape(along), lengths)
        choices[:, axis] = grid.reshape(-1) if rows is None else grid.reshape(-1)[rows]
    return choices


def term_sums(terms: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    """Return the sum of one term of each array for every package, the last array varying fastest."""
    sums = np.zeros(1, dtype=np.int64)
    for term in terms:
        sums = np.add.outer(sums, term).reshape(-1)
    return sums


def broken_words(
    problem: Problem, demands: Sequence[Demand], rows: NDArray[np.intp] | None
) -> NDArray[np.uint64]:
    """Return the demands with a condition that each package breaks, as bits of 64-bit words.

    Demands that look at the same issues are joined first, so that each group costs one pass over all
    packages.

    Args:
        problem: The issues.
        demands: Bit i stands for the i-th; a demand without condition is left unbroken.
        rows: Numbers of the packages to keep, or None for all.
    """
    lengths = shape(problem.issues)
    columns = []
    for first in range(0, max(1, len(demands)), 64):
        groups: dict[tuple[int, ...], NDArray[np.uint64]] = {}
        for place, demand in enumerate(demands[first : first + 64]):
            if demand.never is not None:
                mask = condition_grid(demand.never, problem.issues)
                bits = mask.astype(np.uint64) << np.uint64(place)
                groups[mask.shape] = groups[mask.shape] | bits if mask.shape in groups else bits
        word = np.zeros(lengths, dtype=np.uint64)
        for bits in groups.values():
            word |= bits
        columns.append(word.reshape(-1) if rows is None else word.reshape(-1)[rows])
    return np.array(columns, dtype=np.uint64).T
