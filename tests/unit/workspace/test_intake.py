"""How reports are taken in from files, folders and standard input, and kept."""

from __future__ import annotations

import io
import json
import os
from datetime import date
from pathlib import Path

import pytest

from goodoffices.errors import ReportError
from goodoffices.reports.html import from_html
from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report
from goodoffices.workspace.intake import STDIN, load_report, read_reports, save_report

TEXT = "Talks go on.\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with readable, unreadable, hidden and other files."""
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name, data in {
        "b/one.md": b"# Talks\n\nThey met.",
        "a.txt": TEXT.encode(),
        "b/A.html": b"<html><p>They met.</p></html>",
        "bad.txt": b"PK\x03\x04",
        "table.csv": b"1,2",
        ".hidden.txt": b"x",
        ".git/x.txt": b"x",
    }.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def test_a_folder_is_read_in_order_with_its_problems(folder: Path) -> None:
    """Readable files become reports, a bad one a problem, others are skipped, hidden ones passed over."""
    intake = read_reports([folder])
    assert [report.id for report in intake.reports] == ["a", "a-2", "one"]
    assert [report.media_type for report in intake.reports] == ["text/plain", "text/html", "text/markdown"]
    assert len(intake.problems) == 1
    assert "bad.txt looks like a ZIP archive" in intake.problems[0]
    assert intake.skipped == (folder / "table.csv",)


def test_the_text_of_a_file_is_kept(folder: Path) -> None:
    """Line ends are not changed on the way in."""
    assert read_reports([folder / "a.txt"]).reports[0].text == TEXT


def test_a_file_met_twice_is_read_once(folder: Path) -> None:
    """Evidence is not doubled by naming a file and its folder."""
    assert len(read_reports([folder / "a.txt", folder]).reports) == 3


def test_a_named_file_that_cannot_be_read_is_an_error(folder: Path) -> None:
    """Who names a file wants that file."""
    with pytest.raises(ReportError, match=r"bad\.txt looks like a ZIP archive"):
        read_reports([folder / "bad.txt"])


def test_a_missing_file_gets_a_suggestion(folder: Path) -> None:
    """A mistyped name is answered with the nearest one in the same folder."""
    with pytest.raises(ReportError, match=r"does not exist; did you mean '.*bad\.txt'"):
        read_reports([folder / "bat.txt"])
    with pytest.raises(ReportError, match="does not exist; check its name"):
        read_reports([folder / "zzzzzz"])
    with pytest.raises(ReportError, match="nor does its folder"):
        read_reports([folder / "nowhere" / "a.txt"])


def test_a_name_with_a_nul_is_refused() -> None:
    """A path that no system can have gets a message as well."""
    with pytest.raises(ReportError, match="cannot be read"):
        read_reports([Path("a\0b")])


@pytest.mark.parametrize("size", [100, 101, 5000])
def test_a_large_file_is_refused(tmp_path: Path, size: int) -> None:
    """From the limit on a file is refused with its size, the limit and the way out."""
    path = tmp_path / "large.txt"
    path.write_bytes(b"x" * size)
    with pytest.raises(ReportError, match=r"large\.txt has .* MB; a report must be smaller than .* split it"):
        read_reports([path], limit=100)
    assert len(read_reports([path], limit=size + 1).reports) == 1


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    """The limit is 50 MB, and a file of that size is refused by its size alone."""
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50 * 2**20)
    with pytest.raises(ReportError, match=r"has 50\.0 MB; a report must be smaller than 50 MB"):
        read_reports([path])


@pytest.mark.parametrize(
    ("data", "media_type"), [(b"Talks.", "text/plain"), (b" <!DOCTYPE html><p>Talks.", "text/html")]
)
def test_the_kind_of_standard_input_is_told_by_its_content(data: bytes, media_type: str) -> None:
    """Standard input has no name, so its first characters tell what it is."""
    (report,) = read_reports([STDIN], stdin=io.BytesIO(data)).reports
    assert (report.id, report.media_type) == ("standard-input", media_type)


