"""Decision rules: whose yes it takes before a guarantee is acted on."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TypeAlias

from goodoffices.errors import ModelError

__all__ = [
    "AtLeast",
    "Council",
    "EachAlone",
    "Requirement",
    "Rule",
    "Unanimous",
    "Weighted",
    "can_do_without",
    "recuse",
    "requirements",
    "veto_players",
    "winning",
]


@dataclass(frozen=True, slots=True)
class EachAlone:
    """Every member may act without asking: one is enough."""

    members: tuple[str, ...]

    def __post_init__(self) -> None:
        _check_members(self.members)


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many members, whoever they are, must agree.

    Attributes:
        members: Each once.
        needed: How many must agree, from 1 to all.
    """

    members: tuple[str, ...]
    needed: int

    def __post_init__(self) -> None:
        _check_members(self.members)
        _check_needed(self.needed, self.members)


@dataclass(frozen=True, slots=True)
class Unanimous:
    """All members must agree; one who abstains does not agree."""

    members: tuple[str, ...]

    def __post_init__(self) -> None:
        _check_members(self.members)


@dataclass(frozen=True, slots=True)
class Weighted:
    """The weights of those who agree must reach a quota.

    Attributes:
        weights: Each member's weight, 0 or more; a decimal such as 0.1 is taken as written.
        quota: What the weights must add up to, above 0 and at most the weight of all.
    """

    weights: Mapping[str, int | float | Fraction]
    quota: int | float | Fraction

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", dict(self.weights))
        _check_members(self.members)
        for name, weight in self.weights.items():
            if not (math.isfinite(weight) and weight >= 0):
                raise ModelError(f"'{name}' has the weight {weight}; weights are 0 or more")
        total = sum(map(_exact, self.weights.values()))
        if not (math.isfinite(self.quota) and 0 < _exact(self.quota) <= total):
            raise ModelError(
                f"no set of members can meet the quota {self.quota}, or the empty set does; "
                f"give one above 0 and at most {total}"
            )

    @property
    def members(self) -> tuple[str, ...]:
        """Return the members in order of the weights."""
        return tuple(self.weights)


@dataclass(frozen=True, slots=True)
class Council:
    """So many votes are needed, and none of the members with a veto may be against.

    Attributes:
        members: Each once.
        vetoes: Members that can stop a decision alone.
        needed: How many votes in favour a decision takes, from 1 to all.
        abstention_blocks: Whether a member with a veto stops a decision by abstaining as well.
    """

    members: tuple[str, ...]
    vetoes: tuple[str, ...]
    needed: int
    abstention_blocks: bool = False

    def __post_init__(self) -> None:
        _check_members(self.members)
        _check_needed(self.needed, self.members)
        _check_known(self.vetoes, self.members)


