"""What a coder's file holds, before anything of it is taken over."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.coded import Coded
from goodoffices.statements.forms import ACTOR, FORMS, Form
from goodoffices.statements.verbatim import find_verbatim


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file, or a folder of files, holds.

    Attributes:
        coded: The findings.
        reports: Ids of the reports that were coded.
        problems: What cannot be taken, each with file and line.
        remarks: What was understood in a way that the coder should know.
        kinds: Kinds that were coded; one of them on a coded report that is not there was taken out.
    """

    coded: tuple[Coded, ...] = ()
    reports: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ("statement",)


@dataclass(slots=True)
class Gathering:
    """What one reader has gathered so far; it lives only inside that reader."""

    coded: list[Coded] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    kinds: set[str] = field(default_factory=lambda: {"statement"})

    def done(self) -> Incoming:
        """Return what was gathered."""
        return Incoming(
            tuple(self.coded),
            tuple(dict.fromkeys(self.reports)),
            tuple(self.problems),
            tuple(self.remarks),
            tuple(kind for kind in FORMS if kind in self.kinds | {one.kind for one in self.coded}),
        )


def note(coded: Coded, shown: Collection[str]) -> str:
    """Return what a tool has no place of its own for, as one line of JSON.

    Args:
        coded: The finding.
        shown: Values that the tool has a place for.
    """
    values = {name: value for name, value in coded.values.items() if value and name not in shown}
    text = json.dumps({"id": coded.id, **values}, ensure_ascii=False)
    return "".join(f"\\u{ord(sign):04x}" if len(f"{sign}|".splitlines()) > 1 else sign for sign in text)


def parse_note(text: str, where: str, form: Form) -> dict[str, str]:
    """Return the values of such a line.

    Args:
        text: The line.
        where: File and line, for messages.
        form: What it is on.

    Raises:
        CaseError: It is no line of JSON with texts, or holds a value that nothing of this form has.
    """
    try:
        record: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CaseError(
            f'{where}: the note is not JSON ({error}); write it like {{"actor_party": "russia"}}'
        ) from error
    if not isinstance(record, dict) or not all(isinstance(value, str) for value in record.values()):
        raise CaseError(f"{where}: the note is no JSON object of texts")
    unknown = [name for name in record if name not in {"id", *form.values}]
    if unknown:
        raise CaseError(
            f"{where}: '{unknown[0]}' is no value of {form.called}; values are {', '.join(form.values)}"
        )
    return dict(record)


def named_at(report: Report, coded: Coded, who: str) -> Span | None:
    """Return where the words for somebody who is named stand, in the passage of the finding if at all.

    Args:
        report: The report.
        coded: The finding.
        who: Who is named, such as 'actor'.
    """
    words, near = coded.values[who], coded.spans["words"][0]
    if not words.strip():
        return None
    around = [one for one in report.passages if one.start <= near.start < one.end]
    for within in (near, *around):
        found = find_verbatim(report, words, within=within)
        if found is not None and report.cut(found) == words:
            return found
    return None


@dataclass(frozen=True, slots=True)
class Answers:
    """What a statement answers, as a tool shows it.

    Attributes:
        related: Ids to which a relation leads.
        here: Ids of all statements that a relation could lead to.
    """

    related: Sequence[str]
    here: Collection[str]

    def order(self, noted: Sequence[str]) -> list[str]:
        """Return the ids, in the order noted where the relations say the same."""
        if set(self.related) == set(noted) & set(self.here):
            return list(noted)
        return [*filter(None, self.related), *(id_ for id_ in noted if id_ not in self.here)]


@dataclass(frozen=True, slots=True)
class Marked:
    """What a coder marked in a tool that marks places, as one finding.

    Attributes:
        form: What it is made of.
        where: File and line.
        values: What was said of it, and its id.
        places: The marked places by part, those of who is named included.
        answers: What it answers.
    """

    form: Form
    where: str
    values: Mapping[str, str]
    places: Mapping[str, Sequence[Span]]
    answers: Answers


def assembled(report: Report, marked: Marked) -> tuple[Coded, tuple[str, ...]]:
    """Return the finding that was put together from marked places, and what was understood freely."""
    form, places, where = marked.form, marked.places, marked.where
    spans = {part: tuple(sorted(places.get(part, ()))) for part in form.parts}
    spans["words"] = spans["words"] or tuple(sorted(span for found in places.values() for span in found))
    if "cue" in spans:
        spans["cue"] = spans["cue"] or spans["words"]
    remarks = []
    for part, found in spans.items():
        if part != "reasons" and len(found) > 1:
            remarks.append(f"{where}: {part} in {len(found)} pieces; the stretch over all is taken")
            spans[part] = (Span(found[0].start, max(one.end for one in found)),)
    if "reasons" in spans:
        spans["reasons"] = tuple(places.get("reasons", ()))
    known = dict(marked.values)
    for who in form.who:
        named = places.get(who)
        if named:
            known[who] = report.text[named[0].start : named[-1].end]
        elif who not in known:
            known = {f"{who}{ending}": "" for ending in ACTOR} | known
    if "answers" in form.values:
        known["answers"] = " ".join(marked.answers.order(known.get("answers", "").split()))
    id_ = known.pop("id", "")
    values = {name: text for name, text in known.items() if name in form.values}
    return Coded(id_, report.id, where, values, spans, form.kind), tuple(remarks)


def roles_of(form: Form) -> tuple[str, ...]:
    """Return what a finding of this form has places of, besides its own."""
    return (*form.parts[1:], *form.who)


def same_text(where: str, text: str, report: Report) -> str | None:
    """Return what is wrong with a tool's copy of a report's text; None if nothing is."""
    if text == report.text:
        return None
    at = next(
        (at for at, (one, other) in enumerate(zip(text, report.text, strict=False)) if one != other),
        min(len(text), len(report.text)),
    )
    return (
        f"{where}: its text differs from report '{report.id}' from character {at} on "
        f"({text[at : at + 20]!r}, not {report.text[at : at + 20]!r}); code the text as it was exported"
    )


def among(reports: Mapping[str, Report], id_: str, where: str) -> Report:
    """Return a report by its id.

    Raises:
        CaseError: There is none.
    """
    if id_ not in reports:
        raise CaseError(f"{where}: there is no report '{id_}'; reports are {', '.join(reports) or 'none'}")
    return reports[id_]
