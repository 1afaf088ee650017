"""From where we are: which outcomes can be reached, by whose moves, and in whose interest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    Step,
    Steps,
    any_move,
    graph_of,
    improving_move,
    labels_of,
    named,
    steps_record,
)
from goodoffices.models.graph.stability import stability
from goodoffices.models.solution import Solution

MAX_MOVERS = 12
"""Decision makers whose every subset is tried as the movers."""

MAX_WORK = 3_000_000
"""States times decision makers times subsets of them; about a minute."""

Movers = tuple[str, ...]
"""Names, in the order of the decision makers."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How a state can be reached from the status quo under one rule of moving.

    Attributes:
        moves: The fewest moves that lead there, 0 for the status quo itself; None if none do.
        movers: The smallest sets of decision makers whose moves suffice, none containing another; the
            empty set for the status quo itself, and no set if it cannot be reached.
    """

    moves: int | None
    movers: tuple[Movers, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What can become of the status quo.

    Attributes:
        start: The label of the status quo.
        by_moves: For each target, how it is reached if everyone may make any move.
        by_improvements: The same if everyone moves only to states it ranks higher.
    """

    start: str
    by_moves: Mapping[str, Arrival]
    by_improvements: Mapping[str, Arrival]

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_moves", dict(self.by_moves))
        object.__setattr__(self, "by_improvements", dict(self.by_improvements))


@dataclass(frozen=True, slots=True)
class Stage:
    """A state that a legal sequence first reaches, by a given last mover, with a given number of moves.

    Attributes:
        moves: How many moves it takes.
        last: Who makes the last of them.
        state: The state's label.
    """

    moves: int
    last: str
    state: str


@dataclass(frozen=True, slots=True)
class Paths:
    """The sequences that lead from the status quo.

    Attributes:
        graph: The conflict.
        to: For each target a shortest legal sequence by any moves, or None.
        improving: For each target a shortest legal sequence of improvements, or None.
        stages: Every state with every last mover by which it can be reached, in the order of moves: the
            columns of the literature's status quo table.
        improving_stages: The same by improvements alone.
    """

    graph: Graph
    to: Mapping[str, Steps | None]
    improving: Mapping[str, Steps | None]
    stages: tuple[Stage, ...]
    improving_stages: tuple[Stage, ...]

    def __post_init__(self) -> None:
        object.__setattr__(self, "to", dict(self.to))
        object.__setattr__(self, "improving", dict(self.improving))


def status_quo(
    model: Conflict | Graph, start: str, *, targets: Sequence[str] | None = None
) -> Solution[Outlook, Paths]:
    """Find which states can be reached from the status quo, by whose moves, and by improvements only.

    Sequences are legal: nobody moves twice in succession, anyone may move again later.

    Args:
        model: A conflict in option form, or any graph.
        start: The label of the status quo.
        targets: The labels of the states in question; by default all equilibria, by any concept.

    Returns:
        For each target the fewest moves and the smallest sets of movers, with a shortest sequence.

    Raises:
        ModelError: A label names no state, or there are more than 12 decision makers or too many states.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> dilemma = Graph(
        ...     decision_makers=("Row", "Column"),
        ...     states=("CC", "DC", "CD", "DD"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((2, 3, 0, 1), (2, 0, 3, 1)),
        ... )
        >>> outlook = status_quo(dilemma, "DD").outcome
        >>> outlook.by_moves["CC"]
        Arrival(moves=2, movers=(('Row', 'Column'),))
        >>> outlook.by_improvements["CC"]
        Arrival(moves=None, movers=())

    References:
        Li, Kilgour and Hipel (2004), Status quo analysis of the Flathead River conflict; (2005), Status
        quo analysis in the graph model for conflict resolution.
    """
    graph = graph_of(model)
    labels = labels_of(graph)
    _check_size(graph)
    here = named("state", start, labels)
    wanted = _equilibria(model) if targets is None else tuple(dict.fromkeys(targets))
    ends = [named("state", target, labels) for target in wanted]
    free, willing = _explore(graph, here, any_move(graph)), _explore(graph, here, improving_move(graph))
    return Solution(
        "status quo analysis by legal sequences (Li, Kilgour and Hipel 2005)",
        Outlook(
            start,
            _arrivals(graph, here, ends, any_move(graph)),
            _arrivals(graph, here, ends, improving_move(graph)),
        ),
        Paths(
            graph,
            {labels[end]: _path(free, here, end) for end in ends},
            {labels[end]: _path(willing, here, end) for end in ends},
            _stages(graph, free),
            _stages(graph, willing),
        ),
        {"start": start, "targets": wanted},
    )


