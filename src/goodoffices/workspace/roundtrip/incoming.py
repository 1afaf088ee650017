"""What a coder's file holds, before anything of it is taken over."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.coded import ACTOR, PARTS, VALUES, Coded
from goodoffices.statements.verbatim import find_verbatim


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file, or a folder of files, holds.

    Attributes:
        coded: The statements.
        reports: Ids of the reports that were coded; a statement of theirs that is not there was taken out.
        problems: What cannot be taken, each with file and line.
        remarks: What was understood in a way that the coder should know.
    """

    coded: tuple[Coded, ...] = ()
    reports: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(slots=True)
class Gathering:
    """What one reader has gathered so far; it lives only inside that reader."""

    coded: list[Coded] = field(default_factory=list)
    reports: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def done(self) -> Incoming:
        """Return what was gathered."""
        return Incoming(
            tuple(self.coded),
            tuple(dict.fromkeys(self.reports)),
            tuple(self.problems),
            tuple(self.remarks),
        )


def note(coded: Coded, shown: Collection[str]) -> str:
    """Return what a tool has no place of its own for, as one line of JSON.

    Args:
        coded: The statement.
        shown: Values that the tool has a place for.
    """
    values = {name: value for name, value in coded.values.items() if value and name not in shown}
    text = json.dumps({"id": coded.id, **values}, ensure_ascii=False)
    return "".join(f"\\u{ord(sign):04x}" if len(f"{sign}|".splitlines()) > 1 else sign for sign in text)


def parse_note(text: str, where: str) -> dict[str, str]:
    """Return the values of such a line.

    Raises:
        CaseError: It is no line of JSON with texts, or holds a value that no statement has.
    """
    try:
        record: Any = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise CaseError(
            f'{where}: the note is not JSON ({error}); write it like {{"actor_party": "russia"}}'
        ) from error
    if not isinstance(record, dict) or not all(isinstance(value, str) for value in record.values()):
        raise CaseError(f"{where}: the note is no JSON object of texts")
    unknown = [name for name in record if name not in {"id", *VALUES}]
    if unknown:
        raise CaseError(f"{where}: '{unknown[0]}' is no value of a statement; values are {', '.join(VALUES)}")
    return dict(record)


def named_at(report: Report, coded: Coded, who: str) -> Span | None:
    """Return where the words for an actor or a target stand, in the passage of the statement if at all.

    Args:
        report: The report.
        coded: The statement.
        who: 'actor' or 'target'.
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


def assembled(
    report: Report,
    where: str,
    values: Mapping[str, str],
    places: Mapping[str, Sequence[Span]],
    answers: Answers,
) -> tuple[Coded, tuple[str, ...]]:
    """Return a statement that was put together from marked places, and what was understood freely.

    Args:
        report: The report.
        where: File and line.
        values: What was said of it, and its id.
        places: The marked places by part, those of actor and target included.
        answers: What it answers.
    """
    spans = {part: tuple(sorted(places.get(part, ()))) for part in PARTS}
    spans["words"] = spans["words"] or tuple(sorted(span for found in places.values() for span in found))
    spans["cue"] = spans["cue"] or spans["words"]
    remarks = []
    for part in PARTS:
        if part != "reasons" and len(spans[part]) > 1:
            remarks.append(f"{where}: {part} in {len(spans[part])} pieces; the stretch over all is taken")
            spans[part] = (Span(spans[part][0].start, max(one.end for one in spans[part])),)
    spans["reasons"] = tuple(places.get("reasons", ()))
    known = dict(values)
    for who in ("actor", "target"):
        found = places.get(who)
        if found:
            known[who] = report.text[found[0].start : found[-1].end]
        elif who not in known:
            known = {f"{who}{ending}": "" for ending in ACTOR} | known
    known["answers"] = " ".join(answers.order(known.get("answers", "").split()))
    return Coded(known.pop("id", ""), report.id, where, known, spans), tuple(remarks)


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
