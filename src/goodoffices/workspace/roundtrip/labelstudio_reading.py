"""Read what a coder made in Label Studio."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.forms import FORMS, Form, form_labelled
from goodoffices.statements.verbatim import fold
from goodoffices.workspace.cells import read_bytes
from goodoffices.workspace.roundtrip.incoming import (
    Answers,
    Gathering,
    Incoming,
    Marked,
    among,
    assembled,
    parse_note,
    roles_of,
    same_text,
)
from goodoffices.workspace.roundtrip.labelstudio import CHOICES, FREE, LISTS, ROLES, fields_of

_ALL = "labels"


@dataclass(slots=True)
class _Region:
    """A labelled place and the fields that belong to it; it grows while one task is read."""

    where: str
    label: str
    form: Form
    span: Span
    values: dict[str, str] = field(default_factory=dict)
    roles: list[tuple[str, str]] = field(default_factory=list)


def read_label_studio(path: Path, reports: Mapping[str, Report]) -> Incoming:
    """Read tasks as Label Studio exports them (JSON).

    The last annotation of a task counts, and its prediction where nobody has annotated it. A task that was
    skipped, or that is exported without annotation and with no more than the number of its prediction, was
    not coded.

    Args:
        path: The file, or a folder with `tasks.json`.
        reports: The reports by id; a task names its report in its data.

    Raises:
        CaseError: The file is no list of tasks.
    """
    file = path / "tasks.json" if path.is_dir() else path
    try:
        tasks: Any = json.loads(read_bytes(file).decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CaseError(f"{file} is not JSON in UTF-8 ({error}); export it as JSON") from error
    if not isinstance(tasks, list):
        raise CaseError(f"{file} is no list of tasks; export it from Label Studio as JSON, not JSON-MIN")
    gathering = Gathering()
    for number, task in enumerate(tasks, start=1):
        where = f"{file}, task {number}"
        try:
            _read_task(task, where, reports, gathering)
        except CaseError as error:
            gathering.problems.append(str(error))
        except (KeyError, TypeError, IndexError, AttributeError, ValueError) as error:
            gathering.problems.append(f"{where}: it does not have the form of a task ({error!r})")
    return gathering.done()


def _read_task(task: Any, where: str, reports: Mapping[str, Report], gathering: Gathering) -> None:  # noqa: ANN401 - JSON has no narrower type
    if "data" not in task:
        raise CaseError(f"{where}: it has no data; export it as JSON, not as JSON-MIN")
    data = task["data"]
    name = data.get("report", next(iter(reports)) if len(reports) == 1 else "")
    report = among(reports, name, where)
    wrong = same_text(where, data["text"], report)
    if wrong:
        raise CaseError(wrong)
    results = _results(task, where, gathering.remarks)
    if results is None:
        return
    gathering.reports.append(report.id)
    gathering.kinds |= set(str(data.get("kinds", "")).split()) & set(FORMS)
    regions: dict[str, _Region] = {}
    for number, result in enumerate(results, start=1):
        if result["type"] == _ALL:
            spot = f"{where}, region {number}"
            try:
                regions[result["id"]] = _region(result, report, spot)
            except CaseError as error:
                gathering.problems.append(str(error))
    for number, result in enumerate(results, start=1):
        spot = f"{where}, region {number}"
        try:
            _about(result, regions, spot)
        except CaseError as error:
            gathering.problems.append(str(error))
    _gather(regions, report, gathering)


def _results(task: Mapping[str, Any], where: str, remarks: list[str]) -> list[Any] | None:
    """Return the regions that count; None where nobody has coded the task."""
    given = task.get("annotations") or []
    made = [one for one in given if not one.get("was_cancelled")]
    if len(made) > 1:
        remarks.append(f"{where}: it has {len(made)} annotations; the last is taken")
    if not given:
        # An export of tasks without annotations names predictions by their numbers only.
        made = [one for one in task.get("predictions") or [] if not isinstance(one, int)]
    if not made:
        remarks.append(f"{where}: nobody has annotated it, so that nothing of its report is changed")
        return None
    return list(made[-1]["result"])


def _region(result: Mapping[str, Any], report: Report, where: str) -> _Region:
    value = result["value"]
    labels = value["labels"]
    span = _place(report, int(value["start"]), int(value["end"]), value.get("text"), where)
    label = str(labels[0])
    region = _Region(where, label, form_labelled(label) or FORMS["statement"], span)
    note = (result.get("meta") or {}).get("text") or []
    note = "".join(note) if isinstance(note, list) else str(note)
    if note.lstrip().startswith("{"):
        region.values = parse_note(note, where, region.form)
    return region


def _place(report: Report, start: int, end: int, words: str | None, where: str) -> Span:
    """Return a place in code points, whichever unit it is given in."""
    if not isinstance(words, str) or not words:
        raise CaseError(f"{where}: it has no text, so that nothing can be compared; export with the text")
    said = {fold(words), fold(words.replace("\\n", " "))}
    for first, last in ((start, end), (_points(report.text, start), _points(report.text, end))):
        if 0 <= first < last <= len(report.text) and fold(report.text[first:last]) in said:
            return Span(first, last)
    raise CaseError(
        f"{where}: report '{report.id}' has {report.text[start:end][:60]!r} at {start} to {end}, "
        f"not {words[:60]!r}"
    )


def _points(text: str, halves: int) -> int:
    """Return an offset in code points for one in halves of UTF-16."""
    encoded = text.encode("utf-16-le")[: 2 * max(halves, 0)]
    return len(encoded.decode("utf-16-le", "ignore"))


def _about(result: Mapping[str, Any], regions: Mapping[str, _Region], where: str) -> None:
    """Take a relation, a choice or a field."""
    if result["type"] == "relation":
        labels = result.get("labels") or []
        one, other = regions.get(result["from_id"]), regions.get(result["to_id"])
        if one is None or other is None:
            raise CaseError(f"{where}: a relation leads to a region that is not there or cannot be read")
        role = labels[0] if labels else other.label
        if role not in {*ROLES, "answers"}:
            raise CaseError(f"{where}: '{role}' is no relation; relations are {', '.join(ROLES)}, answers")
        one.roles.append((role, result["to_id"]))
        return
    region, name, value = regions.get(result["id"]), result["from_name"], result["value"]
    if region is None or result["type"] == _ALL:
        return
    if name in CHOICES:
        region.values[name] = " ".join(value["choices"])
    elif name in FREE:
        lines = [value["text"]] if isinstance(value["text"], str) else value["text"]
        region.values[name] = LISTS.get(name, "").join(lines if name in LISTS else lines[-1:])


def _gather(regions: Mapping[str, _Region], report: Report, gathering: Gathering) -> None:
    used = {target for region in regions.values() for role, target in region.roles if role != "answers"}
    for id_, region in regions.items():
        if region.label in ROLES:
            if id_ not in used:
                gathering.problems.append(
                    f"{region.where}: this {region.label} belongs to nothing; draw a relation to it from a "
                    "statement or another finding"
                )
            continue
        try:
            coded, remarks = assembled(report, _marked(region, regions))
        except CaseError as error:
            gathering.problems.append(str(error))
            continue
        gathering.coded.append(coded)
        gathering.remarks += remarks


def _marked(region: _Region, regions: Mapping[str, _Region]) -> Marked:
    form = region.form
    places: dict[str, tuple[Span, ...]] = {"words": (region.span,)}
    for role, target in region.roles:
        if role == "answers":
            continue
        if role not in roles_of(form):
            raise CaseError(
                f"{region.where}: {form.called} has no {role}; it has {', '.join(roles_of(form)) or 'none'}"
            )
        places[role] = (*places.get(role, ()), regions[target].span)
    values = dict.fromkeys(fields_of(form), "") | region.values
    values |= {form.label: region.label} if form.label else {}
    related = [regions[to].values.get("id", "") for role, to in region.roles if role == "answers"]
    here = {one.values.get("id", "") for one in regions.values()}
    return Marked(form, region.where, values, places, Answers(related, here))
