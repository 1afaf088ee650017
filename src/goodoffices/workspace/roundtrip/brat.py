"""Statements as brat's standoff files: the text, and beside it one annotation a line.

References:
    Stenetorp et al. (2012), brat: a Web-based Tool for NLP-Assisted Text Annotation, EACL demonstrations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.coded import Coded, encode
from goodoffices.statements.statement import Manner, Modality, Statement
from goodoffices.workspace.roundtrip.incoming import named_at, note

ROLES = {
    "words": "Evidence",
    "content": "Content",
    "condition": "Condition",
    "reasons": "Reason",
    "actor": "Actor",
    "target": "Target",
}
"""Roles in an event by part; the cue is the event's trigger."""
SHOWN = frozenset({"act", "negated", "modality", "manner", "actor", "target"})
"""Values that stand in lines of their own."""
_BREAKS = "\n\t\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Signs at which a reader of lines or columns might break."""


def brat_files(reports: Iterable[Report], statements: Sequence[Statement]) -> dict[str, str]:
    """Return the files of a brat folder by name: two for each report, and the configuration.

    Offsets are code points. A place that runs over a line break is written as the pieces between the breaks.
    """
    files = {"annotation.conf": _annotation_conf(), "visual.conf": _visual_conf()}
    for report in reports:
        own = [encode(one) for one in statements if one.evidence.report == report.id]
        files[f"{report.id}.txt"] = report.text
        files[f"{report.id}.ann"] = "".join(f"{line}\n" for line in _annotations(report, own))
    return files


def pieces(report: Report, span: Span) -> list[Span]:
    """Return a place as the pieces between line breaks and tabs."""
    found: list[Span] = []
    start: int | None = None
    for at in range(span.start, span.end + 1):
        breaks = at == span.end or report.text[at] in _BREAKS
        if breaks and start is not None:
            found.append(Span(start, at))
            start = None
        elif not breaks and start is None:
            start = at
    return found


def _annotations(report: Report, statements: Sequence[Coded]) -> Iterator[str]:
    numbers = {letter: count(1) for letter in "TEAR#"}
    events = {one.id: f"E{next(numbers['E'])}" for one in statements}
    triggers: dict[tuple[str, Span], str] = {}

    def marked(type_: str, span: Span) -> tuple[str, str]:
        cut = pieces(report, span)
        places = ";".join(f"{piece.start} {piece.end}" for piece in cut)
        id_ = f"T{next(numbers['T'])}"
        return id_, f"{id_}\t{type_} {places}\t{' '.join(report.cut(piece) for piece in cut)}"

    for one in statements:
        shown = (one.values["act"], one.spans["cue"][0])
        # brat warns of two triggers of one type in one place; events may share it.
        if shown not in triggers:
            triggers[shown], line = marked(*shown)
            yield line
        trigger = triggers[shown]
        arguments = []
        for part, spans in _parts(report, one):
            for number, span in enumerate(spans, start=1):
                id_, line = marked(ROLES[part], span)
                yield line
                arguments.append(f"{ROLES[part]}{number if number > 1 else ''}:{id_}")
        event = events[one.id]
        yield f"{event}\t{one.values['act']}:{trigger} {' '.join(arguments)}"
        if one.values["negated"]:
            yield f"A{next(numbers['A'])}\tnegated {event}"
        for name in ("modality", "manner"):
            if one.values[name]:
                yield f"A{next(numbers['A'])}\t{name} {event} {one.values[name]}"
        yield f"#{next(numbers['#'])}\tAnnotatorNotes {event}\t{_note(report, one)}"
    for one in statements:
        for answered in one.values["answers"].split():
            if answered in events:
                yield (f"R{next(numbers['R'])}\tanswers Arg1:{events[one.id]} Arg2:{events[answered]}")


def _parts(report: Report, one: Coded) -> Iterator[tuple[str, Sequence[Span]]]:
    for part in ROLES:
        if part in {"actor", "target"}:
            place = named_at(report, one, part)
            yield part, [place] if place else []
        else:
            yield part, one.spans[part]


def _note(report: Report, one: Coded) -> str:
    """Return what brat has no line for, names that do not stand there, and all that is answered."""
    unplaced = {who for who in ("actor", "target") if named_at(report, one, who) is None}
    return note(one, SHOWN - unplaced)


def _annotation_conf() -> str:
    roles = ", ".join(
        [
            "Evidence:Evidence",
            "Actor?:Actor",
            "Target?:Target",
            "Content?:Content",
            "Condition?:Condition",
            "Reason*:Reason",
        ]
    )
    modal = "|".join(one for one in Modality if one is not Modality.PLAIN)
    return "\n".join(
        [
            "[entities]",
            *ROLES.values(),
            "",
            "[relations]",
            # Without this, brat reports every place within another as a mistake.
            "<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>",
            "answers\tArg1:<EVENT>, Arg2:<EVENT>",
            "",
            "[events]",
            *(f"{act}\t{roles}" for act in Act),
            "",
            "[attributes]",
            "negated\tArg:<EVENT>",
            f"modality\tArg:<EVENT>, Value:{modal}",
            f"manner\tArg:<EVENT>, Value:{'|'.join(Manner)}",
            "",
        ]
    )


def _visual_conf() -> str:
    return "\n".join(
        [
            "[labels]",
            *(f"{act} | {act} | {act[:4]}" for act in Act),
            "",
            "[drawing]",
            "Evidence\tbgColor:#eef2f7, borderColor:darken",
            "Actor\tbgColor:#ffd9a0",
            "Target\tbgColor:#ffe9c9",
            "Content\tbgColor:#cfe8cf",
            "negated\tglyph:✗, dashArray:3-3",
            "",
        ]
    )
