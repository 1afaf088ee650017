"""Which package of the zone a rule of fair or efficient division picks.

Every solver picks from the zone, so none can contain a demand broken that a party makes which must sign.
A tie is a difference of at most 1e-9 in what the rule compares, or, where the rule compares one number
such as the Nash product, of at most the billionth part of its highest value. All tied packages are given,
less those that another tied package dominates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.dominance import undominated
from goodoffices.models.bargaining.packages import DECIMALS, PackageList, enumerate_packages
from goodoffices.models.bargaining.pareto import Way, merged, names, only_signatories, set_aside
from goodoffices.models.bargaining.parts import Frontier
from goodoffices.models.bargaining.problem import Party, Problem
from goodoffices.models.solution import Solution

__all__ = [
    "PointWitness",
    "counted_with_gains",
    "egalitarian",
    "kalai_smorodinsky",
    "leximin",
    "nash",
    "utilitarian",
]

TOLERANCE = 1e-9
"""Largest difference that counts as a tie."""

_LEXIMIN = "egalitarian (leximin)"
EMPTY = "no package is acceptable to all who must sign"


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
    """

    counted: tuple[str, ...]
    demands_only: tuple[str, ...]
    compared: int | None
    best_gains: tuple[float, ...]
    criterion: tuple[float, ...]
    reason: str | None = None


PointSolution = Solution[PackageList, PointWitness]
Scores = Callable[[NDArray[np.float64]], NDArray[np.float64]]


def nash(problem: Problem, *, limit: int = 100, by: Way = "auto") -> PointSolution:
    """Find the packages with the highest product of gains over walking away.

    Nash assumes that some package gives everyone a gain. Where none does, the product is 0 throughout
    and says nothing: then no package is given, and the witness says so.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages to list.
        by: How the frontier is found, as for `pareto_packages`.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.

    References:
        Nash (1950), The bargaining problem, Econometrica 18.
    """
    return _picked("Nash", _pool(problem, by), _product, limit)


def kalai_smorodinsky(problem: Problem, *, limit: int = 100, by: Way = "auto") -> PointSolution:
    """Find the packages that give everyone as equal a share as can be of the best they could hope for.

    Each gain is divided by the highest gain that the party has in the zone; the lowest share is made as
    high as possible, then the second lowest, and so on. On a finite set the line of equal shares may
    meet no package, so this reading by shares in ascending order is used (Imai 1983). A party that can
    gain nothing in the zone does not enter.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages to list.
        by: How the frontier is found, as for `pareto_packages`.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.

    References:
        Kalai and Smorodinsky (1975), Other solutions to Nash's bargaining problem, Econometrica 43.
        Imai (1983), Individual monotonicity and lexicographic maxmin solution, Econometrica 51.
    """
    return _picked("Kalai–Smorodinsky", _pool(problem, by), _shares, limit)


def egalitarian(problem: Problem, *, limit: int = 100, by: Way = "auto") -> PointSolution:
    """Find the packages whose lowest gain is highest, then the second lowest, and so on (leximin).

    Gains of different parties are compared as they are, in units of each party's utility from 0 to 1.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages to list.
        by: How the frontier is found, as for `pareto_packages`.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.

    References:
        Kalai (1977), Proportional solutions to bargaining situations, Econometrica 45; in the
        lexicographic reading of Chun and Peters (1988), The lexicographic egalitarian solution.
    """
    return _picked(_LEXIMIN, _pool(problem, by), _ascending, limit)


def utilitarian(problem: Problem, *, limit: int = 100, by: Way = "auto") -> PointSolution:
    """Find the packages with the highest sum of gains.

    Gains of different parties are added as they are, in units of each party's utility from 0 to 1.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages to list.
        by: How the frontier is found, as for `pareto_packages`.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.

    References:
        Myerson (1981), Utilitarianism, egalitarianism, and the timing effect, Econometrica 49.
    """
    return _picked("utilitarian", _pool(problem, by), _sum, limit)


