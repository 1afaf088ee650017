"""The rows of a corpus: one for each report and each finding."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from typing import Any

from goodoffices.reports.record import to_record
from goodoffices.reports.report import Report
from goodoffices.reports.sketch import bands, sketch, words_in
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.jsonl import finding_line
from goodoffices.statements.statement import (
    Actor,
    DistanceMention,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
    Statement,
)

FEWEST_WORDS = 8
"""Shorter evidence may be alike by chance, so it is never taken for a copy."""

_WORD = re.compile(r"\w+")

Row = dict[str, Any]


def report_row(report: Report, file: str) -> Row:
    """Return the row of a report: its text, what is known of it, and the sketch that finds copies of it."""
    words = words_in(report)
    signs = sketch(words)
    return {
        "kind": "report",
        "report": report.id,
        "file": file,
        **to_record(report),
        "words": len(words),
        "text": report.text,
        "sketch": signs,
        "bands": bands(signs),
    }


def reading_rows(reading: Reading, report: Report) -> Iterator[Row]:
    """Return the rows of everything that was found in a report, in the order of the reading."""
    for statement in reading.statements:
        yield _finding("statement", statement, report) | _statement(statement)
    for relation in reading.relations:
        yield _finding("relation", relation, report) | _relation(relation)
    for precedent in reading.precedents:
        yield _finding("precedent", precedent, report) | {
            "name": precedent.name,
            "year": precedent.year,
            **_actor("claimed_by", precedent.claimed_by),
        }
    for option in reading.options:
        yield _finding("option", option, report) | {
            "content": option.content.exact,
            "of": option.of,
            "issues": list(option.issues),
        }
    for distance in reading.distances:
        yield _finding("distance", distance, report) | {
            "parties": [party.party or party.label for party in distance.parties],
            "issues": list(distance.issues),
        }


def _finding(
    kind: str,
    found: Statement | Relation | PrecedentMention | OptionMention | DistanceMention,
    report: Report,
) -> Row:
    evidence = found.evidence
    return {
        "kind": kind,
        "report": report.id,
        "id": found.id,
        "start": evidence.start,
        "end": evidence.end,
        "evidence": evidence.exact,
        "json": finding_line(found),
    }


def _statement(statement: Statement) -> Row:
    return {
        **_actor("actor", statement.actor),
        "act": str(statement.act),
        "negated": statement.negated,
        "modality": str(statement.modality),
        "manner": str(statement.manner),
        **_actor("target", statement.target),
        **_actor("beneficiary", statement.beneficiary),
        "cue": statement.cue.exact,
        "content": _exact(statement.content),
        "condition": _exact(statement.condition),
        "reasons": [reason.exact for reason in statement.reasons],
        "issues": list(statement.issues),
        "answers": list(statement.answers),
        "act_date": statement.date.isoformat() if statement.date else None,
        "rule": statement.rule,
        "fold": _fold(statement),
    }


def _relation(relation: Relation) -> Row:
    return {
        "relation": str(relation.kind),
        "negated": relation.negated,
        **_actor("actor", relation.source),
        **_actor("target", relation.target),
        "means": _exact(relation.means),
        **_actor("claimed_by", relation.claimed_by),
    }


def _exact(evidence: Evidence | None) -> str | None:
    return evidence.exact if evidence else None


def _actor(field: str, actor: Actor | None) -> Row:
    """Return who it is, as the id of the party, its name and the report's words."""
    if actor is None:
        return {}
    return {
        field: actor.party,
        f"{field}_name": actor.name,
        f"{field}_person": actor.person,
        f"{field}_words": actor.text,
    }


def _fold(statement: Statement) -> str | None:
    """Return what copies of one statement have in common: who, what, and the words but for their looks."""
    words = _WORD.findall(statement.evidence.exact.casefold())
    if len(words) < FEWEST_WORDS:
        return None
    parts = [statement.actor.party or statement.actor.label, str(statement.act), *words]
    return hashlib.sha256(" ".join(parts).encode()).hexdigest()[:24]
