"""Option form laid out over all combinations of options, so that moves need no list."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.kernels.arrays import Ints
from goodoffices.models.graph.option_moves import OptionMoves

INFEASIBLE = -1
"""The rank of a combination that cannot occur: below every rank."""


@dataclass(frozen=True, slots=True, eq=False)
class Cube:
    """All combinations of the options, with the ranks of those that are feasible.

    Attributes:
        combinations: The combination of each state, ascending.
        rank: Decision makers × combinations; −1 where infeasible.
        moves: For each decision maker its moves.
    """

    combinations: Ints
    rank: Ints
    moves: tuple[OptionMoves, ...]

    @property
    def full(self) -> bool:
        """Whether every combination is feasible, so that states and combinations are numbered alike."""
        return len(self.combinations) == len(self.rank[0])

    def spread(self, value: Ints, infeasible: int) -> Ints:
        """Return values of states as values of combinations."""
        return _laid_out(value, self.combinations, self.rank.shape[1], infeasible)

    def gathered(self, value: Ints) -> Ints:
        """Return values of combinations as values of states."""
        return value if self.full else value[self.combinations]


def to_cube(graph: Graph) -> Cube | None:
    """Return a graph's cube, or nothing if its moves are listed or a list would be much smaller."""
    size = cube_size(graph)
    if size is None:
        return None
    moves = tuple(one for one in graph.moves if isinstance(one, OptionMoves))
    combinations = moves[0].combinations
    ranks = [_laid_out(rank.array, combinations, size, INFEASIBLE) for rank in graph.ranks]
    return Cube(combinations, np.stack(ranks), moves)


def cube_size(graph: Graph) -> int | None:
    """Return how many combinations a graph's cube has, or nothing where it has none."""
    moves = [one for one in graph.moves if isinstance(one, OptionMoves)]
    if len(moves) < len(graph.moves):
        return None
    combinations = moves[0].combinations
    size = 1 << max(int(combinations[-1]).bit_length(), *(one.own.bit_length() for one in moves))
    same = all(np.array_equal(one.combinations, combinations) for one in moves[1:])
    return size if same and size <= _worth(moves) else None


def _worth(moves: list[OptionMoves]) -> int:
    """Return how many combinations cost as much as listing the moves between the feasible ones."""
    return 4 * len(moves[0]) * max(1 << one.own.bit_count() for one in moves)


def _laid_out(value: Ints, combinations: Ints, size: int, infeasible: int) -> Ints:
    if len(value) == size:
        return value
    laid_out = np.full(size, infeasible, dtype=np.int32)
    laid_out[combinations] = value
    return laid_out
