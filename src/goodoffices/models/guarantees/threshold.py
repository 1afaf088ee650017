"""How credible a guarantee has to be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

from goodoffices.errors import ModelError

__all__ = ["ROUNDING", "Threshold", "check_range", "least_credibility", "snapped"]

ROUNDING = 1e-12
"""By so much an inequality may fail and still count as met, since sums of decimals are rounded."""


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least probability of being kept with which a guarantee does its work.

    Attributes:
        credibility: As the formula gives it: 0 or less means that no guarantee is needed, more than 1
            that none suffices; infinite where even a guarantee sure to be kept changes nothing.
        needless: Whether the work is done without any guarantee.
        attainable: Whether some credibility from 0 to 1 suffices.
    """

    credibility: float
    needless: bool
    attainable: bool


def least_credibility(shortfall: float, effect: float) -> Threshold:
    """Return the credibility q from which on `q · effect ≥ shortfall`.

    Args:
        shortfall: What is missing without a guarantee; 0 or less if nothing is.
        effect: What a guarantee sure to be kept adds.
    """
    needless = shortfall <= ROUNDING
    if effect > ROUNDING:
        credibility = snapped(shortfall / effect)
        return Threshold(credibility, needless, credibility <= 1.0 + ROUNDING)
    return Threshold(0.0 if needless else math.inf, needless, needless)


def snapped(value: float) -> float:
    """Return 0 or 1 for what differs from it by rounding alone, and any other value as it is.

    Whether a needed credibility is just 1 or more than 1 decides whether any suffices, and sums of decimals
    are seldom exact.

    Examples:
        >>> snapped((0.9 - 0.1 - 0.3) / (0.9 - 0.5 + 0.1))
        1.0
    """
    return next((end for end in (0.0, 1.0) if abs(value - end) <= ROUNDING), value)


def check_range(values: Mapping[str, float], lowest: float = 0.0, highest: float = math.inf) -> None:
    """Check that each named value is finite and within bounds.

    Raises:
        ModelError: At the first value that is not.
    """
    for name, value in values.items():
        if not (math.isfinite(value) and lowest <= value <= highest):
            reach = f"from {lowest:g} to {highest:g}" if math.isfinite(highest) else f"{lowest:g} or more"
            raise ModelError(f"{name} is {value}; it must be {reach}")
