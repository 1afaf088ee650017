"""Statements as tasks of Label Studio, and back.

Label Studio counts code points since 2021, and counted the halves of UTF-16 before; both are read, told apart
by the words. (HumanSignal/label-studio, issue 1008 and pull request 1559.)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.coded import Coded, encode
from goodoffices.statements.statement import Manner, Modality, Statement
from goodoffices.workspace.roundtrip.incoming import named_at, note

ROLES = ("cue", "content", "condition", "reasons", "actor", "target")
"""Labels of places that belong to a statement; the statement's own place bears its act."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "negated": ("yes",),
    "modality": tuple(one for one in Modality if one is not Modality.PLAIN),
    "manner": tuple(Manner),
}
FREE = ("actor_party", "actor_person", "target_party", "target_person", "issues", "date")
"""Values that are written into a field of a region."""
LISTS = frozenset({"issues"})
"""Fields in which several lines are several values; of the others the last line counts."""
SHOWN = frozenset({"act", *CHOICES, *FREE, "actor", "target"})


def label_studio_files(reports: Iterable[Report], statements: Sequence[Statement]) -> dict[str, str]:
    """Return the files for a Label Studio project by name: its tasks and its labelling interface.

    Each report is a task, and what was found stands there as a prediction for the coder to correct.
    """
    tasks = []
    for number, report in enumerate(reports, start=1):
        own = [encode(one) for one in statements if one.evidence.report == report.id]
        regions = list(_regions(report, own))
        tasks.append(
            {
                "id": number,
                "data": {"report": report.id, "title": report.title or report.id, "text": report.text},
                "predictions": [{"model_version": "goodoffices", "result": regions}],
            }
        )
    return {
        "tasks.json": json.dumps(tasks, ensure_ascii=False, indent=1) + "\n",
        "labels.xml": _interface(),
    }


def _regions(report: Report, statements: Sequence[Coded]) -> Iterator[dict[str, Any]]:
    ids = {one.id for one in statements}
    for one in statements:
        own = one.spans["words"][0]
        unplaced = {who for who in ("actor", "target") if named_at(report, one, who) is None}
        region = _labelled(report, one.id, own, one.values["act"])
        yield region | {"meta": {"text": [note(one, SHOWN - unplaced)]}}
        for name in CHOICES:
            if one.values[name]:
                yield _field(report, one.id, own, name, "choices", {"choices": [one.values[name]]})
        for name in FREE:
            if one.values[name]:
                yield _field(report, one.id, own, name, "textarea", {"text": [one.values[name]]})
        for role in ROLES:
            for number, span in enumerate(_places(report, one, role), start=1):
                id_ = f"{one.id}.{role}" + (f".{number}" if number > 1 else "")
                yield _labelled(report, id_, span, role)
                yield _relation(one.id, id_, role)
        for answered in one.values["answers"].split():
            if answered in ids:
                yield _relation(one.id, answered, "answers")


def _places(report: Report, one: Coded, role: str) -> Sequence[Span]:
    if role not in {"actor", "target"}:
        return one.spans[role]
    place = named_at(report, one, role)
    return [place] if place else []


def _labelled(report: Report, id_: str, span: Span, label: str) -> dict[str, Any]:
    return {
        "id": id_,
        "from_name": "part",
        "to_name": "text",
        "type": "labels",
        "value": {"start": span.start, "end": span.end, "text": report.cut(span), "labels": [label]},
    }


def _field(
    report: Report, id_: str, span: Span, name: str, type_: str, value: Mapping[str, Any]
) -> dict[str, Any]:
    place = {"start": span.start, "end": span.end, "text": report.cut(span)}
    return {
        "id": id_,
        "from_name": name,
        "to_name": "text",
        "type": type_,
        "value": place | dict(value),
    }


def _relation(one: str, other: str, label: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": one, "to_id": other, "direction": "right", "labels": [label]}


def _interface() -> str:
    """Return the labelling interface: acts and roles as labels, values as fields of a statement's region."""
    lines = [
        "<View>",
        '  <Header value="$title"/>',
        "  <Relations>",
        *(f"    <Relation value={quoteattr(role)}/>" for role in (*ROLES, "answers")),
        "  </Relations>",
        '  <Labels name="part" toName="text">',
        *(f'    <Label value={quoteattr(act)} background="#2f6f9f"/>' for act in Act),
        *(f'    <Label value={quoteattr(role)} background="#c98a2b"/>' for role in ROLES),
        "  </Labels>",
        '  <Text name="text" value="$text" granularity="symbol"/>',
    ]
    lines.append('  <View visibleWhen="region-selected" whenTagName="part">')
    for name, values in CHOICES.items():
        lines.append(f'    <Header value="{name}" size="5"/>')
        lines.append(f'    <Choices name="{name}" toName="text" perRegion="true" choice="single">')
        lines += [f"      <Choice value={quoteattr(value)}/>" for value in values]
        lines.append("    </Choices>")
    for name in FREE:
        once = "" if name in LISTS else ' maxSubmissions="1"'
        lines.append(f'    <Header value="{name}" size="5"/>')
        lines.append(f'    <TextArea name="{name}" toName="text" perRegion="true" editable="true"{once}/>')
    return "\n".join([*lines, "  </View>", "</View>", ""])
