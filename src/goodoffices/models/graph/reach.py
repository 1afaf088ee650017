"""Who can move where in one step, as arrays: listed moves, in compressed rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError


class Reach(Protocol):
    """For each state, the states that one decision maker can move to in one step, ascending."""

    def __len__(self) -> int:
        """Return the number of states."""

    def __getitem__(self, state: int, /) -> Sequence[int]:
        """Return where one can move from a state."""


class Moves(Reach, Protocol):
    """One decision maker's one-step moves, listed or worked out from options."""

    def __getitem__(self, state: int, /) -> tuple[int, ...]:
        """Return where one can move from a state, ascending, without the state itself."""

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        """Return where one can move, state by state."""

    def listed(self) -> ListedMoves:
        """Return the same moves as a list, which takes memory for each move."""


@dataclass(frozen=True, slots=True, eq=False)
class ListedMoves:
    """Moves as compressed rows: those from state s are `indices[indptr[s]:indptr[s + 1]]`.

    Attributes:
        indptr: States + 1 offsets, from 0 ascending.
        indices: The states moved to, ascending and different within each row.

    Raises:
        ModelError: The offsets do not fit the list, or a state is out of range.
    """

    indptr: NDArray[np.int64]
    indices: NDArray[np.int32]

    def __post_init__(self) -> None:
        # Compiled loops follow moves and check nothing themselves.
        if self.indptr[0] != 0 or self.indptr[-1] != len(self.indices) or (np.diff(self.indptr) < 0).any():
            raise ModelError(
                f"offsets of moves must ascend from 0 to the {len(self.indices)} moves there are"
            )
        if self.indices.size and not 0 <= self.indices.min() <= self.indices.max() < len(self):
            raise ModelError(
                f"a move leads outside the states 0 to {len(self) - 1}: name a state that is there"
            )
        self.indptr.flags.writeable = False
        self.indices.flags.writeable = False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ListedMoves) and (
            np.array_equal(self.indptr, other.indptr) and np.array_equal(self.indices, other.indices)
        )

    def __hash__(self) -> int:
        return hash(self.indices.tobytes())

    def __len__(self) -> int:
        return len(self.indptr) - 1

    def __getitem__(self, state: int) -> tuple[int, ...]:
        place = range(len(self))[state]
        return tuple(self.indices[self.indptr[place] : self.indptr[place + 1]].tolist())

    def __iter__(self) -> Iterator[tuple[int, ...]]:
        return (self[state] for state in range(len(self)))

    def listed(self) -> ListedMoves:
        """Return itself."""
        return self

    def starts(self) -> NDArray[np.int32]:
        """Return for each move, in the order of `indices`, the state that it leaves."""
        states = np.arange(len(self), dtype=np.int32)
        return np.repeat(states, np.diff(self.indptr))

    def kept(self, keep: NDArray[np.bool_]) -> ListedMoves:
        """Return only some of the moves, given one truth value for each entry of `indices`."""
        before = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(keep, dtype=np.int64)])
        return ListedMoves(before[self.indptr], self.indices[keep])

    def backwards(self) -> ListedMoves:
        """Return for each state the states from which one move leads to it."""
        return from_pairs(self.indices, self.starts(), len(self))


def from_pairs(before: NDArray[np.int32], after: NDArray[np.int32], states: int) -> ListedMoves:
    """List moves given as pairs in any order, without repeats."""
    order = np.lexsort((after, before))
    counts = np.bincount(before, minlength=states)
    indptr = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts, dtype=np.int64)])
    return ListedMoves(indptr, after[order].astype(np.int32, copy=False))


def list_moves(decision_maker: str, reach: Reach) -> ListedMoves:
    """List moves given state by state.

    Raises:
        ModelError: A move leads from a state to itself, out of the states, or to the same state twice,
            or a row is not ascending.
    """
    states = len(reach)
    rows = [reach[state] for state in range(states)]
    counts = np.fromiter(map(len, rows), dtype=np.int64, count=states)
    indptr = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(counts, dtype=np.int64)])
    flat = np.fromiter((target for row in rows for target in row), dtype=np.int64, count=int(indptr[-1]))
    start = np.repeat(np.arange(states), counts)
    _refuse_first(decision_maker, rows, start[(flat < 0) | (flat >= states)], OUTSIDE)
    _refuse_first(decision_maker, rows, start[flat == start], TO_ITSELF)
    descends = (flat[1:] <= flat[:-1]) & (start[1:] == start[:-1])
    _refuse_first(decision_maker, rows, start[1:][descends], DISORDERED)
    return ListedMoves(indptr, flat.astype(np.int32))


def _refuse_first(
    decision_maker: str, rows: list[Sequence[int]], wrong: NDArray[np.int64], rule: str
) -> None:
    if wrong.size:
        state = int(wrong[0])
        raise ModelError(
            rule.format(who=repr(decision_maker), state=state, targets=rows[state], last=len(rows) - 1)
        )


OUTSIDE = "a move of {who} from state {state} leads outside the states 0 to {last}: {targets}"
TO_ITSELF = "a move of {who} leads from state {state} to itself: staying is not a move, drop it"
DISORDERED = "the moves of {who} from state {state} are not ascending and different: {targets}"
