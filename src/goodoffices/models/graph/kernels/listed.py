"""Inner loop over listed moves, compiled: follow answers backwards, minding who moved last."""

from __future__ import annotations

import numpy as np

from goodoffices.models.graph.kernels.arrays import Flags, Ints, Longs, Sources
from goodoffices.models.graph.kernels.jit import compiled

# Compiled code is invisible to coverage; the tests hold it to the plain NumPy path, state by state.


@compiled  # pragma: no cover
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
    movers, states = sources.rank.shape
    worst, found = ending.copy(), np.zeros(states * movers, np.bool_)
    found[focal::movers] = True
    arrived = np.zeros(states, np.bool_)
    stack = np.empty(states * movers, np.int64)
    for start in by_ending:
        height = 0
        for last in range(movers):
            height = _found(found, stack, height, np.int64(start) * movers + last)
        while height > 0:
            height -= 1
            after, last = divmod(stack[height], movers)
            for move in range(sources.indptr[last, after], sources.indptr[last, after + 1]):
                before = np.int64(sources.indices[move])
                if improving and sources.rank[last, before] >= sources.rank[last, after]:
                    continue
                if not arrived[before]:
                    arrived[before] = True
                    worst[before] = min(worst[before], ending[start])
                for earlier in range(movers):
                    if earlier != last:
                        height = _found(found, stack, height, before * movers + earlier)
    return worst


@compiled  # pragma: no cover
def _found(found: Flags, stack: Longs, height: int, node: int) -> int:
    """Put a node on the stack if it is found for the first time; return the height."""
    if not found[node]:
        found[node] = True
        stack[height] = node
        height += 1
    return height
