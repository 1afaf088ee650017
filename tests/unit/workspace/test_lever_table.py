"""Tables of reported means of leverage."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Status
from goodoffices.case.parse import parse_case
from goodoffices.case.values import Interval
from goodoffices.errors import CaseError
from goodoffices.workspace.lever_table import as_entries, load_lever_table

HEAD = "date,holder,target,channel,value,unit,claim_status,seed,source,caveat\n"


def written(folder: Path, text: str) -> Path:
    """Save a table and return its path."""
    path = folder / "levers.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_reported_figure_becomes_a_note_and_never_a_share(tmp_path: Path, strait_coded: Case) -> None:
    """Forty per cent of what five buyers pay is not forty per cent of the whole: somebody must judge that."""
    path = written(
        tmp_path,
        f"{HEAD}1987-03,Kestria,Norvania,grain,40,% of five buyers,reported,yes,The Courier,five only\n",
    )
    found = load_lever_table(path, strait_coded)
    (lever,) = found.levers
    assert found.problems == ()
    assert (lever.holder, lever.target, lever.means, lever.share) == ("kestria", "norvania", "grain", None)
    assert lever.coding.status is Status.REPORTED
    assert (lever.coding.source, lever.coding.note) == (
        "The Courier",
        "Reported: 40 % of five buyers (1987-03); five only",
    )


def test_shares_and_willingness_stand_in_columns_of_their_own(tmp_path: Path, strait_coded: Case) -> None:
    """A middle alone is certain; parties are known by alias as well."""
    path = written(
        tmp_path,
        "holder,target,means,status,coder,claimed_by,note,share_low,share,share_high,willingness,source\n"
        "kestria,Ilse Marrow,loans,judgement,A. Coder,Selmark,from the books,0.2,0.3,0.5,0.1,The Courier\n"
        "\n"
        ",,,,,,,,,,,\n",
    )
    found = load_lever_table(path, strait_coded)
    (lever,) = found.levers
    assert (lever.share, lever.willingness) == (Interval(0.2, 0.3, 0.5), Interval.exactly(0.1))
    assert (lever.target, lever.claimed_by, lever.coding.coder) == ("norvania", "selmark", "A. Coder")
    assert lever.coding.note == "from the books"


def test_what_is_later_than_the_case_says_so(tmp_path: Path, strait_coded: Case) -> None:
    """A figure of June does not belong to a state of affairs of May without a word."""
    case = dataclasses.replace(strait_coded, snapshot=dt.date(1987, 5, 4))
    path = written(
        tmp_path,
        f"{HEAD}1987-06,Kestria,Norvania,grain,,,reported,,The Courier,\n"
        "1987-05,Kestria,Norvania,loans,,,,,The Courier,\n",
    )
    late, same = load_lever_table(path, case).levers
    assert late.coding.note == "later than the state of affairs that is coded (1987-05-04)"
    assert (same.coding.note, same.coding.status) == (None, Status.REPORTED)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("1987,Ost,Norvania,grain,,,reported,,The Courier,", "the holder is 'Ost', and no party"),
        ("1987,,Norvania,grain,,,reported,,The Courier,", "the holder is missing; name a party"),
        ("1987,Kestria,Kestria,grain,,,reported,,The Courier,", "'kestria' is both holder and target"),
        (
            "1987,Kestria,Norvania,grain,,,rumour,,The Courier,",
            "the status is 'rumour'; begin it with reported",
        ),
        ("1987,Kestria,Norvania,grain,,,reported,,general knowledge,", "the source is 'general knowledge'"),
        ("1987,Kestria,Norvania,grain,,,reported,,,", "the source is '', and a value needs one"),
        ("1987,Kestria,Norvania,grain,,,judgement,,The Courier,", "a judgement names its coder"),
    ],
)
def test_a_line_that_cannot_be_taken_is_named_with_its_place(
    line: str, reason: str, tmp_path: Path, strait_coded: Case
) -> None:
    """The other lines are taken all the same."""
    path = written(tmp_path, f"{HEAD}{line}\n1987,Kestria,Norvania,grain,,,claim by a party,,The Courier,\n")
    found = load_lever_table(path, strait_coded)
    assert [lever.coding.status for lever in found.levers] == [Status.CLAIM]
    (problem,) = found.problems
    assert problem.startswith(f"{path}:2: ")
    assert reason in problem


@pytest.mark.parametrize(
    ("low", "mid", "high", "reason"),
    [
        ("0.4", "0.3", "0.5", "out of order"),
        ("", "much", "", "'share' is ['', 'much', '']; give a number"),
        ("0.1", "", "", "give a number in the column 'share'"),
        ("", "1.5", "", "leaves the range from 0 to 1"),
        ("", "nan", "", "not a finite number"),
    ],
)
def test_a_share_that_is_none_is_refused(
    low: str, mid: str, high: str, reason: str, tmp_path: Path, strait_coded: Case
) -> None:
    """Shares are numbers from 0 to 1, in order."""
    path = written(
        tmp_path,
        f"holder,target,source,share_low,share,share_high\nKestria,Norvania,The Courier,{low},{mid},{high}\n",
    )
    (problem,) = load_lever_table(path, strait_coded).problems
    assert reason in problem


def test_a_table_that_cannot_be_read_is_refused(
    tmp_path: Path, strait_coded: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The message says what is wrong and what to do."""
    with pytest.raises(CaseError, match="cannot be read"):
        load_lever_table(tmp_path / "none.csv", strait_coded)
    with pytest.raises(CaseError, match="there is no column 'holder'; its first line must name"):
        load_lever_table(written(tmp_path, ""), strait_coded)
    with pytest.raises(CaseError, match="there is no column 'source'"):
        load_lever_table(written(tmp_path, "holder,target\n"), strait_coded)
    (tmp_path / "latin.csv").write_bytes(b"holder,target,source\n\xe9,b,c\n")
    with pytest.raises(CaseError, match="byte 21 is not UTF-8"):
        load_lever_table(tmp_path / "latin.csv", strait_coded)
    long = "x" * 200_000
    with pytest.raises(CaseError, match="not readable as CSV"):
        load_lever_table(written(tmp_path, f"holder,target,source\n{long},b,c\n"), strait_coded)
    monkeypatch.setattr("goodoffices.workspace.lever_table.MAX_BYTES", 10)
    with pytest.raises(CaseError, match="more than such a table may have"):
        load_lever_table(tmp_path / "levers.csv", strait_coded)


def test_levers_are_written_as_entries_that_a_case_file_takes(tmp_path: Path, strait_coded: Case) -> None:
    """What was read can be put into the case file and is read from there as the same."""
    path = written(tmp_path, f"{HEAD}1987-03,Kestria,Norvania,grain,40,%,reported,,The Courier,five only\n")
    found = load_lever_table(path, strait_coded)
    parties = "parties:\n  kestria: {name: Kestria}\n  norvania: {name: Norvania}\n"
    again = parse_case(f"title: The strait\n{parties}{as_entries(found.levers)}")
    assert again.leverage == found.levers
    assert as_entries(()) == "leverage: []\n"
