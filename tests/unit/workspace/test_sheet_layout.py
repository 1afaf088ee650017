"""How exported sheets look to those who work in them."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from goodoffices.statements.acts import Act
from goodoffices.statements.decisions import findings
from goodoffices.workspace.review import open_review
from goodoffices.workspace.roundtrip.coder_tables import CHOICES, COLUMNS, HIDDEN
from goodoffices.workspace.roundtrip.transfer import Tool, read_in, write_out


def test_a_workbook_for_coders_can_be_worked_in(strait_folder: Path, tmp_path: Path) -> None:
    """Words are wide and wrapped, acts are chosen from a list, and what only the import needs is hidden."""
    review = open_review(strait_folder)
    path = tmp_path / "x.xlsx"
    write_out(Tool.XLSX, path, review.reports, findings(review.reading))
    sheet = load_workbook(path)["statements"]
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    shown = [name for name, letter in letters.items() if not sheet.column_dimensions[letter].hidden]
    assert set(letters) - set(shown) == HIDDEN & set(COLUMNS["statement"])
    assert {"words", "actor", "actor_party", "act"} <= set(shown)
    assert sheet.column_dimensions[letters["words"]].width == 50
    assert sheet[f"{letters['words']}2"].alignment.wrap_text
    lists = {str(rule.sqref).split("2:")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert lists[letters["act"]] == f'"{",".join(Act)}"'
    assert all(len(",".join(choices)) <= 255 for choices in CHOICES.values())


def test_a_table_for_coders_shows_its_accents(strait_folder: Path, tmp_path: Path) -> None:
    """The CSV file begins with the mark by which Excel knows UTF-8, and comes back as it was."""
    review = open_review(strait_folder)
    path = tmp_path / "x.csv"
    found = findings(review.reading)
    write_out(Tool.CSV, path, review.reports, found)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfid,report,words,")
    read = read_in(Tool.CSV, path, review.reports, {one.id: one for one in found})
    assert len(read.coded) == len(found)
    assert not read.problems
