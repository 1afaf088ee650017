"""Unilateral moves in option form: change any of one's own options at once, where directions allow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.graph.option_moves import OptionMoves
from goodoffices.models.graph.reach import ListedMoves, Moves, from_pairs
from goodoffices.models.graph.states import StateSpace

MAX_PAIRS = 50_000_000
"""Moves that are listed for one decision maker where they cannot be worked out; about 1 GB."""


def unilateral_moves(space: StateSpace, decision_makers: Sequence[str]) -> tuple[Moves, ...]:
    """Return the one-step moves of each decision maker from each state.

    A move goes from one feasible combination to another that differs only in the mover's options; an
    option of direction `on` is never given up and one of direction `off` never taken. A merged state is
    left from any of its combinations and entered at any.

    Raises:
        ModelError: States count as one, so that moves must be listed, and there are too many to list.
    """
    moves = [_own_moves(space, decision_maker) for decision_maker in decision_makers]
    if space.states.single:
        return tuple(moves)
    return tuple(_between_states(space, one) for one in moves)


def _own_moves(space: StateSpace, decision_maker: str) -> OptionMoves:
    own = sum(1 << bit for bit, option in enumerate(space.options) if option.owner == decision_maker)
    masks = space.states.masks if space.states.single else np.sort(space.states.masks)
    only_on, only_off = (own & _fixed(space, direction) for direction in ("on", "off"))
    return OptionMoves(masks, own, only_on, only_off)


def _fixed(space: StateSpace, direction: str) -> int:
    return sum(1 << bit for bit, option in enumerate(space.options) if option.direction == direction)


def check_listable(moves: OptionMoves) -> None:
    """Refuse to list moves that are too many.

    Raises:
        ModelError: They are.
    """
    pairs = len(moves) << moves.own.bit_count()
    if pairs > MAX_PAIRS:
        raise ModelError(
            f"{len(moves):,} combinations with {pairs:,} pairs to move between are more than are listed "
            f"where states count as one or moves are forbidden ({MAX_PAIRS:,}): do without, exclude states "
            "that cannot occur, or leave out options"
        )


def _between_states(space: StateSpace, moves: OptionMoves) -> ListedMoves:
    check_listable(moves)
    order = np.argsort(space.states.masks)
    state_of = space.states.owners()[order]
    listed = moves.listed()
    before, after = state_of[listed.starts()], state_of[listed.indices]
    return _distinct(before[before != after], after[before != after], len(space.states))


def _distinct(before: NDArray[np.int32], after: NDArray[np.int32], states: int) -> ListedMoves:
    keys = np.unique(before.astype(np.int64) * states + after)
    return from_pairs((keys // states).astype(np.int32), (keys % states).astype(np.int32), states)
