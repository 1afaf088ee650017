"""Arguments and messages that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from goodoffices.cli.words import shown
from goodoffices.reports.report import Report

if TYPE_CHECKING:
    from goodoffices.workspace.bundle import Bundle

Command = TypeVar("Command", bound=Callable[..., Any])
FEW = 3
"""Up to so many reports are read without a progress bar."""


def report_arguments(command: Command) -> Command:
    """Add the arguments of a command that reads reports."""
    return click.argument(
        "paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="REPORT..."
    )(command)


def json_option(command: Command) -> Command:
    """Add --json."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON for programs.")(command)


def take_reports(paths: Sequence[Path]) -> tuple[Report, ...]:
    """Read the files that were named, and say on standard error what could not be read or was skipped."""
    from goodoffices.statements.language import language_note
    from goodoffices.workspace.intake import read_reports

    intake = read_reports(paths, stdin=sys.stdin.buffer)
    for problem in intake.problems:
        click.echo(f"Not read: {shown(problem)}", err=True)
    if intake.skipped:
        names = shown(", ".join(path.name for path in intake.skipped[:FEW]))
        more = f" and {len(intake.skipped) - FEW} more" if len(intake.skipped) > FEW else ""
        click.echo(f"Skipped, as their ending is no report's: {names}{more}.", err=True)
    for report in intake.reports:
        if note := language_note(report):
            click.echo(f"{shown(f'{report.id}: {note}')}.", err=True)
    return intake.reports


def tell_behind(bundle: Bundle) -> None:
    """Say on standard error that a case lags behind its corrected statements, where it does."""
    from goodoffices.findings.lagging import lagging

    said = lagging(bundle.lags)
    if said:
        click.echo(f"{shown(said)}; 'goodoffices check' names the lines to change.", err=True)


def progress(reports: Iterable[Report]) -> Iterator[Report]:
    """Yield reports while a bar on standard error shows how far the reading is, where there are many."""
    listed = list(reports)
    if len(listed) <= FEW or not sys.stderr.isatty():
        yield from listed
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(listed, description="Reading", console=Console(stderr=True))


def named_output(output: Path | None, kind: str, example: str) -> Path:
    """Return where to write, which a command cannot choose by itself.

    Raises:
        click.UsageError: It was not said; the message gives an example.
    """
    if output is None:
        raise click.UsageError(f"say with -o which {kind} to write, for example: goodoffices {example}")
    return output


def write_out(text: str, output: Path | None) -> None:
    """Write text to standard output, or to a file in one step."""
    if output is None or str(output) == "-":
        click.echo(text, nl=not text.endswith("\n"))
        return
    from goodoffices.workspace.files import write_atomically

    write_atomically(output, text)
