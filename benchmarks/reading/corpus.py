"""How a corpus grows: time and memory over its size, and what twenty kills at random moments leave behind.

The articles are composed here, from sentences of our own: nobody said these words. They are as short as an
agency's flashes, some 30 words; a tenth are copies of another under a new headline.

Run with: python benchmarks/reading/corpus.py [--sizes 1000,10000,100000] [--kills 20] [--workers 2]
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = [sys.executable, "-m", "goodoffices"]
PARTIES = ("Kenya", "Norway", "Chile", "Nepal", "Ghana", "Peru", "Jordan", "Finland", "Angola", "Oman")
ACTS = ("rejected", "accepted", "welcomed", "proposed", "demanded", "ruled out", "offered")
THINGS = (
    "a ceasefire along the river",
    "the exchange of all prisoners",
    "a referendum on the status of the province",
    "the return of the displaced",
    "international observers in the capital",
    "a withdrawal of foreign troops",
)
SAYINGS = (
    "“We cannot agree to this,” its foreign minister said.",
    "It said that talks would go on next week.",
    "A spokesman said the text needed more work.",
    "Its president warned that time was running out.",
)


def article(seed: int) -> str:
    """Return an article of some 30 words; every tenth repeats another under a new headline."""
    draw = random.Random(seed - seed % 10 if seed % 10 == 9 else seed)  # noqa: S311 - no secret
    one, other = draw.sample(PARTIES, 2)
    return (
        f"Report number {seed}\n\n{one} {draw.choice(ACTS)} {draw.choice(THINGS)} in district "
        f"{draw.randrange(1000)} on Monday, and {other} {draw.choice(ACTS)} {draw.choice(THINGS)}. "
        f"{draw.choice(SAYINGS)}\n"
    )


def compose(folder: Path, size: int) -> None:
    """Write the articles, a thousand to a folder."""
    for number in range(size):
        place = folder / f"{number // 1000:03}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"{number:06}.txt").write_text(article(number), encoding="utf-8")


def command(source: Path, corpus: Path, workers: int) -> list[str]:
    """Return the command that reads a folder into a corpus."""
    return [*PROGRAM, "read", str(source), "-o", f"{corpus}/", "--workers", str(workers)]


def measured(source: Path, corpus: Path, workers: int) -> tuple[float, float, float]:
    """Return seconds, processor seconds and the largest memory in MB of any one process of a run."""
    script = (
        "import resource, subprocess, sys, time\n"
        "start = time.monotonic()\n"
        "subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)\n"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN)\n"
        "print(time.monotonic() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", script, *command(source, corpus, workers)],
        check=True,
        capture_output=True,
        text=True,
    )
    seconds, cpu, memory = map(float, found.stdout.split())
    return seconds, cpu, memory


def digests(corpus: Path) -> dict[str, str]:
    """Return the hash of every result in a corpus."""
    return {
        path.relative_to(corpus).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(corpus.rglob("*"))
        if path.is_file() and path.name != ".lock"
    }


def killed(source: Path, corpus: Path, workers: int, kills: int, longest: float) -> int:
    """Kill the reading at so many random moments; where it ended before, begin anew; return how often."""
    draw = random.Random(20)  # noqa: S311 - no secret
    hits = ends = 0
    while hits < kills:
        process = subprocess.Popen(
            command(source, corpus, workers),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            process.wait(timeout=draw.uniform(0.5, longest))
        except subprocess.TimeoutExpired:
            hits += 1
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        else:
            ends += 1
            shutil.rmtree(corpus)
    return ends


def main() -> None:
    """Print both tables."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,10000")
    options.add_argument("--kills", type=int, default=20)
    options.add_argument("--workers", type=int, default=2)
    given = options.parse_args()
    sizes = [int(size) for size in given.sizes.split(",")]
    with tempfile.TemporaryDirectory() as room:
        print(
            f"{'articles':>9} {'seconds':>9} {'processor s':>12} {'ms each':>8} {'largest process, MB':>20}"
        )
        for size in sizes:
            source, corpus = Path(room) / f"in{size}", Path(room) / f"out{size}"
            compose(source, size)
            seconds, cpu, memory = measured(source, corpus, given.workers)
            print(
                f"{size:>9,} {seconds:>9.1f} {cpu:>12.1f} {1000 * cpu / size:>8.2f} {memory:>20.0f}",
                flush=True,
            )
        if given.kills:
            source, whole, often = (
                Path(room) / f"in{sizes[0]}",
                Path(room) / f"out{sizes[0]}",
                Path(room) / "killed",
            )
            start = time.monotonic()
            ends = killed(source, often, given.workers, given.kills, 6.0)
            measured(source, often, given.workers)
            same = digests(often) == digests(whole)
            took = time.monotonic() - start
            print(
                f"\n{given.kills} kills at random moments, {ends} ends between them, {took:.0f} s in all; "
                f"the corpus is {'the same to the byte' if same else 'DIFFERENT'}."
            )
            if not same:
                sys.exit(1)


if __name__ == "__main__":
    main()
