"""`goodoffices agreement`: figures, what they mean, and what to talk about."""

from __future__ import annotations

import csv
import datetime as dt
import json
import shutil
import sys
from pathlib import Path

import pytest

from goodoffices.cli.agreement_view import Untouched, reading
from goodoffices.cli.main import main
from goodoffices.errors import CaseError
from goodoffices.workspace.coders import load_coders
from goodoffices.workspace.review import open_review, save_steps
from goodoffices.workspace.review_steps import edit, reject
from goodoffices.workspace.roundtrip.transfer import Tool, write_out


@pytest.fixture
def other(strait_folder: Path) -> Path:
    """Return the folder of a second coder, who differs on two statements."""
    folder = strait_folder.parent / "other"
    shutil.copytree(strait_folder, folder)
    review = open_review(folder)
    steps = [edit(review, "s2", {"act": "accept"}, "Ben"), reject(review, "s9")]
    save_steps(review, steps, by="Ben", when=dt.datetime(2026, 1, 1, tzinfo=dt.UTC))
    return folder


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: object
) -> tuple[int, str]:
    """Run the command; return its exit code and what it shows."""
    monkeypatch.setattr(sys, "argv", ["goodoffices", "agreement", *map(str, arguments)])
    code = 0
    try:
        main()
    except SystemExit as leave:
        code = int(leave.code or 0)
    shown = capsys.readouterr()
    return code, shown.out + shown.err


