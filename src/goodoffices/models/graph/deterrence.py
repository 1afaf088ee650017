"""Stability by sets of states: what tempts a decision maker away, and which ends would deter it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    Steps,
    closure,
    join,
    labels_of,
    members,
    moves_of,
    shortest,
    steps_record,
)

MAX_PAIRS = 100_000_000
"""Pairs of states times decision makers and definitions; about half a minute."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What proves that a state is stable for a decision maker, or that it is not.

    Attributes:
        sanctions: If stable, for each state it would move to, the others' moves from there that deter it.
        unpunished: If not stable, a state it would move to and that nobody can answer; else None.
    """

    sanctions: tuple[tuple[int, Steps], ...]
    unpunished: int | None


@dataclass(frozen=True, slots=True)
class Deterrence:
    """One stability definition for one decision maker, spelled out as sets of states.

    Attributes:
        graph: The conflict.
        who: The decision maker, by number.
        temptations: For each state, the states it would move to from there.
        deterring: For each state, the ends that would keep it there.
        answers: For each decision maker and state, the moves by which it may answer; None if nobody
            answers.
    """

    graph: Graph
    who: int
    temptations: tuple[int, ...]
    deterring: tuple[int, ...]
    answers: tuple[tuple[int, ...], ...] | None

    @property
    def others(self) -> list[int]:
        """The other decision makers, by number."""
        return [mover for mover in range(len(self.graph.decision_makers)) if mover != self.who]

    def stable(self) -> tuple[bool, ...]:
        """Return for each state whether every temptation from it can be answered by a deterring end."""
        states = len(self.temptations)
        ends = (0,) * states if self.answers is None else closure(states, self.others, self._may)
        return tuple(
            all(ends[target] & deterring for target in members(tempting))
            for tempting, deterring in zip(self.temptations, self.deterring, strict=True)
        )

    def proof(self, state: int) -> Proof:
        """Return the answer to each temptation, or else the first one that nobody can answer."""
        found = []
        for target in members(self.temptations[state]):
            answer = shortest(target, self.deterring[state], self.others, self._may)
            if answer is None:
                return Proof((), target)
            found.append((target, answer))
        return Proof(tuple(found), None)

    def _may(self, mover: int, state: int) -> list[int]:
        return [] if self.answers is None else list(members(self.answers[mover][state]))


def proof_record(graph: Graph, proof: Proof) -> dict[str, object]:
    """Return a proof as plain data, in the form that `witness_record` gives."""
    if proof.unpunished is not None:
        return {"stable": False, "unpunished": graph.states[proof.unpunished]}
    return {
        "stable": True,
        "sanctions": [
            {"improvement": graph.states[target], "sequence": steps_record(graph, answer)}
            for target, answer in proof.sanctions
        ],
    }


def every_move(graph: Graph) -> tuple[tuple[int, ...], ...]:
    """Return for each decision maker and state the set of states that it can move to."""
    return tuple(
        tuple(
            join(1 << target for target in moves_of(graph, who, state))
            for state in range(len(labels_of(graph)))
        )
        for who in range(len(graph.decision_makers))
    )


def lasting(ends: Sequence[int], reach: Sequence[int]) -> tuple[int, ...]:
    """Return for each state those of its ends from which no move leads out of its ends."""
    return tuple(join(1 << end for end in members(allowed) if not reach[end] & ~allowed) for allowed in ends)


def check_size(graph: Graph, definitions: int) -> None:
    """Refuse a model that would take too long.

    Raises:
        ModelError: It has too many states.
    """
    states = len(graph.states)
    pairs = states**2 * len(graph.decision_makers) * definitions
    if pairs > MAX_PAIRS:
        raise ModelError(
            f"{states:,} states make {pairs:,} comparisons, more than this solver does ({MAX_PAIRS:,}): "
            "exclude states that cannot occur, or leave out options"
        )
