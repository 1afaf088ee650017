"""Why there is no deal: which demands collide, and what would have to be conceded.

Give each possible package the set of demands that it breaks. A set of demands, if given up, opens the
zone exactly when some package breaks no demand outside it, so the minimal sets among those broken are
the minimal concessions. A set of demands cannot be kept together exactly when every package breaks one
of them, so the minimal collisions are the minimal sets that meet all minimal concessions (the duality of
Reiter 1987, A theory of diagnosis from first principles, Artificial Intelligence 32).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice

from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.study import Concession, Study
from goodoffices.models.solution import Solution

__all__ = [
    "CollisionWitness",
    "Concession",
    "ConcessionWitness",
    "collisions_and_concessions",
    "idle_demands",
    "lone_concessions",
    "minimal_collisions",
    "minimal_concessions",
]


@dataclass(frozen=True, slots=True)
class ConcessionWitness:
    """What the concessions were drawn from.

    A concession is enough because its packages break nothing else, and each of its demands is needed
    because `collisions_met` names a collision of which it gives up no other demand.

    Attributes:
        possible: Number of packages that are not impossible for everyone.
        demands: Number of demands of those who must sign.
        collisions_met: For each concession, for each of its demands, one such collision; empty unless all
            concessions are given.
        complete: Whether all minimal concessions are given; False where the time was over.
        bound: What every minimal concession that is not given costs at least; None where there is none.
    """

    possible: int
    demands: int
    collisions_met: tuple[Mapping[str, tuple[str, ...]], ...]
    complete: bool = True
    bound: float | None = None


@dataclass(frozen=True, slots=True)
class CollisionWitness:
    """What shows that each collision is one, and that no demand in it is superfluous.

    Attributes:
        possible: Number of packages; each of them breaks at least one demand of every collision.
        spared: For each collision, for each of its demands, a package that breaks it and keeps the rest.
        complete: Whether all collisions are given; False where the limit was reached or the time was over.
    """

    possible: int
    spared: tuple[Mapping[str, Package], ...]
    complete: bool


ConcessionSolution = Solution[tuple[Concession, ...], ConcessionWitness]
CollisionSolution = Solution[tuple[tuple[str, ...], ...], CollisionWitness]


def minimal_concessions(
    problem: Problem,
    *,
    costs: Mapping[str, float] | None = None,
    examples: int = 3,
    limits: Limits = DEFAULT,
) -> ConcessionSolution:
    """Find every smallest set of demands that would open a zone if it were given up, cheapest first.

    Only demands of parties that must sign count. At equal cost the set with fewer demands comes first,
    then the order of the demands decides.

    Args:
        problem: At most 10,000,000 packages.
        costs: What giving up a demand costs, 0 or more, by the demand's id; 1 where it is not stated.
        examples: How many packages to give for each concession.
        limits: Time, if it has a clock, and whom to tell; in the end the smallest sets are given.

    Raises:
        ModelError: If a cost is negative, or is given for a demand that nobody who must sign makes.
    """
    return _concessions(Study.of(problem, Watch(limits)), costs or {}, examples)


def minimal_collisions(
    problem: Problem, *, limit: int = 10_000, limits: Limits = DEFAULT
) -> CollisionSolution:
    """Find every smallest set of demands that cannot all be kept, smaller sets first.

    Only demands of parties that must sign count. There is none exactly when there is a zone.

    Args:
        problem: At most 10,000,000 packages.
        limit: How many collisions to find at most; there can be exponentially many.
        limits: Time, if it has a clock, and whom to tell; where the time is over, those found are given.

    Returns:
        The ids of the demands of each collision, in order of the demands.
    """
    return _collisions(Study.of(problem, Watch(limits)), limit)


def collisions_and_concessions(
    problem: Problem,
    *,
    costs: Mapping[str, float] | None = None,
    limit: int = 10_000,
    limits: Limits = DEFAULT,
) -> tuple[CollisionSolution, ConcessionSolution]:
    """Find all minimal collisions and all minimal concessions, looking at the packages only once.

    Args:
        problem: At most 10,000,000 packages.
        costs: What giving up a demand costs, as for `minimal_concessions`.
        limit: How many collisions to find at most.
        limits: Time, if it has a clock, and whom to tell.

    Returns:
        What `minimal_collisions` and `minimal_concessions` return.

    Raises:
        ModelError: As for `minimal_concessions`.
    """
    study = Study.of(problem, Watch(limits))
    return _collisions(study, limit), _concessions(study, costs or {}, examples=3)


def idle_demands(problem: Problem) -> Solution[tuple[str, ...], Mapping[str, int]]:
    """Find the demands of those who must sign that play no part in the failure.

    A demand matters if it belongs to a minimal collision, or, which is the same, to a minimal
    concession. Where there is a zone, nothing failed and all demands are idle in this sense.

    Args:
        problem: At most 10,000,000 packages.

    Returns:
        The ids of the idle demands; the witness counts for every demand the minimal concessions that
        contain it.
    """
    study = Study.of(problem)
    counts = {
        study.space.demands[place].id: sum(bits >> place & 1 for bits in study.concessions)
        for place in study.members(study.everything)
    }
    idle = tuple(name for name, count in counts.items() if not count)
    return Solution("demands in no minimal concession", idle, counts)


def lone_concessions(
    problem: Problem,
    *,
    costs: Mapping[str, float] | None = None,
    examples: int = 3,
    limits: Limits = DEFAULT,
) -> Solution[Mapping[str, tuple[Concession, ...]], ConcessionWitness]:
    """Find for each party that must sign what it alone could concede to open a zone.

    Args:
        problem: At most 10,000,000 packages.
        costs: What giving up a demand costs, by its id; 1 where it is not stated.
        examples: How many packages to give for each concession.
        limits: Time, if it has a clock, and whom to tell; the witness says whether it was enough.

    Returns:
        For each party its minimal concessions, cheapest first; none where it cannot open a zone alone,
        or where there is one already.

    Raises:
        ModelError: As for `minimal_concessions`.
    """
    every = minimal_concessions(problem, costs=costs, examples=examples, limits=limits)
    alone = {
        party.name: tuple(c for c in every.outcome if c.holders == (party.name,))
        for party in problem.concerned()
    }
    return Solution("minimal concessions of one party", alone, every.witness, every.parameters)


def _concessions(study: Study, costs: Mapping[str, float], examples: int) -> ConcessionSolution:
    prices = study.prices(costs)
    ordered = sorted(
        study.concessions,
        key=lambda bits: (study.cost(bits, prices), bits.bit_count(), study.members(bits)),
    )
    concessions = tuple(study.concession(bits, prices, examples) for bits in ordered)
    met = study.collisions_met(ordered)
    witness = ConcessionWitness(
        len(study.space.words), len(study.ids(study.everything)), met, study.complete, study.bound(prices)
    )
    return Solution(
        "minimal concessions by enumeration", concessions, witness, {"costs": prices, "examples": examples}
    )


def _collisions(study: Study, limit: int) -> CollisionSolution:
    watch = study.watch
    found = list(watch.within(islice(study.collisions(), limit + 1), "finding demands that collide"))
    complete = study.complete and not watch.stopped and len(found) <= limit
    ordered = sorted(found[:limit], key=lambda bits: (bits.bit_count(), study.members(bits)))
    witness = CollisionWitness(len(study.space.words), study.spared(ordered), complete)
    return Solution(
        "minimal colliding demands by hitting sets",
        tuple(study.ids(bits) for bits in ordered),
        witness,
        {"limit": limit},
    )
