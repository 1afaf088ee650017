"""Fit the game of extended deterrence to crises: the strategic probit.

The attacker's utilities of the status quo, of winning without a fight and of war, and the defender's of
war, are each linear in what is known of a crisis; the defender's of standing aside is 0. All carry a
private standard normal part (Signorino and Tarar 2006).

With few crises some regressor tells every war from every retreat, and then the likelihood rises for ever
with its coefficient. A log-F(1,1) penalty keeps the estimates finite; without one such data are refused.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.quasi_newton import minimise
from goodoffices.models.guarantees.separation import separates
from goodoffices.models.solution import Solution

__all__ = ["OUTCOMES", "UTILITIES", "Crises", "Fit", "FitWitness", "attack_predictor", "fit", "outcomes"]

Table = NDArray[np.float64]

OUTCOMES = ("status_quo", "win", "war")
"""No attack; an attack that the defender does not resist; war."""

UTILITIES = ("attacker_status_quo", "attacker_win", "attacker_war", "defender_war")
"""The four utilities that are estimated."""

EDGE = 1e-300
"""Probabilities are kept this far from 0, so that their logarithm exists."""


@dataclass(frozen=True, slots=True, eq=False)
class Crises:
    """Crises of extended deterrence.

    Attributes:
        regressors: For each utility its named regressors, each with a value for every crisis; a constant
            is a regressor of ones.
        outcome: For each crisis 0 (status quo), 1 (win) or 2 (war).
    """

    regressors: Mapping[str, Mapping[str, Table]]
    outcome: NDArray[np.int64]

    def __post_init__(self) -> None:
        if tuple(self.regressors) != UTILITIES:
            raise ModelError(f"regressors are given for {list(self.regressors)}; give {list(UTILITIES)}")
        lengths = {len(values) for part in self.regressors.values() for values in part.values()}
        if lengths != {len(self.outcome)}:
            raise ModelError(
                f"regressors of {sorted(lengths)} crises for {len(self.outcome)} outcomes; give equal"
            )
        if not np.isin(self.outcome, (0, 1, 2)).all():
            raise ModelError("an outcome is none of 0 (status quo), 1 (win), 2 (war)")

    def names(self) -> tuple[str, ...]:
        """Return the names of all coefficients, as utility and regressor."""
        return tuple(f"{utility}: {name}" for utility, part in self.regressors.items() for name in part)

    def table(self, utility: str) -> Table:
        """Return crises × regressors of a utility."""
        none = np.empty((len(self.outcome), 0))
        return np.column_stack([none, *self.regressors[utility].values()])

    def with_regressors(self, names: Collection[str]) -> Crises:
        """Return the crises with only these regressors, wherever they enter, and the constants."""
        kept = {
            utility: {name: values for name, values in part.items() if name in {"constant", *names}}
            for utility, part in self.regressors.items()
        }
        return Crises(kept, self.outcome)

    def only(self, which: NDArray[np.bool_]) -> Crises:
        """Return some of the crises."""
        kept = {
            utility: {name: values[which] for name, values in part.items()}
            for utility, part in self.regressors.items()
        }
        return Crises(kept, self.outcome[which])


@dataclass(frozen=True, slots=True)
class Fit:
    """Estimated coefficients by name, in units of the private part's standard deviation."""

    coefficients: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class FitWitness:
    """What shows that the fit is one.

    Attributes:
        log_likelihood: Without the penalty.
        penalised: With it: what was made largest.
        slope: Largest entry of its gradient, next to 0 at a maximum.
        crises: How many crises were fitted.
    """

    log_likelihood: float
    penalised: float
    slope: float
    crises: int


def fit(crises: Crises, *, penalty: float = 1.0) -> Solution[Fit, FitWitness]:
    """Estimate the strategic probit.

    Args:
        crises: The data.
        penalty: Weight m of the penalty `Σ m·(β/2 − log(1 + e^β))`; 1 is the log-F(1,1) penalty of the
            source, 0 is none.

    Raises:
        ModelError: If the penalty is below 0, or is 0 and the data separate: then no estimate exists.

    References:
        Signorino and Tarar (2006), A unified theory and test of extended immediate deterrence, American
        Journal of Political Science 50. Crisman-Cox, Gasparyan and Signorino, Detecting and correcting for
        separation in strategic choice models, Political Analysis, for the penalty and its use here.
    """
    if not penalty >= 0.0:
        raise ModelError(f"the penalty is {penalty}; it must be 0 or more")
    if penalty == 0.0:
        _refuse_separation(crises)
    tables = [crises.table(utility) for utility in UTILITIES]
    found = minimise(
        lambda at: _loss(tables, crises.outcome, at, penalty), np.zeros(sum(t.shape[1] for t in tables))
    )
    bare = -_loss(tables, crises.outcome, found.at, 0.0)[0]
    coefficients = dict(zip(crises.names(), found.at.tolist(), strict=True))
    return Solution(
        "strategic probit with log-F penalty" if penalty else "strategic probit, unpenalised",
        Fit(coefficients),
        FitWitness(bare, -found.value, found.slope, len(crises.outcome)),
        {"penalty": penalty},
    )


