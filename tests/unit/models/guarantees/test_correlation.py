"""The interval of the correlation is searched, not just tried at its ends."""

from __future__ import annotations

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.correlation import lowest, one_sided
from goodoffices.models.guarantees.rules import AtLeast, Council, EachAlone, Unanimous

FIVE = ("a", "b", "c", "d", "e")
UNEVEN = dict(zip(FIVE, (0.95, 0.45, 0.31, 0.3, 0.2), strict=True))


def test_the_probability_can_be_highest_in_the_middle() -> None:
    """For three of these five both ends of the interval lie below its middle, and the range has the top."""
    rule = AtLeast(FIVE, 3)
    at = {rho: probability_of_action(rule, UNEVEN, correlation=rho).outcome.mid for rho in (0.0, 0.5, 1.0)}
    assert at[0.5] > max(at[0.0], at[1.0])
    solution = probability_of_action(rule, UNEVEN, correlation=Interval(0.0, 0.1, 1.0))
    assert solution.outcome.low == pytest.approx(min(at.values()), abs=1e-12)
    assert solution.outcome.high > at[0.5]
    assert 0.2 < solution.witness.correlations[2] < 0.9


def test_one_or_all_needs_the_ends_only() -> None:
    """All together grow likelier with the correlation and one alone less likely, so the ends bound both."""
    for rule, best in ((Unanimous(FIVE), 0.9), (EachAlone(FIVE), 0.1), (AtLeast(FIVE, 1), 0.1)):
        assert one_sided(rule)
        solution = probability_of_action(rule, UNEVEN, correlation=Interval(0.1, 0.5, 0.9))
        assert solution.witness.correlations[2] == best
    assert not one_sided(AtLeast(FIVE, 2))
    assert not one_sided(Council(FIVE, ("a",), 2))


def test_a_valley_between_two_steps_of_the_grid_is_found() -> None:
    """The search comes as close as 1e-9 in value to the lowest place of a smooth curve."""
    found = lowest(lambda rho: (rho - 0.3217) ** 2, Interval(0.0, 0.5, 1.0))
    assert found.correlation == pytest.approx(0.3217, abs=1e-4)
    assert found.value < 1e-9


def test_an_interval_that_leaves_its_range_is_refused() -> None:
    """A correlation above 1 is no correlation."""
    with pytest.raises(ModelError, match=r"correlation is \[0\.5, 0\.9, 1\.2\]"):
        probability_of_action(Unanimous(FIVE), UNEVEN, correlation=Interval(0.5, 0.9, 1.2))
