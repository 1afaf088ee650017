"""Guarantors who waver together: one common shock behind their willingness.

Each guarantor i acts if `√ρ·Z + √(1−ρ)·ε_i ≤ Φ⁻¹(h_i)` with independent standard normal Z and ε_i, so it
acts with probability h_i, and any two are correlated by ρ behind the scenes. Given the common shock
Z = z they act independently, i with probability `Φ((Φ⁻¹(h_i) − √ρ·z) / √(1−ρ))`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Shocks", "shocks"]

REACH = 9.0
"""The common shock is integrated from −9 to 9; beyond lies less than 3e-19 of its probability."""

WANTED = 27.6
"""Natural logarithm of the inverse of the error that is wanted where steps are even: 1e-12."""

USUAL = 12
"""Points on each panel that are enough for the error that is wanted."""

MOST = 1_000_000
"""Even steps to each side at most, so that a correlation next to 1 takes no memory; panels do it then."""

PANEL = 0.5
"""Widest panel of the integration, in standard deviations of the common shock."""


Nodes: TypeAlias = tuple[NDArray[np.float64], NDArray[np.float64]]


@dataclass(frozen=True, slots=True, eq=False)
class Shocks:
    """Values of the common shock, what each weighs, and how willing everyone is given each of them.

    Attributes:
        weights: Probability of each value; they add up to 1.
        willing: Guarantors × values, each from 0 to 1.
    """

    weights: NDArray[np.float64]
    willing: NDArray[np.float64]


def shocks(h: NDArray[np.float64], correlation: float, points: int) -> Shocks:
    """Break a one-factor Gaussian copula into cases within which guarantors act independently.

    For ρ = 0 there is one case, for ρ = 1 one for each step between the values of h: both are exact.
    Between, whichever takes fewer values of the common shock: even steps, or Gauss–Legendre panels, narrow
    where a guarantor's willingness turns from 1 to 0, over a width of `√((1−ρ)/ρ)` round `Φ⁻¹(h_i)/√ρ`.
    Panels are few for few guarantors and ρ near 1, steps for many guarantors. Either is good to about 1e-12.

    The trapezoidal rule converges faster than any power of its step where what is integrated is smooth and
    falls off like a normal density. With n guarantors the integrand grows off the real line at most like
    `exp((1 + n·ρ/(1−ρ))·y²/2)`, so the error is at most about `exp(−(2π/step)²/(2·(1 + n·ρ/(1−ρ))))`, and
    the step follows from the error that is wanted.

    Args:
        h: Probability that each guarantor acts, 0 to 1.
        correlation: ρ, from 0 to 1.
        points: Points on each panel, 12 for the error above; more make the even steps smaller as well.

    References:
        Vasicek (1987), Probability of loss on loan portfolio, for the one-factor model. Trefethen and
        Weideman (2014), The exponentially convergent trapezoidal rule, SIAM Review 56.
    """
    if correlation <= 0.0:
        return Shocks(np.ones(1), h[:, np.newaxis].copy())
    if correlation >= 1.0:
        return _all_as_one(h)
    values, origin = np.unique(h, return_inverse=True)
    thresholds = np.array([_quantile(float(value)) for value in values])
    nodes, weights = _even(len(h), correlation, points / USUAL)
    edges = _edges(thresholds, correlation)
    if (len(edges) - 1) * points < len(nodes):
        nodes, weights = _panels(edges, points)
    slope, spread = math.sqrt(correlation), math.sqrt(1.0 - correlation)
    willing = _normal_cdf((thresholds[:, np.newaxis] - slope * nodes) / spread)
    return Shocks(weights / weights.sum(), willing[origin.reshape(-1)])


def _all_as_one(h: NDArray[np.float64]) -> Shocks:
    """Return the cases in which whoever is more willing acts whenever one less willing does."""
    steps = np.unique(np.concatenate(([0.0, 1.0], h)))
    middles = (steps[1:] + steps[:-1]) / 2.0
    return Shocks(np.diff(steps), (h[:, np.newaxis] > middles).astype(np.float64))


def _even(guarantors: int, correlation: float, fineness: float) -> Nodes:
    bend = 1.0 + guarantors * correlation / (1.0 - correlation)
    step = min(0.4, math.tau / math.sqrt(2.0 * bend * WANTED)) / fineness
    reach = min(MOST, math.ceil(REACH / step))
    nodes = step * np.arange(-reach, reach + 1, dtype=np.float64)
    return nodes, step * np.exp(-(nodes**2) / 2.0) / math.sqrt(math.tau)


def _edges(thresholds: NDArray[np.float64], correlation: float) -> NDArray[np.float64]:
    """Return where panels begin and end."""
    finite = thresholds[np.isfinite(thresholds)]
    width = math.sqrt(1.0 - correlation) / math.sqrt(correlation)
    turns = (finite / math.sqrt(correlation))[:, np.newaxis] + width * np.arange(-REACH, REACH + 1)
    even = np.arange(-REACH, REACH + PANEL, PANEL)
    return np.unique(np.clip(np.concatenate((even, turns.reshape(-1))), -REACH, REACH))


def _panels(edges: NDArray[np.float64], points: int) -> Nodes:
    unit, share = np.polynomial.legendre.leggauss(points)
    half = np.diff(edges)[:, np.newaxis] / 2.0
    nodes = (edges[:-1, np.newaxis] + half + half * unit).reshape(-1)
    density = np.exp(-(nodes**2) / 2.0) / math.sqrt(2.0 * math.pi)
    return nodes, (half * share).reshape(-1) * density


def _quantile(probability: float) -> float:
    if probability <= 0.0:
        return -math.inf
    return math.inf if probability >= 1.0 else NormalDist().inv_cdf(probability)


def _normal_cdf(values: NDArray[np.float64]) -> NDArray[np.float64]:
    flat = (values / -math.sqrt(2.0)).reshape(-1).tolist()
    return np.array([math.erfc(value) / 2.0 for value in flat]).reshape(values.shape)
