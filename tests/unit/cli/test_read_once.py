"""`goodoffices read` on agency copies: each act once, all of it in JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from goodoffices.cli.main import main
from goodoffices.statements.jsonl import parse_reading
from goodoffices.workspace.intake import read_reports

STORY = (
    "Chad proposed a joint patrol of neutral officers along the northern border road. Libya rejected the "
    "proposal. Later Tripoli ruled out the idea as too costly. One option is a line of unmanned posts. Chad "
    "and Libya are far apart on the border. Nigeria claims that France supplies Chad with arms. The elders "
    "who sat in the shade had heard of the Lome Accord of 1999, and the herdsmen who had come with them left "
    "early. The wells along the road have been dry since the winter, so that nobody lives there in summer.\n"
)


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """Return a folder with a report, its copy, and one that says the same weeks later."""
    folder = tmp_path / "wire"
    folder.mkdir()
    (folder / "a.txt").write_text("Published: 2 May 2019\n\n" + STORY, encoding="utf-8")
    (folder / "b.txt").write_text("Published: 3 May 2019\n\n" + STORY, encoding="utf-8")
    later = STORY.split(". ", maxsplit=1)[0]
    (folder / "c.txt").write_text(f"Published: 28 June 2019\n\n{later}.\n", encoding="utf-8")
    return folder


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run the command line in this process and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["goodoffices", *map(str, arguments)])
    monkeypatch.setenv("COLUMNS", "160")
    try:
        main()
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0


def test_each_act_is_a_row_with_the_ids_of_the_other_statements(
    wire: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copy adds ids and no rows; a second sentence of the same act stands in its row."""
    assert run(monkeypatch, "read", wire) == 0
    told = capsys.readouterr().out
    assert told.count("│ Libya") == 1
    assert "also s3" in told
    assert "reported in two reports, one of them a copy" in " ".join(told.replace("│", " ").split())
    assert "reaffirms s1" in told
    for words in ("no owner named", "│ apart", "appeals to", "claimed by Nigeria"):
        assert told.count(words) == 1


def test_several_reports_are_named_and_counted(
    wire: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each row says which report it is from and of which day; one report needs no such column."""
    assert run(monkeypatch, "read", wire) == 0
    told = capsys.readouterr().out
    assert "Report" in told.splitlines()[1]
    assert "2019-05-02" in told
    assert told.splitlines()[-1].startswith("3 reports, 9 statements, ")
    assert run(monkeypatch, "read", wire / "a.txt", "--all") == 0
    alone = capsys.readouterr().out
    assert "Report" not in alone.splitlines()[1]
    assert alone.splitlines()[-1] == "1 report, 4 statements."


def test_signs_that_steer_a_terminal_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An escape sequence and a change of direction stand as their codes, in a table and in a message."""
    path = tmp_path / "r.txt"
    path.write_text("Chad rejected the \x1b[31mne\u202ew plan.\n", encoding="utf-8")
    assert run(monkeypatch, "read", path) == 0
    assert "the ⟦U+001B⟧[31mne⟦U+202E⟧w plan" in capsys.readouterr().out
    assert run(monkeypatch, "read", tmp_path / "no\x1b[31m.txt") == 2
    assert run(monkeypatch, "read\x1b[31m") == 2
    assert "\x1b" not in capsys.readouterr().err


def test_all_lists_every_statement(
    wire: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With --all nothing is put together."""
    assert run(monkeypatch, "read", wire, "--all") == 0
    told = capsys.readouterr().out
    assert "also s" not in told
    assert told.count("no owner named") == 2


def test_json_has_every_statement_and_the_acts(
    wire: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Acts follow the findings, name their statements, and are passed over when the reading is loaded."""
    assert run(monkeypatch, "read", wire, "--json") == 0
    text = capsys.readouterr().out
    records = [json.loads(line) for line in text.splitlines()]
    acts = [each for each in records if each["type"] == "act"]
    ids = [each["id"] for each in records if each["type"] == "statement"]
    assert sorted(id_ for act in acts for id_ in act["statements"]) == sorted(ids)
    first = acts[0]
    assert (first["first"], first["last"], first["copies"]) == ("2019-05-02", "2019-05-03", ["b"])
    assert [act["reaffirms"] for act in acts if "reaffirms" in act] == ["a1"]
    assert len(parse_reading(text, read_reports([wire]).reports).statements) == len(ids)


def test_a_report_without_statements_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where nothing was found the command says that and prints no table."""
    path = tmp_path / "quiet.txt"
    path.write_text("It rained all day.\n", encoding="utf-8")
    assert run(monkeypatch, "read", path) == 0
    assert capsys.readouterr().out == "No statement was found.\n"


def test_the_table_says_what_was_signed_and_when_nobody_acted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Conduct is told with what was signed and when, and an offer with whom it is for."""
    report = tmp_path / "r.txt"
    report.write_text(
        "Chad signed the Sirte Accord. It did not act when Libya was invaded. "
        "Norway offered Chad guarantees. Chad never ratified the Lusaka Protocol. "
        "France supports Chad with loans.\n",
        encoding="utf-8",
    )
    assert run(monkeypatch, "read", report) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "signed Sirte Accord" in out
    assert "did not act when Libya was invaded" in out
    assert "did not sign Lusaka" in out
    assert "what would benefit Chad" in out
    assert "supports Chad" in out


def test_a_refusal_of_what_favours_somebody_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is refused would do good to a party; the refusal itself is not told as one for it."""
    report = tmp_path / "r.txt"
    report.write_text("Kenya rejected an amnesty for Sudan's generals.\n", encoding="utf-8")
    assert run(monkeypatch, "read", report) == 0
    out = capsys.readouterr().out
    assert "what would benefit Sudan" in out
    assert "for Sudan " not in out


def test_several_who_claim_are_not_told_as_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whose claim a relation is stands in words that fit one party and many people alike."""
    report = tmp_path / "r.txt"
    report.write_text("The Houthis claim that Iran supports Chad with loans.\n", encoding="utf-8")
    assert run(monkeypatch, "read", report) == 0
    out = capsys.readouterr().out
    assert "as claimed by Houthis" in out
    assert " says" not in out
