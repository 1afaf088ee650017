"""Side payments and leverage: what opens a zone where walk-away values alone stand in the way."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.dominance import undominated
from goodoffices.models.bargaining.packages import Package, Space, enumerate_packages
from goodoffices.models.bargaining.pareto import within_red_lines
from goodoffices.models.bargaining.parties import Party
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.solutions import counted_with_gains
from goodoffices.models.solution import Solution

__all__ = ["Deal", "Lever", "LeverSet", "minimal_levers", "side_payments"]

MAX_LEVERS = 16
"""Most levers of which all sets are tried."""

TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class Deal:
    """A package with the payments that would make it acceptable.

    Attributes:
        package: The package; it breaks no red line and no accepted options of those who must sign.
        needed: What must be paid in all, in common units.
        receives: What each party must receive at least to be as well off as without agreement.
        can_pay: What each party could pay at most and still be as well off as without agreement.
        outside: How much of it others must bring, because those who must sign cannot pay it all.
    """

    package: Package
    needed: float
    receives: Mapping[str, float]
    can_pay: Mapping[str, float]
    outside: float


def side_payments(
    problem: Problem,
    *,
    rates: Mapping[str, float] | None = None,
    budget: float = 0.0,
    limit: int = 10,
) -> Solution[tuple[Deal, ...], int]:
    """Find the packages that payments could make acceptable, those with the smallest payments first.

    Payments make up for utility below a walk-away value; they never make up for a broken red line.

    Args:
        problem: At most 10,000,000 packages; who must sign is settled.
        rates: How many common units a utility of 1 is worth to a party, above 0; 1 where not stated.
            That utilities of different parties can be exchanged at all is an assumption.
        budget: What parties that need not sign would add, in common units, 0 or more.
        limit: How many deals to list.

    Returns:
        Deals in which no more is paid than those who must sign and the budget can bear; where the zone is
        not empty, the first needs no payment. The witness is how many such packages there are.

    Raises:
        ModelError: If a rate or the budget is out of range, a name is not known, or gains are not known.
    """
    counted = counted_with_gains(problem)
    scale = np.array([_rates(counted, rates or {})[party.name] for party in counted])
    if not 0 <= budget < math.inf:
        raise ModelError(f"the budget is {budget}; give a number from 0 upwards")
    space = enumerate_packages(problem)
    rows = within_red_lines(space)
    gains = space.gains(rows, counted) * scale
    short, spare = np.maximum(0, -gains).sum(axis=1), np.maximum(0, gains).sum(axis=1)
    borne = np.flatnonzero(short <= spare + budget + TOLERANCE)
    order = borne[np.lexsort((borne, -spare[borne], short[borne]))]
    deals = tuple(_deal(space.package(int(rows[one])), counted, gains[one]) for one in order[:limit])
    parameters = {"rates": dict(rates or {}), "budget": budget, "limit": limit}
    return Solution("smallest side payments", deals, len(borne), parameters)


@dataclass(frozen=True, slots=True)
class Lever:
    """A means by which somebody could make no agreement worse for a party.

    Attributes:
        name: Short name, unique.
        target: The party whose walk-away value it lowers.
        lowers: By how much, in the target's utility, 0 or more.
        cost: What using it costs, 0 or more, in any unit.
    """

    name: str
    target: str
    lowers: float
    cost: float = 1.0

    def __post_init__(self) -> None:
        if not (0 <= self.lowers < math.inf and 0 <= self.cost < math.inf):
            raise ModelError(
                f"lever '{self.name}' lowers {self.lowers} at a cost of {self.cost}; give 0 or more"
            )


@dataclass(frozen=True, slots=True)
class LeverSet:
    """Levers that open a zone together, and no fewer of them.

    Attributes:
        levers: Their names; none if there is a zone as it is.
        cost: Sum of their costs.
        count: How many packages they open.
        package: The one of them whose lowest gain is highest, gains being over the lowered values.
    """

    levers: tuple[str, ...]
    cost: float
    count: int
    package: Package


def minimal_levers(problem: Problem, levers: Sequence[Lever]) -> Solution[tuple[LeverSet, ...], int]:
    """Find every smallest set of levers that opens a zone, cheapest first.

    A lever lowers the walk-away value of its target; several on one target add up. Red lines stay.

    Args:
        problem: At most 10,000,000 packages; who must sign is settled.
        levers: At most 16.

    Returns:
        The sets; the witness is the number of packages that break no red line and no accepted options.

    Raises:
        ModelError: If a lever's target has no walk-away value or need not sign, or there are too many.
    """
    counted = counted_with_gains(problem)
    names = [party.name for party in counted]
    _check_levers(levers, names)
    space = enumerate_packages(problem)
    rows = within_red_lines(space)
    gains = space.gains(rows, counted)
    least = np.minimum(gains, 0)[undominated(np.minimum(gains, 0))]
    found: list[tuple[frozenset[int], NDArray[np.float64]]] = []
    for size in range(len(levers) + 1):
        for some in combinations(range(len(levers)), size):
            if not any(fewer <= set(some) for fewer, _ in found):
                lowered = _lowered([levers[one] for one in some], names)
                if (least + lowered >= -TOLERANCE).all(axis=1).any():
                    found.append((frozenset(some), lowered))
    sets = [_lever_set([levers[i] for i in sorted(some)], space, rows, gains + low) for some, low in found]
    sets.sort(key=lambda one: (one.cost, len(one.levers)))
    return Solution("minimal sets of levers", tuple(sets), len(rows))


def _lever_set(
    used: Sequence[Lever], space: Space, rows: NDArray[np.intp], gains: NDArray[np.float64]
) -> LeverSet:
    opened = np.flatnonzero((gains >= -TOLERANCE).all(axis=1))
    best = opened[gains[opened].min(axis=1).argmax()]
    return LeverSet(
        tuple(lever.name for lever in used),
        sum(lever.cost for lever in used),
        len(opened),
        space.package(int(rows[best])),
    )


def _lowered(used: Sequence[Lever], names: Sequence[str]) -> NDArray[np.float64]:
    lowered = np.zeros(len(names))
    for lever in used:
        lowered[names.index(lever.target)] += lever.lowers
    return lowered


def _check_levers(levers: Sequence[Lever], names: Sequence[str]) -> None:
    if len(levers) > MAX_LEVERS:
        raise ModelError(f"{len(levers)} levers are too many to try all sets of; give at most {MAX_LEVERS}")
    for lever in levers:
        if lever.target not in names:
            raise ModelError(
                f"lever '{lever.name}' aims at '{lever.target}', which has no walk-away value and signature; "
                f"those that have are {', '.join(names)}"
            )


def _rates(counted: tuple[Party, ...], rates: Mapping[str, float]) -> dict[str, float]:
    known = {party.name: 1.0 for party in counted}
    for name, rate in rates.items():
        if name not in known:
            raise ModelError(f"there is no gain of '{name}' to exchange; those known are {', '.join(known)}")
        if not 0 < rate < math.inf:
            raise ModelError(f"the rate of '{name}' is {rate}; give a number above 0")
    return known | dict(rates)


def _deal(package: Package, counted: tuple[Party, ...], gains: NDArray[np.float64]) -> Deal:
    receives = {party.name: -float(g) for party, g in zip(counted, gains, strict=True) if g < 0}
    can_pay = {party.name: float(g) for party, g in zip(counted, gains, strict=True) if g > 0}
    needed = sum(receives.values())
    return Deal(package, needed, receives, can_pay, max(0.0, needed - sum(can_pay.values())))
