"""Option form solved by compiled loops."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodoffices.models.graph.cube import INFEASIBLE, Cube
from goodoffices.models.graph.each import Each
from goodoffices.models.graph.kernels.arrays import NOTHING, Block, CubeTables, Ints, Longs, Places
from goodoffices.models.graph.kernels.blocks import (
    best_moves,
    lower_by_improving,
    lower_by_moving,
    lowest_beside,
    sort_blocks,
)
from goodoffices.models.graph.kernels.cube import lowest_reached, sort_chains
from goodoffices.models.graph.kernels.order import in_order
from goodoffices.models.graph.option_moves import OptionMoves, changes

SHORT = 7
"""Options of one owner up to which a place among its combinations fits into eight bits, with a mark."""

LINE = 16
"""Neighbouring combinations that come into the processor's cache together."""

LARGEST = 1 << 16
"""Combinations that are worked on together, if one mover's own are not more; they must fit into the cache."""

ROUNDS = 32
"""Times that all movers are gone through in order before single sequences are followed."""


@dataclass(frozen=True, slots=True, eq=False)
class CompiledCube:
    """A cube, and for each mover its blocks, sorted.

    Attributes:
        cube: The conflict.
        blocks: For each mover how its combinations are found.
        orders: For each mover all blocks' places, best first.
    """

    cube: Cube
    blocks: tuple[Block, ...]
    orders: tuple[Places, ...]

    def best(self, mover: int, value: Ints, best: Ints) -> None:
        """Write for each state the highest value among itself and all that the mover can move to."""
        if self.cube.full:
            best_moves(value, self.blocks[mover], best)
        else:
            laid_out = self.cube.spread(value, INFEASIBLE)
            best_moves(laid_out, self.blocks[mover], laid_out)
            best[:] = self.cube.gathered(laid_out)

    def lowest(self, focal: int, ending: Ints, lowest: Ints, *, improving: bool) -> None:
        """Write for each state the lowest ending among itself and all that the others can reach.

        All movers are gone through again and again until nothing changes, which is after four or five
        times in most conflicts. Where answers come in long sequences, these are followed one by one.
        """
        others = [who for who in range(len(self.blocks)) if who != focal]
        if self.cube.full and not improving and not any(self.blocks[who].one_way for who in others):
            lowest_beside(ending, self.cube.moves[focal].own, lowest)
            return
        np.copyto(lowest, ending)
        if self.cube.full and not improving:
            # Whatever the others have done, each can do all that it could before: once round is enough.
            for who in others:
                lower_by_moving(lowest, self.blocks[who])
            return
        found = lowest if self.cube.full else self.cube.spread(ending, NOTHING)
        if not self._settles(others, found, improving):
            found = self._searched(others, ending, improving)
        if found is not lowest:
            lowest[:] = self.cube.gathered(found)

    def _settles(self, others: list[int], lowest: Ints, improving: bool) -> bool:
        """Let the movers answer in turn; return whether nobody changes anything any more."""
        unchanged = 0
        for mover in others * ROUNDS:
            if improving:
                changed = lower_by_improving(lowest, self.blocks[mover], self.orders[mover])
            else:
                changed = lower_by_moving(lowest, self.blocks[mover])
            # Going through the same mover twice in a row changes nothing.
            unchanged = 1 if changed else unchanged + 1
            if unchanged == len(others):
                return True
        return not others

    def _searched(self, others: list[int], ending: Ints, improving: bool) -> Ints:
        laid_out = self.cube.spread(ending, NOTHING)
        by_ending = self.cube.combinations[in_order(ending, len(ending))]
        movers = np.array(others, dtype=np.int64)
        return lowest_reached(_tables(self.cube), laid_out, by_ending, movers, improving)


def compiled_cube(cube: Cube, each: Each = map) -> CompiledCube:
    """Sort the blocks of a cube, with `each` as the `map` that calls a function for every mover."""
    size = cube.rank.shape[1]
    blocks = tuple(_block(moves, size) for moves in cube.moves)

    def ordered(mover: int) -> Places:
        short = cube.moves[mover].own.bit_count() <= SHORT
        order = np.empty(size, dtype=np.uint8 if short else np.int32)
        sort_blocks(cube.rank[mover], blocks[mover], order)
        return order

    return CompiledCube(cube, blocks, tuple(each(ordered, range(len(blocks)))))


def _block(moves: OptionMoves, size: int) -> Block:
    own = moves.own
    beside = sum(1 << bit for bit in range(LINE.bit_length() - 1) if 1 << bit < size and not own >> bit & 1)
    while beside and 1 << (own | beside).bit_count() > LARGEST:
        beside &= beside - 1
    steps = _combinations(beside)[:, np.newaxis] | _combinations(own)
    return Block(
        steps=steps.ravel(),
        length=1 << own.bit_count(),
        near=own | beside,
        one_way=_as_place(moves.only_on | moves.only_off, own),
        only_on=_as_place(moves.only_on, own),
        only_off=_as_place(moves.only_off, own),
        tie=1 << SHORT if own.bit_count() <= SHORT else 1 << 30,
    )


def _as_place(options: int, own: int) -> int:
    """Return a bit mask of options as one of places among the mover's own."""
    bits = [bit for bit in range(own.bit_length()) if own >> bit & 1]
    return sum(1 << place for place, bit in enumerate(bits) if options >> bit & 1)


def _combinations(mask: int) -> Ints:
    return np.append(np.zeros(1, dtype=np.int32), changes(mask))


def _tables(cube: Cube) -> CubeTables:
    """Sort the chains of a cube."""
    one_way = [moves.only_on | moves.only_off for moves in cube.moves]
    both = [moves.own & ~fixed for moves, fixed in zip(cube.moves, one_way, strict=True)]
    small = np.uint8 if max(options.bit_count() for options in both) <= SHORT else np.int32
    steps, length = _steps(both)
    tables = CubeTables(
        rank=cube.rank,
        order=np.zeros(cube.rank.shape, dtype=small),
        size=np.zeros(cube.rank.shape, dtype=small),
        steps=steps,
        length=length,
        both=np.array(both, dtype=np.int64),
        one_way=np.array(one_way, dtype=np.int64),
        only_off=np.array([moves.only_off for moves in cube.moves], dtype=np.int64),
    )
    for mover in range(len(both)):
        sort_chains(tables, mover)
    return tables


def _steps(masks: list[int]) -> tuple[Ints, Longs]:
    """Return each mover's combinations of the options in its bit mask, and how many there are."""
    length = [1 << mask.bit_count() for mask in masks]
    steps = np.zeros((len(masks), max(length)), dtype=np.int32)
    for mover, mask in enumerate(masks):
        steps[mover, : length[mover]] = _combinations(mask)
    return steps, np.array(length, dtype=np.int64)
