"""From the levers of a case to what can be said of them, and what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.case.instruments import Leverage
from goodoffices.case.values import Interval
from goodoffices.models.leverage.lever import Lever, capacity, pressure

__all__ = ["MEANS_NOT_NAMED", "CaseLever", "case_levers"]

WHOLE = Interval.exactly(1.0)
NONE = Interval.exactly(0.0)
MEANS_NOT_NAMED = "means not named"


@dataclass(frozen=True, slots=True)
class CaseLever:
    """A lever of a case with what its numbers allow to say.

    A case gives the share and the willingness. Weight, dependence and the part that can be redirected are
    not in it; at their extremes (the flow is all that counts to the target, nothing can be redirected or
    made good) they give what the lever takes at most.

    Attributes:
        given: The lever as coded.
        most_if_pulled: What it takes at most from the target, as a part of all that it has at stake, if
            it is pulled; None where no share is coded.
        most_expected: The same, given the holder's willingness; None where one of both is not coded.
        missing: What is not coded, in words.
        at_most: The lever at those extremes; None where no share is coded. Where no willingness is coded,
            its willingness is 0, and only what it takes if pulled may be read.
    """

    given: Leverage
    most_if_pulled: Interval | None
    most_expected: Interval | None
    missing: tuple[str, ...]
    at_most: Lever | None = None


def _means(given: Leverage) -> str:
    return given.means or MEANS_NOT_NAMED


def case_levers(case: Case) -> tuple[CaseLever, ...]:
    """Return what can be said of each lever of a case, in the order of the case."""
    return tuple(_lever(each) for each in case.leverage)


def _lever(given: Leverage) -> CaseLever:
    missing = [
        "what the flow weighs for the target",
        "how much of it can be redirected, and how soon it could be made good",
        "what pulling it costs the holder",
    ]
    if given.willingness is None:
        missing.insert(0, "how willing the holder is")
    if given.share is None:
        return CaseLever(given, None, None, ("which share the holder has", *missing))
    bounding = Lever(
        given.holder,
        given.target,
        _means(given),
        given.share,
        WHOLE,
        NONE,
        WHOLE,
        given.willingness or NONE,
        NONE,
    )
    expected = pressure(bounding) if given.willingness is not None else None
    return CaseLever(given, capacity(bounding), expected, tuple(missing), bounding)
