"""Misperception: everyone plays the conflict it sees, and not all see the same one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import graph_of, labels_of, named
from goodoffices.models.graph.stability import CONCEPTS, stability
from goodoffices.models.graph.witness import Verdict, Witnesses
from goodoffices.models.solution import Solution


@dataclass(frozen=True, slots=True)
class HypergameTable:
    """What holds where each decision maker judges by its own view.

    Attributes:
        decision_makers: Whose views there are.
        states: Every state that at least one of them sees, in the order of the views.
        seen: For each decision maker the states in its view.
        stable: For each concept and decision maker, the states that are stable for it in its own view.
        expected: For each concept and decision maker, the equilibria of its own view: what it thinks holds.
    """

    decision_makers: tuple[str, ...]
    states: tuple[str, ...]
    seen: Mapping[str, tuple[str, ...]]
    stable: Mapping[str, Mapping[str, tuple[str, ...]]]
    expected: Mapping[str, Mapping[str, tuple[str, ...]]]

    def __post_init__(self) -> None:
        object.__setattr__(self, "seen", dict(self.seen))
        for name in ("stable", "expected"):
            copied = {key: dict(one) for key, one in getattr(self, name).items()}
            object.__setattr__(self, name, copied)

    def equilibria(self, concept: str) -> tuple[str, ...]:
        """Return the states that everyone sees and finds stable in its own view."""
        return tuple(
            state for state in self.states if all(state in own for own in self.stable[concept].values())
        )

    def surprises(self, concept: str, decision_maker: str) -> tuple[str, ...]:
        """Return the equilibria of the hypergame that a decision maker does not expect to hold."""
        expected = self.expected[concept][decision_maker]
        return tuple(state for state in self.equilibria(concept) if state not in expected)

    def illusions(self, concept: str, decision_maker: str) -> tuple[str, ...]:
        """Return the states that a decision maker expects to hold and that do not: somebody would leave."""
        holds = self.equilibria(concept)
        return tuple(state for state in self.expected[concept][decision_maker] if state not in holds)


@dataclass(frozen=True, slots=True)
class Views:
    """The proof of each verdict: the solution of each view.

    Attributes:
        graphs: For each decision maker the conflict as it sees it.
        witnesses: For each decision maker the proofs in that conflict.
    """

    graphs: Mapping[str, Graph]
    witnesses: Mapping[str, Witnesses]

    def __post_init__(self) -> None:
        object.__setattr__(self, "graphs", dict(self.graphs))
        object.__setattr__(self, "witnesses", dict(self.witnesses))

    def verdict(self, concept: str, decision_maker: str, state: str) -> Verdict:
        """Return why a decision maker finds a state stable or not; numbers are those of its own view.

        Raises:
            ModelError: There is no such concept or view, or the state is not seen in it.
        """
        named("view", decision_maker, tuple(self.witnesses))
        return self.witnesses[decision_maker].verdict(concept, decision_maker, state)


def hypergame(
    views: Mapping[str, Conflict | Graph], *, concepts: Sequence[str] = CONCEPTS
) -> Solution[HypergameTable, Views]:
    """Find what holds if each decision maker judges by its own view of the conflict (first level).

    At the first level of a hypergame nobody knows that others see the conflict differently. A state is an
    equilibrium if each decision maker sees it and finds it stable in its own view. States are matched by
    label: views in option form should list the same options in the same order. A state that somebody does
    not see cannot be an equilibrium, since it is not said whether that party would stay there.

    Args:
        views: For each decision maker the conflict as it sees it: who takes part, what each can do and
            wants. It takes part in its own view; others may be missing there.
        concepts: Some of R, GMR, SMR, SEQ and SSEQ.

    Returns:
        The table, and the proofs within each view.

    Raises:
        ModelError: There is no view, somebody is missing from its own, or the views share no state.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> moves = (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,)))
        >>> labels = ("NN", "YN", "NY", "YY")
        >>> chicken = Graph(("A", "B"), labels, moves, ((0, 1, 3, 2), (0, 3, 1, 2)))
        >>> tough = Graph(("A", "B"), labels, moves, ((0, 1, 3, 2), (1, 3, 0, 2)))
        >>> table = hypergame({"A": tough, "B": chicken}, concepts=("R",)).outcome
        >>> table.equilibria("R"), table.surprises("R", "A")
        (('YN', 'NY'), ('NY',))

    References:
        Bennett (1977), Toward a theory of hypergames; Wang, Hipel and Fraser (1988), Modeling misperceptions
        in hypergames (first-level hypergames and their equilibria).
    """
    graphs = {who: graph_of(view) for who, view in views.items()}
    _check(graphs)
    solved = {who: stability(graph, concepts=concepts) for who, graph in graphs.items()}
    table = HypergameTable(
        tuple(graphs),
        tuple(dict.fromkeys(label for graph in graphs.values() for label in labels_of(graph))),
        {who: labels_of(graph) for who, graph in graphs.items()},
        {
            concept: {who: one.outcome.stable_for(concept, who) for who, one in solved.items()}
            for concept in concepts
        },
        {
            concept: {who: one.outcome.equilibria(concept) for who, one in solved.items()}
            for concept in concepts
        },
    )
    return Solution(
        "first-level hypergame (Bennett 1977; Wang, Hipel and Fraser 1988)",
        table,
        Views(graphs, {who: one.witness for who, one in solved.items()}),
        {"concepts": tuple(concepts)},
    )


def hypergame_record(solution: Solution[HypergameTable, Views]) -> dict[str, object]:
    """Return the table as plain data.

    Returns:
        `states`; `unseen`: {decision maker: [state, …]}; and by concept `equilibria`: [state, …],
        `stable`, `expected`, `surprises` and `illusions`, each {decision maker: [state, …]}.
    """
    table = solution.outcome
    everyone = table.decision_makers
    return {
        "method": solution.method,
        "states": list(table.states),
        "unseen": {
            who: [state for state in table.states if state not in table.seen[who]] for who in everyone
        },
        "concepts": {
            concept: {
                "equilibria": list(table.equilibria(concept)),
                "stable": {who: list(table.stable[concept][who]) for who in everyone},
                "expected": {who: list(table.expected[concept][who]) for who in everyone},
                "surprises": {who: list(table.surprises(concept, who)) for who in everyone},
                "illusions": {who: list(table.illusions(concept, who)) for who in everyone},
            }
            for concept in table.stable
        },
    }


def _check(graphs: Mapping[str, Graph]) -> None:
    if not graphs:
        raise ModelError("a hypergame needs at least one view: give each decision maker's")
    for who, graph in graphs.items():
        if who not in graph.decision_makers:
            raise ModelError(
                f"{who!r} takes no part in its own view, where there are {', '.join(graph.decision_makers)}: "
                "add it, or give the view to one of them"
            )
    if not set.intersection(*(set(labels_of(graph)) for graph in graphs.values())):
        raise ModelError(
            "no state appears in every view, so nothing can hold for all: give states that mean the same "
            "the same label"
        )
