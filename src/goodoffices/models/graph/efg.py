"""The tree of limited moves as a game in extensive form, for Gambit (.efg)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    graph_of,
    labels_of,
    moves_of,
    named,
    ranks_of,
)

MAX_NODES = 100_000
"""Nodes of a game tree, or states of a strategic form: each is a line of the file."""

MAX_DEPTH = 200
"""Moves that a tree can be deep."""


def limited_move_tree(model: Conflict | Graph, first: str, start: str, horizon: int) -> str:
    """Return the game that limited-move stability solves, in Gambit's .efg format.

    The decision maker to move stays, which ends the play, or moves, and then the other is to move with one
    move fewer left. Payoffs are ordinal: 1 for the worst level of a ranking. A state that comes up again on
    another path is another node of the tree, and Gambit wants each node called differently, so that nodes are
    numbered where there is a choice: `3. NY`.

    Args:
        model: A conflict of two decision makers, in option form or as a graph.
        first: Who is to move first.
        start: The label of the state where play begins.
        horizon: How many moves there can be, 1 to 200.

    Raises:
        ModelError: There are not two decision makers, a name is unknown, the horizon is not 1 to 200, or
            the tree is too large.

    References:
        Fang, Hipel and Kilgour (1993), chapter 3; McKelvey, McLennan and Turocy, Gambit, file formats.
    """
    graph = graph_of(model)
    if len(graph.decision_makers) != 2:
        raise ModelError(
            f"the tree of limited moves is for two decision makers, but there are "
            f"{len(graph.decision_makers)}"
        )
    who = named("decision maker", first, graph.decision_makers)
    state = named("state", start, labels_of(graph))
    _check_size(graph, who, state, horizon)
    title = f"{first} to move at {start}, {horizon} moves ahead"
    payoffs = [ordinal(ranks_of(graph, mover)) for mover in (0, 1)]
    header = f"EFG 2 R {quoted(title)} {{ {' '.join(map(quoted, graph.decision_makers))} }}"
    sets: Counter[int] = Counter()
    nodes = list(_nodes(graph, (who, state, horizon), payoffs, sets))
    return "\n".join([header, quoted("Payoffs are ordinal."), *nodes, ""])


def ordinal(ranks: Sequence[int]) -> list[int]:
    """Return ranks as the levels that they are on, 1 for the worst."""
    place = {rank: level for level, rank in enumerate(sorted(set(ranks)), start=1)}
    return [place[rank] for rank in ranks]


def _check_size(graph: Graph, who: int, state: int, horizon: int) -> None:
    if not 1 <= horizon <= MAX_DEPTH:
        raise ModelError(
            f"horizon {horizon} is not 1 to {MAX_DEPTH}: look at least one move ahead, not too far"
        )
    layer, nodes = Counter({state: 1}), 1
    for _ in range(horizon):
        following: Counter[int] = Counter()
        for here, times in layer.items():
            nodes += times
            for target in moves_of(graph, who, here):
                following[target] += times
        nodes += following.total()
        if nodes > MAX_NODES:
            raise ModelError(
                f"the tree has more than {MAX_NODES:,} nodes at horizon {horizon}: take a shorter horizon"
            )
        layer, who = following, 1 - who


def _nodes(
    graph: Graph, at: tuple[int, int, int], payoffs: Sequence[Sequence[int]], sets: Counter[int]
) -> Iterator[str]:
    who, state, left = at
    label = labels_of(graph)[state]
    end = f't "" {state + 1} {quoted(label)} {{ {payoffs[0][state]}, {payoffs[1][state]} }}'
    if not left:
        yield end
        return
    moves = moves_of(graph, who, state)
    sets[who] += 1
    name = f"{sets.total()}. {label}"
    actions = ["stay", *(f"go to {labels_of(graph)[target]}" for target in moves)]
    yield f'p {quoted(name)} {who + 1} {sets[who]} "" {{ {" ".join(map(quoted, actions))} }} 0'
    yield end
    for target in moves:
        yield from _nodes(graph, (1 - who, target, left - 1), payoffs, sets)


def quoted(text: str) -> str:
    """Return a text as Gambit's files hold it, in double quotes on one line."""
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'
