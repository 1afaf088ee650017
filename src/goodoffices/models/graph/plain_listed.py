"""Any graph solved in plain NumPy, from a list of its moves."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.kernels.arrays import Ints
from goodoffices.models.graph.reach import ListedMoves


@dataclass(frozen=True, slots=True, eq=False)
class PlainListed:
    """Moves as lists, whose answers are found round by round until nothing changes.

    Attributes:
        moves: For each decision maker its moves.
        improvements: For each decision maker its moves to what it ranks higher.
    """

    moves: tuple[ListedMoves, ...]
    improvements: tuple[ListedMoves, ...]

    def best(self, mover: int, value: Ints, best: Ints) -> None:
        """Write for each state the highest value among itself and all that the mover can move to."""
        best[:] = _chosen(self.moves[mover], value, value, np.maximum)

    def lowest(self, focal: int, ending: Ints, lowest: Ints, *, improving: bool) -> None:
        """Write for each state the lowest ending among itself and all that legal sequences lead to.

        What a state leads to depends on who moved there last, so it is kept for each last mover.
        """
        moves = self.improvements if improving else self.moves
        others = [who for who in range(len(moves)) if who != focal]
        after = dict.fromkeys((focal, *others), ending)
        while True:
            by = {who: _chosen(moves[who], after[who], ending, np.minimum) for who in others}
            new = {last: _least(ending, [by[who] for who in others if who != last]) for last in after}
            if all(np.array_equal(new[last], after[last]) for last in after):
                lowest[:] = new[focal]
                return
            after = new


def plain_listed(graph: Graph) -> PlainListed:
    """List the moves of a graph."""
    movers = range(len(graph.decision_makers))
    return PlainListed(
        tuple(moves.listed() for moves in graph.moves), tuple(graph.improvements(who) for who in movers)
    )


def _least(ending: Ints, answers: list[Ints]) -> Ints:
    least = ending.copy()
    for answer in answers:
        np.minimum(least, answer, out=least)
    return least


def _chosen(moves: ListedMoves, value: Ints, own: Ints, choose: np.ufunc) -> Ints:
    """Choose for each state between its own value and those of the states that it leads to."""
    chosen = own.copy()
    states = np.flatnonzero(np.diff(moves.indptr))
    if states.size:
        reached = choose.reduceat(value[moves.indices], moves.indptr[states])
        chosen[states] = choose(chosen[states], reached)
    return chosen
