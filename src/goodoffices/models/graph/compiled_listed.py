"""Any graph solved by a compiled loop, in time linear in its moves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.kernels.arrays import Ints, Longs, Sources
from goodoffices.models.graph.kernels.listed import lowest_by_sequence
from goodoffices.models.graph.kernels.order import in_order
from goodoffices.models.graph.plain_listed import PlainListed
from goodoffices.models.graph.reach import ListedMoves


@dataclass(frozen=True, slots=True, eq=False)
class CompiledListed:
    """Moves as lists, forwards and backwards.

    Attributes:
        forwards: The moves, for what one does oneself.
        sources: The same backwards, for what the others answer.
    """

    forwards: PlainListed
    sources: Sources

    def best(self, mover: int, value: Ints) -> Ints:
        """Return for each state the highest value among itself and all that the mover can move to."""
        return self.forwards.best(mover, value)

    def lowest(self, focal: int, ending: Ints, *, improving: bool) -> Ints:
        """Return for each state the lowest ending among itself and all that legal sequences lead to."""
        by_ending = in_order(ending, len(ending))
        return lowest_by_sequence(self.sources, ending, by_ending, focal, improving)


def compiled_listed(graph: Graph) -> CompiledListed:
    """List the moves of a graph and turn them round."""
    moves = tuple(reach.listed() for reach in graph.moves)
    turned = [_backwards(one) for one in moves]
    before = np.cumsum([0, *(len(indices) for _, indices in turned)])
    sources = Sources(
        indptr=np.stack([indptr + shift for (indptr, _), shift in zip(turned, before[:-1], strict=True)]),
        indices=np.concatenate([indices for _, indices in turned]),
        rank=np.stack([rank.array for rank in graph.ranks]),
    )
    return CompiledListed(PlainListed(moves, ()), sources)


def _backwards(moves: ListedMoves) -> tuple[Longs, Ints]:
    order = in_order(moves.indices, len(moves))
    counts = np.bincount(moves.indices, minlength=len(moves))
    return np.append(0, np.cumsum(counts)), moves.starts()[order]