def test_a_pdf_on_standard_input_is_known() -> None:
    """A damaged PDF file is refused as one."""
    with pytest.raises(ReportError, match="PDF of 'standard-input' is damaged"):
        read_reports([STDIN], stdin=io.BytesIO(b"%PDF-1.4 rubbish"))


def test_standard_input_is_read_no_further_than_the_limit() -> None:
    """Of an endless stream no more than the limit is taken."""
    stream = io.BytesIO(b"x" * 1000)
    with pytest.raises(ReportError, match="standard input goes on behind the limit"):
        read_reports([STDIN], stdin=stream, limit=100)
    assert stream.tell() == 100


def test_standard_input_must_be_there() -> None:
    """A dash without a stream is refused."""
    with pytest.raises(ReportError, match="there is none"):
        read_reports([STDIN])


def test_nothing_to_read_is_an_error(tmp_path: Path) -> None:
    """No path, or a folder without reports, says what is looked for."""
    with pytest.raises(ReportError, match="no report was named"):
        read_reports([])
    (tmp_path / "x.csv").write_text("1")
    with pytest.raises(
        ReportError, match=r"no report could be read in .*\.pdf, \.docx, .* \(1 other files, such as x\.csv"
    ):
        read_reports([tmp_path])


def test_links_that_lead_nowhere_or_in_circles_are_problems(folder: Path) -> None:
    """A loop and a dead link in a folder are listed, and named by themselves they are errors."""
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "dead.txt").symlink_to(folder / "gone.txt")
    (folder / "round").symlink_to(folder, target_is_directory=True)
    intake = read_reports([folder])
    assert len(intake.reports) == 3
    assert sum("loop.txt cannot be read" in problem for problem in intake.problems) == 1
    assert sum("dead.txt does not exist: it is a link to" in problem for problem in intake.problems) == 1
    assert folder / "round" in intake.skipped
    with pytest.raises(ReportError, match=r"loop\.txt cannot be read"):
        read_reports([folder / "loop.txt"])


def test_a_folder_named_like_a_report_is_a_folder(folder: Path) -> None:
    """A folder called x.txt is read as a folder; an empty one is listed as a problem."""
    (folder / "full.txt").mkdir()
    (folder / "full.txt" / "in.txt").write_text("Talks.")
    (folder / "empty.txt").mkdir()
    intake = read_reports([folder])
    assert "in" in [report.id for report in intake.reports]
    assert any("empty.txt is an empty folder" in problem for problem in intake.problems)


def test_a_pipe_in_a_folder_is_not_waited_for(folder: Path) -> None:
    """A named pipe would never end, so it is listed as a problem."""
    os.mkfifo(folder / "pipe.txt")
    assert any("pipe.txt is a pipe or a device" in problem for problem in read_reports([folder]).problems)


def test_files_without_permission_are_problems(folder: Path) -> None:
    """A file and a folder that may not be read are listed, the others read."""
    if os.geteuid() == 0:
        pytest.skip("the superuser may read everything, so permissions cannot be tested")
    (folder / "a.txt").chmod(0)
    (folder / "b").chmod(0)
    (folder / "c.txt").write_text("Talks.")
    try:
        intake = read_reports([folder])
    finally:
        (folder / "b").chmod(0o700)
    assert [report.id for report in intake.reports] == ["c"]
    assert sum("check its permissions" in problem for problem in intake.problems) == 2


REPORT = from_text("\ufeffTalks\r\n\r\nBy Ann, 14 May 2019\r\n\r\nThey met.\u2028Log in\n", id="talks")


@pytest.mark.parametrize(
    "report",
    [
        REPORT,
        from_html("<title>T</title><p>Talks</p><p>Log in</p>", id="page"),
        Report(id="p", text="a\fb", pages=(0, 2)),
    ],
)
def test_a_report_comes_back_as_it_was_kept(report: Report, tmp_path: Path) -> None:
    """Text, passages, marks, pages and all that is known of a report survive keeping it."""
    path = save_report(report, tmp_path)
    assert path == tmp_path / "reports" / f"{report.id}.txt"
    assert path.read_bytes() == report.text.encode()
    assert load_report(path) == report
    assert load_report(path.with_suffix(".json")) == report


