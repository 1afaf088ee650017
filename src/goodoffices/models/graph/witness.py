"""Why a state is stable or not: the answers that deter, or the improvement that goes unpunished."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.kernels.arrays import Ints
from goodoffices.models.graph.sanctions import Move, shortest_answer
from goodoffices.models.graph.solve import CONCEPTS


@dataclass(frozen=True, slots=True)
class Sanction:
    """An improvement and the answer that takes its gain away.

    Attributes:
        improvement: The state moved to, by number.
        sequence: The others' moves from there as (mover, state moved to), by number.
    """

    improvement: int
    sequence: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one state is stable for one decision maker by one concept, and what proves it.

    Attributes:
        concept: R, GMR, SMR, SEQ or SSEQ.
        decision_maker: By number.
        state: By number.
        stable: The verdict.
        sanctions: If stable, one for each improvement; empty if there is none.
        unpunished: If not stable, the improvement that stays best under the worst answer; else None.
    """

    concept: str
    decision_maker: int
    state: int
    stable: bool
    sanctions: tuple[Sanction, ...] = ()
    unpunished: int | None = None


@dataclass(frozen=True, slots=True)
class Witnesses:
    """The proof of each verdict, made when it is asked for.

    Attributes:
        graph: The conflict that was solved.
        held: For each concept, decision makers × states: the lowest rank that the others can hold one to
            after moving there.
    """

    graph: Graph
    held: Mapping[str, Ints]

    def __post_init__(self) -> None:
        for array in self.held.values():
            array.flags.writeable = False
        object.__setattr__(self, "held", MappingProxyType(dict(self.held)))

    def verdict(self, concept: str, decision_maker: str, state: str) -> Verdict:
        """Return the verdict on a state for a decision maker, with what proves it.

        Raises:
            ModelError: There is no such concept in the solution, or no such decision maker or state.
        """
        who = _number("decision maker", decision_maker, self.graph.decision_makers)
        where = _number("state", state, self.graph.states)
        if concept not in self.held:
            raise ModelError(f"concept {concept!r} was not solved for: there are {', '.join(self.held)}")
        held, rank = self.held[concept][who], self.graph.ranks[who]
        improvements = [target for target in self.graph.moves_of(who, where) if rank[target] > rank[where]]
        best = max(improvements, key=lambda target: int(held[target]), default=None)
        if best is not None and held[best] > rank[where]:
            return Verdict(concept, who, where, stable=False, unpunished=best)
        sanctions = tuple(self._sanction(concept, Move(who, where, target)) for target in improvements)
        return Verdict(concept, who, where, stable=True, sanctions=sanctions)

    def _sanction(self, concept: str, move: Move) -> Sanction:
        answer = shortest_answer(self.graph, CONCEPTS[concept], move)
        return Sanction(move.target, tuple((mover, state) for state, mover in answer or ()))


def _number(what: str, name: str, names: Sequence[str]) -> int:
    if name not in names:
        raise ModelError(f"no {what} {name!r}: there are {', '.join(islice(names, 12))}")
    return names.index(name)
