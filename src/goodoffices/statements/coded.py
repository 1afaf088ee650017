"""Findings as coders' tools hold them: plain values and places in the text, in and out.

A value or a place that is not given stays as it was, so that a tool which knows less than we do takes
nothing away.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar, overload

from goodoffices.errors import CaseError, EvidenceError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.coded_values import ATTRIBUTES, Given, actor_of, made, text_of
from goodoffices.statements.decisions import Finding
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.forms import ACTOR, FORMS, Form, form_of
from goodoffices.statements.party_list import PartyList
from goodoffices.statements.statement import Manner

Kept = TypeVar("Kept", bound=Finding)
"""A kind of finding, which a change keeps."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A finding as a tool holds it.

    Attributes:
        id: Its id; empty for one that the coder added.
        report: Id of the report.
        where: File and line or cell, for messages.
        values: Some of the values that its form has.
        spans: Places of some of the parts that its form has.
        kind: Which form it has.
    """

    id: str
    report: str
    where: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)
    kind: str = "statement"

    @property
    def form(self) -> Form:
        """Return what it is made of."""
        return FORMS[self.kind]

    @property
    def label(self) -> str:
        """Return what tools label it with."""
        return self.values[self.form.label] if self.form.label else self.kind


def encode(finding: Finding) -> Coded:
    """Return a finding as plain values and places."""
    form = form_of(finding)
    named = {f"{who}{ending}": (who, ending) for who in form.who for ending in ACTOR}
    values = {}
    for name in form.values:
        who, ending = named.get(name, ("", ""))
        actor = getattr(finding, who) if who else None
        value = getattr(actor, ATTRIBUTES[ending]) if actor else None
        values[name] = (value or "") if who else text_of(getattr(finding, name))
    spans = {part: tuple(map(_trimmed, evidence_of(finding, part))) for part in form.parts}
    return Coded(finding.id, finding.evidence.report, values=values, spans=spans, kind=form.kind)


def _trimmed(evidence: Evidence) -> Span:
    """Return a place without white space at its ends, which no tool keeps."""
    words = evidence.exact
    start = evidence.start + len(words) - len(words.lstrip())
    return Span(start, max(start + len(words.strip()), start + 1))


def evidence_of(finding: Finding, part: str) -> tuple[Evidence, ...]:
    """Return the words of a part of a finding, none where it has none."""
    found = getattr(finding, _field(part))
    if found is None:
        return ()
    return found if isinstance(found, tuple) else (found,)


@overload
def decode(coded: Coded, report: Report, base: Kept, parties: PartyList | None) -> Kept: ...


@overload
def decode(coded: Coded, report: Report, base: Finding | None, parties: PartyList | None) -> Finding: ...


def decode(coded: Coded, report: Report, base: Finding | None, parties: PartyList | None) -> Finding:
    """Return the finding that a tool holds.

    Args:
        coded: What the tool holds.
        report: The report.
        base: The finding as it is now; None for a new one.
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
    fields = _values(coded.form, changed, Given(report, base, parties), problems)
    fields |= _places(moved, report, problems)
    fields = _whole(coded, fields, problems) if base is None else fields
    problems += [
        f"{coded.form.called} needs {what}"
        for name, what in coded.form.needed.items()
        if name in fields and not fields[name]
    ]
    if problems:
        raise CaseError("; ".join(problems))
    try:
        return replace(base, **fields) if base else coded.form.type(**fields)
    except EvidenceError as error:
        raise CaseError(f"{error}; its words must hold its cue and its reasons") from error


def _whole(coded: Coded, fields: dict[str, Any], problems: list[str]) -> dict[str, Any]:
    """Return the fields of a new finding, those included that have to be given although they may be none."""
    form = coded.form
    asked = [name for name in (form.label, *form.needed) if name]
    order = [name for name in form.type.__slots__ if name in asked]
    missing = [name for name in order if not fields.get(name)]
    if missing and not problems:
        problems.append(f"a new {coded.kind} needs {', '.join(missing)}")
    open_: dict[str, Any] = {"manner": Manner.INDIRECT} if form.kind == "statement" else {}
    open_ |= {"target": None} if "target" in form.who else {}
    return {"id": coded.id, **open_, **{name: fields[name] for name in fields if name not in missing}}


def _values(form: Form, changed: Mapping[str, str], given: Given, problems: list[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for name in form.values:
        who = next((one for one in form.who if name in {f"{one}{ending}" for ending in ACTOR}), None)
        if name not in changed or (name == "manner" and not changed[name]) or who in fields:
            continue
        try:
            if who is None:
                fields[name] = made(name, changed[name], given)
            else:
                fields[who] = actor_of(changed, who, given)
        except CaseError as error:
            problems.append(f"{who}: {error}" if who else str(error))
            fields |= {who: ...} if who else {}
    return fields


def _places(moved: Mapping[str, tuple[Span, ...]], report: Report, problems: list[str]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for part, spans in moved.items():
        try:
            found = tuple(cite(report, span.start, span.end) for span in spans)
        except EvidenceError as error:
            problems.append(f"{part}: {error}")
            continue
        fields[_field(part)] = found if part == "reasons" else found[0] if found else None
    return fields


def _field(part: str) -> str:
    return "evidence" if part == "words" else part
