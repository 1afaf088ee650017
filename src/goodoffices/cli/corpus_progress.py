"""Read a corpus from the command line: how far it is, how fast, how long still, and what came of it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.words import counted

if TYPE_CHECKING:
    from goodoffices.workspace.corpus.build import Progress, Summary
    from goodoffices.workspace.corpus.workers import Run

EVERY = 10.0
"""Seconds between two lines where no terminal can show a bar."""


def read_corpus(paths: Sequence[Path], folder: Path, *, workers: int | None, dask: str | None) -> None:
    """Read reports into a corpus folder and say what it holds."""
    from goodoffices.workspace.corpus.build import build_corpus

    if Path("-") in paths:
        raise click.UsageError("a corpus is read from files and folders, not from standard input")
    with _shown() as progress:
        summary = build_corpus(paths, folder, run=_run(workers, dask), progress=progress)
    click.echo(_told(summary, folder))


def _run(workers: int | None, dask: str | None) -> Run:
    from goodoffices.workspace.corpus import workers as ways

    if dask is not None:
        if workers is not None:
            raise click.UsageError("--workers and --dask exclude each other: the cluster has its own workers")
        return ways.dask(dask)
    count = workers or len(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(1))
    return ways.here if count == 1 else ways.processes(count)


@contextmanager
def _shown() -> Iterator[Progress]:
    """Give what to tell of the progress to: a bar, or lines where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield _lines(time.monotonic, lambda line: click.echo(line, err=True))
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("Reading", total=None, rate="")
        pace = Pace(time.monotonic)
        yield lambda done, total: bar.update(task, completed=done, total=total, rate=pace.rate(done))


class Pace:
    """How fast work is since it began; a class because it remembers when that was."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self.clock = clock
        self.start: tuple[float, int] | None = None

    def per_second(self, done: int) -> float | None:
        """Return how much was done in a second, or nothing where that is not known yet."""
        now = self.clock()
        if self.start is None:
            self.start = (now, done)
        passed = now - self.start[0]
        return (done - self.start[1]) / passed if passed > 0 and done > self.start[1] else None

    def rate(self, done: int) -> str:
        """Say how much is done in a second."""
        pace = self.per_second(done)
        return f"{pace:,.1f} a second" if pace else ""


def _lines(clock: Callable[[], float], tell: Callable[[str], None]) -> Progress:
    """Return a progress that tells a line now and then."""
    pace, last = Pace(clock), clock()

    def progress(done: int, total: int) -> None:
        nonlocal last
        speed = pace.per_second(done)
        if done == total or clock() - last >= EVERY:
            last = clock()
            left = f", {lasting((total - done) / speed)} left" if speed and done < total else ""
            at = f", {speed:,.1f} a second" if speed else ""
            tell(f"{done:,} of {total:,} files{at}{left}")

    return progress


def lasting(seconds: float) -> str:
    """Say how long something lasts."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"


def _told(summary: Summary, folder: Path) -> str:
    found = f"{counted(summary.reports, 'report')} from {counted(summary.files, 'file')}"
    lines = [f"{found}, {counted(summary.statements, 'statement')}, in {folder}."]
    if summary.copies or summary.repeats:
        lines.append(
            f"Copies of an earlier report: {summary.copies:,}; statements that repeat one word for word: "
            f"{summary.repeats:,}. See the columns copy_of and repeats."
        )
    if summary.problems:
        lines.append(f"Files or parts that could not be read: {summary.problems:,}. See the table problems.")
    if summary.unread:
        lines.append(
            f"Reports with passages that are not in English, which are kept and not read: "
            f"{summary.unread:,}. See the table problems."
        )
    if summary.skipped:
        lines.append(f"Skipped, as their ending is no report's: {counted(summary.skipped, 'file')}.")
    lines.append(f"Ask it with 'goodoffices search {folder} WORDS' or 'goodoffices query {folder} SQL'.")
    return "\n".join(lines)
