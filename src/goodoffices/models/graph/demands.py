"""What a state's stability asks of one decision maker's ranking, as sets of states it must not prefer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    Step,
    any_move,
    graph_of,
    improving_move,
    join,
    labels_of,
    members,
    moves_of,
    named,
    reach_from,
)
from goodoffices.models.graph.stability import CONCEPTS

MAX_WORK = 1_000_000
"""States × decision makers² × moves from the state in question; about a minute. By R there is no limit."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What deters one move: all states of at least one alternative must be ranked no higher than the start.

    Attributes:
        move: The state that the move leads to.
        alternatives: Sets of states as bits, none containing another; an empty set asks for nothing.
    """

    move: int
    alternatives: tuple[int, ...]

    def met(self, not_preferred: int) -> bool:
        """Say whether the demand is met if exactly these states are ranked no higher than the start."""
        return any(not one & ~not_preferred for one in self.alternatives)


Demands = Mapping[str, tuple[Demand, ...]]
"""For each decision maker what its ranking must meet: the proof of a count or a change."""


def demands(graph: Graph, concept: str, who: int, state: int) -> tuple[Demand, ...]:
    """Return what makes a state stable for a decision maker: every demand must be met.

    The first alternative of a move is always that the state it leads to is no improvement. The others are
    the ends of the opponents' legal sequences from there: one that is not preferred deters; for SMR and
    SSEQ the states that one can go on to from it must not be preferred either. For SEQ and SSEQ the
    opponents' ranks are those of the graph. The decision maker's own ranks play no part.

    Raises:
        ModelError: There is no such concept.

    References:
        Fang, Hipel and Kilgour (1993), chapter 3; Kinsara, Kilgour and Hipel (2015), Inverse approach to
        the graph model for conflict resolution.
    """
    check_concept(concept)
    rule = improving_move(graph) if concept in {"SEQ", "SSEQ"} else any_move(graph)
    return demands_by(graph, concept, who, state, rule=rule)


def check_concept(concept: str) -> None:
    """Refuse a name that is no concept.

    Raises:
        ModelError: It is none of R, GMR, SMR, SEQ and SSEQ.
    """
    if concept not in CONCEPTS:
        raise ModelError(f"no stability concept {concept!r}: there are {', '.join(CONCEPTS)}")


def demands_by(graph: Graph, concept: str, who: int, state: int, *, rule: Step) -> tuple[Demand, ...]:
    """Return the same with a rule by which the others answer, for rankings other than the graph's."""
    others = [mover for mover in range(len(graph.decision_makers)) if mover != who]
    lasting, here = concept in {"SMR", "SSEQ"}, 1 << state
    found = []
    for move in moves_of(graph, who, state):
        ends = 0 if concept == "R" else reach_from(move, others, rule)
        alternatives = [1 << move]
        for end in members(ends):
            further = join(1 << target for target in moves_of(graph, who, end)) if lasting else 0
            alternatives.append((1 << end | further) & ~here)
        found.append(Demand(move, _smallest(alternatives)))
    return tuple(found)


def demands_of_all(
    model: Conflict | Graph, state: str, concept: str
) -> tuple[Graph, int, dict[str, tuple[Demand, ...]]]:
    """Return the graph, the number of a state, and what its stability asks of each decision maker.

    Raises:
        ModelError: There is no such state or concept, or there are too many states.
    """
    graph = graph_of(model)
    here = named("state", state, labels_of(graph))
    moves = max(len(moves_of(graph, who, here)) for who in range(len(graph.decision_makers)))
    work = len(graph.states) * len(graph.decision_makers) ** 2 * moves
    if concept != "R" and work > MAX_WORK:
        raise ModelError(
            f"{len(graph.states):,} states with up to {moves} moves from {state!r} take {work:,} look-ups, "
            f"more than this analysis does ({MAX_WORK:,}): exclude states that cannot occur, or ask by R"
        )
    asked = {name: demands(graph, concept, who, here) for who, name in enumerate(graph.decision_makers)}
    return graph, here, asked


def not_preferred(ranks: Sequence[int], state: int) -> int:
    """Return the set of other states ranked no higher than a state."""
    return join(1 << other for other, rank in enumerate(ranks) if rank <= ranks[state] and other != state)


def _smallest(alternatives: Sequence[int]) -> tuple[int, ...]:
    distinct = sorted(set(alternatives), key=lambda one: (one.bit_count(), one))
    kept: list[int] = []
    for one in distinct:
        if not any(smaller & ~one == 0 for smaller in kept):
            kept.append(one)
    return tuple(kept)
