"""Feasible states, their labels and how to name them."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from goodoffices.errors import ConditionError, ModelError
from goodoffices.models.graph.states import Option, StateSpace, holds_in, read_pattern, state_space

OPTIONS = (Option("talk", "A"), Option("fight", "A"), Option("talk", "B"))


def labels(space: StateSpace) -> list[str]:
    """All labels of a space."""
    return [space.label(state) for state in range(len(space.states))]


def test_states_count_up_with_the_first_option_fastest() -> None:
    """States stand in the order of their bit masks, as in the literature's decimal numbers."""
    assert labels(state_space(OPTIONS[:2])) == ["NN", "YN", "NY", "YY"]


@pytest.mark.parametrize(
    "statement", ["YY-", "A.talk and fight", "fight and A.talk", "not (fight implies not A.talk)"]
)
def test_infeasible_states_are_left_out(statement: str) -> None:
    """A pattern and a condition exclude the same states."""
    assert labels(state_space(OPTIONS, infeasible=[statement])) == ["NNN", "YNN", "NYN", "NNY", "YNY", "NYY"]


def test_states_that_count_as_one_are_merged() -> None:
    """A merged state shows '-' where its combinations differ, and stands where its highest one would."""
    space = state_space(OPTIONS, infeasible=["YY-"], same=["-Y-"])
    assert labels(space) == ["NNN", "YNN", "NNY", "YNY", "NY-"]
    assert space.states[-1] == (0b010, 0b110)


def test_a_pattern_finds_the_state_it_covers() -> None:
    """A merged state is found by any pattern that covers one of its combinations and no other state."""
    space = state_space(OPTIONS, infeasible=["YY-"], same=["-Y-"])
    assert [space.label(space.find(pattern)) for pattern in ("NY-", "-Y-", "NYY", "Y-Y")] == [
        "NY-",
        "NY-",
        "NY-",
        "YNY",
    ]


def test_an_option_may_look_like_a_pattern() -> None:
    """A statement that is the name of an option is read as the option."""
    options = (Option("NN", "A"), Option("o", "B"))
    masks = np.arange(4, dtype=np.int64)
    assert holds_in("NN", options, masks).tolist() == [False, True, False, True]
    assert holds_in("NY", options, masks).tolist() == [False, False, True, False]


def test_a_constant_condition_speaks_of_every_state() -> None:
    """`true` holds in each state."""
    assert holds_in("true", OPTIONS, np.arange(8, dtype=np.int64)).tolist() == [True] * 8


def test_a_pattern_is_read_as_masks() -> None:
    """The first letter is the lowest bit."""
    assert read_pattern("Y-N", OPTIONS) == (0b101, 0b001)


def test_a_statement_must_treat_merged_combinations_alike() -> None:
    """A condition that splits a merged state is refused, one that does not is answered per state."""
    space = state_space(OPTIONS[:2], same=["-Y"])
    assert space.truth("fight") == (False, False, True)
    with pytest.raises(ModelError, match=r"'A.talk' is true in some and false in others .* state '-Y'"):
        space.truth("A.talk")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"options": ()}, "at least one option"),
        ({"options": [Option(f"o{k}", "A") for k in range(60)]}, r"60 options make 2\^60 combinations"),
        ({"options": [OPTIONS[0], OPTIONS[0]]}, "option 'talk' of 'A' is given twice"),
        ({"options": [Option("talk", "A"), Option("A.talk", "B")]}, "'A.talk' of 'B' reads like"),
        ({"infeasible": ["true"]}, "no state is feasible"),
        ({"infeasible": ["YY"]}, "'YY' is not a pattern: write one letter for each of the 3 options"),
        ({"infeasible": ["talk"]}, "2 decision makers own an option 'talk'; write 'A.talk' or 'B.talk'"),
        ({"same": ["Y?N"]}, "'Y[?]N' is not a pattern"),
        ({"infeasible": ["YY-"], "same": ["YY-"]}, "'YY-' covers no feasible combination"),
        ({"same": ["Y--", "-Y-"]}, "'Y--' and '-Y-' overlap"),
    ],
)
def test_a_state_space_that_breaks_a_rule_is_refused(arguments: dict[str, Any], message: str) -> None:
    """The message names the bad value and the way out."""
    options = arguments.pop("options", OPTIONS)
    with pytest.raises(ModelError, match=message):
        state_space(options, **arguments)


def test_a_condition_with_an_unknown_name_is_refused() -> None:
    """The condition language names the option that was probably meant."""
    with pytest.raises(ConditionError, match="did you mean 'fight'"):
        state_space(OPTIONS, infeasible=["figt"])


@pytest.mark.parametrize(
    ("pattern", "message"), [("YYN", "state 'YYN' is not feasible"), ("Y--", "'Y--' names 2 states")]
)
def test_a_pattern_must_name_one_state(pattern: str, message: str) -> None:
    """A pattern that names no state, or several, is refused."""
    with pytest.raises(ModelError, match=message):
        state_space(OPTIONS, infeasible=["YY-"]).find(pattern)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("talk", "A", "sideways"), "direction 'sideways': write 'both', 'on' or 'off'"),
        (("", "A"), "needs a name and an owner"),
        (("talk", ""), "needs a name and an owner"),
    ],
)
def test_an_option_that_breaks_a_rule_is_refused(arguments: tuple[Any, ...], message: str) -> None:
    """An option has a name, an owner and one of three directions."""
    with pytest.raises(ModelError, match=message):
        Option(*arguments)
