"""Which of many points no other point dominates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.bargaining.kernels import (
    BLOCK,
    Ranks,
    compiled_beaten,
    compiled_keep_best,
    compiled_keep_ranked,
    keep_best,
)
from goodoffices.models.bargaining.pace import Watch

__all__ = ["undominated", "undominated_by_steps"]

STEPS = 65_535
"""Highest step of the scale on which numbers are compared first."""

SIFTING = 64
"""So many strong points are compared with all others first."""

CHUNK = 16_384
"""So many points are compared before the clock is looked at."""

FEW = 256
"""Up to so many points are compared without compiling."""


def undominated(points: NDArray[np.float64], watch: Watch | None = None) -> NDArray[np.intp]:
    """Return the rows that no other row dominates, in ascending order.

    A row dominates another if it is at least as high in every column and higher in one, so equal rows do
    not dominate one another.

    Args:
        points: Packages × parties, no NaN; more is better.
        watch: Where its time is over, only some are returned, each of which no other row dominates.

    References:
        Kung, Luccio and Preparata (1975), On finding the maxima of a set of vectors, Journal of the ACM 22
        (two columns by sorting); Chomicki, Godfrey, Gryz and Liang (2003), Skyline with presorting.
    """
    if points.size == 0:
        return np.arange(len(points))
    if len(points) <= FEW:
        above = (points[:, None, :] >= points[None, :, :]).all(axis=2)
        return np.flatnonzero(~(above & ~above.T).any(axis=0))
    rows, ranks = _sifted(points)
    left = points[rows]
    if points.shape[1] <= 2:
        return rows[_swept(left[:, 0], left[:, -1])]
    return rows[_compared(_ranked(left) if ranks is None else ranks, watch or Watch())]


def _sifted(points: NDArray[np.float64]) -> tuple[NDArray[np.intp], Ranks | None]:
    """Return the rows that are left when what some strong rows dominate is taken out, and their ranks.

    Numbers are read on a scale of 65,535 steps. Where no two different numbers of a column fall on the same
    step, the steps say of all rows which dominates which, and are returned as ranks; else a row is taken out
    only if another is on a higher step in every column.
    """
    ranks = np.empty((points.shape[1], len(points)), dtype=np.uint16)
    exact = True
    for column, values in enumerate(points.T):
        low, span = values.min(), np.ptp(values)
        ranks[column] = (values - low) * (STEPS / span) if span > 0 else 0
        shown = np.empty(STEPS + 1)
        shown[ranks[column]] = values
        exact = exact and bool((shown[ranks[column]] == values).all())
    sums = ranks.sum(axis=0, dtype=np.int64)
    strongest = np.argpartition(sums, len(sums) - SIFTING)[-SIFTING:]
    strong = np.ascontiguousarray(ranks[:, strongest])
    if not exact:
        strong = np.maximum(strong, 1) - np.uint16(1)
    rows = np.flatnonzero(~compiled_beaten()(ranks, sums, strong, int(sums[strongest].min())))
    return rows, ranks[:, rows] if exact else None


def _ranked(points: NDArray[np.float64]) -> Ranks:
    """Return for each number its place among the different numbers of its column, columns × points."""
    places = [np.unique(column, return_inverse=True)[1].reshape(-1) for column in points.T]
    kind = np.min_scalar_type(max(int(place.max()) for place in places) | BLOCK)
    return np.array(places, dtype=kind)


def _swept(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Mark the undominated among points of two numbers, from the highest first number downwards."""
    order = np.lexsort((-second, -first))
    highest = np.maximum.accumulate(second[order])
    starts = np.flatnonzero(np.diff(first[order], prepend=np.inf))
    group = np.cumsum(np.diff(first[order], prepend=np.inf) != 0) - 1
    # Within equal first numbers only the highest second number stands; it must top all groups before.
    before = np.concatenate(([-np.inf], highest[starts[1:] - 1]))
    tops = second[order][starts]
    kept = np.zeros(len(first), dtype=np.bool_)
    kept[order] = (second[order] == tops[group]) & (tops > before)[group]
    return kept


def _compared(ranks: Ranks, watch: Watch) -> NDArray[np.bool_]:
    """Mark the undominated by comparing each point, strongest first, with the frontier so far.

    Ranks are compared instead of numbers, so that what dominates has a strictly higher sum without rounding.
    Some thousand points are compared at a time; where the time is over, none that are left are marked.
    """
    sums = ranks.sum(axis=0, dtype=np.int64)
    order = np.lexsort((*ranks, sums))[::-1]
    ranks, sums = np.ascontiguousarray(ranks[:, order]), sums[order]
    changes = np.full(len(sums), 2, dtype=np.int8)
    changes[1:] = (ranks[:, 1:] != ranks[:, :-1]).any(axis=0)
    changes[1:] += sums[1:] != sums[:-1]
    kept = np.zeros(len(sums), dtype=np.bool_)
    front = np.empty((len(sums) // BLOCK + 1, len(ranks), BLOCK), dtype=ranks.dtype)
    state = np.zeros(4, dtype=np.int64)
    keep = compiled_keep_ranked()
    for start in watch.within(range(0, len(sums), CHUNK), "comparing packages", -(-len(sums) // CHUNK)):
        keep(ranks, changes, kept, front, state, min(start + CHUNK, len(sums)))
    marks = np.empty_like(kept)
    marks[order] = kept
    return marks


def _keep(points: NDArray[np.float64], margins: NDArray[np.float64]) -> NDArray[np.bool_]:
    compare = compiled_keep_best() if len(points) > FEW else keep_best
    return compare(np.ascontiguousarray(points), margins)


def undominated_by_steps(
    sums: NDArray[np.int64], steps: Sequence[int], watch: Watch | None = None
) -> NDArray[np.intp]:
    """Return the rows that no other row dominates by at least a step, in ascending order.

    A row dominates another by a step if it is at least as high in every column and higher by the step of
    the column in one. With steps of 1 that is ordinary dominance.

    Args:
        sums: Packages × parties, whole numbers below 2 to the 53.
        steps: One for each column, at least 1.
        watch: As for `undominated`, where all steps are 1.
    """
    points = sums.astype(np.float64)
    if max(steps, default=1) == 1:
        return undominated(points, watch)
    order = np.argsort(-points.sum(axis=1), kind="stable")
    return np.sort(order[_keep(points[order], np.array(steps, dtype=np.float64))])
