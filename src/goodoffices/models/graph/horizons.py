"""Looking further ahead: limited-move and non-myopic stability for two decision makers."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.foresight import Foresight, Level, choices_of, longer_plans, start_plans
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    graph_of,
    labels_of,
    named,
    steps_record,
)
from goodoffices.models.solution import Solution

MAX_PLANS = 200_000
"""States times moves looked ahead; a few seconds, and some 50 MB of plans."""


@dataclass(frozen=True, slots=True)
class ForesightTable:
    """Which state is stable for whom with a given foresight.

    Attributes:
        decision_makers: The two names.
        states: The states' labels.
        horizon: How many moves both look ahead; None for non-myopic stability, without limit.
        stable: For each decision maker, one boolean per state.
        period: The length of the cycle into which plans fall as the horizon grows, 1 if they settle;
            None if the horizon is limited.
    """

    decision_makers: tuple[str, ...]
    states: tuple[str, ...]
    horizon: int | None
    stable: tuple[tuple[bool, ...], ...]
    period: int | None

    def stable_for(self, decision_maker: str) -> tuple[str, ...]:
        """Return the labels of the states that are stable for one decision maker."""
        column = self.stable[named("decision maker", decision_maker, self.decision_makers)]
        return tuple(label for label, holds in zip(self.states, column, strict=True) if holds)

    def equilibria(self) -> tuple[str, ...]:
        """Return the labels of the states that are stable for both."""
        rows = zip(self.states, *self.stable, strict=True)
        return tuple(label for label, *holds in rows if all(holds))


def limited_move(model: Conflict | Graph, horizon: int) -> Solution[ForesightTable, Foresight]:
    """Find the states that hold if both look a given number of moves ahead (L_h).

    The decision maker to move stays, which ends it, or moves, and then the other is to move with one move
    fewer left. Each foresees this and moves only if it prefers the end to where it is. A state is stable
    for a decision maker that, to move there with the whole horizon left, stays. With horizon 1 this is
    Nash stability.

    Among moves with equally good ends the first in the order of states is taken; `Plan.unique` says where
    this could matter. Without ties in the rankings it never does.

    Args:
        model: A conflict of two decision makers, in option form or as a graph.
        horizon: Moves ahead, the first mover's own included; at least 1.

    Returns:
        The table, and every plan on the way to it.

    Raises:
        ModelError: There are not two decision makers, the horizon is below 1, or it is too long for so
            many states.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> dilemma = Graph(
        ...     decision_makers=("Row", "Column"),
        ...     states=("CC", "DC", "CD", "DD"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((2, 3, 0, 1), (2, 0, 3, 1)),
        ... )
        >>> limited_move(dilemma, 1).outcome.equilibria()
        ('DD',)
        >>> limited_move(dilemma, 2).outcome.equilibria()
        ('CC', 'DD')

    References:
        Kilgour (1985), Anticipation and stability in two-person non-cooperative games; Fang, Hipel and
        Kilgour (1993), Interactive Decision Making, chapter 3 (limited-move stability).
    """
    graph = _two(model)
    states = len(labels_of(graph))
    if not 1 <= horizon <= MAX_PLANS // states:
        raise ModelError(
            f"horizon {horizon} with {states} states: it must be at least 1, and its product with the number "
            f"of states at most {MAX_PLANS:,}"
        )
    levels, choices = [start_plans(graph)], choices_of(graph)
    for _ in range(horizon):
        levels.append(longer_plans(choices, levels[-1]))
    table = ForesightTable(graph.decision_makers, labels_of(graph), horizon, _staying(levels[horizon:]), None)
    return Solution(
        "limited-move stability by backward induction (Fang, Hipel and Kilgour 1993)",
        table,
        Foresight(graph, tuple(levels), horizon),
        {"horizon": horizon},
    )


def non_myopic(model: Conflict | Graph) -> Solution[ForesightTable, Foresight]:
    """Find the states that hold for every foresight that is long enough (non-myopic stability).

    A state is stable for a decision maker if there is a horizon from which on it stays there, however much
    further both look. Plans for one horizon follow from those for the last one, so they repeat in the end;
    what holds through one whole cycle holds for ever.

    This is Kilgour's definition. The non-myopic equilibria of Brams and Wittman (1981) and of Brams's theory
    of moves end the play by other rules and can differ.

    Args:
        model: A conflict of two decision makers, in option form or as a graph.

    Returns:
        The table, and the plans up to the end of the first cycle.

    Raises:
        ModelError: There are not two decision makers, or plans do not repeat within the limit.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> dilemma = Graph(
        ...     decision_makers=("Row", "Column"),
        ...     states=("CC", "DC", "CD", "DD"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((2, 3, 0, 1), (2, 0, 3, 1)),
        ... )
        >>> "CC" in non_myopic(dilemma).outcome.equilibria()
        True

    References:
        Kilgour (1984), Equilibria for far-sighted players; Fang, Hipel and Kilgour (1993), chapter 3.
    """
    graph = _two(model)
    levels, choices = [start_plans(graph)], choices_of(graph)
    seen = {levels[0]: 0}
    while True:
        level = longer_plans(choices, levels[-1])
        if level in seen:
            break
        seen[level] = len(levels)
        levels.append(level)
        if len(levels) * len(level[0]) > MAX_PLANS:
            raise ModelError(
                f"plans have not begun to repeat after {len(levels) - 1} moves: ask for limited-move "
                "stability with a horizon instead"
            )
    first = seen[level]
    table = ForesightTable(
        graph.decision_makers, labels_of(graph), None, _staying(levels[first:]), len(levels) - first
    )
    return Solution(
        "non-myopic stability as the limit of limited-move stability (Kilgour 1984)",
        table,
        Foresight(graph, tuple(levels), first),
    )


def foresight_record(solution: Solution[ForesightTable, Foresight]) -> dict[str, object]:
    """Return the table as plain data, with the anticipated moves from each state at the last horizon.

    Returns:
        `horizon`, `period`, `states`, `stable`: {decision maker: [state, …]}, `equilibria`, and `plays`:
        {decision maker: {state: {`steps`: [{`mover`, `to`}, …], `end`, `unique`}}}.
    """
    table, witness = solution.outcome, solution.witness
    last = len(witness.levels) - 1
    plays = {
        who: {
            state: {
                "steps": steps_record(witness.graph, witness.play(who, state, horizon=last)),
                "end": table.states[witness.levels[last][number][here].end],
                "unique": witness.levels[last][number][here].unique,
            }
            for here, state in enumerate(table.states)
        }
        for number, who in enumerate(table.decision_makers)
    }
    return {
        "method": solution.method,
        "horizon": table.horizon,
        "period": table.period,
        "states": list(table.states),
        "stable": {who: list(table.stable_for(who)) for who in table.decision_makers},
        "equilibria": list(table.equilibria()),
        "plays": plays,
    }


def _two(model: Conflict | Graph) -> Graph:
    graph = graph_of(model)
    if len(graph.decision_makers) != 2:
        raise ModelError(
            f"foresight is defined here for two decision makers, but there are {len(graph.decision_makers)}: "
            "use SEQ or GMR, which take any number"
        )
    return graph


def _staying(levels: list[Level]) -> tuple[tuple[bool, ...], ...]:
    return tuple(
        tuple(all(level[who][state].move is None for level in levels) for state in range(len(levels[0][who])))
        for who in (0, 1)
    )
