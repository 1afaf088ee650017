"""Option form solved by compiled loops."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

import numpy as np

from goodoffices.models.graph.cube import INFEASIBLE, Cube
from goodoffices.models.graph.each import Each
from goodoffices.models.graph.kernels.arrays import CubeTables, Ints, Longs
from goodoffices.models.graph.kernels.cube import (
    best_moves,
    lowest_along,
    lowest_beside,
    lowest_one_way,
    lowest_reached,
    sort_chains,
)
from goodoffices.models.graph.kernels.order import in_order
from goodoffices.models.graph.option_moves import changes

SHORT = 7
"""Options of one owner up to which a place among its combinations fits into eight bits."""


@dataclass(frozen=True, slots=True, eq=False)
class CompiledCube:
    """A cube and its chains.

    Attributes:
        cube: The conflict.
        tables: What the inner loops read.
    """

    cube: Cube
    tables: CubeTables

    def best(self, mover: int, value: Ints) -> Ints:
        """Return for each state the highest value among itself and all that the mover can move to."""
        return self.cube.gathered(best_moves(self.tables, mover, self.cube.spread(value, INFEASIBLE)))

    def lowest(self, focal: int, ending: Ints, *, improving: bool) -> Ints:
        """Return for each state the lowest ending among itself and all that the others can reach."""
        others = [who for who in range(len(self.tables.both)) if who != focal]
        laid_out = self.cube.spread(ending, INFEASIBLE)
        one_way = bool(self.tables.one_way[others].any())
        if self.cube.full and not improving and not one_way:
            return lowest_beside(laid_out, self.cube.moves[focal].own)
        if self.cube.full and not improving:
            return self._lowest_along(others, laid_out)
        by_ending = self.cube.combinations[in_order(ending, len(ending))]
        search = lowest_one_way if one_way else lowest_reached
        return self.cube.gathered(
            search(self.tables, laid_out, by_ending, np.array(others, dtype=np.int64), improving)
        )

    def _lowest_along(self, movers: list[int], ending: Ints) -> Ints:
        """Return the lowest ending that the movers can reach, where every combination is feasible."""
        moves = [self.cube.moves[mover] for mover in movers]
        options, only_on, only_off = (
            sum(masks) for masks in zip(*((one.own, one.only_on, one.only_off) for one in moves), strict=True)
        )
        return lowest_along(ending, options, only_on, only_off)


def compiled_cube(cube: Cube, each: Each = map) -> CompiledCube:
    """Sort the chains of a cube, with `each` as the `map` that calls a function for every mover."""
    one_way = [moves.only_on | moves.only_off for moves in cube.moves]
    both = [moves.own & ~fixed for moves, fixed in zip(cube.moves, one_way, strict=True)]
    movers, size = cube.rank.shape
    small = np.uint8 if max(options.bit_count() for options in both) <= SHORT else np.int32
    steps, length = _steps(both)
    own_steps, own_length = _steps([moves.own for moves in cube.moves])
    tables = CubeTables(
        rank=cube.rank,
        order=np.zeros((movers, size), dtype=small),
        upper=np.zeros((size, movers), dtype=small),
        size=np.zeros((movers, size), dtype=small),
        steps=steps,
        length=length,
        own_steps=own_steps,
        own_length=own_length,
        both=np.array(both, dtype=np.int64),
        one_way=np.array(one_way, dtype=np.int64),
        only_off=np.array([moves.only_off for moves in cube.moves], dtype=np.int64),
    )
    for _ in each(partial(sort_chains, tables), range(movers)):
        pass
    return CompiledCube(cube, tables)


def _steps(masks: list[int]) -> tuple[Ints, Longs]:
    """Return each mover's combinations of the options in its bit mask, and how many there are."""
    length = [1 << mask.bit_count() for mask in masks]
    steps = np.zeros((len(masks), max(length)), dtype=np.int32)
    for mover, mask in enumerate(masks):
        steps[mover, 1 : length[mover]] = changes(mask)
    return steps, np.array(length, dtype=np.int64)
