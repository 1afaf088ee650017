"""Findings as tasks of Label Studio, and back.

Label Studio counts code points since 2021, and counted the halves of UTF-16 before; both are read, told apart
by the words. (HumanSignal/label-studio, issue 1008 and pull request 1559.)
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.sax.saxutils import quoteattr

from goodoffices.reports.report import Report, Span
from goodoffices.statements.coded import Coded, encode
from goodoffices.statements.decisions import Finding
from goodoffices.statements.forms import FORMS, Form
from goodoffices.statements.statement import Manner, Modality
from goodoffices.workspace.roundtrip.incoming import named_at, note, roles_of

ROLES = tuple(dict.fromkeys(role for form in FORMS.values() for role in roles_of(form)))
"""Labels of places that belong to a finding; the finding's own place bears its act or kind."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "negated": ("yes",),
    "modality": tuple(one for one in Modality if one is not Modality.PLAIN),
    "manner": tuple(Manner),
}
FREE = (
    *("actor_party", "actor_person", "source_party", "target_party", "target_person", "claimed_by_party"),
    *("beneficiary_party", "name", "year", "of", "parties", "issues", "date"),
)
"""Values that are written into a field of a region."""
LISTS: Mapping[str, str] = {"issues": " ", "parties": "; "}
"""Fields in which several lines are several values, and what parts them; else the last line counts."""
COLOURS = {"statement": "#2f6f9f", "relation": "#8a4f9e"}
"""Colours of labels by kind."""


def label_studio_files(
    reports: Iterable[Report], findings: Sequence[Finding], kinds: Sequence[str] = tuple(FORMS)
) -> dict[str, str]:
    """Return the files for a Label Studio project by name: its tasks and its labelling interface.

    Each report is a task, and what was found stands there as a prediction for the coder to correct. The
    task's data say which kinds of findings are coded.
    """
    tasks = []
    for number, report in enumerate(reports, start=1):
        own = [encode(one) for one in findings if one.evidence.report == report.id]
        regions = list(_regions(report, own))
        data = {"report": report.id, "title": report.title or report.id, "kinds": " ".join(kinds)}
        tasks.append(
            {
                "id": number,
                "data": data | {"text": report.text},
                "predictions": [{"model_version": "goodoffices", "result": regions}],
            }
        )
    return {
        "tasks.json": json.dumps(tasks, ensure_ascii=False, indent=1) + "\n",
        "labels.xml": _interface([FORMS[kind] for kind in kinds]),
    }


def fields_of(form: Form) -> tuple[str, ...]:
    """Return the values of a finding that have a field or a choice of their own."""
    return tuple(name for name in (*CHOICES, *FREE) if name in form.values)


def _regions(report: Report, findings: Sequence[Coded]) -> Iterator[dict[str, Any]]:
    ids = {one.id for one in findings}
    for one in findings:
        own = one.spans["words"][0]
        unplaced = {who for who in one.form.who if named_at(report, one, who) is None}
        shown = {one.form.label or "", *fields_of(one.form), *one.form.who} - unplaced
        region = _labelled(report, one.id, own, one.label)
        yield region | {"meta": {"text": [note(one, shown)]}}
        for name in fields_of(one.form):
            if not one.values[name]:
                continue
            if name in CHOICES:
                yield _field(report, one.id, own, name, "choices", {"choices": [one.values[name]]})
            else:
                yield _field(report, one.id, own, name, "textarea", {"text": [one.values[name]]})
        for role in roles_of(one.form):
            for number, span in enumerate(_places(report, one, role), start=1):
                id_ = f"{one.id}.{role}" + (f".{number}" if number > 1 else "")
                yield _labelled(report, id_, span, role)
                yield _relation(one.id, id_, role)
        for answered in one.values.get("answers", "").split():
            if answered in ids:
                yield _relation(one.id, answered, "answers")


def _places(report: Report, one: Coded, role: str) -> Sequence[Span]:
    if role not in one.form.who:
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


def _interface(forms: Sequence[Form]) -> str:
    """Return the labelling interface: acts, kinds and roles as labels, values as fields of a region.

    A field is shown only while a region is selected whose label has it.
    """
    roles = [role for role in ROLES if any(role in roles_of(form) for form in forms)]
    colours = {label: COLOURS.get(form.kind, "#4f8a5b") for form in forms for label in form.labels}
    colours |= dict.fromkeys(roles, "#c98a2b")
    lines = [
        "<View>",
        '  <Header value="$title"/>',
        "  <Relations>",
        *(f"    <Relation value={quoteattr(role)}/>" for role in (*roles, "answers")),
        "  </Relations>",
        '  <Labels name="part" toName="text">',
        *(f'    <Label value={quoteattr(label)} background="{colours[label]}"/>' for label in colours),
        "  </Labels>",
        '  <Text name="text" value="$text" granularity="symbol"/>',
    ]
    for name in (*CHOICES, *FREE):
        labels = ",".join(label for form in forms if name in form.values for label in form.labels)
        if labels:
            lines += _control(name, labels)
    return "\n".join([*lines, "</View>", ""])


def _control(name: str, labels: str) -> Iterator[str]:
    yield f'  <View visibleWhen="region-selected" whenTagName="part" whenLabelValue={quoteattr(labels)}>'
    yield f'    <Header value="{name}" size="5"/>'
    if name in CHOICES:
        yield f'    <Choices name="{name}" toName="text" perRegion="true" choice="single">'
        yield from (f"      <Choice value={quoteattr(value)}/>" for value in CHOICES[name])
        yield "    </Choices>"
    else:
        once = "" if name in LISTS else ' maxSubmissions="1"'
        yield f'    <TextArea name="{name}" toName="text" perRegion="true" editable="true"{once}/>'
    yield "  </View>"