def outcomes(fitted: Fit, crises: Crises) -> Table:
    """Return for each crisis the probability of status quo, win and war.

    Raises:
        ModelError: If the crises have other regressors than the fit.
    """
    if tuple(fitted.coefficients) != crises.names():
        raise ModelError("the crises have other regressors than those that were fitted; give the same")
    tables = [crises.table(utility) for utility in UTILITIES]
    utilities = _utilities(tables, np.array(list(fitted.coefficients.values())))
    resist, attack, _ = _choices(*utilities)
    return np.column_stack((1.0 - attack, attack * (1.0 - resist), attack * resist))


def attack_predictor(
    crises: Crises, *, penalty: float = 1.0
) -> Callable[[NDArray[np.bool_], NDArray[np.bool_]], Table]:
    """Return a way to predict attacks in some crises by a fit to others.

    Regressors with more than two values are divided by two of their standard deviations among the crises
    learnt from, so that one penalty fits all. They are not centred: the attacker's utility of war has no
    constant, so that centring would change the model.

    References:
        Gelman (2008), Scaling regression inputs by dividing by two standard deviations, Statistics in
        Medicine 27.
    """

    def predict(learn: NDArray[np.bool_], left: NDArray[np.bool_]) -> Table:
        scaled = {utility: _scaled(part, learn) for utility, part in crises.regressors.items()}
        both = Crises(scaled, crises.outcome)
        fitted = fit(both.only(learn), penalty=penalty).outcome
        chance: Table = 1.0 - outcomes(fitted, both.only(left))[:, 0]
        return chance

    return predict


def _scaled(part: Mapping[str, Table], learn: NDArray[np.bool_]) -> dict[str, Table]:
    return {
        name: values / (2.0 * values[learn].std()) if len(np.unique(values[learn])) > 2 else values
        for name, values in part.items()
    }


def _refuse_separation(crises: Crises) -> None:
    attacked = crises.outcome > 0
    table, war = crises.table("defender_war")[attacked], crises.outcome[attacked] == 2
    if separates(table, war):
        raise ModelError(
            f"in the {int(attacked.sum())} crises with an attack, what is known of them separates wars from "
            "retreats, so that estimates without a penalty grow without end; give a penalty, such as 1"
        )


def _utilities(tables: list[Table], at: Table) -> list[Table]:
    ends = np.cumsum([0, *(table.shape[1] for table in tables)])
    return [table @ at[ends[place] : ends[place + 1]] for place, table in enumerate(tables)]


def _choices(status_quo: Table, win: Table, war: Table, defend: Table) -> tuple[Table, Table, Table]:
    """Return how likely the defender resists and the attacker attacks, and the spread behind the latter."""
    resist = _normal(defend / math.sqrt(2.0))
    spread = np.sqrt(1.0 + resist**2 + (1.0 - resist) ** 2)
    return resist, _normal((resist * war + (1.0 - resist) * win - status_quo) / spread), spread


def _loss(tables: list[Table], outcome: NDArray[np.int64], at: Table, penalty: float) -> tuple[float, Table]:
    """Return the negative penalised log-likelihood and its gradient."""
    status_quo, win, war, defend = _utilities(tables, at)
    resist, attack, spread = _choices(status_quo, win, war, defend)
    gain = resist * war + (1.0 - resist) * win - status_quo
    chance = np.choose(outcome, (1.0 - attack, attack * (1.0 - resist), attack * resist))
    value = np.log(np.maximum(chance, EDGE)).sum() + penalty * (at / 2.0 - np.logaddexp(0.0, at)).sum()
    odds = np.where(outcome == 0, -1.0 / np.maximum(1.0 - attack, EDGE), 1.0 / np.maximum(attack, EDGE))
    by_gain = odds * _density(gain / spread)
    direct = np.choose(
        outcome,
        (np.zeros_like(resist), -1.0 / np.maximum(1.0 - resist, EDGE), 1.0 / np.maximum(resist, EDGE)),
    )
    by_resist = by_gain * ((war - win) / spread - gain * (2.0 * resist - 1.0) / spread**3) + direct
    by_defend = by_resist * _density(defend / math.sqrt(2.0)) / math.sqrt(2.0)
    parts = (-by_gain / spread, by_gain * (1.0 - resist) / spread, by_gain * resist / spread, by_defend)
    slope = np.concatenate([table.T @ part for table, part in zip(tables, parts, strict=True)])
    slope = slope + penalty * (0.5 - np.exp(-np.logaddexp(0.0, -at)))
    return -float(value), -slope


def _normal(values: Table) -> Table:
    scaled: Table = values / -math.sqrt(2.0)
    return np.array([math.erfc(value) / 2.0 for value in scaled.tolist()])


def _density(values: Table) -> Table:
    density: Table = np.exp(-(values**2) / 2.0) / math.sqrt(2.0 * math.pi)
    return density
