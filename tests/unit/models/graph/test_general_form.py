"""A conflict in general form."""

from __future__ import annotations

from typing import Any

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph

SWAP = ((1,), (0,))


def graph(**changes: Any) -> Graph:  # noqa: ANN401 - each test breaks one field
    """Two decision makers who can both go back and forth between two states, with some fields changed."""
    fields: dict[str, Any] = {
        "decision_makers": ("A", "B"),
        "states": ("s", "t"),
        "moves": (SWAP, SWAP),
        "ranks": ((0, 1), (1, 1)),
    }
    return Graph(**(fields | changes))


def test_an_improvement_is_a_move_to_a_higher_rank() -> None:
    """A move to an equally good state is no improvement."""
    assert tuple(graph().improvements(0)) == ((1,), ())
    assert tuple(graph().improvements(1)) == ((), ())


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"decision_makers": ("A", "A")}, "decision maker 'A' appears twice"),
        ({"states": ("s", "s")}, "state 's' appears twice"),
        ({"states": ()}, "needs at least one state"),
        ({"moves": (SWAP,)}, "moves are given for 1 decision makers, but there are 2"),
        ({"ranks": ((0, 1), (0,))}, "the ranks of 'B' cover 1 states, but there are 2"),
        ({"moves": (SWAP, ((2,), ()))}, "a move of 'B' from state 0 leads outside the states 0 to 1"),
        ({"moves": (SWAP, ((-1,), ()))}, "outside the states"),
        ({"moves": (SWAP, ((0,), ()))}, "from state 0 to itself"),
        ({"moves": (SWAP, ((1, 1), ()))}, "not ascending and different"),
    ],
)
def test_a_graph_that_breaks_a_rule_is_refused(changes: dict[str, Any], message: str) -> None:
    """The message names the bad value and the rule."""
    with pytest.raises(ModelError, match=message):
        graph(**changes)
