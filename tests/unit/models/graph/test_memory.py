"""A conflict that would not fit into memory is refused before it is solved."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import option_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.memory import LIMIT, Room, bytes_needed, check_memory, check_options
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


OPTIONS = [Option(f"o{k}", "AB"[k % 2]) for k in range(22)]


def test_options_that_make_too_many_states_are_refused_before_any_is_listed() -> None:
    """Where nothing is excluded the states are known; where something is, they are estimated."""
    with pytest.raises(ModelError, match=r"^4,194,304 states and 2 .* need about 0\.9 GB, more"):
        check_options(OPTIONS, "AB", (), Room(500_000_000))
    with pytest.raises(ModelError, match=r"^about 3,145,728 states and 2 .* need about 0\.8 GB"):
        check_options(OPTIONS, "AB", ("o0 and o1",), Room(500_000_000))
    check_options(OPTIONS, "AB", (), Room(1_000_000_000))


def test_the_estimate_before_is_that_of_the_graph() -> None:
    """For options of which nothing is excluded both are the same to the byte."""
    flat = Numbers(np.zeros(1 << 21))
    graph = option_form(
        name="t", decision_makers="AB", options=OPTIONS[:21], preferences={"A": flat, "B": flat}
    ).graph
    need = bytes_needed(graph, 5)
    check_options(OPTIONS[:21], "AB", (), Room(need))
    with pytest.raises(ModelError, match="2,097,152 states"):
        check_options(OPTIONS[:21], "AB", (), Room(need - 1))


def test_where_few_states_may_be_left_nothing_is_refused_unseen() -> None:
    """A sample says little of conditions that leave almost nothing, so all combinations are gone through."""
    check_options(OPTIONS, "AB", (" or ".join(f"not o{k}" for k in range(10)),), Room(1))


def test_too_many_options_are_left_to_who_counts_them() -> None:
    """More than 26 options, or so few that building them takes no time, are not estimated."""
    check_options([Option(f"o{k}", "A") for k in range(60)], "A", (), Room(1))
    check_options(OPTIONS[:20], "AB", (), Room(1))
