"""How corpora are built, stopped, gone on with, searched and asked."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from goodoffices.errors import ReportError
from goodoffices.workspace.corpus.build import Summary, build_corpus, load_summary
from goodoffices.workspace.corpus.index import search
from goodoffices.workspace.corpus.plan import Batch, plan_corpus
from goodoffices.workspace.corpus.query import query
from goodoffices.workspace.corpus.workers import here

ARTICLE = (
    "Norway proposed a bilateral ceasefire along the river on Monday, its foreign minister said. "
    "Sweden rejected the proposal the same day and called for talks on the status of the border towns first. "
    "Finland said that it was open to sending observers once both sides had agreed on a text in {town}.\n"
)


CUT = 'SELECT text, start, "end", evidence, json'


def quiet(done: int, total: int) -> None:
    """Take the progress and show nothing."""


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of articles: two alike, a feed of two items, one that cannot be read, one no report."""
    folder = tmp_path_factory.mktemp("articles")
    (folder / "wire").mkdir()
    files = {
        "a.txt": "Published: 21 May 2019\n\n" + ARTICLE.format(town="Oslo"),
        "wire/b.txt": "Published: 20 May 2019\n\n" + ARTICLE.format(town="Bergen"),
        "wire/c.txt": "Kenya accepted the draft in Mombasa on Friday, and its negotiator left.\n",
        "feed.xml": "<rss><channel><title>Wire</title><item><title>One</title><description>Uganda rejected "
        "the offer.</description></item><item><title>Two</title></item><item/></channel></rss>",
        "bad.txt": "Talks\x00 go on",
        "table.csv": "1,2",
    }
    for name, text in files.items():
        (folder / name).write_bytes(text.encode())
    return folder


@pytest.fixture(scope="module")
def corpus(articles: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Summary]:
    """Return the corpus of the articles."""
    folder = tmp_path_factory.mktemp("out") / "corpus"
    return folder, build_corpus([articles], folder, run=here, progress=quiet)


def digests(folder: Path) -> dict[str, str]:
    """Return the hash of every file of a corpus that is a result."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def test_what_a_corpus_holds(corpus: tuple[Path, Summary]) -> None:
    """Reports, statements, copies, repeats, problems and other files are counted."""
    folder, summary = corpus
    assert (summary.files, summary.reports, summary.skipped) == (5, 5, 1)
    assert (summary.copies, summary.problems) == (1, 2)
    assert summary.repeats >= 2
    assert load_summary(folder) == summary


def test_a_copy_names_the_earliest_report(corpus: tuple[Path, Summary]) -> None:
    """The report of the day before is the first, though its file comes later in the folder."""
    folder, _ = corpus
    found = query(folder, "SELECT file, copy_of FROM reports WHERE copy_of IS NOT NULL")
    first = query(folder, "SELECT report FROM reports WHERE file = 'wire/b.txt'")
    assert found.values.tolist() == [["a.txt", first.report[0]]]
    repeats = query(
        folder, "SELECT DISTINCT split_part(repeats, '#', 1) AS r FROM statements WHERE repeats <> ''"
    )
    assert repeats.r.tolist() == [first.report[0]]


def test_findings_lead_to_their_words(corpus: tuple[Path, Summary]) -> None:
    """Start and end of every finding cut its evidence out of the report's text."""
    folder, _ = corpus
    tables = ("statements", "relations", "precedents", "options", "distances")
    for table in tables:
        found = query(folder, f"FROM {table} JOIN reports USING (report) {CUT}")
        for text, start, end, evidence, line in found.itertuples(index=False):
            assert text[start:end] == evidence
            assert json.loads(line)["evidence"]["selector"][1]["exact"] == evidence
    assert len(query(folder, "SELECT * FROM statements WHERE actor = 'kenya' AND act = 'accept'")) == 1


def test_problems_are_kept(corpus: tuple[Path, Summary]) -> None:
    """A file that cannot be read and an empty item are rows of their own."""
    found = query(corpus[0], "SELECT file, message FROM problems ORDER BY file")
    assert found.file.tolist() == ["bad.txt", "feed.xml"]
    assert "binary" in found.message[0]


