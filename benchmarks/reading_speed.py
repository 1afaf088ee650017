"""How many words a second the reader takes, beside the bare parser on the same text in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from pathlib import Path

from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.names import index_names
from goodoffices.statements.reader import read_report
from goodoffices.workspace.parser import load_parser

EXAMPLES = Path(__file__).parents[1] / "examples"
COPIES = 10
ROUNDS = 5
WANTED = 1000
"""Words a second that reading should reach."""


def reports() -> list[Report]:
    """Return the example reports, each several times over."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/report.txt"))]
    return [from_text(text, id=f"r{number}") for number, text in enumerate(texts * COPIES)]


def seconds(job: Callable[[], object]) -> float:
    """Return how long a job takes."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def main() -> None:
    """Measure both in turn, several times, and print the medians."""
    parse, names, told = load_parser(), index_names(load_gazetteer()), reports()
    words = sum(len(report.text.split()) for report in told)
    passages = [report.text[part.start : part.end] for report in told for part in report.passages]
    jobs: dict[str, Callable[[], object]] = {
        "reader": lambda: [read_report(report, parse, names) for report in told],
        "bare spaCy pipeline": lambda: [parse(passage) for passage in passages],
    }
    for job in jobs.values():
        job()
    speeds: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            speeds[name].append(words / seconds(job))
    print(f"{words:,} words in {len(told)} reports, {ROUNDS} rounds, median (lowest to highest):")
    for name, rates in speeds.items():
        print(
            f"{name:>20}: {statistics.median(rates):7,.0f} words/s ({min(rates):,.0f} to {max(rates):,.0f})"
        )
    reader, bare = (statistics.median(rates) for rates in speeds.values())
    print(f"{'ratio':>20}: {bare / reader:7.2f} (1 would mean that the rules cost nothing)")
    print(f"{'wanted':>20}: {WANTED:7,} words/s {'reached' if reader >= WANTED else 'NOT reached'}")


if __name__ == "__main__":
    main()
