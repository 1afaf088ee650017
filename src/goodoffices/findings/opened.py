"""What giving up demands would open, and what can be said of demands from the collisions they stand in."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

import numpy as np

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.hitting import elements, minimal_hitting_sets
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.parties import DemandKind, Party
from goodoffices.models.bargaining.parts import frontier_by_parts
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.solutions import leximin

__all__ = ["Standing", "alone", "best_opened", "standing", "without"]


def without(problem: Problem, given_up: Collection[str]) -> Problem:
    """Return a problem in which some demands are made no more; the others stay as they are, as red lines."""
    return replace(problem, parties=tuple(_yielding(party, given_up) for party in problem.parties))


def best_opened(problem: Problem, given_up: Collection[str]) -> Package | None:
    """Find the package that leaves the worst-off best off once demands are given up, in spaces of any size.

    Gains of those who must sign are compared from the lowest upwards (leximin); a party without walk-away
    value counts by its utility.

    Returns:
        The package, with what it gives and breaks in the problem as it is; None where nothing opens, who must
        sign is not settled, nobody who must has numbers, or too many combinations are undominated.
    """
    counted = [party for party in problem.signatories() if party.measured]
    if problem.quorums or not counted:
        return None
    try:
        front = frontier_by_parts(without(problem, given_up))
    except ModelError:
        return None
    if not len(front.utilities):
        return None
    floors = np.array([party.walk_away or 0.0 for party in counted])
    best = leximin(np.sort(front.utilities - floors, axis=1))
    terms = front.packages([int(best[0])], 1).packages[0].terms
    evaluator = Evaluator.of(problem)
    return evaluator.package(evaluator.chosen(terms))


@dataclass(frozen=True, slots=True)
class Standing:
    """Where demands stand among all collisions.

    Attributes:
        counts: In how many collisions each demand is that is in one, most first.
        idle: Demands in no collision: giving them up would open nothing.
    """

    counts: Mapping[str, int]
    idle: tuple[str, ...]


def standing(problem: Problem, collisions: Sequence[Sequence[str]]) -> Standing:
    """Count in how many collisions each demand of those who must sign stands.

    Args:
        problem: The problem.
        collisions: All its collisions.
    """
    ids = [demand.id for party in problem.concerned() for demand in party.demands()]
    counts = {name: sum(name in one for one in collisions) for name in ids}
    ranked = sorted((name for name in ids if counts[name]), key=lambda name: -counts[name])
    return Standing({name: counts[name] for name in ranked}, tuple(n for n in ids if not counts[n]))


def alone(
    problem: Problem, collisions: Sequence[Sequence[str]], *, limit: int = 100
) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Find what each party that must sign could give up by itself to open a zone.

    What opens a zone meets every collision, so these are the smallest sets of a party's own demands that meet
    all of them.

    Args:
        problem: Who must sign is settled.
        collisions: All its collisions, at least one.
        limit: How many sets to give for each party at most.

    Returns:
        For each party its sets, fewest demands first; none where it cannot open a zone by itself.
    """
    found = {}
    for party in problem.concerned():
        ids = [demand.id for demand in party.demands()]
        edges = [sum(1 << ids.index(name) for name in one if name in ids) for one in collisions]
        sets = islice(minimal_hitting_sets(edges), limit) if all(edges) else ()
        named = [tuple(ids[place] for place in elements(bits)) for bits in sets]
        found[party.name] = tuple(sorted(named, key=len))
    return found


def _yielding(party: Party, given_up: Collection[str]) -> Party:
    kept = [demand for demand in party.demands() if demand.id not in given_up]
    return replace(
        party,
        red_lines=tuple(replace(one, kind=DemandKind.RED_LINE) for one in kept if one.never is not None),
        walk_away=party.walk_away if any(one.never is None for one in kept) else None,
        accepts={},
    )
