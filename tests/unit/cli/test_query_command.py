"""`goodoffices query`: what is asked, and in which forms the rows come."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result
from openpyxl import load_workbook

from goodoffices.cli.query_command import command
from goodoffices.cli.query_forms import SHOWN
from goodoffices.workspace.corpus.build import build_corpus
from goodoffices.workspace.corpus.workers import here

DAYS = "SELECT date, evidence, issues FROM statements ORDER BY start"


def quiet(done: int, total: int) -> None:
    """Take the progress and show nothing."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a corpus of one report, with a colour and a change of direction in its words."""
    folder = tmp_path_factory.mktemp("query")
    (folder / "in").mkdir()
    (folder / "in" / "a.txt").write_text(
        "Published: 21 May 2019\n\nNorway proposed a ceasefire. Sweden rejected the \x1b[31mne\u202ew plan.\n"
    )
    build_corpus([folder / "in"], folder / "corpus", run=here, progress=quiet)
    return folder / "corpus"


def run(*arguments: str | Path) -> Result:
    """Run the command."""
    return CliRunner().invoke(command, [*map(str, arguments)])


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("", "has no statement"),
        (" -- nothing", "has no statement"),
        ("SELECT 1; SELECT 2", "has 2 statements; give one"),
        ("CREATE TABLE a (b INT)", "is a statement CREATE"),
        ("SELECT nothing FROM statements", "the query is wrong"),
    ],
)
def test_a_query_is_one_statement_that_asks(corpus: Path, sql: str, said: str) -> None:
    """None, several, or one that would change something is refused, whatever the form."""
    for more in ([], ["-o", str(corpus.parent / "out.parquet")]):
        found = run(corpus, sql, *more)
        assert found.exit_code == 1
        assert said in str(found.exception)
    assert not (corpus.parent / "out.parquet").exists()


def test_days_are_days(corpus: Path) -> None:
    """A DATE is shown, and written in every form, as year, month and day."""
    assert "│ 2019-05-21 │" in run(corpus, "SELECT DISTINCT date FROM statements").stdout
    rows = json.loads(run(corpus, DAYS, "--json").stdout)
    assert rows[0] == {
        "date": "2019-05-21",
        "evidence": "Norway proposed a ceasefire",
        "issues": ["ceasefire"],
    }
    lines = run(corpus, DAYS, "--csv").stdout.splitlines()
    assert lines[1] == '2019-05-21,Norway proposed a ceasefire,"[""ceasefire""]"'


def test_the_form_is_that_of_the_ending(corpus: Path, tmp_path: Path) -> None:
    """A workbook is a workbook and a Parquet file keeps the types; control characters are shown."""
    made = tmp_path / "out.xlsx"
    found = run(corpus, DAYS.replace("issues", "issues, 2.5 AS n"), "-o", made)
    assert found.stderr == f"2 rows in {made}.\n"
    cells = [cell.value for cell in load_workbook(made).active[3]]
    assert cells == ["2019-05-21", "Sweden rejected the ⟦U+001B⟧[31mne⟦U+202E⟧w plan", "[]", 2.5]
    assert run(corpus, DAYS, "-o", tmp_path / "out.parquet").exit_code == 0
    kept = duckdb.connect().read_parquet(str(tmp_path / "out.parquet"))
    assert [str(kind) for kind in kept.types] == ["DATE", "VARCHAR", "VARCHAR[]"]
    run(corpus, DAYS, "-o", tmp_path / "out.json")
    assert len(json.loads((tmp_path / "out.json").read_text())) == 2
    run(corpus, DAYS, "--csv", "-o", tmp_path / "out.txt")
    first = run(corpus, DAYS, "-o", "-").stdout.splitlines()[:2]
    assert (tmp_path / "out.txt").read_text().splitlines()[:2] == first


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--csv", "--json"], "not both"),
        (["-o", "rows.ods"], "rows cannot be written as '.ods'"),
        (["-o", "rows.xlsx", "--csv"], "rows.xlsx ends in .xlsx, and --csv was given"),
    ],
)
def test_forms_that_are_refused(corpus: Path, options: list[str], said: str) -> None:
    """Two forms at once and unknown forms write nothing."""
    found = run(corpus, DAYS, *options)
    assert found.exit_code == 2
    assert said in found.output


def test_a_sheet_program_takes_nothing_for_a_formula(corpus: Path) -> None:
    """CSV puts an apostrophe before what begins like a formula, and leaves numbers alone."""
    assert run(corpus, "SELECT '=1+1' AS a, -1 AS b", "--csv").stdout == "a,b\n'=1+1,-1\n"


def test_every_value_has_a_form(corpus: Path) -> None:
    """Decimals, what is no number, truth values, structures, bytes and columns of one name are kept."""
    sql = (
        "SELECT 1.50 AS a, 'nan'::DOUBLE AS a, true AS b, {'c': [DATE '2020-01-02']} AS d, "
        "'\\x01'::BLOB AS e, NULL AS f, TIME '10:00:00' AS g"
    )
    assert json.loads(run(corpus, sql, "--json").stdout) == [
        {
            "a": 1.5,
            "a_2": None,
            "b": True,
            "d": {"c": ["2020-01-02"]},
            "e": "b'\\x01'",
            "f": None,
            "g": "10:00:00",
        }
    ]
    assert run(corpus, sql, "--csv").stdout.splitlines()[1].startswith("1.5,,true,")


def test_what_is_shown_to_a_person(corpus: Path) -> None:
    """No row is said to be none, many are cut short, and what is too wide for a table is shown by columns."""
    assert run(corpus, "FROM statements WHERE false").stdout == "0 rows.\n"
    told = run(corpus, "SELECT range AS n FROM range(60)").stdout
    assert f"The first {SHOWN} of 60 rows" in told
    wide = run(corpus, "FROM statements").stdout
    assert "row 2\n  report: a-" in wide
    assert "  evidence: Sweden rejected the ⟦U+001B⟧[31mne⟦U+202E⟧w plan\n" in wide