def test_figures_and_disagreements_are_told(
    strait_folder: Path, other: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each figure has its units and its meaning, and the weightiest disagreement comes first."""
    code, shown = run(monkeypatch, capsys, strait_folder, other)
    assert code == 0
    assert "Coders: strait (9 statements), other (8 statements)" in shown
    assert "position: order" in shown
    assert "any statement" in shown
    assert shown.index("strait: Selmark reject") < shown.index("other: –")
    assert "disagreements;" not in shown
    _, none = run(monkeypatch, capsys, strait_folder, other, "--limit", 0)
    assert "2 disagreements; --limit shows more" in none
    _, one = run(monkeypatch, capsys, strait_folder, other, "--limit", 1)
    assert "1 more disagreements" in one
    _, same = run(monkeypatch, capsys, strait_folder, strait_folder / "statements.jsonl")
    assert "position" not in same


def test_programs_get_json_and_discussions_a_table(
    strait_folder: Path,
    other: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The table has an empty column for what was settled."""
    _, shown = run(monkeypatch, capsys, strait_folder, other, "--json")
    record = json.loads(shown)
    acts = record["agreement"][0]
    assert (acts["on"], acts["units"], acts["by_one_only"]) == ("act", 8, 1)
    low, high = acts["interval"]
    assert 0 < low < acts["alpha"] < high <= 1
    assert acts["draws"] == 1000
    _, same = run(monkeypatch, capsys, strait_folder, other, "--json", "--seed", 0)
    assert same == shown
    others = {run(monkeypatch, capsys, strait_folder, other, "--json", "--seed", seed) for seed in range(6)}
    assert len(others) > 1
    assert record["disagreements"][0]["codings"] == {"strait": "Selmark reject", "other": "Selmark accept"}
    path = tmp_path / "d.csv"
    _, shown = run(monkeypatch, capsys, strait_folder, other, "--export", path)
    assert "Wrote 2 disagreements" in shown
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[0]["settled as"] == ""
    assert rows[0]["coder other"] == "Selmark accept"
    run(monkeypatch, capsys, strait_folder, other, "--export", tmp_path / "d.xlsx")
    assert (tmp_path / "d.xlsx").exists()


def test_nothing_coded_twice_is_said(
    strait_folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """A coder who found nothing gives no figure, and no error."""
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", encoding="utf-8")
    _, shown = run(monkeypatch, capsys, strait_folder, empty, "--limit", 1)
    assert "nothing that two" in shown
    _, shown = run(monkeypatch, capsys, strait_folder, empty, "--json")
    assert json.loads(shown)["agreement"][0]["alpha"] is None


def test_a_report_that_only_one_coded_is_left_out(
    strait_folder: Path, other: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is named."""
    for ending in ("txt", "json"):
        source = other / "reports" / f"strait.{ending}"
        (other / "reports" / f"second.{ending}").write_bytes(source.read_bytes())
    _, shown = run(monkeypatch, capsys, strait_folder, other)
    assert "Left out, as not all coded them: second." in shown


@pytest.mark.parametrize(
    ("alpha", "meaning"),
    [
        (None, "all the same, so chance cannot be told apart"),
        (0.8, "can be relied on"),
        (0.7, "tentative conclusions only"),
        (0.5, "too low to rely on"),
        (-0.1, "no better than chance"),
    ],
)
def test_a_figure_is_read_by_custom(alpha: float | None, meaning: str) -> None:
    """The bounds are Krippendorff's."""
    assert reading(alpha) == meaning


def test_files_of_every_tool_are_coders(strait_folder: Path, other: Path, tmp_path: Path) -> None:
    """Files are compared with the reports of a case folder, or with those that they bring along."""
    review = open_review(other)
    paths = {"brat": "b", "labelstudio": "l", "csv": "x.csv", "docbin": "x.spacy"}
    for tool, name in paths.items():
        write_out(Tool(tool), tmp_path / name, review.reports, review.reading.statements)
        coders, reports = load_coders([strait_folder, tmp_path / name])
        assert list(reports) == ["strait"]
        assert coders[1].name == name
        assert [one.id for one in coders[1].statements] == [f"s{number}" for number in range(1, 9)]
    for own in ("b", "b/strait.ann", "l", "l/tasks.json"):
        coders, reports = load_coders([tmp_path / own, tmp_path / "l", tmp_path / "x.csv"])
        assert coders[0].statements == coders[2].statements
        assert len(reports["strait"].passages) == 1


def test_a_party_given_by_name_is_understood(strait_folder: Path, other: Path, tmp_path: Path) -> None:
    """A coder may write a name where an id stands; a party that nobody knows is taken as it comes."""
    review = open_review(other)
    path = tmp_path / "x.csv"
    write_out(Tool.CSV, path, review.reports, review.reading.statements)
    text = (
        path.read_text(encoding="utf-8")
        .replace(",norvania,", ",Russia,", 1)
        .replace(",kestria,", ",Atlantis,", 1)
    )
    path.write_text(text + ",strait,hosted by Aldera,Aldera,,,consult" + "," * 22 + "\n", encoding="utf-8")
    coders, _ = load_coders([strait_folder, path])
    actors = [one.actor.party for one in coders[1].statements]
    assert actors[0] == "russia"
    assert "Atlantis" in actors
    assert coders[1].statements[-1].id == "x9"


def test_coders_must_have_the_same_reports(strait_folder: Path, other: Path, tmp_path: Path) -> None:
    """Everything that cannot be compared is named."""
    with pytest.raises(CaseError, match="needs two coders; 1 named"):
        load_coders([strait_folder])
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "case.yaml").write_bytes((strait_folder / "case.yaml").read_bytes())
    (bare / "statements.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(CaseError, match="no report that all coded"):
        load_coders([strait_folder, bare])
    with pytest.raises(CaseError, match="have no reports with them"):
        load_coders([tmp_path / "a.csv", tmp_path / "b.jsonl"])
    broken = tmp_path / "broken.jsonl"
    broken.write_bytes(b"\xff")
    with pytest.raises(CaseError, match="not UTF-8"):
        load_coders([strait_folder, broken])
    tasks = tmp_path / "tasks.json"
    tasks.write_text("[5]", encoding="utf-8")
    with pytest.raises(CaseError, match="holds no Label Studio tasks"):
        load_coders([tasks, tasks])
    table = tmp_path / "x.csv"
    table.write_text("id,act\ns1,shout\n,claim\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"x\.csv cannot be taken:\n.*'shout' is no act"):
        load_coders([strait_folder, table])
    review = open_review(other)
    text = review.reports["strait"].text.replace("full", "whole")
    from goodoffices.reports.plain import from_text
    from goodoffices.workspace.intake import save_report

    third = tmp_path / "third"
    save_report(from_text(text, id="strait"), third)
    (third / "statements.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(CaseError, match="has another text"):
        load_coders([strait_folder, third])


def test_two_folders_of_one_name_are_told_apart(strait_folder: Path, tmp_path: Path) -> None:
    """Their whole paths are shown."""
    twin = tmp_path / "twin" / "strait"
    shutil.copytree(strait_folder, twin)
    coders, _ = load_coders([strait_folder, twin])
    assert [one.name for one in coders] == [str(strait_folder), str(twin)]


def test_what_nobody_touched_gets_no_verdict(
    strait_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where most statements are as the program found them, the figures are read as nothing."""
    twins = []
    for name in ("ada", "eva"):
        folder = tmp_path / name
        shutil.copytree(strait_folder, folder)
        lines = (folder / "statements.jsonl").read_text("utf-8").replace('"type": "statement"', MACHINE)
        (folder / "statements.jsonl").write_text(lines, encoding="utf-8")
        twins.append(folder)
    _, shown = run(monkeypatch, capsys, *twins)
    assert "Of 9 statements 9 are in every coding just as the program found them" in shown
    assert "so no figure on statements is read as agreement" in " ".join(shown.split())
    assert "can be relied on" not in shown.partition("Where statements stand")[2].partition("By custom")[0]
    _, told = run(monkeypatch, capsys, *twins, "--json")
    figures = json.loads(told)
    assert figures["untouched"] == {"statements": 9, "of": 9}
    assert figures["agreement"][0]["read_as"] == "no verdict (9 of 9 untouched)"


MACHINE = '"type": "statement", "rule": "performative"'


def test_few_untouched_statements_are_only_told() -> None:
    """Up to half of the statements may be untouched before a verdict is withheld."""
    some = Untouched(2, 4)
    assert some.read_as("can be relied on") == "can be relied on"
    assert "the program agrees with itself. Who" in some.told()
    assert Untouched(0, 4).told() == ""
