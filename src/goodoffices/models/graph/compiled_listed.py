"""Any graph solved by a compiled loop, in time linear in its moves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.kernels.arrays import Flags, Ints, Sources
from goodoffices.models.graph.kernels.listed import lowest_by_sequence, turn_round
from goodoffices.models.graph.kernels.order import in_order
from goodoffices.models.graph.plain_listed import PlainListed
from goodoffices.models.graph.reach import ListedMoves

FEW_MOVERS = 7
"""Decision makers up to which it fits into eight bits who of them moved to a state last."""


@dataclass(frozen=True, slots=True, eq=False)
class CompiledListed:
    """Moves as lists, forwards and backwards.

    Attributes:
        forwards: The moves, for what one does oneself.
        sources: The same backwards, for what the others answer.
        improvements: Those of them, backwards, by which their mover improves its rank.
    """

    forwards: PlainListed
    sources: Sources
    improvements: Sources

    def best(self, mover: int, value: Ints, best: Ints) -> None:
        """Write for each state the highest value among itself and all that the mover can move to."""
        self.forwards.best(mover, value, best)

    def lowest(self, focal: int, ending: Ints, lowest: Ints, *, improving: bool) -> None:
        """Write for each state the lowest ending among itself and all that legal sequences lead to."""
        sources = self.improvements if improving else self.sources
        found = np.zeros(len(ending), dtype=np.uint8 if sources.movers <= FEW_MOVERS else np.uint32)
        by_ending = in_order(ending, len(ending))
        lowest_by_sequence(sources, ending, by_ending, focal, found, lowest)


def compiled_listed(graph: Graph) -> CompiledListed:
    """List the moves of a graph and turn them round."""
    moves = tuple(reach.listed() for reach in graph.moves)
    everything = [np.ones(len(one.indices), dtype=np.bool_) for one in moves]
    improving = [
        rank.array[one.indices] > np.repeat(rank.array, np.diff(one.indptr))
        for one, rank in zip(moves, graph.ranks, strict=True)
    ]
    return CompiledListed(PlainListed(moves, ()), _backwards(moves, everything), _backwards(moves, improving))


def _backwards(moves: tuple[ListedMoves, ...], kept: list[Flags]) -> Sources:
    """Return the moves that are kept as rows of where they come from."""
    states, movers = len(moves[0]), len(moves)
    counts = np.stack(
        [np.bincount(one.indices[keep], minlength=states) for one, keep in zip(moves, kept, strict=True)],
        axis=1,
    )
    indptr = np.append(0, np.cumsum(counts))
    # Half as wide offsets, where they suffice, bring twice as many rows into the cache.
    indptr = indptr.astype(np.int32 if indptr[-1] < 1 << 31 else np.int64)
    ends, indices = indptr[:-1].copy(), np.empty(indptr[-1], dtype=np.int32)
    for mover, (one, keep) in enumerate(zip(moves, kept, strict=True)):
        turn_round((one.indptr, one.indices), keep, mover, movers, ends, indices)
    return Sources(indptr, indices, movers)
