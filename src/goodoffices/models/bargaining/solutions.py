"""Which package of the zone a rule of fair or efficient division picks.

Every solver picks from the zone, so none can contain a demand broken that a party makes which must sign.
A tie is a difference of at most 1e-9 in what the rule compares, or, where the rule compares one number
such as the Nash product, of at most the billionth part of its highest value. All tied packages are given,
less those that another tied package dominates.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.bargaining.dividing import (
    EMPTY,
    NO_GAIN,
    RULES,
    TOLERANCE,
    PointSolution,
    PointWitness,
    best_on_frontier,
    counted_with_gains,
    leximin,
)
from goodoffices.models.bargaining.dominance import undominated
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import (
    DECIMALS,
    MAX_PACKAGES,
    PackageList,
    enumerate_packages,
)
from goodoffices.models.bargaining.pareto import merged, names, set_aside
from goodoffices.models.bargaining.parts import Frontier
from goodoffices.models.bargaining.point_search import searched
from goodoffices.models.bargaining.problem import Party, Problem
from goodoffices.models.solution import Solution

__all__ = [
    "PointSolution",
    "PointWitness",
    "Rulings",
    "counted_with_gains",
    "egalitarian",
    "kalai_smorodinsky",
    "leximin",
    "nash",
    "rules_of_division",
    "utilitarian",
]

Rulings = Literal["auto", "listing", "parts", "search"]
"""How the packages of a rule of division are found."""

Listing = Callable[[NDArray[np.intp], int], PackageList]
Front = tuple[NDArray[np.float64], int | None, Listing]
"""Gains of the packages of a frontier, how many packages were compared, and how to list some of them."""


def nash(
    problem: Problem, *, limit: int = 100, by: Rulings = "auto", limits: Limits = DEFAULT
) -> PointSolution:
    """Find the packages with the highest product of gains over walking away.

    Nash assumes that some package gives everyone a gain. Where none does, the product is 0 throughout
    and says nothing: then no package is given, and the witness says so.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages to list.
        by: How it is found, as for `rules_of_division`.
        limits: Time and whom to tell, as for `rules_of_division`.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.

    References:
        Nash (1950), The bargaining problem, Econometrica 18.
    """
    return _ruled("Nash", problem, limit, by, limits)


def kalai_smorodinsky(
    problem: Problem, *, limit: int = 100, by: Rulings = "auto", limits: Limits = DEFAULT
) -> PointSolution:
    """Find the packages that give everyone as equal a share as can be of the best they could hope for.

    Each gain is divided by the highest gain that the party has in the zone; the lowest share is made as
    high as possible, then the second lowest, and so on. On a finite set the line of equal shares may
    meet no package, so this reading by shares in ascending order is used (Imai 1983). A party that can
    gain nothing in the zone does not enter.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages to list.
        by: How it is found, as for `rules_of_division`.
        limits: Time and whom to tell, as for `rules_of_division`.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.

    References:
        Kalai and Smorodinsky (1975), Other solutions to Nash's bargaining problem, Econometrica 43.
        Imai (1983), Individual monotonicity and lexicographic maxmin solution, Econometrica 51.
    """
    return _ruled("Kalai–Smorodinsky", problem, limit, by, limits)


def egalitarian(
    problem: Problem, *, limit: int = 100, by: Rulings = "auto", limits: Limits = DEFAULT
) -> PointSolution:
    """Find the packages whose lowest gain is highest, then the second lowest, and so on (leximin).

    Gains of different parties are compared as they are, in units of each party's utility from 0 to 1.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages to list.
        by: How it is found, as for `rules_of_division`.
        limits: Time and whom to tell, as for `rules_of_division`.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.

    References:
        Kalai (1977), Proportional solutions to bargaining situations, Econometrica 45; in the
        lexicographic reading of Chun and Peters (1988), The lexicographic egalitarian solution.
    """
    return _ruled("egalitarian (leximin)", problem, limit, by, limits)


def utilitarian(
    problem: Problem, *, limit: int = 100, by: Rulings = "auto", limits: Limits = DEFAULT
) -> PointSolution:
    """Find the packages with the highest sum of gains.

    Gains of different parties are added as they are, in units of each party's utility from 0 to 1.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages to list.
        by: How it is found, as for `rules_of_division`.
        limits: Time and whom to tell, as for `rules_of_division`.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.

    References:
        Myerson (1981), Utilitarianism, egalitarianism, and the timing effect, Econometrica 49.
    """
    return _ruled("utilitarian", problem, limit, by, limits)


def rules_of_division(
    problem: Problem, *, limit: int = 100, by: Rulings = "auto", limits: Limits = DEFAULT
) -> dict[str, PointSolution]:
    """Apply all four rules to one frontier, which costs little more than one of them.

    Args:
        problem: It is settled who must sign.
        limit: How many tied packages of each to list.
        by: `listing` and `parts` find the frontier first, as `pareto_packages` does; `search` lets a solver
            find the package for each rule, in spaces of any size, and prove that none is higher; `auto` is
            one of the first two, whichever fits.
        limits: Time and whom to tell; without a clock the time is that of a solver, and listing goes on to
            its end. What ran out of time says so in the witness.

    Returns:
        The solutions of `nash`, `kalai_smorodinsky`, `egalitarian` and `utilitarian`, by method.

    Raises:
        ModelError: If a party that must sign has values but no walk-away value, nobody has one, or there is a
            quorum.
    """
    watch = Watch(limits)
    pool = _pool(problem, by, watch)
    if pool is None:
        return searched(problem, tuple(RULES), limit, watch.rest())
    return {method: _picked(method, pool, limit) for method in RULES}


def _ruled(method: str, problem: Problem, limit: int, by: Rulings, limits: Limits) -> PointSolution:
    watch = Watch(limits)
    pool = _pool(problem, by, watch)
    if pool is None:
        return searched(problem, [method], limit, watch.rest())[method]
    return _picked(method, pool, limit)


@dataclass(frozen=True, slots=True, eq=False)
class _Pool:
    """The frontier of a zone, from which rules pick."""

    problem: Problem
    counted: tuple[Party, ...]
    gains: NDArray[np.float64]
    compared: int | None
    listing: Listing
    by: Rulings
    complete: bool


def _pool(problem: Problem, by: Rulings, watch: Watch) -> _Pool | None:
    """Return the frontier, or None where a solver is to search."""
    counted = counted_with_gains(problem)
    if by == "search":
        return None
    front = merged(problem, by, watch=watch)
    if front is not None and not front.complete and problem.size > MAX_PACKAGES:
        return None
    gains, compared, listing = (
        _listed(problem, counted, watch) if front is None else _by_parts(front, counted)
    )
    return _Pool(problem, counted, gains, compared, listing, by, not watch.stopped)


def _picked(method: str, pool: _Pool, limit: int) -> PointSolution:
    """Pick the packages whose scores are highest, entry by entry.

    Scores never fall when a gain rises, so it is enough to look at the frontier.
    """
    who = names(pool.counted), names(set_aside(pool.problem, pool.counted))
    parameters = {"tolerance": TOLERANCE, "limit": limit, "by": pool.by}
    witness = PointWitness(*who, pool.compared, (), (), complete=pool.complete)
    if not len(pool.gains):
        why = EMPTY if pool.complete else "no package was found in time"
        return Solution(method, PackageList(0, ()), replace(witness, reason=why), parameters)
    tied, best, criterion = best_on_frontier(pool.gains, RULES[method])
    witness = replace(witness, best_gains=best, criterion=criterion)
    if method == "Nash" and criterion[0] <= 0:
        # Nash assumes that some package gives everyone a gain; else the product is 0 throughout.
        witness = replace(witness, criterion=(), reason=NO_GAIN)
        return Solution(method, PackageList(0, ()), witness, parameters)
    return Solution(method, pool.listing(tied, limit), witness, parameters)


def _listed(problem: Problem, counted: tuple[Party, ...], watch: Watch) -> Front:
    space = enumerate_packages(problem)
    rows = space.zone()
    gains = space.gains(rows, counted)
    front = undominated(gains, watch)
    return gains[front], len(rows), lambda picked, limit: space.listing(rows[front[picked]], limit)


def _by_parts(front: Frontier, counted: tuple[Party, ...]) -> Front:
    walk_away = np.array([party.walk_away for party in counted], dtype=np.float64)
    gains = np.round(front.utilities - walk_away, DECIMALS)
    return gains, None, lambda picked, limit: front.packages([int(one) for one in picked], limit)
