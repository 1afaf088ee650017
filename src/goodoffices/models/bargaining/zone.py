"""Is there a zone of possible agreement, and what lies in it?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from goodoffices.models.bargaining.packages import PackageList, enumerate_packages
from goodoffices.models.bargaining.problem import Problem, Quorum
from goodoffices.models.solution import Solution

__all__ = ["ZoneWitness", "zone"]


@dataclass(frozen=True, slots=True)
class ZoneWitness:
    """What shows why the zone is as large as it is.

    Each package of the zone carries every party's utility and gain over walking away.

    Attributes:
        must_sign: Who must find a package acceptable for it to lie in the zone.
        quorums: Of which groups so many must find it acceptable as well.
        possible: Number of packages that are not impossible for everyone.
        acceptable: For each party, the number of possible packages that break none of its demands.
        broken: For each demand, the number of possible packages that break it.
    """

    must_sign: tuple[str, ...]
    quorums: tuple[Quorum, ...]
    possible: int
    acceptable: Mapping[str, int]
    broken: Mapping[str, int]


def zone(problem: Problem, *, limit: int = 1000) -> Solution[PackageList, ZoneWitness]:
    """Find the packages that all who must sign, or enough of a quorum, could accept.

    A package is acceptable to a party if it breaks none of its demands: red lines, and the walk-away
    value or, where there is none, the accepted options. Demands of other parties do not count.

    Args:
        problem: At most 10,000,000 packages.
        limit: How many packages to list; the count is exact whatever the limit.

    Returns:
        The packages of the zone, the last issue varying fastest.

    Raises:
        ModelError: If there are too many packages, or none that is possible.

    References:
        Raiffa (1982), The Art and Science of Negotiation, chapter 4.
    """
    space = enumerate_packages(problem)
    witness = ZoneWitness(
        tuple(party.name for party in problem.signatories()),
        problem.quorums,
        len(space.choices),
        {party.name: int(np.count_nonzero(space.acceptable_to([party]))) for party in problem.parties},
        {
            demand.id: int(np.count_nonzero(space.breaking([place])))
            for place, demand in enumerate(space.demands)
        },
    )
    return Solution(
        "zone of possible agreement", space.listing(space.zone(), limit), witness, {"limit": limit}
    )
