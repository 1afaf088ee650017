"""How many packages lie in the zone, walk-away values included, without listing them.

Issues that a condition names together form a part. Part by part, it is kept which sums of utility have
been reached and in how many ways (dynamic programming). A sum from which a party cannot reach its walk-away
value any more is dropped, and sums from which it cannot miss it any more are one and the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.pareto import only_signatories
from goodoffices.models.bargaining.parts import allowed_choices
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.scores import Scores, party_scores
from goodoffices.models.solution import Solution

__all__ = ["MAX_SUMS", "ZoneSize", "count_zone"]

MAX_SUMS = 3_000_000
"""So many combinations of sums are merged in one step at most."""

_BOUNDS = "bounds of the zone by single parties"

Part = tuple[tuple[int, ...], NDArray[np.intp]]


@dataclass(frozen=True, slots=True)
class ZoneSize:
    """Between which numbers the number of packages in the zone lies.

    Attributes:
        least: At least so many packages are in the zone.
        most: At most so many are.
    """

    least: int
    most: int

    @property
    def exact(self) -> bool:
        """Whether the number is known."""
        return self.least == self.most


def count_zone(problem: Problem, *, limits: Limits = DEFAULT) -> Solution[ZoneSize, Mapping[str, int]]:
    """Count the packages that all who must sign could accept, in spaces of any size.

    The count is exact as long as few enough different sums come about, which holds for one walk-away value
    as a rule and for several where weights and values are coarse. Otherwise there are bounds: the zone is no
    larger than for the strictest party alone, and no smaller than what is left when what each rules out is
    subtracted (Boole's inequality).

    Args:
        problem: Who must sign is settled.
        limits: Time, if it has a clock, and whom to tell; where the time is over, bounds are what is proven.

    Returns:
        The number, or its bounds, which the method tells; the witness gives for each party with a walk-away
        value how many packages keep it and all conditions of those who must sign.

    Raises:
        ModelError: If there is a quorum, every package is impossible, a group of linked issues has more
            than 10,000,000 combinations, or a single party has too many different sums.

    References:
        Bellman (1957), Dynamic Programming, chapter 1.
    """
    only_signatories(problem)
    watch = Watch(limits)
    parts = allowed_choices(problem)
    scores = {
        party.name: score
        for party in problem.signatories()
        if (score := party_scores(party, problem.issues)) is not None and score.floor is not None
    }
    total = _counted(problem, parts, [], watch)
    if total is None:
        return Solution(f"{_BOUNDS}; the time was over", ZoneSize(0, problem.size), {})
    alone = {name: _counted(problem, parts, [score], watch) for name, score in scores.items()}
    together = _counted(problem, parts, list(scores.values()), watch)
    if not watch.stopped and any(count is None for count in alone.values()):
        raise ModelError(
            "too many different utilities come about to count packages; round the weights or values"
        )
    known = {name: count for name, count in alone.items() if count is not None}
    if together is not None:
        return Solution("packages counted by sums of utility", ZoneSize(together, together), known)
    least = max(0, total - sum(total - known.get(name, 0) for name in scores))
    method = f"{_BOUNDS}; the time was over" if watch.stopped else _BOUNDS
    return Solution(method, ZoneSize(least, min(known.values(), default=total)), known)


def _counted(problem: Problem, parts: Sequence[Part], scores: Sequence[Scores], watch: Watch) -> int | None:
    """Return how many packages reach the walk-away values, or None if there are too many sums or no time."""
    doing = f"counting packages by the sums of {len(scores)} parties"
    kind = np.int64 if problem.size < 2**62 else np.object_
    sums, counts = np.zeros((1, len(scores)), dtype=np.int64), np.ones(1, dtype=kind)
    for number, (places, kept) in enumerate(parts):
        own, ways = _distinct(_sums_of(places, kept, scores), np.ones(len(kept), dtype=kind))
        watch.tell(doing, number, len(parts))
        if len(sums) * len(own) > MAX_SUMS or watch.over():
            return None
        merged = (sums[:, None, :] + own[None, :, :]).reshape(len(sums) * len(own), len(scores))
        many = np.multiply.outer(counts, ways).reshape(-1)
        later = [place for part, _ in parts[number + 1 :] for place in part]
        sums, counts = _distinct(*_settled(merged, many, later, scores))
    return int(counts.sum()) if len(counts) else 0


def _sums_of(places: Sequence[int], kept: NDArray[np.intp], scores: Sequence[Scores]) -> NDArray[np.int64]:
    own = np.zeros((len(kept), len(scores)), dtype=np.int64)
    for column, score in enumerate(scores):
        for axis, place in enumerate(places):
            own[:, column] += score.terms[place][kept[:, axis]]
    return own


def _settled(
    sums: NDArray[np.int64], counts: NDArray[np.generic], later: Sequence[int], scores: Sequence[Scores]
) -> tuple[NDArray[np.int64], NDArray[np.generic]]:
    """Drop sums without hope, and make those equal that are safe."""
    for column, score in enumerate(scores):
        floor = score.floor or 0
        hope = sums[:, column] + sum(int(score.terms[place].max()) for place in later) >= floor
        sums, counts = sums[hope], counts[hope]
        safe = floor - sum(int(score.terms[place].min()) for place in later)
        np.minimum(sums[:, column], safe, out=sums[:, column])
    return sums, counts


def _distinct(
    sums: NDArray[np.int64], counts: NDArray[np.generic]
) -> tuple[NDArray[np.int64], NDArray[np.generic]]:
    """Return each different row once, with all its ways."""
    if not len(sums) or not sums.shape[1]:
        return sums[:1], np.array([counts.sum()] if len(counts) else [], dtype=counts.dtype)
    order = np.lexsort(sums.T)
    arranged = sums[order]
    starts = np.flatnonzero(np.concatenate(([True], (arranged[1:] != arranged[:-1]).any(axis=1))))
    return arranged[starts], np.add.reduceat(counts[order], starts)