Rule: TypeAlias = EachAlone | AtLeast | Unanimous | Weighted | Council


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a set of members must reach: `Σ weights ≥ quota`, in whole numbers.

    Every rule is a list of these, which must all be met: a council's are its votes and its vetoes.

    Attributes:
        text: The requirement in words.
        weights: What each member adds, in order of the members.
        quota: What must be reached.
    """

    text: str
    weights: tuple[int, ...]
    quota: int


def requirements(rule: Rule) -> tuple[Requirement, ...]:
    """Return what a set of members must reach so that it can decide, all of it."""
    ones = (1,) * len(rule.members)
    match rule:
        case EachAlone():
            return (Requirement("any one member", ones, 1),)
        case AtLeast():
            return (Requirement(f"{rule.needed} of {len(ones)} members", ones, rule.needed),)
        case Unanimous():
            return (Requirement(f"all {len(ones)} members", ones, len(ones)),)
        case Weighted():
            return (_whole(rule),)
    votes = Requirement(f"{rule.needed} votes of {len(ones)}", ones, rule.needed)
    holds = tuple(int(member in rule.vetoes) for member in rule.members)
    veto = Requirement("no veto: " + ", ".join(rule.vetoes), holds, sum(holds))
    return (votes, veto) if rule.vetoes else (votes,)


def winning(rule: Rule, coalition: Collection[str], *, abstaining: Collection[str] = ()) -> bool:
    """Tell whether a decision is taken.

    Args:
        rule: The decision rule.
        coalition: Members in favour.
        abstaining: Members that abstain; all others are against. Abstaining differs from being
            against only for a council in which it is no veto.

    Raises:
        ModelError: If somebody is no member, or is in favour and abstains.

    Examples:
        >>> winning(Council(("a", "b", "c"), ("a",), 2), {"b", "c"}, abstaining={"a"})
        True
    """
    _check_known((*coalition, *abstaining), rule.members)
    both = sorted(set(coalition) & set(abstaining))
    if both:
        raise ModelError(f"'{both[0]}' cannot be in favour and abstain; name it once")
    allowed = set(abstaining) if isinstance(rule, Council) and not rule.abstention_blocks else set()
    votes, *vetoes = requirements(rule)
    return _reached(rule, votes, coalition) and all(
        _reached(rule, veto, allowed | set(coalition)) for veto in vetoes
    )


def veto_players(rule: Rule) -> tuple[str, ...]:
    """Return the members without whom all others together decide nothing."""
    everyone = set(rule.members)
    return tuple(member for member in rule.members if not winning(rule, everyone - {member}))


def can_do_without(rule: Rule, member: str) -> bool:
    """Tell whether the others can decide anything if a member is recused."""
    others = len(rule.members) - 1
    match rule:
        case EachAlone() | Unanimous():
            return others > 0
        case AtLeast() | Council():
            return rule.needed <= others
    return _total(rule) - _exact(rule.weights[member]) >= _exact(rule.quota)


def recuse(rule: Rule, member: str) -> Rule:
    """Return the rule with a member taken out of the decision, as one judged does not judge.

    The votes or the weight that a decision takes stay as they are; the member's veto is gone. Unanimity
    is then that of the others.

    Args:
        rule: The decision rule.
        member: Who has no say.

    Raises:
        ModelError: If it is no member, or if the others cannot decide anything without it.
    """
    _check_known((member,), rule.members)
    if not can_do_without(rule, member):
        raise ModelError(f"without '{member}' no set of members can meet the rule; give another rule")
    others = tuple(name for name in rule.members if name != member)
    match rule:
        case Weighted():
            return replace(rule, weights={name: rule.weights[name] for name in others})
        case Council():
            return replace(rule, members=others, vetoes=tuple(name for name in rule.vetoes if name != member))
        case _:
            return replace(rule, members=others)


def _reached(rule: Rule, requirement: Requirement, coalition: Collection[str]) -> bool:
    added = (
        weight
        for member, weight in zip(rule.members, requirement.weights, strict=True)
        if member in coalition
    )
    return sum(added) >= requirement.quota


def _whole(rule: Weighted) -> Requirement:
    """Scale weights and quota to whole numbers."""
    exact = [*map(_exact, rule.weights.values()), _exact(rule.quota)]
    scale = math.lcm(*(number.denominator for number in exact))
    *weights, quota = (int(number * scale) for number in exact)
    return Requirement(f"weight {rule.quota} of {_total(rule)}", tuple(weights), quota)


def _total(rule: Weighted) -> Fraction:
    return sum(map(_exact, rule.weights.values()), Fraction(0))


def _exact(number: int | float | Fraction) -> Fraction:
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def _check_members(members: tuple[str, ...]) -> None:
    if not members or len(set(members)) < len(members):
        raise ModelError(f"the members are {list(members)}; give at least one, each once")


def _check_needed(needed: int, members: tuple[str, ...]) -> None:
    if not 1 <= needed <= len(members):
        raise ModelError(
            f"{needed} of {len(members)} members can never be just enough; give from 1 to {len(members)}"
        )


def _check_known(names: Iterable[str], members: tuple[str, ...]) -> None:
    for name in names:
        if name not in members:
            raise ModelError(f"'{name}' is no member; the members are {', '.join(members)}")
