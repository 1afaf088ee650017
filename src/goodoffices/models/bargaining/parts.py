"""The frontier by parts: issues that no demand links are merged one after the other.

Issues that a demand or an impossible combination names together form a part. Whether a package breaks a
condition is settled part by part, and utilities are sums over parts. So where a choice within one part is
worse for one party and better for nobody than another acceptable one, no package of the frontier contains
it, and it can be dropped before the next part is merged (dynamic programming over parts).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import prod

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.conditions import Condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.dominance import undominated, undominated_by_steps
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.grid import condition_grid, impossible_for_all, shape
from goodoffices.models.bargaining.pace import Watch
from goodoffices.models.bargaining.packages import MAX_PACKAGES, PackageList
from goodoffices.models.bargaining.parties import DemandKind, Party
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.scores import Scores

__all__ = ["Frontier", "allowed_choices", "frontier_by_parts", "largest_part", "linked_issues"]

MAX_KEPT = 20_000
"""Largest number of undominated sums from which is merged on; more take too long to compare."""

MAX_SORTED = 100_000
"""Up to so many packages are listed in order."""

Choice = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Merged:
    """What is left of the parts merged so far.

    Attributes:
        sums: Different sums of terms × parties.
        ways: For each of them, the pairs of a place before and a place in the last part that give it;
            a place before is -1 in the first part.
        counts: For each of them, how many choices on the issues so far give it.
    """

    sums: NDArray[np.int64]
    ways: tuple[NDArray[np.intp], ...]
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Frontier:
    """The packages from which nobody can gain unless another loses.

    Attributes:
        evaluator: The problem.
        counted: Whose utilities were compared.
        utilities: Different points of the frontier × parties counted, from 0 to 1.
        counts: For each point, how many packages give it.
        parts: For each part, the places of its issues and the choices on them that were kept.
        levels: What was left after each part, with the points of the frontier as the last.
        rows: The rows of the last level that are points of the frontier.
        complete: Whether all points are there.
    """

    evaluator: Evaluator
    counted: tuple[Party, ...]
    utilities: NDArray[np.float64]
    counts: tuple[int, ...]
    parts: tuple[tuple[tuple[int, ...], NDArray[np.intp]], ...]
    levels: tuple[_Merged, ...]
    rows: NDArray[np.intp]
    complete: bool = True

    def packages(self, points: Sequence[int], limit: int) -> PackageList:
        """Return how many packages give these points, and the first of them.

        They are in order, the last issue varying fastest, where there are up to 100,000; of more, any.
        """
        count = sum(self.counts[point] for point in points)
        every = (choice for point in points for choice in self._choices(int(self.rows[point])))
        some = sorted(every)[:limit] if count <= MAX_SORTED else list(islice(every, limit))
        return PackageList(count, tuple(self.evaluator.package(choice) for choice in some))

    def _choices(self, row: int) -> Iterator[Choice]:
        issues = len(self.evaluator.problem.issues)
        for picked in self._picks(len(self.parts) - 1, row):
            choice = [0] * issues
            for (places, kept), one in zip(self.parts, picked, strict=True):
                for place, option in zip(places, kept[one], strict=True):
                    choice[place] = int(option)
            yield tuple(choice)

    def _picks(self, level: int, row: int) -> Iterator[tuple[int, ...]]:
        if level < 0:
            yield ()
            return
        for before, last in self.levels[level].ways[row]:
            for picked in self._picks(level - 1, int(before)):
                yield (*picked, int(last))


def linked_issues(problem: Problem, conditions: Sequence[Condition]) -> tuple[tuple[int, ...], ...]:
    """Group the issues that conditions name together, by their places; an issue that none names is alone."""
    groups = [{place} for place in range(len(problem.issues))]
    names = [issue.name for issue in problem.issues]
    for condition in conditions:
        named = {names.index(atom.name) for atom in condition.atoms()}
        touched = [group for group in groups if group & named]
        groups = [group for group in groups if not group & named]
        groups.extend([set().union(*touched)] if touched else [])
    return tuple(sorted(tuple(sorted(group)) for group in groups))


def frontier_by_parts(problem: Problem, *, walk_away: bool = True, watch: Watch | None = None) -> Frontier:
    """Find the frontier of the zone without listing all packages.

    Args:
        problem: Who must sign is settled, and at least one of them has a utility.
        walk_away: Whether walk-away values rule packages out.
        watch: Told how far it is.

    Returns:
        The frontier; where the time of the watch was over it is empty and not complete, since before the
        last part is merged nothing is known.

    Raises:
        ModelError: If a part has more than 10,000,000 packages, or more than 20,000 combinations of options
            on the issues merged so far are undominated; or if every package is impossible.
    """
    evaluator = Evaluator.of(problem)
    counted = tuple(party for party in problem.signatories() if party.measured)
    by_name = {party.name: score for party, score in zip(problem.parties, evaluator.scores, strict=True)}
    scores = [score for party in counted if (score := by_name[party.name]) is not None]
    parts = allowed_choices(problem)
    levels: list[_Merged] = []
    watch = watch or Watch()
    for number, (places, kept) in enumerate(watch.within(parts, "merging issues", len(parts))):
        later = [place for part, _ in parts[number + 1 :] for place in part]
        levels.append(_merge(levels[-1] if levels else None, kept, places, scores, watch=watch))
        if walk_away:
            levels[-1] = _hopeful(levels[-1], later, scores)
    sums = levels[-1].sums[:0] if watch.stopped else levels[-1].sums
    utilities = np.column_stack([score.utilities(sums[:, i]) for i, score in enumerate(scores)])
    # Sums that were compared in steps of 1 dominate exactly where utilities do.
    exact = all(score.step == 1 for score in scores)
    rows = np.arange(len(sums)) if exact else undominated(utilities)
    counts = tuple(levels[-1].counts[row] for row in rows)
    return Frontier(
        evaluator, counted, utilities[rows], counts, parts, tuple(levels), rows, not watch.stopped
    )


def allowed_choices(problem: Problem) -> tuple[tuple[tuple[int, ...], NDArray[np.intp]], ...]:
    """Return for each group of linked issues their places and the choices that no condition rules out.

    Raises:
        ModelError: If a group has more than 10,000,000 combinations, or every package is impossible.
    """
    conditions = _conditions(problem)
    linked = linked_issues(problem, conditions)
    parts = tuple((part, _kept(problem, part, conditions)) for part in linked)
    if problem.impossible and not all(len(_kept(problem, part, problem.impossible)) for part in linked):
        raise impossible_for_all(problem)
    return parts


def largest_part(problem: Problem) -> int:
    """Return the number of combinations of options of the largest group of linked issues."""
    lengths = shape(problem.issues)
    return max(
        prod(lengths[place] for place in part) for part in linked_issues(problem, _conditions(problem))
    )


def _conditions(problem: Problem) -> list[Condition]:
    """Return the conditions that rule packages out, walk-away values set aside."""
    return [
        *problem.impossible,
        *(
            demand.never
            for party in problem.signatories()
            for demand in party.demands()
            if demand.kind is not DemandKind.WALK_AWAY and demand.never is not None
        ),
    ]


def _kept(problem: Problem, part: tuple[int, ...], conditions: Sequence[Condition]) -> NDArray[np.intp]:
    """Return the choices on the issues of a part in which none of the conditions holds."""
    issues = [problem.issues[place] for place in part]
    lengths = shape(issues)
    if prod(lengths) > MAX_PACKAGES:
        raise ModelError(
            f"demands link {len(part)} issues with {prod(lengths):,} combinations, more than the "
            f"{MAX_PACKAGES:,} that can be listed; ask for the zone, a collision or a concession by search"
        )
    names = {issue.name for issue in issues}
    ruled_out = np.zeros(lengths, dtype=np.bool_)
    for condition in conditions:
        named = {atom.name for atom in condition.atoms()}
        if named <= names:
            ruled_out |= condition_grid(condition, issues)
    return np.argwhere(~ruled_out)


def _merge(
    before: _Merged | None,
    kept: NDArray[np.intp],
    places: tuple[int, ...],
    scores: Sequence[Scores],
    *,
    watch: Watch,
) -> _Merged:
    """Add a part and drop what another choice on the issues so far beats."""
    own = np.zeros((len(kept), len(scores)), dtype=np.int64)
    for column, score in enumerate(scores):
        for axis, place in enumerate(places):
            own[:, column] += score.terms[place][kept[:, axis]]
    earlier = np.zeros((1, len(scores)), dtype=np.int64) if before is None else before.sums
    if max(len(earlier), len(own) // 1000) > MAX_KEPT:
        raise ModelError(
            f"{max(len(earlier), len(own)):,} combinations of options are worse than no other, too many to "
            "merge further; compare fewer parties at a time, or ask for the zone by search"
        )
    sums = (earlier[:, None, :] + own[None, :, :]).reshape(-1, len(scores))
    best = undominated_by_steps(sums, [score.step for score in scores], watch)
    unique, origin = np.unique(sums[best], axis=0, return_inverse=True)
    pairs = np.column_stack(np.divmod(best, max(1, len(own))))
    if before is None:
        pairs[:, 0] = -1
    order = np.argsort(origin.reshape(-1), kind="stable")
    cuts = np.cumsum(np.bincount(origin.reshape(-1), minlength=len(unique)))[:-1]
    ways = tuple(np.split(pairs[order], cuts)) if len(unique) else ()
    counts = tuple(
        len(way) if before is None else sum(before.counts[int(one)] for one in way[:, 0]) for way in ways
    )
    return _Merged(unique, ways, counts)


def _hopeful(level: _Merged, later: Sequence[int], scores: Sequence[Scores]) -> _Merged:
    """Drop sums from which some party cannot reach its walk-away value whatever is chosen later."""
    hope = np.ones(len(level.sums), dtype=np.bool_)
    for column, score in enumerate(scores):
        if score.floor is not None:
            highest = sum(int(score.terms[place].max()) for place in later)
            hope &= level.sums[:, column] + highest >= score.floor
    rows = np.flatnonzero(hope)
    return _Merged(
        level.sums[rows],
        tuple(level.ways[row] for row in rows),
        tuple(level.counts[row] for row in rows),
    )
