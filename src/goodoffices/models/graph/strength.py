"""Strength of preference: which states hold because leaving them could end much worse."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.deterrence import Deterrence, Proof, check_size, every_move, lasting
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    better,
    graph_of,
    labels_of,
    named,
    ranks_of,
)
from goodoffices.models.solution import Solution

STRENGTH_CONCEPTS = ("GMR", "SMR", "SEQ")
"""The concepts in which the strength of a deterrent can differ; R knows no deterrents."""

Degree = str
"""`strong`, `weak`, or `none` if the state is not stable."""


@dataclass(frozen=True, slots=True)
class StrengthTable:
    """How firmly each state is stable for whom.

    Attributes:
        decision_makers: Their names.
        states: The states' labels.
        degree: For each concept one row per decision maker: `strong`, `weak` or `none` per state.
    """

    decision_makers: tuple[str, ...]
    states: tuple[str, ...]
    degree: Mapping[str, tuple[tuple[Degree, ...], ...]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "degree", dict(self.degree))

    def stable_for(self, concept: str, degree: Degree, decision_maker: str) -> tuple[str, ...]:
        """Return the states that are stable to exactly this degree for one decision maker."""
        row = self.degree[concept][self.decision_makers.index(decision_maker)]
        return tuple(label for label, one in zip(self.states, row, strict=True) if one == degree)

    def equilibria(self, concept: str) -> dict[Degree, tuple[str, ...]]:
        """Return the states stable for all: strongly for everyone, and weakly for at least one."""
        found: dict[Degree, list[str]] = {"strong": [], "weak": []}
        for label, *degrees in zip(self.states, *self.degree[concept], strict=True):
            if "none" not in degrees:
                found["weak" if "weak" in degrees else "strong"].append(label)
        return {degree: tuple(labels) for degree, labels in found.items()}


@dataclass(frozen=True, slots=True)
class StrengthWitnesses:
    """The proof of each verdict, made when it is asked for.

    Attributes:
        graph: The conflict.
        definitions: For each concept and for `strong` and `any` deterrents, each decision maker's
            temptations and deterrents.
    """

    graph: Graph
    definitions: Mapping[tuple[str, str], tuple[Deterrence, ...]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "definitions", dict(self.definitions))

    def verdict(self, concept: str, deterrent: str, decision_maker: str, state: str) -> Proof:
        """Return what proves that a state is stable with strong deterrents, or with any, or that it is not.

        Raises:
            ModelError: There is no such concept, kind of deterrent, decision maker or state.
        """
        if (concept, deterrent) not in self.definitions:
            raise ModelError(
                f"no verdict by {concept!r} with {deterrent!r} deterrents: give one of "
                f"{', '.join(STRENGTH_CONCEPTS)}, and 'strong' or 'any'"
            )
        who = named("decision maker", decision_maker, self.graph.decision_makers)
        where = named("state", state, labels_of(self.graph))
        return self.definitions[concept, deterrent][who].proof(where)


def chain(levels: Sequence[Sequence[str]]) -> tuple[tuple[str, str], ...]:
    """Return the pairs that a chain such as s1 > s2 >> s3 ~ s4 says: each state, and one much worse.

    Args:
        levels: The states between two signs >>, best first.

    Examples:
        >>> chain([["s1", "s2"], ["s3"]])
        (('s1', 's3'), ('s2', 's3'))
    """
    return tuple(
        (upper, lower)
        for place, level in enumerate(levels)
        for upper in level
        for worse in levels[place + 1 :]
        for lower in worse
    )


def strength_of_preference(
    model: Conflict | Graph, much_better: Mapping[str, Iterable[tuple[str, str]]]
) -> Solution[StrengthTable, StrengthWitnesses]:
    """Find how firmly each state is stable when some preferences are strong.

    There are three levels: one state is much better than another (>>), better (>), or equal. A stable state
    is strongly stable for a decision maker if each of its improvements, of either strength, can be answered
    so that it ends in a state much worse than the start; by SMR also all it can then go on to must be
    much worse than the start. A stable state that is not strongly stable is weakly stable. Without
    improvements a state is strongly stable.

    Args:
        model: A conflict in option form, or any graph.
        much_better: For each decision maker, pairs of a state and one much worse (see `chain`).

    Returns:
        The table, and for each verdict the moves that prove it.

    Raises:
        ModelError: A name is unknown, a pair contradicts the ranking, or there are too many states.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> chicken = Graph(
        ...     decision_makers=("A", "B"),
        ...     states=("NN", "YN", "NY", "YY"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((0, 1, 3, 2), (0, 3, 1, 2)),
        ... )
        >>> crash = chain([["NY", "YY", "YN"], ["NN"]])
        >>> strength_of_preference(chicken, {"A": crash, "B": crash}).outcome.equilibria("GMR")
        {'strong': ('YN', 'NY', 'YY'), 'weak': ()}

    References:
        Hamouda, Kilgour and Hipel (2004), Strength of preference in the graph model for conflict resolution;
        (2006), Strength of preference in graph models for multiple-decision-maker conflicts.
    """
    graph = graph_of(model)
    check_size(graph, 2 * len(STRENGTH_CONCEPTS))
    for name in much_better:
        named("decision maker", name, graph.decision_makers)
    pairs = {name: tuple(one) for name, one in much_better.items()}
    worse = [_much_worse(graph, who, pairs.get(name, ())) for who, name in enumerate(graph.decision_makers)]
    definitions = _definitions(graph, worse)
    degree = {
        concept: tuple(
            _degrees(strong, any_)
            for strong, any_ in zip(definitions[concept, "strong"], definitions[concept, "any"], strict=True)
        )
        for concept in STRENGTH_CONCEPTS
    }
    return Solution(
        "strength of preference, three levels (Hamouda, Kilgour and Hipel 2004, 2006)",
        StrengthTable(graph.decision_makers, labels_of(graph), degree),
        StrengthWitnesses(graph, definitions),
        {"much_better": pairs},
    )


def strength_record(solution: Solution[StrengthTable, StrengthWitnesses]) -> dict[str, object]:
    """Return the table as plain data.

    Returns:
        `states`; `stable`: {concept: {`strong` or `weak`: {decision maker: [state, …]}}}; `equilibria`:
        {concept: {`strong` or `weak`: [state, …]}}.
    """
    table = solution.outcome
    return {
        "method": solution.method,
        "states": list(table.states),
        "stable": {
            concept: {
                degree: {who: list(table.stable_for(concept, degree, who)) for who in table.decision_makers}
                for degree in ("strong", "weak")
            }
            for concept in table.degree
        },
        "equilibria": {
            concept: {degree: list(states) for degree, states in table.equilibria(concept).items()}
            for concept in table.degree
        },
    }


def _degrees(strong: Deterrence, any_: Deterrence) -> tuple[Degree, ...]:
    return tuple(
        "strong" if firmly else "weak" if at_all else "none"
        for firmly, at_all in zip(strong.stable(), any_.stable(), strict=True)
    )


def _definitions(
    graph: Graph, worse: Sequence[tuple[int, ...]]
) -> dict[tuple[str, str], tuple[Deterrence, ...]]:
    """Return each concept with strong deterrents and with any, for every decision maker."""
    above, reach = [better(ranks_of(graph, who)) for who in range(len(worse))], every_move(graph)
    improving = tuple(
        tuple(moves & higher for moves, higher in zip(*rows, strict=True))
        for rows in zip(reach, above, strict=True)
    )
    return {
        (concept, deterrent): tuple(
            Deterrence(
                graph,
                who,
                improving[who],
                _ends(concept, above[who], worse[who] if deterrent == "strong" else None, reach[who]),
                improving if concept == "SEQ" else reach,
            )
            for who in range(len(worse))
        )
        for concept in STRENGTH_CONCEPTS
        for deterrent in ("strong", "any")
    }


def _ends(
    concept: str, above: tuple[int, ...], worse: tuple[int, ...] | None, reach: tuple[int, ...]
) -> tuple[int, ...]:
    """Return the ends that deter: all that are not preferred, or those that are much worse."""
    everything = (1 << len(above)) - 1
    ends = tuple(everything & ~higher for higher in above) if worse is None else worse
    return lasting(ends, reach) if concept == "SMR" else ends


def _much_worse(graph: Graph, who: int, pairs: Iterable[tuple[str, str]]) -> tuple[int, ...]:
    labels, ranks = labels_of(graph), ranks_of(graph, who)
    masks = [0] * len(labels)
    for upper, lower in pairs:
        a, b = named("state", upper, labels), named("state", lower, labels)
        if ranks[a] <= ranks[b]:
            raise ModelError(
                f"{graph.decision_makers[who]!r} is said to find {upper!r} much better than {lower!r}, but "
                "does not rank it higher: correct the ranking or drop the pair"
            )
        masks[a] |= 1 << b
    return tuple(masks)
