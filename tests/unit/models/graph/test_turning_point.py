"""On whom action turns."""

from __future__ import annotations

from collections.abc import Collection

from goodoffices.models.graph.turning_point import Decides, turning_point

WILLING = {"a": 0.2, "b": 0.7, "c": 0.5}


def at_least(needed: int) -> Decides:
    """Return a rule that counts."""

    def decides(chosen: Collection[str]) -> bool:
        return len(chosen) >= needed

    return decides


def test_the_count_runs_from_the_most_willing() -> None:
    """One is enough: the most willing; two: the next; all: the least willing."""
    for needed, who in ((1, "b"), (2, "c"), (3, "a")):
        assert turning_point(("a", "b", "c"), WILLING, at_least(needed)) == who


def test_who_never_acts_is_not_counted() -> None:
    """Without a, two are left; they cannot be three."""
    assert turning_point(("a", "b", "c"), WILLING, at_least(2), never=("a",)) == "c"
    assert turning_point(("a", "b", "c"), WILLING, at_least(3), never=("a",)) is None


def test_without_willingness_only_a_single_guarantor_is_known() -> None:
    """Nothing tells two apart of whom one is not judged."""
    assert turning_point(("a", "d"), WILLING, at_least(1)) is None
    assert turning_point(("d",), {}, at_least(1)) == "d"


def test_ties_go_to_the_first_named() -> None:
    """Equally willing guarantors keep their order."""
    assert turning_point(("y", "x"), {"x": 0.5, "y": 0.5}, at_least(1)) == "y"
