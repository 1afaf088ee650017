"""What the parties want and put forward: issues, positions, red lines, proposals and responses."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from goodoffices.case.coding import STRICT, Coding, Day
from goodoffices.case.values import Interval

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=100)]
Text = Annotated[str, Field(min_length=1)]
Place = Annotated[float, Field(ge=0, le=100, strict=True, allow_inf_nan=False)]


@dataclass(frozen=True, slots=True, config=STRICT)
class Party:
    """Someone with a will of their own in the process.

    Attributes:
        name: Name as a reader knows it.
        aliases: Other names under which reports speak of it.
        must_sign: Whether no agreement exists without its signature.
        note: Anything a reader must know.
    """

    name: Text
    aliases: tuple[str, ...] = ()
    must_sign: bool = False
    note: str | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class Option:
    """One way to settle an issue.

    Attributes:
        name: What it is, in plain words.
        place: Where it lies on the issue's scale from 0 to 100, or None where the options have no order.
    """

    name: Text
    place: Place | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class Issue:
    """A question that an agreement must settle.

    Attributes:
        name: Short name.
        question: The question in plain words.
        options: The ways to settle it; may be empty in a draft.
        low: What place 0 of the scale means.
        high: What place 100 of the scale means.
        coding: Where the issue comes from; required where options have places.
    """

    name: Text
    question: str | None = None
    options: Mapping[Id, Option] = Field(default_factory=dict)
    low: str | None = None
    high: str | None = None
    coding: Coding | None = None

    def __post_init__(self) -> None:
        places = [option.place for option in self.options.values()]
        if any(place is not None for place in places):
            if any(place is None for place in places):
                raise ValueError("either every option of an issue has a place on its scale, or none has")
            if self.coding is None:
                raise ValueError("places on a scale are coded values; add 'coding: …' to the issue")


@dataclass(frozen=True, slots=True, config=STRICT)
class Position:
    """What a party wants on an issue.

    Attributes:
        party: Id of the party.
        issue: Id of the issue.
        ideal: Id of the option that the party likes best.
        place: Where the party's ideal lies on the issue's scale, 0 to 100.
        accepts: Ids of the options that the party could live with.
        salience: How much the issue weighs for the party, 0 to 1.
        values: Worth of options to the party, 0 to 1, where stated rather than derived from places.
        coding: Where this comes from.
    """

    party: Id
    issue: Id
    coding: Coding
    ideal: Id | None = None
    place: Interval | None = None
    accepts: tuple[Id, ...] = ()
    salience: Interval | None = None
    values: Mapping[Id, Interval] = Field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.place is not None and not self.place.within(0, 100):
            raise ValueError(f"place {self.place.as_list()} leaves the scale from 0 to 100")
        for name, interval in (("salience", self.salience), *self.values.items()):
            if interval is not None and not interval.within(0, 1):
                raise ValueError(f"{name} {interval.as_list()} leaves the range from 0 to 1")


@dataclass(frozen=True, slots=True, config=STRICT)
class WalkAway:
    """What no agreement is worth to a party.

    Attributes:
        party: Id of the party.
        value: The worth in the party's own utility, 0 to 1.
        coding: Where this comes from.
    """

    party: Id
    value: Interval
    coding: Coding

    def __post_init__(self) -> None:
        if not self.value.within(0, 1):
            raise ValueError(f"walk-away value {self.value.as_list()} leaves the range from 0 to 1")


@dataclass(frozen=True, slots=True, config=STRICT)
class RedLine:
    """What a party says it will never accept.

    Attributes:
        party: Id of the party.
        never: Condition over issues and options; a package in which it holds breaks the red line.
        coding: Where this comes from.
        name: The red line in plain words.
    """

    party: Id
    never: Text
    coding: Coding
    name: str | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class Impossible:
    """A combination of options that cannot be had by anyone, whatever they want.

    Attributes:
        condition: Condition over issues and options that no outcome fulfils.
        coding: Where this comes from.
        name: The combination in plain words.
    """

    condition: Text
    coding: Coding
    name: str | None = None


class ResponseAct(StrEnum):
    """What a party did with a proposal; who says nothing is silent and is not listed."""

    ACCEPTS = "accepts"
    SUPPORTS = "supports"
    """Speaks for it, without accepting it as a party to it."""
    OPEN = "open"
    """Said it could consider it, without accepting it."""
    CONDITIONAL = "conditional"
    """Would accept under a stated condition."""
    REJECTS = "rejects"


@dataclass(frozen=True, slots=True, config=STRICT)
class Response:
    """How a party answered a proposal.

    Attributes:
        act: What it did.
        coding: Where this comes from; several statements that say the same are one response.
        condition: The condition, in the report's words, where the act is conditional.
        reasons: Reasons given, in the report's words.
        date: Day of the response, where stated.
    """

    act: ResponseAct
    coding: Coding
    condition: str | None = None
    reasons: tuple[str, ...] = ()
    date: Day | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class Proposal:
    """Something put on the table.

    Attributes:
        name: Short name in plain words.
        by: Ids of the parties that put it forward.
        coding: Where this comes from.
        terms: What it would settle: issue id to option id.
        signatories: Ids of the parties whose acceptance it needs; empty means all that must sign.
        responses: How parties answered.
        guarantee: Id of the security guarantee that it contains.
        date: Day it was put forward, where stated.
        planned: Whether it is being prepared rather than put forward.
    """

    name: Text
    by: tuple[Id, ...]
    coding: Coding
    terms: Mapping[Id, Id] = Field(default_factory=dict)
    signatories: tuple[Id, ...] = ()
    responses: Mapping[Id, Response] = Field(default_factory=dict)
    guarantee: Id | None = None
    date: Day | None = None
    planned: bool = False
