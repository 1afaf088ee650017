"""Intervals: a lowest, a most credible and a highest value, in this order."""

from __future__ import annotations

import pytest
from pydantic import TypeAdapter

from goodoffices.case.values import Interval
from goodoffices.errors import CaseError


def test_a_certain_value_is_an_interval_of_one_point() -> None:
    """A value that is certain has the same low, mid and high."""
    assert Interval.exactly(0.5).as_list() == [0.5, 0.5, 0.5]


@pytest.mark.parametrize("numbers", [(0.5, 0.4, 0.6), (0.5, 0.7, 0.6), (1.0, 0.5, 0.0)])
def test_numbers_out_of_order_are_refused(numbers: tuple[float, float, float]) -> None:
    """Low, mid and high must not fall."""
    with pytest.raises(CaseError, match="is out of order; write"):
        Interval(*numbers)


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_without_an_end_are_refused(number: float) -> None:
    """Each of the three is a finite number."""
    with pytest.raises(CaseError, match="is not a finite number"):
        Interval(0, 0.5, number)


def test_bounds_belong_to_the_range() -> None:
    """An interval lies within a range whose ends it touches."""
    assert Interval(0, 0.5, 1).within(0, 1)
    assert not Interval(0, 0.5, 1.1).within(0, 1)


def test_an_interval_is_written_as_a_list_of_three() -> None:
    """Plain data for an interval is a list, and a list is read as an interval."""
    adapter = TypeAdapter(Interval)
    assert adapter.dump_python(Interval(0, 0.5, 1)) == [0, 0.5, 1]
    assert adapter.validate_python([0, 0.5, 1]) == adapter.validate_python(Interval(0, 0.5, 1))
