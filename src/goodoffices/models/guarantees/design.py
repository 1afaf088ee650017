"""A guarantee as it is designed: who owes what, set off by what, decided by whom, under which conditions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.coalitions import (
    AttackerPosition,
    Pattern,
    attacker_position,
    listable,
    minimal_blocking,
    minimal_winning,
)
from goodoffices.models.guarantees.recusal import can_do_without, recuse
from goodoffices.models.guarantees.rules import (
    AllOf,
    AtLeast,
    Requirement,
    Rule,
    Unanimous,
    requirements,
    veto_players,
    winning,
)
from goodoffices.models.solution import Solution

__all__ = [
    "PROVISO",
    "RATIFYING",
    "Abstention",
    "Condition",
    "Design",
    "Duty",
    "Reading",
    "Trigger",
    "condition_label",
    "is_actor",
    "ratifying",
    "read_design",
    "together",
    "whole_rule",
]

RATIFYING = " (ratifying)"
PROVISO = "condition: "


class Duty(StrEnum):
    """What guarantors owe when the trigger is met.

    A class of its own, since a list of names is what it is.
    """

    CONSULT = "consult"
    SUPPLY = "supply"
    DEFEND = "defend"
    RETALIATE = "retaliate"
    COUNCIL_ACTION = "council_action"
    TROOPS_IN_PLACE = "troops_in_place"


class Abstention(StrEnum):
    """What a member's abstention does to a decision that all others support.

    A class of its own, since a list of names is what it is.
    """

    STOPS = "stops it, as objecting does"
    LETS_THROUGH = "lets it pass, where objecting stops it"
    NO_MATTER = "does not stop it, nor does objecting"


@dataclass(frozen=True, slots=True)
class Trigger:
    """What sets a guarantee off.

    Attributes:
        event: In plain words, such as an armed attack on the territory as of a date.
        found_by: The rule by which somebody must first find that it happened; None where each guarantor
            judges for itself.
    """

    event: str
    found_by: Rule | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What must be so before anything is owed.

    Attributes:
        text: In plain words, such as "France acts first".
        needs: Whose acting it takes, where that is what it says; None for any other condition, which then
            counts as one more thing that must go right.
    """

    text: str
    needs: Rule | None = None


@dataclass(frozen=True, slots=True)
class Design:
    """A design of a guarantee.

    Attributes:
        name: Short name in plain words.
        beneficiary: Who is protected.
        attackers: Whose attack is meant; at least one.
        rule: Whose agreement it takes before guarantors act; its members are the guarantors.
        trigger: What sets it off; None where no text says so.
        duty: What is owed; None where no text says so.
        recused: Guarantors that have no say, such as one accused of the attack.
        conditions: What must be so before anything is owed.
        duration: How long it lasts, in plain words; empty where no text says so.
        years: After how many years it ends; None where it has no end.
        ratified_by: Whose ratification it takes before it is in force.
        ratifications: How many of these are enough; None for all.
    """

    name: str
    beneficiary: str
    attackers: tuple[str, ...]
    rule: Rule
    trigger: Trigger | None = None
    duty: Duty | None = None
    recused: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    duration: str = ""
    years: float | None = None
    ratified_by: tuple[str, ...] = ()
    ratifications: int | None = None

    def __post_init__(self) -> None:
        if not self.attackers:
            raise ModelError(f"design '{self.name}' names no attacker; say whose attack is meant")
        if self.beneficiary in self.attackers:
            raise ModelError(
                f"design '{self.name}': '{self.beneficiary}' is both the beneficiary and the attacker meant; "
                "name another attacker, or another beneficiary"
            )
        if self.duty is not None and (self.trigger is None or not self.trigger.event.strip()):
            raise ModelError(
                f"design '{self.name}' owes '{self.duty}' without a trigger; say which event sets it off"
            )
        whole_rule(self)


@dataclass(frozen=True, slots=True)
class Reading:
    """What follows from a design, before anybody's willingness is judged.

    Attributes:
        must_agree: Those without whom nothing happens: guarantors, finders, ratifiers, conditions.
        smallest: Smallest sets that suffice; None where they are too many to list.
        blocking: Smallest sets that can block; None where they are too many to list.
        attackers: What each attacker can do, and what its recusal would change.
        recused_attackers: Whether the design already takes each attacker out, by attacker.
        abstention: What each guarantor's abstention would do.
        before_it_is_in_force: Whose ratification it takes.
        never: Why it can never be acted on, or None.
    """

    must_agree: tuple[str, ...]
    smallest: tuple[Pattern, ...] | None
    blocking: tuple[Pattern, ...] | None
    attackers: dict[str, AttackerPosition]
    recused_attackers: dict[str, bool]
    abstention: dict[str, Abstention]
    before_it_is_in_force: tuple[str, ...]
    never: str | None


