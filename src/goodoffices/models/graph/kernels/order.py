"""Sort by counting, compiled: in time linear in the number of entries."""

from __future__ import annotations

import numpy as np

from goodoffices.models.graph.kernels.arrays import Ints
from goodoffices.models.graph.kernels.jit import compiled


@compiled
def in_order(values: Ints, limit: int) -> Ints:
    """Return the places of integers from 0 to below a limit, ascending by value, equal ones as they stand."""
    next_place = np.zeros(limit + 1, np.int32)
    for value in values:
        next_place[value + 1] += 1
    for value in range(limit):
        next_place[value + 1] += next_place[value]
    places = np.empty(len(values), np.int32)
    for place in range(len(values)):
        value = values[place]
        places[next_place[value]] = place
        next_place[value] += 1
    return places
