"""The integrated graph: every move of every decision maker in one list, as GraphML and as tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from csv import writer
from dataclasses import dataclass
from html import escape
from io import StringIO

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import graph_of, labels_of, moves_of, ranks_of


@dataclass(frozen=True, slots=True)
class Arc:
    """One move that one decision maker has.

    Attributes:
        before: The state it leaves, by label.
        after: The state it leads to, by label.
        mover: Who can make it.
        improves: Whether the mover ranks `after` higher than `before`.
        returns: Whether the mover can move straight back.
    """

    before: str
    after: str
    mover: str
    improves: bool
    returns: bool


@dataclass(frozen=True, slots=True)
class IntegratedGraph:
    """All states, all moves, and everybody's ranks.

    Attributes:
        decision_makers: Their names.
        states: The states' labels.
        ranks: For each decision maker one rank per state, higher is better.
        arcs: By decision maker, then by state left, then by state reached.
    """

    decision_makers: tuple[str, ...]
    states: tuple[str, ...]
    ranks: tuple[tuple[int, ...], ...]
    arcs: tuple[Arc, ...]


def integrated_graph(model: Conflict | Graph) -> IntegratedGraph:
    """Gather the moves of all decision makers into one graph.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> pair = Graph(("A", "B"), ("s", "t"), (((1,), ()), ((1,), (0,))), ((0, 1), (1, 0)))
        >>> [(arc.mover, arc.before, arc.after, arc.improves) for arc in integrated_graph(pair).arcs]
        [('A', 's', 't', True), ('B', 's', 't', False), ('B', 't', 's', True)]

    References:
        Fang, Hipel and Kilgour (1993), Interactive Decision Making, chapter 2.
    """
    graph = graph_of(model)
    labels = labels_of(graph)
    ranks = tuple(ranks_of(graph, who) for who in range(len(graph.decision_makers)))
    return IntegratedGraph(
        graph.decision_makers,
        labels,
        ranks,
        tuple(
            Arc(
                labels[state],
                labels[target],
                name,
                improves=ranks[who][target] > ranks[who][state],
                returns=state in moves_of(graph, who, target),
            )
            for who, name in enumerate(graph.decision_makers)
            for state in range(len(labels))
            for target in moves_of(graph, who, state)
        ),
    )


def arcs_csv(graph: IntegratedGraph) -> str:
    """Return the moves as CSV text: from, to, mover, improves (yes or no), returns (yes or no)."""
    rows = ((arc.before, arc.after, arc.mover, _yes(arc.improves), _yes(arc.returns)) for arc in graph.arcs)
    return _csv(("from", "to", "mover", "improves", "returns"), rows)


def states_csv(graph: IntegratedGraph) -> str:
    """Return the states as CSV text: the label, then each decision maker's rank, higher is better."""
    header = ("state", *(f"rank of {name}" for name in graph.decision_makers))
    return _csv(header, ((label, *ranks) for label, *ranks in zip(graph.states, *graph.ranks, strict=True)))


def graphml(graph: IntegratedGraph) -> str:
    """Return the graph in GraphML: nodes with label and ranks, arcs with mover, improves and returns.

    References:
        Brandes, Eiglsperger, Herman, Himsolt and Marshall (2002), GraphML progress report.
    """
    number = {label: place for place, label in enumerate(graph.states)}
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        '  <key id="label" for="node" attr.name="label" attr.type="string"/>',
        *(
            f'  <key id="rank{who}" for="node" attr.name="{_text(f"rank of {name}")}" attr.type="int"/>'
            for who, name in enumerate(graph.decision_makers)
        ),
        '  <key id="mover" for="edge" attr.name="mover" attr.type="string"/>',
        '  <key id="improves" for="edge" attr.name="improves" attr.type="boolean"/>',
        '  <key id="returns" for="edge" attr.name="returns" attr.type="boolean"/>',
        '  <graph edgedefault="directed">',
    ]
    for state, label in enumerate(graph.states):
        ranks = [(f"rank{who}", str(rank[state])) for who, rank in enumerate(graph.ranks)]
        lines += _element(f'node id="s{state}"', [("label", label), *ranks])
    for arc in graph.arcs:
        data = [("mover", arc.mover), ("improves", _true(arc.improves)), ("returns", _true(arc.returns))]
        lines += _element(f'edge source="s{number[arc.before]}" target="s{number[arc.after]}"', data)
    return "\n".join([*lines, "  </graph>", "</graphml>", ""])


def integrated_record(graph: IntegratedGraph) -> dict[str, object]:
    """Return the graph as plain data: `states`, `ranks` by decision maker, and `arcs`."""
    return {
        "states": list(graph.states),
        "ranks": {name: list(rank) for name, rank in zip(graph.decision_makers, graph.ranks, strict=True)},
        "arcs": [
            {
                "from": arc.before,
                "to": arc.after,
                "mover": arc.mover,
                "improves": arc.improves,
                "returns": arc.returns,
            }
            for arc in graph.arcs
        ],
    }


def _element(start: str, data: Sequence[tuple[str, str]]) -> list[str]:
    inside = [f'      <data key="{key}">{_text(value)}</data>' for key, value in data]
    return [f"    <{start}>", *inside, f"    </{start.partition(' ')[0]}>"]


def _csv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    text = StringIO()
    table = writer(text, lineterminator="\n")
    table.writerow(header)
    table.writerows([_inert(cell) for cell in row] for row in rows)
    return text.getvalue()


def _inert(cell: object) -> object:
    # A spreadsheet would run text that begins so as a formula, unless it is a label such as -NY-.
    risky = isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"} and cell.strip("YN-")
    return f"'{cell}" if risky else cell


def _text(value: str) -> str:
    return escape("".join(letter for letter in value if letter.isprintable() or letter == " "))


def _yes(value: bool) -> str:
    return "yes" if value else "no"


def _true(value: bool) -> str:
    return "true" if value else "false"
