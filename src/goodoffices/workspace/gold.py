"""Gold that a reader is measured against: a folder of coded reports, or a case that people corrected."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from goodoffices.errors import EvidenceError, ReportError
from goodoffices.reports.naming import unique
from goodoffices.reports.report import Report
from goodoffices.reports.source import ENDINGS
from goodoffices.statements.gold import Coding, coding_of
from goodoffices.statements.report_score import score_report
from goodoffices.statements.scoring import Score
from goodoffices.workspace.case_folder import CASE, STATEMENTS, load_case_folder
from goodoffices.workspace.gold_yaml import read_coding
from goodoffices.workspace.intake import read_reports
from goodoffices.workspace.reading import Progress, read


@dataclass(frozen=True, slots=True)
class Gold:
    """A report and what a person found in it."""

    report: Report
    coding: Coding


def load_gold(folder: Path) -> tuple[Gold, ...]:
    """Load the reports of a folder with what people coded in them.

    Args:
        folder: A case folder, whose statements people have corrected; or a folder (with all folders inside)
            that holds reports, each with a YAML file of the same name that codes it.

    Raises:
        GoodofficesError: There is nothing to compare with, or a file in it is damaged.
    """
    if (folder / CASE).is_file():
        return _from_case(folder)
    codings = sorted(path for path in folder.rglob("*.yaml") if _report_beside(path))
    if not codings:
        raise ReportError(
            f"{folder} holds no coded report; name a folder with reports and a .yaml beside each that codes "
            f"it, or a case folder with {CASE} and {STATEMENTS}"
        )
    gold: list[Gold] = []
    for path in codings:
        gold.append(_coded(path, {one.report.id for one in gold}))
    return tuple(gold)


def score_gold(gold: tuple[Gold, ...], *, progress: Progress = iter) -> tuple[Score, ...]:
    """Read the reports afresh, each by itself, and compare with what people coded.

    Args:
        gold: The reports with their codings.
        progress: Wraps the reports as they are read.
    """
    codings = {one.report.id: one.coding for one in gold}
    return tuple(
        score_report(report, read([report]), codings[report.id])
        for report in progress([one.report for one in gold])
    )


def _from_case(folder: Path) -> tuple[Gold, ...]:
    case = load_case_folder(folder)
    if case.reading is None or not case.reports:
        raise EvidenceError(
            f"{folder} has no {STATEMENTS} or no reports to read afresh; name a case folder that has both"
        )
    gold = tuple(Gold(report, coding_of(case.reading, report.id)) for report in case.reports)
    if all(one.doubtful for each in gold for one in each.coding.statements):
        raise EvidenceError(
            f"{folder}: nobody has confirmed a statement in {STATEMENTS}, so there is nothing to measure "
            f"with; 'goodoffices review {folder}' puts them before you"
        )
    return gold


def _report_beside(path: Path) -> Path | None:
    """Return the report that a coding is of."""
    return next((near for end in ENDINGS if (near := path.with_suffix(end)).is_file()), None)


def _coded(path: Path, taken: set[str]) -> Gold:
    beside = _report_beside(path)
    reports = read_reports([beside]).reports if beside else ()
    if len(reports) != 1:
        raise ReportError(f"{beside} holds {len(reports)} reports; a coding is of one report")
    report = replace(reports[0], id=unique(reports[0].id, taken))
    return Gold(report, read_coding(path, report))
