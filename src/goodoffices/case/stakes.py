"""What an attack would be worth to a party, and how power is expected to shift."""

from __future__ import annotations

from dataclasses import fields

from pydantic.dataclasses import dataclass

from goodoffices.case.coding import STRICT, Coding
from goodoffices.case.terms import Id
from goodoffices.case.values import Interval

_PROBABILITIES = frozenset({"wins_alone", "wins_opposed", "p1", "p2", "p2_if_kept", "discount"})
_ANY_SIGN = frozenset({"status_quo"})


@dataclass(frozen=True, slots=True, config=STRICT)
class PowerShift:
    """How the chances in a war are expected to change, as one side rises and the other declines.

    Attributes:
        p1: Probability that the rising side would win a war now, 0 to 1.
        p2: Probability that it would win a war later, without the guarantee, 0 to 1.
        p2_if_kept: Probability that it would win a war later if the guarantee is kept, 0 to 1.
        cost: What war costs the declining side in all, in units of what is in dispute in one period, 0 or
            more: 3 is as much as three periods bring.
        discount: What a unit of the next period is worth now, above 0 and at most 1. A period is the time
            after which power has shifted from p1 to p2, such as a year.
    """

    p1: Interval
    p2: Interval
    p2_if_kept: Interval
    cost: Interval
    discount: Interval

    def __post_init__(self) -> None:
        _check(self)
        if self.discount.low <= 0:
            raise ValueError(f"discount {self.discount.as_list()} must be above 0")


@dataclass(frozen=True, slots=True, config=STRICT)
class AttackerStakes:
    """What attacking would be worth to a party.

    Attributes:
        attacker: Id of the party.
        prize: What it fights for, 0 or more.
        wins_alone: Probability that it wins if the guarantee is not kept, 0 to 1.
        wins_opposed: Probability that it wins if the guarantee is kept, 0 to 1.
        cost: What fighting costs it, in the unit of the prize, 0 or more.
        status_quo: What it has without attacking, in the unit of the prize.
        punishment: What keeping the guarantee costs it beyond the battlefield, 0 or more.
        coding: Where these values come from.
        shift: How the chances in a war are expected to change, where judged.
    """

    attacker: Id
    prize: Interval
    wins_alone: Interval
    wins_opposed: Interval
    cost: Interval
    status_quo: Interval
    punishment: Interval
    coding: Coding
    shift: PowerShift | None = None

    def __post_init__(self) -> None:
        _check(self)


def _check(part: PowerShift | AttackerStakes) -> None:
    for field in fields(part):
        value = getattr(part, field.name)
        if not isinstance(value, Interval) or field.name in _ANY_SIGN:
            continue
        if field.name in _PROBABILITIES and not value.within(0, 1):
            raise ValueError(f"{field.name} {value.as_list()} leaves the range from 0 to 1")
        if value.low < 0:
            raise ValueError(f"{field.name} {value.as_list()} is below 0; write 0 or more")
