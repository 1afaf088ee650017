"""Power indices."""

from __future__ import annotations

from fractions import Fraction

from goodoffices.models.guarantees.power import BanzhafIndex, ColemanIndex, banzhaf, coleman, shapley_shubik
from goodoffices.models.guarantees.rules import Weighted

RULE = Weighted({"a": 2, "b": 1, "c": 1}, 3)


def test_swings_are_counted_by_size() -> None:
    """With 2, 1, 1 against 3, `a` turns two sets of one and one of two, the others one of one each."""
    witness = shapley_shubik(RULE).witness
    assert witness.swings == {"a": (0, 2, 1), "b": (0, 1, 0), "c": (0, 1, 0)}
    assert (witness.winning, witness.sets) == (3, 8)


def test_indices_follow_from_swings() -> None:
    """Shapley–Shubik 2/3, Banzhaf 3/5 and 3/4, Coleman 1, 3/5 and 3/8 for `a`."""
    assert shapley_shubik(RULE).outcome["a"] == Fraction(2, 3)
    assert banzhaf(RULE).outcome["a"] == BanzhafIndex(Fraction(3, 5), Fraction(3, 4))
    assert coleman(RULE).outcome["a"] == ColemanIndex(Fraction(1), Fraction(3, 5), Fraction(3, 8))
