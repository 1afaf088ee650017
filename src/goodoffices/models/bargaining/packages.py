"""Packages: one option for each issue, all of them listed, with what each gives and breaks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.problem import Demand, Party, Problem

__all__ = ["MAX_PACKAGES", "Package", "PackageList", "Space", "enumerate_packages"]

MAX_PACKAGES = 1_000_000
"""Largest number of packages that is listed; more are refused."""

DECIMALS = 12
"""Utilities are rounded to this many decimals, so that equal sums of equal terms are equal numbers."""


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

    Attributes:
        problem: What they are packages of.
        demands: The demands of all parties; the columns of `broken`.
        choices: Index of the option picked, packages × issues.
        utilities: Packages × parties, rounded to 12 decimals; NaN for a party without numbers.
        gains: Utilities less walk-away values; NaN where there is no walk-away value.
        broken: Whether the package breaks the demand, packages × demands.
    """

    problem: Problem
    demands: tuple[Demand, ...]
    choices: NDArray[np.int32]
    utilities: NDArray[np.float64]
    gains: NDArray[np.float64]
    broken: NDArray[np.bool_]

    def held_by(self, parties: Iterable[Party]) -> NDArray[np.intp]:
        """Return the columns of the demands that the parties hold."""
        names = {party.name for party in parties}
        return np.array([i for i, demand in enumerate(self.demands) if demand.holder in names], dtype=np.intp)

    def acceptable_to(self, parties: Iterable[Party]) -> NDArray[np.bool_]:
        """Return for each package whether it keeps every demand of the parties."""
        return np.asarray(~self.broken[:, self.held_by(parties)].any(axis=1))

    def zone(self) -> NDArray[np.intp]:
        """Return the rows acceptable to all who must sign."""
        return np.flatnonzero(self.acceptable_to(self.problem.signatories()))

    def columns(self, parties: Iterable[Party]) -> NDArray[np.intp]:
        """Return the columns of the parties in utilities and gains."""
        names = [party.name for party in self.problem.parties]
        return np.array([names.index(party.name) for party in parties], dtype=np.intp)

    def package(self, row: int) -> Package:
        """Return the package of a row in words and plain numbers."""
        names = [party.name for party in self.problem.parties]
        return Package(
            {
                issue.name: issue.options[choice]
                for issue, choice in zip(self.problem.issues, self.choices[row], strict=True)
            },
            dict(zip(names, map(_number, self.utilities[row]), strict=True)),
            dict(zip(names, map(_number, self.gains[row]), strict=True)),
            tuple(self.demands[column].id for column in np.flatnonzero(self.broken[row])),
        )

    def listing(self, rows: NDArray[np.intp], limit: int) -> PackageList:
        """Return how many rows there are and the packages of the first of them."""
        return PackageList(len(rows), tuple(self.package(int(row)) for row in rows[:limit]))


def enumerate_packages(problem: Problem) -> Space:
    """List all packages that are not impossible.

    The last issue varies fastest. A utility is `Σ weight · value` with weights divided by their sum. A
    package keeps a walk-away value if its utility, rounded to 12 decimals, is not below it.

    Args:
        problem: Up to 1,000,000 packages before impossible ones are taken out.

    Raises:
        ModelError: If there are more packages, or if every package is impossible.

    References:
        Additive utilities: Keeney and Raiffa (1976), Decisions with Multiple Objectives, chapter 3.
    """
    if problem.size > MAX_PACKAGES:
        raise ModelError(
            f"{problem.size:,} packages are more than the {MAX_PACKAGES:,} that can be listed; "
            "merge options or leave out issues that nobody insists on"
        )
    choices = _possible_choices(problem)
    utilities = np.column_stack([_utility(problem, party, choices) for party in problem.parties])
    floors = np.array([np.nan if p.walk_away is None else p.walk_away for p in problem.parties])
    gains = np.round(utilities - np.round(floors, DECIMALS), DECIMALS)
    demands = problem.demands()
    broken = np.zeros((len(choices), len(demands)), dtype=np.bool_)
    names = [party.name for party in problem.parties]
    for column, demand in enumerate(demands):
        if demand.never is None:
            broken[:, column] = gains[:, names.index(demand.holder)] < 0
        else:
            broken[:, column] = demand.never.mask(_Lookup(problem, choices))
    return Space(problem, demands, choices, utilities, gains, broken)


def _possible_choices(problem: Problem) -> NDArray[np.int32]:
    numbers, choices = np.arange(problem.size), np.empty((problem.size, len(problem.issues)), dtype=np.int32)
    for column in reversed(range(len(problem.issues))):
        numbers, choices[:, column] = np.divmod(numbers, len(problem.issues[column].options))
    possible = np.ones(len(choices), dtype=np.bool_)
    for condition in problem.impossible:
        possible &= ~condition.mask(_Lookup(problem, choices))
    if not possible.any():
        raise ModelError(
            f"all {problem.size:,} packages are impossible; "
            f"take back one of the {len(problem.impossible)} conditions that rule them out"
        )
    return np.asarray(choices[possible])


@dataclass(frozen=True, slots=True, eq=False)
class _Lookup:
    """Tells a condition in which packages an issue is settled by an option."""

    problem: Problem
    choices: NDArray[np.int32]

    def __call__(self, name: str, option: str | None) -> NDArray[np.bool_]:
        column = next(i for i, issue in enumerate(self.problem.issues) if issue.name == name)
        picked = self.problem.issues[column].options.index(str(option))
        return np.asarray(self.choices[:, column] == picked)


def _utility(problem: Problem, party: Party, choices: NDArray[np.int32]) -> NDArray[np.float64]:
    utility = np.full(len(choices), 0.0 if party.measured else np.nan)
    if party.weights is None or party.values is None:
        return utility
    total = sum(party.weights.values())
    for column, issue in enumerate(problem.issues):
        weight = party.weights.get(issue.name, 0.0)
        if weight > 0:
            worth = np.array([party.values[issue.name][option] for option in issue.options])
            utility += weight / total * worth[choices[:, column]]
    return np.round(utility, DECIMALS)


def _number(value: np.float64) -> float | None:
    return None if np.isnan(value) else float(value)
