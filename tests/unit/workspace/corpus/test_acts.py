"""The acts that the statements of a corpus tell of."""

from __future__ import annotations

import datetime as dt
import json
import random
from pathlib import Path

import duckdb
import pytest

from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts_told import acts_told
from goodoffices.statements.combine import combine
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.jsonl import parse_finding
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.corpus import acts
from goodoffices.workspace.corpus.build import build_corpus
from goodoffices.workspace.corpus.tables import table_path
from goodoffices.workspace.corpus.workers import here

Told = dict[str, list[str]]
PLAN = "Norway proposed a patrol of neutral officers along the northern border road"


def quiet(_done: int, _total: int) -> None:
    """Take the progress and show nothing."""


def corpus(folder: Path, texts: dict[str, str]) -> Path:
    """Return the corpus of some texts by the names of their files."""
    articles = folder / "articles"
    articles.mkdir()
    for name, text in texts.items():
        (articles / f"{name}.txt").write_text(text, encoding="utf-8")
    build_corpus([articles], folder / "corpus", run=here, progress=quiet)
    return folder / "corpus"


def told(found: Path) -> Told:
    """Return for each act, in order of its statements, which files tell of it, and with which act."""
    with duckdb.connect() as tables:
        for table in ("reports", "statements"):
            tables.read_parquet(str(table_path(found, table))).create_view(table)
        rows = tables.execute(
            "SELECT act_id, file, act FROM statements JOIN reports USING (report) ORDER BY file, start"
        ).fetchall()
    groups: Told = {}
    for act_id, file, act in rows:
        groups.setdefault(act_id, []).append(f"{file[0]} {act}")
    return groups


def on(day: str, text: str) -> str:
    """Return a text with the day on which it was published."""
    return f"Published: {day}\n\n{text}\n"


def test_what_several_reports_tell_within_a_week_is_one_act(tmp_path: Path) -> None:
    """Other words of the same content count; what is said again a month later is an act of its own."""
    found = told(
        corpus(
            tmp_path,
            {
                "a": on("2 May 2019", f"{PLAN}. Sweden rejected the proposal."),
                "b": on("4 May 2019", f"{PLAN}, its minister said. Sweden rejected the proposal at once."),
                "c": on("3 June 2019", f"{PLAN}."),
                "d": on("5 May 2019", "Norway proposed a summit on wheat in the southern harbour towns."),
            },
        )
    )
    assert sorted(found.values()) == [
        ["a propose", "b propose"],
        ["a reject", "b reject"],
        ["c propose"],
        ["d propose"],
    ]
    assert all(act_id.partition("#")[0].startswith(group[0][0]) for act_id, group in found.items())


def test_a_copy_tells_of_the_act_of_what_it_copies(tmp_path: Path) -> None:
    """A copy that is printed weeks later counts with the day of the original."""
    story = (
        f"{PLAN}. Reporters waited in the rain until the doors of the old customs house were opened at last, "
        "and a clerk read the text aloud from the steps without taking a single question from the crowd."
    )
    found = told(corpus(tmp_path, {"a": on("2 May 2019", story), "b": on("30 May 2019", story)}))
    assert ["a propose", "b propose"] in found.values()


def test_reports_without_a_date_are_compared_with_one_another(tmp_path: Path) -> None:
    """They join no act of a dated report."""
    found = told(corpus(tmp_path, {"a": f"{PLAN}.\n", "b": f"{PLAN}.\n", "c": on("2 May 2019", f"{PLAN}.")}))
    assert sorted(found.values()) == [["a propose", "b propose"], ["c propose"]]


def test_what_is_held_at_once_is_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the limit the oldest acts are let go, and told again they are new ones."""
    monkeypatch.setattr(acts, "MOST", 1)
    other = "Norway proposed a summit on wheat in the southern harbour towns"
    found = told(
        corpus(tmp_path, {"a": f"{PLAN}.\n", "b": f"{other}.\n", "c": f"{PLAN}.\n", "d": f"{PLAN}.\n"})
    )
    assert sorted(found.values()) == [["a propose"], ["b propose"], ["c propose", "d propose"]]


def test_the_acts_of_a_corpus_are_those_of_a_reading(tmp_path: Path) -> None:
    """Where nothing is let go and nothing is copied, the grouping is that of all reports read together."""
    draw = random.Random(1)  # noqa: S311 - no secret
    things = ("a patrol of neutral officers along the border road", "the exchange of all wounded prisoners")
    texts = {}
    for number in range(60):
        one, other = draw.sample(("Norway", "Sweden", "Kenya"), 2)
        text = f"{one} {draw.choice(('proposed', 'demanded'))} {draw.choice(things)}. {other} "
        text += f"{draw.choice(('rejected', 'accepted'))} the proposal."
        texts[f"{number:02}"] = on(f"{draw.randrange(1, 29)} May 2019", text)
    found = corpus(tmp_path, texts)
    with duckdb.connect() as tables:
        for table in ("reports", "statements"):
            tables.read_parquet(str(table_path(found, table))).create_view(table)
        reports = {
            id_: Report(id_, text, date=day, passages=tuple(Span(*place) for place in passages))
            for id_, text, day, passages in tables.execute(
                "SELECT report, text, date, passages FROM reports ORDER BY file"
            ).fetchall()
        }
        rows = tables.execute("SELECT report, id, json, act_id FROM statements").fetchall()
        copies = tables.execute("SELECT count(*) FROM reports WHERE copy_of IS NOT NULL").fetchall()
    assert copies == [(0,)]
    by_report: dict[str, list[Statement]] = {id_: [] for id_ in reports}
    marked: dict[str, set[tuple[str, str]]] = {}
    for report, id_, line, act_id in rows:
        said_there = parse_finding(json.loads(line), reports, "x")
        by_report[report] += [said_there] if isinstance(said_there, Statement) else []
        marked.setdefault(act_id, set()).add((report, id_))
    reading = combine([Reading(tuple(said)) for said in by_report.values()])
    names = [(report, one.id) for report, said in by_report.items() for one in said]
    name = dict(zip((one.id for one in reading.statements), names, strict=True))
    whole = acts_told(reading, reports.values(), load_gazetteer(), {})
    assert {frozenset(name[id_] for id_ in act.statements) for act in whole} == set(
        map(frozenset, marked.values())
    )
    assert len(whole) < len(rows)


def test_dates_are_days(tmp_path: Path) -> None:
    """The table keeps the days by which acts are told apart."""
    found = corpus(tmp_path, {"a": on("2 May 2019", f"{PLAN}.")})
    with duckdb.connect() as tables:
        days = tables.read_parquet(str(table_path(found, "statements"))).project("date").fetchall()
    assert days == [(dt.date(2019, 5, 2),)]
