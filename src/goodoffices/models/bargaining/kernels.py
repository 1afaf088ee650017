"""The one loop that is compiled: comparing each point with the frontier found so far."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["compiled_keep_best", "keep_best"]

Kernel = Callable[[NDArray[np.float64], NDArray[np.float64]], NDArray[np.bool_]]


def keep_best(points: NDArray[np.float64], margins: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Mark the points that none before them beats.

    A point beats another if it is nowhere lower and somewhere higher by at least the margin.

    A point that has just beaten another is tried earlier the next time, so that few comparisons are needed
    where few points beat most others.

    Args:
        points: No point may be beaten by a later one.
        margins: One for each column; with 0, a point beats those that equal it.
    """
    number, width = points.shape
    front = np.empty(points.shape, dtype=points.dtype)
    kept = np.zeros(number, dtype=np.bool_)
    size = 0
    for row in range(number):
        beaten = False
        for place in range(size):
            # Every column is looked at, since a loop without a way out runs in vector instructions.
            lower = higher = False
            for column in range(width):
                above = front[place, column] - points[row, column]
                lower |= above < 0
                higher |= above >= margins[column]
            beaten = higher and not lower
            if beaten:
                for column in range(width):
                    earlier = place // 2
                    front[place, column], front[earlier, column] = (
                        front[earlier, column],
                        front[place, column],
                    )
                break
        if not beaten:
            kept[row] = True
            for column in range(width):
                front[size, column] = points[row, column]
            size += 1
    return kept


@cache
def compiled_keep_best() -> Kernel:
    """Return `keep_best` as machine code, kept on disk where there is a place for it."""
    import numba  # noqa: PLC0415 - takes half a second to load, and small problems need none of it

    try:
        kernel: Kernel = numba.njit(cache=True)(keep_best)
    except RuntimeError:
        kernel = numba.njit()(keep_best)
    return kernel
