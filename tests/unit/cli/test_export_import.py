"""`goodoffices export` and `import`: out to coders, and back as decisions."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from goodoffices.cli.main import main
from goodoffices.workspace.review import open_review


class Run:
    """The command line in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self.monkeypatch, self.capsys, self.code = monkeypatch, capsys, 0

    def __call__(self, *arguments: object) -> str:
        """Run a command; return what it shows."""
        self.monkeypatch.setattr(sys, "argv", ["goodoffices", *map(str, arguments)])
        self.code = 0
        try:
            main()
        except SystemExit as leave:
            self.code = int(leave.code or 0)
        shown = self.capsys.readouterr()
        return shown.out + shown.err


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return what runs the command line."""
    return Run(monkeypatch, capsys)


@pytest.fixture
def table(run: Run, strait_folder: Path, tmp_path: Path) -> Path:
    """Return the statements as a table."""
    path = tmp_path / "x.csv"
    shown = run("export", strait_folder, "-o", path, "--only", "statement")
    assert f"Wrote 9 statements of 1 report: {path}." in shown
    return path


def change(path: Path, old: str, new: str) -> None:
    """Change the text of a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_folder_is_written_for_a_tool_that_is_named(run: Run, strait_folder: Path, tmp_path: Path) -> None:
    """The next command is told, and gives no change."""
    shown = run("export", strait_folder, "--to", "brat", "-o", tmp_path / "b")
    assert "4 files in" in shown
    assert "--from brat" in shown
    shown = run("import", strait_folder, tmp_path / "b", "--from", "brat")
    assert shown == "Taken over: no change; 15 findings are as they were.\n"


def test_the_same_file_twice_changes_nothing(run: Run, strait_folder: Path, table: Path) -> None:
    """Rows without an id, two of them in one place, are known again, and keep what was filled in for them."""
    with table.open("a", encoding="utf-8") as file:
        for who in ("Aldera", "Selmark"):
            file.write(f",strait,hosted by Aldera,{who},,,consult{',' * 24}\n")
    assert "Taken over: 2 add; 9 findings are as they were." in run("import", strait_folder, table)
    before = (strait_folder / "statements.jsonl").read_text(encoding="utf-8")
    shown = run("import", strait_folder, table)
    assert "Taken over: no change; 11 findings are as they were." in shown
    assert (strait_folder / "statements.jsonl").read_text(encoding="utf-8") == before


def test_a_file_from_before_a_decision_says_what_it_takes_back(
    run: Run, strait_folder: Path, table: Path, tmp_path: Path
) -> None:
    """An older export that would undo an edit and an addition names the decisions, dry or not."""
    newer = tmp_path / "newer.csv"
    newer.write_bytes(table.read_bytes())
    change(newer, ",claim,", ",accuse,")
    with newer.open("a", encoding="utf-8") as file:
        file.write(f",strait,hosted by Aldera,Aldera,,,consult{',' * 24}\n")
    run("import", strait_folder, newer, "--by", "Ben")
    shown = run("import", strait_folder, table, "--dry-run")
    assert "Note: s9: this takes back decision 1 of Ben; the file holds what stood before it" in shown
    assert "Note: s10: this takes back decision 2 of Ben" in shown
    assert "takes back" not in run("import", strait_folder, newer, "--accept", "--by", "Ann")


def test_words_for_somebody_stand_in_the_report(run: Run, strait_folder: Path, table: Path) -> None:
    """A name that the report does not have is a fault with its line; other capitals are none."""
    with table.open("a", encoding="utf-8") as file:
        file.write(f",strait,hosted by Aldera,Burundi,aldera,,consult{',' * 24}\n")
    shown = run("import", strait_folder, table)
    assert run.code == 2
    assert "x.csv:11: actor: the words 'Burundi' are not in report 'strait'" in shown
    change(table, ",Burundi,", ",ALDERA,")
    assert "1 add" in run("import", strait_folder, table, "--dry-run")