def test_what_is_not_in_english_is_counted_and_named(tmp_path: Path) -> None:
    """A report in another language is kept, counted apart from what cannot be read, and named."""
    (tmp_path / "in").mkdir()
    text = "Le président a déclaré que les pourparlers continueraient demain dans la capitale du pays. " * 4
    (tmp_path / "in" / "fr.txt").write_text(text)
    (tmp_path / "in" / "en.txt").write_text("Kenya accepted the draft.\n")
    summary = build_corpus([tmp_path / "in"], tmp_path / "corpus", run=here, progress=quiet)
    assert (summary.reports, summary.problems, summary.unread) == (2, 0, 1)
    (told,) = query(tmp_path / "corpus", "FROM problems").values.tolist()
    assert told[0] == "fr.txt"
    assert "passages are not in English (language code fr); they are kept and not read" in told[1]


def test_words_are_found(corpus: tuple[Path, Summary]) -> None:
    """All words of a plain search must stand in a passage; phrases and operators work."""
    folder, _ = corpus
    assert "Mombasa" in search(folder, "negotiator accepted")[0].passage
    assert len(search(folder, '"bilateral ceasefire"')) == 2
    assert len(search(folder, "Bergen OR Mombasa")) == 2
    assert search(folder, "Mombasa Bergen") == ()
    assert len(search(folder, "ceasefire", limit=1)) == 1
    with pytest.raises(ReportError, match="cannot be understood"):
        search(folder, "AND (")


def test_a_heading_comes_last_and_a_hit_names_its_report(tmp_path: Path) -> None:
    """A passage that says something comes before a bare heading, with title, day and publisher."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.md").write_text(
        "---\ntitle: River talks\npublisher: Wire\ndate: 2019-05-21\n---\n\n## Envoys in Mombasa\n\n"
        "The envoys of both governments went to Mombasa for two days and left without a text.\n"
    )
    build_corpus([tmp_path / "in"], tmp_path / "corpus", run=here, progress=quiet)
    first, last = search(tmp_path / "corpus", "envoys Mombasa")
    assert first.passage.startswith("The envoys of both")
    assert last.passage.endswith("Envoys in Mombasa")
    assert (first.title, first.date, first.publisher) == ("River talks", "2019-05-21", "Wire")


def test_a_query_sees_the_corpus_only(corpus: tuple[Path, Summary], tmp_path: Path) -> None:
    """No other file can be read or written, and a wrong query gets one message."""
    (tmp_path / "secret.csv").write_text("x\n1\n")
    for sql in (
        f"FROM read_csv('{tmp_path}/secret.csv')",
        f"COPY (SELECT 1) TO '{tmp_path}/out.csv'",
        "SET enable_external_access=true",
        "SELECT nothing",
    ):
        with pytest.raises(ReportError, match=r"the query is wrong|a corpus is only asked"):
            query(corpus[0], sql)
    assert not (tmp_path / "out.csv").exists()


def test_building_again_changes_nothing(articles: Path, corpus: tuple[Path, Summary]) -> None:
    """A finished corpus is not read again."""
    folder, summary = corpus
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != ".lock"}

    def never(batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
        assert not list(batches)
        return iter(())

    assert build_corpus([articles], folder, run=never, progress=quiet) == summary
    assert before == {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.name != ".lock"}


def test_stopping_and_going_on_gives_the_same_bytes(
    articles: Path, corpus: tuple[Path, Summary], tmp_path: Path
) -> None:
    """A run that breaks off after each batch, and whose tables are half written, ends in the same corpus."""

    class Stop(Exception):  # noqa: N818 - it is no error
        pass

    def one(batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
        for number, done in enumerate(here(batches)):
            if number:
                raise Stop
            yield done

    folder = tmp_path / "corpus"
    stops = 0
    while load_summary(folder) is None:
        try:
            build_corpus([articles], folder, run=one, progress=quiet)
        except Stop:
            stops += 1
            with pytest.raises(ReportError, match="not read to its end"):
                query(folder, "SELECT 1")
    assert stops == len(plan_corpus([articles]).batches) - 1
    (folder / "corpus.json").unlink()
    (folder / "reports.parquet").write_bytes(b"half")
    build_corpus([articles], folder, run=one, progress=quiet)
    assert digests(folder) == digests(corpus[0])


def test_new_changed_and_lost_files(tmp_path: Path) -> None:
    """Only batches with new or changed files are read again; results of lost files go."""
    source, folder = tmp_path / "in", tmp_path / "corpus"
    source.mkdir()
    for number in range(120):
        (source / f"{number:03}.txt").write_text(f"Kenya rejected offer {number}.\n")
    first = build_corpus([source], folder, run=here, progress=quiet)
    assert len(first.parts) > 2
    (source / "040.txt").write_text("Kenya accepted offer 40.\n")
    (source / "100.txt").unlink()
    (source / "999.txt").write_text("Uganda rejected offer 999.\n")
    read: list[str] = []

    def watched(batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
        for batch, found in here(batches):
            read.extend(entry.name for entry in batch.entries)
            yield batch, found

    second = build_corpus([source], folder, run=watched, progress=quiet)
    assert {"040.txt", "999.txt"} <= set(read)
    assert len(read) < 120
    assert second.files == 120
    acts = query(folder, "SELECT act, count(*) AS n FROM statements GROUP BY act ORDER BY act")
    assert acts.values.tolist() == [["accept", 1], ["reject", 119]]
    assert {path.name for path in (folder / "parts").iterdir()} == set(second.parts)


def test_single_files_and_several_folders(articles: Path, tmp_path: Path) -> None:
    """A file counts by its name; of several folders each keeps its name in the paths."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "a.txt").write_text("Kenya rejected the offer.\n")
    plan = plan_corpus([articles / "a.txt", other, articles / "wire"])
    names = [entry.name for batch in plan.batches for entry in batch.entries]
    assert names == ["a.txt", "other/a.txt", "wire/b.txt", "wire/c.txt"]


