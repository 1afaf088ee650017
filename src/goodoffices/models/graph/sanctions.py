"""Find the answer that takes the gain of a move away, by a shortest legal sequence."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.solve import Concept

Node = tuple[int, int]
"""A state and who moved there last, both by number."""


@dataclass(frozen=True, slots=True)
class Move:
    """An improvement that waits for an answer.

    Attributes:
        who: The first mover.
        start: The state it left.
        target: The state it moved to.
    """

    who: int
    start: int
    target: int


def shortest_answer(graph: Graph, rule: Concept, move: Move) -> tuple[Node, ...] | None:
    """Return the others' moves, as (state moved to, mover), that leave the first mover no better off.

    States are followed breadth first from the state that was moved to, so that no shorter answer exists.

    Returns:
        None if there is no answer.
    """
    start: Node = (move.target, move.who)
    came_from: dict[Node, Node] = {start: start}
    queue = deque([start] if rule.answered else [])
    while queue:
        here = queue.popleft()
        for there in _next(graph, rule, move.who, here):
            if there not in came_from:
                came_from[there] = here
                if _deters(graph, rule, move, there[0]):
                    return _way(came_from, there)
                queue.append(there)
    return None


def _next(graph: Graph, rule: Concept, focal: int, here: Node) -> list[Node]:
    state, last = here
    found = []
    for mover, rank in enumerate(graph.ranks):
        if mover not in {focal, last}:
            targets = graph.moves_of(mover, state)
            found += [(t, mover) for t in targets if not rule.improving or rank[t] > rank[state]]
    return found


def _deters(graph: Graph, rule: Concept, move: Move, end: int) -> bool:
    rank = graph.ranks[move.who]
    if rank[end] > rank[move.start]:
        return False
    return not rule.counter or all(rank[t] <= rank[move.start] for t in graph.moves_of(move.who, end))


def _way(came_from: dict[Node, Node], end: Node) -> tuple[Node, ...]:
    way = [end]
    while came_from[way[-1]] != way[-1]:
        way.append(came_from[way[-1]])
    return tuple(way[-2::-1])
