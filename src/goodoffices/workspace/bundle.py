"""A case with its reading and its reports, from a case folder or drafted from reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from goodoffices.case.alias_doubts import alias_doubts
from goodoffices.case.case import Case
from goodoffices.case.document import compose, decode
from goodoffices.case.guarantee_doubts import guarantee_doubts
from goodoffices.case.parse import parse_case_bytes
from goodoffices.errors import CaseError
from goodoffices.findings.agreement_gaps import set_aside
from goodoffices.findings.lagging import Lag
from goodoffices.findings.words import Names
from goodoffices.models.bargaining.from_case import measured_parties
from goodoffices.reports.report import Report
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.jsonl import reading_lines
from goodoffices.statements.statement import Reading
from goodoffices.workspace.answer_doubts import answer_doubts
from goodoffices.workspace.case_folder import CASE, STATEMENTS, CaseFolder, load_case_folder, save_case
from goodoffices.workspace.conflict_check import check_conflict
from goodoffices.workspace.draft.case import draft_case
from goodoffices.workspace.files import write_atomically
from goodoffices.workspace.intake import save_report
from goodoffices.workspace.lagging import lags
from goodoffices.workspace.reading import Progress, read


@dataclass(frozen=True, slots=True)
class Bundle:
    """Everything that a brief is composed from.

    Attributes:
        case: The case.
        reading: What was found in the reports.
        reports: The reports.
        lags: Where the case does not follow what people corrected.
    """

    case: Case
    reading: Reading
    reports: tuple[Report, ...]
    lags: tuple[Lag, ...] = ()


def is_case_folder(path: Path) -> bool:
    """Tell whether a path is a folder that holds a case."""
    return path.is_dir() and (path / CASE).exists()


def draft(reports: Sequence[Report], *, progress: Progress = iter) -> Bundle:
    """Read reports and draft a case from them.

    Raises:
        ReaderError: The English parser is missing or is not the one we know.
    """
    reading = read(reports, progress=progress)
    return Bundle(draft_case(reading, reports, load_gazetteer()), reading, tuple(reports))


def open_folder(folder: Path) -> Bundle:
    """Load a case folder; reports without saved statements are read now.

    Raises:
        CaseError: There is no case, or it breaks rules.
        ReportError: A saved report is damaged or was changed.
        EvidenceError: A statement's words are not in its report.
    """
    found = load_case_folder(folder)
    reading = found.reading
    if reading is None:
        reading = read(found.reports) if found.reports else Reading()
    return Bundle(found.case, reading, found.reports, lags(found.case, reading, found.decisions))


def refuse_existing(folder: Path) -> None:
    """Refuse a folder that holds a case already, before any work is done.

    Raises:
        CaseError: There is a case, statements or a file of that name.
    """
    if folder.exists() and not folder.is_dir():
        raise CaseError(f"{folder} is a file; name a folder with -o")
    for name in (CASE, STATEMENTS):
        if (folder / name).exists():
            raise CaseError(
                f"{folder / name} is there already and may hold an analyst's work; "
                "name another folder with -o, or move it away"
            )


def save(bundle: Bundle, folder: Path) -> None:
    """Write a case folder: the reports, the statements, and last the case that makes it one.

    Raises:
        CaseError: The folder holds a case already or cannot be written to.
        ReportError: A different report of the same name is there already.
    """
    refuse_existing(folder)
    for report in bundle.reports:
        save_report(report, folder)
    write_atomically(folder / STATEMENTS, reading_lines(bundle.reading))
    save_case(bundle.case, folder)


def check(path: Path) -> tuple[Case, tuple[str, ...]]:
    """Check a case file, or a case folder with its reports and statements; return the case and remarks.

    Raises:
        CaseError: The case breaks rules; every problem is listed with its place.
        ReportError: A saved report is damaged or was changed.
        EvidenceError: A statement's words are not in its report.
    """
    if path.is_file() and path.suffix.lower() not in {".yaml", ".yml"}:
        raise CaseError(
            f"{path} is no case file, which ends in .yaml; for a report use 'goodoffices brief' or 'draft'"
        )
    if path.is_file():
        data = path.read_bytes()
        case = check_conflict(parse_case_bytes(data, name=str(path)), data, name=str(path))
        alone = "Only the case file was checked; check its folder to compare statements and reports."
        return case, (*_doubts(CaseFolder(case), path), alone)
    found = load_case_folder(path)
    remarks = _doubts(found, path / CASE)
    if not found.reports:
        remarks.append("The folder has no reports, so no evidence could be compared.")
    elif found.reading is None:
        remarks.append("The folder has no statements.jsonl; 'goodoffices read' makes one.")
    else:
        where = "the saved report" if len(found.reports) == 1 else f"the {len(found.reports)} saved reports"
        count, said = len(found.reading.evidence()), len(found.reading.statements)
        remarks.append(f"The words of all {count} findings ({said} of them statements) stand in {where}.")
    return found.case, tuple(remarks)


def _doubts(folder: CaseFolder, path: Path) -> list[str]:
    """Return what is sound and yet may not be meant, each with its place in the file."""
    case, reading = folder.case, folder.reading or Reading()
    root = compose(decode(path.read_bytes())).root
    doubts = (*alias_doubts(case, root), *guarantee_doubts(case, root))
    found = sorted((*doubts, *answer_doubts(case, reading, root, folder.decisions)))
    measured = [id_ for id_ in measured_parties(case) if case.parties[id_].must_sign]
    aside = [id_ for id_ in measured if any(one.party == id_ and one.accepts for one in case.positions)]
    return [
        *(f"Look again: {one.located(str(path))}" for one in found),
        *([set_aside(Names(case).parties(aside))] if aside else []),
    ]
