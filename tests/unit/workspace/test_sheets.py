"""Tables of positions as workbooks."""

from __future__ import annotations

import datetime as dt
import zipfile
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from goodoffices.errors import BriefError, CaseError
from goodoffices.workspace.positions import PositionRow
from goodoffices.workspace.tables import read_positions, write_positions

HEADING = ["party", "issue", "position"]
AUGUST = dt.datetime(2025, 8, 1)  # noqa: DTZ001 - a sheet knows no time zone
MORNING = dt.datetime(2025, 8, 1, 9, 30)  # noqa: DTZ001 - the same
BOOK_WITHOUT_SHEETS = (
    b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>'
)
SHEET_WITH_A_BAD_NUMBER = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    b'<row r="1"><c r="A1" t="n"><v>abc</v></c></row></sheetData></worksheet>'
)
MATERIAL = Path(__file__).parents[4] / "shared" / "case-material" / "ukraine_positions.csv"


def saved(path: Path, *lines: Sequence[object]) -> Path:
    """Save a workbook with these lines on its first sheet."""
    book = Workbook()
    for line in lines:
        book.active.append(list(line))
    book.save(path)
    return path


def test_a_workbook_reads_back_what_was_written(tmp_path: Path) -> None:
    """Numbers with many digits, texts that look like formulas or numbers, and further columns all stay."""
    rows = (
        PositionRow("=SUM(A1)", "007", 0.1 + 0.2, None, 100 / 3, 1e-300, "2025-08", "a\nb", "«Ω»", True),
        PositionRow("North", "x", 50.0, 1.0, 60.0, None, "2025-08", red_line=False, position_low=40.0),
        PositionRow("South", "x", 5.0, paraphrase="‘never’", others=(("source", "p. 3"), ("page", "12"))),
    )
    path = tmp_path / "deep" / "positions.xlsx"
    write_positions(rows, path)
    assert read_positions(path) == rows
    sheet = load_workbook(path)["positions"]
    assert sheet["B2"].data_type == "s"
    assert sheet["F3"].value == 50


TEXT = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)
PLACE = st.floats(0, 100)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(lines=st.lists(st.tuples(TEXT, TEXT, PLACE, TEXT), min_size=1, max_size=4, unique_by=lambda x: x[:2]))
def test_nothing_is_lost_in_either_format(
    lines: list[tuple[str, str, float, str]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Any names and places read back equal from a CSV file and from a workbook."""
    rows = tuple(
        PositionRow(party, issue, place, others=(("note", note),)) for party, issue, place, note in lines
    )
    folder = tmp_path_factory.mktemp("tables")
    for name in ("a.csv", "a.xlsx"):
        write_positions(rows, folder / name)
        assert read_positions(folder / name) == rows


@pytest.mark.skipif(not MATERIAL.exists(), reason="the coder's table lies beside the project, not in it")
def test_the_founding_table_goes_through_a_workbook_unchanged(tmp_path: Path) -> None:
    """Every value of every column of a real table comes back."""
    rows = read_positions(MATERIAL)
    write_positions(rows, tmp_path / "a.xlsx")
    assert read_positions(tmp_path / "a.xlsx") == rows
    assert dict(rows[0].others).keys() == {"coding_confidence", "seed_supported", "source"}


def test_cells_of_every_plain_kind_are_taken(tmp_path: Path) -> None:
    """A number as text, a truth value, a date and a moment; empty rows and the sheet's name do not matter."""
    path = saved(
        tmp_path / "a.xlsx",
        [*HEADING, "red_line", "snapshot", "seen"],
        ["North", 7, "12.5", True, AUGUST, MORNING],
        [],
        ["South", 7, 3, False, AUGUST, None],
    )
    first, second = read_positions(path)
    assert first == PositionRow(
        "North", "7", 12.5, snapshot="2025-08-01", red_line=True, others=(("seen", "2025-08-01 09:30:00"),)
    )
    assert (second.red_line, second.where) == (False, f"{path}, sheet 'Sheet', row 4")


def test_the_sheet_named_positions_is_read(tmp_path: Path) -> None:
    """Where there are several sheets, its name decides."""
    book = Workbook()
    book.active.append(["notes"])
    sheet = book.create_sheet("Positions")
    sheet.append(HEADING)
    sheet.append(["North", "x", 1])
    book.save(tmp_path / "a.xlsx")
    assert len(read_positions(tmp_path / "a.xlsx")) == 1


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (["A", "b", "=1+1"], r"sheet 'Sheet', cell C2: '=1\+1' is a formula; put its value there"),
        (["A", "b", "#N/A"], r"cell C2: #N/A is an error of the sheet"),
        (["A", "b", "ten"], r"cell C2: 'ten' is no number for position; write one from 0 to 100"),
        (["A", "b", True], r"cell C2: 'yes' is no number for position"),
        (["A", "b", AUGUST], r"cell C2: '2025-08-01' is no number for position"),
        (["A", "b", 140], r"cell C2: position is 140; it lies from 0 to 100"),
        (["A", None, 40], r"row 2: a line needs a party, an issue and a position"),
        (["A", "b", 40, "oil"], r"cell D2: 'oil' stands outside the 3 columns"),
        ([None] * 200 + [1], r"row 2 has more than 200 columns"),
    ],
)
def test_a_bad_cell_is_refused_by_its_name(line: list[object], message: str, tmp_path: Path) -> None:
    """Each refusal names the file, the sheet, the cell, the value and what to do."""
    with pytest.raises(CaseError, match=message) as refusal:
        read_positions(saved(tmp_path / "bad.xlsx", HEADING, line))
    assert str(refusal.value).startswith(str(tmp_path / "bad.xlsx"))


