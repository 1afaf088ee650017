"""Findings as tables, one for each kind: a row a finding, its words as they stand in the report."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.amend import requote
from goodoffices.statements.coded import Coded, encode
from goodoffices.statements.decisions import Finding
from goodoffices.statements.forms import FORMS, form_of
from goodoffices.statements.statement import Manner, Modality, RelationKind
from goodoffices.statements.verbatim import fold
from goodoffices.workspace.cells import Cell, Table, read_table, write_table
from goodoffices.workspace.roundtrip.incoming import Gathering, Incoming, among
from goodoffices.workspace.sheet_layout import Layout
from goodoffices.workspace.sheets import read_sheets, write_sheets

_STATEMENT = (
    *("id", "report", "words", "actor", "actor_party", "actor_person", "act", "negated", "modality"),
    *("target", "target_party", "target_person", "cue", "content", "condition", "reasons", "issues"),
    *("answers", "date", "manner", "actor_role", "target_role", "actor_name", "target_name", "actor_by"),
    *("target_by", "beneficiary", "beneficiary_party", "beneficiary_person", "beneficiary_role"),
    *("beneficiary_name", "beneficiary_by", "rule", "confirmed_by", "places"),
)
COLUMNS: Mapping[str, tuple[str, ...]] = {
    kind: _STATEMENT
    if kind == "statement"
    else ("id", "report", "words", *form.values, *form.parts[1:], "places")
    for kind, form in FORMS.items()
}
"""Columns by kind, those that coders work on first; `places` holds where the words stand."""
WIDTHS = dict.fromkeys(("words", "content", "condition", "reasons", "means"), 50) | {"places": 20, "id": 7}
"""Widths of columns in letters, where they are not usual ones."""
CHOICES: Mapping[str, tuple[str, ...]] = {
    "act": tuple(Act),
    "modality": tuple(Modality),
    "manner": tuple(Manner),
    "kind": tuple(RelationKind),
    "negated": ("yes", "no"),
}
"""What a cell of a column may hold, for a list to choose from."""
HIDDEN = frozenset(
    {
        *(f"{who}_{what}" for who in ("actor", "target", "beneficiary") for what in ("role", "name", "by")),
        *("source_role", "source_name", "source_by", "claimed_by_role", "claimed_by_name", "claimed_by_by"),
        *("places", "rule", "manner"),
    }
)
"""Columns that the import needs and coders do not; a sheet program shows them when asked."""
BETWEEN = " || "
"""Parts several reasons in a cell."""
_FORMULA = re.compile(r"'*[=+\-@\t\r\n|]")
_PLACE = re.compile(r"(\w+) (\d{1,12})-(\d{1,12})")


def write_findings(
    path: Path,
    reports: Mapping[str, Report],
    findings: Sequence[Finding],
    kinds: Sequence[str] = tuple(FORMS),
) -> tuple[Path, ...]:
    """Write findings as a workbook with a sheet for each kind, or as a CSV file for each; return the files.

    In a CSV file, a text that a sheet program would take for a formula gets an apostrophe in front, which
    reading takes away again.

    Raises:
        CaseError: A text cannot stand in a workbook.
        BriefError: The place cannot be written to.
    """
    csv = path.suffix.lower() == ".csv"
    guard = guarded if csv else str
    tables = {}
    for kind in kinds:
        own = [encode(one) for one in findings if form_of(one).kind == kind]
        cells = [_cells(one, reports[one.report]) for one in own]
        tables[kind] = (COLUMNS[kind], [[guard(one[name]) for name in COLUMNS[kind]] for one in cells])
    if not csv:
        sheets = {FORMS[kind].plural: table for kind, table in tables.items()}
        write_sheets(path, sheets, Layout(WIDTHS, CHOICES, HIDDEN))
        return (path,)
    for kind, (heading, lines) in tables.items():
        write_table(beside(path, kind), heading, lines, marked=True)
    return tuple(beside(path, kind) for kind in kinds)


def beside(path: Path, kind: str) -> Path:
    """Return the CSV file for a kind of findings beside that for statements.

    Examples:
        >>> beside(Path("talks.csv"), "relation").name
        'talks.relations.csv'
    """
    return path if kind == "statement" else path.with_suffix(f".{FORMS[kind].plural}{path.suffix}")


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


def read_findings(path: Path, reports: Mapping[str, Report], known: Mapping[str, Finding]) -> Incoming:
    """Read tables of findings: a workbook, or a CSV file with those beside it.

    Words that were not changed stay where they are; others are looked for near there, else in the report. A
    column that a coder put in is passed over; what looks like a column misspelt is refused.

    Args:
        path: The CSV file or workbook.
        reports: The reports by id.
        known: The findings as they are, by id.

    Raises:
        CaseError: A file is no table, or has a column that looks like one misspelt.
    """
    gathering = Gathering(kinds=set())
    csv = path.suffix.lower() == ".csv"
    for kind, table in _tables(path).items():
        gathering.kinds.add(kind)
        used = _used(table, COLUMNS[kind], gathering.remarks)
        for line in table.lines:
            cells = {
                name: Cell(unguarded(cell.text) if csv else cell.text, cell.where)
                for name, cell in zip(table.heading, line.cells, strict=True)
                if name in used
            }
            try:
                coded = _coded(kind, cells, line.where, reports, known)
                gathering.coded.append(coded)
                gathering.reports.append(coded.report)
            except CaseError as error:
                gathering.problems.append(str(error))
    return gathering.done()


def _tables(path: Path) -> dict[str, Table]:
    """Return the tables by kind; a sheet or a file by another name holds statements."""
    if path.suffix.lower() == ".csv":
        kind = next((kind for kind, form in FORMS.items() if path.stem.endswith(f".{form.plural}")), None)
        if kind is not None:
            return {kind: read_table(path)}
        there = [kind for kind in FORMS if kind == "statement" or beside(path, kind).exists()]
        return {kind: read_table(beside(path, kind)) for kind in there}
    sheets = read_sheets(path, [form.plural for form in FORMS.values()])
    found = {kind: sheets[form.plural] for kind, form in FORMS.items() if form.plural in sheets}
    return found or {"statement": read_table(path)}


def _used(table: Table, columns: Sequence[str], remarks: list[str]) -> list[str]:
    """Return the columns that are ours."""
    if "verdict" in table.heading and "places" not in table.heading:
        raise CaseError(
            f"{table.where} has a column 'verdict', so it is a table of decisions and not of findings; "
            "'goodoffices review FOLDER --decide FILE' takes it"
        )
    used = [name for name in table.heading if name in columns]
    lacking = [name for name in columns if name not in used]
    for name in table.heading:
        if name in columns:
            continue
        near = difflib.get_close_matches(name.strip().lower(), lacking, n=1)
        if near or not used:
            raise CaseError(
                f"{table.where}: '{name}' is no column of findings"
                f"{f'; did you mean {near[0]}?' if near else ''}; columns are {', '.join(columns)}"
            )
        remarks.append(f"{table.where}: column '{name}' is none of ours and is passed over")
    return used


def _cells(one: Coded, report: Report) -> dict[str, str]:
    parts = one.form.parts
    places = [f"{part} {span.start}-{span.end}" for part in parts for span in one.spans[part]]
    return {
        "id": one.id,
        "report": one.report,
        "places": "; ".join(places),
        **one.values,
        **{part: BETWEEN.join(report.cut(span) for span in one.spans[part]) for part in parts},
    }


def _coded(
    kind: str,
    cells: Mapping[str, Cell],
    where: str,
    reports: Mapping[str, Report],
    known: Mapping[str, Finding],
) -> Coded:
    form = FORMS[kind]
    id_ = cells["id"].text if "id" in cells else ""
    base = known.get(id_)
    base = base if base is not None and form_of(base) is form else None
    name = cells["report"].text if "report" in cells else ""
    if not name:
        name = base.evidence.report if base else next(iter(reports)) if len(reports) == 1 else ""
    report = among(reports, name, cells["report"].where if "report" in cells else where)
    if base is not None and base.evidence.report != name:
        raise CaseError(f"{cells['report'].where}: {kind} '{id_}' is of report '{base.evidence.report}'")
    before = encode(base) if base else None
    as_it_was = _cells(before, report) if before else {}
    values = {
        key: cell.text
        for key, cell in cells.items()
        if key in form.values and (before is None or _plain(cell.text) != _plain(as_it_was[key]))
    }
    spans = {}
    noted = _noted(cells.get("places", Cell("", "")).text, report)
    near = before.spans["words"][0] if before else None
    for part in form.parts:
        if part in cells and (before is None or fold(cells[part].text) != fold(as_it_was[part])):
            spans[part] = _spans(cells[part], part, report, noted, near)
            near = spans[part][0] if part == "words" and spans[part] else near
    if before is None and "cue" in form.parts and not spans.get("cue"):
        spans["cue"] = spans.get("words", ())
    return Coded(id_, name, where, values, spans, kind)


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
