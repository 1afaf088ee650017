"""What the command `guarantee` writes as JSON, and shows in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from goodoffices.case.case import Case
    from goodoffices.findings.promises import Needs, Promise
    from goodoffices.models.guarantees.side_by_side import Side

__all__ = ["needs_record", "promise_record"]


def promise_record(case: Case, found: Promise, *, rules: bool) -> dict[str, Any]:
    """Return a guarantee with what follows from it.

    Args:
        case: The case.
        found: The guarantee.
        rules: Whether to add what would follow under each usual rule, also where one is stated.

    Raises:
        ModelError: No rule is stated and none can be tried, since no attacker is named.
    """
    from goodoffices.findings.promises import under_each_rule
    from goodoffices.models.guarantees.record import side_record
    from goodoffices.models.guarantees.side_by_side import few_suffice

    guarantee = found.guarantee
    record: dict[str, Any] = {"id": found.id, "name": guarantee.name}
    if found.side is not None:
        record |= _side(found, found.side)
        record["capability_unit"] = guarantee.capability_unit
        record["correlation"] = guarantee.correlation.as_list() if guarantee.correlation else None
        record["fewer_than_all_suffice"] = few_suffice(found.side)
    if rules or found.side is None:
        record["under_usual_rules"] = [side_record(side) for side in under_each_rule(case, guarantee)]
    for one in (record, *record.get("under_usual_rules", ())):
        if guarantee.found_by and guarantee.found_by.body and one.get("found_by"):
            one["found_by"]["body"] = guarantee.found_by.body
    return record


def _side(found: Promise, side: Side) -> dict[str, Any]:
    from goodoffices.findings.promises import ATTACKER, GIVEN
    from goodoffices.models.guarantees.record import (
        capability_record,
        change_record,
        gap_record,
        side_record,
        source_record,
        swing_record,
    )

    record: dict[str, Any] = side_record(side)
    sources = (found.sources or {}).items()
    record["likelihoods"] = {
        name: source_record(source)
        for name, source in sources
        if getattr(source, "source", "") not in {ATTACKER, GIVEN}
    }
    if side.action is not None:
        record["hangs_on"] = [swing_record(swing) for swing in found.swings]
    if found.needs and side.action is not None:
        record["would_deter"] = [change_record(one) for one in found.ways if one.possible]
    if found.commit_gap:
        record["commitment"] = gap_record(found.commit_gap)
    if found.strength:
        record["strength_needed"] = capability_record(found.strength)
    if found.end_holds is not None:
        record["peace_survives_its_end"] = found.end_holds
    return record


def needs_record(needs: Needs) -> dict[str, Any]:
    """Return how credible a guarantee must be, and which bargains are open."""
    from goodoffices.findings.promises import doubts
    from goodoffices.models.guarantees.record import credibility_record

    record: dict[str, Any] = {"stakes_source": needs.source, "needed": credibility_record(needs.deter)}
    record["look_again"] = list(doubts(needs))
    if needs.commit:
        record["needed_to_commit"] = credibility_record(needs.commit)
    if needs.bargains:
        record["bargaining_range"] = [[one.lowest, one.highest] for one in needs.bargains]
    return record
