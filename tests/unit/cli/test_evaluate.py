"""`goodoffices evaluate`: what it prints and what it gives to programs."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from goodoffices.cli.evaluate_views import show
from goodoffices.cli.main import main
from goodoffices.statements.scoring import Counts, Score, Wrong, figures, share

CODING = """\
coder: A. Coder
coded: 2026-11-24
statements:
- {id: s1, who: Norway, party: %s, act: %s, evidence: Norway rejected the plan, construction: narrated}
- {id: s2, who: Sudan, party: sudan, act: accept, evidence: It rained in Sudan %s, construction: idiom}
"""


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Two coded reports, of which one is read wrongly by its coding."""
    for name, party, act in (("one", "norway", "reject"), ("two", "sweden", "accept")):
        text = f"Norway rejected the plan. It rained in Sudan {name}.\n"
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
        (tmp_path / f"{name}.yaml").write_text(CODING % (party, act, name), encoding="utf-8")
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run the command line in this process and return its exit code."""
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys, "argv", ["goodoffices", "evaluate", *map(str, arguments)])
    try:
        main()
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0


def test_people_get_tables_and_examples(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The tables give the figures with intervals, then come examples of each kind of error."""
    assert run(monkeypatch, gold) == 0
    told = capsys.readouterr().out
    assert told.startswith("2 reports read. 0 of 2 statements that were found")
    for words in ("statements", "precision", "By act", "By construction", "0.00–", "2 reports anew"):
        assert words in told
    assert "Missed\n  one (idiom): It rained in Sudan one\n      coded: Sudan: accept" in told
    assert "Wrong act\n" in told
    assert "coded: accept; found: reject" in told


def test_no_examples_are_shown_where_none_are_asked_for(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --errors 0 only the tables are printed, so that sentences kept for testing stay unseen."""
    assert run(monkeypatch, gold, "--errors", 0) == 0
    assert "rained" not in capsys.readouterr().out


def test_programs_get_figures_and_all_errors(
    gold: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --json, every figure has counts and rates, and every error is listed unless few are asked for."""
    assert run(monkeypatch, gold, "--json") == 0
    given = json.loads(capsys.readouterr().out)
    assert given["reports"] == ["one", "two"]
    first = given["figures"][0]
    assert (first["group"], first["name"], first["right"], first["wanted"]) == ("found", "statements", 2, 4)
    assert first["f1_interval"][0] <= first["f1"] <= first["f1_interval"][1]
    kinds = [one["kind"] for one in given["errors"]]
    assert kinds.count("missed") == 2
    assert run(monkeypatch, gold, "--json", "--errors", 1) == 0
    fewer = [one["kind"] for one in json.loads(capsys.readouterr().out)["errors"]]
    assert fewer.count("missed") == 1


def test_a_folder_without_gold_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2 and one message."""
    assert run(monkeypatch, tmp_path) == 2
    assert "holds no coded report" in capsys.readouterr().err


def test_one_report_is_shown_without_intervals(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is drawn anew from one report; empty groups are left out, and long words are cut."""
    wrong = Wrong("invented relation", "r", "", "[b]" + "word " * 60, "", "Togo supplies Mali")
    counts = {
        ("share", "invented"): share(0, 0),
        ("act", "reject"): share(0, 0),
        ("right", "answers"): Counts(1, 2, 3),
    }
    score = Score("r", counts, (wrong,))
    show([score], figures([score]), 1)
    told = capsys.readouterr().out
    assert told.startswith("1 report read.")
    assert "anew" not in told
    assert "By act" not in told
    assert "3 coded, 2 found" in told
    assert "Invented relation\n  r: [b]word" in told
    assert " …" in told
