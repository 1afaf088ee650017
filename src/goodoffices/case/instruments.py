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
class Capability:
    """What a guarantor could bring if it acted, in the unit that the guarantee names.

    Attributes:
        value: How much, 0 or more.
        coding: Where this comes from.
    """

    value: Interval
    coding: Coding

    def __post_init__(self) -> None:
        if self.value.low < 0:
            raise ValueError(f"capability {self.value.as_list()} is below 0; write 0 or more")


BODY_NAMES = (
    "un_security_council",
    "north_atlantic_council",
    "au_peace_and_security_council",
    "eu_council",
)
"""The bodies whose rule a guarantee or a finder can name."""


@dataclass(frozen=True, slots=True, config=STRICT)
class Finder:
    """Who must find that the trigger was met before anything is owed, and by which rule.

    Attributes:
        rule: Who of them must agree.
        coding: Where this comes from.
        members: Ids of those who find; for a named body, of those that hold its elected seats.
        required: Votes, members or weight needed, where the rule counts.
        vetoes: Ids of members that can block, where the rule is a council.
        weights: Weight of each member, where the rule is weighted.
        body: Name of the body whose rule applies, such as un_security_council.
    """

    rule: Rule
    coding: Coding
    members: tuple[Id, ...] = ()
    required: Annotated[int, Field(ge=1, strict=True)] | None = None
    vetoes: tuple[Id, ...] = ()
    weights: Mapping[Id, Annotated[int, Field(ge=0, strict=True)]] = Field(default_factory=dict)
    body: Id | None = None

    def __post_init__(self) -> None:
        _check_rule(self.rule, self.required, self.body)
        if self.rule is not Rule.BODY and not self.members:
            raise ValueError("nobody is named who would find it; add 'members: [ids]'")


@dataclass(frozen=True, slots=True, config=STRICT)
class Proviso:
    """What must be so before anything is owed; where it is not, the guarantee does not apply.

    Attributes:
        text: In plain words, such as not if the protected state attacks first.
        coding: Where this comes from.
        needs: Ids of those who must act first, where that is what it says.
        met: Probability that it is met when the case arises, 0 to 1, where judged.
    """

    text: Text
    coding: Coding
    needs: tuple[Id, ...] = ()
    met: Interval | None = None

    def __post_init__(self) -> None:
        if self.met is not None and not self.met.within(0, 1):
            raise ValueError(f"met {self.met.as_list()} leaves the range from 0 to 1")


@dataclass(frozen=True, slots=True, config=STRICT)
class Ratification:
    """Whose ratification it takes before a guarantee is in force.

    Attributes:
        by: Ids of those who must ratify.
        coding: Where this comes from.
        required: How many of them are enough; left out, all of them.
        willingness: Probability that each would ratify, where judged.
    """

    by: tuple[Id, ...]
    coding: Coding
    required: Annotated[int, Field(ge=1, strict=True)] | None = None
    willingness: Mapping[Id, Willingness] = Field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.by:
            raise ValueError("nobody is named who would ratify; add ids to 'by: […]'")


def _percent(interval: Interval) -> str:
    """Return the way out where a share seems to be written in per cent."""
    return (
        f"; write {interval.high / 100:g} for {interval.high:g} per cent"
        if 10 <= interval.high <= 100
        else ""
    )


def _check_rule(rule: Rule | None, required: int | None, body: str | None) -> None:
    if rule in {Rule.K_OF_N, Rule.WEIGHTED, Rule.COUNCIL} and required is None:
        raise ValueError(f"rule '{rule}' needs 'required: …', the number that must agree")
    if rule is Rule.BODY and body is None:
        raise ValueError("rule 'body' needs 'body: …', such as un_security_council")


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
        found_by: Who must find that the trigger was met; None where each guarantor judges for itself, or
            where no source says who does.
        conditions: What must be so before anything is owed.
        duration: How long it lasts, in plain words.
        years: After how many years it ends, where it ends.
        ratification: Whose ratification it takes before it is in force.
        willingness: Probability that each guarantor would act, or each finder would find, where judged.
        capability: What each guarantor could bring, where judged.
        capability_unit: Unit of the capability, such as billions of dollars a year.
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
    found_by: Finder | None = None
    conditions: tuple[Proviso, ...] = ()
    duration: str | None = None
    years: Annotated[float, Field(gt=0)] | None = None
    ratification: Ratification | None = None
    willingness: Mapping[Id, Willingness] = Field(default_factory=dict)
    capability: Mapping[Id, Capability] = Field(default_factory=dict)
    capability_unit: str | None = None
    correlation: Interval | None = None

    def __post_init__(self) -> None:
        if self.beneficiary in self.against:
            raise ValueError(
                f"'{self.beneficiary}' is both the beneficiary and the attacker meant; name another party "
                "under 'against' or as 'beneficiary'"
            )
        _check_rule(self.rule, self.required, self.body)
        if self.capability and not self.capability_unit:
            raise ValueError("a capability needs its unit; add 'capability_unit: …'")
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
                raise ValueError(
                    f"{name} {interval.as_list()} leaves the range from 0 to 1{_percent(interval)}"
                )


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
