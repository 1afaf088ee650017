"""Packages: one option for each issue, all of them listed, with what each gives and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.grid import broken_words, choice_columns, possible_rows, term_sums
from goodoffices.models.bargaining.parties import Demand, Party
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.scores import Scores, party_scores

__all__ = ["MAX_PACKAGES", "Package", "PackageList", "Space", "enumerate_packages", "memory_needed"]

MAX_PACKAGES = 10_000_000
"""Largest number of packages that is listed; more are refused."""

DECIMALS = 12
"""Gains are rounded to this many decimals."""


@dataclass(frozen=True, slots=True)
class Package:
    """One option for each issue, and what that means to each party.

    Attributes:
        terms: The option picked on each issue.
        utilities: Each party's utility, from 0 to 1; None for a party without numbers.
        gains: Utility less walk-away value; None where there is no walk-away value.
        broken: Ids of the demands that the package breaks, also of parties that need not sign.
    """

    terms: Mapping[str, str]
    utilities: Mapping[str, float | None]
    gains: Mapping[str, float | None]
    broken: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackageList:
    """How many packages there are, and the first of them.

    Attributes:
        count: How many there are.
        packages: As many of them as were asked for, in the order that the solver states.
    """

    count: int
    packages: tuple[Package, ...]

    @property
    def complete(self) -> bool:
        """Whether all of them are listed."""
        return self.count == len(self.packages)


@dataclass(frozen=True, slots=True, eq=False)
class Space:
    """All packages that are not impossible, as arrays with one row for each.

    Arrays are stored column by column, in the smallest type that holds them.

    Attributes:
        problem: What they are packages of.
        demands: The demands of all parties; bit i of a row of `words` stands for the i-th.
        choices: Index of the option picked, packages × issues.
        utilities: Packages × parties, from 0 to 1; NaN for a party without numbers.
        walk_away: The walk-away value of each party; NaN where there is none.
        words: The demands that a package breaks as bits, packages × 64-bit words, lowest bit first.
    """

    problem: Problem
    demands: tuple[Demand, ...]
    choices: NDArray[np.unsignedinteger]
    utilities: NDArray[np.float64]
    walk_away: NDArray[np.float64]
    words: NDArray[np.uint64]

    @property
    def broken(self) -> NDArray[np.bool_]:
        """Whether the package breaks the demand, packages × demands; made anew at each call."""
        columns = [
            (self.words[:, place // 64] >> np.uint64(place % 64)) & np.uint64(1)
            for place in range(len(self.demands))
        ]
        return np.array(columns, dtype=np.bool_).reshape(len(columns), len(self.words)).T

    def held_by(self, parties: Iterable[Party]) -> NDArray[np.intp]:
        """Return the places of the demands that the parties hold."""
        names = {party.name for party in parties}
        return np.array([i for i, demand in enumerate(self.demands) if demand.holder in names], dtype=np.intp)

    def breaking(self, places: Iterable[int]) -> NDArray[np.bool_]:
        """Return for each package whether it breaks one of the demands at these places."""
        bits = sum(1 << int(place) for place in places)
        found = np.zeros(len(self.words), dtype=np.bool_)
        for column in range(self.words.shape[1]):
            found |= (self.words[:, column] & np.uint64(bits >> 64 * column & 2**64 - 1)) != 0
        return found

    def acceptable_to(self, parties: Iterable[Party]) -> NDArray[np.bool_]:
        """Return for each package whether it keeps every demand of the parties."""
        return ~self.breaking(self.held_by(parties))

    def signed(self) -> NDArray[np.bool_]:
        """Return for each package whether enough parties accept it to make an agreement."""
        found = np.zeros(len(self.words), dtype=np.bool_)
        for coalition in self.problem.coalitions():
            found |= self.acceptable_to(coalition)
        return found

    def zone(self) -> NDArray[np.intp]:
        """Return the rows acceptable to all who must sign, or to enough of them."""
        return np.flatnonzero(self.signed())

    def columns(self, parties: Iterable[Party]) -> NDArray[np.intp]:
        """Return the columns of the parties in utilities and walk-away values."""
        names = [party.name for party in self.problem.parties]
        return np.array([names.index(party.name) for party in parties], dtype=np.intp)

    def gains(self, rows: NDArray[np.intp], parties: Iterable[Party]) -> NDArray[np.float64]:
        """Return utilities less walk-away values, rounded to 12 decimals, rows × parties."""
        columns = self.columns(parties)
        above = self.utilities[np.ix_(rows, columns)] - self.walk_away[columns]
        return np.round(above, DECIMALS, out=above)

    def package(self, row: int) -> Package:
        """Return the package of a row in words and plain numbers."""
        names = [party.name for party in self.problem.parties]
        gains = np.round(self.utilities[row] - self.walk_away, DECIMALS)
        bits = int.from_bytes(self.words[row].astype("<u8").tobytes(), "little")
        return Package(
            {
                issue.name: issue.options[choice]
                for issue, choice in zip(self.problem.issues, self.choices[row], strict=True)
            },
            dict(zip(names, map(_number, self.utilities[row]), strict=True)),
            dict(zip(names, map(_number, gains), strict=True)),
            tuple(demand.id for place, demand in enumerate(self.demands) if bits >> place & 1),
        )

    def listing(self, rows: NDArray[np.intp], limit: int) -> PackageList:
        """Return how many rows there are and the packages of the first of them."""
        return PackageList(len(rows), tuple(self.package(int(row)) for row in rows[:limit]))


def enumerate_packages(problem: Problem) -> Space:
    """List all packages that are not impossible.

    The last issue varies fastest. A utility is `Σ weight · value` with weights divided by their sum,
    summed in whole numbers.

    Args:
        problem: Up to 10,000,000 packages before impossible ones are taken out.

    Raises:
        ModelError: If there are more packages, or if every package is impossible.

    References:
        Additive utilities: Keeney and Raiffa (1976), Decisions with Multiple Objectives, chapter 3.
    """
    if problem.size > MAX_PACKAGES:
        raise ModelError(
            f"{problem.size:,} packages are more than the {MAX_PACKAGES:,} that can be listed "
            f"(they would take {memory_needed(problem) / 1e9:,.1f} GB); merge options or leave out issues "
            "that nobody insists on, or ask for the zone, a collision or a concession by search"
        )
    rows = possible_rows(problem)
    demands = problem.demands()
    scores = [party_scores(party, problem.issues) for party in problem.parties]
    kept = problem.size if rows is None else len(rows)
    utilities = np.full((kept, len(scores)), np.nan, order="F")
    words = broken_words(problem, demands, rows)
    for column, (party, score) in enumerate(zip(problem.parties, scores, strict=True)):
        if score is not None:
            sums = term_sums(score.terms)
            sums = sums if rows is None else sums[rows]
            utilities[:, column] = score.utilities(sums)
            _mark_below(words, [demand.id for demand in demands], party, sums, score)
    walk_away = np.array([np.nan if s is None else s.walk_away for s in scores])
    return Space(problem, demands, choice_columns(problem, rows), utilities, walk_away, words)


def memory_needed(problem: Problem) -> int:
    """Estimate how many bytes listing all packages takes at its highest point.

    Utilities take 8 bytes for each party, broken demands 8 for each 64 of them, choices at least 1 for
    each issue; what is compared while solving takes about as much again as the utilities.
    """
    width = np.min_scalar_type(max(len(issue.options) for issue in problem.issues) - 1).itemsize
    words = max(1, -(-len(problem.demands()) // 64))
    each = 2 * 8 * len(problem.parties) + 8 * words + width * len(problem.issues) + 3 * 8
    return problem.size * each


def _mark_below(
    words: NDArray[np.uint64], ids: list[str], party: Party, sums: NDArray[np.int64], score: Scores
) -> None:
    """Set the bit of a party's walk-away value in the packages that fall below it."""
    if score.floor is not None:
        place = ids.index(f"{party.name}.walk_away")
        words[:, place // 64] |= (sums < score.floor).astype(np.uint64) << np.uint64(place % 64)


def _number(value: np.float64) -> float | None:
    return None if np.isnan(value) else float(value) + 0.0
