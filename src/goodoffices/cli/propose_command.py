"""`goodoffices propose`: have a language model propose statements."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from goodoffices.cli.arguments import report_arguments, take_reports, write_out
from goodoffices.cli.words import counted, shown

if TYPE_CHECKING:
    from goodoffices.reports.report import Report
    from goodoffices.statements.statement import Reading
    from goodoffices.workspace.language_model.endpoint import Endpoint
    from goodoffices.workspace.language_model.propose import Proposals

FILE = "proposals.jsonl"


@click.command(name="propose")
@report_arguments
@click.option("--model", required=True, help="Name of the model, as the endpoint knows it.")
@click.option(
    "--endpoint",
    help="Base address of an OpenAI-compatible endpoint; needed unless OPENAI_BASE_URL names one.",
)
@click.option(
    "--timeout", type=click.FloatRange(1, 3600), default=120, show_default=True, help="Seconds to wait."
)
@click.option("--yes", is_flag=True, help="Send without asking first.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write the JSON lines to.")
def command(
    paths: Sequence[Path],
    model: str,
    endpoint: str | None,
    timeout: float,
    yes: bool,
    output: Path | None,
) -> None:
    """Have a language model propose statements, and drop every one whose words are not in the report.

    REPORT is a file or folder of reports, or one case folder. The readable passages are sent to the endpoint:
    you are told how much and where to, and asked first. Proposals are JSON lines with the model, the hash of
    the question and the hash of the answer. In a case folder they go to proposals.jsonl; they never
    change what stands there, and 'goodoffices review' puts them before a person.
    """
    from goodoffices.statements.gazetteer import load_gazetteer
    from goodoffices.workspace.language_model.endpoint import from_environment
    from goodoffices.workspace.language_model.propose import propose

    where = from_environment(model, endpoint, timeout)
    reports, reading, folder = _taken(paths)
    _agree_to_send(reports, where, yes=yes)
    proposals = propose(
        reports,
        reading.statements,
        where,
        load_gazetteer(),
        cache=_cache(),
        progress=_progress,
    )
    _tell(proposals)
    write_out(proposals.lines(), output or (folder / FILE if folder else None))


def _taken(paths: Sequence[Path]) -> tuple[tuple[Report, ...], Reading, Path | None]:
    """Return reports, what was found in them, and the case folder if one was named."""
    from goodoffices.workspace.bundle import is_case_folder, open_folder
    from goodoffices.workspace.reading import read

    if len(paths) == 1 and is_case_folder(paths[0]):
        bundle = open_folder(paths[0])
        return bundle.reports, bundle.reading, paths[0]
    reports = take_reports(paths)
    return reports, read(reports), None


def _agree_to_send(reports: Sequence[Report], endpoint: Endpoint, *, yes: bool) -> None:
    """Say what would be sent where, and ask; without a person to ask, --yes is needed."""
    from goodoffices.workspace.language_model.propose import pieces, unasked

    asked = pieces(reports)
    if not asked:
        raise click.UsageError("the reports have no passage that could be sent")
    sent = unasked(asked, endpoint, _cache())
    _tell_kept(len(asked) - len(sent), endpoint)
    if not sent:
        return
    size = sum(stretch.end - stretch.start for _, stretch in sent)
    host = urlsplit(endpoint.url).hostname or ""
    place = "on this machine" if host in {"localhost", "127.0.0.1", "::1"} else "OUTSIDE this machine"
    of = counted(len({report.id for report, _ in sent}), "report")
    click.echo(
        f"{counted(len(sent), 'question')} with {size:,} characters of {of} would go to "
        f"{endpoint.url}, {place}, for the model {endpoint.model}: the passages that are read, and no file "
        f"names or codings.\nAnswers are kept in {_cache()}.",
        err=True,
    )
    if yes:
        return
    if not sys.stdin.isatty():
        raise click.UsageError("nothing was sent: give --yes to send without being asked")
    click.confirm("Send them?", abort=True, err=True)


def _tell_kept(count: int, endpoint: Endpoint) -> None:
    """Say how many answers are there already, so that nobody takes them for new ones."""
    if count:
        click.echo(
            f"{counted(count, 'answer')} of {endpoint.model} at {endpoint.url} "
            f"{'is' if count == 1 else 'are'} kept from before in {_cache()}; nothing is sent for "
            f"{'it' if count == 1 else 'them'}.",
            err=True,
        )


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "goodoffices" / "language-model"


def _progress(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done} of {total} questions", err=True, nl=done == total)


def _tell(proposals: Proposals) -> None:
    from goodoffices.workspace.language_model.propose import problems

    for problem in problems(proposals.calls):
        click.echo(f"No proposals: {shown(problem)}", err=True)
    dropped = ", ".join(f"{count} {reason}" for reason, count in sorted(proposals.dropped.items()))
    click.echo(
        f"{counted(len(proposals.statements), 'proposal')} kept, all of whose words stand in the reports; "
        f"dropped: {dropped or 'none'}. Nobody has confirmed them yet.",
        err=True,
    )
