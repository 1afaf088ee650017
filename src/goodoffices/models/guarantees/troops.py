"""Troops in place: what they change, and what they do not change for free."""

from __future__ import annotations

from dataclasses import dataclass, replace

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.likelihood import Reckoning, likelihood
from goodoffices.models.solution import Solution

__all__ = ["Troops", "TroopsWitness", "with_troops"]


@dataclass(frozen=True, slots=True)
class Troops:
    """A force stationed before the trigger.

    Attributes:
        win_change: By how much it raises the guarantor's effect on the probability of winning, 0 to 1.
        reneging_cost: By how much it makes reneging costlier, 0 or more; None where no source says that
            it does. Soldiers that would be lost do not bind a government by themselves.
        source: Who judged it, or where it stands.
    """

    win_change: Interval
    source: str
    reneging_cost: Interval | None = None

    def __post_init__(self) -> None:
        if not self.win_change.within(0.0, 1.0):
            raise ModelError(f"win_change is {self.win_change.as_list()}; it must lie from 0 to 1")
        if self.reneging_cost is not None and self.reneging_cost.low < 0.0:
            raise ModelError(f"reneging_cost is {self.reneging_cost.as_list()}; it must be 0 or more")


@dataclass(frozen=True, slots=True)
class TroopsWitness:
    """The likelihood that the guarantor acts without and with the force.

    Attributes:
        without: Without it.
        reckoning: The guarantor's reckoning with it.
        note: What the force rests on.
    """

    without: Interval
    reckoning: Reckoning
    note: str


def with_troops(reckoning: Reckoning, troops: Troops) -> Solution[Interval, TroopsWitness]:
    """Compute how likely a guarantor acts once it has troops in place.

    A tripwire, a force too small to change who wins, changes nothing here unless a source says what
    losing it would cost a government that stands aside.

    Args:
        reckoning: The guarantor's reckoning without the force.
        troops: The force.

    Raises:
        ModelError: If a value leaves its range.

    References:
        Reiter and Poast (2021), The truth about tripwires: why small force deployments do not deter
        aggression, Texas National Security Review 4.
    """
    change = _plus(reckoning.win_change, troops.win_change)
    capped = Interval(*(min(1.0, value) for value in change.as_list()))
    cost = _plus(reckoning.reneging_cost, troops.reneging_cost or Interval.exactly(0.0))
    after = replace(reckoning, win_change=capped, reneging_cost=cost)
    witness = TroopsWitness(likelihood(reckoning).outcome, after, _note(troops))
    return Solution("likelihood with troops in place", likelihood(after).outcome, witness)


def _plus(one: Interval, other: Interval) -> Interval:
    return Interval(one.low + other.low, one.mid + other.mid, one.high + other.high)


def _note(troops: Troops) -> str:
    if troops.win_change.high > 0.0 and troops.reneging_cost is None:
        return "the force counts by what it changes in battle"
    if troops.win_change.high > 0.0:
        return "the force counts by what it changes in battle and by what losing it would cost"
    if troops.reneging_cost is None:
        return (
            "a tripwire without capability counts for nothing until a source says what losing it would cost"
        )
    return "the force changes nothing in battle; all rests on what losing it would cost"
