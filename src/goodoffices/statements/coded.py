"""Statements as coders' tools hold them: plain values and places in the text, in and out.

A value or a place that is not given stays as it was, so that a tool which knows less than we do takes
nothing away.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, TypeVar

from goodoffices.errors import CaseError, EvidenceError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.party_list import PartyList
from goodoffices.statements.statement import Actor, Manner, Modality, Statement

PARTS = ("words", "cue", "content", "condition", "reasons")
"""Parts of a statement that are places in the text; 'words' is the evidence."""
ACTOR = ("", "_party", "_name", "_person", "_role", "_by")
"""What is known of an actor or a target, as endings of a value's name; none for the report's words."""
VALUES = (
    "act",
    "negated",
    "modality",
    "manner",
    *(f"{who}{ending}" for who in ("actor", "target") for ending in ACTOR),
    "issues",
    "answers",
    "date",
    "rule",
    "confirmed_by",
)
"""Values of a statement, each as text; nothing for none, lists parted by blanks."""
_ENDING = {"": "text", "_party": "party", "_name": "name", "_person": "person", "_role": "role"} | {
    "_by": "resolved_by"
}
_SLUG = re.compile(r"[^a-z0-9]+")
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement as a tool holds it.

    Attributes:
        id: Its id; empty for one that the coder added.
        report: Id of the report.
        where: File and line or cell, for messages.
        values: Some of `VALUES`.
        spans: Places of some of `PARTS`.
    """

    id: str
    report: str
    where: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


def encode(statement: Statement) -> Coded:
    """Return a statement as plain values and places."""
    values = {
        "act": str(statement.act),
        "negated": "yes" if statement.negated else "",
        "modality": "" if statement.modality is Modality.PLAIN else str(statement.modality),
        "manner": str(statement.manner),
        "issues": " ".join(statement.issues),
        "answers": " ".join(statement.answers),
        "date": statement.date.isoformat() if statement.date else "",
        "rule": statement.rule,
        "confirmed_by": statement.confirmed_by or "",
    }
    for who, actor in (("actor", statement.actor), ("target", statement.target)):
        for ending, name in _ENDING.items():
            values[who + ending] = (getattr(actor, name) if actor else None) or ""
    return Coded(
        statement.id,
        statement.evidence.report,
        values={name: values[name] for name in VALUES},
        spans={part: tuple(map(_trimmed, evidence_of(statement, part))) for part in PARTS},
    )


def _trimmed(evidence: Evidence) -> Span:
    """Return a place without white space at its ends, which no tool keeps."""
    words = evidence.exact
    start = evidence.start + len(words) - len(words.lstrip())
    return Span(start, max(start + len(words.strip()), start + 1))


def evidence_of(statement: Statement, part: str) -> tuple[Evidence, ...]:
    """Return the words of one of `PARTS`, none where the statement has none."""
    found = getattr(statement, "evidence" if part == "words" else part)
    if found is None:
        return ()
    return found if isinstance(found, tuple) else (found,)


def decode(coded: Coded, report: Report, base: Statement | None, parties: PartyList | None) -> Statement:
    """Return the statement that a tool holds.

    Args:
        coded: What the tool holds.
        report: The report.
        base: The statement as it is now; None for a new one.
        parties: Who can be named; None to take every party as it comes.

    Raises:
        CaseError: A value or a place is not possible; every problem is listed.
    """
    before = encode(base) if base else None
    changed = {
        name: value for name, value in coded.values.items() if before is None or before.values[name] != value
    }
    moved = {
        part: spans for part, spans in coded.spans.items() if before is None or before.spans[part] != spans
    }
    if base is not None and not changed and not moved:
        return base
    problems: list[str] = []
    fields: dict[str, Any] = {}
    for make in (_plain, _lists, _actors):
        fields |= make(changed, base, parties, problems)
    fields |= _places(moved, report, problems)
    if "actor" in fields and fields["actor"] is None:
        problems.append("a statement needs an actor: the words for who says or does it")
    if base is None:
        missing = [name for name in ("act", "actor", "evidence", "cue") if not fields.get(name)]
        if missing and not problems:
            problems.append(f"a new statement needs {', '.join(missing)}")
        fields = {"id": coded.id, "manner": Manner.INDIRECT, **fields}
    if problems:
        raise CaseError("; ".join(problems))
    try:
        return replace(base, **fields) if base else Statement(**fields)
    except EvidenceError as error:
        raise CaseError(f"{error}; its words must hold its cue and its reasons") from error


