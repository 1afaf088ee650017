"""Which of many points no other point dominates."""

from __future__ import annotations

from collections.abc import Callable

import numba
import numpy as np
import pytest

from goodoffices.models.bargaining.dominance import undominated, undominated_by_steps
from goodoffices.models.bargaining.kernels import (
    BLOCK,
    beaten,
    compiled_beaten,
    compiled_keep_best,
    compiled_keep_ranked,
    keep_best,
    keep_ranked,
)


def slow(points: np.ndarray) -> list[int]:
    """Compare every point with every other."""
    return [
        row
        for row, point in enumerate(points)
        if not ((points >= point).all(axis=1) & (points > point).any(axis=1)).any()
    ]


@pytest.mark.parametrize("columns", [1, 2, 3, 5])
@pytest.mark.parametrize("steps", [3, 20, 100_000])
def test_undominated_are_those_that_pairwise_comparison_leaves(columns: int, steps: int) -> None:
    """With many equal points or none, and up to two thousand of them, the frontier is the slow one."""
    for seed, number in enumerate((1, 7, 300, 2000)):
        points = np.random.default_rng(seed).integers(0, steps, (number, columns)) / steps
        assert undominated(points).tolist() == slow(points)


def test_points_on_a_falling_line_are_all_undominated() -> None:
    """Where nobody can gain without another losing, every point is on the frontier."""
    first = np.linspace(0, 1, 1000)
    assert len(undominated(np.column_stack((first, 1 - first)))) == 1000
    assert len(undominated(np.column_stack((first, 1 - first, first)))) == 1000


def test_equal_points_do_not_dominate_one_another() -> None:
    """All of many equal points are on the frontier."""
    assert undominated(np.full((1000, 3), 0.5)).tolist() == list(range(1000))


def test_a_tiny_advantage_dominates_whatever_the_rounding_of_sums() -> None:
    """Rows whose sums round to the same number are still compared entry by entry."""
    points = np.array([[1.0, 1e-20, 0.0], [1.0, 2e-20, 0.0], [1.0, 0.0, 0.0]])
    assert undominated(points).tolist() == [1]
    assert undominated(points[:, :2]).tolist() == [1]


def test_no_points_have_an_empty_frontier() -> None:
    """Nothing is undominated among nothing."""
    assert undominated(np.empty((0, 3))).tolist() == []


def test_compiled_loop_and_plain_loop_agree() -> None:
    """Machine code marks what the Python function marks."""
    points = np.random.default_rng(5).integers(0, 30, (400, 4)) / 30
    points = np.unique(points, axis=0)[::-1]
    for margins in (np.zeros(4), np.full(4, 0.1)):
        compiled = compiled_keep_best()(np.ascontiguousarray(points), margins)
        assert compiled.tolist() == keep_best(points, margins).tolist()


def test_small_advantages_do_not_dominate_by_steps() -> None:
    """With a step of 10, a row is beaten only by one that is nowhere lower and somewhere higher by 10."""
    sums = np.array([[100, 100], [95, 100], [90, 100], [90, 90], [101, 89]])
    assert undominated_by_steps(sums, [1, 1]).tolist() == [0, 4]
    assert undominated_by_steps(sums, [10, 10]).tolist() == [0, 1, 4]


def test_where_machine_code_cannot_be_kept_it_is_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a place on disk for compiled code the loop is compiled all the same."""
    plain: Callable[..., object] = numba.njit

    def nowhere(*arguments: object, cache: bool = False) -> object:
        if cache:
            raise RuntimeError("no locator available")
        return plain(*arguments)

    monkeypatch.setattr(numba, "njit", nowhere)
    compiled = compiled_keep_best.__wrapped__()
    assert compiled(np.array([[1.0], [0.5]]), np.zeros(1)).tolist() == [True, False]


def test_numbers_that_fall_on_one_step_are_told_apart() -> None:
    """Where differences are finer than the steps compared first, the frontier is exact."""
    rng = np.random.default_rng(8)
    points = np.asarray(rng.integers(0, 9, (600, 3)) * 1e-9 + rng.integers(0, 3, (600, 3)), dtype=np.float64)
    assert undominated(points).tolist() == slow(points)
    assert undominated(points[:, :2]).tolist() == slow(points[:, :2])


def test_compiled_comparison_of_ranks_is_the_plain_one() -> None:
    """Machine code marks what the Python functions mark, in one go or in two."""
    rng = np.random.default_rng(9)
    ranks = np.unique(rng.integers(0, 40, (700, 3)), axis=0).T.astype(np.uint16)
    sums = ranks.sum(axis=0, dtype=np.int64)
    order = np.argsort(-sums, kind="stable")
    ranks, sums = np.ascontiguousarray(np.repeat(ranks[:, order], 2, axis=1)), np.repeat(sums[order], 2)
    changes = np.full(len(sums), 2, dtype=np.int8)
    changes[1:] = (ranks[:, 1:] != ranks[:, :-1]).any(axis=0)
    changes[1:] += sums[1:] != sums[:-1]
    marked = []
    for keep, stops in ((keep_ranked, [300, len(sums)]), (compiled_keep_ranked(), [len(sums)])):
        kept, state = np.zeros(len(sums), dtype=np.bool_), np.zeros(4, dtype=np.int64)
        front = np.empty((len(sums) // BLOCK + 1, 3, BLOCK), dtype=np.uint16)
        for stop in stops:
            keep(ranks, changes, kept, front, state, stop)
        marked.append(np.flatnonzero(kept).tolist())
    assert marked[0] == marked[1] == slow(ranks.T.astype(np.float64))
    strong = np.ascontiguousarray(ranks[:, :64])
    plain = beaten(ranks, sums, strong, int(sums[63]))
    assert plain.any()
    assert plain.tolist() == compiled_beaten()(ranks, sums, strong, int(sums[63])).tolist()
    assert not set(np.flatnonzero(plain)) & set(marked[0])
