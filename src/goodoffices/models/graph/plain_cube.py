"""Option form solved in plain NumPy, where numba is missing or to check it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.graph.cube import INFEASIBLE, Cube
from goodoffices.models.graph.kernels.arrays import Ints
from goodoffices.models.graph.option_moves import OptionMoves, changes

_NOTHING = int(np.iinfo(np.int32).max)


@dataclass(frozen=True, slots=True, eq=False)
class PlainCube:
    """A cube whose answers are found round by round until nothing changes.

    Attributes:
        cube: The conflict.
    """

    cube: Cube

    def best(self, mover: int, value: Ints) -> Ints:
        """Return for each state the highest value among itself and all that the mover can move to."""
        best = self.cube.spread(value, INFEASIBLE).copy()
        _along(self.cube.moves[mover], best, np.maximum)
        return self.cube.gathered(best)

    def lowest(self, focal: int, ending: Ints, *, improving: bool) -> Ints:
        """Return for each state the lowest ending among itself and all that the others can reach."""
        lowest = self.cube.spread(ending, _NOTHING).copy()
        infeasible = self.cube.rank[focal] < 0
        while True:
            before = lowest.copy()
            for mover, moves in enumerate(self.cube.moves):
                if mover != focal and improving:
                    _improve(moves, self.cube.rank[mover], lowest)
                elif mover != focal:
                    _along(moves, lowest, np.minimum)
                    lowest[infeasible] = _NOTHING
            if np.array_equal(before, lowest):
                return self.cube.gathered(lowest)


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


def _improve(moves: OptionMoves, rank: Ints, lowest: Ints) -> None:
    """Let each combination have the lowest value of all that one mover can improve to."""
    here = np.arange(len(rank), dtype=np.int32)
    for change in changes(moves.own).tolist():
        barred = here & change & moves.only_on | ~here & change & moves.only_off
        willing = (rank >= 0) & (_changed(rank, change) > rank) & (barred == 0)
        np.minimum(lowest, _changed(lowest, change), out=lowest, where=willing)


def _changed(value: Ints, change: int) -> NDArray[np.int32]:
    """Return the value of each combination after a change of some options."""
    options = len(value).bit_length() - 1
    axes = tuple(options - 1 - bit for bit in range(options) if change >> bit & 1)
    return np.ascontiguousarray(np.flip(value.reshape((2,) * options), axes)).reshape(-1)
