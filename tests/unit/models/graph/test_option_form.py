"""Conflicts in option form and the moves they give."""

from __future__ import annotations

from typing import Any

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.preferences import Priorities
from goodoffices.models.graph.states import Option

INDIFFERENT = Priorities(("true",))


def conflict(*options: Option, **more: Any) -> Conflict:  # noqa: ANN401 - passed on
    """A conflict between A and B who are indifferent between all states."""
    arguments: dict[str, Any] = {
        "name": "test",
        "decision_makers": ["A", "B"],
        "options": options,
        "preferences": {"A": INDIFFERENT, "B": INDIFFERENT},
    }
    return option_form(**(arguments | more))


def moves(subject: Conflict, who: str) -> dict[str, list[str]]:
    """The moves of one decision maker, by label."""
    reach = subject.graph.moves[subject.decision_makers.index(who)]
    return {
        subject.states[state]: [subject.states[target] for target in targets]
        for state, targets in enumerate(reach)
        if targets
    }


def test_a_move_changes_any_of_ones_own_options_at_once() -> None:
    """A owns two options and reaches the three other states directly; B owns none and stays."""
    subject = conflict(Option("a", "A"), Option("b", "A"))
    assert moves(subject, "A")["NN"] == ["YN", "NY", "YY"]
    assert moves(subject, "B") == {}


def test_others_options_stay_as_they_are() -> None:
    """A's move leaves B's option alone."""
    subject = conflict(Option("a", "A"), Option("b", "B"))
    assert moves(subject, "A") == {"NN": ["YN"], "YN": ["NN"], "NY": ["YY"], "YY": ["NY"]}


def test_infeasible_states_are_jumped_over() -> None:
    """A move changes two options at once where the states between are infeasible."""
    subject = conflict(Option("a", "A"), Option("b", "A"), infeasible=["a iff not b"])
    assert moves(subject, "A") == {"NN": ["YY"], "YY": ["NN"]}


def test_irreversible_options_go_one_way() -> None:
    """`on` is never given up and `off` never taken, not even along with another option."""
    subject = conflict(Option("a", "A", "on"), Option("b", "A", "off"))
    assert moves(subject, "A") == {"NN": ["YN"], "NY": ["NN", "YN", "YY"], "YY": ["YN"]}


def test_a_merged_state_is_left_from_any_of_its_combinations() -> None:
    """What one combination allows, the state allows; inside the state there is no move."""
    subject = conflict(Option("a", "A", "on"), Option("b", "B"), same=["-Y"])
    assert subject.states == ("NN", "YN", "-Y")
    assert moves(subject, "B") == {"NN": ["-Y"], "YN": ["-Y"], "-Y": ["NN", "YN"]}
    assert moves(subject, "A") == {"NN": ["YN"]}


def test_a_conflict_shows_its_parts() -> None:
    """Decision makers, options and states can be read off."""
    subject = conflict(Option("a", "A"))
    assert (subject.decision_makers, subject.options, subject.states) == (
        ("A", "B"),
        (Option("a", "A"),),
        ("N", "Y"),
    )


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"options": [Option("a", "C")]}, "option 'a' is owned by 'C', who is no decision maker: there are"),
        ({"preferences": {"A": INDIFFERENT}}, "no preferences are given for 'B'"),
        (
            {"preferences": dict.fromkeys("ABC", INDIFFERENT)},
            "preferences are given for 'C', who is no decision maker",
        ),
        (
            {"options": [Option(f"o{k}", "A") for k in range(14)], "same": ["Y" * 13 + "-"]},
            "16,384 combinations with 268,435,456 pairs to move between are more than are listed",
        ),
    ],
)
def test_a_conflict_that_breaks_a_rule_is_refused(more: dict[str, Any], message: str) -> None:
    """The message names who or what does not fit, or how large the conflict is."""
    with pytest.raises(ModelError, match=message):
        conflict(Option("a", "A"), **more)
