"""Which states hold even if decision makers move together: stability for every coalition."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from goodoffices.errors import ModelError
from goodoffices.models.graph.coalition_witness import JointWitnesses, coalition_members, joint_gains
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    Step,
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

Group = tuple[int, ...]
"""The numbers of its members, ascending."""

Reach = tuple[int, ...]
"""For each state the set of states that somebody can get to from it."""


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
    reach, unanswered = _solve(graph, concepts, groups)
    stable: dict[str, dict[Coalition, tuple[bool, ...]]] = {concept: {} for concept in concepts}
    for (concept, group), targets in unanswered.items():
        names = tuple(graph.decision_makers[who] for who in group)
        stable[concept][names] = tuple(target is None for target in targets)
    return Solution(
        "coalition stability by legal sequences (Kilgour et al. 2001; Inohara and Hipel 2008)",
        CoalitionTable(labels_of(graph), stable),
        JointWitnesses(graph, tuple(concepts), reach, unanswered),
        {"concepts": tuple(concepts)},
    )


def coalition_record(solution: Solution[CoalitionTable, JointWitnesses]) -> dict[str, object]:
    """Return the table as plain data, with a witness for each state that a coalition would leave.

    Returns:
        `states`; `stable`: {concept: [{`coalition`: names, `states`: labels}, …]}; `equilibria`:
        {concept: [state, …]}; `unstable`: [{`concept`, `coalition`, `state`, `moves`}, …].
    """
    table, witnesses = solution.outcome, solution.witness
    coalitions = dict.fromkeys(coalition for per in table.stable.values() for coalition in per)
    leaving = {coalition: witnesses.departures(coalition) for coalition in coalitions}
    unstable = [
        {
            "concept": concept,
            "coalition": list(coalition),
            "state": table.states[state],
            "moves": steps_record(witnesses.graph, moves),
        }
        for concept in table.stable
        for coalition in coalitions
        for state, moves in leaving[coalition][concept].items()
    ]
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


def _solve(
    graph: Graph, concepts: Sequence[str], groups: Sequence[Group]
) -> tuple[dict[Group, Reach], dict[tuple[str, Group], tuple[int | None, ...]]]:
    """Return where each coalition gets, and at each state its first improvement that nobody can answer."""
    free, willing = _reaches(graph, any_move(graph)), _reaches(graph, improving_move(graph))
    reach: dict[Group, Reach] = {}
    unanswered = {}
    for group in groups:
        outsiders = tuple(who for who in range(len(graph.decision_makers)) if who not in group)
        reach[group], gains = free(group), joint_gains(graph, group)
        for concept in concepts:
            answers = (willing if concept == "SEQ" else free)(outsiders) if concept != "R" else None
            unanswered[concept, group] = tuple(
                _first_unanswered(concept, mine & gain, answers, gain, reach[group])
                for mine, gain in zip(reach[group], gains, strict=True)
            )
    return reach, unanswered


def _reaches(graph: Graph, step: Step) -> Callable[[Group], Reach]:
    """Return how to close a group's moves, done once for all groups that differ in who cannot move."""
    states = range(len(graph.states))
    mobile = [any(step(who, state) for state in states) for who in range(len(graph.decision_makers))]
    of_movers = cache(lambda movers: closure(len(states), movers, step))
    return lambda group: of_movers(tuple(who for who in group if mobile[who]))


def _first_unanswered(
    concept: str, improvements: int, answers: Reach | None, gain: int, reach: Reach
) -> int | None:
    for at in members(improvements):
        ends = answers[at] & ~gain if answers else 0
        if not (any(not reach[end] & gain for end in members(ends)) if concept == "SMR" else ends):
            return at
    return None


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
