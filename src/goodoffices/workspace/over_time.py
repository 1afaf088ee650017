"""Gather what parties said over time: from reports, case folders of one or several days, or a corpus."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar, cast

from goodoffices.errors import ReportError
from goodoffices.findings.stands import STANCES, Stand, stands_coded, stands_told
from goodoffices.findings.timeline import names_of
from goodoffices.reports.copies import find_copies
from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts_told import acts_told
from goodoffices.statements.combine import combine
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.jsonl import parse_finding
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.bundle import Bundle, is_case_folder, open_folder
from goodoffices.workspace.corpus.build import load_summary
from goodoffices.workspace.corpus.query import require_finished
from goodoffices.workspace.corpus.tables import table_path
from goodoffices.workspace.reading import Progress, read

Thing = TypeVar("Thing")
Take = Callable[[Sequence[Path]], tuple[Report, ...]]


@dataclass(frozen=True, slots=True)
class OverTime:
    """What is known of positions over time.

    Attributes:
        stands: Where parties stood.
        parties: Names of parties by id.
        issues: Names of issues by id.
        reading: The statements that the stands rest on.
        reports: The reports that they are from.
    """

    stands: tuple[Stand, ...]
    parties: Mapping[str, str]
    issues: Mapping[str, str]
    reading: Reading
    reports: tuple[Report, ...]


def gather(paths: Sequence[Path], take: Take, *, progress: Progress = iter) -> OverTime:
    """Return what parties said over time, or how cases code them.

    Args:
        paths: One corpus folder; or case folders, folders of case folders, reports and folders of reports.
        take: Reads reports from files and folders, and says what could not be read.
        progress: Wraps the reports as they are read.

    Raises:
        ReportError: Nothing can be read, or a corpus stands beside something else.
        CaseError: A case breaks rules.
        EvidenceError: Words are not in their report.
    """
    corpora = [path for path in paths if _is_corpus(path)]
    if corpora and len(paths) > 1:
        raise ReportError(f"{corpora[0]} is a corpus; give it alone, or give reports and case folders")
    if corpora:
        return _of_corpus(corpora[0])
    folders = [folder for path in paths for folder in _case_folders(path)]
    rest = [path for path in paths if not _case_folders(path)]
    bundles = _distinct([open_folder(folder) for folder in folders], [folder.name for folder in folders])
    parts = [bundle.reading for bundle in bundles]
    reports = [report for bundle in bundles for report in bundle.reports]
    if rest or not folders:
        fresh = _apart(take(rest), {report.id for report in reports})
        parts.append(read(fresh, progress=progress))
        reports += fresh
    return _told(combine(parts), tuple(reports), find_copies(reports), bundles)


def _is_corpus(path: Path) -> bool:
    return path.is_dir() and (load_summary(path) is not None or (path / "parts").is_dir())


def _case_folders(path: Path) -> tuple[Path, ...]:
    if is_case_folder(path):
        return (path,)
    return tuple(sorted(each for each in path.iterdir() if is_case_folder(each))) if path.is_dir() else ()


def _told(
    reading: Reading, reports: tuple[Report, ...], copies: Mapping[str, str], bundles: Sequence[Bundle]
) -> OverTime:
    gazetteer = load_gazetteer()
    acts = acts_told(reading, reports, gazetteer, copies)
    coded = [
        stand
        for bundle in bundles
        for stand in stands_coded(bundle.case, [one.id for one in bundle.reading.statements])
    ]
    if len(bundles) > 1 or not reports:
        coded = [dataclasses.replace(stand, because=()) for stand in coded]
    parties, issues = names_of(reading, [bundle.case for bundle in bundles])
    stands = (*stands_told(acts, reading, reports, gazetteer, copies), *coded)
    return OverTime(stands, parties, issues, reading, reports)


def _distinct(bundles: Sequence[Bundle], names: Sequence[str]) -> list[Bundle]:
    """Return cases whose reports have different ids; the same report in two cases is a copy of itself."""
    taken: set[str] = set()
    found = []
    for bundle, name in zip(bundles, names, strict=True):
        new = {report.id: _free(report.id, name, taken) for report in bundle.reports}
        found.append(
            Bundle(
                bundle.case,
                _renamed(bundle.reading, new),
                tuple(dataclasses.replace(report, id=new[report.id]) for report in bundle.reports),
            )
        )
    return found


def _apart(reports: Sequence[Report], taken: set[str]) -> list[Report]:
    return [dataclasses.replace(report, id=_free(report.id, "report", taken)) for report in reports]


def _free(id_: str, prefix: str, taken: set[str]) -> str:
    free, number = id_, 2
    while free in taken:
        free = f"{prefix}-{id_}" if number == 2 else f"{prefix}-{id_}-{number}"
        number += 1
    taken.add(free)
    return free


def _renamed(thing: Thing, new: Mapping[str, str]) -> Thing:
    """Return a reading with the ids of its reports changed."""
    if isinstance(thing, Evidence):
        return cast(Thing, dataclasses.replace(thing, report=new[thing.report]))
    if isinstance(thing, tuple):
        return cast(Thing, tuple(_renamed(each, new) for each in thing))
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        parts = {part.name: _renamed(getattr(thing, part.name), new) for part in dataclasses.fields(thing)}
        return dataclasses.replace(thing, **parts)
    return thing


def _of_corpus(folder: Path) -> OverTime:
    """Return what a corpus tells: its statements that take a position, and the reports they are from."""
    import duckdb  # noqa: PLC0415 - only corpora need it

    require_finished(folder)
    acts = [str(act) for act in STANCES]
    with duckdb.connect() as tables:
        for table in ("reports", "statements"):
            tables.read_parquet(str(table_path(folder, table))).create_view(table)
        rows = tables.execute(
            "SELECT report, date, title, publisher, media_type, text, copy_of, passages FROM reports "
            "WHERE report IN (SELECT report FROM statements WHERE list_contains(?, act))",
            [acts],
        ).fetchall()
        lines = tables.execute(
            "SELECT report, json FROM statements WHERE list_contains(?, act)", [acts]
        ).fetchall()
    reports = {row[0]: _report(row) for row in rows}
    by_report: dict[str, list[Statement]] = {id_: [] for id_ in reports}
    for report, line in lines:
        found = parse_finding(json.loads(line), {report: reports[report]}, f"{folder}/statements.parquet")
        by_report[report] += [found] if isinstance(found, Statement) else []
    readings = [Reading(tuple(_numbered(found))) for found in by_report.values()]
    copies = {row[0]: row[6] for row in rows if row[6]}
    return _told(combine(readings or [Reading()]), tuple(reports.values()), copies, ())


def _report(row: Sequence[Any]) -> Report:
    id_, date, title, publisher, media_type, text, _, passages = row
    spans = tuple(Span(start, end) for start, end in passages)
    return Report(id_, text, media_type, title, publisher, date, spans)


def _numbered(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements of one report numbered without gaps, answers to statements left out with them."""
    new = {one.id: f"s{number}" for number, one in enumerate(statements, start=1)}
    return [
        dataclasses.replace(one, id=new[one.id], answers=tuple(new[id_] for id_ in one.answers if id_ in new))
        for one in statements
    ]
