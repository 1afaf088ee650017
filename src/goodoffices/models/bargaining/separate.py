"""Collisions part by part, where no walk-away value ties all issues together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from math import prod

from goodoffices.case.conditions import Condition
from goodoffices.models.bargaining.collisions import minimal_collisions
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import MAX_PACKAGES
from goodoffices.models.bargaining.parties import Party
from goodoffices.models.bargaining.parts import linked_issues
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.solution import Solution

__all__ = ["collisions_by_parts", "is_separable"]


def is_separable(problem: Problem) -> bool:
    """Tell whether the demands of those who must sign fall apart into parts that can each be listed."""
    if problem.quorums or any(party.walk_away is not None for party in problem.signatories()):
        return False
    return all(
        prod(len(problem.issues[place].options) for place in part) <= MAX_PACKAGES for part in _parts(problem)
    )


def collisions_by_parts(
    problem: Problem, *, limit: int = 10_000, limits: Limits = DEFAULT
) -> Solution[tuple[tuple[str, ...], ...], Mapping[tuple[str, ...], tuple[str, ...]]]:
    """Find every smallest set of demands that cannot all be kept, in spaces of any size.

    Issues that conditions name together form a part; demands of different parts never collide, since what
    is chosen in one part does not matter in another.

    Args:
        problem: Nobody who must sign has a walk-away value, and no part has more than 10,000,000 packages.
        limit: How many collisions to find at most in one part.
        limits: Time, if it has a clock, and whom to tell.

    Returns:
        The collisions, smaller ones first, then in order of the parts; the witness gives for each the
        issues of its part, and the parameters say whether these are all.
    """
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    watch, complete, parts = Watch(limits), True, _parts(problem)
    for places in watch.within(parts, "finding demands that collide, group by group", len(parts)):
        part = _part(problem, frozenset(problem.issues[place].name for place in places))
        inner = minimal_collisions(part, limit=limit, limits=watch.rest())
        complete = complete and inner.witness.complete
        for collision in inner.outcome:
            found[collision] = tuple(issue.name for issue in part.issues)
    ordered = sorted(found, key=len)
    witness = {collision: found[collision] for collision in ordered}
    parameters = {"limit": limit, "complete": complete and not watch.stopped}
    return Solution("minimal colliding demands by parts", tuple(ordered), witness, parameters)


def _parts(problem: Problem) -> tuple[tuple[int, ...], ...]:
    """Group the issues that conditions name together."""
    demands = (demand for party in problem.signatories() for demand in party.demands())
    conditions = (demand.never for demand in demands if demand.never is not None)
    return linked_issues(problem, [*problem.impossible, *conditions])


def _part(problem: Problem, names: frozenset[str]) -> Problem:
    return Problem(
        tuple(issue for issue in problem.issues if issue.name in names),
        tuple(_within(party, names) for party in problem.parties),
        tuple(one for one in problem.impossible if _names(one) & names),
    )


def _within(party: Party, names: frozenset[str]) -> Party:
    """Return a party with what it demands on some issues, and no numbers."""
    return replace(
        party,
        weights=None,
        values=None,
        walk_away=None,
        red_lines=tuple(line for line in party.red_lines if line.never and _names(line.never) & names),
        accepts={issue: options for issue, options in party.accepts.items() if issue in names},
        ideals={issue: ideal for issue, ideal in party.ideals.items() if issue in names},
    )


def _names(condition: Condition) -> set[str]:
    return {atom.name for atom in condition.atoms()}
