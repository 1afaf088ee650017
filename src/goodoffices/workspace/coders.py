"""Coders and what they coded, from case folders and from the files of their tools."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from goodoffices.case.case import Case
from goodoffices.case.parse import parse_case_bytes
from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.jsonl import parse_reading
from goodoffices.statements.statement import Statement
from goodoffices.workspace.case_folder import CASE, REPORTS, STATEMENTS, load_sources
from goodoffices.workspace.cells import read_bytes
from goodoffices.workspace.roundtrip.taking_over import statements_of
from goodoffices.workspace.roundtrip.transfer import Tool, read_in, tool_of


@dataclass(frozen=True, slots=True)
class Coder:
    """A coder.

    Attributes:
        name: Name of the folder or file.
        statements: What they coded.
        reports: The reports that they coded, by id.
        case: Their case, where there is one.
    """

    name: str
    statements: tuple[Statement, ...]
    reports: tuple[str, ...]
    case: Case | None = None


def load_coders(paths: Sequence[Path]) -> tuple[tuple[Coder, ...], Mapping[str, Report]]:
    """Return coders and the reports that all of them coded.

    Args:
        paths: For each coder a case folder, a file of statements (.jsonl), or a file or folder of brat, Label
            Studio, a table or spaCy. Files without reports of their own are compared with those of a case
            folder among the others.

    Raises:
        CaseError: Fewer than two coders, no report that all coded, reports that differ, or a file that cannot
            be taken; everything wrong is listed.
    """
    if len(paths) < 2:
        raise CaseError(f"agreement needs two coders; {len(paths)} named")
    folders = {path: load_sources(path) for path in paths if _is_folder(path)}
    reports: dict[str, Report] = {}
    known: dict[str, Statement] = {}
    for path, (own, reading) in folders.items():
        for report in own:
            if reports.setdefault(report.id, report).text != report.text:
                raise CaseError(f"{path}: report '{report.id}' has another text than in the folder before")
        known = known or {one.id: one for one in (reading.statements if reading else ())}
    reports = reports or _own_reports(paths)
    names = _names(paths)
    coders = tuple(
        _from_folder(name, path, folders[path][0], reports)
        if path in folders
        else _from_file(name, path, reports, known)
        for name, path in zip(names, paths, strict=True)
    )
    common = {id_: report for id_, report in reports.items() if all(id_ in one.reports for one in coders)}
    if not common:
        raise CaseError("there is no report that all coded; agreement needs the same reports")
    return coders, common


def _is_folder(path: Path) -> bool:
    return path.is_dir() and ((path / REPORTS).is_dir() or (path / CASE).exists())


def _names(paths: Sequence[Path]) -> list[str]:
    """Return short names, the whole paths where two would be the same."""
    names = [path.name or str(path) for path in paths]
    return names if len(set(names)) == len(names) else [str(path) for path in paths]


def _from_folder(name: str, path: Path, own: Sequence[Report], reports: Mapping[str, Report]) -> Coder:
    statements = _lines(path / STATEMENTS, reports)
    file = path / CASE
    case = parse_case_bytes(read_bytes(file), name=str(file)) if file.exists() else None
    return Coder(name, statements, tuple(report.id for report in own), case)


def _from_file(name: str, path: Path, reports: Mapping[str, Report], known: Mapping[str, Statement]) -> Coder:
    if path.suffix == ".jsonl":
        return Coder(name, _lines(path, reports), tuple(reports))
    incoming = read_in(tool_of(path), path, reports, known)
    statements, problems = statements_of(incoming, reports, load_gazetteer(), known)
    if problems:
        raise CaseError("\n".join([f"{path} cannot be taken:", *problems]))
    return Coder(name, statements, incoming.reports)


def _lines(path: Path, reports: Mapping[str, Report]) -> tuple[Statement, ...]:
    try:
        text = read_bytes(path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise CaseError(f"{path} is not UTF-8 at byte {error.start}; restore it") from error
    return parse_reading(text, reports.values(), name=str(path)).statements


def _own_reports(paths: Sequence[Path]) -> dict[str, Report]:
    """Return the reports that coders' files bring along, where no case folder has any."""
    found: dict[str, Report] = {}
    for path in paths:
        tool = tool_of(path) if path.suffix != ".jsonl" else None
        if tool is Tool.BRAT:
            for file in sorted(path.glob("*.txt")) if path.is_dir() else [path.with_suffix(".txt")]:
                _keep(found, file.stem, read_bytes(file).decode("utf-8", "replace"))
        elif tool is Tool.LABEL_STUDIO:
            file = path / "tasks.json" if path.is_dir() else path
            for id_, text in _tasks(file):
                _keep(found, id_, text)
    if not found:
        raise CaseError("these files have no reports with them; name a case folder as one of the coders")
    return found


def _keep(found: dict[str, Report], id_: str, text: str) -> None:
    if text and id_ not in found:
        found[id_] = Report(id_, text, passages=(Span(0, len(text)),))


def _tasks(path: Path) -> list[tuple[str, str]]:
    try:
        tasks: Any = json.loads(read_bytes(path).decode("utf-8-sig"))
        return [(str(task["data"]["report"]), str(task["data"]["text"])) for task in tasks]
    except (ValueError, RecursionError, KeyError, TypeError) as error:
        raise CaseError(f"{path} holds no Label Studio tasks with report and text ({error!r})") from error
