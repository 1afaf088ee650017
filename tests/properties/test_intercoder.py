"""What must hold of any measure of agreement between coders."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.case.alpha_interval import alpha_interval, weighted_alpha
from goodoffices.case.intercoder import Level, krippendorff_alpha
from goodoffices.case.unitizing import Span, unitizing_alpha
from goodoffices.errors import CaseError

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


WEIGHTED = st.lists(
    st.tuples(st.tuples(st.integers(1, 4), st.integers(1, 4), VALUES), st.integers(0, 3)),
    min_size=1,
    max_size=8,
).filter(lambda units: any(weight for _, weight in units))


@given(WEIGHTED, st.sampled_from(list(Level)))
def test_a_weight_counts_as_so_many_units(
    units: list[tuple[tuple[int | None, ...], int]], level: Level
) -> None:
    """A draw in which a unit comes twice gives the alpha of units in which it stands twice."""
    several = [unit for unit, weight in units for _ in range(weight)]
    alpha = weighted_alpha([unit for unit, _ in units], [weight for _, weight in units], level)
    expected = krippendorff_alpha(several, level).alpha
    assert (alpha is None) == (expected is None)
    assert alpha == pytest.approx(expected)


@given(UNITS, st.sampled_from(list(Level)), st.integers(0, 3))
def test_an_interval_is_ordered_and_the_same_again(
    units: list[tuple[int | None, ...]], level: Level, seed: int
) -> None:
    """It lies at or below 1, and the same seed gives the same ends."""
    found = alpha_interval(units, level, seed=seed, draws=40)
    assert found == alpha_interval(units, level, seed=seed, draws=40)
    if found is not None:
        assert found.low <= found.high <= 1
        assert 20 <= found.draws <= 40


@given(UNITS, st.permutations([0, 1, 2]))
def test_an_interval_does_not_depend_on_the_order_of_coders(
    units: list[tuple[int | None, ...]], order: list[int]
) -> None:
    """Coders can trade places."""
    turned = [tuple(unit[coder] for coder in order) for unit in units]
    one, other = alpha_interval(units, draws=40), alpha_interval(turned, draws=40)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert (one.low, one.high) == pytest.approx((other.low, other.high))


def _coded(count: int, right: float, seed: int) -> list[tuple[int, int]]:
    """Return units of two coders, of whom the second repeats the first with some chance, or else guesses."""
    generator = np.random.default_rng(seed)
    first = generator.integers(0, 4, count)
    second = np.where(generator.random(count) < right, first, generator.integers(0, 4, count))
    return [(int(one), int(other)) for one, other in zip(first, second, strict=True)]


def test_an_interval_holds_the_estimate_and_mostly_the_truth() -> None:
    """Who repeats another with a chance of .7 agrees by .7, and the interval holds that mostly."""
    samples = [_coded(60, 0.7, seed) for seed in range(60)]
    found = [(krippendorff_alpha(units).alpha, alpha_interval(units, draws=300)) for units in samples]
    held = [one for one in found if one[0] is not None and one[1] is not None]
    assert len(held) == 60
    assert all(interval and interval.low <= alpha <= interval.high for alpha, interval in held if alpha)
    covered = sum(interval is not None and interval.low <= 0.7 <= interval.high for _, interval in held)
    assert 52 <= covered <= 60


def test_an_interval_shrinks_with_more_units() -> None:
    """Sixteen times the units give a quarter of the width, by the root of their number."""
    widths = []
    for count in (50, 800):
        found = [alpha_interval(_coded(count, 0.6, seed), draws=300) for seed in range(10)]
        widths.append(sum(one.high - one.low for one in found if one is not None) / 10)
    assert widths[1] == pytest.approx(widths[0] / 4, rel=0.2)


def test_no_interval_without_two_units_or_without_a_difference() -> None:
    """One unit cannot be resampled, and neither draws that never differ nor draws that never vary tell."""
    assert alpha_interval([(1, 2)]) is None
    assert alpha_interval([(1, 1), (2, 2)]) is None
    rare = [(1, 1), (1, 2)]
    assert alpha_interval(rare) is not None
    assert alpha_interval(rare, draws=1, seed=_first_alone()) is None
    with pytest.raises(CaseError, match="all weights are 0"):
        weighted_alpha([(1, 2)], [0])


def _first_alone() -> int:
    """Return a seed by which the first draw of two units has the first unit twice."""
    return next(seed for seed in range(100) if np.random.default_rng(seed).multinomial(2, [0.5, 0.5])[0] == 2)
