"""What packages are worth to two parties: the frontier between them, and where both gain."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.account import MAX_LISTED
from goodoffices.models.bargaining.dominance import undominated
from goodoffices.models.bargaining.packages import enumerate_packages
from goodoffices.models.bargaining.pareto import only_signatories, within_red_lines
from goodoffices.models.bargaining.parties import Party
from goodoffices.models.bargaining.parts import frontier_by_parts
from goodoffices.models.bargaining.problem import Problem

__all__ = ["FrontierPoints", "frontier_points"]

MOST_POINTS = 400
"""How many different points a picture shows behind the frontier; of more, evenly chosen ones."""


@dataclass(frozen=True, slots=True)
class FrontierPoints:
    """What packages are worth to two parties, each point as the utility of the first and of the second.

    Attributes:
        first: One party.
        second: The other.
        walk_away: Their walk-away values; None where not known.
        frontier: Points from which neither can gain unless the other loses, among all packages that break no
            red line and no accepted option of those who must sign; lowest for the first party first.
        zone: Points of packages that all who must sign could accept; a selection where there are many.
        others: Points of the other packages that break no red line; a selection where there are many.
        breaking: Points of packages that break a red line or an accepted option of those who must sign; a
            selection where there are many.
        listed: Whether all packages were looked at; where not, only the frontier is known.
    """

    first: str
    second: str
    walk_away: tuple[float | None, float | None]
    frontier: tuple[tuple[float, float], ...]
    zone: tuple[tuple[float, float], ...]
    others: tuple[tuple[float, float], ...]
    breaking: tuple[tuple[float, float], ...]
    listed: bool


def frontier_points(problem: Problem, first: str, second: str) -> FrontierPoints:
    """Find what packages are worth to two parties.

    Args:
        problem: Who must sign is settled; both parties have numbers.
        first: One party, whether it must sign or not.
        second: The other.

    Raises:
        ModelError: A party is not known, has no numbers, or is both; there is a quorum; or too many
            combinations are undominated.
    """
    pair = problem.party(first), problem.party(second)
    if first == second or not all(party.measured for party in pair):
        raise ModelError(
            f"a frontier needs two different parties with weights and values, not '{first}' and '{second}'"
        )
    two = replace(problem, parties=tuple(_bare(party, pair) for party in problem.parties))
    only_signatories(two)
    floors = (pair[0].walk_away, pair[1].walk_away)
    if problem.size > MAX_LISTED:
        front = frontier_by_parts(two, walk_away=False)
        columns = [front.counted.index(two.party(name)) for name in (first, second)]
        return FrontierPoints(
            first, second, floors, _ordered(front.utilities[:, columns]), (), (), (), listed=False
        )
    space, free = enumerate_packages(problem), enumerate_packages(two)
    keeping, inside = (np.zeros(len(space.choices), dtype=np.bool_) for _ in range(2))
    keeping[within_red_lines(free)] = True
    inside[space.zone()] = True
    worths = np.round(space.utilities[:, space.columns(pair)], 12)
    zone, others, breaking = (_some(worths[rows]) for rows in (keeping & inside, keeping & ~inside, ~keeping))
    different = np.unique(worths[keeping], axis=0)
    best = _ordered(different[undominated(different)])
    return FrontierPoints(first, second, floors, best, zone, others, breaking, listed=True)


def _bare(party: Party, pair: tuple[Party, Party]) -> Party:
    """Return a party as it counts for the frontier of two: with numbers if it is one of them."""
    if party in pair:
        return replace(party, must_sign=True)
    return replace(party, weights=None, values=None, walk_away=None, accepts=_held(party))


def _held(party: Party) -> dict[str, tuple[str, ...]]:
    """Return the accepted options to which a party is held: none where its walk-away value settles that."""
    return {} if party.walk_away is not None else {name: tuple(some) for name, some in party.accepts.items()}


def _ordered(worths: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    return tuple(sorted({(round(float(one), 12), round(float(two), 12)) for one, two in worths}))


def _some(worths: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    different = np.unique(np.round(worths, 3), axis=0)
    if len(different) > MOST_POINTS:
        different = different[np.linspace(0, len(different) - 1, MOST_POINTS).astype(np.intp)]
    return tuple((float(one), float(two)) for one, two in different)
