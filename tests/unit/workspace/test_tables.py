"""Tables of positions as CSV files."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.errors import CaseError
from goodoffices.workspace.positions import PositionRow, snapshots
from goodoffices.workspace.tables import read_costs, read_positions, write_positions

TABLE = """\
snapshot,party,issue,anchor_0,anchor_100,position,acceptable_low,acceptable_high,salience,red_line,n
May,North,troops,none,many,0,0,20,90,yes,x
May,South,troops,none,many,80,50,100,60,no,y
May,South,aid,little,much,100,,,30,,"z, with a comma"
June,North,troops,none,many,10,0,50,90,,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A table of two snapshots."""
    path = tmp_path / "positions.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_rows_are_read_and_written_as_they_are(table: Path, tmp_path: Path) -> None:
    """What is written reads back equal: anchors, unknown bounds, and columns that nothing uses."""
    rows = read_positions(table)
    first = PositionRow("North", "troops", 0, 0, 20, 90, "May", "none", "many", True, others=(("n", "x"),))
    assert rows[0] == first
    assert rows[2].acceptable_low is None
    assert rows[2].others == (("n", "z, with a comma"),)
    assert [row.red_line for row in rows] == [True, False, None, None]
    assert snapshots(rows) == ("May", "June")
    copy = tmp_path / "copy.csv"
    write_positions(rows, copy)
    assert read_positions(copy) == rows


def test_semicolons_and_tabs_part_values_too(tmp_path: Path) -> None:
    """Sheet programs write what their country is used to; a value with a comma in it is then no problem."""
    for mark in ";\t":
        path = tmp_path / "table.csv"
        path.write_text(f"party{mark}issue{mark}position\nA, North{mark}b{mark}12.5\n", encoding="utf-8-sig")
        assert read_positions(path) == (PositionRow("A, North", "b", 12.5),)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("party,issue\nA,b\n", "has no column position; its columns are party, issue"),
        ("party,issue,position\n", "has no line below its heading; add a position"),
        ("party,issue,position\nA,b,x\n", r"csv:2: 'x' is no number for position; write one from 0 to 100"),
        ("party,issue,position\nA,b,101\n", r"csv:2: position is 101; it lies from 0 to 100"),
        ("party,issue,position\n\nA,b,nan\n", r"csv:3: position is nan; it lies from 0 to 100"),
        ('party,issue,position\n"A\nB",b,1\nA,b,-1\n', r"csv:4: position is -1"),
        ("party,issue,position,salience\nA,b,1,-1\n", r"salience is -1; it lies from 0 upwards"),
        ("party,issue,position,salience\nA,b,1,inf\n", r"salience is inf; it lies from 0 upwards"),
        ("party,issue,position\nA,,1\n", r"csv:2: a line needs a party, an issue and a position"),
        ("party,issue,position\nA,b,1\nA,b,2\n", r"csv:3: 'A' has a second position on 'b'.*csv:2"),
        ("party,issue,position,red_line\nA,b,1,perhaps\n", r"csv:2: red_line is 'perhaps'; write yes or no"),
        (
            "party,issue,position,acceptable_low,acceptable_high\nA,b,1,9,3\n",
            r"run from 9 to 3; put the lower first",
        ),
        ("party,issue,position,position_low\nA,b,1,9\n", r"csv:2: the position 1 lies outside its interval"),
        ("party,issue,position,position_high\nA,b,9,1\n", r"csv:2: the position 9 lies outside its interval"),
        ("", "is empty; its first line must name the columns"),
        ('party,issue,position\n"A,b,1\n', r"csv:2: this is no CSV table in UTF-8"),
        ("party,issue,position,party\nA,b,1,B\n", r"csv:1: there is a second column 'party'; keep one"),
        ("party,,position\nA,b,1\n", r"csv:1: column 2 has no name; give it one"),
        ("party,issue,position\nA,b,1,oil\n", r"csv:2: 'oil' stands outside the 3 columns"),
        ("party,issue,position\n" + "A,b,1\n" * 20_001, "more than 20,000 lines"),
    ],
)
def test_a_bad_table_is_refused_with_its_line(text: str, message: str, tmp_path: Path) -> None:
    """Each refusal names the line and the value."""
    path = tmp_path / "bad.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CaseError, match=message):
        read_positions(path)


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("party,issue,position,redline", "column 'redline' plays no part; did you mean 'red_line'"),
        ("party,issue,position,Salience", "column 'Salience' plays no part; did you mean 'salience'"),
        ("party,issu,position,note", "column 'issu' plays no part; did you mean 'issue'"),
    ],
)
def test_a_misspelt_column_is_refused(heading: str, said: str, tmp_path: Path) -> None:
    """A column that nearly bears the name of one that counts would be lost in silence."""
    path = tmp_path / "slip.csv"
    path.write_text(f"{heading}\nA,b,1,yes\n", encoding="utf-8")
    with pytest.raises(CaseError, match=said):
        read_positions(path)


def test_further_columns_are_kept_beside_those_they_resemble(tmp_path: Path) -> None:
    """A third anchor is no slip where the other two are there."""
    path = tmp_path / "table.csv"
    path.write_text("party,issue,position,anchor_0,anchor_100,anchor_50\nA,b,1,a,c,b\n", encoding="utf-8")
    assert read_positions(path)[0].others == (("anchor_50", "b"),)


def test_every_faulty_line_is_told_at_once(tmp_path: Path) -> None:
    """Up to ten of them; further ones are counted."""
    path = tmp_path / "bad.csv"
    path.write_text("party,issue,position\nA,b,110\nA,c,ninety\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"(?s)csv:2: position is 110.*csv:3: 'ninety' is no number"):
        read_positions(path)
    path.write_text("party,issue,position\n" + "A,b,110\n" * 13, encoding="utf-8")
    with pytest.raises(CaseError, match=r"(?s)csv:11: position is 110; it lies from 0 to 100\n3 more lines"):
        read_positions(path)


def test_a_table_in_the_encoding_of_a_sheet_program_is_read(tmp_path: Path) -> None:
    """Text in UTF-16 with tabs is what sheet programs call Unicode text."""
    path = tmp_path / "table.csv"
    path.write_text("party\tissue\tposition\nTürkiye\tb\t1\n", encoding="utf-16")
    assert [row.party for row in read_positions(path)] == ["Türkiye"]


def test_files_that_are_no_table_are_refused(tmp_path: Path) -> None:
    """Another kind of file, a missing one, another encoding and a huge file each get a message."""
    with pytest.raises(CaseError, match=r"neither a CSV file nor a workbook; save it as"):
        read_positions(tmp_path / "positions.ods")
    with pytest.raises(CaseError, match=r"neither a CSV file nor a workbook; end its name"):
        write_positions((), tmp_path / "positions.ods")
    with pytest.raises(CaseError, match="cannot be read"):
        read_positions(tmp_path / "nothing.csv")
    odd = tmp_path / "odd.csv"
    odd.write_bytes(b"party,issue,position\nT\xfcrkei,a,1\n")
    with pytest.raises(CaseError, match=r"odd\.csv:2: the letter behind 'T' is not written in UTF-8"):
        read_positions(odd)
    odd.write_bytes(b"\xfcrkei\n")
    with pytest.raises(CaseError, match=r"odd\.csv:1: the letter is not written in UTF-8; save the file"):
        read_positions(odd)
    odd.write_bytes(b"x" * 20_000_001)
    with pytest.raises(CaseError, match="larger than 20 MB"):
        read_positions(odd)


def test_empty_cells_at_the_end_of_lines_do_not_matter(tmp_path: Path) -> None:
    """Sheet programs leave commas behind."""
    path = tmp_path / "table.csv"
    path.write_text("party,issue,position,,\nA,b,1,,\nA,c,2\n", encoding="utf-8")
    assert [row.position for row in read_positions(path)] == [1, 2]


def test_costs_are_read_from_a_table(tmp_path: Path) -> None:
    """A demand and its cost a line; anything else is refused with its place."""
    path = tmp_path / "costs.csv"
    path.write_text("demand,cost,why\nred_line.0,2.5,x\nA.walk_away,0,\n", encoding="utf-8")
    assert read_costs(path) == {"red_line.0": 2.5, "A.walk_away": 0}
    path.write_text("demand,price\nred_line.0,2.5\n", encoding="utf-8")
    with pytest.raises(CaseError, match="needs the columns demand and cost; it has demand, price"):
        read_costs(path)
    path.write_text("demand,cost\na,1\na,2\n", encoding="utf-8")
    with pytest.raises(CaseError, match="csv:3: a line needs a demand, each demand once, and its cost"):
        read_costs(path)
