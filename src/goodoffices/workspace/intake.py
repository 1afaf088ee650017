"""Read reports from files, folders and standard input, and keep them in a case folder."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from goodoffices.errors import ReportError
from goodoffices.reports.naming import slug, unique
from goodoffices.reports.record import from_record, to_record
from goodoffices.reports.report import Report
from goodoffices.reports.source import ENDINGS, from_bytes
from goodoffices.statements.language import mark_languages
from goodoffices.workspace.files import check_file, replace_file
from goodoffices.workspace.report_files import (
    LIMIT,
    check_regular,
    file_bytes,
    look_into,
    reason,
    status,
    take,
    too_large,
)

STDIN = Path("-")

_RESTORE = "put the saved text back, or remove it with its .json file and read the original again"
_ID = re.compile(r"\w(?:[\w-]{0,78}\w)?")


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read, and what was not.

    Attributes:
        reports: The reports, in the order they were named; files of a folder by their path.
        problems: One message for each file of a folder, and each part of a file, that could not be read.
        skipped: Paths in folders that are no reports by their ending, and links to folders.
    """

    reports: tuple[Report, ...]
    problems: tuple[str, ...] = ()
    skipped: tuple[Path, ...] = ()


@dataclass(slots=True)
class _Reading:
    """What one call of `read_reports` has gathered so far; it lives only inside that call."""

    limit: int
    reports: list[Report] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    skipped: list[Path] = field(default_factory=list)
    ids: set[str] = field(default_factory=set)
    seen: set[tuple[int, int]] = field(default_factory=set)

    def add(self, data: bytes, name: str, stem: str) -> None:
        """Make reports of some bytes and keep them."""
        contents = from_bytes(data, id=slug(stem), name=name)
        self.problems += contents.problems
        for report in contents.reports:
            named = mark_languages(replace(report, id=unique(report.id, self.ids)))
            self.ids.add(named.id)
            self.reports.append(named)


def read_reports(paths: Sequence[Path], *, stdin: BinaryIO | None = None, limit: int = LIMIT) -> Intake:
    """Read reports from files, folders (with all folders inside) and standard input.

    A file that is named and cannot be read is an error. In a folder the other files are read and the
    problem is listed; hidden files are passed over, files with other endings are listed as skipped, and
    links to folders are not followed. A file that is met twice is read once.

    Args:
        paths: Files and folders; ``-`` stands for standard input, whose kind is told by its content.
        stdin: Where standard input is read from, in bytes.
        limit: Size in bytes from which on a file is refused; no more than that is ever read.

    Raises:
        ReportError: A named file or standard input cannot be read, or there is nothing to read.
    """
    reading = _Reading(limit)
    for path in paths:
        if path == STDIN:
            _read_stdin(reading, stdin)
        elif status(path).st_mode and path.is_dir():
            _read_folder(reading, path)
        else:
            _read_file(reading, path)
    if not reading.reports:
        raise ReportError(_nothing(paths, reading))
    return Intake(tuple(reading.reports), tuple(reading.problems), tuple(reading.skipped))


def _nothing(paths: Sequence[Path], reading: _Reading) -> str:
    if not paths:
        return "no report was named; name files or folders, or '-' for standard input"
    names = ", ".join(str(path) for path in paths)
    message = f"no report could be read in {names}; reports end in {', '.join(ENDINGS)}"
    message += "; a case folder holds case.yaml"
    if reading.skipped:
        message += f" ({len(reading.skipped)} other files, such as {reading.skipped[0].name}, were skipped)"
    return "; ".join([message, *reading.problems])


def _read_stdin(reading: _Reading, stdin: BinaryIO | None) -> None:
    if stdin is None:
        raise ReportError("'-' stands for standard input, and there is none; name a file, or pipe one in")
    data = take(stdin, reading.limit)
    if data is None:
        raise ReportError(too_large("standard input", None, reading.limit))
    reading.add(data, "standard input", "standard-input")


def _read_file(reading: _Reading, path: Path) -> None:
    found = status(path)
    key = (found.st_dev, found.st_ino)
    if key in reading.seen:
        return
    reading.seen.add(key)
    reading.add(file_bytes(path, reading.limit), str(path), path.stem)


def _read_folder(reading: _Reading, folder: Path) -> None:
    found = look_into(folder)
    reading.skipped += found.skipped
    reading.problems += found.problems
    for path in found.files:
        try:
            check_regular(path)
            _read_file(reading, path)
        except ReportError as error:
            reading.problems.append(str(error))


def save_report(report: Report, folder: Path) -> Path:
    """Keep a report in a case folder: its text and, beside it, a record of what is known of it.

    Both files are written whole or not at all. A report that is there already and is the same is left
    as it is.

    Args:
        report: The report.
        folder: The case folder; the files become ``reports/<id>.txt`` and ``reports/<id>.json`` in it.

    Returns:
        The path of the text.

    Raises:
        ReportError: Another report with this id is there, the id cannot name a file, or the folder cannot
            be written to.
    """
    if not _ID.fullmatch(report.id):
        raise ReportError(
            f"'{report.id}' cannot name a file; an id has at most 80 letters, digits, underscores and hyphens"
        )
    text_path = folder / "reports" / f"{report.id}.txt"
    record = json.dumps(to_record(report), ensure_ascii=False, indent=1) + "\n"
    try:
        text_path.parent.mkdir(parents=True, exist_ok=True)
        for path, content in ((text_path, report.text), (text_path.with_suffix(".json"), record)):
            _keep(path, content)
    except OSError as error:
        raise ReportError(f"{text_path} cannot be written ({reason(error)}); check the folder") from error
    return text_path


def _keep(path: Path, content: str) -> None:
    if path.exists():
        if path.read_bytes() != content.encode("utf-8"):
            raise ReportError(
                f"{path} is there already and differs; give the new one another id, or move the old one"
            )
        return
    replace_file(path, content)


def load_report(path: Path) -> Report:
    """Load a report that `save_report` kept, and check that its text is still the same.

    Args:
        path: The text or the record; the other stands beside it.

    Raises:
        ReportError: A file is missing or damaged, or the text was changed after it was saved.
    """
    text_path, record_path = path.with_suffix(".txt"), path.with_suffix(".json")
    record = _record(record_path)
    data = _bytes(text_path)
    saved = record.get("sha256")
    if hashlib.sha256(data).hexdigest() != saved:
        raise ReportError(
            f"{text_path} was changed after it was saved (its SHA-256 is not {saved}); {_RESTORE}"
        )
    try:
        return from_record(record, id=text_path.stem, text=data.decode("utf-8"))
    except (UnicodeDecodeError, ReportError) as error:
        raise ReportError(f"{record_path} is damaged ({error}); {_RESTORE}") from error


def _bytes(path: Path) -> bytes:
    status(path)
    try:
        check_file(path)
        return path.read_bytes()
    except OSError as error:
        raise ReportError(f"{path} cannot be read ({reason(error)}); check its permissions") from error


def _record(path: Path) -> Mapping[str, object]:
    try:
        record = json.loads(_bytes(path).decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ReportError(f"{path} is damaged ({reason(error)}); {_RESTORE}") from error
    if not isinstance(record, dict):
        raise ReportError(f"{path} is damaged (it is no table of fields); {_RESTORE}")
    return record
