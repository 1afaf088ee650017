"""The labels of states in option form, made when they are asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from goodoffices.errors import ModelError
from goodoffices.models.graph.states import StateSpace

MOST_KEPT = 1 << 16
"""States whose labels are kept as a tuple; more would take more memory than everything else."""


@dataclass(frozen=True, slots=True)
class StateLabels(Sequence[str]):
    """The labels of a large state space, worked out one by one; to be read wherever a tuple of them is.

    Attributes:
        space: The options and the feasible states.
    """

    space: StateSpace

    def __len__(self) -> int:
        return len(self.space.states)

    @overload
    def __getitem__(self, state: int) -> str: ...
    @overload
    def __getitem__(self, state: slice) -> tuple[str, ...]: ...
    def __getitem__(self, state: int | slice) -> str | tuple[str, ...]:
        if isinstance(state, slice):
            return tuple(map(self.space.label, range(*state.indices(len(self)))))
        return self.space.label(state)

    def __iter__(self) -> Iterator[str]:
        for start in range(0, len(self), MOST_KEPT):
            yield from _labels(self.space, start, min(start + MOST_KEPT, len(self)))

    def __contains__(self, label: object) -> bool:
        return isinstance(label, str) and self._place(label) is not None

    def index(self, label: str, start: int = 0, stop: int | None = None) -> int:
        """Return the number of the state with exactly this label, if it lies from start to before stop.

        Raises:
            ValueError: No state has it.
        """
        place = self._place(label)
        if place is None or place not in range(len(self))[start:stop]:
            raise ValueError(label)
        return place

    def _place(self, label: str) -> int | None:
        try:
            place = self.space.find(label)
        except ModelError:
            return None
        return place if self.space.label(place) == label else None


def state_labels(space: StateSpace) -> tuple[str, ...] | StateLabels:
    """Return the labels of all states, as a tuple unless there are too many to keep."""
    if len(space.states) > MOST_KEPT:
        return StateLabels(space)
    return tuple(_labels(space, 0, len(space.states)))


def _labels(space: StateSpace, start: int, stop: int) -> list[str]:
    """Return the labels of some states, letter by letter for all of them together."""
    size = len(space.options)
    first = space.states.first
    masks = space.states.masks[first[start:stop], None]
    taken = np.asarray(masks >> np.arange(size, dtype=np.int32) & 1, dtype=np.bool_)
    text = np.where(taken, np.uint8(ord("Y")), np.uint8(ord("N"))).tobytes().decode("ascii")
    labels = [text[place : place + size] for place in range(0, len(text), size)]
    for merged in np.flatnonzero(np.diff(first[start : stop + 1]) > 1).tolist():
        labels[merged] = space.label(start + merged)
    return labels
