"""The case folder: a case, the reports that it rests on, and the statements that were read in them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from goodoffices.case.case import Case
from goodoffices.case.document import MAX_BYTES
from goodoffices.case.parse import parse_case, parse_case_bytes
from goodoffices.case.write import case_text
from goodoffices.errors import CaseError, EvidenceError
from goodoffices.reports.report import Report
from goodoffices.statements.decisions import Decision
from goodoffices.statements.jsonl import parse_reading
from goodoffices.statements.statement import Reading
from goodoffices.workspace.conflict_check import check_conflict
from goodoffices.workspace.decision_log import load_decisions, taken_out
from goodoffices.workspace.files import check_file, replace_file
from goodoffices.workspace.intake import load_report

CASE = "case.yaml"
REPORTS = "reports"
STATEMENTS = "statements.jsonl"


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """What a case folder holds.

    Attributes:
        case: The case.
        reports: The saved reports, in order of their ids.
        reading: What was read in the reports, or None where the folder has no statements.
        decisions: What people decided on it.
    """

    case: Case
    reports: tuple[Report, ...] = ()
    reading: Reading | None = None
    decisions: tuple[Decision, ...] = ()


def load_case_folder(folder: Path) -> CaseFolder:
    """Load a case with its reports and statements, and check that they fit together.

    Args:
        folder: The folder with `case.yaml`, and `reports/` and `statements.jsonl` where there are any.

    Raises:
        CaseError: There is no case, or it breaks rules; every problem is listed with its place.
        ReportError: A saved report is damaged or was changed.
        EvidenceError: A statement is damaged, or its words are not in its report.
    """
    path = folder / CASE
    data = _case_bytes(path)
    reports, reading = load_sources(folder)
    statements = None if reading is None else reading.evidence()
    decisions = load_decisions(folder, {report.id: report for report in reports})
    case = parse_case_bytes(data, name=str(path), statements=statements, gone=taken_out(decisions, folder))
    return CaseFolder(check_conflict(case, data, name=str(path)), reports, reading, decisions)


def load_sources(folder: Path) -> tuple[tuple[Report, ...], Reading | None]:
    """Load the reports of a case folder and what was read in them, whatever its case says.

    Raises:
        ReportError: A saved report is damaged or was changed.
        EvidenceError: A statement is damaged, or its words are not in its report.
    """
    reports = _reports(folder / REPORTS)
    return reports, _reading(folder / STATEMENTS, reports)


def save_case(case: Case, folder: Path, *, overwrite: bool = False) -> Path:
    """Write a case into a folder, whole or not at all.

    Args:
        case: The case; every name in it must exist, or the file could not be read again.
        folder: The case folder; it is made where there is none.
        overwrite: Whether a case that is there already may be replaced.

    Returns:
        The path of the file.

    Raises:
        CaseError: A case is there already, the case names what does not exist, or the folder cannot be
            written to.
    """
    path = folder / CASE
    text = case_text(case)
    parse_case(text, name=str(path))
    if path.exists() and not overwrite:
        raise CaseError(
            f"{path} is there already and may hold an analyst's work; name another folder, or move it away"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
        replace_file(path, text)
    except OSError as error:
        raise CaseError(f"{path} cannot be written ({error.strerror}); check the folder") from error
    return path


def _case_bytes(path: Path) -> bytes:
    """Return the bytes of a case file, one more than allowed at most."""
    try:
        check_file(path)
        with path.open("rb") as stream:
            return stream.read(MAX_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise CaseError(_no_case(path)) from error
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}); check its permissions") from error


def _no_case(path: Path) -> str:
    folder = path.parent
    if not folder.exists():
        return f"the folder {folder} does not exist; 'goodoffices draft REPORT… -o {folder}' makes it"
    if not folder.is_dir():
        return f"{folder} is a file; name the folder that holds {CASE}"
    return (
        f"the folder {folder} has no {CASE}; 'goodoffices draft REPORT… -o {folder}' drafts one from reports"
    )


def _reports(folder: Path) -> tuple[Report, ...]:
    return tuple(load_report(record) for record in sorted(folder.glob("*.json")) if record.name[0] != ".")


def _reading(path: Path, reports: tuple[Report, ...]) -> Reading | None:
    if not path.exists():
        return None
    try:
        check_file(path)
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise EvidenceError(f"{path} is not UTF-8 at byte {error.start}; restore it or read again") from error
    except OSError as error:
        raise EvidenceError(f"{path} cannot be read ({error.strerror}); check its permissions") from error
    return parse_reading(text, reports, name=str(path))
