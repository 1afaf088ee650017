"""A conflict in general form: states, one-step moves and ranks, and nothing about options."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from goodoffices.errors import ModelError

Reach = tuple[tuple[int, ...], ...]
"""For each state, the states that one decision maker can move to in one step."""


@dataclass(frozen=True, slots=True)
class Graph:
    """Who can move from where to where, and who prefers what: all that a stability solver needs.

    States are the numbers 0 … n − 1. One-step moves need not be reversible or transitive.

    Attributes:
        decision_makers: Their names, each different.
        states: A label for each state, each different.
        moves: For each decision maker and state, the states reachable in one step, ascending.
        ranks: For each decision maker and state, an integer; higher is better, equal is indifferent.

    Raises:
        ModelError: A name or label is repeated, a list has the wrong length, or a move leads from a
            state to itself, out of the states, or to the same state twice.

    References:
        Fang, Hipel and Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict
        Resolution, chapter 2.
    """

    decision_makers: tuple[str, ...]
    states: tuple[str, ...]
    moves: tuple[Reach, ...]
    ranks: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        _different("decision maker", self.decision_makers)
        _different("state", self.states)
        for what, lists in (("moves", self.moves), ("ranks", self.ranks)):
            _one_each(what, tuple(len(one) for one in lists), self.decision_makers, len(self.states))
        for decision_maker, reach in zip(self.decision_makers, self.moves, strict=True):
            for state, targets in enumerate(reach):
                _check_targets(decision_maker, state, targets, len(self.states))

    def improvements(self, mover: int) -> Reach:
        """Return, for each state, the mover's unilateral improvements: moves to what it ranks higher."""
        rank = self.ranks[mover]
        return tuple(
            tuple(target for target in targets if rank[target] > rank[state])
            for state, targets in enumerate(self.moves[mover])
        )


def _different(what: str, names: tuple[str, ...]) -> None:
    if not names:
        raise ModelError(f"a conflict needs at least one {what}: give one")
    repeated = next((name for name in names if names.count(name) > 1), None)
    if repeated is not None:
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


def _check_targets(decision_maker: str, state: int, targets: tuple[int, ...], states: int) -> None:
    if any(not 0 <= target < states for target in targets):
        raise ModelError(
            f"a move of {decision_maker!r} from state {state} leads outside the states 0 to {states - 1}: "
            f"{targets}"
        )
    if state in targets:
        raise ModelError(
            f"a move of {decision_maker!r} leads from state {state} to itself: staying is not a move, drop it"
        )
    if any(here >= after for here, after in pairwise(targets)):
        raise ModelError(
            f"the moves of {decision_maker!r} from state {state} are not ascending and different: {targets}"
        )
