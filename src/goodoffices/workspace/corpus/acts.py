"""Which statements of a corpus tell of one act, party by party and week by week, in bounded memory.

The rule is that of `acts_told`. To hold what is compared at once to a number, an act is let go when three
weeks have passed since it was first told, and the oldest are beyond `MOST` of one party; statements in
reports without a date are compared with one another only.
"""

from __future__ import annotations

import csv
import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, cast

from goodoffices.reports.report import Report
from goodoffices.statements.act_sorting import ActSorter, spelt_out
from goodoffices.statements.acts import ANSWERS
from goodoffices.statements.gazetteer import Gazetteer, load_gazetteer
from goodoffices.statements.jsonl import unchecked_finding
from goodoffices.statements.same_act import Telling, telling
from goodoffices.statements.statement import Statement

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MOST = 500
"""Most acts of one party that are held at once."""
AT_ONCE = 1000
"""Rows that are taken from the database at once."""
_SAID = """
CREATE VIEW said AS
SELECT f.report, f.id, f.json, f.n, f.answers, r.file AS path, o.date AS day,
    coalesce(r.copy_of, f.report) AS origin, list_contains({acts}, f.act) AS answering,
    coalesce(f.actor, f.actor_person, coalesce(r.copy_of, f.report) || ': ' || f.actor_words) AS who,
    coalesce(f.act_date, o.date) AS told_on
FROM statements f JOIN reports r USING (report) JOIN reports o ON o.report = coalesce(r.copy_of, r.report)
WHERE f.kind = 'statement'
"""
_FIRST = """
SELECT who, report, id, json, day, origin, NULL, NULL FROM said WHERE NOT answering
ORDER BY who, told_on NULLS LAST, path, n
"""
_THEN = """
WITH answered AS (
    SELECT a.report, a.id, list(DISTINCT t.act_id ORDER BY t.act_id) AS acts, arg_min(s.json, s.n) AS words
    FROM (SELECT report, id, unnest(answers) AS target FROM said WHERE answering) a
    JOIN told t ON t.report = a.report AND t.id = a.target
    JOIN said s ON s.report = a.report AND s.id = a.target
    GROUP BY a.report, a.id
)
SELECT who, said.report, said.id, json, day, origin, acts, words
FROM said LEFT JOIN answered USING (report, id) WHERE answering
ORDER BY who, told_on NULLS LAST, path, n
"""
_TAKE = """
INSERT INTO told SELECT report, id, act_id FROM read_csv(?, header=true, auto_detect=false, delim=',',
    quote='"', escape='"', columns={'report': 'VARCHAR', 'id': 'VARCHAR', 'act_id': 'VARCHAR'})
"""


class _Row(NamedTuple):
    """A statement on its way to its act.

    Attributes:
        who: Its party, or who speaks.
        report: Id of its report.
        id: Its id there.
        json: Its line.
        day: Day of its report, or of what that copies.
        origin: Id of the report, or of what it copies.
        acts: The acts that it answers.
        words: The line of the first statement that it answers.
    """

    who: str
    report: str
    id: str
    json: str
    day: dt.date | None
    origin: str
    acts: Sequence[str] | None
    words: str | None


def mark_acts(connection: DuckDBPyConnection, build: Path) -> None:
    """Make a table `told`: for each statement the first, as 'report#id', that tells of its act.

    Args:
        connection: Holds the tables `statements` and `reports`.
        build: A folder for what is not held in memory.
    """
    acts = ", ".join(f"'{act}'" for act in sorted(ANSWERS))
    connection.execute(_SAID.format(acts=f"[{acts}]"))
    connection.execute("CREATE TABLE told (report VARCHAR, id VARCHAR, act_id VARCHAR)")
    gazetteer = load_gazetteer()
    for number, question in enumerate((_FIRST, _THEN)):
        found = build / f"told{number}.csv"
        with found.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, quoting=csv.QUOTE_ALL)
            writer.writerow(("report", "id", "act_id"))
            writer.writerows(_sorted(_rows(connection, question), gazetteer))
        connection.execute(_TAKE, [str(found)])


def _rows(connection: DuckDBPyConnection, question: str) -> Iterator[_Row]:
    cursor = connection.cursor().execute(question)
    while rows := cursor.fetchmany(AT_ONCE):
        yield from (_Row(*row) for row in rows)


def _sorted(rows: Iterator[_Row], gazetteer: Gazetteer) -> Iterator[tuple[str, str, str]]:
    """Yield report, id and act of each statement; rows come party by party, and by day."""
    sorter, party = ActSorter(), ""
    for row in rows:
        if row.who != party:
            sorter, party = ActSorter(), row.who
        one = _telling(row, row.json, gazetteer)
        if row.words and len(row.acts or ()) == 1:
            one = spelt_out(one, _telling(row, row.words, gazetteer))
        sorter.let_go(one.when, MOST)
        yield row.report, row.id, sorter.add(one, row.acts or ()).first.statement.id


def _telling(row: _Row, line: str, gazetteer: Gazetteer) -> Telling:
    """Return a statement of a row, named for the whole corpus; a copy has the day of what it copies."""
    found = cast(Statement, unchecked_finding(json.loads(line), row.report))
    statement = replace(found, id=f"{row.report}#{found.id}")
    report = Report(row.report, " ", date=row.day)
    copies = {} if row.origin == row.report else {row.report: row.origin}
    return telling(statement, report, copies, gazetteer)
