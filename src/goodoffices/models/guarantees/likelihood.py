"""How likely one guarantor acts: from its reckoning, from a base rate, or from a judgement.

Each kind says what it is and where it comes from, and none can be mistaken for another.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from statistics import NormalDist
from typing import TypeAlias

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.solution import Solution

__all__ = ["BaseRate", "Judgement", "LikelihoodWitness", "Reckoning", "Source", "likelihood", "reckon"]

TWO_SIDED = 1.959963984540054
"""The 97.5th percentile of the normal distribution, for an interval of 95 per cent."""


@dataclass(frozen=True, slots=True)
class Reckoning:
    """What a guarantor weighs when it is called: the analyst's version of Signorino and Tarar (2006).

    Attributes:
        stake: What it has at stake, 0 or more.
        win_change: By how much its fighting raises the probability of winning, −1 to 1; troops in place
            and other capability act here and nowhere else.
        reneging_cost: What not fighting costs it, 0 or more; troops that would be lost act here.
        fighting_cost: What fighting costs it, 0 or more.
        spread: Standard deviation of what others cannot see of its reckoning, above 0.
        source: Who judged these values, or where they stand.
    """

    stake: Interval
    win_change: Interval
    reneging_cost: Interval
    fighting_cost: Interval
    spread: Interval
    source: str

    def __post_init__(self) -> None:
        for name in self.inputs():
            _check_interval(name, getattr(self, name))
        positive = {name: getattr(self, name) for name in ("stake", "reneging_cost", "fighting_cost")}
        for name, value in positive.items():
            if value.low < 0.0:
                raise ModelError(f"{name} is {value.as_list()}; it must be 0 or more")
        if not self.win_change.within(-1.0, 1.0):
            raise ModelError(f"win_change is {self.win_change.as_list()}; it must lie from -1 to 1")
        if self.spread.low <= 0.0:
            raise ModelError(f"spread is {self.spread.as_list()}; it must be above 0")
        _check_source(self.source)

    @staticmethod
    def inputs() -> tuple[str, ...]:
        """Return the names of the five values."""
        return ("stake", "win_change", "reneging_cost", "fighting_cost", "spread")


@dataclass(frozen=True, slots=True)
class BaseRate:
    """How often promises of a class were kept, in a study that defines its cases.

    Attributes:
        kept: Promises kept.
        cases: Promises that were put to the test, at least 1.
        reference_class: Which promises these are, in plain words.
        source: The study.
    """

    kept: int
    cases: int
    reference_class: str
    source: str

    def __post_init__(self) -> None:
        if not 0 <= self.kept <= self.cases or self.cases < 1:
            raise ModelError(f"{self.kept} kept of {self.cases} is no rate; give 0 ≤ kept ≤ cases, cases ≥ 1")
        if not self.reference_class.strip():
            raise ModelError("a base rate without a reference class says nothing; name the class of promises")
        _check_source(self.source)


@dataclass(frozen=True, slots=True)
class Judgement:
    """A probability that somebody judged.

    Attributes:
        value: The probability, within 0 to 1.
        source: Who judged it, and on what.
    """

    value: Interval
    source: str

    def __post_init__(self) -> None:
        _check_interval("value", self.value)
        if not self.value.within(0.0, 1.0):
            raise ModelError(f"the judged probability is {self.value.as_list()}; it must lie from 0 to 1")
        _check_source(self.source)


Source: TypeAlias = Reckoning | BaseRate | Judgement


@dataclass(frozen=True, slots=True)
class LikelihoodWitness:
    """What a likelihood rests on.

    Attributes:
        kind: Reckoning, base rate or judgement.
        told: The source in one line.
        gain: What fighting gains the guarantor over reneging, where it reckons; else None.
    """

    kind: str
    told: str
    gain: Interval | None


def likelihood(source: Source) -> Solution[Interval, LikelihoodWitness]:
    """Compute how likely a guarantor acts, as an interval.

    A reckoning gives `Φ((s·Δw + r − k)/σ)` with the lowest and highest value that its intervals allow:
    each value enters once, so these are exact. A base rate gives Wilson's interval of 95 per cent, which
    holds what chance does to a rate over so many cases, and not whether this promise belongs to the class.

    Args:
        source: One of the three kinds.

    Examples:
        >>> rate = likelihood(BaseRate(73, 146, "alliance commitments in war, 1816-2003", "a study"))
        >>> [round(value, 2) for value in rate.outcome.as_list()]
        [0.42, 0.5, 0.58]

    References:
        Signorino and Tarar (2006), A unified theory and test of extended immediate deterrence, American
        Journal of Political Science 50. Wilson (1927), Probable inference, the law of succession, and
        statistical inference, Journal of the American Statistical Association 22.
    """
    match source:
        case Judgement():
            witness = LikelihoodWitness("judgement", source.source, None)
            return Solution("judged likelihood", source.value, witness)
        case BaseRate():
            told = f"{source.kept} of {source.cases}, {source.reference_class} ({source.source})"
            witness = LikelihoodWitness("base rate", told, None)
            return Solution("base rate with Wilson's interval", _wilson(source), witness)
    witness = LikelihoodWitness("reckoning", source.source, _gain(source))
    return Solution("reckoning (after Signorino and Tarar 2006)", _reckoned(source), witness)


def reckon(values: Mapping[str, float]) -> float:
    """Return `Φ((s·Δw + r − k)/σ)` for single values by the names of a reckoning's inputs."""
    gain = values["stake"] * values["win_change"] + values["reneging_cost"] - values["fighting_cost"]
    return NormalDist().cdf(gain / values["spread"])


def _gain(source: Reckoning) -> Interval:
    stake, change = source.stake, source.win_change
    products = [one * two for one, two in product((stake.low, stake.high), (change.low, change.high))]
    return Interval(
        min(products) + source.reneging_cost.low - source.fighting_cost.high,
        stake.mid * change.mid + source.reneging_cost.mid - source.fighting_cost.mid,
        max(products) + source.reneging_cost.high - source.fighting_cost.low,
    )


def _reckoned(source: Reckoning) -> Interval:
    gain, spread = _gain(source), source.spread
    normal = NormalDist()
    return Interval(
        min(normal.cdf(gain.low / sigma) for sigma in (spread.low, spread.high)),
        normal.cdf(gain.mid / spread.mid),
        max(normal.cdf(gain.high / sigma) for sigma in (spread.low, spread.high)),
    )


def _wilson(source: BaseRate) -> Interval:
    cases, rate, square = source.cases, source.kept / source.cases, TWO_SIDED**2
    centre = (rate + square / (2 * cases)) / (1 + square / cases)
    reach = TWO_SIDED * math.sqrt(rate * (1 - rate) / cases + square / (4 * cases**2)) / (1 + square / cases)
    return Interval(max(0.0, min(centre - reach, rate)), rate, min(1.0, max(centre + reach, rate)))


def _check_interval(name: str, value: object) -> None:
    if not isinstance(value, Interval):
        raise ModelError(
            f"{name} is {value!r}, a bare number; give an interval of lowest, most credible and highest value"
        )


def _check_source(source: str) -> None:
    if not source.strip():
        raise ModelError("a value without a source has no weight; say who judged it or where it stands")
