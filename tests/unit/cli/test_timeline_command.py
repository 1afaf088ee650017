"""`goodoffices timeline`: what people type and get."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from goodoffices.cli.main import main
from goodoffices.cli.timeline_table import csv_text
from goodoffices.findings.stands import FOR, Stand
from goodoffices.findings.timeline import timeline

PATROL = "a joint patrol of neutral officers along the northern border road"


@pytest.fixture
def series(tmp_path: Path) -> Path:
    """Return a folder of three dated reports and one without a date."""
    folder = tmp_path / "series"
    folder.mkdir()
    texts = {
        "a": f"Published: 2 May 2019\n\nChad proposed {PATROL}. Libya rejected the proposal at once. Libya "
        "demanded the release of forty prisoners held since the spring raids.\n",
        "b": f"Published: 21 May 2019\n\nLibya accepted {PATROL}. Chad again proposed {PATROL}.\n",
        "c": "Published: 3 June 2019\n\nLibya rejected a pact on the wells of the southern plateau. Egypt "
        "rejected a pact on the wells of the southern plateau, and later accepted the road fund.\n",
        "d": f"Egypt accepted {PATROL}.\n",
    }
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
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


Out = pytest.CaptureFixture[str]


def test_a_table_says_who_moved(series: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    """The answer first, then first and last words with their days, then what has no date."""
    assert run(monkeypatch, "timeline", series) == 0
    told = " ".join(capsys.readouterr().out.replace("│", " ").split())
    assert told.startswith("One change of position is seen, by Libya.")
    assert "2019-05-02 ✕ rejects" in told
    assert "2019-05-21 ✓ accepts" in told
    assert "said before" in told
    assert "Told in reports without a date, so without a place in time: - Egypt on" in told


def test_json_has_tracks_moves_and_the_undated(
    series: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """Programs get every stance with its statements and reports."""
    assert run(monkeypatch, "timeline", series, "--json", "--party", "libya") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["format"] == "goodoffices timeline 1"
    assert {track["party"] for track in found["tracks"]} == {"libya"}
    (move,) = {move["direction"] for track in found["tracks"] for move in track["moves"]}
    assert move == "from against it to for it"
    assert found["undated"] == []


@pytest.mark.parametrize("name", ["Libya", "LIBYA", "Tripoli"])
def test_a_party_goes_by_any_name(
    name: str, series: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """What people call a party finds it, such as its capital."""
    assert run(monkeypatch, "timeline", series, "--json", "--party", name) == 0
    found = json.loads(capsys.readouterr().out)
    assert {track["party"] for track in found["tracks"]} == {"libya"}


def test_csv_has_a_line_for_each_stance(
    series: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """Days limit what is listed; what has no day is left out then."""
    path = tmp_path / "t.csv"
    asked = ("--csv", "--since", "2019-05-10", "--until", "2019-05-31", "-o", path)
    assert run(monkeypatch, "timeline", series, *asked) == 0
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))
    assert {row["day"] for row in rows} == {"2019-05-21"}
    assert {row["stance"] for row in rows} == {"accepts", "put it forward"}
    assert {row["reaffirms"] for row in rows if row["party"] == "Chad"} == {"yes"}
    capsys.readouterr()


def test_a_page_is_written_with_its_chart(
    series: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """HTML holds a drawing and its text; Markdown the same text."""
    assert run(monkeypatch, "timeline", series, "-o", tmp_path / "t.html") == 0
    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert "<svg" in page
    assert "2 May 2019 rejects; 21 May 2019 accepts" in page
    assert run(monkeypatch, "timeline", series, "-o", tmp_path / "t.md") == 0
    assert "2 May 2019 rejects; 21 May 2019 accepts" in (tmp_path / "t.md").read_text(encoding="utf-8")
    assert "The timeline is in" in capsys.readouterr().out


def test_coded_places_stand_in_table_and_csv(monkeypatch: pytest.MonkeyPatch, capsys: Out) -> None:
    """A case without reports of several days gives its coded positions on the day of its snapshot."""
    example = Path(__file__).parents[3] / "examples" / "aceh-2005-07"
    assert run(monkeypatch, "timeline", example, "--csv", "--issue", "Status of Aceh") == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert ("35.0", "2005-07-15") in {(row["place"], row["day"]) for row in rows}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--json", "--csv"), "not both"),
        (("-o", "t.pdf"), "cannot be written as '.pdf'"),
        (("--party", "Norway"), "takes no position here; those that are known: Chad, Egypt, Libya"),
        (("--since", "2019-06-01", "--until", "2019-05-01"), "give the earlier day first"),
        (("--since", "yesterday"), "'yesterday' is no day; write it as 2025-08-01"),
    ],
)
def test_bad_input_is_one_message(
    arguments: tuple[str, ...], told: str, series: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """Exit code 2 and the way out."""
    assert run(monkeypatch, "timeline", series, *arguments) == 2
    assert told in " ".join(capsys.readouterr().err.split())


def test_reports_without_any_position_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Out
) -> None:
    """Nothing is made up where nobody took a position."""
    (tmp_path / "a.txt").write_text("Published: 2 May 2019\n\nIt rained on Monday.\n", encoding="utf-8")
    assert run(monkeypatch, "timeline", tmp_path / "a.txt") == 0
    assert capsys.readouterr().out.startswith("No statement on a position has a date here")
    assert run(monkeypatch, "timeline", tmp_path / "a.txt", "--party", "Chad") == 2
    assert "those that are known: none" in " ".join(capsys.readouterr().err.split())


def test_a_spreadsheet_takes_words_for_words() -> None:
    """A matter that begins like a formula is written as text."""
    made = timeline([Stand("chad", "", "=1+1", None, "accepts", FOR)], {}, {})
    assert ",'=1+1," in csv_text(made)


def test_a_page_says_first_that_it_is_a_draft(
    series: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The page is headed a timeline, and says above its answer what nobody has confirmed."""
    page = tmp_path / "moved.html"
    assert run(monkeypatch, "timeline", series, "-o", page) == 0
    first = page.read_text(encoding="utf-8").partition("The short answer")[0]
    assert "Draft timeline" in first
    assert "nobody has confirmed it yet" in first
    folder = tmp_path / "case"
    assert run(monkeypatch, "draft", series / "a.txt", series / "b.txt", "-o", folder) == 0
    lines = (folder / "statements.jsonl").read_text(encoding="utf-8")
    for changed, told in ((1, "were read by a program, and nobody has confirmed them"), (99, "")):
        new = lines.replace('"type": "statement"', '"type": "statement", "confirmed_by": "A"', changed)
        (folder / "statements.jsonl").write_text(new, encoding="utf-8")
        assert run(monkeypatch, "timeline", folder, "-o", page) == 0
        first = page.read_text(encoding="utf-8").partition("The short answer")[0]
        assert ">Timeline<" in first
        assert "Draft." not in first
        assert told in first
        assert ("read by a program" in first) == bool(told)
