"""Minimal sets and minimal hitting sets."""

from __future__ import annotations

import numpy as np

from goodoffices.models.bargaining.hitting import (
    MinimalSet,
    as_words,
    minimal_hitting_sets,
    minimal_sets,
    packed,
)


def test_supersets_are_dropped_and_equal_rows_counted() -> None:
    """Of {0}, {0, 1}, {1, 2}, {0} the sets {0}, twice, and {1, 2} are minimal."""
    rows = np.array([[1, 0, 0], [1, 1, 0], [0, 1, 1], [1, 0, 0]], dtype=np.bool_)
    assert minimal_sets(packed(rows)) == (MinimalSet(0b001, 0, 2), MinimalSet(0b110, 2, 1))


def test_a_set_given_as_a_number_has_the_words_of_its_row() -> None:
    """Element 70 stands in the second word."""
    row = np.zeros((1, 80), dtype=np.bool_)
    row[0, [3, 70]] = True
    assert packed(row).tolist() == [as_words(1 << 3 | 1 << 70, 2).tolist()]


def test_hitting_sets_of_two_disjoint_pairs() -> None:
    """Two disjoint pairs are met by four sets of one element from each."""
    assert set(minimal_hitting_sets([0b0011, 0b1100])) == {0b0101, 0b0110, 0b1001, 0b1010}


def test_nothing_hits_an_empty_set_and_everything_hits_no_set() -> None:
    """With an empty edge there is no hitting set; without edges the empty set is one."""
    assert list(minimal_hitting_sets([0b1, 0b0])) == []
    assert list(minimal_hitting_sets([])) == [0]
