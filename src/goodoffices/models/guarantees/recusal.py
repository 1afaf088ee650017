"""Taking a member out of a decision, as one who is judged does not judge."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from fractions import Fraction

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.membership import exact
from goodoffices.models.guarantees.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Council,
    EachAlone,
    Rule,
    Unanimous,
)

__all__ = ["can_do_without", "recuse"]


def can_do_without(rule: Rule, member: str) -> bool:
    """Tell whether the others can decide anything if a member is recused."""
    others = len(rule.members) - 1
    match rule:
        case EachAlone() | Unanimous():
            return others > 0
        case AtLeast() | Council():
            return rule.needed <= others
        case AllOf():
            return all(map(bool, _without(rule.parts, member)))
        case AnyOf():
            return any(map(bool, _without(rule.parts, member)))
    rest = sum((exact(weight) for name, weight in rule.weights.items() if name != member), Fraction(0))
    return rest >= exact(rule.quota)


def recuse(rule: Rule, member: str) -> Rule:
    """Return the rule with a member taken out of the decision, as one judged does not judge.

    The votes or the weight that a decision takes stay as they are; the member's veto is gone. Unanimity
    is then that of the others. Of several rules that must all be met, it is taken out of each that has
    it; of several of which one is enough, those that the others cannot meet are dropped.

    Args:
        rule: The decision rule.
        member: Who has no say.

    Raises:
        ModelError: If it is no member, or if the others cannot decide anything without it.
    """
    if member not in rule.members:
        raise ModelError(f"'{member}' is no member; the members are {', '.join(rule.members)}")
    if not can_do_without(rule, member):
        raise ModelError(f"without '{member}' no set of members can meet the rule; give another rule")
    others = tuple(name for name in rule.members if name != member)
    match rule:
        case AllOf() | AnyOf():
            return replace(rule, parts=tuple(part for part in _without(rule.parts, member) if part))
        case Council():
            return replace(rule, members=others, vetoes=tuple(name for name in rule.vetoes if name != member))
        case EachAlone() | AtLeast() | Unanimous():
            return replace(rule, members=others)
    return replace(rule, weights={name: rule.weights[name] for name in others})


def _without(parts: Iterable[Rule], member: str) -> list[Rule | None]:
    """Return each part without a member, and None for each that the others cannot meet."""
    found: list[Rule | None] = []
    for part in parts:
        if member not in part.members:
            found.append(part)
        else:
            found.append(recuse(part, member) if can_do_without(part, member) else None)
    return found
