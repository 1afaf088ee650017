"""Inner loop over listed moves, compiled: follow answers backwards, minding who moved last."""

from __future__ import annotations

import numpy as np

from goodoffices.models.graph.kernels.arrays import Ints, Sources
from goodoffices.models.graph.kernels.jit import compiled

# The tests run these loops compiled and as Python, and hold them to the plain NumPy path, state by state.


@compiled
def lowest_by_sequence(sources: Sources, ending: Ints, by_ending: Ints, focal: int, improving: bool) -> Ints:
    """Return for each state the lowest ending among itself and all that legal sequences lead to from it.

    Endings are taken from the worst upwards and followed backwards over pairs of a state and of who
    moved there last, each once, since nobody moves twice in succession.

    Args:
        sources: Moves backwards.
        ending: For each state what it counts if the others stop there.
        by_ending: The states in ascending order of that.
        focal: Who moved first, and does not move again.
        improving: Whether each mover must improve its own rank with every step.
    """
    # Arrays are unpacked, and nothing is moved into functions of its own: that is several times as fast.
    rank, indptr, indices = sources.rank, sources.indptr, sources.indices
    movers, states = rank.shape
    worst, arrived = ending.copy(), np.zeros(states, np.bool_)
    found = np.zeros((states, movers), np.bool_)
    found[:, focal] = True
    stack = np.empty(states * movers, np.int64)
    for start in by_ending:
        height = 0
        for last in range(movers):
            if not found[start, last]:
                found[start, last] = True
                stack[height] = np.int64(start) * movers + last
                height += 1
        while height > 0:
            height -= 1
            after = stack[height] // movers
            last = stack[height] - after * movers
            for move in range(indptr[last, after], indptr[last, after + 1]):
                before = np.int64(indices[move])
                if improving and rank[last, before] >= rank[last, after]:
                    continue
                if not arrived[before]:
                    arrived[before] = True
                    worst[before] = min(worst[before], ending[start])
                for earlier in range(movers):
                    if earlier != last and not found[before, earlier]:
                        found[before, earlier] = True
                        stack[height] = before * movers + earlier
                        height += 1
    return worst
