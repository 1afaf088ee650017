"""Why a state holds for a coalition or not: the outsiders' answers, or the joint move they cannot deter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    Steps,
    any_move,
    better,
    improving_move,
    labels_of,
    members,
    named,
    ranks_of,
    shortest,
)


@dataclass(frozen=True, slots=True)
class JointSanction:
    """A coalition's improvement and the outsiders' answer that takes some member's gain away.

    Attributes:
        improvement: The coalition's moves, as (mover, state).
        answer: The outsiders' moves from there.
        loser: The member, by number, that the answer leaves no better off than at the start.
    """

    improvement: Steps
    answer: Steps
    loser: int


@dataclass(frozen=True, slots=True)
class JointVerdict:
    """Whether a state is stable for a coalition, and what proves it.

    Attributes:
        concept: R, GMR, SMR or SEQ.
        coalition: The members, by number.
        state: By number.
        stable: The verdict.
        sanctions: If stable, one for each coalition improvement.
        unpunished: If not stable, the moves of a coalition improvement that no answer deters; else None.
    """

    concept: str
    coalition: tuple[int, ...]
    state: int
    stable: bool
    sanctions: tuple[JointSanction, ...] = ()
    unpunished: Steps | None = None


@dataclass(frozen=True, slots=True)
class JointWitnesses:
    """The proof of each verdict, made when it is asked for.

    Attributes:
        graph: The conflict that was solved.
        concepts: What it was solved for.
        reach: For each coalition, by numbers, and each state: the set of states that it can reach.
        unanswered: For each concept and coalition, the improvement at each state that no answer deters,
            the first in the order of the states; None where each can be answered.
    """

    graph: Graph
    concepts: tuple[str, ...]
    reach: Mapping[tuple[int, ...], tuple[int, ...]]
    unanswered: Mapping[tuple[str, tuple[int, ...]], tuple[int | None, ...]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "reach", dict(self.reach))
        object.__setattr__(self, "unanswered", dict(self.unanswered))

    def departures(self, coalition: Sequence[str]) -> Mapping[str, Mapping[int, Steps]]:
        """Return for each concept the states that a coalition would leave, by number, and by which moves.

        The moves are those of the verdict on each of these states.

        Raises:
            ModelError: The coalition was not solved for, or there is no such name.
        """
        group, step = coalition_members(self.graph, coalition), any_move(self.graph)
        ways = cache(lambda state, target: shortest(state, 1 << target, group, step) or ())
        return {
            concept: {
                state: ways(state, target)
                for state, target in enumerate(self._solved(concept, group))
                if target is not None
            }
            for concept in self.concepts
        }

    def verdict(self, concept: str, coalition: Sequence[str], state: str) -> JointVerdict:
        """Return the verdict on a state for a coalition, with the moves that prove it.

        Raises:
            ModelError: The concept or coalition was not solved for, or there is no such name.
        """
        if concept not in self.concepts:
            raise ModelError(f"concept {concept!r} was not solved for: there are {', '.join(self.concepts)}")
        group, number = coalition_members(self.graph, coalition), named("state", state, labels_of(self.graph))
        target = self._solved(concept, group)[number]
        if target is None:
            return self._stays(concept, group, number)
        path = shortest(number, 1 << target, group, any_move(self.graph)) or ()
        return JointVerdict(concept, group, number, stable=False, unpunished=path)

    def _solved(self, concept: str, group: tuple[int, ...]) -> tuple[int | None, ...]:
        if group not in self.reach:
            names = tuple(self.graph.decision_makers[who] for who in group)
            raise ModelError(f"coalition {names!r} was not solved for: ask for it when solving")
        return self.unanswered[concept, group]

    def _stays(self, concept: str, group: tuple[int, ...], state: int) -> JointVerdict:
        graph, reach = self.graph, self.reach[group]
        ranks = {who: ranks_of(graph, who) for who in group}
        gain = joint_gains(graph, group)[state]
        outsiders = [who for who in range(len(graph.decision_makers)) if who not in group]
        deterring = _deterring(concept, len(graph.states), gain, reach)
        free = any_move(graph)
        rule = improving_move(graph) if concept == "SEQ" else free
        sanctions = []
        for target in members(reach[state] & gain):
            path = shortest(state, 1 << target, group, free) or ()
            answer = shortest(target, deterring, outsiders, rule) or ()
            end = answer[-1][1]
            loser = next(who for who in group if ranks[who][end] <= ranks[who][state])
            sanctions.append(JointSanction(path, answer, loser))
        return JointVerdict(concept, group, state, stable=True, sanctions=tuple(sanctions))


def _deterring(concept: str, states: int, gain: int, reach: Sequence[int]) -> int:
    """Return the states that take the gain away from some member; for SMR, for good."""
    ends = ((1 << states) - 1) & ~gain
    return sum(1 << end for end in members(ends) if not reach[end] & gain) if concept == "SMR" else ends


def joint_gains(graph: Graph, group: Sequence[int]) -> tuple[int, ...]:
    """Return for each state the set of states that all members rank higher."""
    gains = [-1] * len(graph.states)
    for who in group:
        gains = [mask & above for mask, above in zip(gains, better(ranks_of(graph, who)), strict=True)]
    return tuple(gains)


def coalition_members(graph: Graph, coalition: Sequence[str]) -> tuple[int, ...]:
    """Return the numbers of a coalition's members, ascending.

    Raises:
        ModelError: The coalition is empty, or a name is unknown or repeated.
    """
    numbers = sorted(named("decision maker", name, graph.decision_makers) for name in coalition)
    if not numbers or len(set(numbers)) < len(numbers):
        raise ModelError(
            f"coalition {tuple(coalition)!r} is empty or names somebody twice: name each member once"
        )
    return tuple(numbers)
