"""What a person's words come to: steps of a review, singly or from a file of decisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from goodoffices.errors import CaseError, EvidenceError, GoodofficesError
from goodoffices.statements.amend import amend, new_finding
from goodoffices.statements.decisions import Finding, Verdict, findings
from goodoffices.statements.forms import FORMS
from goodoffices.statements.jsonl import json_object
from goodoffices.statements.lexicon import issue_taxonomy
from goodoffices.statements.statement import Statement
from goodoffices.workspace.cells import read_bytes, read_table
from goodoffices.workspace.review import Review, Step, free_id, present

VERDICTS = (Verdict.ACCEPT, Verdict.REJECT, Verdict.EDIT, Verdict.ADD)
"""What a file of decisions can say."""
COLUMNS = tuple(
    dict.fromkeys(
        ("id", "verdict", "why", "report", "type", *(name for form in FORMS.values() for name in form.fields))
    )
)
"""Columns, or keys, of a file of decisions."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """One line of a file of decisions.

    Attributes:
        where: File and line.
        values: Its columns that hold something.
    """

    where: str
    values: Mapping[str, str]


def accept(review: Review, id_: str, by: str) -> Step:
    """Return the step by which a finding, or a model's proposal, stands as it is.

    Raises:
        CaseError: There is no such finding.
    """
    found = named(review, id_)
    if not isinstance(found, Statement):
        return Step(Verdict.ACCEPT, found, found)
    if found in review.proposals:
        return Step(Verdict.ACCEPT, None, replace(found, id=free_id(review), confirmed_by=by), found)
    return Step(Verdict.ACCEPT, found, replace(found, confirmed_by=by))


def reject(review: Review, id_: str) -> Step:
    """Return the step by which a finding, or a model's proposal, is none.

    Raises:
        CaseError: There is no such finding.
    """
    found = named(review, id_)
    if isinstance(found, Statement) and found in review.proposals:
        return Step(Verdict.REJECT, None, None, found)
    return Step(Verdict.REJECT, found, None)


def edit(review: Review, id_: str, changes: Mapping[str, str], by: str) -> Step:
    """Return the step by which a finding, or a model's proposal, stands in another form.

    Raises:
        CaseError: There is no such finding, nothing changes, or a change is not possible.
    """
    found = named(review, id_)
    after = amend(found, review.reports[found.evidence.report], changes, review.parties)
    if after == found:
        raise CaseError(f"'{id_}' would stay as it is; say what changes, or accept it")
    check_references(review, after, found)
    if isinstance(found, Statement) and found in review.proposals:
        return Step(Verdict.EDIT, None, confirmed(replace(after, id=free_id(review)), by), found)
    return Step(Verdict.EDIT, found, confirmed(after, by))


def add(review: Review, report: str, changes: Mapping[str, str], by: str, kind: str = "statement") -> Step:
    """Return the step by which a finding is added that nobody had found.

    Raises:
        CaseError: There is no such report or kind, or something is missing or not possible.
    """
    if not report and len(review.reports) == 1:
        report = next(iter(review.reports))
    if report not in review.reports:
        raise CaseError(f"there is no report '{report}'; reports are {', '.join(review.reports)}")
    if kind not in FORMS:
        raise CaseError(f"type '{kind}' is none; types are {', '.join(FORMS)}")
    found = new_finding(kind, free_id(review, kind), review.reports[report], changes, review.parties)
    check_references(review, found, None)
    return Step(Verdict.ADD, None, by_coder(found, by))


def confirmed(finding: Finding, by: str) -> Finding:
    """Return a finding that says who let it stand, if it is one that can say so."""
    return replace(finding, confirmed_by=by) if isinstance(finding, Statement) else finding


def by_coder(finding: Finding, by: str) -> Finding:
    """Return a finding that says which coder found it, if it is one that can say so."""
    return replace(finding, rule="coder", confirmed_by=by) if isinstance(finding, Statement) else finding


def check_references(review: Review, after: Finding, before: Finding | None) -> None:
    """Check that the issues and statements that a finding names are there, or were named before.

    Raises:
        CaseError: One is not.
    """
    allowed = {issue.id for issue in issue_taxonomy()} | set(review.issues)
    allowed |= {issue for one in findings(review.reading) for issue in getattr(one, "issues", ())}
    unknown = [issue for issue in getattr(after, "issues", ()) if issue not in allowed]
    if unknown:
        raise CaseError(f"'{unknown[0]}' is no issue; issues are {', '.join(sorted(allowed))}")
    there = {one.id for one in review.reading.statements} | {*_referred(before)}
    lost = [id_ for id_ in _referred(after) if id_ not in there]
    if lost:
        verb = "answers" if isinstance(after, Statement) else "belongs to"
        raise CaseError(f"it {verb} '{lost[0]}', which is no statement")


def _referred(finding: Finding | None) -> tuple[str, ...]:
    """Return the statements that a finding refers to."""
    of = getattr(finding, "of", None)
    return (*getattr(finding, "answers", ()), *((of,) if of else ()))


def ruled(review: Review, ruling: Ruling, by: str) -> Step:
    """Return the step that a line of a file of decisions comes to.

    Raises:
        CaseError: It cannot be taken; names file and line.
    """
    values = dict(ruling.values)
    id_, verdict, report = (values.pop(name, "") for name in ("id", "verdict", "report"))
    kind = values.pop("type", "")
    why = values.pop("why", "")
    try:
        if values and verdict.lower() not in {"edit", "add"}:
            raise CaseError(f"'{next(iter(values))}' is given, but the verdict is '{verdict}'; write edit")
        match verdict.lower():
            case "accept":
                step = accept(review, id_, by)
            case "reject":
                step = reject(review, id_)
            case "edit":
                step = edit(review, id_, values, by)
            case "add":
                step = add(review, report, values, by, kind or "statement")
            case _:
                raise CaseError(f"verdict '{verdict}' is none; write {', '.join(VERDICTS)}")
        return replace(step, why=why)
    except GoodofficesError as error:
        raise CaseError(f"{ruling.where}: {error}") from error


def read_rulings(path: Path) -> tuple[Ruling, ...]:
    """Read a file of decisions: a table (.csv, .xlsx) or JSON lines (.jsonl), with `COLUMNS`.

    Raises:
        CaseError: The file cannot be read, or has a column or key that no decision has.
    """
    if path.suffix.lower() == ".jsonl":
        return _json_rulings(path)
    table = read_table(path)
    _check_columns(table.heading, table.where)
    return tuple(
        Ruling(
            line.where,
            {name: cell.text for name, cell in zip(table.heading, line.cells, strict=True) if cell.text},
        )
        for line in table.lines
    )


def _json_rulings(path: Path) -> tuple[Ruling, ...]:
    found = []
    text = read_bytes(path).decode("utf-8", "replace")
    for number, line in enumerate(text.split("\n"), start=1):
        where = f"{path}:{number}"
        if not line.strip():
            continue
        try:
            record = json_object(line, where, what="a decision", way_out="mend the line")
        except EvidenceError as error:
            raise CaseError(str(error)) from error
        if not all(isinstance(value, str | bool) for value in record.values()):
            raise CaseError(f"{where}: a decision is a JSON object of texts, not {line[:40]!r}")
        _check_columns(record, where)
        said = {True: "yes", False: "no"}
        values = {key: said[value] if isinstance(value, bool) else value for key, value in record.items()}
        found.append(Ruling(where, {key: value for key, value in values.items() if value}))
    return tuple(found)


def _check_columns(names: Mapping[str, object] | tuple[str, ...], where: str) -> None:
    unknown = [name for name in names if name not in COLUMNS]
    if unknown:
        raise CaseError(
            f"{where}: '{unknown[0]}' is no column of decisions; columns are {', '.join(COLUMNS)}"
        )


def named(review: Review, id_: str) -> Finding:
    """Return the finding or the open proposal with an id.

    Raises:
        CaseError: There is none.
    """
    found = present(review, id_)
    if found is None:
        if id_ in review.done():
            raise CaseError(f"'{id_}' was rejected; undo that decision first")
        raise CaseError(f"there is no finding '{id_}'; 'goodoffices read' lists the findings")
    return found
