"""From a guarantee in a case to the rule by which its guarantors decide, and to how likely they act."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding
from goodoffices.case.instruments import Guarantee
from goodoffices.case.instruments import Rule as CaseRule
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.bodies import (
    NATO_MEMBERS,
    PERMANENT_MEMBERS,
    Body,
    au_peace_and_security_council,
    north_atlantic_council,
    un_security_council,
)
from goodoffices.models.guarantees.collective_action import ActionWitness, probability_of_action
from goodoffices.models.guarantees.design import Design, Duty, Trigger
from goodoffices.models.guarantees.eu_council import EU_POPULATIONS, eu_council
from goodoffices.models.guarantees.likelihood import Judgement, Source
from goodoffices.models.guarantees.recusal import recuse
from goodoffices.models.guarantees.rules import AtLeast, Council, EachAlone, Rule, Unanimous, Weighted
from goodoffices.models.guarantees.usual_designs import under_usual_rules
from goodoffices.models.solution import Solution

__all__ = ["BODIES", "action", "case_design", "case_sources", "decision_rule", "named_body", "usual_rules_of"]


def decision_rule(case: Case, guarantee: Guarantee) -> Rule:
    """Return the rule by which the guarantors decide, with those recused taken out.

    Members bear the ids of the case's parties; members of a named body that are no party of the case bear
    their names.

    Raises:
        ModelError: No rule is stated, the body is unknown, or the rule cannot be met.
    """
    rule = _rule(case, guarantee)
    for member in guarantee.recused:
        rule = recuse(rule, member)
    return rule


def named_body(case: Case, body: str) -> Body:
    """Return a named body, its members by the ids of the case where they are parties of it.

    Raises:
        ModelError: There is no body of that name.
    """
    if body not in BODIES:
        raise ModelError(f"no body '{body}' is known; there are {', '.join(BODIES)}")
    return BODIES[body](case)


def action(case: Case, guarantee: Guarantee) -> Solution[Interval, ActionWitness] | None:
    """Compute how likely the guarantors act, or return None where willingness is not judged for all.

    None as well where no rule is stated. Parties meant as attackers do not act against themselves. A
    correlation given as an interval is searched for the lowest and the highest result.

    Raises:
        ModelError: The rule cannot be met, or a number leaves its range.
    """
    if guarantee.rule is None:
        return None
    rule = decision_rule(case, guarantee)
    willing: dict[str, float | Interval] = {
        member: given.value for member, given in guarantee.willingness.items() if member in rule.members
    }
    willing.update({member: 0.0 for member in guarantee.against if member in rule.members})
    if any(member not in willing for member in rule.members):
        return None
    attacker = next((member for member in guarantee.against if member in rule.members), None)
    return probability_of_action(
        rule, willing, attacker=attacker, correlation=guarantee.correlation or Interval.exactly(0.0)
    )


def case_design(case: Case, guarantee: Guarantee) -> Design:
    """Return a guarantee of a case as a design, with the ids of the case.

    Raises:
        ModelError: No rule or no attacker is stated, something is owed without a trigger, or no set of
            guarantors can meet the rule.
    """
    return Design(
        name=guarantee.name,
        beneficiary=guarantee.beneficiary,
        attackers=guarantee.against,
        rule=_rule(case, guarantee),
        trigger=Trigger(guarantee.trigger) if guarantee.trigger else None,
        duty=Duty(guarantee.obligation.value) if guarantee.obligation else None,
        recused=guarantee.recused,
    )


def usual_rules_of(case: Case, guarantee: Guarantee) -> tuple[Design, ...]:
    """Return a guarantee of a case under each usual rule, whatever rule it states, if any.

    Raises:
        ModelError: No guarantor or no attacker is named.
    """
    members = case_design(case, guarantee).rule.members if guarantee.rule else guarantee.guarantors
    return under_usual_rules(
        tuple(members),
        beneficiary=guarantee.beneficiary,
        attackers=guarantee.against,
        trigger=Trigger(guarantee.trigger) if guarantee.trigger else None,
    )


def case_sources(guarantee: Guarantee) -> dict[str, Source]:
    """Return where the likelihood of each guarantor comes from, for those for whom one is coded."""
    return {
        member: Judgement(given.value, _told(given.coding)) for member, given in guarantee.willingness.items()
    }


def _told(coding: Coding) -> str:
    who = coding.coder or ", ".join(coding.because) or "no coder named"
    return f"{who}: {coding.source}" if coding.source else who


def _rule(case: Case, guarantee: Guarantee) -> Rule:
    needed = guarantee.required or 1
    match guarantee.rule:
        case CaseRule.EACH_ALONE:
            return EachAlone(guarantee.guarantors)
        case CaseRule.K_OF_N:
            return AtLeast(guarantee.guarantors, needed)
        case CaseRule.UNANIMOUS:
            return Unanimous(guarantee.guarantors)
        case CaseRule.WEIGHTED:
            return Weighted(guarantee.weights, needed)
        case CaseRule.COUNCIL:
            return Council(guarantee.guarantors, guarantee.vetoes, needed)
        case CaseRule.BODY:
            return named_body(case, guarantee.body or "").rule
        case _:
            raise ModelError(f"no rule is stated for guarantee '{guarantee.name}'; add 'rule: …' to it")


def _ids(case: Case, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return the ids of the parties that bear these names, and the name itself where none does."""
    known = {name: id_ for id_, party in case.parties.items() for name in (*party.aliases[::-1], party.name)}
    return tuple(known.get(name, name) for name in names)


BODIES: Mapping[str, Callable[[Case], Body]] = MappingProxyType(
    {
        "un_security_council": lambda case: un_security_council(_ids(case, PERMANENT_MEMBERS)),
        "north_atlantic_council": lambda case: north_atlantic_council(_ids(case, NATO_MEMBERS)),
        "au_peace_and_security_council": lambda _: au_peace_and_security_council(),
        "eu_council": lambda case: eu_council(
            dict(zip(_ids(case, tuple(EU_POPULATIONS)), EU_POPULATIONS.values(), strict=True))
        ),
    }
)
"""The named bodies by the ids that a case file uses."""
