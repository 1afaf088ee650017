"""Read what a coder made in brat."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.forms import FORMS, Form, form_labelled
from goodoffices.workspace.cells import read_bytes
from goodoffices.workspace.roundtrip.brat import ROLES, SHOWN, pieces, roles_in_brat, trigger_of
from goodoffices.workspace.roundtrip.incoming import (
    Answers,
    Gathering,
    Incoming,
    Marked,
    among,
    assembled,
    parse_note,
    same_text,
)

_PLACES = re.compile(r"\d{1,12} \d{1,12}(;\d{1,12} \d{1,12})*")
_PART = {role: part for part, role in ROLES.items()}


_NOTED = ("date", "issues", "name", "year", "of", "parties")
"""Values that are nothing where a note is silent on them."""


@dataclass(slots=True)
class _Event:
    """An event and what other lines say of it; it grows while one file is read."""

    where: str
    label: str
    form: Form
    trigger: str
    arguments: list[tuple[str, str]]
    values: dict[str, str] = field(default_factory=dict)
    answers: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _File:
    """The lines of one file, by id; it grows as they are read."""

    report: Report
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    events: dict[str, _Event] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)


def read_brat(path: Path, reports: Mapping[str, Report]) -> Incoming:
    """Read a brat folder, or one annotation file of it.

    Args:
        path: The folder, or an `.ann` file.
        reports: The reports by id; a file's name is the id of its report.

    Raises:
        CaseError: There is no annotation file.
    """
    files = sorted(path.glob("*.ann")) if path.is_dir() else [path]
    if not files:
        raise CaseError(f"{path} has no .ann file; name the folder that brat works on")
    gathering = Gathering()
    for file in files:
        try:
            report = among(reports, file.stem, str(file))
            _read_file(file, report, gathering)
        except CaseError as error:
            gathering.problems.append(str(error))
    return gathering.done()


def _read_file(path: Path, report: Report, gathering: Gathering) -> None:
    beside = path.with_suffix(".txt")
    if beside.exists():
        wrong = same_text(str(beside), _text(beside), report)
        if wrong:
            raise CaseError(wrong)
    file = _File(report)
    later = []
    for number, line in enumerate(_text(path).split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        fields = line.rstrip("\r").split("\t")
        if fields[0][:1] == "T":
            _take(file, _textbound, fields, where)
        else:
            later.append((fields, where))
    for letters, take in (("E", _event), ("AMR#", _about)):
        for fields, where in later:
            if fields[0] and fields[0][0] in letters:
                _take(file, take, fields, where)
    file.problems += [
        f"{where}: a line beginning with {fields[0][:10]!r} is nothing that brat writes"
        for fields, where in later
        if not fields[0] or fields[0][0] not in "EAMR#*N"
    ]
    gathering.reports.append(report.id)
    gathering.kinds |= _kinds(path.with_name("annotation.conf"))
    for id_ in file.events:
        _gather(file, id_, gathering)
    gathering.problems += file.problems


def _kinds(path: Path) -> set[str]:
    """Return the kinds of findings that a folder is configured for."""
    types = [line.partition("\t")[0] for line in _text(path).split("\n")] if path.exists() else []
    forms = [form_labelled(type_.replace("_", " ")) for type_ in types]
    return {form.kind for form in forms if form is not None}


def _take(file: _File, take: Callable[[_File, list[str], str], None], fields: list[str], where: str) -> None:
    try:
        take(file, fields, where)
    except CaseError as error:
        file.problems.append(str(error))


def _textbound(file: _File, fields: list[str], where: str) -> None:
    if len(fields) < 3 or not _PLACES.fullmatch(fields[1].partition(" ")[2]):
        raise CaseError(
            f"{where}: no text-bound annotation, which looks like T1, tab, Actor 0 6, tab, Moscow"
        )
    if fields[0] in file.spans:
        raise CaseError(f"{where}: {fields[0]} is given twice")
    report = file.report
    places = [tuple(map(int, one.split())) for one in fields[1].partition(" ")[2].split(";")]
    if any(not 0 <= start < end <= len(report.text) for start, end in places):
        raise CaseError(f"{where}: a place is empty or outside the text of {len(report.text)} code points")
    spans = [Span(start, end) for start, end in places]
    found = " ".join(report.cut(piece) for span in spans for piece in pieces(report, span))
    if " ".join(fields[2].split()) != " ".join(found.split()):
        raise CaseError(f"{where}: report '{report.id}' has {found[:60]!r} there, not {fields[2][:60]!r}")
    file.spans[fields[0]] = tuple(_joined(report, spans))


def _joined(report: Report, spans: list[Span]) -> list[Span]:
    """Return places with those joined that only white space parts."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and not report.text[joined[-1].end : span.start].strip():
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _event(file: _File, fields: list[str], where: str) -> None:
    words = fields[1].split() if len(fields) > 1 else []
    pairs = [word.partition(":") for word in words]
    if not pairs or any(not mark or not value for _, mark, value in pairs):
        raise CaseError(f"{where}: no event; it is written like E1, tab, reject:T1 Evidence:T2 Actor:T3")
    label = pairs[0][0].replace("_", " ")
    form = form_labelled(label) or FORMS["statement"]
    arguments = []
    for role, _, target in pairs[1:]:
        part = _PART.get(role.rstrip("0123456789"))
        if part not in roles_in_brat(form):
            known = ", ".join(ROLES[one] for one in roles_in_brat(form))
            raise CaseError(f"{where}: '{role}' is no role of {form.called}; roles are {known or 'none'}")
        arguments.append((part, target))
    for target in (pairs[0][2], *(target for _, target in arguments)):
        if target not in file.spans:
            raise CaseError(f"{where}: {target} is no text-bound annotation of this file that can be read")
    if fields[0] in file.events:
        raise CaseError(f"{where}: {fields[0]} is given twice")
    file.events[fields[0]] = _Event(where, label, form, pairs[0][2], arguments)


