"""How much of what a person coded was found, and how much of what was found is right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

DRAWS = 2000
FEWEST = 2
"""Reports that must have something to count for an interval."""
LEVEL = (2.5, 97.5)
"""Percentiles that bound an interval of 95 percent."""

Key = tuple[str, str]
"""A group of figures and the name of one: ("found", "statements"), ("right", "act"), ("act", "reject")."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were right, found and to be found; a share is counted with as many found as to be found."""

    right: int = 0
    found: int = 0
    wanted: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.wanted + other.wanted)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """Share of what was to be found that was found; None where nothing was."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is nothing to count."""
        both = self.found + self.wanted
        return 2 * self.right / both if both else None


def share(right: int, of: int) -> Counts:
    """Return the counts of a share, whose precision, recall and F1 are one number."""
    return Counts(right, of, of)


@dataclass(frozen=True, slots=True)
class Wrong:
    """Something that went wrong.

    Attributes:
        kind: What: missed, invented, extra, act, party, …
        report: Id of the report.
        construction: How the report tells it; empty where nobody coded it.
        words: The words of the report.
        wanted: What the person coded; empty where nothing.
        found: What was found; empty where nothing.
    """

    kind: str
    report: str
    construction: str
    words: str
    wanted: str
    found: str


@dataclass(frozen=True, slots=True)
class Score:
    """How one report was read."""

    report: str
    counts: Mapping[Key, Counts]
    wrong: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure over all reports.

    Attributes:
        group: What kind of figure it is.
        name: Its name within the group.
        counts: What it was counted from.
        interval: Where its F1 lies in 95 of 100 draws of the reports with replacement; None where fewer
            than two reports have anything to count.
    """

    group: str
    name: str
    counts: Counts
    interval: tuple[float, float] | None


def figures(scores: Sequence[Score], *, seed: int = 20261124, draws: int = DRAWS) -> tuple[Figure, ...]:
    """Return all figures over some reports, each with an interval from drawing the reports anew.

    Args:
        scores: One for each report.
        seed: Seed of the draws.
        draws: How many draws.

    References:
        Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13 (percentile intervals).
    """
    keys = list(dict.fromkeys(key for score in scores for key in score.counts))
    weights = np.random.default_rng(seed).multinomial(len(scores), [1 / len(scores)] * len(scores), draws)
    return tuple(
        Figure(
            *key,
            sum((score.counts.get(key, Counts()) for score in scores), Counts()),
            _interval(scores, key, weights),
        )
        for key in keys
    )


def _interval(
    scores: Sequence[Score], key: Key, weights: np.ndarray[tuple[int, ...], np.dtype[np.int64]]
) -> tuple[float, float] | None:
    counts = [score.counts.get(key, Counts()) for score in scores]
    drawn = weights @ np.array([(2 * one.right, one.found + one.wanted) for one in counts])
    drawn = drawn[drawn[:, 1] > 0]
    if not len(drawn) or sum(one.found + one.wanted > 0 for one in counts) < FEWEST:
        return None
    low, high = np.percentile(drawn[:, 0] / drawn[:, 1], LEVEL)
    return float(low), float(high)


def tallied(marks: Iterable[tuple[Key, Counts]]) -> dict[Key, Counts]:
    """Return the sum of the counts of each key, in order of first mention."""
    summed: dict[Key, Counts] = defaultdict(Counts)
    for key, counts in marks:
        summed[key] += counts
    return dict(summed)
