"""How many packages keep what is demanded, counted without listing them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.conditions import Condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.grid import condition_grid
from goodoffices.models.bargaining.parties import DemandKind, Issue
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.solution import Solution

__all__ = ["Counts", "count_packages", "free_of"]

MAX_TABLE = 10_000_000
"""Largest table that is made on the way; conditions that would need a larger one are refused."""

PRIMES = (2_147_483_647, 2_147_483_629, 2_147_483_587, 2_147_483_579, 2_147_483_563, 2_147_483_549)
"""Counts beyond 64 bits are found by their remainders; the product is above 5 to the 79."""


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers of packages, walk-away values set aside.

    Attributes:
        all: All packages.
        possible: Those that are not impossible for everyone.
        acceptable: Those of them that break no red line and no accepted options of those who must sign.
        by_party: The same for each party that must sign by itself.
    """

    all: int
    possible: int
    acceptable: int
    by_party: Mapping[str, int]


def count_packages(problem: Problem) -> Solution[Counts, Mapping[str, int]]:
    """Count the packages that those who must sign do not rule out by a condition, in spaces of any size.

    Walk-away values are set aside: with them this is an upper bound of the size of the zone.

    Args:
        problem: Who must sign is settled; conditions do not tie too many issues together.

    Returns:
        The counts; the witness says of how many packages each demand leaves over, which shows what each
        factor of the count is.

    Raises:
        ModelError: If there is a quorum, or if a table of more than 10,000,000 entries would be needed.

    References:
        Dechter (1999), Bucket elimination: a unifying framework for reasoning, Artificial Intelligence 113.
    """
    if problem.quorums:
        raise ModelError("packages are counted for one coalition; choose who signs with signed_by")
    impossible = list(problem.impossible)
    left = {
        party.name: [demand.never for demand in party.demands() if demand.kind is not DemandKind.WALK_AWAY]
        for party in problem.signatories()
    }
    conditions = {name: [one for one in found if one is not None] for name, found in left.items()}
    counts = Counts(
        problem.size,
        free_of(impossible, problem.issues),
        free_of([*impossible, *(one for found in conditions.values() for one in found)], problem.issues),
        {name: free_of([*impossible, *found], problem.issues) for name, found in conditions.items()},
    )
    witness = {
        demand.id: free_of([*impossible, demand.never], problem.issues)
        for party in problem.signatories()
        for demand in party.demands()
        if demand.never is not None
    }
    return Solution("packages counted by bucket elimination", counts, witness)


@dataclass(frozen=True, slots=True, eq=False)
class _Factor:
    """A table over some issues, given by their places in ascending order."""

    places: tuple[int, ...]
    table: NDArray[np.int64]


def free_of(conditions: Iterable[Condition], issues: Sequence[Issue]) -> int:
    """Count the packages in which none of the conditions holds.

    Raises:
        ModelError: If the conditions tie so many issues together that no order of summing keeps tables
            below 10,000,000 entries.
    """
    factors = [_factor(condition, issues) for condition in conditions]
    size = math.prod(len(issue.options) for issue in issues)
    if size < 2**62:
        return _summed(factors, issues, None)
    remainders, modulus = 0, 1
    for prime in PRIMES:
        # Chinese remainders: the count is known modulo the product of the primes so far.
        step = (_summed(factors, issues, prime) - remainders) * pow(modulus, -1, prime) % prime
        remainders, modulus = remainders + modulus * step, modulus * prime
        if modulus > size:
            return remainders
    raise ModelError(f"{size:.1e} packages are too many to be counted; leave out issues that nobody demands")


def _factor(condition: Condition, issues: Sequence[Issue]) -> _Factor:
    named = {atom.name for atom in condition.atoms()}
    places = tuple(place for place, issue in enumerate(issues) if issue.name in named)
    own = [issues[place] for place in places]
    _check(math.prod(len(issue.options) for issue in own))
    lengths = tuple(len(issue.options) for issue in own)
    return _Factor(places, np.broadcast_to(~condition_grid(condition, own), lengths).astype(np.int64))


def _summed(factors: Sequence[_Factor], issues: Sequence[Issue], prime: int | None) -> int:
    """Sum a product of tables over all packages, one issue after the other, the cheapest first."""
    left, places = list(factors), set(range(len(issues)))
    total = 1
    while places:
        scopes = {place: _scope(left, place) for place in places}
        lengths = {
            place: math.prod(len(issues[one].options) for one in scope) for place, scope in scopes.items()
        }
        cheapest = min(places, key=lambda place: (lengths[place], place))
        places.remove(cheapest)
        touching = [factor for factor in left if cheapest in factor.places]
        if not touching:
            total *= len(issues[cheapest].options)
            continue
        _check(lengths[cheapest])
        left = [factor for factor in left if cheapest not in factor.places]
        left.append(_without(cheapest, touching, scopes[cheapest], prime))
    for factor in left:
        total *= int(factor.table)
    return total if prime is None else total % prime


def _scope(factors: Sequence[_Factor], place: int) -> tuple[int, ...]:
    found = {place}
    for factor in factors:
        if place in factor.places:
            found.update(factor.places)
    return tuple(sorted(found))


def _without(place: int, factors: Sequence[_Factor], scope: tuple[int, ...], prime: int | None) -> _Factor:
    """Multiply tables and sum over one issue."""
    product = np.ones((), dtype=np.int64)
    for factor in factors:
        lengths = iter(factor.table.shape)
        aligned = factor.table.reshape([next(lengths) if one in factor.places else 1 for one in scope])
        product = np.asarray(product * aligned)
        if prime is not None:
            product %= prime
    summed = product.sum(axis=scope.index(place))
    rest = tuple(one for one in scope if one != place)
    return _Factor(rest, np.asarray(summed if prime is None else summed % prime))


def _check(entries: int) -> None:
    if entries > MAX_TABLE:
        raise ModelError(
            f"the conditions tie so many issues together that counting needs a table of {entries:,} entries, "
            f"more than {MAX_TABLE:,}; ask for the zone by search instead"
        )
