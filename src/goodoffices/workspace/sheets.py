"""Workbooks (.xlsx): the cells of one sheet, in and out. Nothing in a workbook is computed or followed."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from goodoffices.errors import CaseError
from goodoffices.workspace.cells import (
    MAX_COLUMNS,
    MAX_LINES,
    Cell,
    Line,
    Table,
    read_bytes,
    written,
)
from goodoffices.workspace.files import write_atomically
from goodoffices.workspace.sheet_layout import Layout, lay_out

__all__ = ["read_sheet", "read_sheets", "write_sheet", "write_sheets"]

Values = Sequence[str | float | None]
"""What stands in a line."""

MAX_UNPACKED = 100_000_000
"""Most bytes that a workbook may take when it is unpacked."""
MAX_PARTS = 2_000
"""Most files inside a workbook."""
MAX_TEXT = 32_767
"""Most characters in a cell."""
SHEET = "positions"
"""A sheet of this name is read, in capitals or not; where there is none, the first."""
OLDER = b"\xd0\xcf\x11\xe0"
"""How a workbook begins that is locked with a password or comes from an old program."""
DOCTYPES = tuple("<!DOCTYPE".encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be"))
CHUNK = 1_000_000


def read_sheet(path: Path) -> Table:
    """Read the sheet named 'positions' of a workbook, or its first.

    Numbers, texts, truth values and dates are taken as they are; a date becomes year-month-day.

    Raises:
        CaseError: The file is no workbook, is locked, unpacks to more than 100 MB, declares entities, has
            more than 20,000 rows or 200 columns, or a cell holds a formula or an error.
    """
    book = _book(path)
    sheet = next((one for one in book.worksheets if one.title.strip().lower() == SHEET), book.worksheets[0])
    return _table(path, sheet)


def read_sheets(path: Path, names: Sequence[str]) -> dict[str, Table]:
    """Read the sheets of a workbook that bear these names, in capitals or not; others are not looked at.

    Raises:
        CaseError: As for `read_sheet`.
    """
    titles = {one.title.strip().lower(): one for one in _book(path).worksheets}
    return {name: _table(path, titles[name]) for name in names if name in titles}


def _book(path: Path) -> Any:  # noqa: ANN401 - openpyxl ships no types
    from openpyxl import load_workbook  # noqa: PLC0415 - loads slowly

    data = read_bytes(path)
    _check_package(data, path)
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    except Exception as error:
        raise CaseError(
            f"{path} is no workbook that can be read ({error}); save it as .xlsx again"
        ) from error
    if not book.worksheets:
        raise CaseError(f"{path} has no sheet with cells; put the positions into one")
    return book


def _table(path: Path, sheet: Any) -> Table:  # noqa: ANN401 - openpyxl ships no types
    where = f"{path}, sheet '{sheet.title}'"
    # What a sheet says of its own size may be wrong, and would be filled with empty cells.
    sheet.reset_dimensions()
    try:
        return Table.of(where, list(_lines(sheet, where)))
    except CaseError:
        raise
    except Exception as error:  # the same while rows are read
        raise CaseError(f"{where} cannot be read ({error}); save the workbook again") from error


def write_sheet(path: Path, heading: Sequence[str], lines: Sequence[Values]) -> None:
    """Write a workbook with one sheet, 'positions'; what begins like a formula stays text.

    Raises:
        CaseError: A text is too long or has control characters, which a workbook cannot hold.
        BriefError: The place cannot be written to.
    """
    write_sheets(path, {SHEET: (heading, lines)})


def write_sheets(
    path: Path,
    sheets: Mapping[str, tuple[Sequence[str], Sequence[Values]]],
    layout: Layout | None = None,
) -> None:
    """Write a workbook with sheets, each with a heading and lines; what begins like a formula stays text.

    Args:
        path: The file.
        sheets: Heading and lines by the title of the sheet.
        layout: How the sheets look; plain where it is not given.

    Raises:
        CaseError: As for `write_sheet`.
        BriefError: The place cannot be written to.
    """
    from openpyxl import Workbook  # noqa: PLC0415 - loads slowly

    book = Workbook()
    book.remove(book.active)
    for title, (heading, lines) in sheets.items():
        sheet = book.create_sheet(title)
        sheet.freeze_panes = "A2"
        for row, values in enumerate([list(heading), *lines], start=1):
            _fill(sheet, row, values)
        if layout is not None:
            lay_out(sheet, heading, layout)
    out = io.BytesIO()
    book.save(out)
    write_atomically(path, out.getvalue())


def _fill(sheet: Any, row: int, values: Values) -> None:  # noqa: ANN401 - openpyxl ships no types
    from openpyxl.utils.exceptions import IllegalCharacterError  # noqa: PLC0415 - loads slowly

    for column, value in enumerate(values, start=1):
        cell = sheet.cell(row, column)
        if isinstance(value, str) and len(value) > MAX_TEXT:
            raise CaseError(f"a text of {len(value):,} characters does not fit into cell {cell.coordinate}")
        try:
            _put(cell, value)
        except IllegalCharacterError as error:
            raise CaseError(
                f"{value!r} has control characters, which cell {cell.coordinate} cannot hold; "
                "take them out or write a CSV file"
            ) from error


def _check_package(data: bytes, path: Path) -> None:
    """Refuse what unpacks to too much or could lead elsewhere, before anything is parsed."""
    if data.startswith(OLDER):
        raise CaseError(
            f"{path} is locked with a password or an old workbook (.xls); save it as .xlsx without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            size = sum(part.file_size for part in parts)
            if size > MAX_UNPACKED or len(parts) > MAX_PARTS:
                raise CaseError(
                    f"{path} unpacks to {len(parts):,} parts of {size / 1e6:,.0f} MB together, more than "
                    f"{MAX_PARTS:,} of {MAX_UNPACKED // 1_000_000} MB; keep to the positions"
                )
            for part in parts:
                if part.flag_bits & 1:
                    raise CaseError(f"{path} is locked with a password; save it without one")
                if part.filename.lower().endswith((".xml", ".rels")) and _declares(package, part):
                    raise CaseError(
                        f"{path} declares entities in {part.filename}; save it again with a sheet program"
                    )
    except (zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError) as error:
        raise CaseError(
            f"{path} is no workbook, or only part of one ({error}); save or copy it anew"
        ) from error


def _declares(package: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Tell whether a part declares a document type, through which it could swell."""
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(CHUNK):
            if any(mark in tail + chunk for mark in DOCTYPES):
                return True
            tail = chunk[-32:]
    return False


