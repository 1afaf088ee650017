"""Legal sequences of moves: where several decision makers get if nobody moves twice in succession.

Sets of states are integers here, bit s set for state s: joining two sets of thousands of states is then one
operation.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph

Steps = tuple[tuple[int, int], ...]
"""A sequence of moves as (mover, state moved to), by number."""

Step = Callable[[int, int], Sequence[int]]
"""For a mover and a state, the states it may go to from there."""


def graph_of(model: Conflict | Graph) -> Graph:
    """Return the graph of a conflict, or the graph itself."""
    return model.graph if isinstance(model, Conflict) else model


def moves_of(graph: Graph, mover: int, state: int) -> tuple[int, ...]:
    """Return the states that a decision maker can move to in one step, ascending."""
    return graph.moves_of(mover, state)


def ranks_of(graph: Graph, mover: int) -> tuple[int, ...]:
    """Return a decision maker's rank of each state, higher is better."""
    return tuple(int(rank) for rank in graph.ranks[mover])


def labels_of(graph: Graph) -> tuple[str, ...]:
    """Return the label of each state."""
    return tuple(graph.states)


def any_move(graph: Graph) -> Step:
    """Return the rule by which everyone may make any move it has; each list of moves is made once."""
    return cache(lambda mover, state: moves_of(graph, mover, state))


def improving_move(graph: Graph) -> Step:
    """Return the rule by which everyone moves only to states it ranks higher than the one it leaves."""
    ranks = [ranks_of(graph, mover) for mover in range(len(graph.decision_makers))]
    return cache(
        lambda mover, state: tuple(
            target for target in moves_of(graph, mover, state) if ranks[mover][target] > ranks[mover][state]
        )
    )


def closure(states: int, movers: Sequence[int], step: Step) -> tuple[int, ...]:
    """Return for each state the set of states that the movers can reach from it by a legal sequence.

    A state belongs to its own set only if a legal sequence of at least two moves returns to it.

    Args:
        states: How many states there are.
        movers: Who may move, by number.
        step: The moves each of them may make.
    """
    targets = [[step(mover, state) for state in range(states)] for mover in movers]
    # by[k][s]: what can be reached from s if movers[k] moves first.
    by = [[0] * states for _ in movers]
    changed = True
    while changed:
        changed = False
        for k, of_mover in enumerate(targets):
            others = [row for number, row in enumerate(by) if number != k]
            row = by[k]
            for state, reach in enumerate(of_mover):
                found = row[state]
                for target in reach:
                    found |= 1 << target
                    for other in others:
                        found |= other[target]
                if found != row[state]:
                    row[state] = found
                    changed = True
    return tuple(join(column) for column in zip(*by, strict=True)) if by else (0,) * states


def shortest(start: int, goals: int, movers: Sequence[int], step: Step) -> Steps | None:
    """Return a shortest legal sequence of at least one move from a state to one of a set, or None.

    Among the shortest it takes the one whose movers, and then states, come first in order.
    """
    came: dict[tuple[int, int], tuple[int, int]] = {}
    queue = deque([(start, -1)])
    while queue:
        node = queue.popleft()
        for mover in movers:
            for target in step(mover, node[0]) if mover != node[1] else ():
                after = (target, mover)
                if after not in came:
                    came[after] = node
                    queue.append(after)
                    if goals >> target & 1:
                        return _back(came, after)
    return None


def reach_from(start: int, movers: Sequence[int], step: Step) -> int:
    """Return the set of states that the movers can reach from one state by a legal sequence."""
    found: set[tuple[int, int]] = set()
    left = [(start, -1)]
    while left:
        state, last = left.pop()
        for mover in movers:
            for target in step(mover, state) if mover != last else ():
                if (target, mover) not in found:
                    found.add((target, mover))
                    left.append((target, mover))
    return join(1 << state for state, _ in found)


def _back(came: dict[tuple[int, int], tuple[int, int]], node: tuple[int, int]) -> Steps:
    steps = []
    while node[1] >= 0:
        steps.append((node[1], node[0]))
        node = came[node]
    return tuple(reversed(steps))


def better(ranks: Sequence[int]) -> tuple[int, ...]:
    """Return for each state the set of states ranked higher."""
    level: dict[int, int] = {}
    for state, rank in enumerate(ranks):
        level[rank] = level.get(rank, 0) | 1 << state
    above: dict[int, int] = {}
    higher = 0
    for rank in sorted(level, reverse=True):
        above[rank] = higher
        higher |= level[rank]
    return tuple(above[rank] for rank in ranks)


def join(sets: Iterable[int]) -> int:
    """Return the union of sets of states."""
    union = 0
    for one in sets:
        union |= one
    return union


def members(states: int) -> Iterator[int]:
    """Yield the members of a set of states, ascending."""
    while states:
        lowest = states & -states
        yield lowest.bit_length() - 1
        states ^= lowest


def named(what: str, name: str, names: Sequence[str]) -> int:
    """Return the number of a name.

    Raises:
        ModelError: There is no such name.
    """
    if name not in names:
        raise ModelError(f"no {what} {name!r}: there are {', '.join(names[:12])}")
    return names.index(name)


def steps_record(graph: Graph, steps: Steps) -> list[dict[str, str]]:
    """Return a sequence of moves as plain data: [{`mover`, `to`}, …]."""
    return [{"mover": graph.decision_makers[mover], "to": graph.states[state]} for mover, state in steps]
