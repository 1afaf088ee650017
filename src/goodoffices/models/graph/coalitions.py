"""Which states hold even if decision makers move together: stability for every coalition."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from goodoffices.errors import ModelError
from goodoffices.models.graph.coalition_witness import JointWitnesses, coalition_members, joint_gains
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    any_move,
    closure,
    graph_of,
    improving_move,
    labels_of,
    members,
    steps_record,
)
from goodoffices.models.solution import Solution

COALITION_CONCEPTS = ("R", "GMR", "SMR", "SEQ")
"""R (Nash), GMR, SMR and SEQ, each for coalitions."""

MAX_PAIRS = 100_000_000
"""Pairs of states times coalitions; about a minute."""

Coalition = tuple[str, ...]
"""The names of its members, in the order of the decision makers."""


@dataclass(frozen=True, slots=True)
class CoalitionTable:
    """Which state is stable for which coalition, by which concept.

    Attributes:
        states: The states' labels.
        stable: For each concept and coalition, one boolean per state.
    """

    states: tuple[str, ...]
    stable: Mapping[str, Mapping[Coalition, tuple[bool, ...]]]

    def __post_init__(self) -> None:
        copied = {concept: dict(per) for concept, per in self.stable.items()}
        object.__setattr__(self, "stable", copied)

    def stable_for(self, concept: str, coalition: Coalition) -> tuple[str, ...]:
        """Return the labels of the states that are stable for one coalition."""
        column = self.stable[concept][coalition]
        return tuple(label for label, holds in zip(self.states, column, strict=True) if holds)

    def equilibria(self, concept: str) -> tuple[str, ...]:
        """Return the labels of the states that are stable for every coalition of the table."""
        rows = zip(*self.stable[concept].values(), strict=True)
        return tuple(label for label, row in zip(self.states, rows, strict=True) if all(row))


def coalition_stability(
    model: Conflict | Graph,
    *,
    concepts: Sequence[str] = COALITION_CONCEPTS,
    coalitions: Iterable[Sequence[str]] | None = None,
) -> Solution[CoalitionTable, JointWitnesses]:
    """Find the states that hold for coalitions.

    A coalition improvement leads, by a legal sequence of moves of some or all members, to a state that
    every member ranks higher than the start. A state is stable for a coalition

    - by R: if there is no coalition improvement;
    - by GMR: if after each one the outsiders have a legal sequence that leaves at least one member no
      better off than at the start;
    - by SMR: the same, and the coalition has then no legal sequence to a state that all members rank
      higher than the start;
    - by SEQ: as GMR, with outsiders who each improve their own rank with every step they make.

    For a coalition of one these are the concepts for single decision makers. Members who do not move count
    as well: they too must gain.

    Args:
        model: A conflict in option form, or any graph.
        concepts: Some of R, GMR, SMR and SEQ.
        coalitions: By names; by default every non-empty one, single decision makers included.

    Returns:
        The table, and for each verdict the moves that prove it.

    Raises:
        ModelError: A concept or name is unknown, a coalition is empty or given twice, or there are too
            many states and coalitions.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> dilemma = Graph(
        ...     decision_makers=("Row", "Column"),
        ...     states=("CC", "DC", "CD", "DD"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((2, 3, 0, 1), (2, 0, 3, 1)),
        ... )
        >>> table = coalition_stability(dilemma, concepts=("R",)).outcome
        >>> table.stable_for("R", ("Row", "Column"))
        ('CC', 'DC', 'CD')
        >>> table.equilibria("R")
        ()

    References:
        Kilgour, Hipel, Fang and Peng (2001), Coalition analysis in group decision support: coalition
        improvements by legal sequences (here R); Inohara and Hipel (2008), Coalition analysis in the graph
        model for conflict resolution: GMR, SMR and SEQ. Their sequential stability also lets outsiders
        answer by joint improvements; here outsiders answer one by one, each to its own gain.
    """
    graph = graph_of(model)
    _check_concepts(concepts)
    everyone = range(len(graph.decision_makers))
    groups = (
        [group for size in range(1, len(everyone) + 1) for group in combinations(everyone, size)]
        if coalitions is None
        else [coalition_members(graph, coalition) for coalition in coalitions]
    )
    _check_groups(graph, groups)
    stable: dict[str, dict[Coalition, tuple[bool, ...]]] = {concept: {} for concept in concepts}
    free = {
        group: closure(len(graph.states), group, any_move(graph)) for group in _with_rest(groups, everyone)
    }
    for group in groups:
        names = tuple(graph.decision_makers[who] for who in group)
        for concept in concepts:
            stable[concept][names] = _column(graph, concept, group, free)
    reach = {group: free[group] for group in groups}
    return Solution(
        "coalition stability by legal sequences (Kilgour et al. 2001; Inohara and Hipel 2008)",
        CoalitionTable(labels_of(graph), stable),
        JointWitnesses(graph, tuple(concepts), reach),
        {"concepts": tuple(concepts)},
    )


def coalition_record(solution: Solution[CoalitionTable, JointWitnesses]) -> dict[str, object]:
    """Return the table as plain data, with a witness for each state that a coalition would leave.

    Returns:
        `states`; `stable`: {concept: [{`coalition`: names, `states`: labels}, …]}; `equilibria`:
        {concept: [state, …]}; `unstable`: [{`concept`, `coalition`, `state`, `moves`}, …].
    """
    table, witnesses = solution.outcome, solution.witness
    unstable = []
    for concept, per in table.stable.items():
        for coalition, column in per.items():
            for state, holds in zip(table.states, column, strict=True):
                moves = () if holds else witnesses.verdict(concept, coalition, state).unpunished or ()
                record = {"concept": concept, "coalition": list(coalition), "state": state}
                unstable += [] if holds else [record | {"moves": steps_record(witnesses.graph, moves)}]
    return {
        "method": solution.method,
        "states": list(table.states),
        "stable": {
            concept: [{"coalition": list(one), "states": list(table.stable_for(concept, one))} for one in per]
            for concept, per in table.stable.items()
        },
        "equilibria": {concept: list(table.equilibria(concept)) for concept in table.stable},
        "unstable": unstable,
    }


def _with_rest(groups: Sequence[tuple[int, ...]], everyone: range) -> set[tuple[int, ...]]:
    """Return the coalitions and, for each, those outside it."""
    return {*groups, *(tuple(who for who in everyone if who not in group) for group in groups)}


def _column(
    graph: Graph, concept: str, group: tuple[int, ...], free: Mapping[tuple[int, ...], tuple[int, ...]]
) -> tuple[bool, ...]:
    outsiders = tuple(who for who in range(len(graph.decision_makers)) if who not in group)
    states, reach = len(graph.states), free[group]
    answers = free[outsiders]
    if concept == "R":
        answers = (0,) * states
    elif concept == "SEQ":
        answers = closure(states, outsiders, improving_move(graph))
    gains = joint_gains(graph, group)
    return tuple(
        _all_answered(concept, reach[state] & gains[state], answers, gains[state], reach)
        for state in range(states)
    )


def _all_answered(
    concept: str, improvements: int, answers: Sequence[int], gain: int, reach: Sequence[int]
) -> bool:
    if concept == "SMR":
        return all(
            any(not reach[end] & gain for end in members(answers[at] & ~gain)) for at in members(improvements)
        )
    return all(answers[at] & ~gain for at in members(improvements))


def _check_concepts(concepts: Sequence[str]) -> None:
    for concept in concepts:
        if concept not in COALITION_CONCEPTS:
            raise ModelError(
                f"no stability concept {concept!r} for coalitions: there are {', '.join(COALITION_CONCEPTS)}"
            )


def _check_groups(graph: Graph, groups: Sequence[tuple[int, ...]]) -> None:
    if not groups:
        raise ModelError(
            "no coalition is given: name at least one, or leave 'coalitions' out to take every one"
        )
    if len(set(groups)) < len(groups):
        raise ModelError("a coalition is given twice: give each once")
    pairs = len(graph.states) ** 2 * len(groups)
    if pairs > MAX_PAIRS:
        raise ModelError(
            f"{len(graph.states):,} states and {len(groups):,} coalitions make {pairs:,} comparisons, more "
            f"than this solver does ({MAX_PAIRS:,}): name the coalitions that matter, or exclude states"
        )
