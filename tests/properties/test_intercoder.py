"""What must hold of any measure of agreement between coders."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case.intercoder import Level, krippendorff_alpha
from goodoffices.case.unitizing import Span, unitizing_alpha

VALUES = st.none() | st.integers(1, 4)
UNITS = st.lists(st.tuples(VALUES, VALUES, VALUES), min_size=1, max_size=12).filter(
    lambda units: any(sum(value is not None for value in unit) > 1 for unit in units)
)


@st.composite
def spans(draw: st.DrawFn) -> list[Span]:
    """Spans in a text of 40 code points that do not overlap."""
    cuts = sorted(draw(st.sets(st.integers(0, 40), max_size=8)))
    return [(cuts[i], cuts[i + 1]) for i in range(0, len(cuts) - 1, 2)]


@given(UNITS, st.sampled_from(list(Level)))
def test_alpha_is_its_definition_by_pairs(units: list[tuple[int | None, ...]], level: Level) -> None:
    """Observed and expected are means over all ordered pairs, within units and over all units."""
    kept = [[value for value in unit if value is not None] for unit in units]
    kept = [unit for unit in kept if len(unit) > 1]
    every = [value for unit in kept for value in unit]

    def squared(one: int, other: int) -> float:
        if level is Level.NOMINAL:
            return float(one != other)
        if level is Level.INTERVAL:
            return float((one - other) ** 2)
        if level is Level.RATIO:
            return float(((one - other) / (one + other)) ** 2)
        low, high = sorted((one, other))
        between = sum(low <= value <= high for value in every)
        return float((between - (every.count(low) + every.count(high)) / 2) ** 2) if low != high else 0.0

    observed = sum(
        squared(one, other) / (len(unit) - 1) for unit in kept for one, other in permutations(unit, 2)
    ) / len(every)
    expected = sum(squared(one, other) for one, other in permutations(every, 2)) / (
        len(every) * (len(every) - 1)
    )
    agreement = krippendorff_alpha(units, level)
    assert agreement.observed == pytest.approx(observed)
    assert agreement.expected == pytest.approx(expected)


@given(UNITS, st.permutations([0, 1, 2]))
def test_order_of_coders_does_not_matter(units: list[tuple[int | None, ...]], order: list[int]) -> None:
    """Coders can trade places."""
    turned = [tuple(unit[coder] for coder in order) for unit in units]
    assert krippendorff_alpha(turned) == krippendorff_alpha(units)


@given(spans(), spans())
def test_spans_agree_both_ways(one: list[Span], other: list[Span]) -> None:
    """It does not matter who is named first; a coder agrees with a copy of theirs."""
    assert unitizing_alpha([{"x": one}, {"x": other}], 40) == unitizing_alpha([{"x": other}, {"x": one}], 40)
    same = unitizing_alpha([{"x": one}, {"x": one}], 40)
    assert same.observed["x"] == 0
    assert same.alpha == (1 if same.expected["x"] else None)


@given(spans(), spans())
def test_observed_disagreement_is_a_sum_over_crossing_sections(one: list[Span], other: list[Span]) -> None:
    """Written out over all pairs of marked spans and of spans within the other's gaps, it is the same."""
    crossing = sum((a - c) ** 2 + (b - d) ** 2 for a, b in one for c, d in other if a < d and c < b)

    def alone(these: list[Span], those: list[Span]) -> int:
        return sum((b - a) ** 2 for a, b in these if not any(a < d and c < b for c, d in those))

    total = crossing + alone(one, other) + alone(other, one)
    found = unitizing_alpha([{"x": one}, {"x": other}], 40).observed["x"]
    assert float(found) == pytest.approx(total / 40**2)


@given(spans(), spans(), st.integers(2, 5))
def test_observed_disagreement_has_no_unit(one: list[Span], other: list[Span], times: int) -> None:
    """Counting in smaller pieces changes nothing."""
    small = [[(start * times, end * times) for start, end in coder] for coder in (one, other)]
    assert (
        unitizing_alpha([{"x": small[0]}, {"x": small[1]}], 40 * times).observed
        == unitizing_alpha([{"x": one}, {"x": other}], 40).observed
    )
