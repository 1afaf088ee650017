"""`goodoffices query`: ask a corpus in SQL."""

from __future__ import annotations

from pathlib import Path

import click

from goodoffices.cli.arguments import write_out
from goodoffices.cli.words import counted

ENDINGS = {".csv": "csv", ".json": "json", ".xlsx": "xlsx", ".parquet": "parquet"}
"""Endings of a file that is written, with its form."""


@click.command(name="query")
@click.argument("corpus", type=click.Path(path_type=Path))
@click.argument("sql")
@click.option("--csv", "as_csv", is_flag=True, help="Write all rows as CSV.")
@click.option("--json", "as_json", is_flag=True, help="Write all rows as JSON.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="File to write to, in the form that it ends in: .csv, .json, .xlsx or .parquet.",
)
def command(corpus: Path, sql: str, as_csv: bool, as_json: bool, output: Path | None) -> None:
    """Ask a corpus in SQL (DuckDB's).

    CORPUS is a folder that 'goodoffices read FOLDER -o CORPUS/' made. Its tables are reports, statements,
    relations, precedents, options, distances and problems.

    Example: goodoffices query corpus "SELECT actor, act, count(*) FROM statements GROUP BY ALL"
    """
    form = _form(output, as_csv=as_csv, as_json=as_json)
    from goodoffices.workspace.corpus.query import as_parquet, ask

    if form == "parquet" and output is not None:
        from goodoffices.workspace.files import write_atomically

        data, count = as_parquet(corpus, sql)
        write_atomically(output, data)
        _tell(count, output)
        return
    from goodoffices.cli.query_forms import csv_text, json_text, show, write_workbook

    found = ask(corpus, sql)
    if form == "xlsx" and output is not None:
        write_workbook(found, output)
    elif form is None:
        show(found)
    else:
        write_out(csv_text(found) if form == "csv" else json_text(found), output)
    _tell(len(found.rows), output)


def _form(output: Path | None, *, as_csv: bool, as_json: bool) -> str | None:
    """Return the form in which rows are written; None to show them."""
    if as_csv and as_json:
        raise click.UsageError("give --csv or --json, not both")
    asked = "csv" if as_csv else "json" if as_json else None
    if output is None or str(output) == "-":
        return asked or ("csv" if output else None)
    ending = ENDINGS.get(output.suffix.lower())
    if asked and ending not in {asked, None}:
        raise click.UsageError(f"{output} ends in {output.suffix}, and --{asked} was given; leave one out")
    if not asked and ending is None:
        raise click.UsageError(
            f"rows cannot be written as '{output.suffix or output.name}'; end the name in "
            f"{', '.join(ENDINGS)}, or give --csv or --json"
        )
    return asked or ending


def _tell(count: int, output: Path | None) -> None:
    if output is not None and str(output) != "-":
        click.echo(f"{counted(count, 'row')} in {output}.", err=True)
