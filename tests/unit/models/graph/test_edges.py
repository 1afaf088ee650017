"""Graphs from named moves and rankings."""

from __future__ import annotations

from typing import Any

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.edges import general_form
from goodoffices.models.graph.stability import stability

RELAY: dict[str, Any] = {
    "decision_makers": ["A", "B"],
    "states": ["s", "t", "u"],
    "moves": {"A": [("t", "u"), ("s", "t")]},
    "rankings": {"A": ["u", ["t", "s"]], "B": [["s", "t", "u"]]},
}


def test_names_become_numbers() -> None:
    """Moves come in any order, who has none stays where it is, and inner lists are ties."""
    graph = general_form(**RELAY)
    assert [tuple(moves) for moves in graph.moves] == [((1,), (2,), ()), ((), (), ())]
    assert list(map(tuple, graph.ranks)) == [(0, 0, 1), (0, 0, 0)]


def test_moves_need_not_add_up() -> None:
    """A could reach its best state from the first only by two moves in a row, so the first is stable."""
    assert stability(general_form(**RELAY)).outcome.stable_for("R", "A") == ("s", "u")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"moves": {"C": []}}, "moves are given for 'C', who is no decision maker: there are 'A', 'B'"),
        ({"rankings": {"C": []}}, "rankings are given for 'C', who is no decision maker"),
        ({"rankings": {"A": ["u", "t", "s"]}}, "no ranking is given for 'B'"),
        ({"moves": {"A": [("s", "x")]}}, "'A' speaks of 'x', which is no state: there are 's', 't', 'u'"),
        ({"moves": {"A": [("s", "t"), ("s", "t")]}}, "'A' moves from 's' to 't' twice"),
        ({"moves": {"A": [("s", "s")]}}, "'A' moves from 's' to itself"),
        ({"rankings": {"A": ["s", "t"], "B": ["s", "t", "u"]}}, "the ranking of 'A' misses 'u'"),
        ({"rankings": {"A": ["s", "s", "t", "u"], "B": []}}, "the ranking of 'A' names 's' twice"),
        ({"states": ["s", "t", "u", "s"]}, "state 's' appears twice"),
    ],
)
def test_a_graph_that_breaks_a_rule_is_refused(changes: dict[str, Any], message: str) -> None:
    """The message names the bad value and the rule."""
    with pytest.raises(ModelError, match=message):
        general_form(**(RELAY | changes))
