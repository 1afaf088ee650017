"""Tables of positions and saliences, in and out as CSV files and workbooks."""

from __future__ import annotations

import difflib
import math
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from goodoffices.case.names import quoted
from goodoffices.errors import CaseError
from goodoffices.models.bargaining.transfers import Lever
from goodoffices.workspace.cells import Cell, Line, Table, read_table, write_table
from goodoffices.workspace.positions import PositionRow

__all__ = ["read_costs", "read_levers", "read_positions", "write_positions"]

NEEDED = ("party", "issue", "position")
NUMBERS = ("position", "acceptable_low", "acceptable_high", "salience", "position_low", "position_high")
TEXTS = ("party", "issue", "snapshot", "anchor_0", "anchor_100", "paraphrase")
KNOWN = ("snapshot", "party", "issue", "anchor_0", "anchor_100", *NUMBERS, "red_line", "paraphrase")
"""Columns that are used, in the order in which they are written."""
ALIKE = 0.85
"""How alike the name of an unknown column and a known one must be to be taken for a slip, from 0 to 1."""
FAULTS = 10
"""Faulty lines that are told at once."""
YES = {"yes": True, "true": True, "1": True, "no": False, "false": False, "0": False, "": None}


def read_positions(path: Path) -> tuple[PositionRow, ...]:
    """Read a table of positions from a CSV file or a workbook.

    Columns: `party`, `issue`, `position` are needed; `acceptable_low`, `acceptable_high`, `salience`,
    `snapshot`, `anchor_0`, `anchor_100`, `red_line` (yes or no), `paraphrase`, `position_low` and
    `position_high` are used where they are there, all others are kept.

    Raises:
        CaseError: The file cannot be read, a column is missing or its name looks misspelt, or a value is
            out of range; the message names the line or the cell.
    """
    table = read_table(path)
    _check_columns(table)
    if not table.lines:
        raise CaseError(f"{table.where} has no line below its heading; add a position")
    rows = _rows(table)
    seen: dict[tuple[str, str, str], PositionRow] = {}
    for row in rows:
        key = (row.snapshot, row.party, row.issue)
        if key in seen:
            raise CaseError(
                f"{row.where}: '{row.party}' has a second position on '{row.issue}'; keep one, here or "
                f"in {seen[key].where}"
            )
        seen[key] = row
    return rows


def write_positions(rows: Iterable[PositionRow], path: Path) -> None:
    """Write a table of positions as a CSV file or a workbook that reads back equal.

    Raises:
        CaseError: The ending is neither .csv nor .xlsx, or a text cannot stand in a workbook.
        BriefError: The place cannot be written to.
    """
    listed = list(rows)
    further = dict.fromkeys(name for row in listed for name, _ in row.others)
    lines = [[*(_value(row, name) for name in KNOWN), *_further(row, further)] for row in listed]
    write_table(path, (*KNOWN, *further), lines)


def read_costs(path: Path) -> dict[str, float]:
    """Read what giving up demands costs, from a table with the columns `demand` (its id) and `cost`.

    Raises:
        CaseError: The table cannot be read, a column is missing, a demand stands twice, or a cost is no
            number from 0 upwards.
    """
    table = read_table(path)
    if not {"demand", "cost"} <= set(table.heading):
        raise CaseError(f"{table.where} needs the columns demand and cost; it has {', '.join(table.heading)}")
    found: dict[str, float] = {}
    for line in table.lines:
        cells = dict(zip(table.heading, line.cells, strict=True))
        name, cost = cells["demand"].text, _number(cells["cost"], "cost", math.inf)
        if not name or cost is None or name in found:
            raise CaseError(f"{line.where}: a line needs a demand, each demand once, and its cost")
        found[name] = cost
    return found


def read_levers(path: Path) -> tuple[Lever, ...]:
    """Read levers from a table with the columns `lever`, `target`, `lowers` and, where stated, `cost`.

    Raises:
        CaseError: The table cannot be read, a column is missing, or a value is out of range.
    """
    table = read_table(path)
    if not {"lever", "target", "lowers"} <= set(table.heading):
        raise CaseError(
            f"{table.where} needs the columns lever, target and lowers; it has {', '.join(table.heading)}"
        )
    found: dict[str, Lever] = {}
    for line in table.lines:
        cells = dict(zip(table.heading, line.cells, strict=True))
        name, target = cells["lever"].text, cells["target"].text
        lowers = _number(cells["lowers"], "lowers", 1.0)
        cost = _number(cells.get("cost", Cell("", line.where)), "cost", math.inf)
        if not (name and target) or lowers is None or name in found:
            raise CaseError(
                f"{line.where}: a line needs a lever, each lever once, its target, and by how much it lowers"
            )
        found[name] = Lever(name, target, lowers, 1.0 if cost is None else cost)
    return tuple(found.values())