def _lines(sheet: Any, where: str) -> Iterator[Line]:  # noqa: ANN401 - openpyxl ships no types
    for number, row in enumerate(sheet.iter_rows(), start=1):
        filled = [cell for cell in row if cell.value is not None]
        if number > MAX_LINES + 1 and filled:
            raise CaseError(f"{where} has more than {MAX_LINES:,} rows, which is no table of positions")
        if any(cell.column > MAX_COLUMNS for cell in filled):
            raise CaseError(
                f"{where}, row {number} has more than {MAX_COLUMNS} columns; keep to the positions"
            )
        if filled:
            cells = [Cell("", f"{where}, row {number}")] * filled[-1].column
            for cell in filled:
                place = f"{where}, cell {cell.coordinate}"
                cells[cell.column - 1] = Cell(_text(cell, place), place)
            yield Line(f"{where}, row {number}", tuple(cells))


def _text(cell: Any, where: str) -> str:  # noqa: ANN401 - openpyxl ships no types
    value = cell.value
    if cell.data_type == "f":
        raise CaseError(f"{where}: {_shown(value)} is a formula; put its value there, nothing is computed")
    if cell.data_type == "e":
        raise CaseError(f"{where}: {value} is an error of the sheet; put a value there or leave it empty")
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ")
    return written(value) if isinstance(value, int | float) else str(value).strip()


def _shown(value: object) -> str:
    text = str(getattr(value, "text", value))
    return f"'{text[:60]}'"


def _put(cell: Any, value: str | float | None) -> None:  # noqa: ANN401 - openpyxl ships no types
    if isinstance(value, float | int) and float(f"{value:.16g}") != value:
        # openpyxl writes sixteen digits, and this number has more.
        value = repr(value)
    cell.value = value
    if isinstance(value, str) and value:
        cell.data_type = "s"
        cell.quotePrefix = value.startswith("=")
