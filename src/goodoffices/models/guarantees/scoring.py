"""How well probabilities fit what happened: discrimination, sharpness, calibration, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError

__all__ = ["Bin", "auc", "brier", "calibration", "resampled"]

Table = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Bin:
    """Cases with like predictions.

    Attributes:
        cases: How many.
        predicted: Their mean prediction.
        observed: The share that came true.
    """

    cases: int
    predicted: float
    observed: float


def auc(predicted: Table, happened: Flags) -> float:
    """Return how often a case that came true was given more than one that did not, ties counting half.

    Raises:
        ModelError: If all cases came true, or none.

    References:
        Hanley and McNeil (1982), The meaning and use of the area under a receiver operating
        characteristic curve, Radiology 143.
    """
    _check(predicted, happened)
    true, false = predicted[happened], predicted[~happened]
    if not len(true) or not len(false):
        raise ModelError("all cases came true, or none did; there is no pair to compare")
    higher = (true[:, np.newaxis] > false).sum() + 0.5 * (true[:, np.newaxis] == false).sum()
    return float(higher / (len(true) * len(false)))


def brier(predicted: Table, happened: Flags) -> float:
    """Return the mean squared difference of predictions and what happened: 0 is perfect.

    References:
        Brier (1950), Verification of forecasts expressed in terms of probability, Monthly Weather Review 78.
    """
    _check(predicted, happened)
    return float(np.mean((predicted - happened) ** 2))


def calibration(predicted: Table, happened: Flags, *, bins: int = 5) -> tuple[Bin, ...]:
    """Put cases into bins of about equal size by their prediction, and compare with what happened.

    Args:
        predicted: Probabilities.
        happened: What came true.
        bins: How many bins; fewer where there are fewer cases.
    """
    _check(predicted, happened)
    order = np.argsort(predicted, kind="stable")
    parts = [part for part in np.array_split(order, bins) if len(part)]
    return tuple(
        Bin(len(part), float(predicted[part].mean()), float(happened[part].mean())) for part in parts
    )


def resampled(
    score: Callable[[NDArray[np.intp]], float],
    groups: Sequence[str],
    generator: np.random.Generator,
    *,
    draws: int = 2000,
) -> Interval:
    """Return a score with an interval of 95 per cent that resamples whole groups, such as wars.

    Cases of one war are not independent: drawing them one by one would make the interval too narrow.
    Draws in which the score does not exist, since all or none came true, are left out.

    Args:
        score: The score of a choice of cases, given as places, some several times.
        groups: The group of each case.
        generator: Where chance comes from.
        draws: How many resamples.
    """
    labels = np.array(groups)
    members = [np.flatnonzero(labels == label) for label in dict.fromkeys(groups)]
    found = []
    for _ in range(draws):
        picked = generator.integers(len(members), size=len(members))
        places = np.concatenate([members[place] for place in picked])
        value = score(places)
        if np.isfinite(value):
            found.append(value)
    middle = score(np.arange(len(labels)))
    low, high = np.quantile(found, (0.025, 0.975)).tolist()
    return Interval(min(low, middle), middle, max(high, middle))


def _check(predicted: Table, happened: Flags) -> None:
    if len(predicted) != len(happened) or not len(predicted):
        raise ModelError(
            f"{len(predicted)} predictions for {len(happened)} cases; give one for each, at least one"
        )
