"""How much memory a conflict takes to solve, before it is taken."""

from __future__ import annotations

from goodoffices.errors import ModelError
from goodoffices.models.graph.cube import cube_size
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.option_moves import OptionMoves
from goodoffices.models.graph.reach import ListedMoves, Moves

LIMIT = 8_000_000_000
"""Bytes that a solver takes unless it is allowed more."""

AT_ONCE = 2
"""Decision makers that are solved for at the same time."""


def check_memory(graph: Graph, concepts: int, limit: int = LIMIT) -> None:
    """Refuse a graph that takes too much memory to solve.

    Raises:
        ModelError: The estimate is above the limit.
    """
    need = bytes_needed(graph, concepts)
    if need > limit:
        raise ModelError(
            f"{len(graph.states):,} states and {len(graph.decision_makers)} decision makers need about "
            f"{need / 1e9:.1f} GB, more than the {limit / 1e9:.1f} GB allowed: exclude states that cannot "
            "occur, leave out options, ask for fewer concepts, or allow more"
        )


def bytes_needed(graph: Graph, concepts: int) -> int:
    """Estimate the bytes that solving a graph takes beyond the graph itself."""
    movers, states = len(graph.decision_makers), len(graph.states)
    answers = states * movers * concepts * 5
    size = cube_size(graph)
    if size is not None:
        longest = max(_own(moves) for moves in graph.moves)
        place = 1 if longest <= 7 else 4
        # Where answers come in long sequences, chains are sorted for each decision maker that is solved for.
        return answers + size * (movers * (4 + place) + AT_ONCE * (48 + 3 * movers * place))
    moves = sum(len(one.indices) for one in graph.moves if isinstance(one, ListedMoves))
    unlisted = sum(len(one) << _own(one) for one in graph.moves if not isinstance(one, ListedMoves))
    return answers + 24 * moves + 48 * unlisted + states * (28 * movers + AT_ONCE * (40 + 9 * movers))


def _own(moves: Moves) -> int:
    return moves.own.bit_count() if isinstance(moves, OptionMoves) else 0
