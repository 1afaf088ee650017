"""The guarantees of a case side by side, on the likelihoods coded in it and against what is needed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from goodoffices.case.case import Case
from goodoffices.case.instruments import Guarantee
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.findings.judged import case_capability, case_shift, case_stakes
from goodoffices.models.guarantees.commitment import (
    Bargains,
    CapabilityNeeded,
    bargaining_range,
    capability_needed,
    cost_share,
    peace_holds,
)
from goodoffices.models.guarantees.credibility import (
    Change,
    Credibility,
    Shift,
    Stakes,
    credibility_to_commit,
    credibility_to_deter,
    ways_out,
)
from goodoffices.models.guarantees.design import whole_rule
from goodoffices.models.guarantees.from_case import (
    case_design,
    case_sources,
    usual_rules_of,
)
from goodoffices.models.guarantees.likelihood import Judgement, Source
from goodoffices.models.guarantees.sensitivity import Point, Swing, action_along, action_sensitivity
from goodoffices.models.guarantees.side_by_side import Gap, Side, gap_to, side_by_side
from goodoffices.models.guarantees.threshold import ROUNDING

__all__ = ["Needs", "Promise", "along", "doubts", "inputs_of", "needs_of", "promises", "under_each_rule"]

STEPS = 20
"""Into so many steps the interval of an input is cut for a picture."""

ATTACKER, GIVEN = "the attacker does not act against itself", "taken as given"


@dataclass(frozen=True, slots=True)
class Needs:
    """What a guarantee is needed for, and how credible it must be for that.

    Attributes:
        source: Who judged the values, and on what.
        stakes: What attacking is worth.
        deter: The credibility from which on attacking does not pay.
        shift: How the chances in a war are expected to change; None where nobody judged it.
        commit: The credibility from which on the side that will be weaker can live with peace.
        bargains: Divisions that both sides prefer to a war now, at the values that leave least room, at
            the middle values, and at those that leave most; None without a shift or without a prize.
    """

    source: str
    stakes: Stakes
    deter: Credibility
    shift: Shift | None
    commit: Credibility | None
    bargains: tuple[Bargains, Bargains, Bargains] | None


@dataclass(frozen=True, slots=True)
class Promise:
    """One guarantee of a case and what follows from it.

    Attributes:
        id: Its id.
        guarantee: As it is coded.
        side: What follows; None where no rule is stated or something stands in the way.
        fault: What stands in the way, with the way out; None where nothing does.
        sources: Where each likelihood comes from, as used.
        swings: What the probability hangs on, the least certain input first.
        needs: What it is needed for; None where nobody judged that.
        ways: What each value alone would have to become so that attacking just does not pay.
        commit_gap: How far it falls short of what the commitment problem asks for.
        strength: How strong it must be, as credible as it is; None without a shift of power.
        end_holds: Whether peace would survive its end; None where it has no end, nobody judged the shift, it
            is never acted on, or peace is not bearable even while it lasts.
    """

    id: str
    guarantee: Guarantee
    side: Side | None = None
    fault: str | None = None
    sources: Mapping[str, Source] | None = None
    swings: tuple[Swing, ...] = ()
    needs: Needs | None = None
    ways: tuple[Change, ...] = ()
    commit_gap: Gap | None = None
    strength: CapabilityNeeded | None = None
    end_holds: bool | None = None


def needs_of(source: str, stakes: Stakes, shift: Shift | None) -> Needs:
    """Work out how credible a guarantee must be.

    Raises:
        ModelError: A value leaves its range.
    """
    return Needs(
        source,
        stakes,
        credibility_to_deter(stakes).outcome,
        shift,
        credibility_to_commit(shift).outcome if shift else None,
        _bargains(stakes, shift) if shift else None,
    )


def doubts(needs: Needs) -> tuple[str, ...]:
    """Say where the intervals allow that a kept guarantee helps the side against whom it is meant."""
    pairs = [("at once", needs.stakes.wins_opposed, needs.stakes.wins_alone)]
    if needs.shift:
        pairs.append(("later", needs.shift.p2_if_kept, needs.shift.p2))
    return tuple(
        f"Within these intervals the chance of winning {when} may be higher if the guarantee is kept (up to "
        f"{kept.high:g}) than without it (from {alone.low:g}), so that keeping it would help the side "
        "against whom it is meant; what is needed may then be more than there can be."
        for when, kept, alone in pairs
        if kept.high > alone.low
    )


def promises(case: Case, needs: Needs | None = None) -> tuple[Promise, ...]:
    """Return every guarantee of a case with what follows, in the order of the case.

    What keeps one from being worked out is told with it, and does not keep the others.

    Args:
        case: The case.
        needs: What guarantees are needed for; if not given, what the case says of the attacker.
    """
    return tuple(_promise(case, id_, guarantee, needs) for id_, guarantee in case.guarantees.items())


def under_each_rule(case: Case, guarantee: Guarantee) -> tuple[Side, ...]:
    """Return a guarantee with each usual rule in place of its own, all else alike, on the same likelihoods.

    Raises:
        ModelError: No guarantor or no attacker is named.
    """
    designs, span = usual_rules_of(case, guarantee), guarantee.correlation or Interval.exactly(0.0)
    return side_by_side(designs, case_sources(guarantee), correlation=span).outcome


def inputs_of(guarantee: Guarantee, side: Side) -> dict[str, Source]:
    """Return where the likelihood of each member of the whole rule comes from, as used."""
    sources = case_sources(guarantee)
    found: dict[str, Source] = {}
    for name in whole_rule(side.design).members:
        if name in side.design.attackers:
            found[name] = Judgement(Interval.exactly(0.0), ATTACKER)
        elif name in sources:
            found[name] = sources[name]
        elif name in side.given:
            found[name] = Judgement(Interval.exactly(1.0), GIVEN)
    return found


def along(found: Promise, side: Side, swing: Swing) -> tuple[Point, ...]:
    """Follow the probability of action over the interval of one input, all others at their middle values.

    Args:
        found: A promise.
        side: What follows from it.
        swing: The input.
    """
    span = found.guarantee.correlation or Interval.exactly(0.0)
    sources = found.sources or {}
    rule = whole_rule(side.design)
    return action_along(rule, sources, swing.name, correlation=span, steps=STEPS).outcome


def _promise(case: Case, id_: str, guarantee: Guarantee, needs: Needs | None) -> Promise:
    bare = Promise(id_, guarantee)
    if guarantee.rule is None:
        return bare
    try:
        return _worked_out(case, bare, needs or _needs_in(case, guarantee))
    except ModelError as error:
        return replace(bare, fault=str(error))


def _worked_out(case: Case, bare: Promise, needs: Needs | None) -> Promise:
    guarantee = bare.guarantee
    span = guarantee.correlation or Interval.exactly(0.0)
    (side,) = side_by_side(
        [case_design(case, guarantee)],
        case_sources(guarantee),
        correlation=span,
        needed=needs.deter if needs else None,
        capability=case_capability(guarantee),
    ).outcome
    sources = inputs_of(guarantee, side)
    found = replace(bare, side=side, sources=sources, needs=needs)
    if side.action is None:
        return found
    if not side.reading.never:
        swings = action_sensitivity(whole_rule(side.design), sources, correlation=span).outcome
        found = replace(found, swings=tuple(swing for swing in swings if swing.width > ROUNDING))
    return _against_needs(found, side.action, needs) if needs else found


def _against_needs(found: Promise, action: Interval, needs: Needs) -> Promise:
    found = replace(found, ways=ways_out(needs.stakes, action.mid).outcome)
    if needs.shift is None or needs.commit is None:
        return found
    shift = {name: getattr(needs.shift, name).mid for name in ("p1", "p2", "cost", "discount")}
    later = action.mid * needs.shift.p2_if_kept.mid + (1.0 - action.mid) * shift["p2"]
    commit_gap = gap_to(needs.commit, action)
    # What is not there cannot be lost: no end is told of a guarantee never acted on, or of no peace.
    ends = bool(found.guarantee.years) and action.high > 0.0 and commit_gap.middle <= 0.0
    # Where a guarantee ends, the chance of winning rises at once to what it is without one.
    end = peace_holds(**(shift | {"p1": later})).outcome if ends else None
    return replace(
        found,
        commit_gap=commit_gap,
        strength=capability_needed(**shift, credibility=action.mid).outcome,
        end_holds=end,
    )


def _needs_in(case: Case, guarantee: Guarantee) -> Needs | None:
    for entry in case.stakes:
        if entry.attacker in guarantee.against:
            coding = entry.coding
            told = coding.coder or ", ".join(coding.because) or "no coder named"
            source = f"{told}: {coding.source}" if coding.source else told
            return needs_of(source, case_stakes(entry), case_shift(entry))
    return None


def _bargains(stakes: Stakes, shift: Shift) -> tuple[Bargains, Bargains, Bargains] | None:
    if stakes.prize.low <= 0.0:
        return None
    cost_a = Interval(
        stakes.cost.low / stakes.prize.high,
        stakes.cost.mid / stakes.prize.mid,
        stakes.cost.high / stakes.prize.low,
    )
    # The prize is all that is in dispute, so the other side's cost must be a share of that as well: it is
    # the smaller, the more a later period counts.
    p, cost, lasting = shift.p1, shift.cost, shift.discount
    cost_b = Interval(
        cost_share(cost=cost.low, discount=lasting.high),
        cost_share(cost=cost.mid, discount=lasting.mid),
        cost_share(cost=cost.high, discount=lasting.low),
    )
    least = bargaining_range(p=p.mid, cost_a=cost_a.low, cost_b=cost_b.low).outcome
    middle = bargaining_range(p=p.mid, cost_a=cost_a.mid, cost_b=cost_b.mid).outcome
    return least, middle, bargaining_range(p=p.mid, cost_a=cost_a.high, cost_b=cost_b.high).outcome
