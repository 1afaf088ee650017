"""How far coders agree: what is refused, and what has no answer."""

from __future__ import annotations

import pytest

from goodoffices.case.intercoder import Level, krippendorff_alpha
from goodoffices.case.unitizing import unitizing_alpha
from goodoffices.errors import CaseError


def test_nothing_to_compare() -> None:
    """Units that one coder coded alone say nothing of agreement."""
    with pytest.raises(CaseError, match="two coders"):
        krippendorff_alpha([("accept", None), (None, "reject")])


def test_no_variation_has_no_alpha() -> None:
    """Coders who only ever give one value may agree or may not have looked: alpha is left open."""
    assert krippendorff_alpha([("accept", "accept")] * 5).alpha is None


@pytest.mark.parametrize("value", ["high", True, float("nan")])
def test_numbers_where_numbers_are_needed(value: object) -> None:
    """Ordinal agreement of a word, a truth value or not-a-number is refused by name."""
    with pytest.raises(CaseError, match="not a number"):
        krippendorff_alpha([(value, 1)], Level.ORDINAL)


def test_ratios_below_zero() -> None:
    """Ratios of negative numbers are refused."""
    with pytest.raises(CaseError, match="below 0"):
        krippendorff_alpha([(-1, 1)], Level.RATIO)


def test_one_coder_of_spans() -> None:
    """One coder cannot agree with anybody."""
    with pytest.raises(CaseError, match="two coders; 1 given"):
        unitizing_alpha([{"accept": [(0, 5)]}], 10)


@pytest.mark.parametrize("span", [(5, 5), (-1, 3), (8, 12)])
def test_spans_outside_the_text(span: tuple[int, int]) -> None:
    """A span is not empty and lies in the text."""
    with pytest.raises(CaseError, match="empty or outside"):
        unitizing_alpha([{"accept": [span]}, {}], 10)


def test_spans_that_overlap() -> None:
    """Two spans of one kind by one coder may touch, not overlap."""
    with pytest.raises(CaseError, match="overlap"):
        unitizing_alpha([{"accept": [(0, 5), (4, 8)]}, {}], 10)
    assert unitizing_alpha([{"accept": [(0, 5), (5, 8)]}, {}], 10).alpha is not None


def test_nobody_marked_anything() -> None:
    """Without a span there is nothing to agree on."""
    agreement = unitizing_alpha([{"accept": []}, {}], 10)
    assert agreement.alpha is None
    assert agreement.alpha_of("accept") is None
