"""What the inner loops read: named tuples, because numba compiles these and no dataclasses."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Flags = NDArray[np.bool_]
Places = NDArray[Any]
"""Places within one mover's own combinations: 8 bits each where that is enough, else 32."""

NOTHING = 2**31 - 1
"""The ending of a combination that cannot occur: above every rank."""


class Block(NamedTuple):
    """How the combinations that differ only in one mover's options are found, with some beside them.

    Places in a block count 0, 1, … in the order of its bits; options are given as bits of places.

    Attributes:
        steps: What to add to the lowest combination: for each block the places, one block after another.
        length: The number of places in a block.
        near: Bit mask of all options that differ between `steps`.
        one_way: The mover's options that go one way only.
        only_on, only_off: Those of them that are never given up, and those that are never taken.
        tie: The bit that marks, in a place, that it is as good as the one before.
    """

    steps: Ints
    length: int
    near: int
    one_way: int
    only_on: int
    only_off: int
    tie: int


class CubeTables(NamedTuple):
    """Option form over all combinations of options, feasible or not.

    A chain is the set of combinations that differ only in the options that one mover can change both
    ways; it is named by its lowest combination. Places in a chain count 0, 1, … in the order of its bits.

    Attributes:
        rank: Movers × combinations; −1 where infeasible.
        order: Movers × combinations: for chain c, at the p-th combination of it, the place of its p-th
            best feasible one.
        size: Movers × combinations: how many of chain c are feasible, at c.
        steps: Movers × places: the bits that a place in a chain stands for, for as many places as `length`
            says.
        length: For each mover the number of combinations in a chain.
        both, one_way, only_off: For each mover bit masks of its options: changeable both ways, one way
            only, and of the latter those that are never taken.
    """

    rank: Ints
    order: Places
    size: Places
    steps: Ints
    length: Longs
    both: Longs
    one_way: Longs
    only_off: Longs


class Sources(NamedTuple):
    """Moves backwards, in compressed rows: one for each state and mover, those of a state together.

    Attributes:
        indptr: States × movers + 1 offsets into `indices`.
        indices: For each state and mover the states from which a move leads there.
        movers: How many decision makers there are.
    """

    indptr: Ints | Longs
    indices: Ints
    movers: int
