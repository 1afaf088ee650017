"""What a decision maker prefers, as one integer for each state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError


@dataclass(frozen=True, slots=True, eq=False)
class Ranks:
    """A rank for each state: higher is better, equal is indifferent, and nothing but the order counts.

    Attributes:
        array: One integer for each state, between 0 and the number of states − 1; read-only.

    Raises:
        ModelError: An integer is out of range; `to_ranks` makes ranks of any numbers.
    """

    array: NDArray[np.int32]

    def __post_init__(self) -> None:
        # Compiled loops use ranks as places and check nothing themselves.
        if self.array.size and not 0 <= self.array.min() <= self.array.max() < self.array.size:
            raise ModelError(
                f"ranks from {self.array.min()} to {self.array.max()} are given for {self.array.size} "
                "states; they must lie from 0 to the number of states - 1: make them with to_ranks"
            )
        self.array.flags.writeable = False

    def __len__(self) -> int:
        return len(self.array)

    def __getitem__(self, state: int) -> int:
        return int(self.array[state])

    def __iter__(self) -> Iterator[int]:
        return iter(self.array.tolist())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Ranks | tuple) and tuple(self) == tuple(other)

    def __hash__(self) -> int:
        return hash(tuple(self))


def to_ranks(decision_maker: str, values: Sequence[float] | NDArray[np.generic] | Ranks) -> Ranks:
    """Return numbers as ranks: themselves if they are integers in range, else their places in order.

    Args:
        decision_maker: Whose they are, for the message.
        values: A number for each state, higher is better; integers of any size, or floats.

    Raises:
        ModelError: A value is no number.
    """
    if isinstance(values, Ranks):
        return values
    array = np.asarray(values)
    # Nothing but what is no number differs from itself.
    if array.dtype.kind in "fO" and (array != array).any():  # noqa: PLR0124 - see above
        state = int(np.flatnonzero(array != array)[0])  # noqa: PLR0124
        raise ModelError(f"the rank of state {state} for {decision_maker!r} is no number: give one")
    if array.dtype.kind not in "biufO":
        raise ModelError(f"the ranks of {decision_maker!r} are no numbers: give one for each state")
    if array.dtype.kind in "iu" and array.size and array.min() >= 0 and array.max() < array.size:
        return Ranks(array.astype(np.int32))
    return Ranks(np.unique(array, return_inverse=True)[1].astype(np.int32))
