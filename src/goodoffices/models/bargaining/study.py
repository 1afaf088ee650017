"""The possible packages with the demands that each breaks, and the minimal sets of demands among these."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.hitting import (
    as_words,
    elements,
    minimal_groups,
    minimal_hitting_sets,
    minimal_sets,
)
from goodoffices.models.bargaining.pace import Watch
from goodoffices.models.bargaining.packages import DECIMALS, Package, Space, enumerate_packages
from goodoffices.models.bargaining.problem import Problem

__all__ = ["Concession", "Study", "checked_prices"]


@dataclass(frozen=True, slots=True)
class Concession:
    """Demands that, given up together and no fewer of them, open a zone.

    Attributes:
        demands: Ids of the demands given up; none if there is a zone as it is.
        holders: Who would give them up.
        cost: Sum of the costs of the demands.
        count: Number of packages that it opens.
        packages: The first of these, highest lowest gain first, then second lowest, and so on; a party
            without walk-away value counts by its utility; without numbers, in order of the packages.
    """

    demands: tuple[str, ...]
    holders: tuple[str, ...]
    cost: float
    count: int
    packages: tuple[Package, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Study:
    """The possible packages with the demands of those who must sign that each breaks.

    Sets of demands are whole numbers: bit i stands for the i-th demand of the space.

    Attributes:
        space: All possible packages.
        everything: All demands of parties that must sign or belong to a quorum.
        concessions: Each minimal concession with the rows that it opens.
        watch: The time of the question.
        complete: Whether these are all minimal concessions; if not, they are the smallest.
    """

    space: Space
    everything: int
    concessions: Mapping[int, NDArray[np.intp]]
    watch: Watch = field(default_factory=Watch)
    complete: bool = True

    @classmethod
    def of(cls, problem: Problem, watch: Watch | None = None) -> Study:
        """List the packages of a problem and find the minimal concessions.

        Where several coalitions could sign, what one of them would concede may turn out not to be minimal as
        long as not all have been looked at, so only that there is a zone is known where the time is over.
        """
        watch = watch or Watch()
        watch.tell(f"listing {problem.size:,} packages")
        space = enumerate_packages(problem)
        everything, found = 0, dict[int, list[NDArray[np.intp]]]()
        for coalition in problem.coalitions():
            own = sum(1 << int(place) for place in space.held_by(coalition))
            everything |= own
            for bits, rows in minimal_groups(
                space.words & as_words(own, space.words.shape[1]), watch
            ).items():
                found.setdefault(bits, []).append(rows)
        if watch.stopped and len(problem.coalitions()) > 1:
            found = {bits: rows for bits, rows in found.items() if not bits}
        elif len(found) > 1 and len(problem.coalitions()) > 1:
            sets = np.array([as_words(bits, space.words.shape[1]) for bits in found])
            found = {one.bits: found[one.bits] for one in minimal_sets(sets)}
        return cls(
            space,
            everything,
            {
                bits: rows[0] if len(rows) == 1 else np.unique(np.concatenate(rows))
                for bits, rows in found.items()
            },
            watch,
            complete=not watch.stopped or 0 in found,
        )

    def members(self, bits: int) -> list[int]:
        """Return the places of the demands of a set."""
        return list(elements(bits))

    def ids(self, bits: int) -> tuple[str, ...]:
        """Return the ids of the demands of a set."""
        return tuple(self.space.demands[place].id for place in self.members(bits))

    def collisions(self) -> Iterator[int]:
        """Find the minimal colliding sets one by one; none unless all minimal concessions are known."""
        return minimal_hitting_sets(list(self.concessions), self.watch) if self.complete else iter(())

    def bound(self, prices: Mapping[str, float]) -> float | None:
        """Return what every minimal concession that was not found costs at least; None if there is none.

        Smaller sets are found first, so those that are left have as many demands as the largest found.
        """
        if self.complete:
            return None
        least = max((bits.bit_count() for bits in self.concessions), default=0)
        return float(sum(sorted(prices.values())[:least]))

    def prices(self, costs: Mapping[str, float]) -> dict[str, float]:
        """Return the cost of every demand that counts, 1 where none is stated."""
        return checked_prices(self.ids(self.everything), costs)

    def cost(self, bits: int, prices: Mapping[str, float]) -> float:
        """Return what giving up a set of demands costs."""
        return sum(prices[name] for name in self.ids(bits))

    def concession(self, bits: int, prices: Mapping[str, float], examples: int) -> Concession:
        """Describe a minimal concession with the first of the packages that it opens."""
        rows = self.concessions[bits]
        return Concession(
            self.ids(bits),
            tuple(dict.fromkeys(self.space.demands[place].holder for place in self.members(bits))),
            self.cost(bits, prices),
            len(rows),
            tuple(self.space.package(int(row)) for row in self._fairest(rows)[:examples]),
        )

    def _fairest(self, rows: NDArray[np.intp]) -> NDArray[np.intp]:
        """Order packages by the gains of those who must sign, sorted from the lowest (leximin)."""
        counted = [party for party in self.space.problem.concerned() if party.measured]
        walk_away = np.nan_to_num(self.space.walk_away[self.space.columns(counted)])
        above = self.space.utilities[np.ix_(rows, self.space.columns(counted))] - walk_away
        gains = np.sort(np.round(above, DECIMALS), axis=1)
        return rows[np.lexsort((np.arange(len(rows)), *(-gains.T[::-1])))]

    def spared(self, collisions: Sequence[int]) -> tuple[dict[str, Package], ...]:
        """For each demand of each collision find a package that breaks it and keeps the others."""
        hits = self._hits(list(self.concessions))
        firsts = [int(rows[0]) for rows in self.concessions.values()]
        shown: dict[int, Package] = {}

        def package(concession: int) -> Package:
            if concession not in shown:
                shown[concession] = self.space.package(firsts[concession])
            return shown[concession]

        return tuple(
            {
                self.space.demands[place].id: package((alone & -alone).bit_length() - 1)
                for place, alone in _alone(hits, self.members(collision))
            }
            for collision in collisions
        )

    def _hits(self, concessions: Sequence[int]) -> dict[int, int]:
        """Return for each demand the concessions that contain it, as bits."""
        return {
            place: sum(1 << number for number, bits in enumerate(concessions) if bits >> place & 1)
            for place in self.members(self.everything)
        }

    def collisions_met(self, concessions: Sequence[int]) -> tuple[dict[str, tuple[str, ...]], ...]:
        """For each demand of each concession find a collision of which it gives up that demand alone.

        Collisions are known only where all minimal concessions are; else there are no witnesses.
        """
        if not self.complete:
            return ()
        hits = self._hits(concessions)
        full = (1 << len(concessions)) - 1
        return tuple(
            {
                self.space.demands[place].id: self.ids(
                    _shrunk(hits, self.members(self.everything & ~bits | 1 << place), full)
                )
                for place in self.members(bits)
            }
            for bits in concessions
        )


def checked_prices(ids: Sequence[str], costs: Mapping[str, float]) -> dict[str, float]:
    """Return the cost of giving up each demand, 1 where none is stated.

    Raises:
        ModelError: If a cost is negative, or is given for a demand that is not among these.
    """
    for name, cost in costs.items():
        if name not in ids:
            raise ModelError(f"no party that must sign makes the demand '{name}': {', '.join(ids)}")
        if not 0 <= cost < math.inf:
            raise ModelError(f"giving up '{name}' costs {cost}; a cost is a number from 0 upwards")
    return dict.fromkeys(ids, 1.0) | dict(costs)


def _alone(hits: Mapping[int, int], places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each demand of a set with the concessions that contain it and no other of the set."""
    once = twice = 0
    for place in places:
        twice |= once & hits[place]
        once |= hits[place]
    for place in places:
        yield place, hits[place] & ~twice


def _shrunk(hits: Mapping[int, int], places: Sequence[int], full: int) -> int:
    """Drop demands from a set that cannot all be kept, from the first on, for as long as it cannot.

    Args:
        hits: For each demand the concessions that contain it, as bits.
        places: The demands of the set; together they meet all concessions.
        full: All concessions.
    """
    later = [0]
    for place in reversed(places):
        later.append(later[-1] | hits[place])
    later.pop()
    met = kept = 0
    for place in places:
        if met | later.pop() != full:
            met, kept = met | hits[place], kept | 1 << place
    return kept
