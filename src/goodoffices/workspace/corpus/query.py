"""Ask a corpus in SQL; the query sees its tables and nothing else of the machine."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.build import SUMMARY, load_summary
from goodoffices.workspace.corpus.tables import TABLES, table_path

if TYPE_CHECKING:
    import pandas as pd


def query(folder: Path, sql: str) -> pd.DataFrame:
    """Return what a query in DuckDB's SQL finds in the tables of a corpus.

    The tables are reports, statements, relations, precedents, options, distances and problems. The query can
    read no other file and cannot write any.

    Args:
        folder: The corpus.
        sql: One query.

    Raises:
        ReportError: There is no finished corpus, or the query is wrong.
    """
    import duckdb  # noqa: PLC0415 - only corpora need it

    require_finished(folder)
    with duckdb.connect() as connection:
        for table in TABLES:
            connection.read_parquet(str(table_path(folder, table))).create_view(table)
        tables = ", ".join(f"'{table_path(folder.resolve(), table)}'" for table in TABLES)
        connection.execute(f"SET allowed_paths=[{tables}]; SET enable_external_access=false")
        connection.execute("SET lock_configuration=true")
        try:
            return connection.execute(sql).df()
        except duckdb.Error as error:
            raise ReportError(f"the query is wrong: {error}; the tables are {', '.join(TABLES)}") from error


def require_finished(folder: Path) -> None:
    """Refuse a folder that is no corpus, or one whose reading was stopped.

    Raises:
        ReportError: It is not a finished corpus.
    """
    if load_summary(folder) is not None:
        return
    if folder.is_dir() and (folder / "parts").is_dir():
        raise ReportError(
            f"{folder} was not read to its end; give the 'goodoffices read … -o {folder}/' again"
        )
    raise ReportError(
        f"{folder} is no corpus (it has no {SUMMARY}); make one with 'goodoffices read FOLDER -o {folder}/'"
    )
