"""Is a lever enough to move its target, and is the threat to pull it credible?"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.leverage.lever import Lever, capacity, pressure
from goodoffices.models.solution import Solution

__all__ = [
    "BreakEven",
    "Move",
    "MoveWitness",
    "Threat",
    "ThreatWitness",
    "Verdict",
    "added",
    "break_even_share",
    "check_together",
    "credible",
    "moves",
]

ROUNDING = 1e-12
"""By so much a comparison may fail and still count as met, since sums of decimals are rounded."""


class Verdict(StrEnum):
    """What a comparison of two intervals allows to say.

    A class of its own, since a list of names is what it is.
    """

    YES = "yes, over the whole range"
    OPEN = "open: yes at one end of the range and not at the other"
    NO = "no, over the whole range"


@dataclass(frozen=True, slots=True)
class Move:
    """Whether a target moves.

    Attributes:
        by_capacity: Whether it would if every lever were sure to be pulled: what the holders can do.
        as_expected: Whether it does, given how willing they are to pull them.
    """

    by_capacity: Verdict
    as_expected: Verdict


@dataclass(frozen=True, slots=True)
class MoveWitness:
    """The two sides of the comparison.

    Attributes:
        capacity: What the levers take from the target if all are pulled.
        pressure: What it must expect to lose.
        side_payment: What it is given for moving.
        loss: What moving costs it.
    """

    capacity: Interval
    pressure: Interval
    side_payment: Interval
    loss: Interval


@dataclass(frozen=True, slots=True)
class BreakEven:
    """From which share of the flow on a lever is enough, all else at its middle value.

    Attributes:
        if_pulled: If the lever were sure to be pulled; above 1, no share is enough; infinite where the
            flow does not matter to the target at all; 0 or less where none is needed.
        as_expected: The same, given the holder's willingness.
    """

    if_pulled: float
    as_expected: float


@dataclass(frozen=True, slots=True)
class Threat:
    """Whether pulling the lever is worth its cost to the holder.

    Attributes:
        alone: If nobody answers.
        answered: If those over whom it is pulled, or others, answer with levers of their own.
    """

    alone: Verdict
    answered: Verdict


@dataclass(frozen=True, slots=True)
class ThreatWitness:
    """The holder's reckoning.

    Attributes:
        gain: What it gains if the target moves.
        cost: What pulling the lever costs it.
        answer: What it must expect to lose by the answers.
    """

    gain: Interval
    cost: Interval
    answer: Interval


def moves(
    levers: Sequence[Lever], loss: Interval, *, side_payment: Interval | None = None
) -> Solution[Move, MoveWitness]:
    """Tell whether levers are enough to move their target from a to b.

    It moves iff `Σ π·s·w·(1 − r)·τ + side payment ≥ U(a) − U(b)`. Levers of several holders add up; that
    is a lower bound where they act together on one flow, since the target can then redirect less.

    Args:
        levers: At least one, all on the same target; shares of one means may not exceed 1 together.
        loss: U(a) − U(b), what moving costs the target in its own utility; below 0 if it gains anyway.
        side_payment: What it is given for moving, in the same units.

    Raises:
        ModelError: If there is no lever, there are several targets, or shares exceed the whole.

    Examples:
        >>> given = {"weight": 0.8, "redirectable": 0.5, "dependence": 0.5, "willingness": 0.5, "cost": 0.1}
        >>> spans = {name: Interval.exactly(value) for name, value in given.items()}
        >>> oil = Lever("L", "X", "oil purchases", Interval(0.2, 0.4, 0.5), **spans)
        >>> moves([oil], Interval.exactly(0.07)).outcome.by_capacity.value
        'open: yes at one end of the range and not at the other'

    References:
        The condition is this project's own; the parts are those of Hirschman (1945), National power and
        the structure of foreign trade, and of Drezner (1999), The sanctions paradox.
    """
    check_together(levers)
    paid = side_payment or Interval.exactly(0.0)
    could, expected = added(map(capacity, levers)), added(map(pressure, levers))
    outcome = Move(_reaches(added([could, paid]), loss), _reaches(added([expected, paid]), loss))
    return Solution("moving a target", outcome, MoveWitness(could, expected, paid, loss))


def break_even_share(
    lever: Lever, loss: Interval, *, side_payment: Interval | None = None
) -> Solution[BreakEven, float]:
    """Compute from which share of the flow on a lever moves its target, all else at middle values.

    Args:
        lever: The lever; its own share plays no part.
        loss: What moving costs the target.
        side_payment: What it is given for moving.

    Returns:
        The shares; the witness is what is left to be covered by the lever.
    """
    left = loss.mid - (side_payment.mid if side_payment else 0.0)
    whole = lever.weight.mid * (1.0 - lever.redirectable.mid) * lever.dependence.mid

    def share(chance: float) -> float:
        if left <= 0.0:
            return 0.0
        return left / (whole * chance) if whole * chance > 0.0 else math.inf

    return Solution("break-even share", BreakEven(share(1.0), share(lever.willingness.mid)), left)


def credible(
    lever: Lever, gain: Interval, *, answers: Sequence[Lever] = ()
) -> Solution[Threat, ThreatWitness]:
    """Tell whether a threat is credible: whether pulling the lever costs its holder at most what it gains.

    Args:
        lever: The lever.
        gain: What its holder gains if the target moves, in the holder's utility.
        answers: Levers over the holder that would be pulled in return.

    Raises:
        ModelError: If an answer does not bear on the holder.
    """
    for answer in answers:
        if answer.target != lever.holder:
            raise ModelError(
                f"'{answer.means}' bears on {answer.target}, not on {lever.holder}; "
                "an answer bears on the holder"
            )
    cost, answered = lever.cost, added(map(pressure, answers))
    outcome = Threat(_reaches(gain, cost), _reaches(gain, added([cost, answered])))
    return Solution("credibility of a threat", outcome, ThreatWitness(gain, cost, answered))


def check_together(levers: Sequence[Lever]) -> None:
    """Check that levers bear on one target and do not claim more than the whole of a flow.

    Raises:
        ModelError: If they do not.
    """
    targets = list(dict.fromkeys(lever.target for lever in levers))
    if len(targets) != 1:
        raise ModelError(f"the levers bear on {targets}; give at least one, all on one target")
    for means in dict.fromkeys(lever.means for lever in levers):
        total = math.fsum(lever.share.low for lever in levers if lever.means == means)
        if total > 1.0 + ROUNDING:
            raise ModelError(
                f"the shares of '{means}' add up to {total:g} even at their lowest; "
                "together they are 1 at most"
            )


def added(intervals: Iterable[Interval]) -> Interval:
    """Return the sum of intervals, end by end."""
    spans = list(intervals)
    return Interval(
        math.fsum(span.low for span in spans),
        math.fsum(span.mid for span in spans),
        math.fsum(span.high for span in spans),
    )


def _reaches(given: Interval, needed: Interval) -> Verdict:
    if given.low >= needed.high - ROUNDING:
        return Verdict.YES
    return Verdict.NO if given.high < needed.low - ROUNDING else Verdict.OPEN
