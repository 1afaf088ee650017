"""How a sheet looks to those who work in it: widths, wrapped text, lists to choose from, hidden columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

USUAL = 16
"""Width of a column in letters."""
MORE_LINES = 1000
"""Lines below the last one in which a value can still be chosen."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the sheets of a workbook look; columns are known by their names.

    Attributes:
        widths: Widths in letters, where they are not the usual one.
        choices: What can be chosen in a column, 255 letters together at most; other values are let in, with a
            warning.
        hidden: Columns that are there and not shown.
    """

    widths: Mapping[str, int] = field(default_factory=dict)
    choices: Mapping[str, Sequence[str]] = field(default_factory=dict)
    hidden: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        for name in ("widths", "choices"):
            object.__setattr__(self, name, MappingProxyType(dict(getattr(self, name))))


def lay_out(sheet: Any, heading: Sequence[str], layout: Layout) -> None:  # noqa: ANN401 - openpyxl ships no types
    """Give a sheet that is filled its looks.

    Args:
        sheet: The sheet of openpyxl.
        heading: Names of its columns.
        layout: How it looks.
    """
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - loads slowly

    for row in sheet.iter_rows():
        for cell in row:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for number, name in enumerate(heading, start=1):
        cell = sheet.cell(1, number)
        cell.font = Font(bold=True)
        column = sheet.column_dimensions[cell.column_letter]
        column.width = layout.widths.get(name, USUAL)
        column.hidden = name in layout.hidden
        if name in layout.choices:
            _choose(sheet, cell.column_letter, layout.choices[name])


def _choose(sheet: Any, letter: str, choices: Sequence[str]) -> None:  # noqa: ANN401 - openpyxl ships no types
    from openpyxl.worksheet.datavalidation import DataValidation  # noqa: PLC0415 - loads slowly

    listed = f'"{",".join(choices)}"'
    rule = DataValidation(type="list", formula1=listed, allow_blank=True, errorStyle="warning")
    rule.add(f"{letter}2:{letter}{sheet.max_row + MORE_LINES}")
    sheet.add_data_validation(rule)
