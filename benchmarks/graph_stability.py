"""How long the five stability concepts take for all states and decision makers, and how much memory.

Prints one table. Each line is a process of its own with two threads and two measurements, of which the
quicker one counts. Preferences are strict and random. Beside each time stands what the machine needs at
least: a pass of NumPy over one decision maker's ranks, once in order and once as a sort, or for a general
graph once along all moves; measured in the same process. Run with `--long` for up to 2^24 states and ten
million moves, and with `--once KIND SIZE` for one line.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import itemgetter

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Numbers
from goodoffices.models.graph.reach import from_pairs
from goodoffices.models.graph.stability import stability
from goodoffices.models.graph.states import Option, state_space

PARTIES = "ABCD"
CUBES = ("all feasible", "two in three feasible", "one way", "two in three, one way")
WANTED = {("all feasible", 12): 0.020, ("all feasible", 20): 2.0, ("all feasible", 24): 60.0}
"""Seconds within which the answer should be there."""

COLUMNS = (
    ("model", 22),
    ("size", 5),
    ("states", 11),
    ("seconds", 9),
    ("wanted", 7),
    ("processor s", 11),
    ("of it memory", 12),
    ("ns/state", 9),
    ("ns/move", 8),
    ("x pass", 7),
    ("x sort", 7),
    ("GB", 6),
)
"""Of the processors' time, what the system took to hand out memory; multiples of a pass and of a sort."""

INFEASIBLE = ("o0 and o1 and not o2", "o3 and not o4 and not o5", "not o6 and o7 and o8")
"""Leaves 67 % of the combinations, each condition across two owners or within one."""


def conflict(kind: str, size: int) -> Conflict:
    """Return a conflict of four parties with 2^size combinations; one way: a third of the options."""
    options = [
        Option(
            f"o{k}", PARTIES[k * len(PARTIES) // size], "on" if "one way" in kind and k % 3 == 1 else "both"
        )
        for k in range(size)
    ]
    infeasible = INFEASIBLE if "two in three" in kind else ()
    states = len(state_space(options, infeasible=infeasible).states)
    random = np.random.default_rng(1993)
    return option_form(
        name=kind,
        decision_makers=PARTIES,
        options=options,
        preferences={who: Numbers(random.permutation(states).astype(np.int32)) for who in PARTIES},
        infeasible=infeasible,
    )


def graph(size: int) -> Graph:
    """Return a graph of four parties with 10^size random moves, one for each state and party on average."""
    states = 10**size // len(PARTIES)
    random = np.random.default_rng(1993)
    moves = []
    for _ in PARTIES:
        keys = np.unique(random.integers(0, states * states, states))
        before, after = (keys // states).astype(np.int32), (keys % states).astype(np.int32)
        moves.append(from_pairs(before[before != after], after[before != after], states))
    ranks = [random.permutation(states).astype(np.int32) for _ in PARTIES]
    return Graph(PARTIES, tuple(map(str, range(states))), moves, ranks)


def quickest(work: Callable[[], object], times: int = 2) -> tuple[float, float, float]:
    """Return seconds, seconds of the processors, and those of them in the system, of the quickest call."""
    measured = []
    for _ in range(times):
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
        work()
        after = resource.getrusage(resource.RUSAGE_SELF)
        system = after.ru_stime - before.ru_stime
        measured.append((time.perf_counter() - start, after.ru_utime - before.ru_utime + system, system))
    return min(measured, key=itemgetter(1))


def limits(model: Conflict | Graph, moves: Sequence[NDArray[np.int32]]) -> tuple[float, float]:
    """Return the seconds of one pass of NumPy over one decision maker's ranks or all moves, and of a sort."""
    ranks = (model if isinstance(model, Graph) else model.graph).ranks
    one, other = ranks[0].array, ranks[1].array
    into = np.zeros_like(one)
    along = quickest(lambda: [one[targets] for targets in moves] or np.minimum(one, other, out=into), 5)
    return along[1], quickest(lambda: np.argsort(one, kind="stable"))[1]


def once(kind: str, size: int) -> None:
    """Solve one model, after a small one of its kind that loads the compiled code, and print a line."""
    with ThreadPoolExecutor(2) as pool:
        small = graph(3) if kind == "general" else conflict(kind, 12)
        stability(small, engine="compiled", each=pool.map)
        model = graph(size) if kind == "general" else conflict(kind, size)
        solving = quickest(lambda: stability(model, engine="compiled", each=pool.map))
    seconds, busy, system = solving
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    targets = [one.listed().indices for one in model.moves] if isinstance(model, Graph) else []
    states, moves = len((model if isinstance(model, Graph) else model.graph).states), sum(map(len, targets))
    along, sort = limits(model, targets)
    wanted = WANTED.get((kind, size))
    cells = [
        kind,
        f"10^{size}" if kind == "general" else f"2^{size}",
        f"{states:,}",
        f"{seconds:.4f}",
        "" if wanted is None else f"{wanted:g}" + ("" if seconds <= wanted else " NO"),
        f"{busy:.4f}",
        f"{system / busy:.0%}",
        f"{busy / states * 1e9:.0f}",
        f"{busy / moves * 1e9:.0f}" if moves else "",
        f"{busy / along:.0f}",
        f"{busy / sort:.1f}",
        f"{memory / 1e9:.2f}",
    ]
    print(" | ".join(cell.rjust(width) for cell, (_, width) in zip(cells, COLUMNS, strict=True)), flush=True)


def main() -> None:
    """Print one line for each kind and size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--long", action="store_true", help="also 2^22 and 2^24 states, and 10^7 moves")
    arguments.add_argument("--once", nargs=2, metavar=("KIND", "SIZE"))
    chosen = arguments.parse_args()
    if chosen.once:
        once(chosen.once[0], int(chosen.once[1]))
        return
    sizes = (12, 14, 16, 18, 20, 22, 24) if chosen.long else (12, 14, 16, 18, 20)
    lines = [(kind, size) for kind in CUBES for size in sizes]
    lines += [("general", size) for size in ((5, 6, 7) if chosen.long else (5, 6))]
    print(" | ".join(name.rjust(width) for name, width in COLUMNS))
    print("-|-".join("-" * width for _, width in COLUMNS), flush=True)
    for kind, size in lines:
        subprocess.run([sys.executable, __file__, "--once", kind, str(size)], check=True)


if __name__ == "__main__":
    main()
