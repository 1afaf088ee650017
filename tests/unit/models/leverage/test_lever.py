"""Levers: capacity and willingness apart."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.leverage.lever import Lever, capacity, pressure

SURE = Interval.exactly
OIL = Lever(
    holder="L",
    target="X",
    means="oil purchases",
    share=Interval(0.2, 0.4, 0.5),
    weight=SURE(0.8),
    redirectable=Interval(0.25, 0.5, 0.75),
    dependence=SURE(0.5),
    willingness=Interval(0.0, 0.1, 0.3),
    cost=SURE(0.05),
)


def test_capacity_is_the_product_of_its_parts() -> None:
    """Share times weight times dependence times what cannot be redirected; more to redirect means less."""
    assert capacity(OIL).as_list() == pytest.approx([0.2 * 0.8 * 0.25 * 0.5, 0.08, 0.5 * 0.8 * 0.75 * 0.5])


def test_pressure_is_capacity_times_willingness_and_never_more() -> None:
    """A lever that is never pulled presses nobody, however large its capacity."""
    assert pressure(OIL).as_list() == pytest.approx([0.0, 0.008, 0.045])
    assert pressure(replace(OIL, willingness=SURE(1.0))) == capacity(OIL)


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("target", "L", "'L' is both holder and target of 'oil purchases'"),
        ("share", Interval(0.5, 0.8, 1.2), r"share of 'oil purchases', L over X, is \[0.5, 0.8, 1.2\]"),
        ("weight", Interval(-1.0, 0.0, 1.0), "weight of .* must be 0 or more"),
        ("cost", 0.3, "cost of .* is 0.3, a bare number; give an interval"),
    ],
)
def test_values_that_break_a_rule_are_refused(name: str, value: object, message: str) -> None:
    """The message names the lever, the value and the way out."""
    with pytest.raises(ModelError, match=message):
        replace(OIL, **{name: value})  # type: ignore[arg-type]
