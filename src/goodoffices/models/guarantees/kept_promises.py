"""Plain statistics on whether promises were kept, for comparison with the models."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.solution import Solution

__all__ = [
    "Logit",
    "LogitWitness",
    "chances",
    "chosen_inside",
    "leave_one_out",
    "logit_predictor",
    "ridge_logit",
    "surprise",
]

Table = NDArray[np.float64]
Flags = NDArray[np.bool_]
Choice = TypeVar("Choice")

STEPS = 200
EDGE = 1e-6
"""Predictions are kept this far from 0 and 1 where surprise is measured, so that one miss is not infinite."""


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


def logit_predictor(
    regressors: Mapping[str, Table], kept: Flags, *, penalty: float = 1.0
) -> Callable[[Flags, Flags], Table]:
    """Return a way to predict some cases by a ridge logit fitted to others, for `leave_one_out`."""

    def predict(learn: Flags, left: Flags) -> Table:
        known = {name: values[learn] for name, values in regressors.items()}
        logit = ridge_logit(known, kept[learn], penalty=penalty).outcome
        return chances(logit, {name: values[left] for name, values in regressors.items()})

    return predict


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


def chosen_inside(
    candidates: Sequence[Choice],
    predict: Callable[[Choice, Flags, Flags], Table],
    happened: Flags,
    blocks: Sequence[str],
) -> Callable[[Flags, Flags], Table]:
    """Return a way to predict that chooses among candidates from the cases it learns from, and no others.

    A penalty or a list of regressors that was chosen after a look at all cases makes a score look better
    than it is. Here each candidate predicts block by block within the cases to learn from; the one with the
    least surprise then predicts the cases left out.

    Args:
        candidates: At least one; at equal surprise the first is taken.
        predict: Given a candidate, which cases to learn from and which to predict, returns the predictions.
        happened: What came true, for all cases.
        blocks: The block of each case within which nothing is learnt, such as its war.

    Raises:
        ModelError: If there is no candidate.

    References:
        Stone (1974), Cross-validatory choice and assessment of statistical predictions, Journal of the
        Royal Statistical Society B 36.
    """
    if not candidates:
        raise ModelError("there is nothing to choose among; give at least one candidate")
    labels = np.array(blocks)

    def within(candidate: Choice, learn: Flags) -> float:
        found = np.zeros(len(labels))
        for label in dict.fromkeys(labels[learn].tolist()):
            left = learn & (labels == label)
            found[left] = predict(candidate, learn & ~left, left)
        return surprise(found[learn], happened[learn])

    def best(learn: Flags, left: Flags) -> Table:
        chosen = min(candidates, key=lambda candidate: within(candidate, learn))
        return predict(chosen, learn, left)

    return best


def surprise(predicted: Table, happened: Flags) -> float:
    """Return the mean negative logarithm of the chance that was given to what happened; 0 is perfect.

    References:
        Good (1952), Rational decisions, Journal of the Royal Statistical Society B 14.
    """
    given = np.clip(np.where(happened, predicted, 1.0 - predicted), EDGE, 1.0)
    return float(-np.log(given).mean())
