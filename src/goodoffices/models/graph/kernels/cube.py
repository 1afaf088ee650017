"""Inner loops over option form for long sequences of answers: follow them backwards, each state once."""

from __future__ import annotations

import numpy as np

from goodoffices.models.graph.kernels.arrays import CubeTables, Ints, Longs
from goodoffices.models.graph.kernels.jit import compiled

# The tests run these loops compiled and as Python, and hold them to the plain NumPy path, state by state.


@compiled
def sort_chains(tables: CubeTables, mover: int) -> None:
    """Fill in `order` and `size` of one mover."""
    both, rank, steps = tables.both[mover], tables.rank[mover], tables.steps[mover]
    length = tables.length[mover]
    keys = np.empty(length, np.int64)
    for chain in range(len(rank)):
        if chain & both:
            continue
        found = 0
        for place in range(length):
            if rank[chain | steps[place]] >= 0:
                keys[found] = np.int64(rank[chain | steps[place]]) << 32 | place
                found += 1
        tables.size[mover, chain] = found
        keys[:found].sort()
        for place in range(found):
            own = keys[place] & 0xFFFFFFFF
            tables.order[mover, chain | steps[found - 1 - place]] = own


@compiled
def lowest_reached(tables: CubeTables, ending: Ints, by_ending: Ints, others: Longs, improving: bool) -> Ints:
    """Return for each combination the lowest ending among itself and all that the others can reach from it.

    Endings are taken from the worst upwards and followed backwards. A mover comes to a combination from its
    own chain and from each in which fewer of its one-way options are used up. In each chain the combinations
    that are not found yet are the best ones, so that their number says which, and each is passed once.

    Args:
        tables: The conflict.
        ending: For each combination what it counts if the others stop there.
        by_ending: The feasible combinations in ascending order of that.
        others: The movers.
        improving: Whether each of them must improve its own rank with every step.
    """
    # Arrays are unpacked, and nothing is moved into functions of its own: that is five times as fast.
    rank, order, steps = tables.rank, tables.order, tables.steps
    worst, left = np.full(len(ending), -1, np.int32), tables.size.copy()
    stack = np.empty(len(by_ending), np.int32)
    for start in by_ending:
        if worst[start] >= 0:
            continue
        worst[start] = ending[start]
        stack[0] = start
        height = 1
        while height > 0:
            height -= 1
            after = np.int64(stack[height])
            for mover in others:
                limit = rank[mover, after] if improving else np.int32(2**31 - 1)
                used = (after ^ tables.only_off[mover]) & tables.one_way[mover]
                fewer = used
                while fewer >= 0:
                    chain = after & ~tables.both[mover] ^ used ^ fewer
                    place = np.int64(left[mover, chain])
                    while place > 0:
                        before = chain | steps[mover, order[mover, chain | steps[mover, place - 1]]]
                        if rank[mover, before] >= limit:
                            break
                        place -= 1
                        left[mover, chain] = place
                        if worst[before] < 0:
                            worst[before] = ending[start]
                            stack[height] = before
                            height += 1
                    fewer = (fewer - 1) & used if fewer > 0 else np.int64(-1)
    return worst
