"""How sure a figure of agreement is: an interval round alpha by resampling units."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from goodoffices.case.intercoder import Level, Value, krippendorff_alpha
from goodoffices.errors import CaseError

DRAWS = 1000
"""How often units are drawn anew where nothing else is said."""
LEVEL = (2.5, 97.5)
"""Percentiles of the draws that an interval of 95 per cent runs between."""
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class AlphaInterval:
    """Between which values alpha lies, as far as the choice of units tells.

    Attributes:
        low: Lower end, at most 1.
        high: Upper end, at most 1.
        draws: How many draws it rests on; those in which all values were the same are left out.
    """

    low: float
    high: float
    draws: int


def alpha_interval(
    units: Sequence[Sequence[Value | None]],
    level: Level = Level.NOMINAL,
    *,
    seed: int = 0,
    draws: int = DRAWS,
) -> AlphaInterval | None:
    """Return an interval of 95 per cent round alpha, by drawing units anew with replacement.

    This is the ordinary bootstrap over units with percentiles, not Krippendorff's own procedure, which draws
    disagreements while chance is held fixed. It says how alpha would vary with other units of the same kind,
    coded by the same coders, and takes units for independent.

    Args:
        units: For each unit the value that each coder gave it; None where a coder gave none.
        level: Which differences mean something.
        seed: Of the generator, so that the same units give the same interval.
        draws: How many draws.

    Returns:
        The interval; None where fewer than two units were coded by two, where coders never differ, so that
        no draw could differ, or where the values do not vary in half of the draws.

    Raises:
        CaseError: As for `krippendorff_alpha`.

    References:
        Zapf, Castell, Morawietz and Karch (2016), Measuring inter-rater reliability for nominal data, BMC
        Medical Research Methodology 16:93 (coverage of this bootstrap); Efron and Tibshirani (1993), An
        Introduction to the Bootstrap, chapter 13 (percentile intervals); Hayes and Krippendorff (2007),
        Answering the Call for a Standard Reliability Measure for Coding Data, Communication Methods and
        Measures 1 (the other procedure).
    """
    kept = [unit for unit in units if sum(value is not None for value in unit) > 1]
    if not krippendorff_alpha(units, level).observed or len(kept) < 2:
        return None
    table, values = _table(kept)
    generator = np.random.default_rng(seed)
    weights = generator.multinomial(len(kept), [1 / len(kept)] * len(kept), size=draws)
    drawn = [alpha for weight in weights if (alpha := _alpha(table, values, weight, level)) is not None]
    if 2 * len(drawn) < draws:
        return None
    low, high = np.percentile(drawn, LEVEL)
    return AlphaInterval(float(low), float(high), len(drawn))


def weighted_alpha(
    units: Sequence[Sequence[Value | None]], weights: Sequence[int], level: Level = Level.NOMINAL
) -> float | None:
    """Return alpha where each unit counts as often as its weight says; None where the values do not vary.

    Args:
        units: For each unit the value that each coder gave it, at least two of them.
        weights: How often each unit counts, from 0 up.
        level: Which differences mean something.

    Raises:
        CaseError: No unit counts.
    """
    if not any(weights):
        raise CaseError("agreement needs units that count; all weights are 0")
    table, values = _table(units)
    return _alpha(table, values, np.asarray(weights), level)


def _table(units: Sequence[Sequence[Value | None]]) -> tuple[Array, list[Value]]:
    """Return how often each unit has each value, and the values, in order where they are numbers."""
    counts = [Counter(value for value in unit if value is not None) for unit in units]
    values: list[Any] = list(dict.fromkeys(value for count in counts for value in count))
    if all(isinstance(value, int | float) for value in values):
        values.sort()
    return np.array([[count[value] for value in values] for count in counts], dtype=np.float64), values


def _alpha(
    table: Array, values: Sequence[Value], weights: npt.NDArray[np.int64], level: Level
) -> float | None:
    totals = weights @ table
    together = (table * (weights / (table.sum(axis=1) - 1))[:, None]).T @ table
    differences = _differences(level, values, totals)
    count = totals.sum()
    expected = (np.outer(totals, totals) * differences).sum() / (count * (count - 1))
    return float(1 - (together * differences).sum() / count / expected) if expected else None


def _differences(level: Level, values: Sequence[Value], totals: Array) -> Array:
    """Return the squared difference of each two values that the level defines."""
    if level is Level.NOMINAL:
        return 1 - np.eye(len(values))
    ranks = totals.cumsum() - totals / 2
    place = ranks if level is Level.ORDINAL else np.array(values, dtype=np.float64)
    apart = place[:, None] - place[None, :]
    if level is Level.RATIO:
        both = place[:, None] + place[None, :]
        apart = np.divide(apart, both, out=np.zeros_like(apart), where=both != 0)
    return np.asarray(apart**2)
