"""States, moves and verdicts in plain words."""

from __future__ import annotations

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import option_form
from goodoffices.models.graph.preferences import Priorities, Ranking
from goodoffices.models.graph.reading import describe_move, describe_state, describe_verdict
from goodoffices.models.graph.stability import stability
from goodoffices.models.graph.states import Option

MERGED = option_form(
    name="Plant",
    decision_makers=["Ministry", "Firm", "Town"],
    options=[Option("modify", "Ministry"), Option("accept", "Firm"), Option("leave", "Firm", "on")],
    preferences=dict.fromkeys(["Ministry", "Firm", "Town"], Priorities(("leave",))),
    infeasible=["accept and leave"],
    same=["--Y"],
)
CHICKEN = option_form(
    name="Chicken",
    decision_makers=["A", "B"],
    options=[Option("Swerve", "A"), Option("Swerve", "B")],
    preferences={
        "A": Ranking((("NY",), ("YY",), ("YN",), ("NN",))),
        "B": Ranking((("YN",), ("YY",), ("NY",), ("NN",))),
    },
)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("YYN", "Ministry: modify. Firm: accept, not leave."),
        ("--Y", "Ministry: modify or not. Firm: not accept, leave."),
    ],
)
def test_a_state_says_who_takes_what(state: str, words: str) -> None:
    """Options left open in a merged state are said to be open, and who has no options is not named."""
    assert describe_state(MERGED, state) == words


def test_an_unknown_state_cannot_be_described() -> None:
    """A pattern that names no state is refused."""
    with pytest.raises(ModelError, match="not feasible"):
        describe_state(MERGED, "NYY")


def test_a_move_says_what_is_taken_and_given_up() -> None:
    """Only options whose place is settled in the new state are named."""
    before, after, merged = (MERGED.space.find(pattern) for pattern in ("NYN", "NNN", "--Y"))
    assert describe_move(MERGED, before, after) == "give up accept"
    assert describe_move(MERGED, before, merged) == "give up accept and take leave"
    assert describe_move(MERGED, before, before) == "change nothing that counts"


@pytest.mark.parametrize(
    ("concept", "state", "words"),
    [
        ("R", "NY", "Nothing that A could change alone would be a gain."),
        ("R", "YY", "A would gain by a decision to give up Swerve."),
        ("SEQ", "YY", "A would gain by a decision to give up Swerve, and no answer in the others' own"),
        ("GMR", "YY", "If A decided to give up Swerve, B could give up Swerve, which leaves A no better off"),
        ("SMR", "YY", "B could give up Swerve, which leaves A no better off than before, whatever A did"),
    ],
)
def test_a_verdict_gives_its_reason(concept: str, state: str, words: str) -> None:
    """A stable state names the answers that deter, an unstable one the gain."""
    assert words in describe_verdict(CHICKEN, stability(CHICKEN).witness.verdict(concept, "A", state))


def test_credible_answers_are_said_to_have_a_reason() -> None:
    """By SEQ whoever answers gains by it, and the sentence says so."""
    dilemma = option_form(
        name="Prisoners' dilemma",
        decision_makers=["A", "B"],
        options=[Option("confess", "A"), Option("confess", "B")],
        preferences={
            "A": Ranking((("YN",), ("NN",), ("YY",), ("NY",))),
            "B": Ranking((("NY",), ("NN",), ("YY",), ("YN",))),
        },
    )
    words = describe_verdict(dilemma, stability(dilemma).witness.verdict("SEQ", "A", "NN"))
    assert words.startswith("If A decided to take confess, B would have reason to take confess, which leaves")
