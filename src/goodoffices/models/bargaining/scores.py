"""Utilities as whole numbers, so that equal is equal and every path through a problem agrees.

A utility is a sum of one term for each issue. Each party gets a unit of its own, in which all its terms are
whole numbers where such a unit exists; sums are then exact in any order. Where the unit would be too fine,
terms are rounded to 15 decimals and sums are compared after rounding to 12.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.bargaining.parties import Issue, Party

__all__ = ["Scores", "party_scores"]

FINEST = 10**15
"""Parts of 1 in the finest unit that is used."""

COARSE = 1000
"""Finest units that are not told apart where terms had to be rounded."""

DIGITS = 12
"""Decimals of values and significant digits of weights that are read."""


@dataclass(frozen=True, slots=True, eq=False)
class Scores:
    """What each option adds to a party's utility, in whole numbers.

    Attributes:
        terms: One array for each issue with an entry for each option, in units.
        unit: Units in a utility of 1.
        step: Sums are told apart in steps of so many units.
        floor: The lowest acceptable sum; None where there is no walk-away value.
        walk_away: The walk-away value as a number, or NaN.
    """

    terms: tuple[NDArray[np.int64], ...]
    unit: int
    step: int
    floor: int | None
    walk_away: float

    def utilities(self, sums: NDArray[np.int64]) -> NDArray[np.float64]:
        """Turn sums of terms into utilities from 0 to 1."""
        if self.step == 1:
            return np.asarray(sums / self.unit)
        return np.asarray((sums + self.step // 2) // self.step / (self.unit // self.step))

    def total(self, choices: Sequence[int]) -> int:
        """Return the sum of the terms of one package, given as the index of an option for each issue."""
        return sum(int(term[choice]) for term, choice in zip(self.terms, choices, strict=True))


def party_scores(party: Party, issues: tuple[Issue, ...]) -> Scores | None:
    """Return what each option adds to a party's utility; None for a party without numbers.

    Values are read to 12 decimals and weights to 12 significant digits, so that 0.1 + 0.2 weighs as much
    as 0.3.
    """
    if party.weights is None or party.values is None:
        return None
    weights = {issue: Fraction(f"{weight:.{DIGITS}g}") for issue, weight in party.weights.items()}
    total = sum(weights.values())
    exact = [
        [
            weights.get(issue.name, Fraction()) / total * _read(party.values[issue.name][option])
            if weights.get(issue.name)
            else Fraction()
            for option in issue.options
        ]
        for issue in issues
    ]
    unit, step = _common_unit(exact), 1
    if unit > FINEST:
        unit, step = FINEST, COARSE
    terms = tuple(np.array([round(term * unit) for term in row], dtype=np.int64) for row in exact)
    if party.walk_away is None:
        return Scores(terms, unit, step, None, math.nan)
    lowest = _read(party.walk_away) * unit
    floor = math.ceil(lowest) if step == 1 else math.ceil(lowest / step) * step - step // 2
    return Scores(terms, unit, step, floor, party.walk_away)


def _read(value: float) -> Fraction:
    return Fraction(f"{value:.{DIGITS}f}")


def _common_unit(rows: list[list[Fraction]]) -> int:
    """Return the least common denominator, or a number above the finest unit where it is finer."""
    unit = 1
    for row in rows:
        for term in row:
            unit = math.lcm(unit, term.denominator)
            if unit > FINEST:
                return unit
    return unit
