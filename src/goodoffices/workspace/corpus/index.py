"""The full-text index of a corpus: its passages, found by their words."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.tables import table_path

INDEX = "search.sqlite"
_PLAIN = re.compile(r'\w[\w\'’-]*|"[^"]*"')
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT|NEAR)\b|[*()^:+]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds the words.

    Attributes:
        report: Id of its report.
        start: Where it starts in the report's text, in code points.
        end: Where it ends.
        passage: Its words.
    """

    report: str
    start: int
    end: int
    passage: str


def write_index(folder: Path) -> None:
    """Write the index of a corpus from its table of reports, in one step."""
    import duckdb  # noqa: PLC0415 - only corpora need it

    made = folder / f".{INDEX}"
    made.unlink(missing_ok=True)
    index = sqlite3.connect(made)
    try:
        index.execute(
            "CREATE VIRTUAL TABLE passages USING fts5(passage, report UNINDEXED, start UNINDEXED, "
            "\"end\" UNINDEXED, tokenize = 'unicode61 remove_diacritics 2')"
        )
        with duckdb.connect() as tables:
            rows = tables.execute(
                "SELECT report, text, passages FROM read_parquet(?) ORDER BY file_row_number",
                [str(table_path(folder, "reports"))],
            )
            while found := rows.fetchmany(500):
                index.executemany(
                    "INSERT INTO passages VALUES (?, ?, ?, ?)",
                    (
                        (text[start:end], report, start, end)
                        for report, text, spans in found
                        for start, end in spans
                    ),
                )
        index.execute("INSERT INTO passages(passages) VALUES('optimize')")
        index.commit()
    finally:
        index.close()
    made.replace(folder / INDEX)


def search(folder: Path, words: str, *, limit: int = 20) -> tuple[Hit, ...]:
    """Return the passages that hold all the words, those that fit best first.

    Args:
        folder: The corpus.
        words: Words and "phrases in quotation marks"; AND, OR, NOT, NEAR and prefix* are understood.
        limit: Most passages that are returned.

    Raises:
        ReportError: There is no finished corpus, or the query cannot be understood.
    """
    path = folder / INDEX
    if not path.is_file():
        raise ReportError(
            f"{folder} holds no finished corpus; make one with 'goodoffices read FOLDER -o {folder}/'"
        )
    query = words if _OPERATOR.search(words) else " ".join(_phrase(part) for part in _PLAIN.findall(words))
    index = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    try:
        rows = index.execute(
            'SELECT report, start, "end", passage FROM passages WHERE passages MATCH ? '
            "ORDER BY rank, rowid LIMIT ?",
            [query, limit],
        ).fetchall()
    except sqlite3.Error as error:
        raise ReportError(
            f"the search for {words!r} cannot be understood ({error}); give words, or phrases in quotation "
            "marks"
        ) from error
    finally:
        index.close()
    return tuple(Hit(*row) for row in rows)


def _phrase(part: str) -> str:
    return part if part.startswith('"') else f'"{part}"'