def _check_columns(table: Table) -> None:
    """Refuse names that look like slips: a column that plays no part would take its red lines along."""
    missing = [name for name in KNOWN if name not in table.heading]
    for name in table.heading:
        near = difflib.get_close_matches(name.lower(), missing, n=1, cutoff=ALIKE)
        if near and name not in KNOWN:
            raise CaseError(
                f"{table.where}: column {quoted(name)} plays no part; did you mean '{near[0]}'? Rename it, "
                "or give it a name less alike"
            )
    needed = [name for name in missing if name in NEEDED]
    if needed:
        raise CaseError(
            f"{table.where} has no column {', '.join(needed)}; its columns are {', '.join(table.heading)}"
        )


def _value(row: PositionRow, name: str) -> str | float | None:
    if name == "red_line":
        return {True: "yes", False: "no", None: None}[row.red_line]
    value: str | float | None = getattr(row, name)
    return value


def _further(row: PositionRow, names: Iterable[str]) -> list[str]:
    others = dict(row.others)
    return [others.get(name, "") for name in names]


def _rows(table: Table) -> tuple[PositionRow, ...]:
    """Read every line, so that one look at the message mends more than one of them."""
    rows, faults = [], []
    for line in table.lines:
        try:
            rows.append(_row(line, dict(zip(table.heading, line.cells, strict=True))))
        except CaseError as error:
            faults.append(str(error))
    if faults:
        more = len(faults) - FAULTS
        raise CaseError(
            "\n".join([*faults[:FAULTS], *([f"{more} more lines have faults"] if more > 0 else [])])
        )
    return tuple(rows)


def _row(line: Line, cells: Mapping[str, Cell]) -> PositionRow:
    numbers = {
        name: _number(cells[name], name, math.inf if name == "salience" else 100.0)
        for name in NUMBERS
        if name in cells
    }
    position = numbers["position"]
    if position is None or not (cells["party"].text and cells["issue"].text):
        raise CaseError(f"{line.where}: a line needs a party, an issue and a position")
    _check_order(line, numbers)
    said = cells.get("red_line", Cell("", line.where))
    if said.text.lower() not in YES:
        raise CaseError(f"{said.where}: red_line is '{said.text}'; write yes or no, or leave it empty")
    values: dict[str, Any] = {name: cells[name].text for name in TEXTS if name in cells}
    others = tuple((name, cell.text) for name, cell in cells.items() if name not in KNOWN and cell.text)
    return PositionRow(**values | numbers, red_line=YES[said.text.lower()], others=others, where=line.where)


def _check_order(line: Line, numbers: Mapping[str, float | None]) -> None:
    low, high = numbers.get("acceptable_low"), numbers.get("acceptable_high")
    if low is not None and high is not None and low > high:
        raise CaseError(
            f"{line.where}: the acceptable places run from {low:g} to {high:g}; put the lower first"
        )
    position = numbers["position"] or 0.0
    low, high = numbers.get("position_low"), numbers.get("position_high")
    if (low is not None and low > position) or (high is not None and high < position):
        raise CaseError(
            f"{line.where}: the position {position:g} lies outside its interval; "
            "position_low must not be above it and position_high not below"
        )


def _number(cell: Cell, name: str, highest: float) -> float | None:
    if not cell.text:
        return None
    ends = "from 0 upwards" if math.isinf(highest) else f"from 0 to {highest:g}"
    try:
        value = float(cell.text)
    except ValueError:
        raise CaseError(
            f"{cell.where}: '{cell.text}' is no number for {name}; write one {ends}, such as 12.5"
        ) from None
    if not (0 <= value <= highest and math.isfinite(value)):
        raise CaseError(f"{cell.where}: {name} is {cell.text}; it lies {ends}")
    return value
