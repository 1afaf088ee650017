"""Why there is no deal: which demands collide, and what would have to be conceded.

Give each possible package the set of demands that it breaks. A set of demands, if given up, opens the
zone exactly when some package breaks no demand outside it, so the minimal sets among those broken are
the minimal concessions. A set of demands cannot be kept together exactly when every package breaks one
of them, so the minimal collisions are the minimal sets that meet all minimal concessions (the duality of
Reiter 1987, A theory of diagnosis from first principles, Artificial Intelligence 32).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.hitting import (
    MinimalSet,
    as_words,
    minimal_hitting_sets,
    minimal_sets,
    packed,
)
from goodoffices.models.bargaining.packages import Package, Space, enumerate_packages
from goodoffices.models.bargaining.problem import Demand, Problem
from goodoffices.models.solution import Solution

__all__ = [
    "CollisionWitness",
    "Concession",
    "ConcessionWitness",
    "idle_demands",
    "lone_concessions",
    "minimal_collisions",
    "minimal_concessions",
]


@dataclass(frozen=True, slots=True)
class Concession:
    """Demands that, given up together and no fewer of them, open a zone.

    Attributes:
        demands: Ids of the demands given up; none if there is a zone as it is.
        holders: Who would give them up.
        cost: Sum of the costs of the demands.
        count: Number of packages that it opens.
        packages: The first of these, highest lowest gain first, then second lowest, and so on; without
            numbers, in the order of the packages.
    """

    demands: tuple[str, ...]
    holders: tuple[str, ...]
    cost: float
    count: int
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True)
class ConcessionWitness:
    """What the concessions were drawn from.

    A concession is enough because its packages break nothing else, and each of its demands is needed
    because `collisions_met` names a collision of which it gives up no other demand.

    Attributes:
        possible: Number of packages that are not impossible for everyone.
        demands: Number of demands of those who must sign.
        collisions_met: For each concession, for each of its demands, one such collision.
    """

    possible: int
    demands: int
    collisions_met: tuple[Mapping[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class CollisionWitness:
    """What shows that each collision is one, and that no demand in it is superfluous.

    Attributes:
        possible: Number of packages; each of them breaks at least one demand of every collision.
        spared: For each collision, for each of its demands, a package that breaks it and keeps the rest.
        complete: Whether all collisions are given; False where the limit was reached.
    """

    possible: int
    spared: tuple[Mapping[str, Package], ...]
    complete: bool


def minimal_concessions(
    problem: Problem, *, costs: Mapping[str, float] | None = None, examples: int = 3
) -> Solution[tuple[Concession, ...], ConcessionWitness]:
    """Find every smallest set of demands that would open a zone if it were given up, cheapest first.

    Only demands of parties that must sign count. At equal cost the set with fewer demands comes first,
    then the order of the demands decides.

    Args:
        problem: At most 1,000,000 packages.
        costs: What giving up a demand costs, 0 or more, by the demand's id; 1 where it is not stated.
        examples: How many packages to give for each concession.

    Raises:
        ModelError: If a cost is negative, or is given for a demand that nobody who must sign makes.
    """
    study = _Study.of(problem)
    prices = study.prices(costs or {})
    ordered = sorted(
        study.concessions,
        key=lambda one: (study.cost(one.bits, prices), one.bits.bit_count(), study.members(one.bits)),
    )
    concessions = tuple(study.concession(one, prices, examples) for one in ordered)
    met = study.collisions_met([one.bits for one in ordered])
    witness = ConcessionWitness(len(study.words), len(study.demands), met)
    return Solution(
        "minimal concessions by enumeration", concessions, witness, {"costs": prices, "examples": examples}
    )


def minimal_collisions(
    problem: Problem, *, limit: int = 10_000
) -> Solution[tuple[tuple[str, ...], ...], CollisionWitness]:
    """Find every smallest set of demands that cannot all be kept, smaller sets first.

    Only demands of parties that must sign count. There is none exactly when there is a zone.

    Args:
        problem: At most 1,000,000 packages.
        limit: How many collisions to find at most; there can be exponentially many.

    Returns:
        The ids of the demands of each collision, in order of the demands.
    """
    study = _Study.of(problem)
    found = list(islice(study.collisions(), limit + 1))
    complete = len(found) <= limit
    ordered = sorted(found[:limit], key=lambda bits: (bits.bit_count(), study.members(bits)))
    witness = CollisionWitness(len(study.words), tuple(map(study.spared, ordered)), complete)
    return Solution(
        "minimal colliding demands by hitting sets",
        tuple(study.ids(bits) for bits in ordered),
        witness,
        {"limit": limit},
    )


def idle_demands(problem: Problem) -> Solution[tuple[str, ...], Mapping[str, int]]:
    """Find the demands of those who must sign that play no part in the failure.

    A demand matters if it belongs to a minimal collision, or, which is the same, to a minimal
    concession. Where there is a zone, nothing failed and all demands are idle in this sense.

    Args:
        problem: At most 1,000,000 packages.

    Returns:
        The ids of the idle demands; the witness counts for every demand the minimal concessions that
        contain it.
    """
    study = _Study.of(problem)
    counts = {
        demand.id: sum(one.bits >> place & 1 for one in study.concessions)
        for place, demand in enumerate(study.demands)
    }
    idle = tuple(name for name, count in counts.items() if not count)
    return Solution("demands in no minimal concession", idle, counts)


def lone_concessions(
    problem: Problem, *, costs: Mapping[str, float] | None = None, examples: int = 3
) -> Solution[Mapping[str, tuple[Concession, ...]], ConcessionWitness]:
    """Find for each party that must sign what it alone could concede to open a zone.

    Args:
        problem: At most 1,000,000 packages.
        costs: What giving up a demand costs, by its id; 1 where it is not stated.
        examples: How many packages to give for each concession.

    Returns:
        For each party its minimal concessions, cheapest first; none where it cannot open a zone alone,
        or where there is one already.

    Raises:
        ModelError: As for `minimal_concessions`.
    """
    every = minimal_concessions(problem, costs=costs, examples=examples)
    alone = {
        party.name: tuple(c for c in every.outcome if c.holders == (party.name,))
        for party in problem.signatories()
    }
    return Solution("minimal concessions of one party", alone, every.witness, every.parameters)


@dataclass(frozen=True, slots=True, eq=False)
class _Study:
    """The possible packages with the demands of those who must sign that each breaks.

    Sets of demands are whole numbers: bit i stands for the i-th of these demands.
    """

    space: Space
    demands: tuple[Demand, ...]
    words: NDArray[np.uint64]
    concessions: tuple[MinimalSet, ...]

    @classmethod
    def of(cls, problem: Problem) -> _Study:
        space = enumerate_packages(problem)
        columns = space.held_by(problem.signatories())
        words = packed(space.broken[:, columns])
        return cls(space, tuple(space.demands[i] for i in columns), words, minimal_sets(words))

    def members(self, bits: int) -> list[int]:
        return [place for place in range(len(self.demands)) if bits >> place & 1]

    def ids(self, bits: int) -> tuple[str, ...]:
        return tuple(self.demands[place].id for place in self.members(bits))

    def collisions(self) -> Iterator[int]:
        return minimal_hitting_sets([one.bits for one in self.concessions])

    def prices(self, costs: Mapping[str, float]) -> dict[str, float]:
        prices = dict.fromkeys((demand.id for demand in self.demands), 1.0)
        for name, cost in costs.items():
            if name not in prices:
                raise ModelError(f"no party that must sign makes the demand '{name}': {', '.join(prices)}")
            if not cost >= 0:
                raise ModelError(f"giving up '{name}' costs {cost}; a cost is a number from 0 upwards")
        return prices | dict(costs)

    def cost(self, bits: int, prices: Mapping[str, float]) -> float:
        return sum(prices[name] for name in self.ids(bits))

    def concession(self, one: MinimalSet, prices: Mapping[str, float], examples: int) -> Concession:
        rows = np.flatnonzero((self.words == as_words(one.bits, self.words.shape[1])).all(axis=1))
        return Concession(
            self.ids(one.bits),
            tuple(dict.fromkeys(self.demands[place].holder for place in self.members(one.bits))),
            self.cost(one.bits, prices),
            one.count,
            tuple(self.space.package(int(row)) for row in self._fairest(rows)[:examples]),
        )

    def _fairest(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Order packages by the gains of those who must sign, sorted from the lowest (leximin)."""
        problem = self.space.problem
        counted = [party for party in problem.signatories() if party.walk_away is not None]
        gains = np.sort(self.space.gains[np.ix_(rows, self.space.columns(counted))], axis=1)
        return rows[np.lexsort((np.arange(len(rows)), *(-gains.T[::-1])))]

    def spared(self, collision: int) -> dict[str, Package]:
        """For each demand of a collision find a package that breaks it and keeps the others."""
        lone = {one.bits & collision: one.row for one in reversed(self.concessions)}
        return {
            self.demands[place].id: self.space.package(lone[1 << place]) for place in self.members(collision)
        }

    def collisions_met(self, concessions: Sequence[int]) -> tuple[dict[str, tuple[str, ...]], ...]:
        """For each demand of each concession find a collision of which it gives up that demand alone."""
        places = range(len(self.demands))
        table = np.array([[bits >> place & 1 for place in places] for bits in concessions], dtype=np.int_)
        everything = (1 << len(self.demands)) - 1
        return tuple(
            {
                self.demands[place].id: self.ids(_shrunk(table, everything & ~bits | 1 << place))
                for place in self.members(bits)
            }
            for bits in concessions
        )


def _shrunk(concessions: NDArray[np.int_], kept: int) -> int:
    """Drop demands from a set that cannot all be kept, for as long as it cannot.

    Args:
        concessions: Minimal concessions × demands; a set cannot be kept if it meets all of them.
        kept: The set as a whole number.
    """
    places = [place for place in range(concessions.shape[1]) if kept >> place & 1]
    met = concessions[:, places].sum(axis=1)
    for place in places:
        fewer = met - concessions[:, place]
        if fewer.all():
            met, kept = fewer, kept & ~(1 << place)
    return kept
