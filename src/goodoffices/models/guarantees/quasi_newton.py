"""Minimise a smooth function of a few dozen variables from its value and gradient."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Minimum", "minimise"]

Vector = NDArray[np.float64]

STEPS = 500
SMALL = 1e-8
"""Largest entry of the gradient at which the search stops."""


@dataclass(frozen=True, slots=True, eq=False)
class Minimum:
    """Where a search ended.

    Attributes:
        at: The place.
        value: The function there.
        slope: Largest entry of the gradient there; a minimum is found where it is next to 0.
    """

    at: Vector
    value: float
    slope: float


def minimise(function: Callable[[Vector], tuple[float, Vector]], start: Vector) -> Minimum:
    """Search downhill by the method of Broyden, Fletcher, Goldfarb and Shanno.

    Args:
        function: Returns value and gradient.
        start: Where to begin.

    References:
        Nocedal and Wright (2006), Numerical Optimization, algorithm 6.1.
    """
    at = start.copy()
    value, gradient = function(at)
    inverse = _first(gradient)
    for _ in range(STEPS):
        if np.abs(gradient).max() < SMALL:
            break
        direction = -inverse @ gradient
        step = _step(function, at, direction, (value, gradient))
        moved = step * direction
        value, following = function(at + moved)
        inverse = _updated(inverse, moved, following - gradient)
        at, gradient = at + moved, following
        if np.abs(moved).max() < 1e-14:
            break
    return Minimum(at, value, float(np.abs(gradient).max()))


def _first(gradient: Vector) -> Vector:
    """Return the scale of a first step: as long as the slope, and 1 at most."""
    return np.eye(len(gradient)) / max(1.0, float(np.linalg.norm(gradient)))


def _step(
    function: Callable[[Vector], tuple[float, Vector]],
    at: Vector,
    direction: Vector,
    here: tuple[float, Vector],
) -> float:
    """Halve the step until the function falls as much as its slope promises (Armijo)."""
    value, gradient = here
    step = 1.0
    while step > 1e-12 and function(at + step * direction)[0] > value + 1e-4 * step * (gradient @ direction):
        step /= 2.0
    return step


def _updated(inverse: Vector, moved: Vector, change: Vector) -> Vector:
    curvature = float(moved @ change)
    if curvature <= 1e-14:
        return inverse
    left = np.eye(len(moved)) - np.outer(moved, change) / curvature
    updated: Vector = left @ inverse @ left.T + np.outer(moved, moved) / curvature
    return updated
