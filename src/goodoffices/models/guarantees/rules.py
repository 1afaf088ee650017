"""Decision rules: whose yes it takes before a guarantee is acted on."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, product
from typing import TypeAlias

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.membership import (
    check_known,
    check_members,
    check_needed,
    check_parts,
    exact,
)

__all__ = [
    "AllOf",
    "AnyOf",
    "AtLeast",
    "Council",
    "EachAlone",
    "Requirement",
    "Rule",
    "Unanimous",
    "Weighted",
    "alternatives",
    "requirements",
    "veto_players",
    "winning",
]


@dataclass(frozen=True, slots=True)
class EachAlone:
    """Every member may act without asking: one is enough."""

    members: tuple[str, ...]

    def __post_init__(self) -> None:
        check_members(self.members)


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
        check_members(self.members)
        check_needed(self.needed, self.members)


@dataclass(frozen=True, slots=True)
class Unanimous:
    """All members must agree; one who abstains does not agree."""

    members: tuple[str, ...]

    def __post_init__(self) -> None:
        check_members(self.members)


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
        check_members(self.members)
        for name, weight in self.weights.items():
            if not (math.isfinite(weight) and weight >= 0):
                raise ModelError(f"'{name}' has the weight {weight}; weights are 0 or more")
        total = sum(map(exact, self.weights.values()))
        if not (math.isfinite(self.quota) and 0 < exact(self.quota) <= total):
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
        check_members(self.members)
        check_needed(self.needed, self.members)
        check_known(self.vetoes, self.members)


@dataclass(frozen=True, slots=True)
class AllOf:
    """Several rules must all be met, such as a majority of states and one of population.

    Each part may have members of its own: where a council finds that an attack took place and each
    guarantor then acts alone, a member of both is counted in both.

    Attributes:
        parts: At least one rule.
    """

    parts: tuple[Rule, ...]

    def __post_init__(self) -> None:
        check_parts(self.parts)

    @property
    def members(self) -> tuple[str, ...]:
        """Return every member of a part, each once, in the order of the parts."""
        return tuple(dict.fromkeys(chain(*(part.members for part in self.parts))))


@dataclass(frozen=True, slots=True)
class AnyOf:
    """One of several rules is enough, such as a usual majority or one that too few can block.

    Attributes:
        parts: At least one rule; each may have members of its own.
    """

    parts: tuple[Rule, ...]

    def __post_init__(self) -> None:
        check_parts(self.parts)

    @property
    def members(self) -> tuple[str, ...]:
        """Return every member of a part, each once, in the order of the parts."""
        return tuple(dict.fromkeys(chain(*(part.members for part in self.parts))))


Rule: TypeAlias = EachAlone | AtLeast | Unanimous | Weighted | Council | AllOf | AnyOf


@dataclass(frozen=True, slots=True)
class Requirement:
    """One thing a set of members must reach: `Σ weights ≥ quota`, in whole numbers.

    Attributes:
        text: The requirement in words.
        weights: What each member adds, in order of the members.
        quota: What must be reached.
        abstention_counts: Whether a member adds its weight by abstaining too, as where only a vote
            against is a veto.
    """

    text: str
    weights: tuple[int, ...]
    quota: int
    abstention_counts: bool = False


Alternatives: TypeAlias = tuple[tuple[Requirement, ...], ...]


def requirements(rule: Rule) -> tuple[Requirement, ...]:
    """Return everything that counts under a rule: a council's votes and its vetoes, say.

    Where one of several rules is enough, what each of them asks for is listed; `alternatives` tells
    them apart.
    """
    return tuple(dict.fromkeys(chain(*alternatives(rule))))


def alternatives(rule: Rule) -> Alternatives:
    """Return the ways to meet a rule: for each of them, all that a set of members must then reach."""
    match rule:
        case AllOf():
            every = product(*(_laid_out(part, rule.members) for part in rule.parts))
            return tuple(tuple(chain(*one)) for one in every)
        case AnyOf():
            return tuple(chain(*(_laid_out(part, rule.members) for part in rule.parts)))
        case _:
            return (_own(rule),)


def _own(rule: EachAlone | AtLeast | Unanimous | Weighted | Council) -> tuple[Requirement, ...]:
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
    votes = Requirement(
        f"{rule.needed} vote{'' if rule.needed == 1 else 's'} of {len(ones)}", ones, rule.needed
    )
    holds = tuple(int(member in rule.vetoes) for member in rule.members)
    text = "each of these can stop it: " + ", ".join(rule.vetoes)
    return (votes, Requirement(text, holds, sum(holds), not rule.abstention_blocks))[: 1 + bool(rule.vetoes)]


def _laid_out(part: Rule, members: tuple[str, ...]) -> Alternatives:
    """Return a part's alternatives with a weight for every member of the whole."""
    places = {member: place for place, member in enumerate(part.members)}
    return tuple(
        tuple(
            Requirement(
                need.text,
                tuple(need.weights[places[name]] if name in places else 0 for name in members),
                need.quota,
                need.abstention_counts,
            )
            for need in needs
        )
        for needs in alternatives(part)
    )


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
    check_known((*coalition, *abstaining), rule.members)
    both = sorted(set(coalition) & set(abstaining))
    if both:
        raise ModelError(f"'{both[0]}' cannot be in favour and abstain; name it once")
    return any(
        all(_reached(rule, need, coalition, abstaining) for need in needs) for needs in alternatives(rule)
    )


def veto_players(rule: Rule) -> tuple[str, ...]:
    """Return the members without whom all others together decide nothing."""
    everyone = set(rule.members)
    return tuple(member for member in rule.members if not winning(rule, everyone - {member}))


def _reached(rule: Rule, need: Requirement, coalition: Collection[str], abstaining: Collection[str]) -> bool:
    counted = {*coalition, *abstaining} if need.abstention_counts else set(coalition)
    members = zip(rule.members, need.weights, strict=True)
    return sum(weight for member, weight in members if member in counted) >= need.quota


def _whole(rule: Weighted) -> Requirement:
    """Scale weights and quota to whole numbers."""
    numbers = [*map(exact, rule.weights.values()), exact(rule.quota)]
    scale = math.lcm(*(number.denominator for number in numbers))
    *weights, quota = (int(number * scale) for number in numbers)
    total = sum(map(exact, rule.weights.values()), Fraction(0))
    return Requirement(f"weight {rule.quota} of {total}", tuple(weights), quota)
