"""Which packages waste nothing: none is better for one party and worse for nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.dominance import undominated
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import MAX_PACKAGES, PackageList, Space, enumerate_packages
from goodoffices.models.bargaining.parts import Frontier, frontier_by_parts, largest_part
from goodoffices.models.bargaining.problem import DemandKind, Party, Problem
from goodoffices.models.solution import Solution

__all__ = ["FrontierWitness", "Way", "merged", "only_signatories", "pareto_packages", "within_red_lines"]

FEW = 200_000
"""Up to so many packages listing is quick whatever the issues."""

Among = Literal["zone", "red_lines"]
Way = Literal["auto", "listing", "parts"]
"""How a frontier is found: by listing all packages, by merging parts, or whichever fits."""


@dataclass(frozen=True, slots=True)
class FrontierWitness:
    """What the frontier was drawn among and by whose utilities.

    Attributes:
        compared: Number of packages that were compared; None where they were not listed.
        counted: Parties that must sign and have a utility: the frontier is theirs.
        demands_only: Parties that must sign without numbers: only their demands count.
        complete: Whether the whole frontier is given; False where the time was over.
    """

    compared: int | None
    counted: tuple[str, ...]
    demands_only: tuple[str, ...]
    complete: bool = True


def pareto_packages(
    problem: Problem,
    *,
    among: Among = "zone",
    limit: int = 1000,
    by: Way = "auto",
    limits: Limits = DEFAULT,
) -> Solution[PackageList, FrontierWitness]:
    """Find the packages from which nobody can gain unless another loses.

    A package dominates another if its utility is at least as high for every party counted and higher
    for one. Packages of equal utility for all do not dominate one another, so all of them are given.

    Args:
        problem: A party that must sign has weights and values.
        among: `zone`: the packages acceptable to all who must sign. `red_lines`: the same with
            walk-away values set aside, so that a frontier is there to see when the zone is empty; a
            broken red line or an option outside the accepted ones still rules a package out.
        limit: How many packages to list.
        by: `listing` compares all packages, up to 10,000,000; `parts` merges groups of linked issues, in
            spaces of any size as long as the frontier stays small; `auto` merges parts where there are many
            packages and the issues fall apart, and lists where merging takes too much.
        limits: Time, if it has a clock, and whom to tell; where the time is over, those given are on the
            frontier, and the witness says that they are not all.

    Returns:
        The packages of the frontier, the last issue varying fastest.

    Raises:
        ModelError: If no party that must sign has a utility, there is a quorum, or `among` is neither of
            the two.

    References:
        Raiffa (1982), The Art and Science of Negotiation, chapter 11.
    """
    if among not in get_args(Among):
        raise ModelError(f"there is no frontier among '{among}'; give 'zone' or 'red_lines'")
    only_signatories(problem)
    counted = tuple(party for party in problem.signatories() if party.measured)
    if not counted:
        raise ModelError(
            "no party that must sign has weights and values, so no package is better than another; "
            "give at least one of them numbers, or ask for the zone"
        )
    others = names(set_aside(problem, counted))
    parameters, watch = {"among": among, "limit": limit, "by": by}, Watch(limits)
    front = merged(problem, by, walk_away=among == "zone", watch=watch)
    if front is not None:
        found = front.packages(range(len(front.counts)), limit)
        return Solution(
            "Pareto frontier by parts",
            found,
            FrontierWitness(None, names(counted), others, front.complete),
            parameters,
        )
    space = enumerate_packages(problem)
    rows = space.zone() if among == "zone" else within_red_lines(space)
    best = rows[undominated(space.utilities[np.ix_(rows, space.columns(counted))], watch)]
    witness = FrontierWitness(len(rows), names(counted), others, complete=not watch.stopped)
    return Solution("Pareto frontier", space.listing(best, limit), witness, parameters)


def merged(
    problem: Problem, by: Way, *, walk_away: bool = True, watch: Watch | None = None
) -> Frontier | None:
    """Return the frontier found by merging parts, or None where it is to be found by listing.

    Raises:
        ModelError: If merging takes too much and all packages cannot be listed either, or were not to be.
    """
    if not parted(problem, by):
        return None
    try:
        return frontier_by_parts(problem, walk_away=walk_away, watch=watch)
    except ModelError:
        if by == "parts" or problem.size > MAX_PACKAGES:
            raise
        return None


def parted(problem: Problem, by: Way) -> bool:
    """Tell whether a frontier is to be found by parts.

    Raises:
        ModelError: If there is no such way.
    """
    if by not in get_args(Way):
        raise ModelError(f"a frontier is not found by '{by}'; give one of {', '.join(get_args(Way))}")
    if by != "auto" or problem.size <= FEW:
        return by == "parts"
    # Merging pays where the issues fall apart, and is the only way where listing would take too much.
    return problem.size > MAX_PACKAGES or largest_part(problem) * 10 <= problem.size


def names(parties: tuple[Party, ...]) -> tuple[str, ...]:
    """Return the names of parties."""
    return tuple(party.name for party in parties)


def set_aside(problem: Problem, counted: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the parties that must sign and are not counted."""
    return tuple(party for party in problem.signatories() if party not in counted)


def only_signatories(problem: Problem) -> None:
    """Check that it is settled who signs, so that it is settled whose gains count.

    Raises:
        ModelError: If the problem has quorums.
    """
    if problem.quorums:
        first = ", ".join(party.name for party in problem.coalitions()[0])
        raise ModelError(
            f"whose gains count depends on who signs; choose a coalition, such as signed_by([{first}])"
        )


def within_red_lines(space: Space) -> NDArray[np.intp]:
    """Return the packages that break no red line and no accepted options of those who must sign."""
    holders = {party.name for party in space.problem.signatories()}
    places = [
        place
        for place, demand in enumerate(space.demands)
        if demand.holder in holders and demand.kind is not DemandKind.WALK_AWAY
    ]
    return np.flatnonzero(~space.breaking(places))
