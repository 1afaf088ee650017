"""Plain statistics on whether promises were kept, for comparison with the models."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.solution import Solution

__all__ = ["Logit", "LogitWitness", "chances", "leave_one_out", "ridge_logit"]

Table = NDArray[np.float64]
Flags = NDArray[np.bool_]

STEPS = 200


@dataclass(frozen=True, slots=True)
class Logit:
    """A logistic regression on standardised regressors.

    Attributes:
        constant: Log-odds at the means.
        coefficients: Change of the log-odds for one standard deviation more, by regressor.
        means: What was taken off each regressor.
        spreads: By what each was divided.
    """

    constant: float
    coefficients: Mapping[str, float]
    means: Mapping[str, float]
    spreads: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class LogitWitness:
    """What shows that the fit is one.

    Attributes:
        cases: How many cases were fitted.
        slope: Largest entry of the gradient, next to 0 at the maximum.
    """

    cases: int
    slope: float


def ridge_logit(
    regressors: Mapping[str, Table], kept: Flags, *, penalty: float = 1.0
) -> Solution[Logit, LogitWitness]:
    """Fit a logistic regression with a ridge penalty `½·λ·Σ β²` on the coefficients, not on the constant.

    Args:
        regressors: By name, a value for every case.
        kept: Which promises were kept; some were and some were not.
        penalty: λ, above 0.

    Raises:
        ModelError: If all or none were kept, or the penalty is not above 0.

    References:
        Le Cessie and Van Houwelingen (1992), Ridge estimators in logistic regression, Applied Statistics 41.
    """
    if not penalty > 0.0:
        raise ModelError(f"the penalty is {penalty}; it must be above 0")
    if not len(kept) > int(kept.sum()) > 0:
        raise ModelError("all promises were kept, or none was; a regression needs both")
    table = np.column_stack(list(regressors.values()))
    means, spreads = table.mean(axis=0), table.std(axis=0)
    spreads = np.where(spreads > 0.0, spreads, 1.0)
    design = np.column_stack((np.ones(len(kept)), (table - means) / spreads))
    weights = np.concatenate(([0.0], np.full(table.shape[1], penalty)))
    at, slope = np.zeros(design.shape[1]), np.full(design.shape[1], np.inf)
    for _ in range(STEPS):
        chance = 1.0 / (1.0 + np.exp(-design @ at))
        slope = design.T @ (kept - chance) - weights * at
        if np.abs(slope).max() < 1e-10:
            break
        curve = (design * (chance * (1.0 - chance))[:, np.newaxis]).T @ design + np.diag(weights)
        at = at + np.linalg.solve(curve, slope)
    names = tuple(regressors)
    logit = Logit(
        float(at[0]),
        dict(zip(names, at[1:].tolist(), strict=True)),
        dict(zip(names, means.tolist(), strict=True)),
        dict(zip(names, spreads.tolist(), strict=True)),
    )
    witness = LogitWitness(len(kept), float(np.abs(slope).max()))
    return Solution("logistic regression with ridge penalty", logit, witness, {"penalty": penalty})


def chances(logit: Logit, regressors: Mapping[str, Table]) -> Table:
    """Return the fitted probability of each case."""
    total: Table = np.full(len(next(iter(regressors.values()))), logit.constant)
    for name, coefficient in logit.coefficients.items():
        total = total + coefficient * (regressors[name] - logit.means[name]) / logit.spreads[name]
    result: Table = 1.0 / (1.0 + np.exp(-total))
    return result


def leave_one_out(groups: Sequence[str], predict: Callable[[Flags, Flags], Table]) -> Table:
    """Predict each group of cases from all others, so that no war helps to predict itself.

    Args:
        groups: The group of each case, such as its war.
        predict: Given which cases to learn from and which to predict, returns the predictions.
    """
    labels = np.array(groups)
    found = np.zeros(len(labels))
    for label in dict.fromkeys(groups):
        left_out = labels == label
        found[left_out] = predict(~left_out, left_out)
    return found
