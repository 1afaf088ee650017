"""Designs side by side as plain data, for JSON and for programs."""

from __future__ import annotations

import math

from goodoffices.case.values import Interval
from goodoffices.models.guarantees.coalitions import Pattern
from goodoffices.models.guarantees.commitment import CapabilityNeeded
from goodoffices.models.guarantees.credibility import Change, Credibility
from goodoffices.models.guarantees.design import Design
from goodoffices.models.guarantees.likelihood import Source, likelihood
from goodoffices.models.guarantees.rules import requirements
from goodoffices.models.guarantees.sensitivity import Swing
from goodoffices.models.guarantees.side_by_side import Gap, Side, told_gap

__all__ = [
    "capability_record",
    "change_record",
    "credibility_record",
    "gap_record",
    "side_record",
    "source_record",
    "swing_record",
]


def side_record(side: Side) -> dict[str, object]:
    """Return a design with what follows from it.

    Returns:
        Sets of guarantors are written in words and counted; probabilities are [low, middle, high]; what
        cannot be said is null.
    """
    reading, witness = side.reading, side.witness
    return {
        **_terms(side.design),
        "must_agree": list(reading.must_agree),
        "smallest_sets": _patterns(reading.smallest),
        "can_block": _patterns(reading.blocking),
        "attackers": {
            name: {
                "member": position.member,
                "blocks_alone": position.blocks_alone,
                "helpers_needed": position.helpers_needed,
                "others_can_decide_without_it": position.others_can_decide,
                "recused_by_the_design": reading.recused_attackers[name],
            }
            for name, position in reading.attackers.items()
        },
        "if_abstaining": {name: kind.value for name, kind in reading.abstention.items()},
        "never": reading.never,
        "probability_of_action": _interval(side.action),
        "correlations": list(witness.correlations) if witness else None,
        "ceiling": _interval(witness.ceiling) if witness else None,
        "importance": dict(witness.importance) if witness else None,
        "nothing_said_about": list(side.missing),
        "taken_as_given": list(side.given),
        "if_without_a_say": {name: _interval(value) for name, value in side.recusals.items()},
        "expected_capability": _interval(side.capability),
        **gap_record(side.gap),
    }


def _terms(design: Design) -> dict[str, object]:
    """Return what the design says, before anything follows from it."""
    trigger = design.trigger
    found_by = trigger.found_by if trigger else None
    return {
        "name": design.name,
        "beneficiary": design.beneficiary,
        "owed": design.duty.value if design.duty else None,
        "trigger": trigger.event if trigger else None,
        "found_by": {
            "members": list(found_by.members),
            "needs": [need.text for need in requirements(found_by)],
        }
        if found_by
        else None,
        "conditions": [
            {"text": one.text, "needs": list(one.needs.members) if one.needs else []}
            for one in design.conditions
        ],
        "duration": design.duration or None,
        "years": design.years,
        "ratified_by": list(design.ratified_by),
        "ratifications_needed": design.ratifications or len(design.ratified_by) or None,
    }


def gap_record(gap: Gap | None) -> dict[str, object]:
    """Return how far a design falls short of what is needed."""
    return {
        "gap": [gap.least, gap.middle, gap.most] if gap else None,
        "gap_in_words": told_gap(gap) if gap else None,
    }


def source_record(source: Source) -> dict[str, object]:
    """Return a guarantor's likelihood with its kind and its source."""
    found = likelihood(source)
    return {"value": _interval(found.outcome), "kind": found.witness.kind, "source": found.witness.told}


def swing_record(swing: Swing) -> dict[str, object]:
    """Return how far one input moves the result."""
    return {
        "input": swing.name,
        "given": _interval(swing.given),
        "at_low": swing.at_low,
        "at_high": swing.at_high,
    }


def credibility_record(needed: Credibility) -> dict[str, object]:
    """Return the credibility that is needed; what is infinite is null, since JSON knows no infinity."""
    ends = (needed.low, needed.mid, needed.high)
    return {"value": [end if math.isfinite(end) else None for end in ends], "in_words": needed.told}


def change_record(change: Change) -> dict[str, object]:
    """Return what one value would have to become so that attacking just does not pay."""
    return {"value": change.name, "now": change.now, "needed": change.needed}


def capability_record(needed: CapabilityNeeded) -> dict[str, object]:
    """Return how strong a guarantee must be; what no strength reaches is null."""
    reachable = math.isfinite(needed.p2_if_kept)
    return {
        "p2_if_kept_at_most": needed.p2_if_kept if reachable else None,
        "attainable": needed.attainable,
        "needless": needed.needless,
    }


def _patterns(patterns: tuple[Pattern, ...] | None) -> list[dict[str, object]] | None:
    return None if patterns is None else [_pattern(pattern) for pattern in patterns]


def _pattern(pattern: Pattern) -> dict[str, object]:
    shares = [{"of": list(share.members), "needed": share.needed} for share in pattern.shares]
    return {"text": pattern.text, "size": pattern.size, "sets": pattern.sets, "shares": shares}


def _interval(value: Interval | None) -> list[float] | None:
    return value.as_list() if value else None
