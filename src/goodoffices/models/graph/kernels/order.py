"""Sort by digits, compiled: in time linear in the number of entries."""

from __future__ import annotations

import numpy as np

from goodoffices.models.graph.kernels.arrays import Ints
from goodoffices.models.graph.kernels.jit import compiled

DIGIT = 11
"""Bits sorted by at a time: so few heaps are written to that all of their ends stay in the cache."""


@compiled
def in_order(values: Ints, limit: int) -> Ints:
    """Return the places of integers from 0 to below a limit, ascending by value, equal ones as they stand."""
    entries, sorted_entries = np.empty(len(values), np.int64), np.empty(len(values), np.int64)
    for place in range(len(values)):
        entries[place] = np.int64(values[place]) << 32 | place
    shift = 32
    while limit >> (shift - 32) > 0:
        ends = np.zeros((1 << DIGIT) + 1, np.int64)
        for entry in entries:
            ends[(entry >> shift & ((1 << DIGIT) - 1)) + 1] += 1
        for heap in range(1 << DIGIT):
            ends[heap + 1] += ends[heap]
        for entry in entries:
            digit = entry >> shift & ((1 << DIGIT) - 1)
            sorted_entries[ends[digit]] = entry
            ends[digit] += 1
        entries, sorted_entries = sorted_entries, entries
        shift += DIGIT
    places = np.empty(len(values), np.int32)
    for place in range(len(values)):
        places[place] = entries[place] & 0xFFFFFFFF
    return places
