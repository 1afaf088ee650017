"""What a person found in a report: the gold that a reader is measured against."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.reports.report import Span
from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Actor, Modality, Reading, RelationKind, Statement

Parties = tuple[str | None, ...]
"""Ids of parties of which each is right, the coder's own choice first; None stands for no party."""


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as a person coded it; where several values are listed, each is right.

    Attributes:
        id: Short id, unique in its coding.
        who: The words by which the report names the actor here.
        parties: Whom they stand for.
        acts: The act, the coder's own choice first.
        evidence: The clause or sentence that shows it.
        person: The person who speaks, where one does.
        content: What is proposed, rejected, claimed, …
        negated: Whether the report says that the act did not take place.
        modalities: How far the party commits itself.
        targets: Whom it is directed at; empty where that is not coded.
        issues: Ids of issues that the content names.
        answers: Ids of the statements that it answers.
        construction: How the report tells it, in a word or two.
        again: Where the report tells it again.
        doubtful: Whether another careful coder might leave it out; finding it is neither right nor wrong.
    """

    id: str
    who: str
    parties: Parties
    acts: tuple[Act, ...]
    evidence: Span
    person: str | None = None
    content: Span | None = None
    negated: tuple[bool, ...] = (False,)
    modalities: tuple[Modality, ...] = (Modality.PLAIN,)
    targets: Parties = ()
    issues: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    construction: str = ""
    again: tuple[Span, ...] = ()
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class GoldRelation:
    """A relation as a person coded it, or its denial; no target means one that is no party, or any."""

    kind: RelationKind
    sources: Parties
    evidence: Span
    targets: Parties = ()
    claimed_by: Parties = (None,)
    doubtful: bool = False
    negated: bool = False


@dataclass(frozen=True, slots=True)
class GoldPrecedent:
    """A precedent as a person coded it."""

    name: str
    evidence: Span
    year: int | None = None
    claimed_by: Parties = (None,)


@dataclass(frozen=True, slots=True)
class GoldOption:
    """An option without an owner as a person coded it."""

    content: Span
    evidence: Span


@dataclass(frozen=True, slots=True)
class GoldDistance:
    """A sentence on how far apart parties are, as a person coded it."""

    parties: tuple[str, ...]
    evidence: Span


@dataclass(frozen=True, slots=True)
class Coding:
    """Everything that a person found in one report.

    Attributes:
        report: Id of the report.
        statements: Who says or does what.
        relations: How parties stand to one another.
        precedents: What is appealed to.
        options: Options without an owner.
        distances: What the report says of distance.
        whole: Whether relations, precedents, options and distances were coded, too.
        conduct: Whether relations of conduct – signed, guaranteed, acted – were coded, too.
    """

    report: str
    statements: tuple[GoldStatement, ...] = ()
    relations: tuple[GoldRelation, ...] = ()
    precedents: tuple[GoldPrecedent, ...] = ()
    options: tuple[GoldOption, ...] = ()
    distances: tuple[GoldDistance, ...] = ()
    whole: bool = True
    conduct: bool = False


def coding_of(reading: Reading, report: str) -> Coding:
    """Return what people say of one report in a reading that they have corrected, as gold.

    Statements that nobody has confirmed are doubtful. Relations and mentions are left out: a reading does not
    say whether anybody has looked at them.

    Args:
        reading: The reading.
        report: Id of the report.
    """
    statements = (_statement(one) for one in reading.statements if one.evidence.report == report)
    return Coding(report, tuple(statements), whole=False)


def _statement(found: Statement) -> GoldStatement:
    return GoldStatement(
        found.id,
        found.actor.text,
        (party_of(found.actor),),
        (found.act,),
        found.evidence.span,
        found.actor.person,
        found.content.span if found.content else None,
        (found.negated,),
        (found.modality,),
        (party_of(found.target),) if found.target else (),
        found.issues,
        found.answers,
        str(found.manner),
        doubtful=found.confirmed_by is None,
    )


def party_of(actor: Actor) -> str | None:
    """Return the id of the party that an actor stands for, or the name where the party has no id."""
    return actor.party or actor.name


def either(parties: Parties) -> str:
    """Return parties of which each is right in words."""
    return " or ".join(one or "nobody known" for one in parties)
