"""What two decision makers plan when each foresees the other's plans: backward induction, move by move."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import Steps, labels_of, moves_of, named, ranks_of


@dataclass(frozen=True, slots=True)
class Plan:
    """What a decision maker to move at a state does when a number of moves is left.

    Attributes:
        move: The state it goes to, or None if it stays.
        end: The state that is reached in the end.
        unique: Whether the end is certainly the same however ties between equally good ends are broken.
    """

    move: int | None
    end: int
    unique: bool


Level = tuple[tuple[Plan, ...], ...]
"""For each decision maker and state, its plan."""


@dataclass(frozen=True, slots=True)
class Foresight:
    """What both plan, for every number of moves left.

    Attributes:
        graph: The conflict.
        levels: The plans with 0, 1, 2, … moves left.
        first: The first level that the verdict rests on: all from it to the last must agree.
    """

    graph: Graph
    levels: tuple[Level, ...]
    first: int

    def plan(self, decision_maker: str, state: str, *, horizon: int) -> Plan:
        """Return what a decision maker to move at a state does with a number of moves left.

        Raises:
            ModelError: There is no such name, or the horizon was not computed.
        """
        who, here = self._numbers(decision_maker, state)
        self._check(horizon)
        return self.levels[horizon][who][here]

    def play(self, decision_maker: str, state: str, *, horizon: int) -> Steps:
        """Return the moves that follow if a decision maker begins at a state, until somebody stays.

        Raises:
            ModelError: There is no such name, or the horizon was not computed.
        """
        who, here = self._numbers(decision_maker, state)
        self._check(horizon)
        steps: list[tuple[int, int]] = []
        for left in range(horizon, 0, -1):
            move = self.levels[left][who][here].move
            if move is None:
                break
            steps.append((who, move))
            who, here = 1 - who, move
        return tuple(steps)

    def _numbers(self, decision_maker: str, state: str) -> tuple[int, int]:
        who = named("decision maker", decision_maker, self.graph.decision_makers)
        return who, named("state", state, labels_of(self.graph))

    def _check(self, horizon: int) -> None:
        if not 0 <= horizon < len(self.levels):
            raise ModelError(f"horizon {horizon} was not computed: there are 0 to {len(self.levels) - 1}")


def start_plans(graph: Graph) -> Level:
    """Return the plans with no move left: all stay."""
    row = tuple(Plan(None, state, unique=True) for state in range(len(labels_of(graph))))
    return (row, row)


Choices = tuple[tuple[tuple[tuple[int, ...], ...], tuple[int, ...]], ...]
"""For each decision maker, the moves from each state and the rank of each state."""


def choices_of(graph: Graph) -> Choices:
    """Return everybody's moves and ranks, looked up once for all levels."""
    states = range(len(labels_of(graph)))
    return tuple(
        (tuple(moves_of(graph, who, state) for state in states), ranks_of(graph, who)) for who in (0, 1)
    )


def longer_plans(choices: Choices, level: Level) -> Level:
    """Return the plans with one move more left."""
    return tuple(
        tuple(_plan(state, targets, ranks, level[1 - who]) for state, targets in enumerate(moves))
        for who, (moves, ranks) in enumerate(choices)
    )


def _plan(state: int, moves: tuple[int, ...], ranks: tuple[int, ...], then: tuple[Plan, ...]) -> Plan:
    settled = all(then[target].unique for target in moves)
    best = max((ranks[then[target].end] for target in moves), default=ranks[state])
    if best <= ranks[state]:
        return Plan(None, state, unique=settled)
    chosen = [target for target in moves if ranks[then[target].end] == best]
    ends = {then[target].end for target in chosen}
    return Plan(chosen[0], then[chosen[0]].end, unique=settled and len(ends) == 1)
