"""Seconds from starting a process to the finished brief of one article, beside merely loading the parser."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from goodoffices.workspace.parser import SHIPPED, model_folder

REPORT = Path(__file__).parents[1] / "examples/ukraine-2025-08/reports/report.txt"
ROUNDS = 5
WANTED = 10.0
"""Seconds within which the brief should be there."""


def seconds(command: list[str]) -> float:
    """Return how long a new process takes from start to end."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Measure both in turn, several times, and print the medians."""
    load = f"import spacy; spacy.load({str(model_folder(SHIPPED))!r})"
    with tempfile.TemporaryDirectory() as folder:
        output = str(Path(folder) / "brief.html")
        commands = {
            "report to brief": [sys.executable, "-m", "goodoffices", "brief", str(REPORT), "-o", output],
            "bare spacy.load": [sys.executable, "-c", load],
        }
        taken: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                taken[name].append(seconds(command))
    print(f"New processes, {ROUNDS} rounds, median (lowest to highest):")
    for name, times in taken.items():
        print(f"{name:>16}: {statistics.median(times):5.2f} s ({min(times):.2f} to {max(times):.2f})")
    brief, bare = (statistics.median(times) for times in taken.values())
    print(f"{'ratio':>16}: {brief / bare:5.2f} (1 would mean that all but loading costs nothing)")
    print(f"{'wanted':>16}: {WANTED:5.2f} s {'kept' if brief <= WANTED else 'NOT kept'}")


if __name__ == "__main__":
    main()
