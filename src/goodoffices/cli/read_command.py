"""`goodoffices read`: list who says or does what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from goodoffices.cli.arguments import json_option, progress, report_arguments, take_reports, write_out


@click.command(name="read")
@report_arguments
@json_option
@click.option(
    "-o",
    "--output",
    metavar="FILE|FOLDER/",
    help="File to write JSON lines to; or, ending in a slash, a corpus folder for thousands of reports.",
)
@click.option("--all", "every", is_flag=True, help="List every statement, not each act once.")
@click.option(
    "--workers", type=click.IntRange(1, 1024), help="Processes that read a corpus; as many as cores."
)
@click.option("--dask", metavar="ADDRESS", help="Read a corpus on the Dask cluster of this scheduler.")
def command(
    paths: Sequence[Path],
    as_json: bool,
    output: str | None,
    every: bool,
    workers: int | None,
    dask: str | None,
) -> None:
    """List who says or does what in reports, with the words that show it.

    REPORT is a file (text, Markdown, HTML, PDF, Word, e-mail, feed), a folder of such files, or - for
    standard input.
    An act that several statements tell, as agency copies do, is listed once with the ids of the others;
    --all lists them all.
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
    from goodoffices.cli.read_table import show
    from goodoffices.reports.copies import find_copies
    from goodoffices.statements.acts_told import acts_told
    from goodoffices.statements.gazetteer import load_gazetteer
    from goodoffices.statements.jsonl import plain_line, reading_lines
    from goodoffices.statements.told_again import repeated
    from goodoffices.workspace.reading import read

    reports = take_reports(paths)
    reading = read(reports, progress=progress)
    copies = find_copies(reports)
    acts = acts_told(reading, reports, load_gazetteer(), copies)
    if as_json or output is not None:
        lines = "".join(plain_line("act", act) + "\n" for act in acts)
        write_out(reading_lines(reading) + lines, Path(output) if output is not None else None)
    else:
        again = {} if every else repeated(reading, acts, copies)
        show(reading, () if every else acts, again, copies, reports)