def ratifying(name: str) -> str:
    """Return the name of somebody as one who ratifies, which is another act than keeping the promise.

    Ratifying comes before the attack: whom a guarantee is meant against may well ratify it, and a
    recused guarantor still does.
    """
    return f"{name}{RATIFYING}"


def condition_label(text: str) -> str:
    """Return the name of a condition among all that must go right."""
    return f"{PROVISO}{text}"


def is_actor(label: str) -> bool:
    """Tell whether a label names somebody who decides when the case arises: no condition, no ratifying."""
    return not label.startswith(PROVISO) and not label.endswith(RATIFYING)


def whole_rule(design: Design) -> Rule:
    """Return everything that a design takes, as one rule with the recused taken out.

    Whoever must first find that the trigger was met, must act first, or must ratify, is part of it, and so
    is each condition: a guarantee that each guarantor may keep alone is worth no more than the council
    that must first find an attack. Who ratifies and what is a condition bear the names that `ratifying`
    and `condition_label` give.

    Raises:
        ModelError: If no set of the guarantors left could meet it.
    """
    return together(design.name, _parts(design), design.recused)


def together(name: str, parts: Sequence[Rule], recused: Sequence[str]) -> Rule:
    """Return several rules that must all be met as one, with the recused taken out.

    Args:
        name: Name of the design, for messages.
        parts: The rules, at least one.
        recused: Who has no say.

    Raises:
        ModelError: If no set of members left could meet it.
    """
    whole: Rule = AllOf(tuple(parts)) if len(parts) > 1 else parts[0]
    for member in recused:
        if member in whole.members and not can_do_without(whole, member):
            raise ModelError(
                f"design '{name}': without '{member}', who is recused, no set of guarantors can meet "
                "the rule; ask for fewer, or let it keep its say"
            )
        whole = recuse(whole, member)
    return whole


def _parts(design: Design) -> list[Rule]:
    found_by = design.trigger.found_by if design.trigger else None
    parts = [design.rule, *((found_by,) if found_by else ())]
    parts += [one.needs or Unanimous((condition_label(one.text),)) for one in design.conditions]
    if design.ratified_by:
        members = tuple(map(ratifying, design.ratified_by))
        parts.append(AtLeast(members, design.ratifications or len(members)))
    return parts


def read_design(design: Design) -> Solution[Reading, tuple[Requirement, ...]]:
    """Say who must agree, who can block, which sets suffice, and what abstention or recusal would change.

    Args:
        design: The design.

    Returns:
        The reading; the witness is everything that is required.

    Raises:
        ModelError: If the members' weights differ too much to follow all their sums.
    """
    rule = whole_rule(design)
    positions = {attacker: attacker_position(rule, attacker).outcome for attacker in design.attackers}
    reading = Reading(
        must_agree=veto_players(rule),
        smallest=minimal_winning(rule).outcome if listable(rule) else None,
        blocking=minimal_blocking(rule).outcome if listable(rule) else None,
        attackers=positions,
        recused_attackers={attacker: attacker in design.recused for attacker in design.attackers},
        abstention={member: _abstention(rule, member) for member in rule.members if is_actor(member)},
        before_it_is_in_force=design.ratified_by,
        never=_never(rule, design),
    )
    return Solution("reading of a design", reading, requirements(rule), {"design": design.name})


def _abstention(rule: Rule, member: str) -> Abstention:
    others = set(rule.members) - {member}
    if winning(rule, others):
        return Abstention.NO_MATTER
    return Abstention.LETS_THROUGH if winning(rule, others, abstaining={member}) else Abstention.STOPS


def _never(rule: Rule, design: Design) -> str | None:
    attackers = [name for name in design.attackers if name in rule.members]
    if not attackers or winning(rule, set(rule.members) - set(attackers)):
        return None
    alone = [name for name in attackers if name in veto_players(rule)]
    names = alone[:1] or attackers
    return f"nothing happens without {' and '.join(names)}, against whom the guarantee is meant"
