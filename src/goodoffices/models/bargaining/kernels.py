"""The loops that are compiled: comparing each point with the frontier found so far."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = [
    "BLOCK",
    "Ranks",
    "beaten",
    "compiled_beaten",
    "compiled_keep_best",
    "compiled_keep_ranked",
    "keep_best",
    "keep_ranked",
]

Kernel = Callable[[NDArray[np.float64], NDArray[np.float64]], NDArray[np.bool_]]
Ranks = NDArray[np.unsignedinteger]
Ranked = Callable[[Ranks, NDArray[np.int8], NDArray[np.bool_], Ranks, NDArray[np.int64], int], None]
Sifting = Callable[[Ranks, NDArray[np.int64], Ranks, int], NDArray[np.bool_]]

BLOCK = 256
"""So many points of the frontier are compared before it is asked whether one of them beats."""


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


def keep_ranked(
    ranks: Ranks,
    changes: NDArray[np.int8],
    kept: NDArray[np.bool_],
    front: Ranks,
    state: NDArray[np.int64],
    stop: int,
) -> None:
    """Mark the points that none before them beats, from where the last call ended up to a stop.

    A point beats another if it is nowhere lower and has a higher sum. Numbers stand column by column and
    are as small as can be, so that many are compared by one instruction. The block of the frontier that has
    just beaten a point is tried first for the next.

    Args:
        ranks: Columns × points in descending order of their sums, equal points together.
        changes: 0 for a point that equals the one before, 1 for another of the same sum, 2 for another sum.
        kept: Where to mark.
        front: Room for the frontier, blocks × columns × points of a block.
        state: Next point, size of the frontier, its size before points of the same sum, and the last block.
        stop: Point before which to stop.
    """
    width = ranks.shape[0]
    mask = np.empty(BLOCK, ranks.dtype)
    size, before, last = state[1], state[2], state[3]
    for row in range(state[0], stop):
        if changes[row] == 0:
            kept[row] = kept[row - 1]
            continue
        if changes[row] > 1:
            before = size
        beaten = False
        for turn in range(-1, (before + BLOCK - 1) // BLOCK):
            block = last if turn < 0 else turn
            number = min(BLOCK, before - block * BLOCK)
            mask[:] = 1
            for column in range(width):
                value, line = ranks[column, row], front[block, column]
                for place in range(number):
                    mask[place] &= line[place] >= value
            found = mask[0] & 0
            for place in range(number):
                found |= mask[place]
            if found:
                beaten, last = True, block
                break
        if not beaten:
            kept[row] = True
            for column in range(width):
                front[size // BLOCK, column, size % BLOCK] = ranks[column, row]
            size += 1
    state[0], state[1], state[2], state[3] = stop, size, before, last


def beaten(ranks: Ranks, sums: NDArray[np.int64], strong: Ranks, least: int) -> NDArray[np.bool_]:
    """Mark the points that one of some strong points beats.

    Args:
        ranks: Columns × points.
        sums: The sum of each point.
        strong: Columns × strong points.
        least: The lowest sum of the strong ones; points with as much are not looked at.
    """
    width, number = strong.shape
    mask = np.empty(number, ranks.dtype)
    found = np.zeros(ranks.shape[1], dtype=np.bool_)
    for row in range(ranks.shape[1]):
        if sums[row] < least:
            mask[:] = 1
            for column in range(width):
                value, line = ranks[column, row], strong[column]
                for place in range(number):
                    mask[place] &= line[place] >= value
            hit = mask[0]
            for place in range(number):
                hit |= mask[place]
            found[row] = hit != 0
    return found


@cache
def compiled_keep_best() -> Kernel:
    """Return `keep_best` as machine code, kept on disk where there is a place for it."""
    kernel: Kernel = _compiled(keep_best)
    return kernel


@cache
def compiled_keep_ranked() -> Ranked:
    """Return `keep_ranked` as machine code, kept on disk where there is a place for it."""
    kernel: Ranked = _compiled(keep_ranked)
    return kernel


@cache
def compiled_beaten() -> Sifting:
    """Return `beaten` as machine code, kept on disk where there is a place for it."""
    kernel: Sifting = _compiled(beaten)
    return kernel


def _compiled(loop: Callable[..., Any]) -> Any:  # noqa: ANN401 - the compiler gives no types
    import numba  # noqa: PLC0415 - takes half a second to load, and small problems need none of it

    try:
        return numba.njit(cache=True)(loop)
    except RuntimeError:
        return numba.njit()(loop)
