"""What rules of division compare, and what they pick where the frontier is known.

A tie is a difference of at most 1e-9 in what the rule compares, or, where the rule compares one number such
as the Nash product, of at most the billionth part of its highest value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.packages import PackageList
from goodoffices.models.bargaining.pareto import only_signatories
from goodoffices.models.bargaining.problem import Party, Problem
from goodoffices.models.solution import Solution

__all__ = [
    "EMPTY",
    "NO_GAIN",
    "RULES",
    "TOLERANCE",
    "PointSolution",
    "PointWitness",
    "Scores",
    "ascending",
    "best_on_frontier",
    "counted_with_gains",
    "leximin",
    "product",
    "shares",
    "sums",
]

TOLERANCE = 1e-9
"""Largest difference that counts as a tie."""

EMPTY = "no package is acceptable to all who must sign"
NO_GAIN = "no package gives every party a gain over walking away"


@dataclass(frozen=True, slots=True)
class PointWitness:
    """What shows that a package is the one the rule picks; its gains stand in the package.

    Attributes:
        counted: Parties that must sign and have a walk-away value: their gains are compared.
        demands_only: Parties that must sign without numbers: only their demands count.
        compared: Number of packages in the zone; None where they were not listed.
        best_gains: The highest gain that each party counted has in the zone.
        criterion: What the rule makes as high as possible, at the packages picked: the product or the
            sum of gains, or the gains (for Kalai–Smorodinsky, their shares of the best gains) in
            ascending order; empty if nothing was picked.
        reason: Why nothing was picked, or None.
        complete: Whether the packages picked are proven to be highest and all ties are given; False where
            the time was over.
        bound: Where it is not proven that the packages picked are highest: no package is higher than this in
            the first entry of the criterion.
    """

    counted: tuple[str, ...]
    demands_only: tuple[str, ...]
    compared: int | None
    best_gains: tuple[float, ...]
    criterion: tuple[float, ...]
    reason: str | None = None
    complete: bool = True
    bound: float | None = None


PointSolution = Solution[PackageList, PointWitness]
Scores = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def leximin(vectors: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the rows that are highest when compared entry by entry from the first, ties included.

    Args:
        vectors: Rows to compare; entries that differ by at most 1e-9 from the highest are tied.
    """
    rows = np.arange(len(vectors))
    for column in vectors.T:
        rows = rows[column[rows] >= column[rows].max() - TOLERANCE]
    return rows


def best_on_frontier(
    gains: NDArray[np.float64], scores: Scores
) -> tuple[NDArray[np.intp], tuple[float, ...], tuple[float, ...]]:
    """Return the rows of a frontier whose scores are highest, the best gains, and the highest score.

    Args:
        gains: At least one package × parties, none dominated by another.
        scores: Gives each row what is compared, entry by entry.
    """
    table = scores(gains)
    highest = float(table.max(initial=0.0)) if table.shape[1] == 1 else 0.0
    tied = leximin(table / highest if highest > 0 else table)
    return tied, tuple(map(float, gains.max(axis=0))), tuple(map(float, table[tied[0]]))


def counted_with_gains(problem: Problem) -> tuple[Party, ...]:
    """Return the parties that must sign and have a walk-away value.

    Raises:
        ModelError: If one has values but no walk-away value, nobody has one, or there is a quorum.
    """
    only_signatories(problem)
    for party in problem.signatories():
        if party.measured and party.walk_away is None:
            raise ModelError(
                f"'{party.name}' must sign and has no walk-away value to measure gains from; give one"
            )
    counted = tuple(party for party in problem.signatories() if party.measured)
    if not counted:
        raise ModelError(
            "no party that must sign has a walk-away value, so there are no gains to compare; "
            "give at least one of them numbers, or ask for the zone"
        )
    return counted


def product(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the product of the gains of each row."""
    return np.asarray(gains.prod(axis=1, keepdims=True))


def sums(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the sum of the gains of each row."""
    return np.asarray(gains.sum(axis=1, keepdims=True))


def ascending(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the gains of each row from the lowest to the highest."""
    return np.sort(gains, axis=1)


def shares(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return what each gain is of the highest of its column, from the lowest to the highest."""
    best = gains.max(axis=0)
    return np.sort(gains[:, best > 0] / best[best > 0], axis=1)


RULES = {
    "Nash": product,
    "Kalai–Smorodinsky": shares,
    "egalitarian (leximin)": ascending,
    "utilitarian": sums,
}
"""What each rule of division compares, by method."""
