"""Rankings and prioritised statements become ranks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import numpy as np
import pytest

from goodoffices.errors import ConditionError, ModelError
from goodoffices.models.graph.preferences import Numbers, Priorities, Ranking
from goodoffices.models.graph.states import Option, state_space

SPACE = state_space((Option("a", "A"), Option("b", "B")))


def test_a_ranking_counts_down_from_the_best() -> None:
    """States of one level are equally good; states stand in the order NN, YN, NY, YY."""
    assert Ranking((("YY",), ("NN", "YN"), ("NY",))).ranks(SPACE, "A") == (1, 1, 0, 2)


def test_a_ranking_may_name_a_merged_state_by_a_part_of_it() -> None:
    """One combination stands for the state that it was merged into."""
    space = state_space(SPACE.options, same=["-Y"])
    assert Ranking((("YY",), ("NN",), ("YN",))).ranks(space, "A") == (1, 0, 2)


@pytest.mark.parametrize(
    ("levels", "message"),
    [
        ((("YY",), ("NN",)), "the ranking of 'A' misses the feasible state 'YN', 'NY'"),
        ((("YY", "YX"), ("NN",)), "the ranking of 'A': 'YX' is not a pattern"),
        ((("YY",), ("NN", "YY")), "the ranking of 'A' names state 'YY' twice"),
        ((("Y-",), ("NN",)), "the ranking of 'A': 'Y-' names 2 states"),
    ],
)
def test_a_ranking_names_each_state_once(levels: tuple[tuple[str, ...], ...], message: str) -> None:
    """A missing, unknown, repeated or ambiguous state is named."""
    with pytest.raises(ModelError, match=message):
        Ranking(levels).ranks(SPACE, "A")


def test_a_ranking_may_not_name_an_infeasible_state() -> None:
    """The message names the state."""
    space = state_space(SPACE.options, infeasible=["a and b"])
    with pytest.raises(ModelError, match="the ranking of 'A': state 'YY' is not feasible"):
        Ranking((("YY",), ("NN",), ("YN",), ("NY",))).ranks(space, "A")


def test_many_missing_states_are_counted() -> None:
    """The message stays short when most of the ranking is missing."""
    space = state_space([Option(f"o{k}", "A") for k in range(3)])
    with pytest.raises(ModelError, match="and 3 more"):
        Ranking((("NNN",),)).ranks(space, "A")


def test_an_earlier_statement_outweighs_all_later_ones() -> None:
    """Fraser and Hipel: the first statement on which two states differ decides."""
    assert Priorities(("b", "a")).ranks(SPACE, "A") == (0, 1, 2, 3)
    assert Priorities(("a iff b", "not a")).ranks(SPACE, "A") == (3, 0, 1, 2)


def test_states_alike_in_every_statement_are_equally_good() -> None:
    """Statements that speak of one option leave the other open."""
    assert Priorities(("not b",)).ranks(SPACE, "A") == (1, 1, 0, 0)
    assert Priorities(("YY", "true")).ranks(SPACE, "A") == (0, 0, 0, 1)


def test_weights_are_added_up_exactly() -> None:
    """Decimal weights that sum to the same make a tie: 0.1 + 0.2 is 0.3."""
    priorities = Priorities(("a", "YN", "NY"), (0.1, 0.2, 0.3))
    assert priorities.ranks(SPACE, "A") == (0, 2, 2, 1)
    assert Priorities(("a", "b"), (Fraction(1, 3), 1)).ranks(SPACE, "A") == (0, 1, 2, 3)


def test_many_statements_keep_their_order() -> None:
    """With 70 statements the powers of two outgrow machine integers and the order still holds."""
    assert Priorities(("a", *["b"] * 69)).ranks(SPACE, "A") == (0, 2, 1, 3)


@pytest.mark.parametrize(
    ("statements", "weights", "message"),
    [
        ((), (), "at least one statement"),
        (("a", "b"), (1,), "1 weights are given for 2 statements"),
        (("a",), (0,), "weight 0 of a statement is not above 0"),
        (("a",), (float("nan"),), "weight nan"),
        (("a",), (float("inf"),), "weight inf"),
    ],
)
def test_priorities_that_break_a_rule_are_refused(
    statements: tuple[str, ...], weights: tuple[float, ...], message: str
) -> None:
    """Statements and weights come in equal numbers, and every weight counts."""
    with pytest.raises(ModelError, match=message):
        Priorities(statements, weights)


def test_a_statement_may_not_split_a_merged_state() -> None:
    """The message says whose statement it is."""
    space = state_space(SPACE.options, same=["-Y"])
    with pytest.raises(ModelError, match="the priorities of 'A': 'a' is true in some"):
        Priorities(("a",)).ranks(space, "A")


def test_a_statement_must_be_a_condition() -> None:
    """What the condition language cannot read is refused in its own words."""
    with pytest.raises(ConditionError, match="a and"):
        Priorities(("a and",)).ranks(SPACE, "A")


def test_vast_weights_are_added_up_exactly() -> None:
    """Weights that no machine integer holds still tell states apart by a hair."""
    priorities = Priorities(("a", "b", "YY"), (10**30, Fraction(1, 10**30), Fraction(1, 3)))
    assert priorities.ranks(SPACE, "A") == (0, 2, 1, 3)


@pytest.mark.parametrize(
    "values",
    [{"YY": 2.5, "NN": -1, "YN": 0, "NY": 0}, [-1, 0, 0, 2.5], np.array([-1, 0, 0, 2.5]), [0, 7, 7, 10**30]],
)
def test_numbers_are_ranked_by_size(values: Mapping[str, float] | Sequence[float]) -> None:
    """By state or in the order of the states, equal numbers are equally good."""
    assert Numbers(values).ranks(SPACE, "A") == (0, 1, 1, 2)


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([1, 2, 3], "3 numbers are given for 'A', but 4 states are feasible: give one for each"),
        ({"YY": 1}, "the list of numbers of 'A' misses the feasible state 'NN', 'YN', 'NY'"),
        ({"YX": 1}, "the list of numbers of 'A': 'YX' is not a pattern"),
        ([1, 2, 3, float("nan")], "the rank of state 3 for 'A' is no number"),
    ],
)
def test_numbers_cover_the_states(values: Mapping[str, float] | Sequence[float], message: str) -> None:
    """A missing, unknown or empty number is named."""
    with pytest.raises(ModelError, match=message):
        Numbers(values).ranks(SPACE, "A")
