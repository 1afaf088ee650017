"""Reports that two coders coded: the first coding of each beside the second, half by half."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from goodoffices.reports.report import Report
from goodoffices.statements.gold import Coding
from goodoffices.workspace.gold import load_gold
from goodoffices.workspace.gold_yaml import read_coding

REPORTS = Path(__file__).parents[2] / "tests" / "reference" / "reading" / "reports"
HALVES = ("train", "test")


@dataclass(frozen=True, slots=True)
class Twice:
    """A report with what each of two coders found in it.

    Attributes:
        report: The report.
        half: The half that it belongs to.
        first: What the first coder found.
        second: What the second coder found.
    """

    report: Report
    half: str
    first: Coding
    second: Coding


def load_twice(second: str, folder: Path = REPORTS) -> Iterator[Twice]:
    """Yield the reports that were coded a second time, half by half, by name.

    Args:
        second: Name of the folder with the second codings, beside the halves.
        folder: Where the halves lie.
    """
    for half in HALVES:
        for one in load_gold(folder / half):
            again = folder / second / half / f"{one.report.id}.yaml"
            if again.exists():
                yield Twice(one.report, half, one.coding, read_coding(again, one.report))
