"""The strength with which a guarantee would be kept."""

from __future__ import annotations

from itertools import combinations
from math import prod

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.capability import expected_capability
from goodoffices.models.guarantees.rules import AtLeast, EachAlone, Unanimous

H = {"a": 0.5, "b": 0.6, "c": 0.2}
STRENGTH = {"a": 1.0, "b": 5.0, "c": 2.0}
ABC = ("a", "b", "c")


def test_expected_capability_is_the_sum_over_all_coalitions() -> None:
    """Each winning coalition counts with its probability and the capability of its members."""
    solution = expected_capability(AtLeast(ABC, 2), H, STRENGTH)
    expected = sum(
        sum(STRENGTH[name] for name in some) * prod(H[n] if n in some else 1 - H[n] for n in ABC)
        for size in (2, 3)
        for some in combinations(ABC, size)
    )
    assert solution.outcome.mid == pytest.approx(expected)
    witness = solution.witness
    assert witness.if_met == pytest.approx(expected / witness.probability)
    assert witness.taking_part["c"] == pytest.approx(0.2 * (1 - 0.5 * 0.4))
    assert witness.of_all == 8.0


def test_bounds_follow_from_the_bounds_of_both() -> None:
    """Less willing and weaker guarantors bring less."""
    h: dict[str, float | Interval] = {"a": Interval(0.1, 0.5, 0.9), "b": 0.5}
    strength = {"a": Interval(0.5, 1.0, 1.5)}
    outcome = expected_capability(EachAlone(("a", "b")), h, strength).outcome
    assert outcome.as_list() == pytest.approx([0.05, 0.5, 1.35])


def test_nothing_is_brought_where_the_attacker_blocks() -> None:
    """Where the rule is never met, there is no capability, and none to condition on."""
    solution = expected_capability(Unanimous(ABC), H, STRENGTH, attacker="a", correlation=0.5)
    assert solution.outcome == Interval.exactly(0.0)
    assert solution.witness.if_met is None


@pytest.mark.parametrize(
    ("strength", "correlation", "message"),
    [
        ({"x": 1.0}, 0.0, "'x' is no member"),
        ({"a": -1.0}, 0.0, "must be 0 or more"),
        ({"a": 1.0}, 1.5, "correlation is 1.5"),
    ],
)
def test_bad_values_are_refused(strength: dict[str, float], correlation: float, message: str) -> None:
    """Strangers, negative strength and impossible correlations are named."""
    with pytest.raises(ModelError, match=message):
        expected_capability(EachAlone(ABC), H, strength, correlation=correlation)
