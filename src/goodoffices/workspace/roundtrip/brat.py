"""Findings as brat's standoff files: the text, and beside it one annotation a line.

References:
    Stenetorp et al. (2012), brat: a Web-based Tool for NLP-Assisted Text Annotation, EACL demonstrations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from goodoffices.reports.report import Report, Span
from goodoffices.statements.coded import Coded, encode
from goodoffices.statements.decisions import Finding
from goodoffices.statements.forms import FORMS, Form
from goodoffices.statements.statement import Manner, Modality
from goodoffices.workspace.roundtrip.incoming import named_at, note

ROLES = {
    "words": "Evidence",
    "content": "Content",
    "condition": "Condition",
    "reasons": "Reason",
    "actor": "Actor",
    "target": "Target",
    "beneficiary": "Beneficiary",
    "means": "Means",
    "source": "Source",
    "claimed_by": "Claimant",
}
"""Roles in an event by part; a statement's cue is the event's trigger, and so are the words of all else."""
SHOWN = ("negated", "modality", "manner")
"""Values that stand in lines of their own."""
_BREAKS = "\n\t\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""Signs at which a reader of lines or columns might break."""


def brat_files(
    reports: Iterable[Report], findings: Sequence[Finding], kinds: Sequence[str] = tuple(FORMS)
) -> dict[str, str]:
    """Return the files of a brat folder by name: two for each report, and the configuration.

    Offsets are code points. A place that runs over a line break is written as the pieces between the breaks.
    """
    forms = [FORMS[kind] for kind in kinds]
    files = {"annotation.conf": _annotation_conf(forms), "visual.conf": _visual_conf(forms)}
    for report in reports:
        own = [encode(one) for one in findings if one.evidence.report == report.id]
        files[f"{report.id}.txt"] = report.text
        files[f"{report.id}.ann"] = "".join(f"{line}\n" for line in _annotations(report, own))
    return files


def type_of(label: str) -> str:
    """Return a label as a type of brat, which has no blanks.

    Examples:
        >>> type_of("buys from")
        'buys_from'
    """
    return label.replace(" ", "_")


def trigger_of(form: Form) -> str:
    """Return the part of a finding that is the trigger of its event."""
    return "cue" if "cue" in form.parts else "words"


def roles_in_brat(form: Form) -> tuple[str, ...]:
    """Return the parts of a finding that are arguments of its event."""
    return tuple(part for part in ROLES if part in {*form.parts, *form.who} - {trigger_of(form)})


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


def _annotations(report: Report, findings: Sequence[Coded]) -> Iterator[str]:
    numbers = {letter: count(1) for letter in "TEAR#"}
    events = {one.id: f"E{next(numbers['E'])}" for one in findings}
    triggers: dict[tuple[str, Span], str] = {}

    def marked(type_: str, span: Span) -> tuple[str, str]:
        cut = pieces(report, span)
        places = ";".join(f"{piece.start} {piece.end}" for piece in cut)
        id_ = f"T{next(numbers['T'])}"
        return id_, f"{id_}\t{type_} {places}\t{' '.join(report.cut(piece) for piece in cut)}"

    for one in findings:
        shown = (type_of(one.label), one.spans[trigger_of(one.form)][0])
        # brat warns of two triggers of one type in one place; events may share it.
        if shown not in triggers:
            triggers[shown], line = marked(*shown)
            yield line
        arguments = []
        for part, spans in _parts(report, one):
            for number, span in enumerate(spans, start=1):
                id_, line = marked(ROLES[part], span)
                yield line
                arguments.append(f"{ROLES[part]}{number if number > 1 else ''}:{id_}")
        event = events[one.id]
        yield f"{event}\t{shown[0]}:{triggers[shown]} {' '.join(arguments)}"
        for name in SHOWN:
            if one.values.get(name):
                value = "" if name == "negated" else f" {one.values[name]}"
                yield f"A{next(numbers['A'])}\t{name} {event}{value}"
        yield f"#{next(numbers['#'])}\tAnnotatorNotes {event}\t{_note(report, one)}"
    for one in findings:
        for answered in one.values.get("answers", "").split():
            if answered in events:
                yield (f"R{next(numbers['R'])}\tanswers Arg1:{events[one.id]} Arg2:{events[answered]}")


def _parts(report: Report, one: Coded) -> Iterator[tuple[str, Sequence[Span]]]:
    for part in roles_in_brat(one.form):
        if part in one.form.who:
            place = named_at(report, one, part)
            yield part, [place] if place else []
        else:
            yield part, one.spans[part]


def _note(report: Report, one: Coded) -> str:
    """Return what brat has no line for, names that do not stand there, and all that is answered."""
    unplaced = {who for who in one.form.who if named_at(report, one, who) is None}
    return note(one, {one.form.label or "", *SHOWN, *one.form.who} - unplaced)


def _annotation_conf(forms: Sequence[Form]) -> str:
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
            *(f"{type_of(label)}\t{_arguments(form)}".rstrip() for form in forms for label in form.labels),
            "",
            "[attributes]",
            "negated\tArg:<EVENT>",
            f"modality\tArg:<EVENT>, Value:{modal}",
            f"manner\tArg:<EVENT>, Value:{'|'.join(Manner)}",
            "",
        ]
    )


def _arguments(form: Form) -> str:
    """Return the arguments of an event; only a statement's evidence is always there."""
    often = {"words": "", "reasons": "*"}
    return ", ".join(f"{ROLES[part]}{often.get(part, '?')}:{ROLES[part]}" for part in roles_in_brat(form))


def _visual_conf(forms: Sequence[Form]) -> str:
    types = [type_of(label) for form in forms for label in form.labels]
    return "\n".join(
        [
            "[labels]",
            *(f"{type_} | {type_} | {type_[:4]}" for type_ in types),
            "",
            "[drawing]",
            "Evidence\tbgColor:#eef2f7, borderColor:darken",
            "Actor\tbgColor:#ffd9a0",
            "Source\tbgColor:#ffd9a0",
            "Target\tbgColor:#ffe9c9",
            "Beneficiary\tbgColor:#ffe9c9",
            "Content\tbgColor:#cfe8cf",
            "negated\tglyph:✗, dashArray:3-3",
            "",
        ]
    )
