"""What the reader finds in a report."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.errors import EvidenceError
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import Evidence


class Manner(StrEnum):
    """How the report renders what a party says or does."""

    DIRECT = "direct"
    """In quotation marks."""
    MIXED = "mixed"
    """Paraphrased, with some words in quotation marks."""
    INDIRECT = "indirect"
    """Paraphrased."""
    NARRATED = "narrated"
    """The report says that the act took place, without a clause that renders its content."""


class Modality(StrEnum):
    """How far a party commits itself."""

    PLAIN = "plain"
    POSSIBLE = "possible"
    """could, may, might"""
    WOULD = "would"
    OBLIGATION = "obligation"
    """should, must, has to"""
    CONDITIONAL = "conditional"
    """under a stated condition"""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who speaks, acts or is spoken about.

    Attributes:
        text: The words by which the report names them here.
        party: Id of the state, organisation or group that they stand for; None where that is open.
        name: Name of that party.
        person: Name of the person, where one speaks.
        role: Office or role, where the report gives one.
        resolved_by: How the words were resolved: name, appositive, role, pronoun, metonym, demonym, group.
    """

    text: str
    party: str | None = None
    name: str | None = None
    person: str | None = None
    role: str | None = None
    resolved_by: str = "name"

    @property
    def label(self) -> str:
        """The party’s name, else the person’s, else the report’s words."""
        return self.name or self.person or self.text


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that a party says or does, with the words that show it.

    Attributes:
        id: Short id, unique in a case: s1, s2, …
        actor: Who says or does it.
        act: What it does.
        manner: How the report renders it.
        evidence: The clause or sentence that shows it.
        cue: The words that show the act.
        content: The words that say what is proposed, rejected, claimed, …; None where there are none.
        target: Whom the act is directed at.
        beneficiary: Whom its content would do good, where the words name a party.
        negated: Whether the report says that the act did not take place.
        modality: How far the party commits itself.
        condition: The words of a condition ("only if …").
        reasons: The words of reasons given.
        issues: Ids of the issues that the content touches.
        answers: Ids of the statements that it answers, earlier first.
        date: Day of the act, where the report states one.
        rule: Name of the rule that found it.
        confirmed_by: Who looked at it and let it stand; None where nobody has.
    """

    id: str
    actor: Actor
    act: Act
    manner: Manner
    evidence: Evidence
    cue: Evidence
    content: Evidence | None = None
    target: Actor | None = None
    beneficiary: Actor | None = None
    negated: bool = False
    modality: Modality = Modality.PLAIN
    condition: Evidence | None = None
    reasons: tuple[Evidence, ...] = ()
    issues: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    date: dt.date | None = None
    rule: str = ""
    confirmed_by: str | None = None

    def __post_init__(self) -> None:
        for part in (self.cue, *self.reasons):
            if not self.evidence.holds(part):
                raise EvidenceError(f"statement '{self.id}': {part.exact!r} is not in its evidence")


class RelationKind(StrEnum):
    """How one party stands to another."""

    SUPPORTS = "supports"
    SUPPLIES = "supplies"
    BUYS_FROM = "buys from"
    SANCTIONS = "sanctions"
    ALLIED_WITH = "allied with"
    HAS_LEVERAGE_OVER = "has leverage over"
    BROKERS = "brokers"
    ATTACKS = "attacks"
    """invades, bombs, besieges, fights"""
    OCCUPIES = "occupies"
    """holds land of another party against its will"""
    SIGNED = "signed"
    """signed, joined or endorsed an earlier agreement; `means` names it"""
    GUARANTEED = "guaranteed"
    """stood surety for an earlier agreement, or gave a party assurances"""
    ACTED = "acted"
    """did something when `means` happened; negated where it did not"""


FORCE = frozenset({RelationKind.ATTACKS, RelationKind.OCCUPIES})
"""What one party does to another by force."""

CONDUCT = frozenset({RelationKind.SIGNED, RelationKind.GUARANTEED, RelationKind.ACTED})
"""What parties did about an earlier promise, rather than how they stand to one another."""


@dataclass(frozen=True, slots=True)
class Relation:
    """How one party stands to another, in the report's own voice or as somebody's claim.

    Attributes:
        id: Short id, unique in a case: r1, r2, …
        kind: The relation.
        source: Who supports, supplies, …
        target: Whom; None where it is something other than a party, such as a process.
        evidence: The words that show it.
        means: The words that say by what; what was signed or guaranteed; when somebody acted, or did not.
        claimed_by: Who says so; None where the report says so in its own voice.
        negated: Whether the report says that it is not so.
    """

    id: str
    kind: RelationKind
    source: Actor
    target: Actor | None
    evidence: Evidence
    means: Evidence | None = None
    claimed_by: Actor | None = None
    negated: bool = False


@dataclass(frozen=True, slots=True)
class PrecedentMention:
    """An earlier agreement, or an article of one, that the report or a party appeals to.

    Attributes:
        id: Short id, unique in a case: p1, p2, …
        name: Its name in the report's words.
        evidence: The sentence that mentions it.
        year: Year that the report gives for it, where it gives one.
        claimed_by: Who brings it up; None where the report does in its own voice.
    """

    id: str
    name: str
    evidence: Evidence
    year: int | None = None
    claimed_by: Actor | None = None


@dataclass(frozen=True, slots=True)
class OptionMention:
    """An option that the report names without saying whose it is ("One option is …").

    Attributes:
        id: Short id, unique in a case: o1, o2, …
        content: The words that name the option.
        evidence: The sentence.
        of: Id of the statement whose plan or proposal it belongs to, where the report makes that plain.
        issues: Ids of the issues that it touches.
    """

    id: str
    content: Evidence
    evidence: Evidence
    of: str | None = None
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DistanceMention:
    """A sentence in which the report says how far apart parties are.

    Attributes:
        id: Short id, unique in a case: d1, d2, …
        evidence: The words.
        parties: The parties named; none where the report speaks of sides without naming two ("the talks").
        issues: Ids of the issues that they differ on; none where the words touch none.
    """

    id: str
    evidence: Evidence
    parties: tuple[Actor, ...] = ()
    issues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class IssueMention:
    """An issue that a report touches.

    Attributes:
        issue: Id of the issue in the taxonomy.
        evidence: The words that touch it, in order of the text.
    """

    issue: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that the reader found in one report, or in several.

    Attributes:
        statements: Who says or does what.
        relations: How parties stand to one another.
        precedents: What is appealed to.
        options: Options named without an owner.
        distances: What the report says of distance.
        issues: Which issues it touches.
    """

    statements: tuple[Statement, ...] = ()
    relations: tuple[Relation, ...] = ()
    precedents: tuple[PrecedentMention, ...] = ()
    options: tuple[OptionMention, ...] = ()
    distances: tuple[DistanceMention, ...] = ()
    issues: tuple[IssueMention, ...] = ()

    def evidence(self) -> dict[str, Evidence]:
        """Return the evidence of every finding by its id."""
        return {
            **{found.id: found.evidence for found in self.statements},
            **{found.id: found.evidence for found in self.relations},
            **{found.id: found.evidence for found in self.precedents},
            **{found.id: found.evidence for found in self.options},
            **{found.id: found.evidence for found in self.distances},
        }
