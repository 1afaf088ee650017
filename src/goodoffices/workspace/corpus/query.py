"""Ask a corpus in SQL; the query sees its tables and nothing else of the machine."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.build import SUMMARY, load_summary
from goodoffices.workspace.corpus.tables import TABLES, table_path

if TYPE_CHECKING:
    import pandas as pd
    from duckdb import DuckDBPyConnection, DuckDBPyRelation

ASKING = frozenset({"SELECT", "EXPLAIN"})
"""Kinds of statements that give rows and change nothing; SHOW and DESCRIBE are of the first kind."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a query found.

    Attributes:
        columns: Names of the columns; a query may give two the same name.
        rows: Values in Python's types, a DATE as a date; None where there is none.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


def query(folder: Path, sql: str) -> pd.DataFrame:
    """Return what a query in DuckDB's SQL finds in the tables of a corpus.

    The tables are reports, statements, relations, precedents, options, distances and problems. The query can
    read no other file and cannot write any.

    Args:
        folder: The corpus.
        sql: One query.

    Raises:
        ReportError: There is no finished corpus, the query is wrong, or it is not one statement that asks.
    """
    with _asked(folder, sql) as found:
        return found.df()


def ask(folder: Path, sql: str) -> Found:
    """Return what `query` returns, with the values in the types that the tables have.

    Raises:
        ReportError: As for `query`.
    """
    with _asked(folder, sql) as found:
        return Found(tuple(found.columns), tuple(found.fetchall()))


def as_parquet(folder: Path, sql: str) -> tuple[bytes, int]:
    """Return what a query finds as a Parquet file, with the types that the tables have, and how many rows.

    Raises:
        ReportError: As for `query`.
    """
    with tempfile.TemporaryDirectory() as place:
        made = Path(place).resolve() / "found.parquet"
        with _asked(folder, sql, writes=[made]) as found:
            found.write_parquet(str(made), compression="zstd")
        return made.read_bytes(), _rows_in(made)


def _rows_in(path: Path) -> int:
    import duckdb  # noqa: PLC0415 - only corpora need it

    with duckdb.connect() as connection:
        return len(connection.read_parquet(str(path)))


@contextmanager
def _asked(folder: Path, sql: str, *, writes: Sequence[Path] = ()) -> Iterator[DuckDBPyRelation]:
    """Give what a query finds, while nothing but the tables, and the files to write, can be reached."""
    import duckdb  # noqa: PLC0415 - only corpora need it

    require_finished(folder)
    with duckdb.connect() as connection:
        for table in TABLES:
            connection.read_parquet(str(table_path(folder, table))).create_view(table)
        paths = [*(table_path(folder.resolve(), table) for table in TABLES), *writes]
        allowed = ", ".join("'" + str(path).replace("'", "''") + "'" for path in paths)
        connection.execute(f"SET allowed_paths=[{allowed}]; SET enable_external_access=false")
        connection.execute("SET lock_configuration=true")
        try:
            yield connection.sql(_only_one(connection, sql))
        except duckdb.Error as error:
            raise ReportError(f"the query is wrong: {error}; the tables are {', '.join(TABLES)}") from error


def _only_one(connection: DuckDBPyConnection, sql: str) -> str:
    """Return the one statement of a query.

    Raises:
        ReportError: There is none, there are several, or it is none that asks.
    """
    statements = connection.extract_statements(sql)
    if len(statements) != 1:
        count = f"{len(statements)} statements" if statements else "no statement"
        raise ReportError(f"the query {sql.strip()[:80]!r} has {count}; give one, such as 'FROM statements'")
    kind = statements[0].type.name
    if kind not in ASKING:
        raise ReportError(
            f"the query {sql.strip()[:80]!r} is a statement {kind}; a corpus is only asked: SELECT, FROM, "
            f"SHOW or DESCRIBE, of the tables {', '.join(TABLES)}"
        )
    return statements[0].query


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