def _plain(
    changed: Mapping[str, str], _base: Statement | None, _parties: PartyList | None, problems: list[str]
) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if "act" in changed:
        fields["act"] = _choice(Act, changed["act"], "act", problems)
    if changed.get("manner"):
        fields["manner"] = _choice(Manner, changed["manner"], "manner", problems)
    if "modality" in changed:
        fields["modality"] = _choice(Modality, changed["modality"] or "plain", "modality", problems)
    if "negated" in changed:
        said = changed["negated"].strip().lower()
        if said not in {"yes", "no", "", "true", "false"}:
            problems.append(f"negated is '{changed['negated']}'; write yes or no")
        fields["negated"] = said in {"yes", "true"}
    if "date" in changed:
        fields["date"] = _day(changed["date"], problems)
    if "rule" in changed:
        fields["rule"] = changed["rule"]
    if "confirmed_by" in changed:
        fields["confirmed_by"] = changed["confirmed_by"] or None
    return fields


def _choice(kind: type[Choice], value: str, name: str, problems: list[str]) -> Choice | None:
    try:
        return kind(value.strip().lower())
    except ValueError:
        problems.append(f"'{value}' is no {name}; give one of {', '.join(kind)}")
        return None


def _day(value: str, problems: list[str]) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError:
        problems.append(f"'{value}' is no date; write it as 2025-08-22")
        return None


def _lists(
    changed: Mapping[str, str], _base: Statement | None, _parties: PartyList | None, _problems: list[str]
) -> dict[str, Any]:
    return {
        name: tuple(changed[name].replace(",", " ").replace(";", " ").split())
        for name in ("issues", "answers")
        if name in changed
    }


def _actors(
    changed: Mapping[str, str], base: Statement | None, parties: PartyList | None, problems: list[str]
) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for who in ("actor", "target"):
        given = {_ENDING[key.removeprefix(who)]: changed[key] for key in changed if _of(key, who)}
        if not given:
            continue
        before: Actor | None = getattr(base, who) if base else None
        try:
            fields[who] = _actor(given, before, parties)
        except CaseError as error:
            problems.append(f"{who}: {error}")
    return fields


def _of(key: str, who: str) -> bool:
    return key.startswith(who) and key.removeprefix(who) in _ENDING


def _actor(given: Mapping[str, str], before: Actor | None, parties: PartyList | None) -> Actor | None:
    """Return an actor after a change; another party brings its own name, and its speaker is another one.

    Whose words were taken out, and who is no other party now, is gone.
    """
    if before is not None and given.get("text") == "" and not given.get("party"):
        return None
    held = {name: (getattr(before, name) or "") if before else "" for name in _ENDING.values()}
    merged = held | dict(given)
    if not (merged["text"] or merged["party"] or merged["name"] or merged["person"]):
        return None
    if before is not None and "resolved_by" not in given:
        merged["resolved_by"] = "coder"
    party = given.get("party")
    if party and parties is not None:
        found = _named(party, parties)
        merged["party"], name = found.party or "", found.name or ""
        merged["name"] = given.get("name") or name
        merged["person"] = given.get("person") or found.person or ""
        if before is not None and not before.party:
            merged["person"] = merged["person"] or before.person or ""
        elif before is not None:
            merged["role"] = given.get("role") or ""
    elif party == "" and "name" not in given:
        merged["name"] = ""
    text = merged["text"] or merged["person"] or merged["name"] or merged["party"]
    return Actor(
        text,
        merged["party"] or None,
        merged["name"] or None,
        merged["person"] or None,
        merged["role"] or None,
        merged["resolved_by"] or "coder",
    )


def _named(words: str, parties: PartyList) -> Actor:
    """Return the party that was named, or a new one after 'new:'."""
    if words.lower().startswith("new:"):
        name = words[4:].strip()
        id_ = _SLUG.sub("_", name.lower()).strip("_")
        if not id_ or not id_[0].isalpha():
            raise CaseError(f"'{words}' names nobody; write 'new: ' and a name")
        return Actor(name, id_, name, resolved_by="coder")
    return parties.resolve(words)


def _places(moved: Mapping[str, tuple[Span, ...]], report: Report, problems: list[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for part, spans in moved.items():
        try:
            found = tuple(cite(report, span.start, span.end) for span in spans)
        except EvidenceError as error:
            problems.append(f"{part}: {error}")
            continue
        if part == "reasons":
            fields[part] = found
        else:
            fields["evidence" if part == "words" else part] = found[0] if found else None
    if "evidence" in fields and fields["evidence"] is None:
        problems.append("a statement needs words; reject it if it is none")
    if "cue" in fields and fields["cue"] is None:
        problems.append("a statement needs the words that show its act")
    return fields
