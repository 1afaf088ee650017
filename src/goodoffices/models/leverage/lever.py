"""A lever: what one party could withhold from another, and whether it would."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError

__all__ = ["CERTAIN", "Lever", "capacity", "pressure"]

CERTAIN = Interval.exactly(1.0)


@dataclass(frozen=True, slots=True)
class Lever:
    """A means by which its holder could lower its target's utility; capacity and willingness stand apart.

    Attributes:
        holder: Who holds it.
        target: On whom it bears; not the holder.
        means: By what, in plain words.
        share: Share s of the target's flow (sales, supplies, loans) that the holder provides, 0 to 1.
        weight: What the whole flow weighs in the target's utility, w, 0 or more in units of that utility.
        redirectable: Part r of the holder's share that the target could get or sell elsewhere, 0 to 1.
        dependence: Part τ of the flow's worth that the target could not make good in the time that
            counts, from stocks, savings or its own production, 0 to 1.
        willingness: Probability π that the holder pulls the lever if the target does not move, 0 to 1.
        cost: What pulling it costs the holder, 0 or more in units of its own utility.
    """

    holder: str
    target: str
    means: str
    share: Interval
    weight: Interval
    redirectable: Interval
    dependence: Interval
    willingness: Interval
    cost: Interval

    def __post_init__(self) -> None:
        if self.holder == self.target:
            raise ModelError(f"'{self.holder}' is both holder and target of '{self.means}'; name two parties")
        for name in ("share", "weight", "redirectable", "dependence", "willingness", "cost"):
            self._check(name, getattr(self, name))

    def _check(self, name: str, value: object) -> None:
        where = f"{name} of '{self.means}', {self.holder} over {self.target},"
        if not isinstance(value, Interval):
            raise ModelError(
                f"{where} is {value!r}, a bare number; give an interval of lowest, most credible and highest "
                "value"
            )
        if name in {"weight", "cost"}:
            if value.low < 0.0:
                raise ModelError(f"{where} is {value.as_list()}; it must be 0 or more")
        elif not value.within(0.0, 1.0):
            raise ModelError(f"{where} is {value.as_list()}; it must lie from 0 to 1")


def capacity(lever: Lever) -> Interval:
    """Return what the lever takes from the target's utility if it is pulled: `s·w·(1 − r)·τ`.

    Every factor enters once and moves the product one way, so the bounds are exact.
    """
    return _product(lever, CERTAIN)


def pressure(lever: Lever) -> Interval:
    """Return what the target must expect to lose if it does not move: `π·s·w·(1 − r)·τ`."""
    return _product(lever, lever.willingness)


def _product(lever: Lever, chance: Interval) -> Interval:
    def at(end: str, opposite: str) -> float:
        factors = (lever.share, lever.weight, lever.dependence, chance)
        product = 1.0 - float(getattr(lever.redirectable, opposite))
        for factor in factors:
            product *= float(getattr(factor, end))
        return product

    low, mid, high = at("low", "high"), at("mid", "mid"), at("high", "low")
    return Interval(low, mid, high)
