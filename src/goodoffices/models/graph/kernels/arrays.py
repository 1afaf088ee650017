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


class CubeTables(NamedTuple):
    """Option form over all combinations of options, feasible or not.

    A chain is the set of combinations that differ only in the options that one mover can change both
    ways; it is named by its lowest combination. Places in a chain count 0, 1, … in the order of its bits.

    Attributes:
        rank: Movers × combinations; −1 where infeasible.
        order: Movers × combinations: for chain c, at the p-th combination of it, the place of its p-th
            best feasible one.
        upper: Combinations × movers: how many feasible ones of its chain the mover ranks no lower, itself
            included.
        size: Movers × combinations: how many of chain c are feasible, at c.
        steps: Movers × places: the bits that a place in a chain stands for, for as many places as `length`
            says.
        length: For each mover the number of combinations in a chain.
        own_steps, own_length: The same for all options of a mover, also those that go one way.
        both, one_way, only_off: For each mover bit masks of its options: changeable both ways, one way
            only, and of the latter those that are never taken.
    """

    rank: Ints
    order: Places
    upper: Places
    size: Places
    steps: Ints
    length: Longs
    own_steps: Ints
    own_length: Longs
    both: Longs
    one_way: Longs
    only_off: Longs


class Sources(NamedTuple):
    """Moves backwards, for each mover in compressed rows.

    Attributes:
        indptr: Movers × (states + 1) offsets into `indices`.
        indices: For each mover and state the states from which a move leads there.
        rank: Movers × states.
    """

    indptr: Longs
    indices: Ints
    rank: Ints
