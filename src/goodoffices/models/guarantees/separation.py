"""Do regressors tell all cases of one kind from all others? Then maximum likelihood has no estimate."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["separates"]

SMALL = 1e-9
"""Below this a pivot or a gain counts as 0."""


def separates(table: NDArray[np.float64], positive: NDArray[np.bool_]) -> bool:
    """Tell whether some weights of the columns put all positive cases on one side, or on the border.

    That is: weights b with `±x·b ≥ 0` for every case, `+` for positive ones, and more than 0 for at least
    one. It is found by a linear program, `max Σ ±x·b` under these constraints and `−1 ≤ b ≤ 1`, whose
    value is 0 exactly where nothing separates.

    Args:
        table: Cases × regressors.
        positive: Which cases are positive.

    References:
        Albert and Anderson (1984), On the existence of maximum likelihood estimates in logistic regression
        models, Biometrika 71. Konis (2007), Linear programming algorithms for detecting separated data.
    """
    signed = np.where(positive[:, np.newaxis], table, -table)
    scale = np.abs(signed).max(axis=0)
    signed = signed / np.where(scale > 0.0, scale, 1.0)
    columns = np.hstack((signed, -signed))
    rows = np.vstack((-columns, np.eye(columns.shape[1])))
    limits = np.concatenate((np.zeros(len(signed)), np.ones(columns.shape[1])))
    return _largest(columns.sum(axis=0), rows, limits) > 1e-7


def _largest(gain: NDArray[np.float64], rows: NDArray[np.float64], limits: NDArray[np.float64]) -> float:
    """Maximise `gain · x` under `rows · x ≤ limits`, x ≥ 0, limits ≥ 0, by the simplex method.

    Bland's rule picks the columns, so that the method ends even where limits are 0.
    """
    count, width = rows.shape
    tableau = np.hstack((rows, np.eye(count), limits[:, np.newaxis]))
    costs = np.concatenate((-gain, np.zeros(count + 1)))
    basis = list(range(width, width + count))
    while True:
        entering = next((column for column in range(width + count) if costs[column] < -SMALL), None)
        if entering is None:
            return float(costs[-1])
        usable = [row for row in range(count) if tableau[row, entering] > SMALL]
        leaving = min(usable, key=lambda row: (tableau[row, -1] / tableau[row, entering], basis[row]))
        tableau[leaving] /= tableau[leaving, entering]
        for row in range(count):
            if row != leaving:
                tableau[row] -= tableau[row, entering] * tableau[leaving]
        costs -= costs[entering] * tableau[leaving]
        basis[leaving] = entering
