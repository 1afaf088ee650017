"""How far coders agree: Krippendorff's alpha for values that they give to the same units.

The agreement of coders who mark spans of text is in `unitizing`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations

from goodoffices.errors import CaseError

Value = Hashable
Difference = Callable[[Value, Value], float]


class Level(StrEnum):
    """Which differences between values mean something (Stevens 1946)."""

    NOMINAL = "nominal"
    """Values are the same or they are not, such as acts."""
    ORDINAL = "ordinal"
    """Values have an order, such as low, medium, high given as 1, 2, 3."""
    INTERVAL = "interval"
    """Differences between numbers mean something, such as places on a scale from 0 to 100."""
    RATIO = "ratio"
    """So do ratios, such as counts of troops."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """How far coders agree.

    Attributes:
        alpha: 1 for perfect agreement, 0 for what chance would give, below 0 for less than that; None where
            the values do not vary, so that there is nothing to tell chance from agreement.
        observed: Mean difference between values of the same unit.
        expected: Mean difference between values of any two units.
        pairable: Values in units that at least two coders have coded.
        left_out: Values in units that only one coder has coded.
    """

    alpha: float | None
    observed: float
    expected: float
    pairable: int
    left_out: int


def krippendorff_alpha(units: Sequence[Sequence[Value | None]], level: Level = Level.NOMINAL) -> Agreement:
    """Return the agreement of any number of coders, with values missing where they are.

    Args:
        units: For each unit the value that each coder gave it; None where a coder gave none.
        level: Which differences mean something. All but nominal need numbers.

    Raises:
        CaseError: No unit has two values, or a value is not a number where it has to be.

    References:
        Krippendorff (2011), Computing Krippendorff's Alpha-Reliability; Krippendorff (2018), Content
        Analysis, 4th ed., chapter 12.
    """
    given = [[value for value in unit if value is not None] for unit in units]
    pairable = [unit for unit in given if len(unit) > 1]
    if not pairable:
        raise CaseError("agreement needs units that two coders have coded; here is none")
    _check_numbers(pairable, level)
    together = _coincidences(pairable)
    totals = Counter[Value]()
    for unit in pairable:
        totals.update(unit)
    count = sum(totals.values())
    difference = _difference(level, totals)
    observed = sum(often * difference(*pair) for pair, often in together.items()) / count
    expected = sum(
        totals[one] * totals[other] * difference(one, other) for one, other in permutations(totals, 2)
    ) / (count * (count - 1))
    return Agreement(
        alpha=1 - observed / expected if expected else None,
        observed=observed,
        expected=expected,
        pairable=count,
        left_out=sum(map(len, given)) - count,
    )


def _check_numbers(units: Sequence[Sequence[Value]], level: Level) -> None:
    if level is Level.NOMINAL:
        return
    for value in (value for unit in units for value in unit):
        if _number(value) is None:
            raise CaseError(
                f"{value!r} is not a number; {level} agreement compares numbers, so give one or use nominal"
            )
        if level is Level.RATIO and (_number(value) or 0) < 0:
            raise CaseError(f"{value!r} is below 0; ratios need values from 0 up, so use interval")


def _coincidences(units: Sequence[Sequence[Value]]) -> Mapping[tuple[Value, Value], float]:
    """Return how often two values stand in one unit; a unit of m values counts as m, whatever its pairs."""
    together: dict[tuple[Value, Value], float] = {}
    for unit in units:
        often = Counter(unit)
        for one, other in permutations(often, 2):
            weight = often[one] * often[other] / (len(unit) - 1)
            together[one, other] = together.get((one, other), 0.0) + weight
    return together


def _difference(level: Level, totals: Mapping[Value, int]) -> Difference:
    """Return the squared difference that the level defines; values that are equal are never asked about."""
    if level is Level.NOMINAL:
        return lambda one, other: float(one != other)
    place = (
        _middle_ranks(totals)
        if level is Level.ORDINAL
        else {value: _number(value) or 0.0 for value in totals}
    )
    if level is Level.RATIO:
        return lambda one, other: ((place[one] - place[other]) / (place[one] + place[other])) ** 2
    return lambda one, other: (place[one] - place[other]) ** 2


def _middle_ranks(totals: Mapping[Value, int]) -> dict[Value, float]:
    """Return for each value the number of values below it and half of those that equal it."""
    middle: dict[Value, float] = {}
    below = 0
    for value in sorted(totals, key=lambda value: _number(value) or 0.0):
        middle[value] = below + totals[value] / 2
        below += totals[value]
    return middle


def _number(value: Value) -> float | None:
    """Return a value as a number, None where it is not one."""
    if isinstance(value, bool) or not isinstance(value, int | float) or math.isnan(value):
        return None
    return float(value)
