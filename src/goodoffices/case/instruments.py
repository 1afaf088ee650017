"""What may hold an agreement together: guarantees, leverage, precedents."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field
from pydantic.dataclasses import dataclass

from goodoffices.case.coding import STRICT, Coding
from goodoffices.case.terms import Id, Text
from goodoffices.case.values import Interval


class Obligation(StrEnum):
    """What guarantors owe when the trigger is met."""

    CONSULT = "consult"
    SUPPLY = "supply"
    DEFEND = "defend"
    RETALIATE = "retaliate"
    COUNCIL_ACTION = "council_action"
    TROOPS_IN_PLACE = "troops_in_place"


class Rule(StrEnum):
    """Who must agree before guarantors act."""

    EACH_ALONE = "each_alone"
    """Any one guarantor may act without the others."""
    K_OF_N = "k_of_n"
    UNANIMOUS = "unanimous"
    WEIGHTED = "weighted"
    COUNCIL = "council"
    """A number of votes, with members that hold a veto."""
    BODY = "body"
    """The rule of a named body, such as the UN Security Council."""


@dataclass(frozen=True, slots=True, config=STRICT)
class Willingness:
    """How likely a guarantor would act if the trigger were met.

    Attributes:
        value: The probability, 0 to 1.
        coding: Where this comes from.
    """

    value: Interval
    coding: Coding

    def __post_init__(self) -> None:
        if not self.value.within(0, 1):
            raise ValueError(f"willingness {self.value.as_list()} leaves the range from 0 to 1")


@dataclass(frozen=True, slots=True, config=STRICT)
class Guarantee:
    """A design of a security guarantee.

    Attributes:
        name: Short name in plain words.
        beneficiary: Id of the party that is protected.
        guarantors: Ids of those who promise.
        coding: Where the design comes from.
        rule: Who must agree before they act; None where no source states it.
        against: Ids of the parties whose attack is meant.
        obligation: What is owed.
        trigger: What sets it off, in plain words.
        required: Votes, guarantors or weight needed, where the rule counts.
        vetoes: Ids of guarantors that can block, where the rule is a council.
        recused: Ids of guarantors that have no say, such as one accused of the attack.
        weights: Weight of each guarantor, where the rule is weighted.
        body: Name of the body whose rule applies, such as un_security_council.
        willingness: Probability that each guarantor would act, where judged.
        correlation: Correlation of the guarantors' decisions through common shocks, 0 to 1.
    """

    name: Text
    beneficiary: Id
    guarantors: tuple[Id, ...]
    coding: Coding
    rule: Rule | None = None
    against: tuple[Id, ...] = ()
    obligation: Obligation | None = None
    trigger: str | None = None
    required: Annotated[int, Field(ge=1, strict=True)] | None = None
    vetoes: tuple[Id, ...] = ()
    recused: tuple[Id, ...] = ()
    weights: Mapping[Id, Annotated[int, Field(ge=0, strict=True)]] = Field(default_factory=dict)
    body: Id | None = None
    willingness: Mapping[Id, Willingness] = Field(default_factory=dict)
    correlation: Interval | None = None

    def __post_init__(self) -> None:
        if self.beneficiary in self.against:
            raise ValueError(f"'{self.beneficiary}' is both the beneficiary and the attacker meant")
        if self.rule in {Rule.K_OF_N, Rule.WEIGHTED, Rule.COUNCIL} and self.required is None:
            raise ValueError(f"rule '{self.rule}' needs 'required: …', the number that must agree")
        if self.rule is Rule.BODY and self.body is None:
            raise ValueError("rule 'body' needs 'body: …', such as un_security_council")
        if self.correlation is not None and not self.correlation.within(0, 1):
            raise ValueError(f"correlation {self.correlation.as_list()} leaves the range from 0 to 1")


@dataclass(frozen=True, slots=True, config=STRICT)
class Leverage:
    """A means by which one party could move another; capacity and willingness are kept apart.

    Attributes:
        holder: Id of the party that holds it.
        target: Id of the party that it bears on.
        coding: Where this comes from.
        means: By what, in plain words; None where a report names none.
        share: Share of the target's relevant flow that the holder provides, 0 to 1.
        willingness: Probability that the holder would use it, 0 to 1.
        claimed_by: Id of the party that says so; None where a report says so in its own voice.
    """

    holder: Id
    target: Id
    coding: Coding
    means: str | None = None
    share: Interval | None = None
    willingness: Interval | None = None
    claimed_by: Id | None = None

    def __post_init__(self) -> None:
        if self.holder == self.target:
            raise ValueError(f"'{self.holder}' is both holder and target of the leverage")
        for name, interval in (("share", self.share), ("willingness", self.willingness)):
            if interval is not None and not interval.within(0, 1):
                raise ValueError(f"{name} {interval.as_list()} leaves the range from 0 to 1")


@dataclass(frozen=True, slots=True, config=STRICT)
class Precedent:
    """An earlier agreement or event that someone in the process appeals to; it illustrates, never counts.

    Attributes:
        name: Its usual name.
        coding: Where this comes from.
        year: Year, where a source states it.
        said: What is said of it, in the report's words or the coder's.
        claimed_by: Id of the party that says so; None where a report says so in its own voice.
    """

    name: Text
    coding: Coding
    year: Annotated[int, Field(ge=-3000, le=3000, strict=True)] | None = None
    said: str | None = None
    claimed_by: Id | None = None


@dataclass(frozen=True, slots=True, config=STRICT)
class Disagreement:
    """A distance between parties that a report states without giving numbers.

    Attributes:
        parties: Ids of the parties that are apart.
        issues: Ids of the issues on which they are.
        coding: Where this comes from.
    """

    parties: tuple[Id, ...]
    issues: tuple[Id, ...]
    coding: Coding
