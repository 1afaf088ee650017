"""Moves that options would allow and that cannot be made all the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.errors import ModelError
from goodoffices.models.graph.moves import check_listable
from goodoffices.models.graph.option_moves import OptionMoves
from goodoffices.models.graph.reach import Moves
from goodoffices.models.graph.states import StateSpace


@dataclass(frozen=True, slots=True)
class Forbidden:
    """A move that cannot be made: from any state of one kind to any of another.

    Attributes:
        before: A condition, or a pattern of Y, N and -, that holds where the move starts.
        after: One that holds where it ends.
        mover: The decision maker who cannot make it; nobody can if none is named.
    """

    before: str
    after: str
    mover: str | None = None

    def bars(self, mover: str) -> bool:
        """Tell whether it speaks of a decision maker."""
        return self.mover in {None, mover}


def without(space: StateSpace, mover: str, moves: Moves, forbidden: Sequence[Forbidden]) -> Moves:
    """Return a decision maker's moves without those that are forbidden.

    Moves that none is taken from stay worked out from options. Others must be listed, since two of them in
    a row may then lead where one does not.

    Raises:
        ModelError: A condition is misshapen, is true of a part of a merged state, or there are too many
            moves to list.
        ConditionError: A condition cannot be read or names no option.
    """
    rules = [(space.holds(one.before), space.holds(one.after)) for one in forbidden if one.bars(mover)]
    if not rules:
        return moves
    if isinstance(moves, OptionMoves):
        check_listable(moves)
    listed = moves.listed()
    starts = listed.starts()
    keep = starts >= 0
    for before, after in rules:
        keep &= ~(before[starts] & after[listed.indices])
    return moves if keep.all() else listed.kept(keep)


def check_movers(forbidden: Sequence[Forbidden], decision_makers: Sequence[str]) -> None:
    """Refuse a rule for somebody who is not there.

    Raises:
        ModelError: The mover of a rule is no decision maker.
    """
    for one in forbidden:
        if one.mover is not None and one.mover not in decision_makers:
            known = ", ".join(map(repr, decision_makers))
            raise ModelError(
                f"a move is forbidden to {one.mover!r}, who is no decision maker: there are {known}"
            )
