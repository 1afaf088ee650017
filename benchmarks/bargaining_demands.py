"""Collisions and concessions: 4 to the 10 packages listed, and 5 to the 30 packages by constraint solving.

Each problem is random, with a seed: parties with integer weights and values to two decimals, and red lines
that rule out some options of one issue with some of another, those that the party values least.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np
from benchmarks.bargaining_families import FAMILIES

from goodoffices.case.conditions import parse_condition
from goodoffices.models.bargaining.collisions import collisions_and_concessions
from goodoffices.models.bargaining.constraints import Limits
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.search import find_collision, find_package
from goodoffices.models.bargaining.ways_out import find_concessions
from goodoffices.models.solution import Solution


def problem(shape: tuple[int, int], parties: int, lines: int, walk_away: float, seed: int) -> Problem:
    """Return a random problem of so many issues and options, with so many red lines in all."""
    rng = np.random.default_rng(seed)
    issues = tuple(Issue(f"i{k}", tuple(f"o{j}" for j in range(shape[1]))) for k in range(shape[0]))
    people = []
    for number in range(parties):
        weights = {issue.name: float(rng.integers(1, 10)) for issue in issues}
        values = {i.name: {o: int(rng.integers(0, 101)) / 100 for o in i.options} for i in issues}
        own = lines // parties + (number < lines % parties)
        reds = tuple(line(rng, issues, f"p{number}", k, worth=values) for k in range(own))
        people.append(Party(f"p{number}", True, weights, values, walk_away, reds))
    return Problem(issues, tuple(people))


Worth = dict[str, dict[str, float]]


def line(
    rng: np.random.Generator, issues: tuple[Issue, ...], holder: str, number: int, *, worth: Worth
) -> Demand:
    """Return a red line over two issues, against those options that its holder values least."""
    parts = []
    for place in rng.choice(len(issues), 2, replace=False):
        issue = issues[int(place)]
        ranked = sorted(issue.options, key=lambda option: worth[issue.name][option])
        some = ranked[: int(rng.integers(1, len(issue.options)))]
        parts.append(f"{issue.name} in {{{', '.join(map(str, some))}}}")
    text = " and ".join(parts)
    return Demand(f"{holder}.{number}", holder, text, parse_condition(text))


def listed(rounds: int, walk_away: float) -> None:
    """Time all collisions and concessions of 4 to the 10 packages, 5 parties and 40 demands."""
    taken = []
    for seed in range(rounds):
        one = problem((10, 4), 5, 35, walk_away, seed)
        start = time.perf_counter()
        collisions, concessions = collisions_and_concessions(one, limit=100_000)
        taken.append(time.perf_counter() - start)
        count = f"{len(concessions.outcome):,} concessions, {len(collisions.outcome):,} collisions"
        print(f"  seed {seed}: {taken[-1]:5.2f} s, {count}, all: {collisions.witness.complete}", flush=True)
    print(f"4^10 packages, 40 demands: median {statistics.median(taken):.2f} s (wanted: 2)")
    for name, make in FAMILIES.items():
        times: list[tuple[float, float]] = []
        most = 0
        for seed in range(rounds):
            one = make(seed, (10, 4), 5, 40)
            found = timed(partial(collisions_and_concessions, one, limit=100_000), times)
            if isinstance(found, tuple):
                most = max(most, len(found[0].outcome))
        print(f"  {name}: seconds: median/longest {told(times)}, up to {most:,} collisions", flush=True)


def searched(rounds: int, walk_away: float, seconds: float) -> None:
    """Time zone, first collision and cheapest concession of 5 to the 30 packages, 8 parties, 60 demands."""
    times: dict[str, list[float]] = {"zone": [], "collision": [], "concession": []}
    for seed in range(rounds):
        one = problem((30, 5), 8, 52, walk_away, seed)
        start = time.perf_counter()
        found = find_package(one).outcome
        times["zone"].append(time.perf_counter() - start)
        start = time.perf_counter()
        collision = find_collision(one).outcome
        times["collision"].append(time.perf_counter() - start)
        start = time.perf_counter()
        ways = find_concessions(one, limits=Limits(seconds)).outcome
        times["concession"].append(time.perf_counter() - start)
        cost = ways.concessions[0].cost if ways.concessions else None
        print(
            f"  seed {seed}: {found.value}, "
            + ", ".join(f"{name} {taken[-1]:.2f} s" for name, taken in times.items())
            + f"; {len(collision.demands)} demands, minimal: {collision.minimal}; "
            f"cost {cost}, bound {ways.bound}, closed: {ways.optimal}",
            flush=True,
        )
    for name, wanted in (("zone", 1), ("collision", 10), ("concession", seconds)):
        print(
            f"5^30 packages, 60 demands, {name}: median {statistics.median(times[name]):.2f} s, "
            f"longest {max(times[name]):.2f} s (wanted: {wanted:g})"
        )


def timed(work: Callable[[], object], taken: list[tuple[float, float]]) -> object:
    """Do some work and note the seconds it took, and those of them that the processor worked for it."""
    start, worked = time.perf_counter(), time.process_time()
    found = work()
    taken.append((time.perf_counter() - start, time.process_time() - worked))
    return found


def told(taken: list[tuple[float, float]]) -> str:
    """Return median and longest, by the clock and by the processor."""
    clock, worked = zip(*taken, strict=True)
    return (
        f"{statistics.median(clock):.2f}/{max(clock):.2f} "
        f"(processor {statistics.median(worked):.2f}/{max(worked):.2f})"
    )


def families(rounds: int, seconds: float, names: list[str]) -> None:
    """Time the same three for every family: median and longest, and how often they were closed."""
    print("5^30 packages, 8 parties, 60 demands; seconds: median/longest, by the clock and by the processor")
    for name in names or FAMILIES:
        times: dict[str, list[tuple[float, float]]] = {"zone": [], "collision": [], "concession": []}
        zones = minimal = soon = closed = 0
        for seed in range(rounds):
            one = FAMILIES[name](seed, (30, 5), 8, 60)
            found = timed(partial(find_package, one), times["zone"])
            if isinstance(found, Solution) and found.outcome is Decision.THERE_IS_A_ZONE:
                zones += 1
                continue
            limits = Limits(seconds)
            collision = timed(partial(find_collision, one, limits=limits), times["collision"])
            ways = timed(partial(find_concessions, one, limits=limits), times["concession"])
            minimal += isinstance(collision, Solution) and collision.outcome.minimal
            soon += times["collision"][-1][0] < 10
            closed += isinstance(ways, Solution) and ways.outcome.optimal
        parts = ", ".join(f"{key} {told(taken)}" for key, taken in times.items() if taken)
        found = f"{minimal} minimal, {soon} in under 10 s, {closed} closed"
        print(f"  {name}: {parts}; of {rounds}: {zones} zones, {found}", flush=True)


def main() -> None:
    """Read the arguments and measure both."""
    parser = argparse.ArgumentParser(description="Collisions and concessions, listed and searched.")
    parser.add_argument("--rounds", type=int, default=20, help="number of seeds")
    parser.add_argument("--seconds", type=float, default=30.0, help="longest search for a concession")
    parser.add_argument("--walk-away", type=float, default=0.64, help="of every party")
    parser.add_argument("--only", choices=["listed", "searched", "families"])
    parser.add_argument("--families", nargs="*", default=[], choices=[*FAMILIES], help="only these families")
    arguments = parser.parse_args()
    if arguments.only in {None, "listed"}:
        listed(arguments.rounds, arguments.walk_away)
    if arguments.only in {None, "families"}:
        families(arguments.rounds, arguments.seconds, arguments.families)
    if arguments.only in {None, "searched"}:
        searched(arguments.rounds, arguments.walk_away, arguments.seconds)


if __name__ == "__main__":
    main()
