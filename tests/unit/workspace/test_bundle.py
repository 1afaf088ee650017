"""A case with its reading and reports: drafted, saved, opened and checked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from goodoffices.errors import CaseError
from goodoffices.reports.plain import from_text
from goodoffices.statements.acts import Act
from goodoffices.workspace.bundle import check, draft, is_case_folder, open_folder, refuse_existing, save

TALKS = "Norway proposed a truce in Sudan.\nSudan rejected the proposal.\n"


def test_a_saved_bundle_opens_as_it_was(tmp_path: Path) -> None:
    """Case, statements and reports come back equal."""
    bundle = draft([from_text(TALKS, id="talks")])
    save(bundle, tmp_path / "case")
    opened = open_folder(tmp_path / "case")
    assert (opened.case, opened.reading) == (bundle.case, bundle.reading)
    assert [report.text for report in opened.reports] == [TALKS]


def test_reports_without_statements_are_read(tmp_path: Path) -> None:
    """A folder with saved reports and no statements is read when it is opened."""
    bundle = draft([from_text(TALKS, id="talks")])
    save(bundle, tmp_path)
    (tmp_path / "statements.jsonl").unlink()
    assert open_folder(tmp_path).reading == bundle.reading


def test_a_case_alone_has_an_empty_reading(tmp_path: Path) -> None:
    """A folder with nothing but a case opens, with nothing read."""
    (tmp_path / "case.yaml").write_text("title: Bare\n", encoding="utf-8")
    opened = open_folder(tmp_path)
    assert opened.reading.statements == ()
    assert is_case_folder(tmp_path)


def test_an_existing_case_is_refused_before_any_work(tmp_path: Path) -> None:
    """A folder with a case, or with statements, or a file of that name, is refused."""
    (tmp_path / "a").write_text("", encoding="utf-8")
    with pytest.raises(CaseError, match="is a file"):
        refuse_existing(tmp_path / "a")
    (tmp_path / "statements.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(CaseError, match=r"statements\.jsonl is there already"):
        refuse_existing(tmp_path)


def test_check_says_what_it_compared(tmp_path: Path) -> None:
    """The remarks name how many findings were compared with how many reports."""
    bundle = draft([from_text(TALKS, id="talks")])
    save(bundle, tmp_path)
    _, remarks = check(tmp_path)
    assert remarks == ("The words of all 2 findings (2 of them statements) stand in the saved report.",)
    (tmp_path / "statements.jsonl").unlink()
    assert "no statements" in check(tmp_path)[1][0]
    for path in (tmp_path / "reports").iterdir():
        path.unlink()
    assert "no reports" in check(tmp_path)[1][0]


def test_a_report_is_no_case_file(tmp_path: Path) -> None:
    """Checking a report gives one message that names the commands for reports."""
    (tmp_path / "talks.txt").write_text(TALKS, encoding="utf-8")
    with pytest.raises(CaseError, match="goodoffices brief"):
        check(tmp_path / "talks.txt")


def test_an_answer_that_its_statement_no_longer_gives_is_shown(tmp_path: Path) -> None:
    """When a statement was corrected, the answer that rests on it is to be looked at again, with its line."""
    bundle = draft([from_text(TALKS, id="talks")])
    first, second = bundle.reading.statements
    corrected = replace(bundle.reading, statements=(first, replace(second, act=Act.OPEN)))
    save(replace(bundle, reading=corrected), tmp_path)
    doubt = check(tmp_path)[1][0]
    assert doubt.startswith(f"Look again: {tmp_path / 'case.yaml'}:")
    assert "the answer of 'sudan' is coded 'rejects', but what it rests on says otherwise (s2: open" in doubt


def test_an_answer_without_statements_of_its_party_is_the_coders_own(tmp_path: Path) -> None:
    """Where what is cited is another party's claim, the coder has judged, and nothing is said."""
    bundle = draft([from_text(TALKS, id="talks")])
    first, second = bundle.reading.statements
    told = replace(bundle.reading, statements=(first, replace(second, act=Act.CLAIM)))
    save(replace(bundle, reading=told), tmp_path)
    assert not [remark for remark in check(tmp_path)[1] if remark.startswith("Look again")]
