"""What an analyst adds to the conflict that the rules derive from proposals, responses and guarantees."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from goodoffices.case.coding import STRICT, Coding
from goodoffices.case.terms import Id, Impossible, Text

OptionKey = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$", max_length=201)]
"""Who owns an option and what it is called, as conditions write it: `russia.istanbul_text`."""

BREAK = "break_settlement"
"""Option of a party that a guarantee is meant against."""


class Direction(StrEnum):
    """How an option may be changed."""

    BOTH = "both"
    """It can be taken and given up again."""
    ON = "on"
    """Once taken, it stays so."""
    OFF = "off"
    """Once given up, it stays so."""


@dataclass(frozen=True, slots=True, config=STRICT)
class CodedOption:
    """An option that an analyst adds, or one given by a rule that the analyst changes.

    Attributes:
        name: What taking it means, beginning with a verb; needed where no rule gives the option.
        direction: Whether it can be taken and given up (`both`), only taken (`on`) or only given up (`off`).
        coding: Where this comes from.
    """

    coding: Coding
    name: Text | None = None
    direction: Direction | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class SameState:
    """States whose differences do not matter, so that they count as one.

    Attributes:
        condition: What the states have in common: options that are taken or not, joined by `and`.
        coding: Where this comes from.
        name: The one state in plain words.
    """

    condition: Text
    coding: Coding
    name: str | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class StatusQuo:
    """Where the parties stand now.

    Attributes:
        taken: The options that are taken; all others are not.
        coding: Where this comes from.
    """

    taken: tuple[Text, ...]
    coding: Coding


@dataclass(frozen=True, slots=True, config=STRICT)
class Want:
    """Something that a party wants to be true.

    Attributes:
        wants: Condition over options, and over proposals that are in force.
        weight: How much it counts, above 0; every statement of a party has a weight, or none has.
        name: The statement in plain words.
    """

    wants: Text
    weight: Annotated[float, Field(gt=0, strict=True, allow_inf_nan=False)] | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class CodedPreference:
    """What a party prefers, in place of what the rules give for it.

    Attributes:
        statements: What it wants, the most important first; without weights an earlier statement outweighs
            all later ones together.
        ranking: Conditions, the best first; the first that holds gives a state its rank, and a state in
            which none holds comes last.
        rules_follow: Whether what the rules give for the party comes after these, as less important,
            instead of not at all.
        coding: Where this comes from.
    """

    coding: Coding
    statements: tuple[Want, ...] = ()
    ranking: tuple[Text, ...] = ()
    rules_follow: bool = False

    def __post_init__(self) -> None:
        if bool(self.statements) == bool(self.ranking):
            raise ValueError("give 'statements' or a 'ranking', one of the two")
        if len({want.weight is None for want in self.statements}) > 1:
            raise ValueError("either every statement of a party has a weight, or none has")


@dataclass(frozen=True, slots=True, config=STRICT)
class CodedConflict:
    """What differs from the conflict that the rules derive; what is not named here stays as derived.

    Attributes:
        leave_out: Proposals that play no part, each with where this comes from.
        options: Options added or changed, by owner and short name such as `russia.istanbul_text`.
        impossible: Combinations that cannot occur.
        same: States that count as one.
        status_quo: Where the parties stand now.
        preferences: What parties prefer, by party.
    """

    leave_out: Mapping[Id, Coding] = Field(default_factory=dict)
    options: Mapping[OptionKey, CodedOption] = Field(default_factory=dict)
    impossible: tuple[Impossible, ...] = ()
    same: tuple[SameState, ...] = ()
    status_quo: StatusQuo | None = None
    preferences: Mapping[Id, CodedPreference] = Field(default_factory=dict)

    def codings(self) -> tuple[Coding, ...]:
        """Return where each part comes from."""
        found = [*self.leave_out.values()]
        if self.status_quo:
            found.append(self.status_quo.coding)
        found += [option.coding for option in self.options.values()]
        found += [impossible.coding for impossible in self.impossible]
        found += [same.coding for same in self.same]
        found += [preference.coding for preference in self.preferences.values()]
        return tuple(found)


def act_on(guarantee: str) -> str:
    """Return the name of a guarantor's option to be ready to act on a guarantee."""
    return f"act_on_{guarantee}"