def leximin(vectors: NDArray[np.float64]) -> NDArray[np.intp]:
    """Return the rows that are highest when compared entry by entry from the first, ties included.

    Args:
        vectors: Rows to compare; entries that differ by at most 1e-9 from the highest are tied.
    """
    rows = np.arange(len(vectors))
    for column in vectors.T:
        rows = rows[column[rows] >= column[rows].max() - TOLERANCE]
    return rows


Listing = Callable[[NDArray[np.intp], int], PackageList]
Front = tuple[NDArray[np.float64], int | None, Listing]
"""Gains of the packages of a frontier, how many packages were compared, and how to list some of them."""


def rules_of_division(problem: Problem, *, limit: int = 100, by: Way = "auto") -> dict[str, PointSolution]:
    """Apply all four rules to one frontier, which costs little more than one of them.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages of each to list.
        by: How the frontier is found, as for `pareto_packages`.

    Returns:
        The solutions of `nash`, `kalai_smorodinsky`, `egalitarian` and `utilitarian`, by method.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.
    """
    pool = _pool(problem, by)
    rules = (
        ("Nash", _product),
        ("Kalai–Smorodinsky", _shares),
        (_LEXIMIN, _ascending),
        ("utilitarian", _sum),
    )
    return {method: _picked(method, pool, scores, limit) for method, scores in rules}


@dataclass(frozen=True, slots=True, eq=False)
class _Pool:
    """The frontier of a zone, from which rules pick."""

    problem: Problem
    counted: tuple[Party, ...]
    gains: NDArray[np.float64]
    compared: int | None
    listing: Listing
    by: Way


def _pool(problem: Problem, by: Way) -> _Pool:
    counted = counted_with_gains(problem)
    front = merged(problem, by)
    gains, compared, listing = _listed(problem, counted) if front is None else _by_parts(front, counted)
    return _Pool(problem, counted, gains, compared, listing, by)


def _picked(method: str, pool: _Pool, scores: Scores, limit: int) -> PointSolution:
    """Pick the packages whose scores are highest, entry by entry.

    Scores never fall when a gain rises, so it is enough to look at the frontier.
    """
    who = names(pool.counted), names(set_aside(pool.problem, pool.counted))
    parameters = {"tolerance": TOLERANCE, "limit": limit, "by": pool.by}
    if not len(pool.gains):
        nothing = PointWitness(*who, pool.compared, (), (), EMPTY)
        return Solution(method, PackageList(0, ()), nothing, parameters)
    tied, best, criterion = best_on_frontier(pool.gains, scores)
    witness = PointWitness(*who, pool.compared, best, criterion)
    if scores is _product and criterion[0] <= 0:
        # Nash assumes that some package gives everyone a gain; else the product is 0 throughout.
        why = "no package gives every party a gain over walking away"
        return Solution(method, PackageList(0, ()), replace(witness, criterion=(), reason=why), parameters)
    return Solution(method, pool.listing(tied, limit), witness, parameters)


def _listed(problem: Problem, counted: tuple[Party, ...]) -> Front:
    space = enumerate_packages(problem)
    rows = space.zone()
    gains = space.gains(rows, counted)
    front = undominated(gains)
    return gains[front], len(rows), lambda picked, limit: space.listing(rows[front[picked]], limit)


def _by_parts(front: Frontier, counted: tuple[Party, ...]) -> Front:
    walk_away = np.array([party.walk_away for party in counted], dtype=np.float64)
    gains = np.round(front.utilities - walk_away, DECIMALS)
    return gains, None, lambda picked, limit: front.packages([int(one) for one in picked], limit)


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


def _product(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(gains.prod(axis=1, keepdims=True))


def _sum(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.asarray(gains.sum(axis=1, keepdims=True))


def _ascending(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.sort(gains, axis=1)


def _shares(gains: NDArray[np.float64]) -> NDArray[np.float64]:
    best = gains.max(axis=0)
    return np.sort(gains[:, best > 0] / best[best > 0], axis=1)
