"""A sentence or two in plain words for each design of a guarantee."""

from __future__ import annotations

from goodoffices.brief.action_chart import chance, chances
from goodoffices.findings.blocking import Design, named
from goodoffices.findings.promises import Promise
from goodoffices.findings.words import Names, joined, quoted
from goodoffices.models.guarantees.credibility import Credibility
from goodoffices.models.guarantees.design import PROVISO, RATIFYING
from goodoffices.models.guarantees.sensitivity import CORRELATION
from goodoffices.models.guarantees.side_by_side import Gap, Side

FEW = 2
"""Up to so many are named where more are counted."""

__all__ = ["credibility", "input_name", "provided", "sentence", "verdict"]


def sentence(names: Names, design: Design, promise: Promise) -> str:
    """Say what a design comes to: who could stop it, how likely it is acted on, and on what that hangs."""
    name = quoted(design.name)
    if design.fault:
        return f"{name} could not be worked out: {design.fault}."
    if design.blocked:
        who = joined(design.blocked)
        never = f"{name} is never acted on against {who}: nothing happens without {who}."
        return never + _without(names, promise)
    if promise.side is None or promise.side.action is None:
        if design.chance is not None:
            return f"{name} is acted on with a chance of {chances(design.chance)}."
        return f"How likely {name} would be acted on cannot be said: {_missing(names, promise)}."
    told = (
        f"{name} is acted on with a chance of {chances(promise.side.action)}{provided(names, promise.side)}"
    )
    parts = [told, *_needs(promise)]
    return f"{'; '.join(parts)}.{_hinge(names, promise)}{_without(names, promise)}{_end(promise)}"


def input_name(names: Names, label: str) -> str:
    """Name an input of the chance in words that can stand in a sentence."""
    if label == CORRELATION:
        return "the correlation between the guarantors"
    if label.startswith(PROVISO):
        return f"the chance that {named(names, label)} is met"
    if label.endswith(RATIFYING):
        return f"the chance that {named(names, label.removesuffix(RATIFYING))} ratifies"
    return f"the willingness of {named(names, label)}"


def provided(names: Names, side: Side) -> str:
    """Say what a chance takes as given, where it does."""
    ratifying = [one.removesuffix(RATIFYING) for one in side.given if one.endswith(RATIFYING)]
    given = [f"{named(names, one)} is met" for one in side.given if one.startswith(PROVISO)]
    if len(ratifying) > FEW:
        given.append(f"the {len(ratifying)} who must ratify it do so")
    elif ratifying:
        given.append(
            f"{joined([named(names, one) for one in ratifying])} "
            f"{'ratifies' if len(ratifying) == 1 else 'ratify'} it"
        )
    return f", provided that {joined(given)}" if given else ""


def credibility(needed: Credibility) -> str:
    """Write the credibility that is needed, which may be more than there can be."""
    if needed.low > 1.0:
        return "more than there can be"
    if needed.high <= 0.0:
        return "none"
    ends = [max(0.0, end) for end in (needed.low, needed.mid, needed.high)]
    low, mid, high = ("more than 1" if end > 1.0 else chance(end) for end in ends)
    return mid if low == high else f"{mid} ({low} to {high})"


def verdict(gap: Gap, work: str = "would deter") -> str:
    """Say how a design stands against what is needed for some work, as the end of a sentence."""
    if gap.least > 0.0:
        return "of which it falls short over the whole range"
    if gap.most <= 0.0:
        return "which it has over the whole range"
    by = f"{chance(abs(gap.middle))} {'short' if gap.middle > 0.0 else 'to spare'}"
    by = "just enough" if abs(gap.middle) < 0.005 else by
    return f"so that it is open whether it {work} ({by} at the middle values)"


def _needs(promise: Promise) -> list[str]:
    side = promise.side
    if promise.needs is None or side is None:
        return []
    needed = promise.needs.deter
    if needed.low > 1.0 or side.gap is None:
        return ["no chance of being acted on would make an attack not pay"]
    return [f"making an attack not pay takes a chance of {credibility(needed)}, {verdict(side.gap)}"]


def _missing(names: Names, promise: Promise) -> str:
    missing = promise.side.missing if promise.side else ()
    if not missing:
        return "nobody is named whose attack is meant"
    return f"nobody judged the willingness of {joined([named(names, one) for one in missing[:4]])}" + (
        f" and {len(missing) - 4} more" if len(missing) > 4 else ""
    )


def _hinge(names: Names, promise: Promise) -> str:
    if not promise.swings:
        return ""
    first = promise.swings[0]
    return (
        f" It hangs most on {input_name(names, first.name)}: {chance(first.at_low)} where that is lowest, "
        f"{chance(first.at_high)} where it is highest."
    )


def _without(names: Names, promise: Promise) -> str:
    """Name the one whose recusal would change most."""
    side = promise.side
    if side is None or side.action is None:
        return ""
    gains = {who: span for who, span in side.recusals.items() if span and span.mid > side.action.mid}
    if not gains:
        return ""
    best = max(gains, key=lambda who: gains[who].mid)
    return f" If {named(names, best)} had no say, the chance would be {chances(gains[best])}."


def _end(promise: Promise) -> str:
    if promise.end_holds is None:
        return ""
    held = "could" if promise.end_holds else "could not"
    return (
        f" It ends after {promise.guarantee.years:g} years, and at the middle values the protected side "
        f"{held} live with peace when it does."
    )
