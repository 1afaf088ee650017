"""Statements as tables: one row a statement, its words as they stand in the report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.amend import requote
from goodoffices.statements.coded import PARTS, VALUES, Coded, encode
from goodoffices.statements.statement import Statement
from goodoffices.statements.verbatim import fold
from goodoffices.workspace.cells import Cell, read_table, write_table
from goodoffices.workspace.roundtrip.incoming import Gathering, Incoming, among

COLUMNS = (
    "id",
    "report",
    "words",
    "actor",
    "actor_party",
    "actor_person",
    "act",
    "negated",
    "modality",
    "target",
    "target_party",
    "target_person",
    "cue",
    "content",
    "condition",
    "reasons",
    "issues",
    "answers",
    "date",
    "manner",
    "actor_role",
    "target_role",
    "actor_name",
    "target_name",
    "actor_by",
    "target_by",
    "rule",
    "confirmed_by",
    "places",
)
"""Columns, those that coders work on first; `places` holds where the words stand."""
BETWEEN = " || "
"""Parts several reasons in a cell."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n|]")
_PLACE = re.compile(r"(\w+) (\d{1,12})-(\d{1,12})")


def write_statements(path: Path, reports: Mapping[str, Report], statements: Sequence[Statement]) -> None:
    """Write statements as a CSV file or a workbook.

    In a CSV file, a text that a sheet program would take for a formula gets an apostrophe in front, which
    reading takes away again.

    Raises:
        CaseError: The ending is neither .csv nor .xlsx, or a text cannot stand in a workbook.
        BriefError: The place cannot be written to.
    """
    guard = guarded if path.suffix.lower() == ".csv" else str
    lines = [
        [guard(cells[name]) for name in COLUMNS]
        for cells in (_cells(encode(one), reports[one.evidence.report]) for one in statements)
    ]
    write_table(path, COLUMNS, lines)


def guarded(text: str) -> str:
    """Return a text that no sheet program takes for a formula.

    Examples:
        >>> guarded("=1+1"), guarded("'=1"), guarded("No")
        ("'=1+1", "''=1", 'No')
    """
    return "'" + text if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """Return the text that was guarded.

    Examples:
        >>> unguarded("'=1+1"), unguarded("''=1"), unguarded("'No'")
        ('=1+1', "'=1", "'No'")
    """
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def read_statements(path: Path, reports: Mapping[str, Report], known: Mapping[str, Statement]) -> Incoming:
    """Read a table of statements.

    Words that were not changed stay where they are; others are looked for near there, else in the report.

    Args:
        path: The CSV file or workbook.
        reports: The reports by id.
        known: The statements as they are, by id.

    Raises:
        CaseError: The file is no table, or has a column that no statement has.
    """
    table = read_table(path)
    unknown = [name for name in table.heading if name not in COLUMNS]
    if unknown:
        raise CaseError(
            f"{table.where}: '{unknown[0]}' is no column of statements; columns are {', '.join(COLUMNS)}"
        )
    gathering = Gathering()
    csv = path.suffix.lower() == ".csv"
    for line in table.lines:
        cells = {
            name: Cell(unguarded(cell.text) if csv else cell.text, cell.where)
            for name, cell in zip(table.heading, line.cells, strict=True)
        }
        try:
            coded = _coded(cells, line.where, reports, known)
            gathering.coded.append(coded)
            gathering.reports.append(coded.report)
        except CaseError as error:
            gathering.problems.append(str(error))
    return gathering.done()


def _cells(one: Coded, report: Report) -> dict[str, str]:
    places = [f"{part} {span.start}-{span.end}" for part in PARTS for span in one.spans[part]]
    return {
        "id": one.id,
        "report": one.report,
        "places": "; ".join(places),
        **one.values,
        **{part: BETWEEN.join(report.cut(span) for span in one.spans[part]) for part in PARTS},
    }


def _coded(
    cells: Mapping[str, Cell], where: str, reports: Mapping[str, Report], known: Mapping[str, Statement]
) -> Coded:
    id_ = cells["id"].text if "id" in cells else ""
    base = known.get(id_)
    name = cells["report"].text if "report" in cells else ""
    if not name:
        name = base.evidence.report if base else next(iter(reports)) if len(reports) == 1 else ""
    report = among(reports, name, cells["report"].where if "report" in cells else where)
    if base is not None and base.evidence.report != name:
        raise CaseError(f"{cells['report'].where}: statement '{id_}' is of report '{base.evidence.report}'")
    before = encode(base) if base else None
    as_it_was = _cells(before, report) if before else {}
    values = {
        key: cell.text
        for key, cell in cells.items()
        if key in VALUES and (before is None or _plain(cell.text) != _plain(as_it_was[key]))
    }
    spans = {}
    noted = _noted(cells.get("places", Cell("", "")).text, report)
    near = before.spans["words"][0] if before else None
    for part in PARTS:
        if part in cells and (before is None or fold(cells[part].text) != fold(as_it_was[part])):
            spans[part] = _spans(cells[part], part, report, noted, near)
            near = spans[part][0] if part == "words" and spans[part] else near
    if before is None and not spans.get("cue"):
        spans["cue"] = spans.get("words", ())
    return Coded(id_, name, where, values, spans)


def _plain(text: str) -> str:
    return " ".join(text.split())


def _noted(text: str, report: Report) -> dict[str, list[Span]]:
    """Return the places that are noted, as far as they are places in the report."""
    found: dict[str, list[Span]] = {}
    for part, first, last in _PLACE.findall(text):
        start, end = int(first), int(last)
        if start < end <= len(report.text):
            found.setdefault(part, []).append(Span(start, end))
    return found


def _spans(
    cell: Cell, part: str, report: Report, noted: Mapping[str, Sequence[Span]], near: Span | None
) -> tuple[Span, ...]:
    if not cell.text:
        return ()
    there = noted.get(part, ())
    if there and fold(BETWEEN.join(report.cut(span) for span in there)) == fold(cell.text):
        return tuple(there)
    spans = []
    for words in cell.text.split(BETWEEN.strip()) if part == "reasons" else [cell.text]:
        span = requote(report, words, near)
        if span is None:
            raise CaseError(
                f"{cell.where}: {part} {words.strip()[:60]!r} is not in report '{report.id}'; copy the words "
                "as they stand there"
            )
        spans.append(span)
    return tuple(spans)
