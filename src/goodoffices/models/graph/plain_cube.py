"""Option form solved in plain NumPy, where numba is missing or to check it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.graph.cube import INFEASIBLE, Cube
from goodoffices.models.graph.kernels.arrays import NOTHING, Flags, Ints
from goodoffices.models.graph.option_moves import OptionMoves, changes

MOST_KEPT = 1 << 16
"""Combinations up to which it is kept who is willing to make which change, instead of worked out again."""


@dataclass(frozen=True, slots=True, eq=False)
class PlainCube:
    """A cube whose answers are found round by round until nothing changes; `plain_cube` makes one.

    Attributes:
        cube: The conflict.
        willing: For each mover and change of its options, where it improves its rank by it; or nothing.
    """

    cube: Cube
    willing: tuple[dict[int, Flags], ...]

    def best(self, mover: int, value: Ints, best: Ints) -> None:
        """Write for each state the highest value among itself and all that the mover can move to."""
        found = self.cube.spread(value, INFEASIBLE).copy()
        _along(self.cube.moves[mover], found, np.maximum)
        best[:] = self.cube.gathered(found)

    def lowest(self, focal: int, ending: Ints, lowest: Ints, *, improving: bool) -> None:
        """Write for each state the lowest ending among itself and all that the others can reach."""
        found = self.cube.spread(ending, NOTHING).copy()
        infeasible = self.cube.rank[focal] < 0
        before = np.full_like(found, INFEASIBLE)
        while not np.array_equal(before, found):
            before[:] = found
            for mover, moves in enumerate(self.cube.moves):
                if mover != focal and improving:
                    self._improve(mover, found)
                elif mover != focal:
                    _along(moves, found, np.minimum)
                    found[infeasible] = NOTHING
        lowest[:] = self.cube.gathered(found)

    def _improve(self, mover: int, lowest: Ints) -> None:
        """Let each combination have the lowest value of all that one mover can improve to."""
        kept, moves, rank = self.willing[mover], self.cube.moves[mover], self.cube.rank[mover]
        for change in changes(moves.own).tolist():
            willing = kept[change] if kept else _willing(moves, rank, change)
            # Faster than asking for the minimum only where somebody is willing.
            np.minimum(lowest, np.where(willing, _changed(lowest, change), lowest), out=lowest)


def plain_cube(cube: Cube) -> PlainCube:
    """Work out who is willing to make which change, unless there are too many combinations to keep it."""
    if len(cube.rank[0]) > MOST_KEPT:
        return PlainCube(cube, ({},) * len(cube.moves))
    return PlainCube(
        cube,
        tuple(
            {change: _willing(moves, rank, change) for change in changes(moves.own).tolist()}
            for moves, rank in zip(cube.moves, cube.rank, strict=True)
        ),
    )


def _along(moves: OptionMoves, value: Ints, choose: np.ufunc) -> None:
    """Let each combination have the best, or worst, value of all that one mover can move to."""
    for bit in range(moves.own.bit_length()):
        if moves.own >> bit & 1:
            halves = value.reshape(-1, 2, 1 << bit)
            chosen = choose(halves[:, 0], halves[:, 1])
            if not moves.only_off >> bit & 1:
                halves[:, 0] = chosen
            if not moves.only_on >> bit & 1:
                halves[:, 1] = chosen


def _willing(moves: OptionMoves, rank: Ints, change: int) -> Flags:
    """Return where a mover improves its rank by changing some options, and may."""
    willing = (_changed(rank, change) > rank) & (rank >= 0)
    if change & (moves.only_on | moves.only_off):
        here = np.arange(len(rank), dtype=np.int32)
        willing &= (here & change & moves.only_on | ~here & change & moves.only_off) == 0
    return willing


def _changed(value: Ints, change: int) -> NDArray[np.int32]:
    """Return the value of each combination after a change of some options."""
    shape, rest = [], len(value).bit_length() - 1
    for bit in reversed(range(change.bit_length())):
        if change >> bit & 1:
            shape += [1 << (rest - bit - 1), 2]
            rest = bit
    blocks = value.reshape(*shape, 1 << rest)
    return np.ascontiguousarray(blocks[(slice(None), slice(None, None, -1)) * (len(shape) // 2)]).reshape(-1)
