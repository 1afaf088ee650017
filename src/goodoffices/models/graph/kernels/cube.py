"""Inner loops over option form, compiled: sort chains, follow answers backwards, take the best move."""

from __future__ import annotations

import numpy as np

from goodoffices.models.graph.kernels.arrays import CubeTables, Ints, Longs
from goodoffices.models.graph.kernels.jit import compiled

# The tests run these loops compiled and as Python, and hold them to the plain NumPy path, state by state.


@compiled
def sort_chains(tables: CubeTables, mover: int) -> None:
    """Fill in `order`, `upper` and `size` of one mover."""
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
        level = 0
        for place in range(found):
            if keys[place] >> 32 != keys[level] >> 32:
                level = place
            own = keys[place] & 0xFFFFFFFF
            tables.order[mover, chain | steps[found - 1 - place]] = own
            tables.upper[chain | steps[own], mover] = found - level


@compiled
def lowest_reached(tables: CubeTables, ending: Ints, by_ending: Ints, others: Longs, improving: bool) -> Ints:
    """Return for each combination the lowest ending among itself and all that the others can reach from it.

    Endings are taken from the worst upwards and followed backwards. In each chain the combinations that
    are not found yet are always the best ones, so that their number says which, and every one is passed
    once. All options of the others must be changeable both ways.

    Args:
        tables: The conflict.
        ending: For each combination what it counts if the others stop there.
        by_ending: The feasible combinations in ascending order of that.
        others: The movers.
        improving: Whether each of them must improve its own rank with every step.
    """
    # Arrays are unpacked, and nothing is moved into functions of its own: that is five times as fast.
    order, upper, steps, both = tables.order, tables.upper, tables.steps, tables.both
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
                chain = after & ~both[mover]
                place = np.int64(left[mover, chain])
                stop = np.int64(upper[after, mover]) if improving else np.int64(0)
                if place > stop:
                    left[mover, chain] = stop
                while place > stop:
                    place -= 1
                    before = chain | steps[mover, order[mover, chain | steps[mover, place]]]
                    if worst[before] < 0:
                        worst[before] = ending[start]
                        stack[height] = before
                        height += 1
    return worst


@compiled
def lowest_one_way(tables: CubeTables, ending: Ints, by_ending: Ints, others: Longs, improving: bool) -> Ints:
    """Return the same where some of the others' options go one way only.

    A mover comes to a combination from its own chain and from each in which fewer of its one-way options
    are used up.
    """
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


@compiled
def lowest_beside(ending: Ints, own: int) -> Ints:
    """Return the lowest ending over all combinations of the others' options, for each of one's own.

    This is what the others can reach where everything is feasible and can be taken back.
    """
    lowest = np.full(len(ending), np.iinfo(np.int32).max, np.int32)
    for state in range(len(ending)):
        lowest[state & own] = min(lowest[state & own], ending[state])
    for state in range(len(ending)):
        lowest[state] = lowest[state & own]
    return lowest


@compiled
def lowest_along(ending: Ints, options: int, never_given_up: int, never_taken: int) -> Ints:
    """Return the lowest ending that changes of some options lead to, where everything is feasible."""
    lowest = ending.copy()
    bit = 1
    while bit < len(ending):
        if options & bit:
            for state in range(len(ending)):
                if state & bit == 0:
                    least = min(lowest[state], lowest[state | bit])
                    if never_taken & bit == 0:
                        lowest[state] = least
                    if never_given_up & bit == 0:
                        lowest[state | bit] = least
        bit *= 2
    return lowest


@compiled
def best_moves(tables: CubeTables, mover: int, value: Ints) -> Ints:
    """Return for each combination the highest value among itself and all that the mover can move to."""
    own = tables.both[mover] | tables.one_way[mover]
    steps = tables.own_steps[mover, : tables.own_length[mover]]
    best, near = np.empty_like(value), np.empty(len(steps), np.int32)
    for rest in range(len(value)):
        if rest & own:
            continue
        for place in range(len(steps)):
            near[place] = value[rest | steps[place]]
        if tables.one_way[mover]:
            _climb(near, steps, tables.only_off[mover], tables.both[mover] | tables.only_off[mover])
        else:
            near[:] = near.max()
        for place in range(len(steps)):
            best[rest | steps[place]] = near[place]
    return best


@compiled
def _climb(near: Ints, steps: Ints, never_taken: int, given_up: int) -> None:
    """Raise the value of each place to the highest one that it leads to, one option after another."""
    bit = 1
    while bit < len(steps):
        for place in range(len(steps)):
            if place & bit == 0:
                highest = max(near[place], near[place | bit])
                if steps[bit] & never_taken == 0:
                    near[place] = highest
                if steps[bit] & given_up:
                    near[place | bit] = highest
        bit *= 2
