"""What a query found, as CSV, as JSON, as a workbook, and for a person to read."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import math
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from goodoffices.cli.words import counted, in_markup, shown
from goodoffices.workspace.corpus.query import Found
from goodoffices.workspace.roundtrip.coder_tables import guarded

SHOWN = 50
"""Rows that are shown to a person; --csv and --json give all."""

WIDEST = 100_000
"""Columns within which a table is measured."""


def csv_text(found: Found) -> str:
    """Return all rows as CSV; a text that a sheet program would take for a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(guarded, found.columns))
    for row in found.rows:
        writer.writerow([guarded(value) if isinstance(value, str) else _text(value) for value in row])
    return out.getvalue()


def json_text(found: Found) -> str:
    """Return all rows as a JSON list of objects; days as year-month-day, what is no number as null."""
    names = _names(found)
    rows = [dict(zip(names, map(_plain, row), strict=True)) for row in found.rows]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def write_workbook(found: Found, path: Path) -> None:
    """Write all rows as a workbook with one sheet.

    Raises:
        CaseError: A text cannot stand in a workbook.
        BriefError: The place cannot be written to.
    """
    from goodoffices.workspace.sheets import write_sheets

    lines = [[_sheet_value(value) for value in row] for row in found.rows]
    write_sheets(path, {"query": (found.columns, lines)})


def show(found: Found) -> None:
    """Print rows as a table; where it does not fit the terminal, record by record."""
    from rich.console import Console
    from rich.measure import Measurement
    from rich.table import Table

    console = Console()
    rows = [[in_markup(_text(value)) for value in row] for row in found.rows[:SHOWN]]
    table = Table()
    for name in found.columns:
        table.add_column(in_markup(name), overflow="fold")
    for row in rows:
        table.add_row(*row)
    narrowest = Measurement.get(console, console.options.update(width=WIDEST), table).minimum
    if narrowest <= console.width and rows:
        console.print(table)
    else:
        for line in _records(found):
            console.print(line, markup=False, highlight=False)
    if len(found.rows) > SHOWN:
        console.print(f"The first {SHOWN} of {len(found.rows):,} rows; --csv or --json gives all.")
    elif not rows:
        console.print(f"{counted(0, 'row')}.")


def _records(found: Found) -> Iterator[str]:
    for number, row in enumerate(found.rows[:SHOWN], start=1):
        yield f"row {number}"
        for name, value in zip(found.columns, row, strict=True):
            yield f"  {shown(name)}: {shown(_text(value))}"


def _names(found: Found) -> list[str]:
    """Return names of which each is there once, so that no value of a row hides another."""
    names: list[str] = []
    for name in found.columns:
        again = sum(other == name or other.startswith(f"{name}_") for other in names)
        names.append(f"{name}_{again + 1}" if name in names else name)
    return names


def _text(value: object) -> str:
    plain = _plain(value)
    if plain is None:
        return ""
    return json.dumps(plain, ensure_ascii=False) if isinstance(plain, list | dict | bool) else str(plain)


def _sheet_value(value: object) -> str | float | None:
    plain = _plain(value)
    exact = isinstance(plain, int | float) and not isinstance(plain, bool)
    return plain if exact else shown(_text(value))


def _plain(value: object) -> Any:  # noqa: ANN401 - what JSON knows
    """Return a value as JSON knows it."""
    match value:
        case Decimal():
            return _plain(int(value) if value == value.to_integral_value() else float(value))
        case float():
            return value if math.isfinite(value) else None
        case None | bool() | int() | str():
            return value
        case dt.date() | dt.time():
            return value.isoformat()
        case list() | tuple():
            return [_plain(each) for each in value]
        case dict():
            return {str(name): _plain(each) for name, each in value.items()}
        case _:
            return str(value)
