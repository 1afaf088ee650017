"""Smallest sets that decide or block, and the attacker among the members."""

from __future__ import annotations

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.coalitions import (
    AttackerPosition,
    Share,
    attacker_position,
    minimal_blocking,
    minimal_winning,
)
from goodoffices.models.guarantees.rules import AtLeast, Council, EachAlone, Unanimous, Weighted

FIVE = ("a", "b", "c", "d", "e")


def test_alike_members_are_put_in_words_once() -> None:
    """A council's smallest sets are all vetoes and any of the others."""
    council = Council(FIVE, ("a", "b"), 3)
    assert [pattern.text for pattern in minimal_winning(council).outcome] == ["all of a, b; any 1 of c, d, e"]
    assert [pattern.text for pattern in minimal_blocking(council).outcome] == [
        "any 1 of a, b",
        "all of c, d, e",
    ]


def test_a_share_of_one_is_just_its_name() -> None:
    """A group of one member is named without counting words."""
    assert Share(("a",), 1).text == "a"


def test_weights_of_different_size_make_several_patterns() -> None:
    """With 3, 2, 2 against a quota of 4 any two members suffice."""
    patterns = minimal_winning(Weighted({"a": 3, "b": 2, "c": 2}, 4)).outcome
    assert [pattern.text for pattern in patterns] == ["all of b, c", "a; any 1 of b, c"]


def test_the_requirements_are_the_witness() -> None:
    """A reader can check each pattern against what is needed."""
    assert minimal_winning(AtLeast(FIVE, 3)).witness[0].quota == 3


def test_under_unanimity_the_attacker_blocks_alone_until_it_is_recused() -> None:
    """Recusing the attacker leaves the decision to the four others."""
    solution = attacker_position(Unanimous(FIVE), "a")
    assert solution.outcome == AttackerPosition(
        member=True, blocks_alone=True, helpers_needed=0, others_can_decide=True
    )
    assert [pattern.text for pattern in solution.witness.winning_when_recused] == ["all of b, c, d, e"]


def test_under_a_majority_the_attacker_needs_helpers() -> None:
    """Of five, three must stand aside to stop three of five."""
    assert attacker_position(AtLeast(FIVE, 3), "a").outcome.helpers_needed == 2


def test_recusal_can_leave_nobody_able_to_decide() -> None:
    """A single guarantor that is the attacker leaves nothing when recused."""
    solution = attacker_position(EachAlone(("a",)), "a")
    assert not solution.outcome.others_can_decide
    assert solution.witness.winning_when_recused == ()


def test_an_attacker_outside_has_no_say() -> None:
    """Who is no member cannot block."""
    solution = attacker_position(Unanimous(FIVE), "x")
    assert not solution.outcome.member
    assert solution.witness.winning == solution.witness.winning_when_recused


def test_a_member_whose_weight_never_counts_blocks_nothing() -> None:
    """A dummy is in no smallest blocking set."""
    solution = attacker_position(Weighted({"a": 2, "b": 2, "c": 1}, 4), "c")
    assert solution.outcome.helpers_needed is None


def test_too_many_unlike_members_are_refused() -> None:
    """Twenty-one members of twenty-one weights have more sets than are listed."""
    weights = {f"m{k}": k + 1 for k in range(21)}
    with pytest.raises(ModelError, match="2,097,152 ways to choose from 21 groups"):
        minimal_winning(Weighted(weights, 100))
