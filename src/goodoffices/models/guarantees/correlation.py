"""How low and how high the probability of action gets while the correlation moves over an interval.

The probability is not monotone in the correlation: three of five guarantors can be likeliest to act at a
middling one. So the interval is searched: on a grid, then more finely round the best place of the grid.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from goodoffices.case.values import Interval
from goodoffices.models.guarantees.rules import AtLeast, EachAlone, Rule, Unanimous

__all__ = ["COARSE", "FINE", "Effort", "Extreme", "lowest", "one_sided"]


@dataclass(frozen=True, slots=True)
class Effort:
    """How finely an interval of the correlation is searched.

    Attributes:
        grid: Steps of the grid. They are even in θ with ρ = sin² θ, since the probability bends most near
            0 and 1.
        narrowing: Steps of the golden section between the neighbours of the grid's best place.
    """

    grid: int
    narrowing: int


FINE = Effort(40, 22)
"""For rules that are worked out in milliseconds."""

COARSE = Effort(8, 8)
"""For rules of which one probability takes a tenth of a second."""

GOLDEN = (math.sqrt(5.0) - 1.0) / 2.0


@dataclass(frozen=True, slots=True)
class Extreme:
    """Where a curve over the correlation is lowest.

    Attributes:
        correlation: The place.
        value: The curve there.
    """

    correlation: float
    value: float


def one_sided(rule: Rule) -> bool:
    """Tell whether one guarantor is enough, or all are needed: then the ends of the interval bound it.

    References:
        Slepian (1962), The one-sided barrier problem for Gaussian noise, Bell System Technical Journal 41:
        that all act grows likelier with the correlation, and that none does as well.
    """
    match rule:
        case EachAlone() | Unanimous():
            return True
        case AtLeast():
            return rule.needed in {1, len(rule.members)}
        case _:
            return False


def lowest(
    curve: Callable[[float], float], span: Interval, *, ends_only: bool = False, effort: Effort = FINE
) -> Extreme:
    """Find where a curve is lowest on an interval of the correlation.

    Between two neighbours of the grid the curve is taken to have one valley at most.

    Args:
        curve: The probability, or another number, at a correlation.
        span: The interval; its middle value plays no part.
        ends_only: Whether the curve is known to be lowest at an end.
        effort: How finely to search.
    """
    if ends_only or span.low == span.high:
        return _best(curve, sorted({span.low, span.high}))
    first, last = math.asin(math.sqrt(span.low)), math.asin(math.sqrt(span.high))
    angles = [first + (last - first) * step / effort.grid for step in range(effort.grid + 1)]
    places = [span.low, *(math.sin(angle) ** 2 for angle in angles[1:-1]), span.high]
    values = [curve(place) for place in places]
    best = min(range(len(values)), key=values.__getitem__)
    left, right = angles[max(0, best - 1)], angles[min(effort.grid, best + 1)]
    refined = _golden(lambda angle: curve(math.sin(angle) ** 2), (left, right), effort.narrowing)
    return min(
        Extreme(places[best], values[best]),
        Extreme(math.sin(refined[0]) ** 2, refined[1]),
        key=lambda found: found.value,
    )


def _best(curve: Callable[[float], float], places: list[float]) -> Extreme:
    return min((Extreme(place, curve(place)) for place in places), key=lambda found: found.value)


def _golden(curve: Callable[[float], float], ends: tuple[float, float], steps: int) -> tuple[float, float]:
    """Narrow an interval round the lowest place by the golden section."""
    left, right = ends
    inner = [right - GOLDEN * (right - left), left + GOLDEN * (right - left)]
    found = [curve(place) for place in inner]
    for _ in range(steps):
        if found[0] <= found[1]:
            right = inner[1]
            inner = [right - GOLDEN * (right - left), inner[0]]
            found = [curve(inner[0]), found[0]]
        else:
            left = inner[0]
            inner = [inner[1], left + GOLDEN * (right - left)]
            found = [found[1], curve(inner[1])]
    return min(zip(inner, found, strict=True), key=lambda pair: pair[1])
