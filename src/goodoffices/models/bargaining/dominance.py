"""Which of many points no other point dominates."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.bargaining.kernels import compiled_keep_best, keep_best

__all__ = ["undominated", "undominated_by_steps"]

SIFTING = 64
"""So many strong points are compared with all others first."""

FEW = 256
"""Up to so many points are compared without compiling."""


def undominated(points: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the rows that no other row dominates, in ascending order.

    A row dominates another if it is at least as high in every column and higher in one, so equal rows do
    not dominate one another.

    Args:
        points: Packages × parties, no NaN; more is better.

    References:
        Kung, Luccio and Preparata (1975), On finding the maxima of a set of vectors, Journal of the ACM 22
        (two columns by sorting); Chomicki, Godfrey, Gryz and Liang (2003), Skyline with presorting.
    """
    if points.size == 0:
        return np.arange(len(points))
    rows = _sifted(points) if len(points) > FEW else np.arange(len(points))
    left = points[rows]
    kept = _swept(left[:, 0], left[:, -1]) if points.shape[1] <= 2 else _compared(left)
    return np.sort(rows[kept])


def _sifted(points: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the rows that are left when what some strong rows dominate is taken out."""
    ranges = np.ptp(points, axis=0)
    scaled = points @ np.where(ranges > 0, 1.0 / np.where(ranges > 0, ranges, 1.0), 0.0)
    rows = np.arange(len(points))
    for _ in range(SIFTING):
        place = rows[scaled[rows].argmax()]
        if scaled[place] == -np.inf:
            break
        strong = points[place]
        beaten = np.ones(len(rows), dtype=np.bool_)
        same = np.ones(len(rows), dtype=np.bool_)
        for column in range(points.shape[1]):
            values = points[rows, column]
            beaten &= values <= strong[column]
            same &= values == strong[column]
        scaled[rows[same]] = -np.inf
        before = len(rows)
        rows = rows[~beaten | same]
        if before - len(rows) < before // 50:
            break
    return rows


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


def _compared(points: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Mark the undominated by comparing each point, strongest first, with the frontier so far."""
    # A row that dominates another has a sum at least as high, and where rounding makes the sums equal
    # it comes later in lexicographic order: read backwards, no row is dominated by a later one.
    order = np.lexsort((*points.T[::-1], points.sum(axis=1)))[::-1]
    arranged = points[order]
    new = np.concatenate(([True], (arranged[1:] != arranged[:-1]).any(axis=1)))
    kept = np.empty(len(points), dtype=np.bool_)
    kept[order] = _keep(arranged[new], np.zeros(points.shape[1]))[np.cumsum(new) - 1]
    return kept


def _keep(points: NDArray[np.float64], margins: NDArray[np.float64]) -> NDArray[np.bool_]:
    compare = compiled_keep_best() if len(points) > FEW else keep_best
    return compare(np.ascontiguousarray(points), margins)


def undominated_by_steps(sums: NDArray[np.int64], steps: Sequence[int]) -> NDArray[np.intp]:
    """Return the rows that no other row dominates by at least a step, in ascending order.

    A row dominates another by a step if it is at least as high in every column and higher by the step of
    the column in one. With steps of 1 that is ordinary dominance.

    Args:
        sums: Packages × parties, whole numbers below 2 to the 53.
        steps: One for each column, at least 1.
    """
    points = sums.astype(np.float64)
    if max(steps, default=1) == 1:
        return undominated(points)
    order = np.argsort(-points.sum(axis=1), kind="stable")
    return np.sort(order[_keep(points[order], np.array(steps, dtype=np.float64))])
