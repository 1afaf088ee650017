"""How far apart the parties are, issue by issue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import combinations
from statistics import fmean, median

from goodoffices.models.bargaining.problem import Issue, Party, Problem
from goodoffices.models.solution import Solution

__all__ = ["DistanceWitness", "IssueDistance", "PairDistance", "distances"]

TOLERANCE = 1e-9
"""Largest difference, on the scale from 0 to 100, that counts as a tie."""


@dataclass(frozen=True, slots=True)
class PairDistance:
    """How far two parties are apart on an issue.

    Attributes:
        first: One party.
        second: The other.
        distance: Between their ideal points, 0 to 100; None unless both are known.
        shared: Options that both accept, in order of the issue; None unless both have said.
        overlap: Lowest and highest place in both accepted intervals, which run from the lowest to the
            highest place of the accepted options; None if they do not meet or are not known.
        gap: Distance between the accepted intervals, 0 where they meet; None unless both are known.
    """

    first: str
    second: str
    distance: float | None
    shared: tuple[str, ...] | None
    overlap: tuple[float, float] | None
    gap: float | None


@dataclass(frozen=True, slots=True)
class IssueDistance:
    """How far the parties are apart on an issue.

    Attributes:
        issue: Name of the issue.
        pairs: Each pair of parties, in order of the parties.
        furthest_from_mean: Whose ideal point is furthest from the mean of the others', ties included;
            none where fewer than two ideal points are known.
        furthest_from_median: The same with the median of the others'.
        without_ideal: Parties without one known ideal point on the issue.
    """

    issue: str
    pairs: tuple[PairDistance, ...]
    furthest_from_mean: tuple[str, ...]
    furthest_from_median: tuple[str, ...]
    without_ideal: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DistanceWitness:
    """The points and options on one issue from which its distances follow.

    Attributes:
        ideals: The ideal point of each party that has one, 0 to 100.
        accepts: The options accepted by each party that has said.
        from_mean: Each ideal point's distance from the mean of the others'.
        from_median: Each ideal point's distance from the median of the others'.
    """

    ideals: Mapping[str, float]
    accepts: Mapping[str, tuple[str, ...]]
    from_mean: Mapping[str, float]
    from_median: Mapping[str, float]


def distances(problem: Problem) -> Solution[tuple[IssueDistance, ...], Mapping[str, DistanceWitness]]:
    """Measure on each issue how far the parties are apart and who is the furthest from the others.

    An ideal point is the one stated, or else the place of the option that the party values most. Where
    several options tie for that, the party has no single ideal point and is left out of distances.

    Args:
        problem: Parties need neither numbers nor places; what cannot be measured is None.

    Returns:
        One entry for each issue, and for each issue by name what the distances follow from.
    """
    witnesses = {issue.name: _witness(issue, problem.parties) for issue in problem.issues}
    measured = tuple(_measure(issue, problem.parties, witnesses[issue.name]) for issue in problem.issues)
    return Solution("distance and overlap by issue", measured, witnesses, {"tolerance": TOLERANCE})


def _measure(issue: Issue, parties: tuple[Party, ...], witness: DistanceWitness) -> IssueDistance:
    return IssueDistance(
        issue.name,
        tuple(_pair(issue, one.name, two.name, witness) for one, two in combinations(parties, 2)),
        _furthest(witness.from_mean),
        _furthest(witness.from_median),
        tuple(party.name for party in parties if party.name not in witness.ideals),
    )


def _witness(issue: Issue, parties: tuple[Party, ...]) -> DistanceWitness:
    points = ((party.name, _ideal(issue, party)) for party in parties)
    ideals = {name: point for name, point in points if point is not None}
    accepts = {
        party.name: tuple(option for option in issue.options if option in party.accepts[issue.name])
        for party in parties
        if issue.name in party.accepts
    }
    return DistanceWitness(ideals, accepts, _from_others(ideals, fmean), _from_others(ideals, median))


def _ideal(issue: Issue, party: Party) -> float | None:
    if issue.places is None:
        return None
    stated = party.ideals.get(issue.name)
    if stated is not None:
        return issue.place(stated) if isinstance(stated, str) else stated
    worth = (party.values or {}).get(issue.name, {})
    best = [option for option, value in worth.items() if value == max(worth.values())]
    return issue.place(best[0]) if len(best) == 1 else None


def _from_others(ideals: Mapping[str, float], middle: Callable[[list[float]], float]) -> dict[str, float]:
    if len(ideals) < 2:
        return {}
    return {
        name: abs(point - middle([other for one, other in ideals.items() if one != name]))
        for name, point in ideals.items()
    }


def _furthest(lengths: Mapping[str, float]) -> tuple[str, ...]:
    return tuple(name for name, length in lengths.items() if length >= max(lengths.values()) - TOLERANCE)


def _pair(issue: Issue, one: str, two: str, witness: DistanceWitness) -> PairDistance:
    ideals, accepts = witness.ideals, witness.accepts
    apart = abs(ideals[one] - ideals[two]) if one in ideals and two in ideals else None
    if one not in accepts or two not in accepts:
        return PairDistance(one, two, apart, None, None, None)
    shared = tuple(option for option in accepts[one] if option in accepts[two])
    if issue.places is None:
        return PairDistance(one, two, apart, shared, None, None)
    places = dict(zip(issue.options, issue.places, strict=True))
    low = max(min(places[option] for option in accepts[party]) for party in (one, two))
    high = min(max(places[option] for option in accepts[party]) for party in (one, two))
    overlap = (low, high) if low <= high else None
    return PairDistance(one, two, apart, shared, overlap, max(0.0, low - high))
