"""The tables of the gazetteer: how a row is read, and what is said of a broken one."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from goodoffices.errors import ReaderError

TABLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "states.tsv": (
            "id",
            "name",
            "iso3",
            "aliases",
            "demonyms",
            "capital",
            "metonyms",
            "from",
            "to",
            "source",
        ),
        "organisations.tsv": (
            "id",
            "name",
            "aliases",
            "kind",
            "state",
            "members",
            "metonyms",
            "from",
            "to",
            "source",
        ),
        "leaders.tsv": ("name", "aliases", "state", "office", "title", "from", "to", "source"),
        "offices.tsv": ("words", "kind", "source"),
    }
)

RULING = frozenset({"head of state", "head of government"})
"""Offices by which somebody is known first, whatever else he or she was."""
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table, which knows where it stands.

    Attributes:
        file: Name of the table.
        line: Line in the file, from 1; the header is line 1.
        cells: The values by column.
    """

    file: str
    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def error(self, column: str, rule: str) -> ReaderError:
        """Make the error that names file, line, column and value of a broken cell."""
        return ReaderError(f"{self.file}:{self.line}: {column}: {self.cells[column]!r} {rule}")

    def forms(self, column: str) -> tuple[str, ...]:
        """Give the parts of a cell that holds several names with `|` between them."""
        if not (text := self.cells[column]):
            return ()
        if any(flaw in f"|{text}|" for flaw in ("||", "| ", " |")):
            raise self.error(column, "has an empty name or a blank beside `|`; write `one|two`")
        return tuple(text.split("|"))

    def span(self) -> tuple[date | None, date | None]:
        """Give the first and last day of the row; a bare year or month counts whole."""
        start, end = self._day("from", last=False), self._day("to", last=True)
        if start and end and end < start:
            raise self.error("to", f"is before from, {self.cells['from']!r}; swap or correct them")
        return start, end

    def _day(self, column: str, *, last: bool) -> date | None:
        if not (text := self.cells[column]):
            return None
        try:
            year, month, day = _DAY.fullmatch(text).groups()  # type: ignore[union-attr]  # no match raises
            month_number = int(month or (12 if last else 1))
            final = monthrange(int(year), month_number)[1] if last else 1
            return date(int(year), month_number, int(day or final))
        except (AttributeError, ValueError):
            raise self.error(column, "is not a date; write 1978, 1978-09 or 1978-09-17, or nothing") from None


def read_rows(file: str, text: str) -> Iterator[Row]:
    """Read a table: tab-separated columns under a header row, one row a line.

    Args:
        file: One of the names in `TABLES`, which fixes the columns.
        text: The text of the table.

    Yields:
        The rows in order.

    Raises:
        ReaderError: The header is another one, a row has another number of cells, or an identifying cell
            or the source is empty.
    """
    columns = TABLES[file]
    needed = {columns[0], columns[1], "source"} - {"aliases"}
    header, *lines = text.splitlines() or [""]
    if tuple(header.split("\t")) != columns:
        raise ReaderError(f"{file}:1: header {header!r} should be {' '.join(columns)!r}, tabs between")
    for number, line in enumerate(lines, start=2):
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise ReaderError(f"{file}:{number}: {line!r} has {len(cells)} cells; give {len(columns)}")
        row = Row(file, number, dict(zip(columns, cells, strict=True)))
        for column in needed:
            if not row[column].strip():
                raise row.error(column, "is empty; every row needs it")
        yield row
