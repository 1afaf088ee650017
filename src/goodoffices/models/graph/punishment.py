"""How badly a move can turn out: what a decision maker can be held to after it has moved."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.reach import ListedMoves

Rows = tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Held:
    """What one decision maker can be held to after moving to each state, under one stability concept.

    A node is `state × decision makers + last mover`: where the others may go on from a state depends on
    who moved last, since nobody moves twice in succession.

    Attributes:
        focal: The decision maker who moved first, by number.
        worst: For each state, the lowest rank the others can hold the focal decision maker to.
        follow: For each node, the node that the worst sequence goes to next, or −1 where it ends; empty
            if the others do not answer at all.
        movers: How many decision makers there are.
    """

    focal: int
    worst: tuple[int, ...]
    follow: tuple[int, ...]
    movers: int

    def sequence(self, state: int) -> tuple[tuple[int, int], ...]:
        """Return the others' moves, as (mover, state), that lead from a state to the worst outcome."""
        steps: list[tuple[int, int]] = []
        node = state * self.movers + self.focal
        while self.follow and self.follow[node] >= 0:
            node = self.follow[node]
            steps.append((node % self.movers, node // self.movers))
        return tuple(steps)


def unanswered(graph: Graph, focal: int) -> Held:
    """Return what a move is worth if nobody answers: its own rank (Nash)."""
    return Held(focal, tuple(graph.ranks[focal]), (), len(graph.decision_makers))


def answered(graph: Graph, focal: int, *, by_improvements: bool, counter: bool) -> Held:
    """Return what the others can hold a decision maker to by a legal sequence of moves.

    Args:
        graph: The conflict.
        focal: The decision maker who moved first, by number.
        by_improvements: Whether each other mover must improve its own rank with every step.
        counter: Whether the focal decision maker may make one move more after the sequence.

    References:
        Fang, Hipel and Kilgour (1993), chapter 3: legal sequences, R, GMR, SMR and SEQ.
    """
    movers = len(graph.decision_makers)
    back = [
        _backwards(graph.improvements(who) if by_improvements else graph.moves[who].listed())
        if who != focal
        else ()
        for who in range(movers)
    ]
    ending = _after_counter(graph, focal) if counter else tuple(graph.ranks[focal])
    worst, follow = _spread(_endings(graph, focal, ending), back, len(graph.states), movers)
    return Held(focal, tuple(worst[focal::movers]), follow, movers)


def _after_counter(graph: Graph, focal: int) -> tuple[int, ...]:
    """Return, for each state, the best rank that one can keep or reach from it in one move."""
    rank = tuple(graph.ranks[focal])
    return tuple(
        max(rank[state], *(rank[target] for target in targets)) if targets else rank[state]
        for state, targets in enumerate(graph.moves[focal])
    )


def _endings(graph: Graph, focal: int, ending: Sequence[int]) -> dict[int, list[int]]:
    """Group the nodes by the rank at which a sequence that stops there leaves the focal decision maker.

    A node whose last mover is the focal one stands for the start: nobody answered, and what counts is
    the rank of the state itself. A return to it counts only as a node of whoever moved there.
    """
    movers = len(graph.decision_makers)
    nodes: dict[int, list[int]] = defaultdict(list)
    for state, rank in enumerate(graph.ranks[focal]):
        for last in range(movers):
            nodes[rank if last == focal else ending[state]].append(state * movers + last)
    return nodes


def _spread(
    endings: dict[int, list[int]], back: Sequence[Rows], states: int, movers: int
) -> tuple[list[int], tuple[int, ...]]:
    """Give each node the lowest rank among the endings it leads to, and the way there.

    Endings are taken from the worst upwards and followed backwards breadth first, so that the first rank
    to arrive at a node is its lowest, by a shortest sequence. Each move is looked at once.
    """
    worst = [0] * (states * movers)
    follow = [-1] * (states * movers)
    reached = bytearray(states * movers)
    for rank in sorted(endings):
        queue = deque(node for node in endings[rank] if not reached[node])
        for node in queue:
            reached[node] = 1
            worst[node] = rank
        while queue:
            node = queue.popleft()
            state, last = divmod(node, movers)
            for before in back[last][state] if back[last] else ():
                for earlier in range(movers):
                    source = before * movers + earlier
                    if earlier != last and not reached[source]:
                        reached[source] = 1
                        worst[source] = rank
                        follow[source] = node
                        queue.append(source)
    return worst, tuple(follow)


def _backwards(moves: ListedMoves) -> Rows:
    return tuple(moves.backwards())
