"""How many words a second the reader takes, beside the bare parser on the same text in the same run.

The bare parser takes the same passages in batches, which is the fastest that it can do.
"""

from __future__ import annotations

import statistics
import time
from collections import deque
from collections.abc import Callable, Iterable
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
WANTED = 1500
"""Words a second that reading should reach."""


def reports() -> list[Report]:
    """Return the example reports, each several times over."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*/reports/report.txt"))]
    return [from_text(text, id=f"r{number}") for number, text in enumerate(texts * COPIES)]


def seconds(job: Callable[[], object]) -> tuple[float, float]:
    """Return how long a job takes by the clock, and how long it keeps the processor busy."""
    clock, busy = time.perf_counter(), time.process_time()
    job()
    return time.perf_counter() - clock, time.process_time() - busy


def spent(results: Iterable[object]) -> None:
    """Ask for every result and keep none, so that no job pays for the memory of another."""
    deque(results, maxlen=0)


def main() -> None:
    """Measure both in turn, several times, and print the medians and their ratio."""
    parse, names, told = load_parser(), index_names(load_gazetteer()), reports()
    words = sum(len(report.text.split()) for report in told)
    passages = [report.cut(span) for report in told for span in report.readable()]
    jobs: dict[str, Callable[[], object]] = {
        "reader": lambda: spent(read_report(report, parse, names) for report in told),
        "bare spaCy pipeline": lambda: spent(parse.pipe(passages)),
    }
    for job in jobs.values():
        job()
    rounds = [{name: seconds(job) for name, job in jobs.items()} for _ in range(ROUNDS)]
    print(f"{words:,} words in {len(told)} reports, {ROUNDS} rounds, median (lowest to highest):")
    for name in jobs:
        rates = sorted(words / one[name][0] for one in rounds)
        print(f"{name:>20}: {statistics.median(rates):7,.0f} words/s ({rates[0]:,.0f} to {rates[-1]:,.0f})")
    reader, bare = (statistics.median(one[name][1] for one in rounds) for name in jobs)
    print(f"{'ratio':>20}: {reader / bare:7.2f} of processor time (1 would mean that the rules cost nothing)")
    speed = words / statistics.median(one["reader"][0] for one in rounds)
    print(f"{'wanted':>20}: {WANTED:7,} words/s {'reached' if speed >= WANTED else 'NOT reached'}")


if __name__ == "__main__":
    main()
