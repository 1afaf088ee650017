"""The command line: what people type, what they get, and how it fails."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import click
import pytest

from goodoffices.cli.main import COMMANDS, group, main

TALKS = (
    "Norwegian Foreign Minister Espen Barth Eide proposed a truce in Sudan.\n"
    "Sudan rejected the proposal. Egypt said that it was open to the plan.\n"
)
CHICKEN = Path(__file__).parents[3] / "catalogue" / "rapoport1966" / "conflict.yaml"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A short report on disk."""
    path = tmp_path / "talks.txt"
    path.write_text(TALKS, encoding="utf-8")
    return path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: object) -> int:
    """Run the command line in this process and return its exit code."""
    monkeypatch.setattr(sys, "argv", ["goodoffices", *map(str, arguments)])
    try:
        main()
    except SystemExit as leave:
        return int(leave.code or 0)
    return 0


def test_help_lists_every_command(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--help` names every command with what it does."""
    assert run(monkeypatch, "--help") == 0
    told = capsys.readouterr().out
    assert all(name in told for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each command explains itself."""
    assert run(monkeypatch, name, "--help") == 0
    assert "Usage:" in capsys.readouterr().out


def test_help_loads_nothing_heavy() -> None:
    """`--help` imports neither the parser, nor the charts, nor the table printer."""
    code = (
        "import sys\nsys.argv = ['goodoffices', '--help']\nfrom goodoffices.cli.main import main\n"
        "try:\n    main()\nexcept SystemExit:\n    pass\n"
        "print(sorted({'spacy', 'numpy', 'altair', 'rich', 'pydantic', 'jinja2'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.rstrip().endswith("[]")


def test_an_unknown_command_is_one_message(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A command that does not exist gives exit code 2 and a usage message."""
    assert run(monkeypatch, "forecast") == 2
    assert "No such command 'forecast'" in capsys.readouterr().err


def test_read_shows_a_table(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`read` lists who does what with the words."""
    assert run(monkeypatch, "read", report) == 0
    told = capsys.readouterr().out
    assert "Sudan" in told
    assert "reject" in told


def test_read_json_has_selectors(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`read --json` writes JSON lines that name the unit and select the words by position and quote."""
    assert run(monkeypatch, "read", report, "--json") == 0
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert lines[0]["unit"] == "unicode code points"
    first = next(line for line in lines if line["type"] == "statement")
    position, quote = first["evidence"]["selector"]
    assert TALKS[position["start"] : position["end"]] == quote["exact"]


def test_read_says_when_there_is_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A report without statements is said to have none."""
    path = tmp_path / "lake.txt"
    path.write_text("The lake was calm.\n", encoding="utf-8")
    assert run(monkeypatch, "read", path) == 0
    assert "No statement was found." in capsys.readouterr().out


def test_draft_check_and_brief_work_together(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A drafted folder is sound, and its brief is written into it."""
    folder = tmp_path / "case"
    assert run(monkeypatch, "draft", report, "-o", folder) == 0
    assert run(monkeypatch, "check", folder) == 0
    assert "sound" in capsys.readouterr().out
    assert run(monkeypatch, "brief", folder) == 0
    assert "Sudan" in (folder / "brief.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("count", "example"), [(1, "talks.txt -o my-case"), (2, "talks.txt … -o my-case")])
def test_draft_says_how_to_name_a_folder(
    count: int,
    example: str,
    report: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Without -o the message shows the command as it could be typed."""
    monkeypatch.chdir(report.parent)
    assert run(monkeypatch, "draft", *[report.name] * count) == 2
    assert f"for example: goodoffices draft {example}" in capsys.readouterr().err


def test_draft_never_overwrites_a_case(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A second draft into the same folder is refused and leaves the first alone."""
    folder = tmp_path / "case"
    run(monkeypatch, "draft", report, "-o", folder)
    before = (folder / "case.yaml").read_bytes()
    assert run(monkeypatch, "draft", report, "-o", folder) == 2
    assert "analyst's work" in capsys.readouterr().err
    assert (folder / "case.yaml").read_bytes() == before


def test_check_names_the_place_of_a_problem(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A misspelt party is reported with file, line and column, without a traceback."""
    folder = tmp_path / "case"
    run(monkeypatch, "draft", report, "-o", folder)
    path = folder / "case.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("by: [norway]", "by: [norwy]"), encoding="utf-8")
    assert run(monkeypatch, "check", folder) == 2
    told = capsys.readouterr().err
    assert f"{path}:" in told
    assert "norway" in told
    assert "Traceback" not in told


def test_check_refuses_changed_words(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """If the saved report was edited, its evidence no longer counts."""
    folder = tmp_path / "case"
    run(monkeypatch, "draft", report, "-o", folder)
    saved = folder / "reports" / "talks.txt"
    saved.write_text(saved.read_text(encoding="utf-8").replace("rejected", "accepted"), encoding="utf-8")
    assert run(monkeypatch, "check", folder) == 2
    assert "talks" in capsys.readouterr().err


def test_check_takes_a_single_file(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case file alone can be checked, and the command says what it did not compare."""
    folder = tmp_path / "case"
    run(monkeypatch, "draft", report, "-o", folder)
    assert run(monkeypatch, "check", folder / "case.yaml") == 0
    assert "Only the case file" in capsys.readouterr().out


@pytest.mark.parametrize(("ending", "mark"), [("html", "<!DOCTYPE html>"), ("md", "# "), ("json", "{")])
def test_the_ending_tells_the_format(
    ending: str, mark: str, report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """`brief -o` writes HTML, Markdown or JSON by the file's ending."""
    output = tmp_path / f"out.{ending}"
    assert run(monkeypatch, "brief", report, "-o", output) == 0
    assert output.read_text(encoding="utf-8").lower().startswith(mark.lower())


def test_brief_json_goes_to_standard_output(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`brief --json` is one JSON document on standard output and nothing else."""
    assert run(monkeypatch, "brief", report, "--json") == 0
    assert json.loads(capsys.readouterr().out)["title"]


def test_brief_lands_beside_the_caller(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without -o, the brief of a report is written into the current folder and its place is said."""
    monkeypatch.chdir(tmp_path)
    assert run(monkeypatch, "brief", report) == 0
    assert (tmp_path / "talks-brief.html").exists()
    assert "talks-brief.html" in capsys.readouterr().out


def test_brief_of_standard_input() -> None:
    """`brief -` reads a report from standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "goodoffices", "brief", "-", "-o", "-"],
        input=TALKS.encode(),
        capture_output=True,
        check=True,
    )
    assert b"Sudan" in done.stdout


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("empty.txt", b"", "empty"),
        ("image.txt", b"\x89PNG\r\n\x1a\n" + bytes(40), "looks like"),
        ("bytes.txt", bytes(range(256)) * 4, "bytes.txt"),
    ],
)
def test_bad_reports_give_one_message(
    name: str, content: bytes, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Empty and binary files give exit code 2 and one message without a traceback."""
    path = tmp_path / name
    path.write_bytes(content)
    assert run(monkeypatch, "brief", path, "-o", tmp_path / "b.html") == 2
    message = capsys.readouterr().err
    assert told in message
    assert "Traceback" not in message
    assert not (tmp_path / "b.html").exists()


def test_a_folder_reads_what_it_can(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a folder, the unreadable file is named and the others are read."""
    (tmp_path / "broken.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "notes.xyz").write_text("not a report", encoding="utf-8")
    assert run(monkeypatch, "read", report.parent) == 0
    told = capsys.readouterr()
    assert "broken.txt" in told.err
    assert "notes.xyz" in told.err
    assert "Sudan" in told.out


def test_an_output_that_cannot_be_written_is_one_message(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A place that is a file where a folder is needed gives a message with the way out."""
    (tmp_path / "blocked").write_text("", encoding="utf-8")
    assert run(monkeypatch, "brief", report, "-o", tmp_path / "blocked" / "b.html") == 2
    assert "cannot write" in capsys.readouterr().err


def test_stability_of_a_published_conflict(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`stability` reads a catalogue file and gives its equilibria as JSON."""
    assert run(monkeypatch, "stability", CHICKEN, "--json", "--concept", "R") == 0
    assert set(json.loads(capsys.readouterr().out)["equilibria"]) == {"R"}


def test_stability_is_shown_in_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`stability` names outcomes by who takes which option."""
    assert run(monkeypatch, "stability", CHICKEN.parent) == 0
    assert "Second driver: not Swerve" in capsys.readouterr().out


def test_stability_of_a_case(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The conflict of a case names its proposals and who accepts them."""
    folder = tmp_path / "case"
    run(monkeypatch, "draft", report, "-o", folder)
    assert run(monkeypatch, "stability", folder) == 0
    assert "Sudan: accept" in capsys.readouterr().out


def test_a_case_without_conflict_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case in which nobody decides anything is refused with the way out."""
    (tmp_path / "case.yaml").write_text("title: Nothing yet\n", encoding="utf-8")
    assert run(monkeypatch, "stability", tmp_path) == 2
    assert "write what is on the table under 'proposals'" in capsys.readouterr().err


def test_a_format_that_cannot_be_written_is_refused(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An ending that is none of ours is refused before any work, with the endings that are."""
    assert run(monkeypatch, "brief", report, "-o", tmp_path / "b.pdf") == 2
    assert ".html, .md or .json" in capsys.readouterr().err
    assert not (tmp_path / "b.pdf").exists()


def test_a_mistyped_command_is_guessed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """'breif' is answered with 'brief'."""
    assert run(monkeypatch, "breif") == 2
    assert "did you mean 'brief'?" in capsys.readouterr().err


def test_another_language_is_said_to_be_unread(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A report that is not in English is named on standard error."""
    path = tmp_path / "bericht.txt"
    path.write_text("Der Minister lehnte den Vorschlag am Montag in Genf erneut ab.\n" * 5, encoding="utf-8")
    assert run(monkeypatch, "read", path) == 0
    told = capsys.readouterr()
    assert "1 of 1 passages are not in English (language code de); they are kept and not read" in told.err
    assert "No statement was found." in told.out


def test_a_brief_says_what_it_could_not_read_for_its_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The brief of a report that is foreign, or too short to tell, says so beside its name."""
    for count, said in (
        (1, "11 words are too few to tell their language"),
        (5, "they are kept and not read"),
    ):
        path = tmp_path / f"bericht{count}.txt"
        path.write_text("Der Minister lehnte den Vorschlag am Montag in Genf erneut ab.\n" * count, "utf-8")
        assert run(monkeypatch, "brief", path, "--format", "markdown") == 0
        told = capsys.readouterr()
        assert said in told.out.split("##", maxsplit=1)[0]
        assert said in told.err


def test_many_outcomes_are_shortened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Of many outcomes that hold, twelve are shown unless all are asked for."""
    options = "".join(f"  - {{name: o{number}, owner: A, direction: both}}\n" for number in range(5))
    indifferent = "preferences:\n  A: {statements: ['true']}\n"
    path = tmp_path / "many.yaml"
    source = "source: {authors: Own, year: 2026, title: Made up for a test}\n"
    path.write_text(
        f"name: Many\n{source}decision_makers: [A]\noptions:\n{options}{indifferent}", encoding="utf-8"
    )
    assert run(monkeypatch, "stability", path) == 0
    short = capsys.readouterr().out
    assert "32 of 32 outcomes" in short
    assert "The 12 that hold" in short
    assert run(monkeypatch, "stability", path, "--all") == 0
    assert len(capsys.readouterr().out) > len(short)


def test_coalitions_and_proofs_are_in_the_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Elmira: with coalitions fewer outcomes hold, and every verdict has its proof."""
    elmira = CHICKEN.parents[1] / "hipel1993"
    assert run(monkeypatch, "stability", elmira, "--json", "--coalitions", "--witnesses") == 0
    record = json.loads(capsys.readouterr().out)
    alone, together = record["equilibria"]["SEQ"], record["coalitions"]["equilibria"]["SEQ"]
    assert len(alone) == 3
    assert set(together) < set(alone)
    assert set(record["witnesses"]["R"]) == set(record["stable"]["R"])
    assert run(monkeypatch, "stability", elmira, "--coalitions") == 0
    assert "alone" in capsys.readouterr().out


def test_a_case_folder_is_briefed_by_itself(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A case beside other reports or another case is refused, as its corrections would be lost."""
    case = tmp_path / "talks"
    assert run(monkeypatch, "draft", report, "-o", case) == 0
    for others, named in (((case, report), str(report)), ((case, case), "the other folders")):
        capsys.readouterr()
        assert run(monkeypatch, "brief", *others, "-o", tmp_path / "b.html") == 2
        told = capsys.readouterr().err
        assert f"{case} is a case folder, and is briefed by itself" in told
        assert f"and brief {named} apart" in told
        assert "Skipped" not in told
        assert not (tmp_path / "b.html").exists()


def test_a_table_that_nobody_reads_on_ends_with_141(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """When the printer of tables finds its reader gone, the exit code is the documented one; others stay."""

    @click.command(name="gone")
    @click.argument("code", type=int)
    def gone(code: int) -> None:
        if code:
            raise SystemExit(code)
        try:
            raise BrokenPipeError  # noqa: TRY301 - stands for what the system says
        except BrokenPipeError:
            raise SystemExit(1)  # noqa: B904 - as rich does it

    monkeypatch.setitem(group.commands, "gone", gone)
    monkeypatch.setattr(type(group), "get_command", lambda _self, _context, name: group.commands[name])
    assert run(monkeypatch, "gone", 0) == 141
    assert run(monkeypatch, "gone", 3) == 3
    assert capsys.readouterr().err == ""
