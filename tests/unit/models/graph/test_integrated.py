"""The integrated graph and its exports."""

from __future__ import annotations

import csv
import json
from io import StringIO

from lxml import etree

from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.integrated import (
    Arc,
    arcs_csv,
    graphml,
    integrated_graph,
    integrated_record,
    states_csv,
)

PAIR = Graph(("A & B", "=C"), ("s", "t"), (((1,), (0,)), ((1,), ())), ((0, 1), (1, 0)))
NAMESPACE = {"g": "http://graphml.graphdrawing.org/xmlns"}


def test_every_move_is_an_arc() -> None:
    """Each move of each decision maker appears once, with whether it improves and can be taken back."""
    assert integrated_graph(PAIR).arcs == (
        Arc("s", "t", "A & B", improves=True, returns=True),
        Arc("t", "s", "A & B", improves=False, returns=True),
        Arc("s", "t", "=C", improves=False, returns=False),
    )


def test_graphml_can_be_read_back() -> None:
    """A parser finds the states with their ranks and the arcs with their movers."""
    tree = etree.fromstring(graphml(integrated_graph(PAIR)).encode("utf-8"))
    nodes = tree.findall(".//g:node", NAMESPACE)
    assert [[data.text for data in node] for node in nodes] == [["s", "0", "1"], ["t", "1", "0"]]
    edges = tree.findall(".//g:edge", NAMESPACE)
    assert [(edge.get("source"), edge.get("target"), edge[0].text) for edge in edges] == [
        ("s0", "s1", "A & B"),
        ("s1", "s0", "A & B"),
        ("s0", "s1", "=C"),
    ]
    assert [[edge[1].text, edge[2].text] for edge in edges] == [
        ["true", "true"],
        ["false", "true"],
        ["false", "false"],
    ]
    keys = {key.get("id"): key.get("attr.name") for key in tree.findall(".//g:key", NAMESPACE)}
    assert keys["rank0"] == "rank of A & B"
    used = {data.get("key") for data in tree.findall(".//g:data", NAMESPACE)}
    assert used == set(keys)


def test_graphml_drops_what_xml_forbids() -> None:
    """A control character in a name does not spoil the file."""
    odd = Graph(("A\x00B",), ("s",), (((),),), ((0,),))
    assert "rank of AB" in graphml(integrated_graph(odd))


def test_arcs_become_a_table() -> None:
    """One row for each move; a name that a spreadsheet would run as a formula is made plain text."""
    rows = list(csv.reader(StringIO(arcs_csv(integrated_graph(PAIR)))))
    assert rows == [
        ["from", "to", "mover", "improves", "returns"],
        ["s", "t", "A & B", "yes", "yes"],
        ["t", "s", "A & B", "no", "yes"],
        ["s", "t", "'=C", "no", "no"],
    ]


def test_states_become_a_table() -> None:
    """One row for each state, one column for each decision maker's rank; labels with dashes stay."""
    graph = Graph(("A",), ("-Y", "NN"), (((1,), ()),), ((3, 1),))
    order = [row[1] for row in csv.reader(StringIO(states_csv(integrated_graph(graph))))]
    assert order[0] == "rank of A"
    assert int(order[1]) > int(order[2])
    assert [row[0] for row in csv.reader(StringIO(states_csv(integrated_graph(graph))))] == [
        "state",
        "-Y",
        "NN",
    ]


def test_the_record_is_plain_data() -> None:
    """States, ranks and arcs survive the way through JSON."""
    record = json.loads(json.dumps(integrated_record(integrated_graph(PAIR))))
    assert record["states"] == ["s", "t"]
    assert record["ranks"] == {"A & B": [0, 1], "=C": [1, 0]}
    assert record["arcs"][2] == {
        "from": "s",
        "to": "t",
        "mover": "=C",
        "improves": False,
        "returns": False,
    }
