"""Tables of positions."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import CaseError
from goodoffices.models.bargaining.collisions import minimal_concessions
from goodoffices.models.bargaining.distance import distances
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.transfers import side_payments
from goodoffices.models.bargaining.zone import zone
from goodoffices.workspace.tables import (
    PositionRow,
    frame,
    positions_problem,
    read_positions,
    snapshots,
    write_positions,
)

TABLE = """snapshot,party,issue,anchor_0,anchor_100,position,acceptable_low,acceptable_high,salience,note
May,North,troops,none,many,0,0,20,90,x
May,South,troops,none,many,80,50,100,60,y
May,South,aid,little,much,100,,,30,"z, with a comma"
May,East,troops,none,many,40,,60,10,
June,North,troops,none,many,10,0,50,90,
June,South,troops,none,many,80,50,100,60,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of two snapshots."""
    path = tmp_path / "positions.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_rows_are_read_and_written_as_they_are(table: Path, tmp_path: Path) -> None:
    """What is written reads back equal, anchors and unknown bounds included."""
    rows = read_positions(table)
    assert rows[0] == PositionRow("North", "troops", 0, 0, 20, 90, "May", "none", "many")
    assert rows[2].acceptable_low is None
    assert snapshots(rows) == ("May", "June")
    copy = tmp_path / "copy.csv"
    write_positions(rows, copy)
    assert read_positions(copy) == rows


def test_options_are_the_places_where_something_changes(table: Path) -> None:
    """On troops these are the positions and bounds of those who must sign."""
    problem = positions_problem(read_positions(table), sign=["North", "South"], snapshot="May")
    assert problem.issues[0].options == ("0", "20", "50", "80", "100")
    assert problem.party("North").accepts == {"troops": ("0", "20")}
    assert problem.party("South").weights == {"troops": 60, "aid": 30}
    assert not problem.party("East").must_sign
    assert zone(problem).outcome.count == 0
    assert distances(problem).outcome[0].pairs[0].gap == 30


def test_the_zone_opens_where_bounds_meet(table: Path) -> None:
    """In June North accepts up to 50 and South from 50."""
    problem = positions_problem(read_positions(table), sign=["North", "South"], snapshot="June")
    assert [package.terms for package in zone(problem).outcome.packages] == [{"troops": "50"}]


def test_an_issue_on_which_no_signatory_speaks_has_the_places_of_the_others(table: Path) -> None:
    """Where only East must sign, aid keeps the place of South."""
    problem = positions_problem(read_positions(table), sign=["East"], snapshot="May")
    assert problem.issues[1].options == ("100",)
    assert problem.party("East").accepts == {"troops": ("40", "60")}


def test_a_frame_has_issues_worths_and_broken_demands(table: Path) -> None:
    """Packages become lines, and what has none is refused."""
    problem = positions_problem(read_positions(table), sign=["North", "South"], snapshot="June")
    told = frame(pareto_packages(problem))
    assert list(told.columns) == ["troops", "utility of North", "utility of South", "broken"]
    assert told["utility of South"].tolist() == pytest.approx([0.7])
    with pytest.raises(CaseError, match="no list of packages"):
        frame(minimal_concessions(problem))
    with pytest.raises(CaseError, match="no list of packages"):
        frame(distances(problem))


def test_a_frame_takes_deals_too(table: Path) -> None:
    """Whatever has a package each becomes a line each."""
    problem = positions_problem(read_positions(table), sign=["North", "South"], snapshot="June")
    parties = tuple(
        type(party)(party.name, party.must_sign, party.weights, party.values, 0.5)
        for party in problem.parties
    )
    deals = side_payments(type(problem)(problem.issues, parties))
    assert len(frame(deals)) == len(deals.outcome) > 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("party,issue\nA,b\n", "has no column position; its columns are party, issue"),
        ("party,issue,position\nA,b,x\n", r"csv:2: 'x' is no number for position"),
        ("party,issue,position\nA,b,101\n", r"csv:2: position is 101; it lies from 0 to 100"),
        ("party,issue,position,salience\nA,b,1,-1\n", r"salience is -1; it lies from 0 to inf"),
        ("party,issue,position\nA,,1\n", r"csv:2: a line needs a party, an issue and a position"),
        ("party,issue,position\nA,b,1\nA,b,2\n", r"csv:3: 'A' has a second position on 'b'"),
        (
            "party,issue,position,acceptable_low,acceptable_high\nA,b,1,9,3\n",
            r"run from 9 to 3; put the lower first",
        ),
        ("", "is no CSV table in UTF-8"),
        ('party,issue,position\n"A,b,1\n', "is no CSV table in UTF-8"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    """Each refusal names the line and the value."""
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=message):
        read_positions(path)


def test_files_that_are_no_table_are_refused(tmp_path: Path) -> None:
    """A workbook, a missing file, another encoding and a huge file each get a message."""
    with pytest.raises(CaseError, match="save the sheet as CSV"):
        read_positions(tmp_path / "positions.xlsx")
    with pytest.raises(CaseError, match="cannot be read"):
        read_positions(tmp_path / "nothing.csv")
    odd = tmp_path / "odd.csv"
    odd.write_bytes(b"party,issue,position\nT\xfcrkei,a,1\n")
    with pytest.raises(CaseError, match="is no CSV table in UTF-8"):
        read_positions(odd)
    odd.write_bytes(b"x" * 20_000_001)
    with pytest.raises(CaseError, match="larger than 20 MB"):
        read_positions(odd)


def test_names_must_be_in_the_table(table: Path) -> None:
    """Unknown parties and snapshots, and a choice of snapshot left open, are refused by name."""
    rows = read_positions(table)
    with pytest.raises(CaseError, match="no party 'West' in the table; its parties are North, South, East"):
        positions_problem(rows, sign=["West"], snapshot="May")
    with pytest.raises(CaseError, match="no snapshot 'July'"):
        positions_problem(rows, sign=["North"], snapshot="July")
    with pytest.raises(CaseError, match="snapshots May, June; say which one"):
        positions_problem(rows, sign=["North"])
