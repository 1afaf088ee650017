"""What each guarantee would need, and who could block it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding
from goodoffices.case.instruments import Guarantee, Obligation
from goodoffices.case.instruments import Rule as CaseRule
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.promises import Promise, promises
from goodoffices.findings.words import Names, counted, joined
from goodoffices.models.guarantees.bodies import un_security_council
from goodoffices.models.guarantees.design import PROVISO, RATIFYING, is_actor
from goodoffices.models.guarantees.from_case import (
    action,
    decision_rule,
    full_rule,
    least_rule,
    named_body,
)
from goodoffices.models.guarantees.rules import Rule, veto_players
from goodoffices.statements.statement import FORCE, Reading, Relation, RelationKind

FORCE_TOLD = {RelationKind.ATTACKS: "an attack", RelationKind.OCCUPIES: "an occupation"}
OBLIGATIONS = {
    Obligation.CONSULT: "consult",
    Obligation.SUPPLY: "supply",
    Obligation.DEFEND: "defend",
    Obligation.RETALIATE: "strike back",
    Obligation.COUNCIL_ACTION: "bring it before the council",
    Obligation.TROOPS_IN_PLACE: "keep troops in place",
}
"""What guarantors owe, in words."""


@dataclass(frozen=True, slots=True)
class Design:
    """One design of a guarantee.

    Attributes:
        id: Id of the guarantee.
        name: Its name.
        rule: Who must agree, in words; None where no rule is stated.
        members: Names of the guarantors that have a say.
        first: What others must do first, in words: who must find that the trigger was met, who must act.
        blockers: Names of those who could each block action alone.
        attackers: Names of the parties meant as attackers.
        inside: Names of the attackers that have a say.
        blocked: Names of the attackers that could block action.
        chance: Probability that the guarantors act, where willingness was judged for all or the attacker
            could block; None otherwise.
        coding: Where the design comes from.
        fault: What keeps it from being worked out, with the way out; None where nothing does.
        ratifiers: Names of those who could each keep it from being in force.
        conditions: What must be so before anything is owed, in words.
    """

    id: str
    name: str
    rule: str | None
    members: tuple[str, ...]
    first: tuple[str, ...]
    blockers: tuple[str, ...]
    attackers: tuple[str, ...]
    inside: tuple[str, ...]
    blocked: tuple[str, ...]
    chance: Interval | None
    coding: Coding
    fault: str | None = None
    ratifiers: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class UsualRule:
    """What a usual rule means where no rule is stated.

    Attributes:
        name: The rule in words.
        needs: Who must agree.
        blockers: Who could block.
        with_attacker: What follows if the attacker is among the guarantors.
    """

    name: str
    needs: str
    blockers: str
    with_attacker: str


def designs(case: Case, worked_out: Sequence[Promise] | None = None) -> tuple[Design, ...]:
    """Return every coded design with who can block it, those that the attacker can block first.

    Args:
        case: The case.
        worked_out: What `promises` gives for it, where that is at hand.
    """
    given = promises(case) if worked_out is None else worked_out
    found = [_design(case, one) for one in given]
    return tuple(sorted(found, key=lambda each: not each.blocked))


def usual_rules() -> tuple[UsualRule, ...]:
    """Return the usual rules of guarantees, from the weakest to the strongest say of the single guarantor.

    References:
        Charter of the United Nations, Article 27(3), for the Security Council.
    """
    council = un_security_council()
    vetoes = veto_players(council.rule)
    return (
        UsualRule(
            "Each guarantor may act alone",
            "any one guarantor",
            "nobody alone",
            "it does not act against itself, and it cannot stop the others",
        ),
        UsualRule(
            "A number of guarantors must agree",
            "as many as the text says",
            "nobody alone, unless the number is all of them",
            "it counts as one that never agrees, so more of the others are needed",
        ),
        UsualRule(
            "All guarantors must agree",
            "every guarantor",
            "every guarantor",
            "it can block, so the guarantee is never acted on against it",
        ),
        UsualRule(
            council.name,
            f"nine of {len(council.rule.members)} members, and none of the permanent members against",
            f"each permanent member: {', '.join(vetoes)}",
            "if it is a permanent member it can block, so the guarantee is never acted on against it",
        ),
    )


def attackers(reading: Reading) -> tuple[Finding, ...]:
    """Return who attacks or occupies, by the reports or parties in them: one finding for each."""
    groups: dict[str, list[Relation]] = {}
    for found in reading.relations:
        if found.kind in FORCE and not found.negated:
            groups.setdefault(found.source.label, []).append(found)
    return tuple(_attacker(name, found) for name, found in groups.items())


def _attacker(name: str, found: list[Relation]) -> Finding:
    voices = [each.claimed_by for each in found if each.claimed_by and each.claimed_by.label != name]
    by = tuple(dict.fromkeys(voice.label for voice in voices))
    seat = f"; {name} is a permanent member of the UN Security Council" if name in permanent_members() else ""
    reported = len(voices) < len(found)
    kinds = {each.kind for each in found}
    told = [words for kind, words in FORCE_TOLD.items() if kind in kinds]
    what = joined(told)[:1].upper() + joined(told)[1:]
    return Finding(
        claim=f"{what} by {name} {'is' if len(told) == 1 else 'are'} spoken of{seat}.",
        basis=Basis.REPORTED if reported else Basis.CLAIM,
        by=() if reported else by,
        because=tuple(each.id for each in found),
    )


def permanent_members() -> tuple[str, ...]:
    """Return the names of the members of the UN Security Council that hold a veto."""
    return veto_players(un_security_council().rule)


def _design(case: Case, promise: Promise) -> Design:
    names, guarantee = Names(case), promise.guarantee
    known, fault = _known(case, guarantee)
    actors = tuple(filter(is_actor, known.members)) if known else guarantee.guarantors
    vetoes = veto_players(known) if known else ()
    inside = tuple(each for each in guarantee.against if each in actors)
    blocked = tuple(each for each in inside if each in vetoes)
    chance = promise.side.action if promise.side else None
    if promise.side is None and known and not guarantee.against:
        chance, fault = _unopposed(case, guarantee)
    return Design(
        promise.id,
        guarantee.name,
        None if fault and not known else _in_words(case, guarantee),
        tuple(named(names, each) for each in _promising(case, guarantee)),
        () if fault else tuple(_first(case, guarantee)),
        tuple(named(names, each) for each in vetoes if is_actor(each)),
        tuple(names.party(each) for each in guarantee.against),
        tuple(names.party(each) for each in inside),
        tuple(names.party(each) for each in blocked),
        Interval.exactly(0.0) if blocked and chance is None else chance,
        guarantee.coding,
        fault or (promise.fault if guarantee.against else None),
        tuple(named(names, each.removesuffix(RATIFYING)) for each in vetoes if each.endswith(RATIFYING)),
        tuple(each.removeprefix(PROVISO) for each in vetoes if each.startswith(PROVISO)),
    )


def _known(case: Case, guarantee: Guarantee) -> tuple[Rule | None, str | None]:
    """Return everything that a guarantee takes as one rule, or what keeps it from being one.

    Where no rule is stated, what it takes at the least: then too somebody may have to find the attack.
    """
    try:
        return (full_rule if guarantee.rule else least_rule)(case, guarantee), None
    except ModelError as error:
        return None, str(error)


def _promising(case: Case, guarantee: Guarantee) -> tuple[str, ...]:
    """Return the guarantors that have a say, or all of them where their rule cannot be worked out."""
    members = guarantee.guarantors
    if guarantee.rule is not None:
        try:
            members = decision_rule(case, guarantee).members
        except ModelError:
            return members
    return tuple(each for each in members if each not in guarantee.recused)


def _first(case: Case, guarantee: Guarantee) -> Iterator[str]:
    """Say what others must do before the guarantors owe anything."""
    names, finder = Names(case), guarantee.found_by
    if finder is not None and guarantee.trigger:
        found = (one for one in finder.members if one not in guarantee.recused)
        who = f"the {named_body(case, finder.body).name}" if finder.body else names.parties(tuple(found))
        yield f"{who} must first find that the attack happened"
    for one in guarantee.conditions:
        if one.needs:
            yield f"{names.parties(one.needs)} must act first"


def _unopposed(case: Case, guarantee: Guarantee) -> tuple[Interval | None, str | None]:
    """Work out the chance where nobody is named whose attack is meant."""
    try:
        solution = action(case, guarantee)
    except ModelError as error:
        return None, str(error)
    return (solution.outcome if solution else None), None


def named(names: Names, label: str) -> str:
    """Name whatever must go right: a party by its name, a seat as its body does, a condition by its words."""
    if label.startswith(PROVISO):
        return f"the condition “{label.removeprefix(PROVISO)}”"
    if label.endswith(RATIFYING):
        return f"{named(names, label.removesuffix(RATIFYING))} (ratifying)"
    return names.party(label) if label in names.case.parties else label


def _in_words(case: Case, guarantee: Guarantee) -> str | None:
    count = len(decision_rule(case, guarantee).members) if guarantee.rule else 0
    match guarantee.rule:
        case None:
            return None
        case CaseRule.EACH_ALONE:
            said = "each guarantor may act alone" if count > 1 else "the guarantor decides alone"
        case CaseRule.K_OF_N:
            said = f"{guarantee.required} of {counted(count, 'guarantor')} must agree"
        case CaseRule.UNANIMOUS:
            said = (
                f"all {counted(count, 'guarantor')} must agree" if count > 1 else "the guarantor must agree"
            )
        case CaseRule.WEIGHTED:
            said = f"guarantors with a weight of {guarantee.required} together must agree"
        case CaseRule.COUNCIL:
            said = f"{guarantee.required} of {count} votes, and no member with a veto against"
        case _:
            said = f"the rule of the {named_body(case, guarantee.body or '').name}"
    names = Names(case)
    recused = names.parties(guarantee.recused)
    said += f"; {recused} {'has' if len(guarantee.recused) == 1 else 'have'} no say" if recused else ""
    return said
