"""Writing files in one step."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from goodoffices.case.case import Case
from goodoffices.errors import BriefError, CaseError, EvidenceError, GoodofficesError, ModelError, ReportError
from goodoffices.workspace.case_folder import load_case_folder
from goodoffices.workspace.cells import read_table
from goodoffices.workspace.conflict_yaml import parse_conflict
from goodoffices.workspace.files import write_atomically
from goodoffices.workspace.gmcr_import import load_gmcr
from goodoffices.workspace.intake import load_report, read_reports
from goodoffices.workspace.interval_file import table
from goodoffices.workspace.lever_table import load_lever_table
from goodoffices.workspace.review import saved_texts
from goodoffices.workspace.studies import load_huth


def test_text_is_written_as_it_is(tmp_path: Path) -> None:
    """Line breaks and characters stay what they are."""
    path = tmp_path / "new" / "a.txt"
    write_atomically(path, "one\r\ntwo\u2028“three”\n")
    assert path.read_bytes() == "one\r\ntwo\u2028“three”\n".encode()


def test_the_new_file_has_the_usual_permissions(tmp_path: Path) -> None:
    """The file can be read by whom the umask allows, not by its owner alone."""
    path = tmp_path / "a.txt"
    before = os.umask(0o022)
    try:
        write_atomically(path, "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o644


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    """Text that cannot be encoded leaves the old file and no temporary one."""
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(UnicodeEncodeError):
        write_atomically(path, "\ud800")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]
    assert path.read_text(encoding="utf-8") == "old"


def test_a_place_that_is_a_folder_is_refused(tmp_path: Path) -> None:
    """Writing onto a folder gives a message that names it and the way out."""
    (tmp_path / "a").mkdir()
    with pytest.raises(BriefError, match="name another place"):
        write_atomically(tmp_path / "a", "x")


def _statements(path: Path) -> object:
    return saved_texts(path.parent)


def _levers(path: Path) -> object:
    return load_lever_table(path, Case(title="none"))


def _case(path: Path) -> object:
    return load_case_folder(path.parent)


@pytest.mark.parametrize(
    ("name", "read", "kind"),
    [
        ("a.txt", lambda path: read_reports([path]), ReportError),
        ("a.json", load_report, ReportError),
        ("a.csv", read_table, CaseError),
        ("case.yaml", _case, CaseError),
        ("statements.jsonl", _statements, EvidenceError),
        ("a.yaml", parse_conflict, ModelError),
        ("a.gmcr", load_gmcr, ModelError),
        ("b.yaml", table, CaseError),
        ("b.csv", _levers, CaseError),
        ("c.csv", load_huth, ModelError),
    ],
)
def test_a_pipe_is_not_waited_for(
    name: str, read: Callable[[Path], object], kind: type[GoodofficesError], tmp_path: Path
) -> None:
    """A named pipe that is given as a file, of whatever kind, is refused at once."""
    os.mkfifo(tmp_path / name)
    with pytest.raises(kind, match="a pipe or a device and no file"):
        read(tmp_path / name)


def test_no_file_is_put_in_the_place_of_a_device(tmp_path: Path) -> None:
    """A pipe stays a pipe when something is to be written there."""
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BriefError, match="it is a pipe or a device"):
        write_atomically(tmp_path / "pipe", "x")
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)
