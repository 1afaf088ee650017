"""A conflict that would not fit into memory is refused before it is solved."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import option_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.memory import LIMIT, bytes_needed, check_memory
from goodoffices.models.graph.preferences import Numbers
from goodoffices.models.graph.stability import stability
from goodoffices.models.graph.states import Option

CUBE = option_form(
    name="t",
    decision_makers="AB",
    options=[Option(f"o{k}", "AB"[k % 2]) for k in range(12)],
    preferences={"A": Numbers(np.arange(4096)), "B": Numbers(-np.arange(4096))},
).graph
LISTED = Graph(CUBE.decision_makers, CUBE.states, [moves.listed() for moves in CUBE.moves], CUBE.ranks)
MIXED = Graph(CUBE.decision_makers, CUBE.states, [CUBE.moves[0], LISTED.moves[1]], CUBE.ranks)


def test_the_estimate_stands_in_the_message() -> None:
    """How many states and decision makers there are, what they need and what is allowed is said."""
    with pytest.raises(ModelError, match=r"4,096 states and 2 decision makers need about 0\.0 GB, more than"):
        stability(CUBE, memory=1000)
    check_memory(CUBE, 5, LIMIT)


def test_more_concepts_need_more() -> None:
    """Each concept keeps five bytes for each state and decision maker."""
    assert bytes_needed(CUBE, 5) - bytes_needed(CUBE, 1) == 4 * 5 * 2 * 4096


def test_listed_moves_need_more_than_options() -> None:
    """Each of the 63 moves from each state is kept several times, listed already or to be listed."""
    assert bytes_needed(LISTED, 5) > 4096 * 63 * 2 * 24
    assert bytes_needed(MIXED, 5) > bytes_needed(LISTED, 5) > 10 * bytes_needed(CUBE, 5)


def test_long_places_need_more() -> None:
    """One owner of twelve options needs places of 32 bits instead of eight."""
    one = option_form(
        name="t",
        decision_makers="AB",
        options=[Option(f"o{k}", "A") for k in range(12)],
        preferences={"A": Numbers(np.arange(4096)), "B": Numbers(np.arange(4096))},
    ).graph
    assert bytes_needed(one, 5) > bytes_needed(CUBE, 5)
