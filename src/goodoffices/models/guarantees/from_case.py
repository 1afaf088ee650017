"""From a guarantee in a case to the rule by which its guarantors decide, and to how likely they act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding
from goodoffices.case.instruments import Finder, Guarantee
from goodoffices.case.instruments import Rule as CaseRule
from goodoffices.case.names import way_out
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.bodies import (
    AFRICAN_SEATS,
    ELECTED_1966,
    NATO_MEMBERS,
    PERMANENT_MEMBERS,
    Body,
    au_peace_and_security_council,
    north_atlantic_council,
    seated,
    un_security_council,
)
from goodoffices.models.guarantees.collective_action import ActionWitness, probability_of_action
from goodoffices.models.guarantees.design import (
    Condition,
    Design,
    Duty,
    Trigger,
    condition_label,
    ratifying,
    together,
    whole_rule,
)
from goodoffices.models.guarantees.eu_council import EU_POPULATIONS, eu_council
from goodoffices.models.guarantees.likelihood import Judgement, Source, likelihood
from goodoffices.models.guarantees.recusal import can_do_without
from goodoffices.models.guarantees.rules import (
    AtLeast,
    Council,
    EachAlone,
    Rule,
    Unanimous,
    Weighted,
    veto_players,
)
from goodoffices.models.guarantees.side_by_side import taken_as_given
from goodoffices.models.guarantees.usual_designs import under_usual_rules
from goodoffices.models.solution import Solution

__all__ = [
    "BODIES",
    "action",
    "case_design",
    "case_sources",
    "decision_rule",
    "full_rule",
    "least_rule",
    "named_body",
    "usual_rules_of",
]

NOBODY_NAMED = ("nobody named",)
"""Stands for the attacker where a case names none; it is no member of anything."""


def decision_rule(case: Case, guarantee: Guarantee) -> Rule:
    """Return the rule by which the guarantors decide, with those recused taken out.

    Members bear the ids of the case's parties; members of a named body that are no party of the case bear
    their names. Who must first find an attack, act or ratify is not part of it: see `full_rule`.

    Raises:
        ModelError: No rule is stated, the body is unknown, or the rule cannot be met.
    """
    rule = _guarantors(case, guarantee)
    return together(guarantee.name, [rule], [one for one in guarantee.recused if one in rule.members])


def full_rule(case: Case, guarantee: Guarantee) -> Rule:
    """Return everything that it takes: the guarantors' rule, the finding, the conditions, the ratification.

    Raises:
        ModelError: No rule is stated, a body is unknown, or no set of members can meet it all.
    """
    rule = _guarantors(case, guarantee)
    return whole_rule(_design(case, guarantee, guarantee.against or NOBODY_NAMED, rule))


def least_rule(case: Case, guarantee: Guarantee) -> Rule:
    """Return what a guarantee takes even where each guarantor may act alone.

    Whoever can block this can block the guarantee, whatever rule the guarantors decide by.

    Raises:
        ModelError: No guarantor is left, a body is unknown, or no set of members can meet it all.
    """
    return whole_rule(_each_alone(case, guarantee, guarantee.against or NOBODY_NAMED))


def named_body(case: Case, body: str, members: tuple[str, ...] = ()) -> Body:
    """Return a named body, its members by the ids of the case where they are parties of it.

    Args:
        case: The case.
        body: Id of the body.
        members: Ids of parties that hold its elected seats, where it has some.

    Raises:
        ModelError: There is no body of that name, or more members than it has elected seats.
    """
    if body not in BODIES:
        raise ModelError(f"no body '{body}' is known; {way_out(body, tuple(BODIES))}")
    return BODIES[body](case, members)


def action(case: Case, guarantee: Guarantee) -> Solution[Interval, ActionWitness] | None:
    """Compute how likely a guarantee is acted on, or return None where willingness is not judged for all.

    None as well where no rule is stated. Parties meant as attackers do not act against themselves. Where
    nobody judged whether a condition is met or whether somebody ratifies, the result is for the case that
    it is so. A correlation given as an interval is searched for the lowest and the highest result.

    Raises:
        ModelError: The rule cannot be met, or a number leaves its range.
    """
    if guarantee.rule is None:
        return None
    rule = full_rule(case, guarantee)
    willing: dict[str, float | Interval] = {
        member: likelihood(source).outcome
        for member, source in case_sources(guarantee).items()
        if member in rule.members
    }
    willing.update({member: 0.0 for member in guarantee.against if member in rule.members})
    willing = taken_as_given(rule, willing)[0]
    if any(member not in willing for member in rule.members):
        return None
    inside = [member for member in guarantee.against if member in rule.members]
    vetoes = veto_players(rule)
    attacker = next((one for one in inside if one in vetoes), inside[0] if inside else None)
    return probability_of_action(
        rule, willing, attacker=attacker, correlation=guarantee.correlation or Interval.exactly(0.0)
    )


def case_design(case: Case, guarantee: Guarantee) -> Design:
    """Return a guarantee of a case as a design, with the ids of the case.

    Raises:
        ModelError: No rule or no attacker is stated, something is owed without a trigger, or no set of
            guarantors can meet the rule.
    """
    return _design(case, guarantee, guarantee.against, _guarantors(case, guarantee))


def _design(case: Case, guarantee: Guarantee, attackers: tuple[str, ...], rule: Rule) -> Design:
    return Design(
        name=guarantee.name,
        beneficiary=guarantee.beneficiary,
        attackers=attackers,
        rule=rule,
        trigger=_trigger(case, guarantee),
        duty=Duty(guarantee.obligation.value) if guarantee.obligation else None,
        recused=guarantee.recused,
        conditions=tuple(
            Condition(one.text, Unanimous(one.needs) if one.needs else None) for one in guarantee.conditions
        ),
        duration=guarantee.duration or "",
        years=guarantee.years,
        ratified_by=guarantee.ratification.by if guarantee.ratification else (),
        ratifications=guarantee.ratification.required if guarantee.ratification else None,
    )


def usual_rules_of(case: Case, guarantee: Guarantee) -> tuple[Design, ...]:
    """Return a guarantee of a case with each usual rule in place of its guarantors' own rule, if any.

    All else stays as it is: who must first find the attack, the conditions, who ratifies, who is recused.
    A rule that would take the say of one without whom nobody could find the attack is left out.

    Raises:
        ModelError: No guarantor or no attacker is named, or nobody is left to find the attack.
    """
    whole = _each_alone(case, guarantee, guarantee.against)
    members = whole.rule.members
    usual = under_usual_rules(members, beneficiary=guarantee.beneficiary, attackers=guarantee.against)
    return tuple(
        replace(whole, name=one.name, rule=one.rule, recused=(*whole.recused, *one.recused))
        for one in usual
        if all(can_do_without(whole_rule(whole), name) for name in one.recused)
    )


def _each_alone(case: Case, guarantee: Guarantee, attackers: tuple[str, ...]) -> Design:
    """Return a guarantee as if each guarantor that is not recused could act alone."""
    members = _guarantors(case, guarantee).members if guarantee.rule else guarantee.guarantors
    trigger = _trigger(case, guarantee)
    first = {name for one in guarantee.conditions for name in one.needs}
    first.update(trigger.found_by.members if trigger and trigger.found_by else ())
    left = tuple(name for name in members if name not in guarantee.recused)
    elsewhere = tuple(name for name in guarantee.recused if name in first)
    return _design(case, replace(guarantee, recused=elsewhere), attackers, EachAlone(left))


def case_sources(guarantee: Guarantee) -> dict[str, Source]:
    """Return where each likelihood comes from, for those for whom one is coded.

    Guarantors, finders and those who must act first stand by their ids, those who ratify and the
    conditions by the names that `ratifying` and `condition_label` give.
    """
    ratifies = guarantee.ratification.willingness if guarantee.ratification else {}
    judged = {
        **{member: (given.value, given.coding) for member, given in guarantee.willingness.items()},
        **{ratifying(member): (given.value, given.coding) for member, given in ratifies.items()},
        **{
            condition_label(one.text): (one.met, one.coding)
            for one in guarantee.conditions
            if one.met is not None
        },
    }
    return {name: Judgement(value, _told(coding)) for name, (value, coding) in judged.items()}


def _told(coding: Coding) -> str:
    who = coding.coder or ", ".join(coding.because) or "no coder named"
    return f"{who}: {coding.source}" if coding.source else who


def _trigger(case: Case, guarantee: Guarantee) -> Trigger | None:
    if not guarantee.trigger:
        return None
    finder = guarantee.found_by
    return Trigger(guarantee.trigger, _rule(case, finder, finder.members) if finder else None)


def _guarantors(case: Case, guarantee: Guarantee) -> Rule:
    if guarantee.rule is None:
        raise ModelError(f"no rule is stated for guarantee '{guarantee.name}'; add 'rule: …' to it")
    return _rule(case, guarantee, guarantee.guarantors)


def _rule(case: Case, coded: Guarantee | Finder, members: tuple[str, ...]) -> Rule:
    needed = coded.required or 1
    match coded.rule:
        case CaseRule.EACH_ALONE:
            return EachAlone(members)
        case CaseRule.K_OF_N:
            return AtLeast(members, needed)
        case CaseRule.UNANIMOUS:
            return Unanimous(members)
        case CaseRule.WEIGHTED:
            return Weighted(coded.weights, needed)
        case CaseRule.COUNCIL:
            return Council(members, coded.vetoes, needed)
        case _:
            return named_body(case, coded.body or "", members).rule


def _ids(case: Case, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the parties that bear these names, and the name itself where none does."""
    known = {name: id_ for id_, party in case.parties.items() for name in (*party.aliases[::-1], party.name)}
    return tuple(known.get(name, name) for name in names)


def _un_security_council(case: Case, members: tuple[str, ...]) -> Body:
    permanent = _ids(case, PERMANENT_MEMBERS)
    return un_security_council(permanent, seated(ELECTED_1966, members, permanent))


def _au_peace_and_security_council(case: Case, members: tuple[str, ...]) -> Body:
    del case
    return au_peace_and_security_council(seated(AFRICAN_SEATS, members, ()))


def _eu_council(case: Case, members: tuple[str, ...]) -> Body:
    del members
    ids = _ids(case, tuple(EU_POPULATIONS))
    return eu_council(dict(zip(ids, EU_POPULATIONS.values(), strict=True)))


def _north_atlantic_council(case: Case, members: tuple[str, ...]) -> Body:
    del members
    return north_atlantic_council(_ids(case, NATO_MEMBERS))


BODIES: Mapping[str, Callable[[Case, tuple[str, ...]], Body]] = MappingProxyType(
    {
        "un_security_council": _un_security_council,
        "north_atlantic_council": _north_atlantic_council,
        "au_peace_and_security_council": _au_peace_and_security_council,
        "eu_council": _eu_council,
    }
)
"""The named bodies by the ids that a case file uses."""