def test_the_record_is_readable(tmp_path: Path) -> None:
    """The record names the unit of its offsets and the hash of the text."""
    record = json.loads(save_report(REPORT, tmp_path).with_suffix(".json").read_text(encoding="utf-8"))
    assert record["unit"] == "Unicode code points"
    assert record["sha256"] == REPORT.sha256
    assert record["date"] == date(2019, 5, 14).isoformat()


def test_only_the_two_files_are_left(tmp_path: Path) -> None:
    """No temporary file stays behind, also when the same report is kept again."""
    save_report(REPORT, tmp_path)
    save_report(REPORT, tmp_path)
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == ["talks.json", "talks.txt"]


def test_another_report_is_never_overwritten(tmp_path: Path) -> None:
    """A report with the same id and another text is refused, and the first stays."""
    path = save_report(REPORT, tmp_path)
    with pytest.raises(ReportError, match=r"talks\.txt is there already and differs"):
        save_report(from_text("Other", id="talks"), tmp_path)
    assert load_report(path) == REPORT


@pytest.mark.parametrize("name", ["../x", "", "a/b", "a.b", "-", "x" * 81])
def test_an_id_that_cannot_name_a_file_is_refused(name: str, tmp_path: Path) -> None:
    """An id never leads out of the folder."""
    with pytest.raises(ReportError, match="cannot name a file"):
        save_report(Report(id=name, text="x"), tmp_path)


def test_a_folder_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    """Where a file stands in the place of the folder, the message names the path."""
    (tmp_path / "reports").write_text("x")
    with pytest.raises(ReportError, match=r"talks\.txt cannot be written"):
        save_report(REPORT, tmp_path)


def test_an_edited_text_is_noticed(tmp_path: Path) -> None:
    """A text changed after it was kept is refused, and the message says what to do."""
    path = save_report(REPORT, tmp_path)
    path.write_bytes(path.read_bytes() + b"!")
    with pytest.raises(
        ReportError, match=r"talks\.txt was changed after it was saved .* read the original again"
    ):
        load_report(path)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("{", "is damaged"),
        ("[]", "no table of fields"),
        ("[" * 100_000, "is damaged"),
        ("\xff", "is damaged"),
    ],
)
def test_a_damaged_record_is_noticed(content: str, words: str, tmp_path: Path) -> None:
    """A record that is no JSON table is refused with its path."""
    path = save_report(REPORT, tmp_path)
    path.with_suffix(".json").write_bytes(content.encode("latin-1"))
    with pytest.raises(ReportError, match=rf"talks\.json.*{words}"):
        load_report(path)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("unit", "bytes"),
        ("title", 3),
        ("date", "May"),
        ("passages", [[5, 2]]),
        ("passages", [[0, 9999]]),
        ("boilerplate", [[0, 1]]),
        ("pages", "x"),
    ],
)
def test_a_record_with_a_wrong_value_is_noticed(key: str, value: object, tmp_path: Path) -> None:
    """A field of another form than `save_report` writes is refused."""
    path = save_report(REPORT, tmp_path).with_suffix(".json")
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | {key: value}), encoding="utf-8")
    with pytest.raises(ReportError, match=r"talks\.json is damaged"):
        load_report(path)


def test_a_missing_field_or_file_is_noticed(tmp_path: Path) -> None:
    """A record without one of its fields, or a text without its record, is refused."""
    path = save_report(REPORT, tmp_path).with_suffix(".json")
    record = json.loads(path.read_text(encoding="utf-8"))
    del record["pages"]
    path.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(ReportError, match="lacks the field 'pages'"):
        load_report(path)
    path.unlink()
    with pytest.raises(ReportError, match=r"talks\.json does not exist"):
        load_report(path)


def test_an_empty_folder_is_told_what_a_case_folder_holds(tmp_path: Path) -> None:
    """Whoever meant a case folder learns which file is missing."""
    with pytest.raises(ReportError, match=r"no report could be read in .*; a case folder holds case\.yaml"):
        read_reports([tmp_path])
