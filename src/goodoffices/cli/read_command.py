"""`goodoffices read`: list who says or does what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import json_option, progress, report_arguments, take_reports, write_out

if TYPE_CHECKING:
    from goodoffices.statements.statement import Actor, Reading, Statement


@click.command(name="read")
@report_arguments
@json_option
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER/",
    help="File to write JSON lines to; or, ending in a slash, a corpus folder for thousands of reports.",
)
@click.option(
    "--workers", type=click.IntRange(1, 1024), help="Processes that read a corpus; as many as cores."
)
@click.option("--dask", metavar="ADDRESS", help="Read a corpus on the Dask cluster of this scheduler.")
def command(
    paths: Sequence[Path], as_json: bool, output: str | None, workers: int | None, dask: str | None
) -> None:
    """List who says or does what in reports, with the words that show it.

    REPORT is a file (text, Markdown, HTML, PDF, Word, e-mail, feed), a folder of such files, or - for
    standard input.
    With --json: JSON lines, one finding a line, with W3C text position and text quote selectors;
    offsets are Unicode code points into the saved text.

    With -o FOLDER/: a corpus. Reports are read in parallel, and what is found is kept in Parquet tables
    with a full-text index. It can be stopped at any moment; the same command goes on where it was.
    """
    if output is not None and (output.endswith(("/", "\\")) or Path(output).is_dir()):
        from goodoffices.cli.corpus_progress import read_corpus

        read_corpus(paths, Path(output), workers=workers, dask=dask)
        return
    if workers is not None or dask is not None:
        raise click.UsageError("--workers and --dask are for a corpus: name one with -o FOLDER/")
    from goodoffices.statements.jsonl import reading_lines
    from goodoffices.workspace.reading import read

    reading = read(take_reports(paths), progress=progress)
    if as_json or output is not None:
        write_out(reading_lines(reading), Path(output) if output is not None else None)
    else:
        _show(reading)


def _show(reading: Reading) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table("", "Who", "Act", "Words", show_lines=True)
    for statement in reading.statements:
        words = escape(statement.evidence.exact)
        table.add_row(statement.id, escape(_who(statement.actor)), _act(statement), words)
    for relation in reading.relations:
        voice = f"\n[dim]as {escape(relation.claimed_by.label)} says[/dim]" if relation.claimed_by else ""
        whom = f" {escape(relation.target.label)}" if relation.target else ""
        kind = f"{'not: ' if relation.negated else ''}{relation.kind}{whom}{voice}"
        table.add_row(relation.id, escape(_who(relation.source)), kind, escape(relation.evidence.exact))
    for mention in reading.precedents:
        who = escape(mention.claimed_by.label) if mention.claimed_by else "the report"
        table.add_row(mention.id, who, "appeals to " + escape(mention.name), escape(mention.evidence.exact))
    for option in reading.options:
        table.add_row(option.id, "no owner named", "option", escape(option.evidence.exact))
    for distance in reading.distances:
        who = escape(" / ".join(party.label for party in distance.parties))
        table.add_row(distance.id, who, "apart", escape(distance.evidence.exact))
    console = Console()
    console.print(table if table.row_count else "No statement was found.")


def _who(actor: Actor) -> str:
    return (
        actor.label if not actor.person or actor.person == actor.label else f"{actor.label}\n({actor.person})"
    )


def _act(statement: Statement) -> str:
    negated = "does not " if statement.negated else ""
    answers = f"\nanswers {', '.join(statement.answers)}" if statement.answers else ""
    return f"{negated}{statement.act}{answers}"
