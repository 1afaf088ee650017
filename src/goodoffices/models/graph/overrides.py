"""What an analyst puts in the place of what the rules give."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from goodoffices.models.graph.origins import Origin
from goodoffices.models.graph.states import Direction


@dataclass(frozen=True, slots=True)
class OptionChange:
    """An option that is added, or one of a rule that is changed.

    Attributes:
        owner: Who owns it.
        option: What it is called.
        name: What taking it means, beginning with a verb; None where a rule says so.
        direction: How it may be changed; None where as by rule, or both ways.
        origin: Where this comes from.
    """

    owner: str
    option: str
    name: str | None
    direction: Direction | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Restriction:
    """Combinations that cannot occur, or that count as one state.

    Attributes:
        condition: Over options, and over proposals that are in force.
        name: The same in plain words, where given.
        origin: Where this comes from.
    """

    condition: str
    name: str | None
    origin: Origin


@dataclass(frozen=True, slots=True)
class Wish:
    """A condition that a party wants to hold.

    Attributes:
        condition: Over options, and over proposals that are in force.
        weight: How much it counts; None where the order decides.
        name: The same in plain words, where given.
    """

    condition: str
    weight: float | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class PartyPreference:
    """What a party prefers.

    Attributes:
        wishes: Statements, the most important first; of a ranking, its levels, the best first.
        ranked: Whether they are the levels of a ranking.
        rules_follow: Whether what the rules give comes after them, instead of not at all.
        origin: Where this comes from.
    """

    wishes: tuple[Wish, ...]
    ranked: bool
    rules_follow: bool
    origin: Origin


@dataclass(frozen=True, slots=True)
class Overrides:
    """Everything that an analyst changed.

    Attributes:
        options: Options added or changed.
        impossible: What cannot occur.
        same: What counts as one state.
        taken: Options taken in the status quo, as `owner.name`; None where the rule decides.
        now: Where that comes from.
        preferences: What parties prefer, by party.
        left_out: What plays no part, with the reason.
    """

    options: tuple[OptionChange, ...] = ()
    impossible: tuple[Restriction, ...] = ()
    same: tuple[Restriction, ...] = ()
    taken: frozenset[str] | None = None
    now: Origin | None = None
    preferences: Mapping[str, PartyPreference] = field(default_factory=dict)
    left_out: tuple[tuple[str, Origin], ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "preferences", MappingProxyType(dict(self.preferences)))
