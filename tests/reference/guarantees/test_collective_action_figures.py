"""Figures that a solver of collective action must meet: worked examples and closed forms."""

from __future__ import annotations

import math

import pytest

from goodoffices.models.guarantees.bodies import un_security_council
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.recusal import recuse
from goodoffices.models.guarantees.rules import AtLeast, EachAlone, Unanimous

WILLING = {"a": 0.5, "b": 0.6, "c": 0.6, "d": 0.05, "e": 0.0}
FIVE = tuple(WILLING)


def test_five_guarantors_under_three_rules() -> None:
    """With h = .5, .6, .6, .05, 0: each alone .924, three of five .201, all 0."""
    assert probability_of_action(EachAlone(FIVE), WILLING).outcome.mid == pytest.approx(0.924, abs=1e-12)
    assert probability_of_action(AtLeast(FIVE, 3), WILLING).outcome.mid == pytest.approx(0.201, abs=1e-12)
    assert probability_of_action(Unanimous(FIVE), WILLING).outcome.mid == 0.0


@pytest.mark.parametrize("correlation", [1e-9, 0.1, 0.5, 0.9, 0.999, 1.0 - 1e-9])
def test_two_and_three_even_chances_meet_the_closed_form(correlation: float) -> None:
    """Sheppard (1899): two normal halves coincide with 1/4 + asin ρ/2π, three with 1/8 + 3 asin ρ/4π."""
    for size, expected in (
        (2, 1 / 4 + math.asin(correlation) / (2 * math.pi)),
        (3, 1 / 8 + 3 * math.asin(correlation) / (4 * math.pi)),
    ):
        members = FIVE[:size]
        solution = probability_of_action(
            Unanimous(members), dict.fromkeys(members, 0.5), correlation=correlation
        )
        assert solution.outcome.mid == pytest.approx(expected, abs=1e-12)
        assert solution.witness.error < 1e-12


def test_security_council_with_the_attacker_in_it_and_recused() -> None:
    """Nine votes of ever-willing others do not help against a permanent member's own veto."""
    council = un_security_council().rule
    sure = dict.fromkeys(council.members, 1.0)
    assert probability_of_action(council, sure, attacker="Russia").outcome.high == 0.0
    others = recuse(council, "Russia")
    assert probability_of_action(others, sure, attacker="Russia").outcome.low == 1.0
