"""Which states hold although some preferences are unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

UNKNOWN_CONCEPTS = ("R", "GMR", "SMR", "SEQ")
"""R (Nash), GMR, SMR and SEQ."""

TYPES = ("a", "b", "c", "d")
"""How a decision maker treats what is unknown: see `unknown_preferences`."""

Pairs = Mapping[str, Iterable[tuple[str, str]]]
"""For each decision maker, pairs of states; the order within a pair does not matter."""


@dataclass(frozen=True, slots=True)
class UnknownTable:
    """Which state is stable for whom, by concept and type.

    Attributes:
        decision_makers: Their names.
        states: The states' labels.
        stable: For each concept and type, one row per decision maker of one boolean per state.
    """

    decision_makers: tuple[str, ...]
    states: tuple[str, ...]
    stable: Mapping[tuple[str, str], tuple[tuple[bool, ...], ...]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "stable", dict(self.stable))

    def stable_for(self, concept: str, type_: str, decision_maker: str) -> tuple[str, ...]:
        """Return the labels of the states that are stable for one decision maker."""
        row = self.stable[concept, type_][self.decision_makers.index(decision_maker)]
        return tuple(label for label, holds in zip(self.states, row, strict=True) if holds)

    def equilibria(self, concept: str, type_: str) -> tuple[str, ...]:
        """Return the labels of the states that are stable for every decision maker."""
        rows = zip(self.states, *self.stable[concept, type_], strict=True)
        return tuple(label for label, *holds in rows if all(holds))


@dataclass(frozen=True, slots=True)
class UnknownWitnesses:
    """The proof of each verdict, made when it is asked for.

    Attributes:
        graph: The conflict.
        definitions: For each concept and type, each decision maker's temptations and deterrents.
    """

    graph: Graph
    definitions: Mapping[tuple[str, str], tuple[Deterrence, ...]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "definitions", dict(self.definitions))

    def verdict(self, concept: str, type_: str, decision_maker: str, state: str) -> Proof:
        """Return what proves the verdict on a state for a decision maker.

        Raises:
            ModelError: There is no such concept, type, decision maker or state.
        """
        if (concept, type_) not in self.definitions:
            known = ", ".join("".join(key) for key in self.definitions)
            raise ModelError(f"{concept!r} of type {type_!r} was not solved for: there are {known}")
        who = named("decision maker", decision_maker, self.graph.decision_makers)
        where = named("state", state, labels_of(self.graph))
        return self.definitions[concept, type_][who].proof(where)


def unknown_preferences(model: Conflict | Graph, unknown: Pairs) -> Solution[UnknownTable, UnknownWitnesses]:
    """Find the states that hold although it is unknown how decision makers compare some states.

    Four types of decision maker differ in what moves them and what deters them:

    - a: moves to states it prefers and to unknown ones; is deterred only by ends it knows not to prefer;
    - b: moves only to states it prefers; is deterred only by ends it knows not to prefer;
    - c: moves to states it prefers and to unknown ones; is deterred also by unknown ends;
    - d: moves only to states it prefers; is deterred also by unknown ends.

    Type a is the boldest and d the most cautious: stable by a implies stable by b and by c, and each of these
    by d. By SEQ the others answer with moves to states that they prefer or whose comparison is unknown,
    whatever the type. If nothing is unknown all types are the ordinary concepts.

    Args:
        model: A conflict in option form, or any graph; the rank of an unknown pair is not used.
        unknown: For each decision maker, the pairs of states whose comparison is unknown.

    Returns:
        The table, and for each verdict the moves that prove it.

    Raises:
        ModelError: A name is unknown, a state is paired with itself, or there are too many states.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> pair = Graph(("A",), ("s", "t"), (((1,), (0,)),), ((1, 0),))
        >>> table = unknown_preferences(pair, {"A": [("s", "t")]}).outcome
        >>> table.equilibria("R", "a"), table.equilibria("R", "b")
        ((), ('s', 't'))

    References:
        Li, Hipel, Kilgour and Fang (2004), Preference uncertainty in the graph model for conflict resolution.
    """
    graph = graph_of(model)
    check_size(graph, len(UNKNOWN_CONCEPTS) * len(TYPES))
    for name in unknown:
        named("decision maker", name, graph.decision_makers)
    pairs_of = {name: tuple(pairs) for name, pairs in unknown.items()}
    unsure = [_unsure(labels_of(graph), pairs_of.get(name, ())) for name in graph.decision_makers]
    above = [
        tuple(
            higher & ~pairs for higher, pairs in zip(better(ranks_of(graph, who)), unsure[who], strict=True)
        )
        for who in range(len(graph.decision_makers))
    ]
    reach = every_move(graph)
    perhaps = tuple(
        tuple(moves & (higher | pairs) for moves, higher, pairs in zip(*rows, strict=True))
        for rows in zip(reach, above, unsure, strict=True)
    )
    answers = {"R": None, "SEQ": perhaps}
    definitions = {
        (concept, type_): tuple(
            Deterrence(graph, who, *_wants(concept, type_, rows), answers.get(concept, reach))
            for who, rows in enumerate(zip(reach, above, unsure, strict=True))
        )
        for concept in UNKNOWN_CONCEPTS
        for type_ in TYPES
    }
    stable = {key: tuple(one.stable() for one in per) for key, per in definitions.items()}
    return Solution(
        "stability under unknown preferences (Li, Hipel, Kilgour and Fang 2004)",
        UnknownTable(graph.decision_makers, labels_of(graph), stable),
        UnknownWitnesses(graph, definitions),
        {"unknown": pairs_of},
    )


def unknown_record(solution: Solution[UnknownTable, UnknownWitnesses]) -> dict[str, object]:
    """Return the table as plain data.

    Returns:
        `states`; `stable`: {concept: {type: {decision maker: [state, …]}}}; `equilibria`:
        {concept: {type: [state, …]}}.
    """
    table = solution.outcome
    return {
        "method": solution.method,
        "states": list(table.states),
        "stable": {
            concept: {
                type_: {who: list(table.stable_for(concept, type_, who)) for who in table.decision_makers}
                for type_ in TYPES
            }
            for concept in UNKNOWN_CONCEPTS
        },
        "equilibria": {
            concept: {type_: list(table.equilibria(concept, type_)) for type_ in TYPES}
            for concept in UNKNOWN_CONCEPTS
        },
    }


_Sets = tuple[int, ...]
"""For each state a set of states."""


def _wants(concept: str, type_: str, rows: tuple[_Sets, _Sets, _Sets]) -> tuple[_Sets, _Sets]:
    """Return what tempts a decision maker and what deters it, from its moves, preferences and doubts."""
    reach, above, unsure = rows
    everything = (1 << len(above)) - 1
    bold, cautious = type_ in {"a", "c"}, type_ in {"c", "d"}
    tempting = tuple(
        moves & (higher | pairs if bold else higher)
        for moves, higher, pairs in zip(reach, above, unsure, strict=True)
    )
    ends = tuple(
        everything & ~(higher if cautious else higher | pairs)
        for higher, pairs in zip(above, unsure, strict=True)
    )
    return tempting, lasting(ends, reach) if concept == "SMR" else ends


def _unsure(labels: tuple[str, ...], pairs: Iterable[tuple[str, str]]) -> tuple[int, ...]:
    masks = [0] * len(labels)
    for one, other in pairs:
        a, b = named("state", one, labels), named("state", other, labels)
        if a == b:
            raise ModelError(
                f"state {one!r} is paired with itself: a state is as good as itself, drop the pair"
            )
        masks[a] |= 1 << b
        masks[b] |= 1 << a
    return tuple(masks)
