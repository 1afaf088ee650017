"""Frontier and bargaining points beside NegMAS, on the same outcome spaces and utilities, in one run.

NegMAS is no dependency (AGPL). To compare, install it into an environment of its own and name its Python:

    python3.11 -m venv /somewhere/negmas && /somewhere/negmas/bin/pip install negmas
    python benchmarks/bargaining_frontier.py --negmas /somewhere/negmas/bin/python

Without `--negmas` only our times are printed. Both get issues with ten options each, integer weights, values
to two decimals and a walk-away value of 0.3, and go from these to the points of the frontier and which
packages give them; then NegMAS to the Nash point, and we to the packages of four rules of division in the
zone. Each is warmed up first, so that compiling is not counted on either side.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import time
from collections.abc import Callable
from functools import partial

import numpy as np

from goodoffices.models.bargaining.dominance import undominated
from goodoffices.models.bargaining.packages import enumerate_packages
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.parts import frontier_by_parts
from goodoffices.models.bargaining.problem import Issue, Party, Problem
from goodoffices.models.bargaining.solutions import rules_of_division
from goodoffices.models.bargaining.zone import zone

OPTIONS = 10
THEIRS = """
import json, statistics, sys, time
from negmas.outcomes import make_issue, make_os
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.ops import nash_points, pareto_frontier
from negmas.preferences.value_fun import TableFun

def task(spec):
    issues = [make_issue(options, name=name) for name, options in spec["issues"]]
    space = make_os(issues)
    funs = [
        LinearAdditiveUtilityFunction(
            values=[TableFun(v) for v in values], weights=weights, outcome_space=space, reserved_value=0.3
        )
        for weights, values in spec["parties"]
    ]
    start = time.perf_counter()
    points, _ = pareto_frontier(funs, issues=space.issues)
    middle = time.perf_counter()
    nash_points(funs, points, outcome_space=space)
    return middle - start, time.perf_counter() - start, len(points)

for line in sys.stdin:
    spec, rounds = json.loads(line)
    found = [task(spec) for _ in range(rounds)]
    first, both = (statistics.median(one[i] for one in found) for i in (0, 1))
    print(json.dumps([first, both, found[0][2]]), flush=True)
"""


def problem(digits: int, parties: int, seed: int) -> Problem:
    """Return a random problem of ten to the `digits` packages."""
    rng = np.random.default_rng(seed)
    issues = tuple(Issue(f"i{k}", tuple(f"o{j}" for j in range(OPTIONS))) for k in range(digits))
    people = []
    for number in range(parties):
        weights = {issue.name: float(rng.integers(1, 10)) for issue in issues}
        values = {i.name: {o: int(rng.integers(0, 101)) / 100 for o in i.options} for i in issues}
        people.append(Party(f"p{number}", True, weights, values, 0.3))
    return Problem(issues, tuple(people))


def spec(one: Problem) -> dict[str, object]:
    """Return a problem in words that NegMAS's side understands."""
    return {
        "issues": [[issue.name, issue.options] for issue in one.issues],
        "parties": [
            [
                [party.weights[i.name] / sum(party.weights.values()) for i in one.issues],
                [dict(party.values[i.name]) for i in one.issues],
            ]
            for party in one.parties
            if party.weights is not None and party.values is not None
        ],
    }


def median(work: Callable[[], object], rounds: int) -> float:
    """Return the median seconds of some work."""
    taken = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def from_list(one: Problem) -> int:
    """Find the frontier among all packages, as NegMAS does, and return how many packages lie on it.

    NegMAS's frontier does not look at walk-away values, so ours does not either.
    """
    return len(undominated(enumerate_packages(one).utilities))


def compare(python: str | None, sizes: list[int], rounds: int) -> None:
    """Print times and ratios for each size and number of parties."""
    theirs = None
    if python is not None:
        theirs = subprocess.Popen(
            [python, "-c", THEIRS], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
    ask(theirs, problem(2, 3, 0), 1)
    pareto_packages(problem(4, 5, 0))
    pareto_packages(problem(4, 5, 0), by="parts")
    print(
        "packages parties points | frontier: listing   parts  NegMAS  ratios | to points: ours NegMAS ratio"
    )
    for digits in sizes:
        for parties in (2, 3, 4, 5):
            one = problem(digits, parties, seed=digits * 10 + parties)
            times = rounds if digits < 6 else 1
            listing = median(partial(from_list, one), times)
            merged = median(partial(frontier_by_parts, one, walk_away=False), times)
            both = median(partial(rules_of_division, one), times)
            points = from_list(one)
            found = ask(theirs, one, times)
            line = f"{10**digits:>8,} {parties:>7} {points:>6} | {listing:>17.3f} {merged:>7.3f}"
            if found is not None:
                line += f" {found[0]:>7.2f} {found[0] / listing:>4.0f}× {found[0] / merged:>4.0f}×"
                line += f" | {both:>10.3f} {found[1]:>6.2f} {found[1] / both:>4.0f}×"
            print(line, flush=True)
    if theirs is not None and theirs.stdin is not None:
        theirs.stdin.close()
        theirs.wait()


def ask(process: subprocess.Popen[str] | None, one: Problem, rounds: int) -> list[float] | None:
    """Let NegMAS solve a problem; return its seconds for the frontier, with Nash, and its points."""
    if process is None or process.stdin is None or process.stdout is None:
        return None
    process.stdin.write(json.dumps([spec(one), rounds]) + "\n")
    process.stdin.flush()
    found: list[float] = json.loads(process.stdout.readline())
    return found


def large() -> None:
    """Print seconds and memory for ten million packages and four parties."""
    one = problem(7, 4, seed=74)
    for name, work in {
        "list": lambda: enumerate_packages(one),
        "zone": lambda: zone(one, limit=0),
        "frontier": lambda: pareto_packages(one, limit=0),
        "points": lambda: rules_of_division(one),
    }.items():
        print(f"10,000,000 packages, 4 parties, {name:>8}: {median(work, 1):5.2f} s (wanted: 10)")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
    print(f"highest memory of this process: {peak:.2f} GB (wanted: 2)")


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description="Frontier and bargaining points beside NegMAS.")
    parser.add_argument("--negmas", metavar="PYTHON", help="a Python in which NegMAS is installed")
    parser.add_argument("--sizes", type=int, nargs="+", default=[4, 5, 6], help="powers of ten of packages")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--large", action="store_true", help="measure ten million packages instead")
    arguments = parser.parse_args()
    if arguments.large:
        large()
    else:
        compare(arguments.negmas, arguments.sizes, arguments.rounds)


if __name__ == "__main__":
    main()
