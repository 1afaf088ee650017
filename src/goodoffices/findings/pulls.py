"""What each lever of a case counts for: as weighed, or at the most that its share allows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.case.instruments import Leverage
from goodoffices.case.values import Interval
from goodoffices.models.leverage.from_case import CaseLever, case_levers
from goodoffices.models.leverage.lever import Lever, capacity, pressure
from goodoffices.models.leverage.moving import break_even_share

__all__ = ["Pull", "pulls", "share_needed"]

UNNAMED = "means not named"


@dataclass(frozen=True, slots=True)
class Pull:
    """A lever of a case with what it counts for.

    Attributes:
        holder: Id of the party that holds it.
        target: Id of the party that it bears on.
        means: By what, in plain words.
        lever: The lever with its numbers; None where no share is coded.
        weighed: Whether somebody weighed it. If not, the numbers are the most that its share allows: the
            flow would be all that counts to the target, and nothing of it could be redirected or made good.
        willing: Whether a willingness is coded; without one nothing is to be expected of the lever.
        missing: What is not known of it, in words.
    """

    holder: str
    target: str
    means: str
    lever: Lever | None
    weighed: bool
    willing: bool
    missing: tuple[str, ...]

    @property
    def could(self) -> Interval | None:
        """What it takes from the target if it is pulled; None where that cannot be said."""
        return capacity(self.lever) if self.lever else None

    @property
    def would(self) -> Interval | None:
        """What the target must expect to lose by it; None where that cannot be said."""
        return pressure(self.lever) if self.lever and self.willing else None


def pulls(case: Case, weighed: Sequence[Lever] = ()) -> tuple[Pull, ...]:
    """Return what each lever of a case counts for, in the order of the case.

    Args:
        case: The case.
        weighed: Levers of the case with all their values, as an analyst weighed them.
    """
    known = {(one.holder, one.target, one.means): one for one in weighed}
    return tuple(_pull(each, known.get(_key(each.given))) for each in case_levers(case))


def share_needed(pull: Pull, loss: float, others: float, *, as_expected: bool) -> float | None:
    """Return from which share of the flow on a lever is enough beside others.

    Such a share turns on what the flow weighs and how much of it can be redirected, so there is none where
    nobody judged these.

    Args:
        pull: The lever; its own share plays no part.
        loss: What is to be covered, in the target's utility.
        others: What other levers cover.
        as_expected: Whether the holder's willingness counts.

    Returns:
        The share, 0 if the others are enough; above 1, and None where no share at all would be enough, or
        nobody weighed the lever.
    """
    if pull.lever is None or not pull.weighed:
        return None
    found = break_even_share(
        pull.lever, Interval.exactly(loss), side_payment=Interval.exactly(others)
    ).outcome
    share = found.as_expected if as_expected else found.if_pulled
    return share if math.isfinite(share) else None


def _key(given: Leverage) -> tuple[str, str, str]:
    return given.holder, given.target, given.means or UNNAMED


def _pull(coded: CaseLever, weighed: Lever | None) -> Pull:
    holder, target, means = _key(coded.given)
    if weighed is not None:
        return Pull(holder, target, means, weighed, weighed=True, willing=True, missing=())
    willing = coded.given.willingness is not None
    return Pull(holder, target, means, coded.at_most, weighed=False, willing=willing, missing=coded.missing)
