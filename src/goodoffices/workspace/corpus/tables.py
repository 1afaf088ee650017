"""The tables of a corpus, as Parquet files that DuckDB, Polars, pandas and R read."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from goodoffices.workspace.corpus.acts import mark_acts
from goodoffices.workspace.corpus.copies import find_copies

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

TABLES = ("reports", "statements", "relations", "precedents", "options", "distances", "problems")
MEMORY = "400MB"
LEAST_BUFFER = 2**20
"""Bytes of a line that are always reckoned with."""
ROWS_IN_A_GROUP = 8192
_MOST_ROWS = 1_000_000_000

_WHO = "{0} VARCHAR, {0}_name VARCHAR, {0}_person VARCHAR, {0}_words VARCHAR"
_COLUMNS = ", ".join(
    (
        "kind VARCHAR, report VARCHAR, file VARCHAR, message VARCHAR",
        "title VARCHAR, publisher VARCHAR, date DATE, media_type VARCHAR, sha256 VARCHAR, unit VARCHAR",
        "passages BIGINT[][], boilerplate JSON, pages BIGINT[], words BIGINT, text VARCHAR",
        "sketch BIGINT[], bands VARCHAR[]",
        'id VARCHAR, start BIGINT, "end" BIGINT, evidence VARCHAR, json VARCHAR',
        *(_WHO.format(who) for who in ("actor", "target", "beneficiary", "claimed_by")),
        "act VARCHAR, negated BOOLEAN, modality VARCHAR, manner VARCHAR, cue VARCHAR, content VARCHAR",
        "condition VARCHAR, reasons VARCHAR[], issues VARCHAR[], answers VARCHAR[], act_date DATE",
        "rule VARCHAR, fold VARCHAR, relation VARCHAR, means VARCHAR, name VARCHAR, year BIGINT",
        "of VARCHAR, parties VARCHAR[]",
    )
)
_REPEATS = """
CREATE TABLE statements AS
SELECT f.*, CASE WHEN f.fold IS NOT NULL AND row_number() OVER same > 1
    THEN first_value(f.report || '#' || f.id) OVER same END AS repeats
FROM raw f JOIN reports r USING (report) WHERE f.kind NOT IN ('report', 'problem', 'unread')
WINDOW same AS (PARTITION BY f.fold ORDER BY r.date NULLS LAST, r.file, f.n)
"""
_PLACED = """
CREATE VIEW placed AS
SELECT f.*, r.date AS day, r.publisher AS source, r.copy_of, r.file AS path, told.act_id
FROM statements f JOIN reports r USING (report)
    LEFT JOIN told ON told.report = f.report AND told.id = f.id
