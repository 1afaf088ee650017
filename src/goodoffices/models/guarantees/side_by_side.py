"""Designs of a guarantee side by side: who can stop them, how likely they act, how likely they must."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from goodoffices.case.values import Interval
from goodoffices.models.guarantees.capability import expected_capability
from goodoffices.models.guarantees.collective_action import ActionWitness, probability_of_action
from goodoffices.models.guarantees.credibility import Credibility
from goodoffices.models.guarantees.design import Design, Reading, is_actor, read_design, whole_rule
from goodoffices.models.guarantees.likelihood import Source, likelihood
from goodoffices.models.guarantees.recusal import can_do_without, recuse
from goodoffices.models.guarantees.rules import Rule, veto_players
from goodoffices.models.guarantees.threshold import snapped
from goodoffices.models.solution import Solution

__all__ = ["Gap", "Side", "few_suffice", "gap_to", "side_by_side", "taken_as_given", "told_gap"]


@dataclass(frozen=True, slots=True)
class Gap:
    """How far a design falls short of the credibility that is needed; 0 or less: it does not.

    Attributes:
        least: Needed at least, less the highest probability of action.
        middle: Needed at the middle values, less the middle probability.
        most: Needed at most, less the lowest probability.
    """

    least: float
    middle: float
    most: float


@dataclass(frozen=True, slots=True)
class Side:
    """One design.

    Attributes:
        design: The design.
        reading: Who must agree, who can block.
        action: Probability that it is acted on; None where not every guarantor's likelihood is given.
        witness: What that hangs on.
        missing: Guarantors about whom nothing is said.
        given: Conditions and ratifications that nobody judged: the probability is for the case that they
            are met and done.
        gap: How far it falls short; None where the probability or the needed credibility is not given.
        capability: Expected capability of those who act; None where none is given.
        recusals: For each guarantor or finder that can block alone, the probability if it had no say; None
            where nobody could then decide.
    """

    design: Design
    reading: Reading
    action: Interval | None
    witness: ActionWitness | None
    missing: tuple[str, ...]
    given: tuple[str, ...]
    gap: Gap | None
    capability: Interval | None
    recusals: Mapping[str, Interval | None]


def side_by_side(
    designs: Sequence[Design],
    sources: Mapping[str, Source],
    *,
    correlation: Interval,
    needed: Credibility | None = None,
    capability: Mapping[str, float | Interval] | None = None,
) -> Solution[tuple[Side, ...], Mapping[str, Interval]]:
    """Compare designs on the same likelihoods, so that only members and rules differ.

    Where one attacker of several holds a veto the probability is 0; all attackers count as never acting.

    Args:
        designs: The designs, in the order wanted.
        sources: Where each guarantor's likelihood comes from; attackers need none.
        correlation: Interval of the correlation, the same for all designs.
        needed: The credibility that is needed, such as that to deter.
        capability: What each guarantor can bring, all in one unit.

    Returns:
        The designs in the order given; the witness is each guarantor's likelihood as used.

    Raises:
        ModelError: If a rule's weights differ too much to follow, or a number leaves its range.
    """
    given = {name: likelihood(source).outcome for name, source in sources.items()}
    sides = tuple(_side(design, given, correlation, needed, capability or {}) for design in designs)
    return Solution("designs side by side", sides, given, {"correlation": correlation, "needed": needed})


def few_suffice(side: Side) -> bool:
    """Tell whether fewer than all guarantors that have a say, the weakest perhaps, are enough to act."""
    asked = [name for name in side.design.rule.members if name not in side.design.recused]
    return any(name not in side.reading.must_agree for name in asked)


def gap_to(needed: Credibility, action: Interval) -> Gap:
    """Return how far a probability of action falls short of the credibility that is needed."""
    return Gap(
        snapped(needed.low - action.high),
        snapped(needed.mid - action.mid),
        snapped(needed.high - action.low),
    )


def told_gap(gap: Gap | None) -> str:
    """Say in words how a design stands against what is needed."""
    if gap is None:
        return "cannot be said: a number is missing"
    if gap.most <= 0.0:
        return "enough, over the whole range"
    if gap.least > 0.0:
        return "falls short, over the whole range"
    return "open: enough at one end of the range and not at the other"


def taken_as_given(
    rule: Rule, h: Mapping[str, float | Interval]
) -> tuple[dict[str, float | Interval], tuple[str, ...]]:
    """Take as met the conditions, and as done the ratifications, that nobody judged; say which these are."""
    given = tuple(name for name in rule.members if name not in h and not is_actor(name))
    return {**h, **dict.fromkeys(given, 1.0)}, given


def _side(
    design: Design,
    given: Mapping[str, Interval],
    correlation: Interval,
    needed: Credibility | None,
    capability: Mapping[str, float | Interval],
) -> Side:
    rule, reading = whole_rule(design), read_design(design).outcome
    judged: dict[str, float | Interval] = {name: given[name] for name in rule.members if name in given}
    judged |= {name: 0.0 for name in design.attackers if name in rule.members}
    h, assumed = taken_as_given(rule, judged)
    missing = tuple(name for name in rule.members if name not in h)
    if missing:
        return Side(design, reading, None, None, missing, assumed, None, None, {})
    attacker = _attacker(design, rule, reading)
    action = probability_of_action(rule, h, attacker=attacker, correlation=correlation)
    brought = {name: value for name, value in capability.items() if name in rule.members}
    strength = (
        expected_capability(rule, h, brought, attacker=attacker, correlation=correlation.mid).outcome
        if brought
        else None
    )
    return Side(
        design,
        reading,
        action.outcome,
        action.witness,
        (),
        assumed,
        gap_to(needed, action.outcome) if needed else None,
        strength,
        _recusals(rule, h, design.attackers, correlation),
    )


def _recusals(
    rule: Rule, h: Mapping[str, float | Interval], attackers: Sequence[str], correlation: Interval
) -> dict[str, Interval | None]:
    """Return what taking each one out would make of the probability, for all that can block alone."""
    found: dict[str, Interval | None] = {}
    for name in filter(is_actor, veto_players(rule)):
        if not can_do_without(rule, name):
            found[name] = None
            continue
        without = recuse(rule, name)
        left = {one: h[one] for one in without.members}
        attacker = next((one for one in attackers if one in without.members), None)
        found[name] = probability_of_action(without, left, attacker=attacker, correlation=correlation).outcome
    return found


def _attacker(design: Design, rule: Rule, reading: Reading) -> str | None:
    """Return the attacker to name: one that holds a veto before one that does not."""
    inside = [name for name in design.attackers if name in rule.members]
    return next((name for name in inside if name in reading.must_agree), inside[0] if inside else None)
