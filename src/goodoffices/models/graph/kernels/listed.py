"""Inner loops over listed moves, compiled: follow answers backwards, minding who moved last."""

from __future__ import annotations

import numpy as np

from goodoffices.models.graph.kernels.arrays import Flags, Ints, Longs, Places, Sources
from goodoffices.models.graph.kernels.jit import compiled

# The tests run these loops compiled and as Python, and hold them to the plain NumPy path, state by state.


@compiled
def turn_round(
    forwards: tuple[Longs, Ints], kept: Flags, mover: int, movers: int, ends: Ints | Longs, indices: Ints
) -> None:
    """Write one mover's moves to the places where the rows of the states that they lead to end so far."""
    indptr, targets = forwards
    for state in range(len(indptr) - 1):
        for move in range(indptr[state], indptr[state + 1]):
            if kept[move]:
                row = np.int64(targets[move]) * movers + mover
                indices[ends[row]] = state
                ends[row] += 1


@compiled
def lowest_by_sequence(
    sources: Sources, ending: Ints, by_ending: Ints, focal: int, found: Places, lowest: Ints
) -> None:
    """Write for each state the lowest ending among itself and all that legal sequences lead to from it.

    Endings are taken from the worst upwards and followed backwards over pairs of a state and of who
    moved there last, each once, since nobody moves twice in succession.

    Args:
        sources: Moves backwards.
        ending: For each state what it counts if the others stop there.
        by_ending: The states in ascending order of that.
        focal: Who moved first, and does not move again.
        found: One zero for each state, of as many bits as there are movers and one more.
        lowest: What is written to.
    """
    # Arrays are unpacked, and nothing is moved into functions of its own: that is several times as fast.
    # What is known of a state fits into few bits, so that most of it stays in the cache.
    indptr, indices, movers = sources.indptr, sources.indices, sources.movers
    arrived, everyone = np.int64(1) << movers, (np.int64(1) << movers) - 1 & ~(np.int64(1) << focal)
    lowest[:] = ending
    # First in, first out: what comes next is known long before, so that the processor fetches it early.
    queue = np.empty(len(ending) * movers, np.int64)
    for start in by_ending:
        queue[0] = np.int64(start) << 32 | everyone & ~np.int64(found[start])
        found[start] |= everyone
        head, tail = 0, 1
        while head < tail:
            after, last_movers = queue[head] >> 32, queue[head] & 0xFFFFFFFF
            head += 1
            for last in range(movers):
                if last_movers >> last & 1 == 0:
                    continue
                row = after * movers + last
                for move in range(indptr[row], indptr[row + 1]):
                    before = np.int64(indices[move])
                    known = np.int64(found[before])
                    new = everyone & ~known & ~(np.int64(1) << last)
                    if known & arrived == 0:
                        lowest[before] = min(ending[before], ending[start])
                    elif new == 0:
                        continue
                    found[before] = known | arrived | new
                    if new:
                        queue[tail] = before << 32 | new
                        tail += 1