def test_folders_that_are_refused(articles: Path, tmp_path: Path) -> None:
    """A file, a folder of other things, a folder in use and a folder without reports are refused by name."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(ReportError, match="is a file"):
        build_corpus([articles], tmp_path / "file", run=here, progress=quiet)
    with pytest.raises(ReportError, match="cannot be made"):
        build_corpus([articles], tmp_path / "file" / "corpus", run=here, progress=quiet)
    with pytest.raises(ReportError, match="holds other files, such as file"):
        build_corpus([articles], tmp_path, run=here, progress=quiet)
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "x.csv").write_text("1")
    with pytest.raises(ReportError, match=r"no file here ends like a report; 1 other"):
        build_corpus([empty], tmp_path / "new", run=here, progress=quiet)
    with pytest.raises(ReportError, match="is no corpus"):
        query(tmp_path / "nowhere", "SELECT 1")
    with pytest.raises(ReportError, match="no finished corpus"):
        search(tmp_path / "nowhere", "x")
    busy = tmp_path / "busy"
    busy.mkdir()
    lock = sqlite3.connect(busy / ".lock", isolation_level=None)
    lock.execute("BEGIN EXCLUSIVE")
    try:
        with pytest.raises(ReportError, match="another process"):
            build_corpus([articles], busy, run=here, progress=quiet)
    finally:
        lock.close()


def test_a_file_that_vanishes_or_is_no_file(tmp_path: Path) -> None:
    """A pipe is a problem, and so is a file that is gone when its turn comes."""
    import os

    source = tmp_path / "in"
    source.mkdir()
    os.mkfifo(source / "pipe.txt")
    (source / "gone.txt").write_text("Kenya rejected the offer.\n")

    def late(batches: Iterator[Batch]) -> Iterator[tuple[Batch, bytes]]:
        (source / "gone.txt").unlink()
        return here(batches)

    summary = build_corpus([source], tmp_path / "corpus", run=late, progress=quiet)
    assert (summary.reports, summary.problems) == (0, 2)


def test_a_report_of_one_very_long_line_is_kept(tmp_path: Path) -> None:
    """A report in another language whose text is longer than any usual line stands in the corpus whole."""
    text = "Les deux parties ont repris leurs entretiens dans la capitale sans annoncer de date. " * 20_000
    (tmp_path / "long.txt").write_text(text + "\n", encoding="utf-8")
    build_corpus([tmp_path / "long.txt"], tmp_path / "corpus", run=here, progress=quiet)
    kept = query(tmp_path / "corpus", "SELECT len(text) AS n FROM reports")
    assert list(kept["n"]) == [len(text) + 1]
