"""Taking a member out of a decision, as one who is judged does not judge."""

from __future__ import annotations

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
    return _rest(rule, member) is not None


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
    rest = _rest(rule, member)
    if rest is None:
        raise ModelError(f"without '{member}' no set of members can meet the rule; give another rule")
    return rest


def _rest(rule: Rule, member: str) -> Rule | None:
    """Return the rule of the others, or None where they cannot meet it; each part is looked at once."""
    if isinstance(rule, AllOf | AnyOf):
        parts = [_rest(part, member) if member in part.members else part for part in rule.parts]
        left = tuple(part for part in parts if part is not None)
        enough = len(left) == len(parts) if isinstance(rule, AllOf) else bool(left)
        return replace(rule, parts=left) if enough else None
    others = tuple(name for name in rule.members if name != member)
    match rule:
        case EachAlone() | Unanimous():
            return replace(rule, members=others) if others else None
        case AtLeast():
            return replace(rule, members=others) if rule.needed <= len(others) else None
        case Council():
            vetoes = tuple(name for name in rule.vetoes if name != member)
            able = rule.needed <= len(others)
            return replace(rule, members=others, vetoes=vetoes) if able else None
    weight = sum((exact(rule.weights[name]) for name in others), Fraction(0))
    able = weight >= exact(rule.quota)
    return replace(rule, weights={name: rule.weights[name] for name in others}) if able else None
