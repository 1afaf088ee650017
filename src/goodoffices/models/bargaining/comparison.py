"""Proposals side by side, and what moved between two snapshots."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import prod

import numpy as np

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.grid import condition_grid
from goodoffices.models.bargaining.packages import MAX_PACKAGES
from goodoffices.models.bargaining.parties import Demand, Party
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.scores import Scores
from goodoffices.models.solution import Solution

__all__ = ["Compared", "Movement", "Shift", "compare", "movement"]


@dataclass(frozen=True, slots=True)
class Compared:
    """What a proposal gives and breaks; it may leave issues open.

    Attributes:
        terms: What it settles.
        left_open: Issues that it does not settle.
        broken: Demands that it breaks however the open issues are settled.
        undecided: Demands that it breaks or keeps depending on the open issues.
        utilities: For each party with numbers the lowest and the highest utility that it leaves possible.
        gains: The same less the walk-away value, for each party that has one.
    """

    terms: Mapping[str, str]
    left_open: tuple[str, ...]
    broken: tuple[str, ...]
    undecided: tuple[str, ...]
    utilities: Mapping[str, tuple[float, float]]
    gains: Mapping[str, tuple[float, float]]


def compare(
    problem: Problem, proposals: Mapping[str, Mapping[str, str]]
) -> Solution[Mapping[str, Compared], Mapping[str, str]]:
    """Set proposals side by side: who gains, whose demand breaks, what stays open.

    Each demand and each utility is looked at by itself over the open issues, so that two demands that are
    each undecided may still collide.

    Args:
        problem: Of any size.
        proposals: The terms of each; open issues are left out.

    Returns:
        The comparison of each proposal; the witness gives for each demand who holds it.

    Raises:
        ModelError: If an issue or option is not known, or a demand names too many open issues.
    """
    evaluator = Evaluator.of(problem)
    found = {name: _compared(evaluator, terms) for name, terms in proposals.items()}
    holders = {demand.id: demand.holder for demand in evaluator.demands}
    return Solution("proposals side by side", found, holders)


@dataclass(frozen=True, slots=True)
class Shift:
    """A number of a party that differs between two snapshots; None where it was or is not known.

    Attributes:
        party: The party.
        what: `walk-away value`, or `ideal point on` and `weight of` an issue.
        before: In the earlier snapshot.
        after: In the later one.
    """

    party: str
    what: str
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Movement:
    """What moved between two snapshots of one process.

    Attributes:
        shifts: Numbers of parties that changed.
        dropped: Demands that are made no more, as holder and words.
        added: Demands that were not made before.
        changed: Demands whose conditions changed, by id, with their words before and after.
        issues_dropped: Issues that are not on the table any more.
        issues_added: Issues that were not on the table before.
    """

    shifts: tuple[Shift, ...]
    dropped: tuple[tuple[str, str], ...]
    added: tuple[tuple[str, str], ...]
    changed: Mapping[str, tuple[str, str]]
    issues_dropped: tuple[str, ...]
    issues_added: tuple[str, ...]


def movement(before: Problem, after: Problem) -> Solution[Movement, Mapping[str, tuple[Demand, ...]]]:
    """Find what moved between two snapshots: positions, weights, walk-away values and demands.

    Args:
        before: The earlier problem.
        after: The later one; parties, issues and demands are the same if they bear the same names.

    Returns:
        What moved; the witness gives the demands of both.
    """
    old = {demand.id: demand for demand in before.demands()}
    new = {demand.id: demand for demand in after.demands()}
    earlier, later = {p.name: p for p in before.parties}, {p.name: p for p in after.parties}
    shifts = [
        shift
        for name in dict.fromkeys([*earlier, *later])
        for shift in _shifts(before, after, name, earlier.get(name), later.get(name))
    ]
    names = [issue.name for issue in before.issues], [issue.name for issue in after.issues]
    found = Movement(
        tuple(shifts),
        tuple((old[id_].holder, old[id_].text) for id_ in old if id_ not in new),
        tuple((new[id_].holder, new[id_].text) for id_ in new if id_ not in old),
        {
            id_: (old[id_].text, new[id_].text)
            for id_ in old
            if id_ in new and old[id_].never != new[id_].never
        },
        tuple(name for name in names[0] if name not in names[1]),
        tuple(name for name in names[1] if name not in names[0]),
    )
    witness = {"before": tuple(old.values()), "after": tuple(new.values())}
    return Solution("what differs between two snapshots", found, witness)


def _shifts(before: Problem, after: Problem, name: str, old: Party | None, new: Party | None) -> list[Shift]:
    floors = [None if party is None else party.walk_away for party in (old, new)]
    pairs = [("walk-away value", floors[0], floors[1])]
    issues = dict.fromkeys([*(i.name for i in before.issues), *(i.name for i in after.issues)])
    for issue in issues:
        pairs.append((f"ideal point on {issue}", _ideal(before, old, issue), _ideal(after, new, issue)))
        pairs.append((f"weight of {issue}", _weight(old, issue), _weight(new, issue)))
    return [Shift(name, what, was, now) for what, was, now in pairs if was != now]


def _ideal(problem: Problem, party: Party | None, issue: str) -> float | None:
    stated = None if party is None else party.ideals.get(issue)
    if isinstance(stated, str):
        return next(one for one in problem.issues if one.name == issue).place(stated)
    return stated


def _weight(party: Party | None, issue: str) -> float | None:
    return None if party is None or party.weights is None else party.weights.get(issue)


def _compared(evaluator: Evaluator, terms: Mapping[str, str]) -> Compared:
    names = [issue.name for issue in evaluator.problem.issues]
    open_ended = tuple(name for name in names if name not in terms)
    settled = evaluator.chosen(
        {issue.name: issue.options[0] for issue in evaluator.problem.issues} | dict(terms)
    )
    choices = {name: settled[place] for place, name in enumerate(names) if name in terms}
    utilities, gains, below = {}, {}, {}
    for party, scores in zip(evaluator.problem.parties, evaluator.scores, strict=True):
        if scores is not None:
            low, high = _extremes(scores, names, choices)
            utilities[party.name] = _numbers(scores, low, high)
            if scores.floor is not None:
                ends = utilities[party.name]
                gains[party.name] = (
                    round(ends[0] - scores.walk_away, 12) + 0.0,
                    round(ends[1] - scores.walk_away, 12) + 0.0,
                )
                below[f"{party.name}.walk_away"] = (high < scores.floor, low < scores.floor)
    states = {
        demand.id: below[demand.id] if demand.never is None else _state(evaluator.problem, demand, choices)
        for demand in evaluator.demands
    }
    return Compared(
        dict(terms),
        open_ended,
        tuple(name for name, (always, _) in states.items() if always),
        tuple(name for name, (always, sometimes) in states.items() if sometimes and not always),
        utilities,
        gains,
    )


def _extremes(scores: Scores, names: list[str], choices: Mapping[str, int]) -> tuple[int, int]:
    low = high = 0
    for name, term in zip(names, scores.terms, strict=True):
        some = term[[choices[name]]] if name in choices else term
        low, high = low + int(some.min()), high + int(some.max())
    return low, high


def _numbers(scores: Scores, low: int, high: int) -> tuple[float, float]:
    ends = scores.utilities(np.array([low, high]))
    return float(ends[0]), float(ends[1])


def _state(problem: Problem, demand: Demand, choices: Mapping[str, int]) -> tuple[bool, bool]:
    """Return whether a demand is broken whatever the open issues, and whether it ever is."""
    if demand.never is None:
        return False, False
    named = {atom.name for atom in demand.never.atoms()}
    issues = [issue for issue in problem.issues if issue.name in named]
    size = prod(len(issue.options) for issue in issues)
    if size > MAX_PACKAGES:
        raise ModelError(f"'{demand.id}' names {len(issues)} issues with {size:,} combinations, too many")
    grid = condition_grid(demand.never, issues)
    for axis, issue in enumerate(issues):
        if issue.name in choices and grid.shape[axis] > 1:
            grid = np.take(grid, [choices[issue.name]], axis=axis)
    return bool(grid.all()), bool(grid.any())