def status_quo_record(solution: Solution[Outlook, Paths]) -> dict[str, object]:
    """Return the analysis as plain data.

    Returns:
        `start`; `targets`: [{`state`, `by_moves`, `by_improvements`}, …], each of the two
        {`moves`: number or null, `movers`: [[name, …], …], `path`: [{`mover`, `to`}, …] or null}.
    """
    outlook, paths = solution.outcome, solution.witness
    return {
        "method": solution.method,
        "start": outlook.start,
        "targets": [
            {
                "state": state,
                "by_moves": _arrival_record(paths.graph, outlook.by_moves[state], paths.to[state]),
                "by_improvements": _arrival_record(
                    paths.graph, outlook.by_improvements[state], paths.improving[state]
                ),
            }
            for state in outlook.by_moves
        ],
    }


def _arrival_record(graph: Graph, arrival: Arrival, path: Steps | None) -> dict[str, object]:
    return {
        "moves": arrival.moves,
        "movers": [list(movers) for movers in arrival.movers],
        "path": None if path is None else steps_record(graph, path),
    }


def _equilibria(model: Conflict | Graph) -> tuple[str, ...]:
    table = stability(model).outcome
    found = {state for concept in table.stable for state in table.equilibria(concept)}
    return tuple(state for state in table.states if state in found)


def _check_size(graph: Graph) -> None:
    movers, states = len(graph.decision_makers), len(graph.states)
    if movers > MAX_MOVERS:
        raise ModelError(
            f"{movers} decision makers have more subsets than this analysis tries: at most {MAX_MOVERS}, "
            "leave out those without moves"
        )
    work = states * movers << movers
    if work > MAX_WORK:
        raise ModelError(
            f"{states:,} states and {movers} decision makers take {work:,} look-ups, more than this analysis "
            f"does ({MAX_WORK:,}): exclude states that cannot occur, or leave out options"
        )


_Node = tuple[int, int]
"""A state and who moved last, −1 at the start."""


def _explore(
    graph: Graph, start: int, step: Step, movers: Sequence[int] | None = None
) -> dict[_Node, tuple[int, _Node]]:
    """Return each state and last mover that can be reached, with the number of moves and the node before."""
    may = range(len(graph.decision_makers)) if movers is None else movers
    found: dict[_Node, tuple[int, _Node]] = {}
    frontier: list[_Node] = [(start, -1)]
    moves = 0
    while frontier:
        moves += 1
        layer: list[_Node] = []
        for node in frontier:
            for mover in may:
                for target in step(mover, node[0]) if mover != node[1] else ():
                    if (target, mover) not in found:
                        found[target, mover] = (moves, node)
                        layer.append((target, mover))
        frontier = layer
    return found


def _path(found: Mapping[_Node, tuple[int, _Node]], start: int, end: int) -> Steps | None:
    if start == end:
        return ()
    # Nodes are kept in the order of moves, so the first with the right state is nearest.
    node = next((node for node in found if node[0] == end), None)
    steps: list[_Node] = []
    while node is not None and node[1] >= 0:
        steps.append((node[1], node[0]))
        node = found[node][1]
    return tuple(reversed(steps)) or None


def _stages(graph: Graph, found: Mapping[_Node, tuple[int, _Node]]) -> tuple[Stage, ...]:
    labels = labels_of(graph)
    return tuple(
        Stage(moves, graph.decision_makers[mover], labels[state])
        for (state, mover), (moves, _) in found.items()
    )


def _arrivals(graph: Graph, start: int, ends: Sequence[int], step: Step) -> dict[str, Arrival]:
    fewest: dict[int, int] = {start: 0}
    movers: dict[int, list[tuple[int, ...]]] = {end: [()] if end == start else [] for end in ends}
    for group in _groups(len(graph.decision_makers)):
        found = _explore(graph, start, step, group)
        for (state, _), (moves, _) in found.items():
            fewest[state] = min(moves, fewest.get(state, moves))
        for end in {state for state, _ in found} & movers.keys():
            if not any(set(smaller) <= set(group) for smaller in movers[end]):
                movers[end].append(group)
    names, labels = graph.decision_makers, labels_of(graph)
    return {
        labels[end]: Arrival(
            fewest.get(end), tuple(tuple(names[who] for who in group) for group in movers[end])
        )
        for end in ends
    }


def _groups(movers: int) -> Iterator[tuple[int, ...]]:
    for size in range(1, movers + 1):
        yield from combinations(range(movers), size)
