"""How long the five stability concepts take for all states and decision makers, and how much memory.

Each line is a process of its own with two threads. Preferences are strict and random. Run with `--long` for
2^24 states, and with `--once KIND SIZE` for one line.
"""

from __future__ import annotations

import argparse
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Numbers
from goodoffices.models.graph.reach import from_pairs
from goodoffices.models.graph.stability import stability
from goodoffices.models.graph.states import Option, state_space

PARTIES = "ABCD"
KINDS = ("all feasible", "two in three feasible", "one way", "two in three, one way", "general")
WANTED = {("all feasible", 12): 0.020, ("all feasible", 20): 2.0, ("all feasible", 24): 60.0}
"""Seconds within which the answer should be there."""

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
    """Return a graph of four parties with 2^size random moves, one for each state and party on average."""
    states = (1 << size) // len(PARTIES)
    random = np.random.default_rng(1993)
    moves = []
    for _ in PARTIES:
        keys = np.unique(random.integers(0, states * states, states))
        before, after = (keys // states).astype(np.int32), (keys % states).astype(np.int32)
        moves.append(from_pairs(before[before != after], after[before != after], states))
    ranks = [random.permutation(states).astype(np.int32) for _ in PARTIES]
    return Graph(PARTIES, tuple(map(str, range(states))), moves, ranks)


def once(kind: str, size: int) -> None:
    """Solve one model, after a small one of its kind that loads the compiled code, and print a line."""
    with ThreadPoolExecutor(2) as pool:
        small = graph(8) if kind == "general" else conflict(kind, 12)
        stability(small, engine="compiled", each=pool.map)
        start = time.perf_counter()
        model = graph(size) if kind == "general" else conflict(kind, size)
        built, idle = time.perf_counter(), time.process_time()
        table = stability(model, engine="compiled", each=pool.map).outcome
        solved, busy = time.perf_counter(), time.process_time() - idle
    states, seconds = len(table.states), solved - built
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    moves = sum(len(one.listed().indices) for one in model.moves) if isinstance(model, Graph) else 0
    wanted = WANTED.get((kind, size))
    per = [f"{seconds:9.3f} s", f"{busy:9.3f} s of processors", f"{busy / states * 1e9:6.0f} ns a state"]
    per += [f"{busy / moves * 1e9:5.0f} ns a move"] if moves else []
    per += [f"{memory / 1e9:5.2f} GB", f"built in {built - start:.2f} s"]
    per += [] if wanted is None else [f"wanted {wanted:g} s: {'kept' if seconds <= wanted else 'NOT kept'}"]
    print(f"{kind:>22} 2^{size:<2} {states:>12,} states", *per, sep="  ", flush=True)


def main() -> None:
    """Print one line for each kind and size."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--long", action="store_true", help="also 2^24 states")
    arguments.add_argument("--once", nargs=2, metavar=("KIND", "SIZE"))
    chosen = arguments.parse_args()
    if chosen.once:
        once(chosen.once[0], int(chosen.once[1]))
        return
    for kind in KINDS:
        for size in (12, 16, 20, 24) if chosen.long else (12, 16, 20):
            subprocess.run([sys.executable, __file__, "--once", kind, str(size)], check=True)


if __name__ == "__main__":
    main()
