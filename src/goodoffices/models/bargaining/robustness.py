"""How sure it is that a package is acceptable, when weights, values and walk-away values are intervals."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.parties import Issue, Party
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.solution import Solution

__all__ = [
    "Known",
    "PartyRobustness",
    "Ranges",
    "Robustness",
    "floor_range",
    "robustness",
    "weight_range",
    "worth_range",
]

TOLERANCE = 1e-9

BLOCK = 2000
"""So many draws are made at a time."""


@dataclass(frozen=True, slots=True)
class Ranges:
    """Intervals round the numbers of a problem; what is not named is as sure as the problem says.

    Attributes:
        weights: For parties, for issues, the weight.
        values: For parties, for issues, for options, the worth from 0 to 1.
        places: For parties, for issues, the ideal place from 0 to 100; the worth of every option then
            falls with its distance from it, and `values` does not count there.
        walk_away: For parties, the walk-away value.
    """

    weights: Mapping[str, Mapping[str, Interval]] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Mapping[str, Interval]]] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, Interval]] = field(default_factory=dict)
    walk_away: Mapping[str, Interval] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PartyRobustness:
    """How sure it is that a party gains by a package.

    Attributes:
        share: In what share of the draws its gain is 0 or more.
        error: Standard error of the share from the number of draws.
        lowest: Its gain if all values in the intervals are those that are worst for it, exactly.
        middle: Its gain at the middle values.
        highest: Its gain if all values are those that are best for it, exactly.
    """

    share: float
    error: float
    lowest: float
    middle: float
    highest: float


@dataclass(frozen=True, slots=True)
class Robustness:
    """How sure it is that a package is acceptable to all who must sign.

    Attributes:
        share: In what share of the draws it is.
        error: Standard error of the share from the number of draws.
        parties: The same for each party that must sign and has a walk-away value.
        broken: Red lines and accepted options of those who must sign that it breaks; if any, the share
            is 0 whatever the numbers.
        draws: How many draws were made.
    """

    share: float
    error: float
    parties: Mapping[str, PartyRobustness]
    broken: tuple[str, ...]
    draws: int = 0

    @property
    def surely(self) -> bool:
        """Whether it is acceptable whatever the values in the intervals."""
        return not self.broken and all(one.lowest >= -TOLERANCE for one in self.parties.values())

    @property
    def never(self) -> bool:
        """Whether it is unacceptable whatever the values in the intervals."""
        return bool(self.broken) or any(one.highest < -TOLERANCE for one in self.parties.values())


def robustness(
    problem: Problem,
    terms: Mapping[str, str],
    ranges: Ranges,
    *,
    generator: np.random.Generator,
    draws: int = 2000,
    limits: Limits = DEFAULT,
) -> Solution[Robustness, Package]:
    """Find in what share of the intervals a package is acceptable to all who must sign.

    Each value is drawn by itself from a triangle over low, mid and high. The lowest and the highest gains
    need no draws: they are exact over all values in the intervals.

    Args:
        problem: Who must sign is settled; its numbers are the middle values.
        terms: The package; it settles every issue.
        ranges: The intervals.
        generator: Source of the draws.
        draws: How many, at least 1.
        limits: Time, if it has a clock, and whom to tell; where the time is over, fewer draws are made, which
            the outcome tells.

    Returns:
        The shares; the witness is the package at the middle values.

    Raises:
        ModelError: If a name is not known, an issue is left open, draws are fewer than 1, or the problem
            has quorums.
    """
    if draws < 1:
        raise ModelError(f"{draws} draws show nothing; give at least 1")
    if problem.quorums:
        raise ModelError("whether a package is acceptable depends on who signs; choose with signed_by")
    evaluator = Evaluator.of(problem)
    package = evaluator.package(evaluator.chosen(terms))
    lines = {d.id for p in problem.signatories() for d in p.demands() if d.never is not None}
    broken = tuple(name for name in package.broken if name in lines)
    known = {
        party.name: Known.of(problem.issues, party, terms, ranges)
        for party in problem.signatories()
        if party.walk_away is not None
    }
    made, together, alone = _drawn(known, generator, draws, Watch(limits))
    parties = {
        name: PartyRobustness(
            alone[name] / made,
            _error(alone[name] / made, made),
            one.extremes()[0],
            package.gains[name] or 0.0,
            one.extremes()[1],
        )
        for name, one in known.items()
    }
    share = 0.0 if broken else together / made
    found = Robustness(share, _error(share, made), parties, broken, made)
    return Solution("share of draws in which all accept", found, package, {"draws": draws})


def _drawn(
    known: Mapping[str, Known], generator: np.random.Generator, draws: int, watch: Watch
) -> tuple[int, int, dict[str, int]]:
    """Return how many draws were made, in how many all gain, and in how many each does."""
    made, together, alone = 0, 0, dict.fromkeys(known, 0)
    while made < draws and not (made and watch.over()):
        watch.tell("drawing values from their intervals", made, draws)
        number = min(BLOCK, draws - made)
        accepted = np.ones(number, dtype=np.bool_)
        for name, one in known.items():
            gained = one.drawn(generator, number) >= -TOLERANCE
            alone[name] += int(gained.sum())
            accepted &= gained
        made, together = made + number, together + int(accepted.sum())
    return made, together, alone


@dataclass(frozen=True, slots=True)
class Known:
    """The intervals of a party for one package: weight of each issue and worth of the option picked."""

    weights: tuple[Interval, ...]
    worths: tuple[Interval, ...]
    walk_away: Interval

    @classmethod
    def of(cls, issues: tuple[Issue, ...], party: Party, terms: Mapping[str, str], ranges: Ranges) -> Known:
        """Return the intervals of a party for a package."""
        weights, worths = [], []
        for issue in issues:
            weight = weight_range(party, issue, ranges)
            if weight.high > 0:
                weights.append(weight)
                worths.append(worth_range(party, issue, terms[issue.name], ranges))
        return cls(tuple(weights), tuple(worths), floor_range(party, ranges))

    def drawn(self, generator: np.random.Generator, draws: int) -> NDArray[np.float64]:
        """Draw gains."""
        weights = np.array([_triangle(generator, one, draws) for one in self.weights])
        worths = np.array([_triangle(generator, one, draws) for one in self.worths])
        total = weights.sum(axis=0)
        utility = np.divide((weights * worths).sum(axis=0), total, out=np.zeros(draws), where=total > 0)
        return np.asarray(utility - _triangle(generator, self.walk_away, draws))

    def extremes(self) -> tuple[float, float]:
        """Return the lowest and the highest gain over all values in the intervals."""
        lowest = _lowest_mean(self.weights, [one.low for one in self.worths])
        highest = -_lowest_mean(self.weights, [-one.high for one in self.worths])
        return lowest - self.walk_away.high, highest - self.walk_away.low


def _lowest_mean(weights: Sequence[Interval], worths: Sequence[float]) -> float:
    """Return the lowest weighted mean: what is worth least weighs most, up to some point."""
    order = sorted(range(len(worths)), key=lambda place: worths[place])
    means = []
    for cut in range(len(order) + 1):
        chosen = [weights[p].high if k < cut else weights[p].low for k, p in enumerate(order)]
        total = sum(chosen)
        if total > 0:
            means.append(sum(w * worths[p] for w, p in zip(chosen, order, strict=True)) / total)
    return min(means, default=0.0)


def weight_range(party: Party, issue: Issue, ranges: Ranges) -> Interval:
    """Return between which values the weight of an issue lies."""
    middle = (party.weights or {}).get(issue.name, 0.0)
    return ranges.weights.get(party.name, {}).get(issue.name, Interval.exactly(middle))


def floor_range(party: Party, ranges: Ranges) -> Interval:
    """Return between which values the walk-away value of a party lies."""
    return ranges.walk_away.get(party.name, Interval.exactly(party.walk_away or 0.0))


def worth_range(party: Party, issue: Issue, option: str, ranges: Ranges) -> Interval:
    """Return between which values the worth of an option lies."""
    place = ranges.places.get(party.name, {}).get(issue.name)
    at = issue.place(option)
    if place is not None and at is not None:
        ends = [1 - abs(at - end) / 100 for end in (place.low, place.high)]
        top = 1.0 if place.low <= at <= place.high else max(ends)
        return Interval(min(ends), 1 - abs(at - place.mid) / 100, top)
    middle = (party.values or {}).get(issue.name, {}).get(option, 0.0)
    stated = ranges.values.get(party.name, {}).get(issue.name, {})
    return stated.get(option, Interval.exactly(middle))


def _triangle(generator: np.random.Generator, interval: Interval, draws: int) -> NDArray[np.float64]:
    if interval.low == interval.high:
        return np.full(draws, interval.mid)
    return generator.triangular(interval.low, interval.mid, interval.high, draws)


def _error(share: float, draws: int) -> float:
    return math.sqrt(share * (1 - share) / draws)
