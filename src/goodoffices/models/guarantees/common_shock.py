"""Guarantors who waver together: one common shock behind their willingness.

Each guarantor i acts if `√ρ·Z + √(1−ρ)·ε_i ≤ Φ⁻¹(h_i)` with independent standard normal Z and ε_i, so it
acts with probability h_i, and any two are correlated by ρ behind the scenes. Given the common shock
Z = z they act independently, i with probability `Φ((Φ⁻¹(h_i) − √ρ·z) / √(1−ρ))`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

__all__ = ["Shocks", "shocks"]

REACH = 9.0
"""The common shock is integrated from −9 to 9; beyond lies less than 3e-19 of its probability."""

PANEL = 0.5
"""Widest panel of the integration, in standard deviations of the common shock."""


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
    Between, Gauss–Legendre panels are laid over the common shock, narrow where a guarantor's
    willingness turns from 1 to 0, over a width of `√((1−ρ)/ρ)` round `Φ⁻¹(h_i)/√ρ`. With 12 points on
    each panel an integral of these is good to about 1e-13, at any ρ.

    Args:
        h: Probability that each guarantor acts, 0 to 1.
        correlation: ρ, from 0 to 1.
        points: Points on each panel.

    References:
        Vasicek (1987), Probability of loss on loan portfolio, for the one-factor model.
    """
    if correlation <= 0.0:
        return Shocks(np.ones(1), h[:, np.newaxis].copy())
    if correlation >= 1.0:
        return _all_as_one(h)
    values, origin = np.unique(h, return_inverse=True)
    thresholds = np.array([_quantile(float(value)) for value in values])
    nodes, weights = _panels(thresholds, correlation, points)
    slope, spread = math.sqrt(correlation), math.sqrt(1.0 - correlation)
    willing = _normal_cdf((thresholds[:, np.newaxis] - slope * nodes) / spread)
    return Shocks(weights / weights.sum(), willing[origin.reshape(-1)])


def _all_as_one(h: NDArray[np.float64]) -> Shocks:
    """Return the cases in which whoever is more willing acts whenever one less willing does."""
    steps = np.unique(np.concatenate(([0.0, 1.0], h)))
    middles = (steps[1:] + steps[:-1]) / 2.0
    return Shocks(np.diff(steps), (h[:, np.newaxis] > middles).astype(np.float64))


def _panels(
    thresholds: NDArray[np.float64], correlation: float, points: int
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    finite = thresholds[np.isfinite(thresholds)]
    width = math.sqrt((1.0 - correlation) / correlation)
    turns = (finite / math.sqrt(correlation))[:, np.newaxis] + width * np.arange(-REACH, REACH + 1)
    even = np.arange(-REACH, REACH + PANEL, PANEL)
    edges = np.unique(np.clip(np.concatenate((even, turns.reshape(-1))), -REACH, REACH))
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
