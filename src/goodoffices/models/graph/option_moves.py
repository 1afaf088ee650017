"""One-step moves in option form, worked out from the options instead of listed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.graph.reach import ListedMoves, from_pairs

_FEW = 6
"""Options up to which their changes are gone through one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class OptionMoves:
    """Changes of any of one's own options at once, where directions allow, between single combinations.

    Two such moves in a row lead nowhere that one does not, save back.

    Attributes:
        combinations: The combination of each state as a bit mask, ascending; read-only.
        own: Bit mask of the options that the mover owns.
        only_on: Those of them that are never given up.
        only_off: Those of them that are never taken.

    Raises:
        ModelError: The combinations are not ascending, or options that go one way are not the mover's.
    """

    combinations: NDArray[np.int32]
    own: int
    only_on: int
    only_off: int

    def __post_init__(self) -> None:
        # Compiled loops use combinations as places and check nothing themselves.
        if not len(self.combinations) or self.combinations[0] < 0 or (np.diff(self.combinations) <= 0).any():
            raise ModelError("combinations of options must be different, ascending bit masks: sort them")
        if (self.only_on | self.only_off) & ~self.own:
            raise ModelError(
                f"options {self.only_on | self.only_off:b} go one way, but the mover owns {self.own:b}: name "
                "only its own"
            )
        self.combinations.flags.writeable = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, OptionMoves) and (
            (self.own, self.only_on, self.only_off) == (other.own, other.only_on, other.only_off)
            and np.array_equal(self.combinations, other.combinations)
        )

    def __hash__(self) -> int:
        return hash((self.own, self.only_on, self.only_off, self.combinations.tobytes()))

    def __len__(self) -> int:
        return len(self.combinations)

    def __getitem__(self, state: int) -> tuple[int, ...]:
        here = self.combinations[range(len(self))[state]]
        if self.own.bit_count() <= _FEW:
            return self._few(int(here))
        there = here ^ changes(self.own)
        targets = self._found(there[self._allowed(here, there)])
        return tuple(sorted(targets[targets >= 0].tolist()))

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        return (self[state] for state in range(len(self)))

    def listed(self) -> ListedMoves:
        """Return the same moves as a list, which takes memory for each of up to 2^own per state."""
        pairs = [self.changed(int(change)) for change in changes(self.own)]
        before = np.concatenate([one for one, _ in pairs] or [np.empty(0, dtype=np.int32)])
        after = np.concatenate([other for _, other in pairs] or [np.empty(0, dtype=np.int32)])
        return from_pairs(before, after, len(self))

    def changed(self, change: int) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
        """Return the moves that change exactly the options in a bit mask, as states before and after."""
        there = self.combinations ^ np.int32(change)
        before = np.flatnonzero(self._allowed(self.combinations, there)).astype(np.int32)
        after = self._found(there[before])
        return before[after >= 0], after[after >= 0]

    def _few(self, here: int) -> tuple[int, ...]:
        """Return where one can move from a combination; without arrays, which take longer for so few."""
        states, targets = len(self.combinations), []
        full = states == self.combinations[-1] + 1
        for change in _few_changes(self.own):
            there = here ^ change
            if not (here & change & self.only_on or there & change & self.only_off):
                place = there if full else bisect_left(self.combinations, there)
                if place < states and (full or self.combinations[place] == there):
                    targets.append(place)
        return tuple(sorted(targets))

    def _allowed(self, here: NDArray[np.int32] | np.int32, there: NDArray[np.int32]) -> NDArray[np.bool_]:
        given_up, taken = here & ~there, there & ~here
        return np.asarray((given_up & np.int32(self.only_on) | taken & np.int32(self.only_off)) == 0)

    def _found(self, masks: NDArray[np.int32]) -> NDArray[np.int32]:
        """Return the state of each combination, −1 where it is not feasible."""
        place = np.searchsorted(self.combinations, masks)
        place[place == len(self)] = 0
        place[self.combinations[place] != masks] = -1
        return place.astype(np.int32)


@cache
def _few_changes(own: int) -> tuple[int, ...]:
    return tuple(changes(own).tolist())


def changes(own: int) -> NDArray[np.int32]:
    """Return every way to change at least one of the options in a bit mask."""
    bits = [1 << bit for bit in range(own.bit_length()) if own >> bit & 1]
    found = np.zeros(1, dtype=np.int32)
    for bit in bits:
        found = np.concatenate([found, found | np.int32(bit)])
    return found[1:]
