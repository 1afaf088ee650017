"""What blocks most: which single demand, and whose signature."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

import numpy as np

from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import enumerate_packages
from goodoffices.models.bargaining.pareto import only_signatories
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.study import Study
from goodoffices.models.solution import Solution

__all__ = ["BlockingDemand", "BlockingWitness", "PivotalParty", "blocking_demands", "pivotal_parties"]


@dataclass(frozen=True, slots=True)
class BlockingDemand:
    """How much one demand stands in the way.

    Attributes:
        demand: Its id.
        holder: Who makes it.
        opens_alone: How many packages open if it is given up and nothing else.
        collisions: In how many of the minimal collisions it is.
        concessions: In how many of the minimal concessions it is.
    """

    demand: str
    holder: str
    opens_alone: int
    collisions: int
    concessions: int


@dataclass(frozen=True, slots=True)
class BlockingWitness:
    """Of how many sets the counts are.

    Attributes:
        zone: Number of packages in the zone; where there are any, nothing blocks.
        collisions: Number of minimal collisions looked at.
        concessions: Number of minimal concessions.
        complete: Whether all minimal collisions and concessions were looked at.
    """

    zone: int
    collisions: int
    concessions: int
    complete: bool


def blocking_demands(
    problem: Problem, *, limit: int = 10_000, limits: Limits = DEFAULT
) -> Solution[tuple[BlockingDemand, ...], BlockingWitness]:
    """Rank demands by how much they block: what opens if one alone is given up, then in how many collisions.

    A demand that opens packages alone is in every collision. Demands in no collision are left out.

    Args:
        problem: At most 10,000,000 packages.
        limit: How many collisions to look at.
        limits: Time, if it has a clock, and whom to tell.

    Returns:
        Demands, those that block most first; at equal counts in order of the problem.
    """
    study = Study.of(problem, Watch(limits))
    ways = islice(study.collisions(), limit + 1)
    found = list(study.watch.within(ways, "finding demands that collide"))
    collisions = found[:limit]
    ranked = []
    for place in study.members(study.everything):
        demand, bit = study.space.demands[place], 1 << place
        rows = study.concessions.get(bit)
        ranked.append(
            BlockingDemand(
                demand.id,
                demand.holder,
                0 if rows is None else len(rows),
                sum(bool(one & bit) for one in collisions),
                sum(bool(one & bit) for one in study.concessions),
            )
        )
    ranked.sort(key=lambda one: (-one.opens_alone, -one.collisions))
    zone = study.concessions.get(0)
    complete = study.complete and not study.watch.stopped and len(found) <= limit
    witness = BlockingWitness(
        0 if zone is None else len(zone), len(collisions), len(study.concessions), complete
    )
    some = tuple(one for one in ranked if one.concessions)
    return Solution("demands ranked by what they block", some, witness, {"limit": limit})


@dataclass(frozen=True, slots=True)
class PivotalParty:
    """What a party's signature decides.

    Attributes:
        party: Its name.
        opens_without: How many packages all others that must sign could accept among themselves.
        demands_broken_at_least: The fewest of its demands that one of these packages breaks; None where
            there are none.
    """

    party: str
    opens_without: int
    demands_broken_at_least: int | None

    @property
    def pivotal(self) -> bool:
        """Whether the others could agree among themselves."""
        return self.opens_without > 0


def pivotal_parties(problem: Problem) -> Solution[tuple[PivotalParty, ...], int]:
    """Find for each party that must sign whether the others could agree without it.

    Args:
        problem: At most 10,000,000 packages; who must sign is settled.

    Returns:
        The parties, those without which most opens first; the witness is the number of packages in the
        zone with all of them.

    Raises:
        ModelError: If the problem has quorums.
    """
    only_signatories(problem)
    space = enumerate_packages(problem)
    found = []
    for party in problem.signatories():
        others = [other for other in problem.signatories() if other is not party]
        rows = np.flatnonzero(space.acceptable_to(others))
        own = sum(1 << int(place) for place in space.held_by([party]))
        masks = [np.uint64(own >> 64 * word & 2**64 - 1) for word in range(space.words.shape[1])]
        broken = np.bitwise_count(space.words[rows] & np.array(masks)).sum(axis=1)
        found.append(PivotalParty(party.name, len(rows), int(broken.min()) if len(rows) else None))
    found.sort(key=lambda one: -one.opens_without)
    return Solution("what the others could agree on without one party", tuple(found), len(space.zone()))
