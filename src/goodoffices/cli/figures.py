"""Numbers and intervals as people read them."""

from __future__ import annotations

from collections.abc import Sequence

__all__ = ["number", "span"]


def span(value: Sequence[float | None]) -> str:
    """Write lowest, middle and highest value as "middle (lowest to highest)"."""
    low, mid, high = map(number, value)
    return f"{mid} ({low} to {high})"


def number(value: float | None) -> str:
    """Write a number with two decimals, and never as certain what is not."""
    if value is None:
        return "no limit"
    if 0.0 < value < 0.005:
        return "below 0.01"
    return "above 0.99" if 0.995 <= value < 1.0 else f"{value:.2f}"
