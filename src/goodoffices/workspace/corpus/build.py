"""Build a corpus: read what is not read yet, then make its tables and its index."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.index import write_index
from goodoffices.workspace.corpus.plan import Batch, plan_corpus, reader_mark
from goodoffices.workspace.corpus.tables import write_tables
from goodoffices.workspace.corpus.workers import Run
from goodoffices.workspace.files import replace_bytes, replace_file
from goodoffices.workspace.report_files import reason

SUMMARY = "corpus.json"
PARTS = "parts"
LOCK = ".lock"

Progress = Callable[[int, int], None]
"""Told how many files are done, and of how many."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a corpus holds.

    Attributes:
        files: Files that were read or tried.
        reports: Reports in them.
        statements: Statements in the reports.
        copies: Reports that copy an earlier one.
        repeats: Statements whose words an earlier report has already.
        problems: Files, or parts of them, that could not be read.
        skipped: Files that are no reports by their ending.
        reader: Mark of the reader that read it.
        parts: The files in which the results of the batches lie, in order.
        unread: Reports of which passages were not read, as they are not in English.
    """

    files: int
    reports: int
    statements: int
    copies: int
    repeats: int
    problems: int
    skipped: int
    reader: str
    parts: tuple[str, ...]
    unread: int = 0


def build_corpus(paths: Sequence[Path], folder: Path, *, run: Run, progress: Progress) -> Summary:
    """Read the reports in files and folders, and keep what is found in a corpus folder.

    It can be stopped at any moment, by force too: what is done is kept, and the same call goes on where it
    was. Files that are new or have changed are read, results of files that are gone are dropped. The result
    is the same to the byte, whoever reads the batches and in which order.

    Args:
        paths: Files and folders.
        folder: The corpus; it is made where it is not there.
        run: Reads the batches.
        progress: Told how many files are done.

    Raises:
        ReportError: There is nothing to read, the folder is no corpus or cannot be written to, or another
            process is at work in it.
    """
    _check_folder(folder)
    with _alone(folder):
        plan = plan_corpus(paths)
        parts = folder / PARTS
        try:
            parts.mkdir(exist_ok=True)
            _read(plan.batches, parts, run, progress)
            return _finish(folder, plan.batches, len(plan.skipped))
        except OSError as error:
            raise ReportError(
                f"{folder} cannot be written to ({reason(error)}); make room or check it"
            ) from error


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ReportError(f"{folder} is a file; name a folder for the corpus with -o")
    known = {SUMMARY, PARTS, LOCK}
    there = {entry.name for entry in folder.iterdir()} if folder.is_dir() else set()
    if there and not there & known:
        raise ReportError(
            f"{folder} holds other files, such as {min(there)}, and no corpus; name an empty or a new folder"
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ReportError(f"{folder} cannot be made ({reason(error)}); name another place with -o") from error


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Let no other process build the same corpus; the system lifts the lock when a process ends, however."""
    lock = sqlite3.connect(folder / LOCK, timeout=0, isolation_level=None)
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        raise ReportError(
            f"{folder} is being built by another process, or cannot be written to; wait for its end"
        ) from error
    try:
        yield
    finally:
        lock.close()


def _read(batches: Sequence[Batch], parts: Path, run: Run, progress: Progress) -> None:
    total = sum(len(batch.entries) for batch in batches)
    there = {path.name for path in parts.iterdir()}
    missing = [batch for batch in batches if batch.part not in there]
    done = total - sum(len(batch.entries) for batch in missing)
    progress(done, total)
    for batch, found in run(iter(missing)):
        replace_bytes(parts / batch.part, found)
        done += len(batch.entries)
        progress(done, total)


def _finish(folder: Path, batches: Sequence[Batch], skipped: int) -> Summary:
    """Make the tables, unless they are there for just these parts; the summary is written last."""
    names = tuple(batch.part for batch in batches)
    known = load_summary(folder)
    if known and known.parts == names and known.skipped == skipped:
        return known
    (folder / SUMMARY).unlink(missing_ok=True)
    counts = write_tables(folder, [folder / PARTS / name for name in names])
    write_index(folder)
    summary = Summary(
        files=sum(len(batch.entries) for batch in batches),
        **counts,
        skipped=skipped,
        reader=reader_mark(),
        parts=names,
    )
    replace_file(folder / SUMMARY, json.dumps(asdict(summary), indent=1) + "\n")
    for path in (folder / PARTS).iterdir():
        if path.name not in names:
            path.unlink()
    return summary


def load_summary(folder: Path) -> Summary | None:
    """Return what a corpus holds; None where it is not finished."""
    try:
        known = json.loads((folder / SUMMARY).read_text(encoding="utf-8"))
        return Summary(**{**known, "parts": tuple(known["parts"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
