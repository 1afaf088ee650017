"""The case folder: what is loaded together, what is said when a part is missing, and safe writing."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.parse import CaseFileError, parse_case
from goodoffices.case.terms import Party, RedLine
from goodoffices.errors import CaseError, EvidenceError, ReportError
from goodoffices.reports.plain import from_text
from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import cite
from goodoffices.statements.jsonl import reading_lines
from goodoffices.statements.statement import Actor, Manner, Reading, Statement
from goodoffices.workspace.case_folder import CASE, load_case_folder, save_case
from goodoffices.workspace.intake import save_report

CASE_TEXT = """\
title: A dispute over water
parties: {north: {name: North}}
issues: {flow: {name: Flow, options: {none: {name: No release}, all: {name: All of it}}}}
red_lines:
  - {party: north, never: flow = all, coding: {status: claim, because: [s1]}}
"""


def filled(folder: Path) -> Path:
    """Fill a folder with a case, one report and one statement."""
    report = from_text("North refused to release any water.", id="report")
    whole = cite(report, 0, len(report.text))
    statement = Statement("s1", Actor("North", "north", "North"), Act.REJECT, Manner.NARRATED, whole, whole)
    save_report(report, folder)
    (folder / "statements.jsonl").write_text(reading_lines(Reading((statement,))), encoding="utf-8")
    (folder / CASE).write_text(CASE_TEXT, encoding="utf-8")
    return folder


def test_a_folder_is_loaded_with_case_reports_and_statements(tmp_path: Path) -> None:
    """A case folder gives its case, its saved reports and what was read in them."""
    loaded = load_case_folder(filled(tmp_path))
    assert loaded.case == parse_case(CASE_TEXT)
    assert [report.id for report in loaded.reports] == ["report"]
    assert loaded.reading is not None
    assert loaded.reading.statements[0].evidence.exact == "North refused to release any water."


def test_a_case_alone_is_a_folder_too(tmp_path: Path) -> None:
    """A folder without reports and statements is loaded, and `because` stays unchecked."""
    (tmp_path / CASE).write_text(CASE_TEXT, encoding="utf-8")
    loaded = load_case_folder(tmp_path)
    assert loaded.reports == ()
    assert loaded.reading is None


def test_a_case_must_rest_on_statements_of_the_folder(tmp_path: Path) -> None:
    """A statement that the case names and the folder lacks is reported at its place in the case."""
    (filled(tmp_path) / CASE).write_text(CASE_TEXT.replace("[s1]", "[s2]"), encoding="utf-8")
    with pytest.raises(CaseFileError) as refused:
        load_case_folder(tmp_path)
    assert str(refused.value) == (
        f"{tmp_path / CASE}:5:73: red_lines.1.coding.because.1: no statement 's2'; "
        "statements.jsonl has s1 to s1"
    )


def test_changed_reports_and_broken_statements_are_refused(tmp_path: Path) -> None:
    """A report changed after it was saved, and statements that are no UTF-8 or no file, are refused."""
    statements = filled(tmp_path) / "statements.jsonl"
    statements.write_bytes(b"\xff")
    with pytest.raises(EvidenceError, match="is not UTF-8 at byte 0"):
        load_case_folder(tmp_path)
    statements.unlink()
    statements.mkdir()
    with pytest.raises(EvidenceError, match="cannot be read"):
        load_case_folder(tmp_path)
    (tmp_path / "reports" / "report.txt").write_text("North released all water.", encoding="utf-8")
    with pytest.raises(ReportError, match="was changed after it was saved"):
        load_case_folder(tmp_path)


def test_a_missing_case_is_answered_with_what_to_run(tmp_path: Path) -> None:
    """A folder that is missing, a file, or without a case is named, with the command that makes one."""
    with pytest.raises(CaseError, match=r"has no case.yaml; 'goodoffices draft REPORT… -o .*' drafts one"):
        load_case_folder(tmp_path)
    with pytest.raises(CaseError, match="does not exist; 'goodoffices draft"):
        load_case_folder(tmp_path / "nowhere")
    (tmp_path / "report.txt").write_text("x", encoding="utf-8")
    with pytest.raises(CaseError, match=r"is a file; name the folder that holds case.yaml"):
        load_case_folder(tmp_path / "report.txt")
    (tmp_path / CASE).mkdir()
    with pytest.raises(CaseError, match=r"case.yaml cannot be read"):
        load_case_folder(tmp_path)


def test_a_case_file_that_is_too_large_is_not_read_whole(tmp_path: Path) -> None:
    """Of a file beyond the limit no more is read than shows that it is."""
    with (tmp_path / CASE).open("wb") as stream:
        stream.truncate(2**40)
    with pytest.raises(
        CaseFileError, match="the file has more bytes than a case may have; the limit is 5,000,000"
    ):
        load_case_folder(tmp_path)


def test_a_saved_case_loads_again(tmp_path: Path) -> None:
    """What was saved is what is loaded, and nothing else is left in the folder."""
    case = parse_case(CASE_TEXT)
    path = save_case(case, tmp_path / "new" / "folder")
    assert load_case_folder(path.parent).case == case
    assert [entry.name for entry in path.parent.iterdir()] == [CASE]


def test_an_analysts_work_is_not_overwritten(tmp_path: Path) -> None:
    """A case that is there is replaced only when that is asked for."""
    save_case(parse_case(CASE_TEXT), tmp_path)
    other = Case("Another")
    with pytest.raises(CaseError, match=r"is there already and may hold an analyst's work"):
        save_case(other, tmp_path)
    assert load_case_folder(tmp_path).case.title == "A dispute over water"
    save_case(other, tmp_path, overwrite=True)
    assert load_case_folder(tmp_path).case == other


def test_a_case_that_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    """A case that names what does not exist is refused before the file is touched."""
    source = Coding(Status.CLAIM, because=("s1",))
    case = Case("T", parties={"a": Party("A")}, red_lines=(RedLine("a", "flow = none", source),))
    with pytest.raises(CaseFileError, match="no issue 'flow'; there are none"):
        save_case(case, tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_to_is_named(tmp_path: Path) -> None:
    """A place where no folder can be is refused with its name."""
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(CaseError, match="cannot be written"):
        save_case(Case("T"), tmp_path / "file")
    (tmp_path / CASE).mkdir()
    with pytest.raises(CaseError, match="cannot be written"):
        save_case(Case("T"), tmp_path, overwrite=True)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [CASE, "file"]
