"""`goodoffices query`: ask a corpus in SQL."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from goodoffices.cli.arguments import write_out

if TYPE_CHECKING:
    import pandas as pd

SHOWN = 50
"""Rows that are shown to a person; --csv and --json give all."""


@click.command(name="query")
@click.argument("corpus", type=click.Path(path_type=Path))
@click.argument("sql")
@click.option("--csv", "form", flag_value="csv", help="Write all rows as CSV.")
@click.option("--json", "form", flag_value="json", help="Write all rows as JSON.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="File to write to.")
def command(corpus: Path, sql: str, form: str | None, output: Path | None) -> None:
    """Ask a corpus in SQL (DuckDB's).

    CORPUS is a folder that 'goodoffices read FOLDER -o CORPUS/' made. Its tables are reports, statements,
    relations, precedents, options, distances and problems.

    Example: goodoffices query corpus "SELECT actor, act, count(*) FROM statements GROUP BY ALL"
    """
    from goodoffices.workspace.corpus.query import query

    found = query(corpus, sql)
    if form == "json":
        write_out(found.to_json(orient="records", date_format="iso", force_ascii=False, indent=1), output)
    elif form == "csv" or output is not None:
        write_out(found.to_csv(index=False), output)
    else:
        _show(found)


def _show(found: pd.DataFrame) -> None:
    from rich.console import Console
    from rich.markup import escape
    from rich.table import Table

    table = Table(*map(str, found.columns))
    for row in found.head(SHOWN).itertuples(index=False):
        table.add_row(*(escape(_cell(value)) for value in row))
    console = Console()
    console.print(table)
    if len(found) > SHOWN:
        console.print(f"The first {SHOWN} of {len(found):,} rows; --csv or --json gives all.")


def _cell(value: object) -> str:
    return "" if value is None or str(value) in {"nan", "NaT", "<NA>"} else str(value)