def _about(file: _File, fields: list[str], where: str) -> None:
    """Take an attribute, a relation or a note; those on anything but events say nothing of a statement."""
    words = fields[1].split() if len(fields) > 1 else []
    if fields[0][0] == "R":
        ends = [word.partition(":")[2] for word in words[1:]]
        if words[:1] != ["answers"] or len(ends) != 2 or any(end not in file.events for end in ends):
            raise CaseError(f"{where}: the only relation is answers, from one event to another")
        file.events[ends[0]].answers.append(ends[1])
        return
    if len(words) < 2 or words[1] not in file.events:
        return
    event = file.events[words[1]]
    if fields[0][0] == "#":
        note = fields[2] if len(fields) > 2 else ""
        if words[0] == "AnnotatorNotes" and note.lstrip().startswith("{"):
            event.values = parse_note(note, where, event.form) | event.values
        return
    if words[0] not in SHOWN:
        raise CaseError(f"{where}: '{words[0]}' is no attribute; attributes are {', '.join(SHOWN)}")
    event.values[words[0]] = "yes" if words[0] == "negated" else " ".join(words[2:])


def _gather(file: _File, id_: str, gathering: Gathering) -> None:
    event = file.events[id_]
    form = event.form
    places: dict[str, tuple[Span, ...]] = {trigger_of(form): file.spans[event.trigger]}
    for part, target in event.arguments:
        places[part] = (*places.get(part, ()), *file.spans[target])
    # What else an event says stands in its note; without one, nothing was said of it.
    said = {"negated", "modality", *(_NOTED if "id" in event.values else ())}
    values = {name: "" for name in form.values if name in said} | event.values
    values |= {form.label: event.label} if form.label else {}
    here = {one.values["id"] for one in file.events.values() if "id" in one.values}
    related = [file.events[other].values.get("id", "") for other in event.answers]
    marked = Marked(form, event.where, values, places, Answers(related, here))
    coded, remarks = assembled(file.report, marked)
    gathering.coded.append(coded)
    gathering.remarks += remarks


def _text(path: Path) -> str:
    try:
        return read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise CaseError(f"{path} is not UTF-8 at byte {error.start}; save it as UTF-8") from error
