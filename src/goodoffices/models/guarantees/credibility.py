"""How credible a guarantee must be when what is at stake is known only within intervals."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from itertools import product

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.commitment import guarantee_needed
from goodoffices.models.guarantees.deterrence import critical_credibility
from goodoffices.models.guarantees.threshold import ROUNDING, snapped
from goodoffices.models.solution import Solution

__all__ = [
    "Change",
    "Credibility",
    "Shift",
    "Stakes",
    "credibility_to_commit",
    "credibility_to_deter",
    "ways_out",
]


@dataclass(frozen=True, slots=True)
class Stakes:
    """The attacker's reckoning, each value an interval.

    Attributes:
        prize: What it fights for, 0 or more.
        wins_alone: Probability that it wins if the guarantee is not kept.
        wins_opposed: Probability that it wins if the guarantee is kept.
        cost: What fighting costs it, 0 or more.
        status_quo: What it has without attacking.
        punishment: What keeping the guarantee costs it beyond the battlefield, 0 or more.
    """

    prize: Interval
    wins_alone: Interval
    wins_opposed: Interval
    cost: Interval
    status_quo: Interval
    punishment: Interval

    def __post_init__(self) -> None:
        _check_intervals(self)


@dataclass(frozen=True, slots=True)
class Shift:
    """A coming shift of power, each value an interval.

    Attributes:
        p1: Probability that the rising side would win a war now.
        p2: The same later, without the guarantee.
        p2_if_kept: The same later if the guarantee is kept.
        cost: What war costs the declining side in all, in units of what is in dispute in one period.
        discount: What a unit of the next period is worth now, above 0 and at most 1.
    """

    p1: Interval
    p2: Interval
    p2_if_kept: Interval
    cost: Interval
    discount: Interval

    def __post_init__(self) -> None:
        _check_intervals(self)


@dataclass(frozen=True, slots=True)
class Credibility:
    """The credibility that is needed: 0 or less is none, more than 1 is more than there can be.

    Attributes:
        low: At the values that ask for least.
        mid: At the middle values.
        high: At the values that ask for most; infinite where no credibility changes anything.
    """

    low: float
    mid: float
    high: float

    @property
    def told(self) -> str:
        """What this means in words."""
        if self.high <= 0.0:
            return "no guarantee is needed"
        if self.low > 1.0:
            return "no credibility suffices"
        if self.high > 1.0:
            return "within these intervals it is open whether any credibility suffices"
        return "a credible enough guarantee suffices"


@dataclass(frozen=True, slots=True)
class Change:
    """What one value would have to become, all others as they are.

    Attributes:
        name: The value.
        now: What it is.
        needed: What it would have to be.
        possible: Whether it can be that.
    """

    name: str
    now: float
    needed: float
    possible: bool


def credibility_to_deter(stakes: Stakes) -> Solution[Credibility, Mapping[str, Mapping[str, float]]]:
    """Compute how credible a guarantee must be so that attacking does not pay, over all intervals.

    The formula is monotone in each value where keeping the guarantee takes something from the attacker,
    so its extremes stand at corners of the intervals, and all 64 are tried.

    Returns:
        The credibility; the witness gives the values at which the lowest and the highest stand.

    Raises:
        ModelError: If a value leaves its range.

    References:
        As for `critical_credibility`.
    """
    return _over_corners(
        "credibility to deter", stakes, lambda at: critical_credibility(**at).outcome.credibility
    )


def credibility_to_commit(shift: Shift) -> Solution[Credibility, Mapping[str, Mapping[str, float]]]:
    """Compute how credible a guarantee must be to solve the commitment problem, over all intervals.

    Returns:
        The credibility; the witness gives the values at which the lowest and the highest stand.

    Raises:
        ModelError: If a value leaves its range.

    References:
        As for `guarantee_needed`.
    """
    return _over_corners(
        "credibility to commit", shift, lambda at: guarantee_needed(**at).outcome.credibility
    )


def ways_out(stakes: Stakes, credibility: float) -> Solution[tuple[Change, ...], float]:
    """Compute what each value alone would have to become so that attacking just does not pay.

    At the middle values. Troops, air defence and arms act through the probability that the attacker wins
    if the guarantee is kept; sanctions that would follow act through the punishment; what the attacker
    gets by peace acts through the status quo.

    Args:
        stakes: The attacker's reckoning.
        credibility: Probability that the guarantee is kept, 0 to 1.

    Returns:
        One change for each value and one for the credibility; the witness is what attacking gains now.

    Raises:
        ModelError: If the credibility leaves its range.
    """
    if not 0.0 <= credibility <= 1.0:
        raise ModelError(f"the credibility is {credibility}; it must lie from 0 to 1")
    at = {field.name: getattr(stakes, field.name).mid for field in fields(stakes)}
    effect = at["prize"] * (at["wins_alone"] - at["wins_opposed"]) + at["punishment"]
    gain = at["prize"] * at["wins_alone"] - at["cost"] - at["status_quo"] - credibility * effect
    needed = critical_credibility(**at).outcome
    weight = credibility * at["prize"]
    opposed = snapped(at["wins_opposed"] - gain / weight) if weight else -math.inf
    punishment = at["punishment"] + gain / credibility if credibility else math.inf
    if gain <= ROUNDING:
        return Solution("ways to deter", (), gain, {"credibility": credibility})
    changes = (
        Change("credibility", credibility, needed.credibility, needed.attainable),
        Change("wins_opposed", at["wins_opposed"], opposed, opposed >= 0.0),
        Change("punishment", at["punishment"], punishment, math.isfinite(punishment)),
        Change("cost", at["cost"], at["cost"] + gain, possible=True),
        Change("status_quo", at["status_quo"], at["status_quo"] + gain, possible=True),
    )
    return Solution("ways to deter", changes, gain, {"credibility": credibility})


def _over_corners(
    method: str, inputs: Stakes | Shift, formula: Callable[[dict[str, float]], float]
) -> Solution[Credibility, Mapping[str, Mapping[str, float]]]:
    spans: dict[str, Interval] = {field.name: getattr(inputs, field.name) for field in fields(inputs)}
    ends = product(*(dict.fromkeys((span.low, span.high)) for span in spans.values()))
    corners = [dict(zip(spans, corner, strict=True)) for corner in ends]
    found = [formula(corner) for corner in corners]
    lowest, highest = (
        min(range(len(found)), key=found.__getitem__),
        max(range(len(found)), key=found.__getitem__),
    )
    middle = formula({name: span.mid for name, span in spans.items()})
    outcome = Credibility(min(found[lowest], middle), middle, max(found[highest], middle))
    return Solution(method, outcome, {"low": corners[lowest], "high": corners[highest]})


def _check_intervals(inputs: Stakes | Shift) -> None:
    for field in fields(inputs):
        value = getattr(inputs, field.name)
        if not isinstance(value, Interval):
            raise ModelError(
                f"{field.name} is {value!r}, a bare number; give an interval of lowest, most credible and "
                "highest value"
            )
