"""Designs compared on the same likelihoods."""

from __future__ import annotations

import pytest

from goodoffices.case.values import Interval
from goodoffices.models.guarantees.credibility import Credibility
from goodoffices.models.guarantees.design import Design
from goodoffices.models.guarantees.likelihood import Judgement, Source
from goodoffices.models.guarantees.rules import AtLeast, EachAlone, Unanimous
from goodoffices.models.guarantees.side_by_side import side_by_side, told_gap

SOURCES: dict[str, Source] = {
    "a": Judgement(Interval(0.3, 0.5, 0.7), "A. Coder"),
    "b": Judgement(Interval(0.4, 0.6, 0.9), "A. Coder"),
}
NONE = Interval.exactly(0.0)


def design(name: str, rule: EachAlone | AtLeast | Unanimous, *attackers: str) -> Design:
    """Return a design that protects v."""
    return Design(name=name, beneficiary="v", attackers=attackers or ("x",), rule=rule)


def test_only_members_and_rules_differ() -> None:
    """Each design is computed on the same likelihoods, in the order given."""
    solution = side_by_side(
        [design("any", EachAlone(("a", "b"))), design("all", Unanimous(("a", "b", "x")))],
        SOURCES,
        correlation=NONE,
        needed=Credibility(0.6, 0.7, 0.8),
        capability={"a": 1.0, "b": 2.0},
    )
    one, two = solution.outcome
    assert one.action is not None
    assert one.action.mid == pytest.approx(0.8)
    assert one.gap is not None
    assert one.gap.middle == pytest.approx(-0.1)
    assert told_gap(one.gap) == "open: enough at one end of the range and not at the other"
    assert one.capability is not None
    assert one.capability.mid == pytest.approx(0.5 + 1.2)
    assert two.action == NONE
    assert two.witness is not None
    assert two.witness.reason == "x is the attacker and nothing is decided without it"
    assert told_gap(two.gap) == "falls short, over the whole range"
    assert solution.witness["a"] == Interval(0.3, 0.5, 0.7)


def test_what_is_not_said_is_not_guessed() -> None:
    """A guarantor about whom nothing is said leaves the probability open, and is named."""
    (side,) = side_by_side([design("any", EachAlone(("a", "c")))], SOURCES, correlation=NONE).outcome
    assert (side.action, side.missing, side.gap) == (None, ("c",), None)
    assert told_gap(side.gap) == "cannot be said: a number is missing"


def test_a_design_can_be_enough_over_the_whole_range() -> None:
    """Where the lowest probability still reaches the most that is needed, it is enough."""
    (side,) = side_by_side(
        [design("any", EachAlone(("a", "b")))],
        SOURCES,
        correlation=NONE,
        needed=Credibility(0.1, 0.2, 0.3),
    ).outcome
    assert told_gap(side.gap) == "enough, over the whole range"
    assert side.capability is None


def test_of_two_attackers_the_one_with_a_veto_is_named() -> None:
    """Both never act; the reason names the one that blocks."""
    rule = Unanimous(("a", "x", "y"))
    (side,) = side_by_side([design("all", rule, "z", "y", "x")], SOURCES, correlation=NONE).outcome
    assert side.witness is not None
    assert side.witness.reason == "y is the attacker and nothing is decided without it"
