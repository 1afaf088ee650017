"""Findings out to a coder's tool, and a coder's file in, whichever tool it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from goodoffices.errors import BriefError, CaseError
from goodoffices.reports.report import Report
from goodoffices.statements.decisions import Finding
from goodoffices.statements.forms import FORMS, form_of
from goodoffices.workspace.files import replace_bytes, write_atomically
from goodoffices.workspace.roundtrip.brat import brat_files
from goodoffices.workspace.roundtrip.brat_reading import read_brat
from goodoffices.workspace.roundtrip.coder_tables import read_findings, write_findings
from goodoffices.workspace.roundtrip.docbin import docbin_bytes, read_docbin
from goodoffices.workspace.roundtrip.incoming import Incoming
from goodoffices.workspace.roundtrip.labelstudio import label_studio_files
from goodoffices.workspace.roundtrip.labelstudio_reading import read_label_studio


class Tool(StrEnum):
    """A tool, or a kind of file, that coders use."""

    BRAT = "brat"
    LABEL_STUDIO = "labelstudio"
    CSV = "csv"
    XLSX = "xlsx"
    DOCBIN = "docbin"


ENDINGS: Mapping[str, Tool] = {
    ".ann": Tool.BRAT,
    ".json": Tool.LABEL_STUDIO,
    ".csv": Tool.CSV,
    ".xlsx": Tool.XLSX,
    ".spacy": Tool.DOCBIN,
}
FOLDERS = frozenset({Tool.BRAT, Tool.LABEL_STUDIO})
"""Tools that take a folder of files."""


def tool_of(path: Path) -> Tool:
    """Return the tool that a file or folder is from, by its ending or what it holds.

    Raises:
        CaseError: It is from none of them.
    """
    if path.is_dir():
        if any(path.glob("*.ann")):
            return Tool.BRAT
        if (path / "tasks.json").exists():
            return Tool.LABEL_STUDIO
        raise CaseError(f"{path} holds neither .ann files nor tasks.json; name the coder's file or folder")
    if path.suffix.lower() not in ENDINGS:
        raise CaseError(
            f"{path} ends like none of the files that coders use, {', '.join(ENDINGS)}; name the tool with "
            "--to or --from"
        )
    return ENDINGS[path.suffix.lower()]


def write_out(
    tool: Tool,
    path: Path,
    reports: Mapping[str, Report],
    findings: Sequence[Finding],
    kinds: Sequence[str] = tuple(FORMS),
) -> tuple[Path, ...]:
    """Write findings for a tool; return the files written.

    Args:
        tool: The tool.
        path: The folder for brat and Label Studio, the file otherwise.
        reports: The reports by id.
        findings: The findings.
        kinds: The kinds that are to be coded; others are left out, and stay when the file returns.

    Raises:
        CaseError: The name of a table does not end like one.
        BriefError: The place cannot be written to.
    """
    chosen = [one for one in findings if form_of(one).kind in kinds]
    if tool in FOLDERS:
        if path.exists() and not path.is_dir():
            raise BriefError(f"{path} is a file; name a folder for {tool}")
        make = brat_files if tool is Tool.BRAT else label_studio_files
        files = make(reports.values(), chosen, kinds)
        for name, text in files.items():
            write_atomically(path / name, text)
        return tuple(path / name for name in files)
    if path.is_dir():
        raise BriefError(f"{path} is a folder; name a file for {tool}")
    if tool is Tool.DOCBIN:
        _write_bytes(path, docbin_bytes(reports.values(), chosen, kinds))
        return (path,)
    if path.suffix.lower() != f".{tool}":
        raise CaseError(f"{path} does not end in .{tool}; name a file that does")
    return write_findings(path, reports, chosen, kinds)


def read_in(tool: Tool, path: Path, reports: Mapping[str, Report], known: Mapping[str, Finding]) -> Incoming:
    """Read a coder's file.

    Args:
        tool: The tool that it is from.
        path: The file or folder.
        reports: The reports by id.
        known: The findings as they are, by id.

    Raises:
        CaseError: The file cannot be read at all.
    """
    match tool:
        case Tool.BRAT:
            return read_brat(path, reports)
        case Tool.LABEL_STUDIO:
            return read_label_studio(path, reports)
        case Tool.DOCBIN:
            return read_docbin(path, reports)
        case _:
            return read_findings(path, reports, known)


def _write_bytes(path: Path, data: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_bytes(path, data)
    except OSError as error:
        raise BriefError(f"cannot write {path}: {error.strerror}; name another place with -o") from error
