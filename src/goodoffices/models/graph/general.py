"""A conflict in general form: states, one-step moves and ranks, and nothing about options."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.graph.option_moves import OptionMoves
from goodoffices.models.graph.ranks import Ranks, to_ranks
from goodoffices.models.graph.reach import ListedMoves, Moves, Reach, list_moves


@dataclass(frozen=True, slots=True, init=False)
class Graph:
    """Who can move from where to where, and who prefers what: all that a stability solver needs.

    States are the numbers 0 … n − 1. One-step moves need not be reversible or transitive.

    Attributes:
        decision_makers: Their names, each different.
        states: A label for each state, each different; a tuple, or for large models made when asked for.
        moves: For each decision maker its moves: `moves[who][state]` are the states reachable in one
            step, ascending; `moves[who].listed()` has them all as two arrays.
        ranks: For each decision maker its ranks: `ranks[who][state]` is an integer, higher is better,
            equal is indifferent; `ranks[who].array` has them all.

    References:
        Fang, Hipel and Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict
        Resolution, chapter 2.
    """

    decision_makers: tuple[str, ...]
    states: Sequence[str]
    moves: tuple[Moves, ...]
    ranks: tuple[Ranks, ...]

    def __init__(
        self,
        decision_makers: Sequence[str],
        states: Sequence[str],
        moves: Sequence[Reach],
        ranks: Sequence[Sequence[float] | NDArray[np.generic] | Ranks],
    ) -> None:
        """Check a graph and keep it as arrays.

        Args:
            decision_makers: Their names, each different.
            states: A label for each state, each different.
            moves: For each decision maker and state, the states reachable in one step, ascending.
            ranks: For each decision maker and state a number; only their order counts.

        Raises:
            ModelError: A name or label is repeated, a list has the wrong length, or a move leads from a
                state to itself, out of the states, or to the same state twice.
        """
        names = tuple(decision_makers)
        check_different("decision maker", names)
        check_different("state", states)
        for what, lengths in (("moves", tuple(map(len, moves))), ("ranks", tuple(map(len, ranks)))):
            _one_each(what, lengths, names, len(states))
        object.__setattr__(self, "decision_makers", names)
        object.__setattr__(self, "states", states)
        object.__setattr__(self, "moves", tuple(map(_kept, names, moves)))
        object.__setattr__(self, "ranks", tuple(map(to_ranks, names, ranks)))

    def moves_of(self, mover: int, state: int) -> tuple[int, ...]:
        """Return the states that one decision maker can move to from a state in one step, ascending."""
        return self.moves[mover][state]

    def improvements(self, mover: int) -> ListedMoves:
        """Return, for each state, the mover's unilateral improvements: moves to what it ranks higher."""
        listed, rank = self.moves[mover].listed(), self.ranks[mover].array
        return listed.kept(rank[listed.indices] > rank[listed.starts()])


def _kept(decision_maker: str, reach: Reach) -> Moves:
    if isinstance(reach, ListedMoves | OptionMoves):
        return reach
    return list_moves(decision_maker, reach)


def check_different(what: str, names: Sequence[str]) -> None:
    """Refuse a list of names that is empty or names something twice.

    Raises:
        ModelError: It is, or does.
    """
    if not len(names):
        raise ModelError(f"a conflict needs at least one {what}: give one")
    # Sequence[str] that are made from options differ because the options do; a set of millions would not fit.
    if isinstance(names, tuple | list) and len(set(names)) < len(names):
        repeated = Counter(names).most_common(1)[0][0]
        raise ModelError(f"{what} {repeated!r} appears twice: give each {what} a name of its own")


def _one_each(what: str, lengths: tuple[int, ...], decision_makers: tuple[str, ...], states: int) -> None:
    if len(lengths) != len(decision_makers):
        raise ModelError(
            f"{what} are given for {len(lengths)} decision makers, but there are "
            f"{len(decision_makers)}: give one list each"
        )
    for decision_maker, length in zip(decision_makers, lengths, strict=True):
        if length != states:
            raise ModelError(
                f"the {what} of {decision_maker!r} cover {length} states, but there are {states}: "
                "give one entry for each state"
            )
