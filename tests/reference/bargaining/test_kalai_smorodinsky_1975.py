"""Kalai and Smorodinsky (1975), Other solutions to Nash's bargaining problem, Econometrica 43.

Their objection to Nash: of two sets of agreements, both with the corners (0, 1) and (1, 0), the second is
better for player two at every level of player one, and still the Nash solution gives player two less. The
first set has the corner (3/4, 3/4), the second (1, 7/10). Here the upper edges are cut into points.
"""

from __future__ import annotations

from fractions import Fraction

import pytest

from goodoffices.models.bargaining.problem import Issue, Party, Problem
from goodoffices.models.bargaining.solutions import PointSolution, kalai_smorodinsky, nash

STEPS = 52
"""Player one's utility is cut into 52nds, so that 3/4 and 10/13 are both on the grid."""


def first_edge(one: Fraction) -> Fraction:
    """Return player two's best utility in the first set, of corners (0, 1), (3/4, 3/4) and (1, 0)."""
    return 1 - one / 3 if one <= Fraction(3, 4) else 3 * (1 - one)


def second_edge(one: Fraction) -> Fraction:
    """Return player two's best utility in the second set, of corners (0, 1) and (1, 7/10)."""
    return 1 - Fraction(3, 10) * one


def cut(points: list[tuple[Fraction, Fraction]]) -> Problem:
    """Return the problem of agreeing on one of the points, or on nothing at (0, 0)."""
    names = tuple(f"o{k}" for k in range(len(points)))
    both = tuple(
        Party(
            f"player{k + 1}",
            weights={"agreement": 1.0},
            values={"agreement": {name: float(p[k]) for name, p in zip(names, points, strict=True)}},
            walk_away=0.0,
        )
        for k in range(2)
    )
    return Problem((Issue("agreement", names),), both)


GRID = [Fraction(k, STEPS) for k in range(STEPS + 1)]
FIRST = cut([(one, first_edge(one)) for one in GRID])
SECOND = cut([(one, second_edge(one)) for one in GRID])


def picked(solution: PointSolution) -> tuple[float | None, float | None]:
    """Return the utilities of the one package picked."""
    (package,) = solution.outcome.packages
    return package.utilities["player1"], package.utilities["player2"]


def test_second_set_is_better_for_player_two_throughout() -> None:
    """At every level of player one the second set offers player two at least as much."""
    assert all(second_edge(one) >= first_edge(one) for one in GRID)


def test_nash_gives_player_two_less_in_the_better_set() -> None:
    """The Nash solution is (0.75, 0.75) in the first set and (1, 0.7) in the second."""
    assert picked(nash(FIRST)) == pytest.approx((0.75, 0.75))
    assert picked(nash(SECOND)) == pytest.approx((1.0, 0.7))


def test_kalai_smorodinsky_gives_player_two_more_in_the_better_set() -> None:
    """Where both gain as much of their best, player two rises from 3/4 to 10/13."""
    assert picked(kalai_smorodinsky(FIRST)) == pytest.approx((0.75, 0.75))
    assert picked(kalai_smorodinsky(SECOND)) == pytest.approx((10 / 13, 10 / 13))
    assert kalai_smorodinsky(SECOND).witness.best_gains == (1.0, 1.0)
