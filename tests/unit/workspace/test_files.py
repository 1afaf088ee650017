"""Writing files in one step."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from goodoffices.errors import BriefError
from goodoffices.workspace.files import write_atomically


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