def test_a_sheet_of_too_many_rows_is_refused(tmp_path: Path) -> None:
    """One cell far below is enough to be refused, and a wrong statement of the size is not believed."""
    book = Workbook()
    book.active.append(HEADING)
    book.active["A30000"] = "x"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(CaseError, match="has more than 20,000 rows"):
        read_positions(tmp_path / "a.xlsx")
    empty = Workbook()
    empty.save(tmp_path / "b.xlsx")
    with pytest.raises(CaseError, match="sheet 'Sheet' is empty; its first line must name the columns"):
        read_positions(tmp_path / "b.xlsx")


def repacked(source: Path, path: Path, parts: dict[str, bytes]) -> Path:
    """Copy a workbook with some of its parts replaced or added."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return path


def test_a_workbook_that_swells_or_declares_entities_is_refused(tmp_path: Path) -> None:
    """Neither a zip bomb nor an XML bomb is unpacked, whatever the encoding that hides it."""
    good = saved(tmp_path / "good.xlsx", HEADING, ["A", "b", 1])
    bomb = repacked(good, tmp_path / "bomb.xlsx", {"xl/media/x.bin": bytes(100_000_001)})
    assert bomb.stat().st_size < 1_000_000
    with pytest.raises(CaseError, match=r"unpacks to .* more than 2,000 of 100 MB"):
        read_positions(bomb)
    text = '<?xml version="1.0"?>' + " " * 1_000_000 + '<!DOCTYPE x [<!ENTITY a "aaaa">]><sst/>'
    for code in ("utf-8", "utf-16"):
        swelling = repacked(good, tmp_path / "e.xlsx", {"xl/sharedStrings.xml": text.encode(code)})
        with pytest.raises(CaseError, match=r"declares entities in xl/sharedStrings\.xml"):
            read_positions(swelling)


def test_broken_and_locked_workbooks_are_refused(tmp_path: Path) -> None:
    """Other files under the name, a locked one, a part missing, a sheet that is no XML: one message each."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"party,issue\n")
    with pytest.raises(CaseError, match=r"is no workbook, or only part of one \(File is not a zip file\)"):
        read_positions(path)
    path.write_bytes(b"\xd0\xcf\x11\xe0rest")
    with pytest.raises(CaseError, match=r"locked with a password or an old workbook"):
        read_positions(path)
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("hello.txt", "hello")
    with pytest.raises(CaseError, match="is no workbook that can be read"):
        read_positions(path)
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(bytes(data))
    with pytest.raises(CaseError, match="locked with a password; save it without one"):
        read_positions(path)
    good = saved(tmp_path / "good.xlsx", HEADING, ["A", "b", 1])
    torn = repacked(good, tmp_path / "torn.xlsx", {"xl/worksheets/sheet1.xml": SHEET_WITH_A_BAD_NUMBER})
    with pytest.raises(CaseError, match=r"sheet 'Sheet' cannot be read"):
        read_positions(torn)
    bare = repacked(good, tmp_path / "bare.xlsx", {"xl/workbook.xml": BOOK_WITHOUT_SHEETS})
    with pytest.raises(CaseError, match="has no sheet with cells"):
        read_positions(bare)


def test_what_a_workbook_cannot_hold_is_not_written(tmp_path: Path) -> None:
    """Control characters and overlong texts are refused instead of being cut, and so is a bad place."""
    path = tmp_path / "a.xlsx"
    with pytest.raises(CaseError, match="control characters, which cell C2 cannot hold"):
        write_positions([PositionRow("A", "b\x01", 1)], path)
    with pytest.raises(CaseError, match="40,000 characters does not fit into cell M2"):
        write_positions([PositionRow("A", "b", 1, paraphrase="x" * 40_000)], path)
    assert not path.exists()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(BriefError, match="cannot write"):
        write_positions([PositionRow("A", "b", 1)], tmp_path / "file" / "a.xlsx")
    (tmp_path / "taken.xlsx").mkdir()
    with pytest.raises(BriefError, match="cannot write"):
        write_positions([PositionRow("A", "b", 1)], tmp_path / "taken.xlsx")
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