def test_an_import_is_told_logged_and_taken_back(run: Run, strait_folder: Path, table: Path) -> None:
    """Each change is one decision with the file as its reason, and all of them go together."""
    before = (strait_folder / "statements.jsonl").read_text(encoding="utf-8")
    lines = table.read_text(encoding="utf-8").split("\n")
    lines[3] = ',strait,hosted by Aldera,Aldera,aldera,"",consult' + "," * 22
    table.write_text("\n".join(lines), encoding="utf-8")
    change(table, ",claim,", ",accuse,")
    dry = run("import", strait_folder, table, "--by", "Ben", "--dry-run")
    assert "Would be: 1 add, 1 edit, 1 reject; 7 findings are as they were.\n" in dry
    assert not (strait_folder / "decisions.jsonl").exists()
    shown = run("import", strait_folder, table, "--by", "Ben")
    assert "s9: edit\n  act: claim (“claimed”) → accuse (“claimed”)" in shown
    assert "s10: add “hosted by Aldera”" in shown
    assert "case.yaml rests on s3 in line" in shown
    review = open_review(strait_folder)
    assert {one.why for one in review.decisions} == {"x.csv", "not in x.csv"}
    assert "3 undo" in run("review", strait_folder, "--undo", "last")
    assert (strait_folder / "statements.jsonl").read_text(encoding="utf-8") == before


def test_nothing_is_taken_over_if_anything_is_wrong(run: Run, strait_folder: Path, table: Path) -> None:
    """Everything wrong is listed; --skip-bad takes the rest."""
    change(table, ",claim,", ",shout,")
    shown = run("import", strait_folder, table)
    assert run.code == 2
    assert "nothing was taken over, because of 1 problem (--skip-bad takes the rest):" in shown
    assert "x.csv:10: 'shout' is no act" in shown
    change(table, ",open,", ",offer,")
    told = run("import", strait_folder, table, "--skip-bad", "--keep-missing", "--json")
    assert "Skipped: " in told
    record = json.loads(told[: told.index("\n}") + 2])
    assert record["changes"] == {"edit": 1}
    assert len(record["problems"]) == 1


def test_a_bad_line_does_not_count_as_missing(run: Run, strait_folder: Path, table: Path) -> None:
    """A statement whose line cannot be taken stays as it is."""
    change(table, ",claim,", ",shout,")
    run("import", strait_folder, table, "--skip-bad")
    assert len(open_review(strait_folder).reading.statements) == 9


def test_what_is_unchanged_can_count_as_confirmed(run: Run, strait_folder: Path, table: Path) -> None:
    """A coder who checked everything confirms everything; many changes are told by number."""
    assert "Taken over: 9 accept" in run("import", strait_folder, table, "--accept", "--by", "Ben")
    assert open_review(strait_folder).reading.statements[0].confirmed_by == "Ben"


def test_many_changes_are_counted(
    run: Run, strait_folder: Path, table: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No more than some are told one by one."""
    monkeypatch.setattr("goodoffices.cli.import_command.SHOWN", 1)
    change(table, ",reject,", ",deny,")
    assert "… and 3 more" in run("import", strait_folder, table)
    change(table, ",deny,", ",reject,")
    shown = run("import", strait_folder, table, "--accept", "--dry-run")
    assert "s2: edit" in shown
    assert "5 accept" in shown


def test_export_says_how_to_name_a_file(run: Run, strait_folder: Path) -> None:
    """Without -o the message shows the command as it could be typed."""
    assert f"for example: goodoffices export {strait_folder} -o findings.csv" in run("export", strait_folder)
    assert run.code == 2


def test_a_file_that_is_not_there_is_guessed(run: Run, strait_folder: Path, table: Path) -> None:
    """A slip in the name of the coder's file is answered with the name that is near, as for reports."""
    shown = run("import", strait_folder, table.parent / "y.csv")
    assert f"y.csv does not exist; did you mean '{table}'?" in shown
    assert run.code == 2


def test_a_table_of_decisions_is_sent_to_the_review(run: Run, strait_folder: Path, tmp_path: Path) -> None:
    """A table with verdicts is no table of findings, and the message names the command that takes it."""
    decisions = tmp_path / "decisions.csv"
    decisions.write_text("id,verdict,why\ns1,accept,sure\n", encoding="utf-8")
    shown = run("import", strait_folder, decisions)
    assert "so it is a table of decisions" in shown
    assert "'goodoffices review FOLDER --decide FILE' takes it" in shown
    assert run.code == 2


def test_a_coder_may_put_in_a_column_of_that_name(run: Run, strait_folder: Path, table: Path) -> None:
    """An exported table stays one of findings when somebody notes verdicts beside them."""
    lines = table.read_text(encoding="utf-8-sig").splitlines()
    table.write_text("\n".join([f"verdict,{lines[0]}", *(f"good,{line}" for line in lines[1:])]), "utf-8")
    assert "column 'verdict' is none of ours and is passed over" in run("import", strait_folder, table)
    assert run.code == 0
