"""How much memory a conflict takes to solve, before it is taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from goodoffices.errors import ModelError
from goodoffices.models.graph.cube import cube_size
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.option_moves import OptionMoves
from goodoffices.models.graph.reach import ListedMoves, Moves
from goodoffices.models.graph.states import MAX_OPTIONS, Option, holds_in

LIMIT = 8_000_000_000
"""Bytes that a solver takes unless it is allowed more."""

AT_ONCE = 2
"""Decision makers that are solved for at the same time."""

FEW = 20
"""Options up to which a conflict is built before its memory is reckoned: that takes no time."""

SAMPLE = 1 << 16
"""Combinations that are looked at to estimate how many can occur."""

MARGIN = 0.05
"""By how much less of the combinations may occur than in the sample, to be on the safe side."""


@dataclass(frozen=True, slots=True)
class Room:
    """What a conflict has to fit into.

    Attributes:
        memory: Bytes that the solver may take.
        concepts: For how many concepts at once it is solved.
    """

    memory: int = LIMIT
    concepts: int = 5


def check_memory(graph: Graph, concepts: int, limit: int = LIMIT) -> None:
    """Refuse a graph that takes too much memory to solve.

    Raises:
        ModelError: The estimate is above the limit.
    """
    need = bytes_needed(graph, concepts)
    if need > limit:
        raise _too_large(f"{len(graph.states):,}", len(graph.decision_makers), need, limit)


def check_options(
    options: Sequence[Option], decision_makers: Sequence[str], infeasible: Sequence[str], room: Room
) -> None:
    """Refuse options that surely make a conflict too large for memory, before it is built.

    How many combinations can occur is estimated from a sample of 65,536. Where that leaves a doubt, nothing
    is refused, and `check_memory` decides once all are listed.

    Raises:
        ModelError: The estimate is above the limit.
        ConditionError: A condition cannot be read or names no option.
    """
    if not FEW < len(options) <= MAX_OPTIONS:
        return
    size = 1 << len(options)
    # An odd multiplier sends different numbers to different combinations, scattered over all of them.
    sample = np.arange(SAMPLE, dtype=np.int64) * 2_654_435_761 % size
    for statement in infeasible:
        sample = sample[~holds_in(statement, options, sample)]
    share = len(sample) / SAMPLE
    states = int(size * (max(share - MARGIN, 0.0) if infeasible else 1.0))
    own = [sum(option.owner == who for option in options) for who in decision_makers]
    need = states * len(own) * room.concepts * 5 + min(_cube_bytes(size, own), _listed_bytes(states, own))
    if need > room.memory:
        about = f"about {size * share:,.0f}" if infeasible else f"{size:,}"
        raise _too_large(about, len(own), need, room.memory)


def _too_large(states: str, decision_makers: int, need: int, limit: int) -> ModelError:
    return ModelError(
        f"{states} states and {decision_makers} decision makers need about {need / 1e9:.1f} GB, more than "
        f"the {limit / 1e9:.1f} GB allowed: exclude states that cannot occur, leave out options, ask for "
        "fewer concepts, or allow more (--memory on the command line, 'memory' in Python)"
    )


def bytes_needed(graph: Graph, concepts: int) -> int:
    """Estimate the bytes that solving a graph takes beyond the graph itself."""
    movers, states = len(graph.decision_makers), len(graph.states)
    answers = states * movers * concepts * 5
    size = cube_size(graph)
    if size is not None:
        return answers + _cube_bytes(size, [_own(moves) for moves in graph.moves])
    moves = sum(len(one.indices) for one in graph.moves if isinstance(one, ListedMoves))
    unlisted = [_own(one) for one in graph.moves if not isinstance(one, ListedMoves)]
    return answers + 24 * moves + _listed_bytes(states, unlisted, movers)


def _cube_bytes(size: int, own: Sequence[int]) -> int:
    """Return what a conflict takes that is laid out over all combinations of its options."""
    place = 1 if max(own) <= 7 else 4
    # Where answers come in long sequences, chains are sorted for each decision maker that is solved for.
    return size * (len(own) * (4 + place) + AT_ONCE * (48 + 3 * len(own) * place))


def _listed_bytes(states: int, own: Sequence[int], movers: int | None = None) -> int:
    """Return what a conflict takes whose moves have to be listed, beyond those that are."""
    movers = len(own) if movers is None else movers
    return 48 * sum(states << one for one in own) + states * (28 * movers + AT_ONCE * (40 + 9 * movers))


def _own(moves: Moves) -> int:
    return moves.own.bit_count() if isinstance(moves, OptionMoves) else 0
