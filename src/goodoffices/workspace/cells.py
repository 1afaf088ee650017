"""Tables as cells of text that know where they stand: CSV files here, workbooks in `sheets`."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from goodoffices.case.names import quoted
from goodoffices.errors import CaseError
from goodoffices.workspace.files import check_file, write_atomically

__all__ = ["MAX_BYTES", "MAX_LINES", "Cell", "Line", "Table", "read_bytes", "read_table", "write_table"]

MAX_BYTES = 20_000_000
"""Largest file that is read."""
MAX_LINES = 20_000
"""Most lines of a table."""
MAX_COLUMNS = 200
"""Most columns of a table."""


class Cell(NamedTuple):
    """What stands in a cell, and where.

    Attributes:
        text: Its text; a number as short as it can be written, nothing for an empty cell.
        where: File and line, or file, sheet and cell.
    """

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table.

    Attributes:
        where: File and line, or file, sheet and row.
        cells: As many as the heading has.
    """

    where: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its heading.

    Attributes:
        where: File, and sheet where there is one.
        heading: Names of the columns, each once.
        lines: The lines that hold something.
    """

    where: str
    heading: tuple[str, ...]
    lines: tuple[Line, ...]

    @classmethod
    def of(cls, where: str, lines: Sequence[Line]) -> Table:
        """Take the first line as the heading, drop empty lines and check that nothing stands outside.

        Raises:
            CaseError: There is no heading, a column bears no name or the name of another, or a cell stands
                outside the columns.
        """
        some = [line for line in lines if any(cell.text for cell in line.cells)]
        if not some:
            raise CaseError(f"{where} is empty; its first line must name the columns")
        heading = _heading(some[0])
        return cls(where, heading, tuple(_fitted(line, len(heading)) for line in some[1:]))


def read_table(path: Path) -> Table:
    """Read a table from a CSV file in UTF-8 (or UTF-16, as sheet programs write it) or from a workbook.

    Values may be parted by commas, semicolons or tabs; whichever the first line has most of counts.

    Raises:
        CaseError: The file cannot be read, is no table, is too large, or holds something that is not a plain
            value.
    """
    match path.suffix.lower():
        case ".csv":
            return _read_csv(path)
        case ".xlsx":
            from goodoffices.workspace.sheets import read_sheet  # noqa: PLC0415 - loads slowly

            return read_sheet(path)
        case _:
            raise CaseError(f"{path} is neither a CSV file nor a workbook; save it as .csv in UTF-8 or .xlsx")


def write_table(
    path: Path,
    heading: Sequence[str],
    lines: Sequence[Sequence[str | float | None]],
    *,
    marked: bool = False,
) -> None:
    """Write a table as a CSV file or as a workbook, so that it reads back equal.

    Args:
        path: The file; its ending says which.
        heading: Names of the columns.
        lines: What stands in the lines.
        marked: Whether a CSV file begins with the mark of UTF-8, without which Excel shows other letters.

    Raises:
        CaseError: The ending is neither .csv nor .xlsx, or a text cannot stand in a workbook.
        BriefError: The place cannot be written to.
    """
    match path.suffix.lower():
        case ".csv":
            out = io.StringIO()
            writer = csv.writer(out, lineterminator="\n")
            writer.writerow(heading)
            writer.writerows([[written(value) for value in line] for line in lines])
            write_atomically(path, ("\ufeff" if marked else "") + out.getvalue())
        case ".xlsx":
            from goodoffices.workspace.sheets import write_sheet  # noqa: PLC0415 - loads slowly

            write_sheet(path, heading, lines)
        case _:
            raise CaseError(f"{path} is neither a CSV file nor a workbook; end its name in .csv or .xlsx")


def written(value: str | float | None) -> str:
    """Return a value as text; a whole number without its point.

    Examples:
        >>> written(90.0), written(0.1), written(None)
        ('90', '0.1', '')
    """
    if isinstance(value, int | float):
        return repr(int(value)) if float(value).is_integer() else repr(value)
    return value or ""


def read_bytes(path: Path) -> bytes:
    """Read a file that is not too large.

    Raises:
        CaseError: If it is, or cannot be read.
    """
    try:
        check_file(path)
        if path.stat().st_size > MAX_BYTES:
            raise CaseError(
                f"{path} is larger than {MAX_BYTES // 1_000_000} MB; leave out what is not needed"
            )
        return path.read_bytes()
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}); check its name") from error


def _read_csv(path: Path) -> Table:
    text = _decoded(read_bytes(path), path)
    first = text.lstrip().partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter, skipinitialspace=True, strict=True)
    lines: list[Line] = []
    begins = 1
    try:
        for values in reader:
            where = f"{path}:{begins}"
            if len(lines) > MAX_LINES or len(values) > MAX_COLUMNS:
                raise CaseError(
                    f"{where}: more than {MAX_LINES:,} lines or {MAX_COLUMNS} columns; keep to the positions"
                )
            lines.append(Line(where, tuple(Cell(value.strip(), where) for value in values)))
            begins = reader.line_num + 1
    except csv.Error as error:
        raise CaseError(f"{path}:{begins}: this is no CSV table in UTF-8: {error}") from error
    return Table.of(str(path), lines)


def _decoded(data: bytes, path: Path) -> str:
    """Return the text of a CSV file; what is in no known encoding is refused with its line and its words."""
    code = "utf-16" if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) else "utf-8-sig"
    try:
        return data.decode(code)
    except UnicodeDecodeError as error:
        good = data[: error.start].decode(code, errors="replace")
        near = good.rpartition("\n")[2][-20:]
        behind = f" behind {quoted(near)}" if near else ""
        raise CaseError(
            f"{path}:{good.count(chr(10)) + 1}: the letter{behind} is not written in UTF-8; save the file as "
            "CSV in UTF-8"
        ) from error


def _heading(line: Line) -> tuple[str, ...]:
    names = [cell.text for cell in line.cells]
    while names and not names[-1]:
        names.pop()
    for place, name in enumerate(names):
        if not name:
            raise CaseError(f"{line.cells[place].where}: column {place + 1} has no name; give it one")
        if name in names[:place]:
            raise CaseError(f"{line.cells[place].where}: there is a second column '{name}'; keep one")
    return tuple(names)


def _fitted(line: Line, width: int) -> Line:
    for cell in line.cells[width:]:
        if cell.text:
            raise CaseError(
                f"{cell.where}: '{cell.text}' stands outside the {width} columns; name its column, "
                "or put text with a comma in it in double quotes"
            )
    empty = (Cell("", line.where),) * (width - len(line.cells))
    return Line(line.where, (*line.cells[:width], *empty))
