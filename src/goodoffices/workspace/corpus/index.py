"""The full-text index of a corpus: its passages, found by their words."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.tables import table_path

INDEX = "search.sqlite"
_PLAIN = re.compile(r'\w[\w\'’-]*|"[^"]*"')
LONGEST_HEADING = 12
"""Most words of a passage that may be a bare heading."""
_ENDS = re.compile(r"[.!?…:;][\"”’»)\]]*$")
_OPERATOR = re.compile(r"\b(?:AND|OR|NOT|NEAR)\b|[*()^:+]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that holds the words.

    Attributes:
        report: Id of its report.
        start: Where it starts in the report's text, in code points.
        end: Where it ends.
        passage: Its words.
        title: Title of its report, where it has one.
        date: Day of its report, as year-month-day.
        publisher: Who published it.
    """

    report: str
    start: int
    end: int
    passage: str
    title: str | None = None
    date: str | None = None
    publisher: str | None = None


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
    """Return the passages that hold all the words, those that fit best first, and bare headings last.

    Args:
        folder: The corpus.
        words: Words and "phrases in quotation marks"; AND, OR, NOT, NEAR and prefix* are understood.
        limit: Most passages that are returned.

    Raises:
        ReportError: There is no finished corpus, or the query cannot be understood.
    """
    path = folder / INDEX
    if not (path.is_file() and table_path(folder, "reports").is_file()):
        raise ReportError(
            f"{folder} holds no finished corpus; make one with 'goodoffices read FOLDER -o {folder}/'"
        )
    query = words if _OPERATOR.search(words) else " ".join(_phrase(part) for part in _PLAIN.findall(words))
    index = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    index.create_function("heading", 1, is_heading, deterministic=True)
    try:
        rows = index.execute(
            'SELECT report, start, "end", passage FROM passages WHERE passages MATCH ? '
            "ORDER BY heading(passage), rank, rowid LIMIT ?",
            [query, limit],
        ).fetchall()
    except sqlite3.Error as error:
        raise ReportError(
            f"the search for {words!r} cannot be understood ({error}); give words, or phrases in quotation "
            "marks"
        ) from error
    finally:
        index.close()
    known = _known(folder, {row[0] for row in rows})
    return tuple(Hit(*row, *known[row[0]]) for row in rows)


def is_heading(passage: str) -> bool:
    """Tell whether a passage is a bare heading: few words that end no sentence.

    Examples:
        >>> is_heading("Talks in Oslo"), is_heading("Talks in Oslo go on.")
        (True, False)
    """
    return len(passage.split()) <= LONGEST_HEADING and not _ENDS.search(passage.rstrip())


def _known(folder: Path, reports: Collection[str]) -> dict[str, tuple[str | None, ...]]:
    """Return title, day and publisher of reports."""
    import duckdb  # noqa: PLC0415 - only corpora need it

    with duckdb.connect() as tables:
        rows = tables.execute(
            "SELECT report, title, date::VARCHAR, publisher FROM read_parquet(?) "
            "WHERE list_contains(?, report)",
            [str(table_path(folder, "reports")), list(reports)],
        ).fetchall()
    return {report: tuple(known) for report, *known in rows}


def _phrase(part: str) -> str:
    return part if part.startswith('"') else f'"{part}"'