"""
_SELECT = {
    "reports": """
        SELECT report, file, title, publisher, date, media_type, words, copy_of, sha256, text, passages,
            boilerplate::VARCHAR AS boilerplate, pages
        FROM reports ORDER BY file, n""",
    "statements": """
        SELECT report, id, day AS date, source AS publisher, actor, actor_name, actor_person, actor_words,
            act, negated, modality, manner, target, target_name, target_person, target_words,
            beneficiary, beneficiary_name, beneficiary_words, content,
            condition, reasons, issues, answers, act_date, cue, rule, copy_of, repeats, act_id,
            start, "end", evidence, json
        FROM placed WHERE kind = 'statement' ORDER BY path, n""",
    "relations": """
        SELECT report, id, day AS date, source AS publisher, actor, actor_name, actor_person, actor_words,
            relation, negated, target, target_name, target_person, target_words, means,
            claimed_by, claimed_by_name, claimed_by_person, claimed_by_words, copy_of,
            start, "end", evidence, json
        FROM placed WHERE kind = 'relation' ORDER BY path, n""",
    "precedents": """
        SELECT report, id, day AS date, source AS publisher, name, year,
            claimed_by, claimed_by_name, claimed_by_person, claimed_by_words, copy_of,
            start, "end", evidence, json
        FROM placed WHERE kind = 'precedent' ORDER BY path, n""",
    "options": """
        SELECT report, id, day AS date, source AS publisher, content, of, issues, copy_of,
            start, "end", evidence, json
        FROM placed WHERE kind = 'option' ORDER BY path, n""",
    "distances": """
        SELECT report, id, day AS date, source AS publisher, parties, issues, copy_of,
            start, "end", evidence, json
        FROM placed WHERE kind = 'distance' ORDER BY path, n""",
    "problems": "SELECT file, message FROM raw WHERE kind IN ('problem', 'unread') ORDER BY file, n",
}


def table_path(folder: Path, table: str) -> Path:
    """Return the path of a table of a corpus."""
    return folder / f"{table}.parquet"


def write_tables(folder: Path, parts: Sequence[Path]) -> dict[str, int]:
    """Write the tables of a corpus from the results of its batches, with memory that does not grow with it.

    Returns:
        How many reports, statements, problems, copies, repeats and reports not all in English there are.
    """
    import duckdb  # noqa: PLC0415 - only corpora need it

    build = folder / ".build"
    shutil.rmtree(build, ignore_errors=True)
    build.mkdir()
    connection = duckdb.connect(str(build / "build.duckdb"))
    try:
        connection.execute(f"SET threads=1; SET memory_limit='{MEMORY}'; SET preserve_insertion_order=true")
        connection.execute(f"SET temp_directory='{_quoted(build / 'spill')}'")
        _load(connection, parts)
        _mark_copies(connection)
        mark_acts(connection, build)
        connection.execute(_PLACED)
        for table in TABLES:
            _write(connection, table, build, table_path(folder, table))
        return _counts(connection)
    finally:
        connection.close()
        shutil.rmtree(build, ignore_errors=True)


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _load(connection: DuckDBPyConnection, parts: Sequence[Path]) -> None:
    """Load the rows of all parts in their order, numbered."""
    connection.execute(f"CREATE TABLE raw (n BIGINT, {_COLUMNS})")
    columns = {name.strip('"'): kind for name, kind in map(_split, _COLUMNS.split(", "))}
    for number, part in enumerate(parts):
        connection.read_json(
            str(part),
            format="newline_delimited",
            columns=columns,
            maximum_object_size=max(LEAST_BUFFER, _longest_line(part)),
        ).create_view("part", replace=True)
        connection.execute(
            "INSERT INTO raw SELECT ? + row_number() OVER (), * FROM part", [number * _MOST_ROWS]
        )


def _longest_line(part: Path) -> int:
    """Return the bytes of the longest line of a part; DuckDB sets aside twice that, so it has to fit."""
    with gzip.open(part) as lines:
        return max(map(len, lines), default=0)


def _split(column: str) -> tuple[str, str]:
    name, kind = column.rsplit(" ", 1)
    return name, kind


def _mark_copies(connection: DuckDBPyConnection) -> None:
    """Mark reports that copy an earlier one, and statements whose words an earlier report has."""
    connection.execute("CREATE TABLE copies (report VARCHAR, copy_of VARCHAR)")
    copies = find_copies(connection)
    if copies:
        connection.executemany("INSERT INTO copies VALUES (?, ?)", copies)
    connection.execute(
        "CREATE TABLE reports AS SELECT raw.* EXCLUDE (kind), copies.copy_of FROM raw "
        "LEFT JOIN copies USING (report) WHERE raw.kind = 'report'"
    )
    connection.execute(_REPEATS)


def _write(connection: DuckDBPyConnection, table: str, build: Path, target: Path) -> None:
    made = build / f"{table}.parquet"
    connection.sql(_SELECT[table]).write_parquet(
        str(made), compression="zstd", row_group_size=ROWS_IN_A_GROUP
    )
    made.replace(target)


def _counts(connection: DuckDBPyConnection) -> dict[str, int]:
    questions = {
        "reports": "SELECT count(*) FROM reports",
        "statements": "SELECT count(*) FROM statements WHERE kind = 'statement'",
        "copies": "SELECT count(*) FROM reports WHERE copy_of IS NOT NULL",
        "repeats": "SELECT count(*) FROM statements WHERE repeats IS NOT NULL",
        "problems": "SELECT count(*) FROM raw WHERE kind = 'problem'",
        "unread": "SELECT count(*) FROM raw WHERE kind = 'unread'",
    }
    return {name: connection.execute(question).fetchall()[0][0] for name, question in questions.items()}
