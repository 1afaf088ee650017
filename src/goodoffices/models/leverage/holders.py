"""Which smallest sets of lever-holders are enough, alone or by moving one another first."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from goodoffices.errors import ModelError
from goodoffices.models.leverage.lever import Lever, capacity, pressure
from goodoffices.models.leverage.moving import ROUNDING
from goodoffices.models.solution import Solution

__all__ = ["Cascade", "HolderSet", "Reading", "smallest_cascades", "smallest_holders", "smallest_openers"]

Reading = Callable[[Lever], float]
"""What a lever counts for: its capacity or its expected pressure, at one end of the interval."""

MAX_HOLDERS = 16
"""Most holders of whom all sets are gone through."""

MAX_SETS = 100_000
"""Most sets that are listed."""


@dataclass(frozen=True, slots=True)
class HolderSet:
    """A set of lever-holders that is enough, and of whom none can be left out.

    Attributes:
        holders: Who pulls, in order of what they add.
        adds: What each of them adds.
        total: What they add together.
        least_willing: The middle willingness of the least willing lever among theirs: the chain's weakest
            link, which capacity alone does not show.
    """

    holders: tuple[str, ...]
    adds: Mapping[str, float]
    total: float
    least_willing: float


@dataclass(frozen=True, slots=True)
class Cascade:
    """Those who must act first, and who is moved by them in which round.

    Attributes:
        first: Who must act without being moved.
        rounds: Who is moved in each round; the target is in the last.
    """

    first: tuple[str, ...]
    rounds: tuple[tuple[str, ...], ...]


def smallest_holders(
    levers: Sequence[Lever], target: str, loss: float, *, reading: Reading | None = None
) -> Solution[tuple[HolderSet, ...], float]:
    """Find every set of holders that is enough to move a target and of whom none can be left out.

    Holders are added from the one that adds most downwards until they are enough: the last is then the
    least of them, and none can be left out. Every set is reached in one way, so none is missed.

    Args:
        levers: Levers on any target; those on others are left aside.
        target: Who is to be moved.
        loss: What moving costs it, in its own utility.
        reading: What a lever counts for; middle capacity if not given, which asks what holders could do
            together and not what they would.

    Returns:
        The sets, smaller ones first, then those that add more, then by name; none if all together are not
        enough. The witness is what all add together.

    Raises:
        ModelError: If there are more than 100,000 such sets.
    """
    count = reading or (lambda lever: capacity(lever).mid)
    adds: dict[str, float] = {}
    willing: dict[str, float] = {}
    for lever in (lever for lever in levers if lever.target == target):
        adds[lever.holder] = adds.get(lever.holder, 0.0) + count(lever)
        willing[lever.holder] = min(willing.get(lever.holder, 1.0), lever.willingness.mid)
    found: list[HolderSet] = []
    for some in _just_enough(sorted(adds, key=lambda name: -adds[name]), adds, loss):
        parts = {name: adds[name] for name in some}
        least = min((willing[name] for name in some), default=1.0)
        found.append(HolderSet(some, parts, math.fsum(parts.values()), least))
        if len(found) > MAX_SETS:
            raise ModelError(
                f"more than {MAX_SETS:,} sets of {len(adds)} holders are just enough; leave out those who "
                "add least"
            )
    found.sort(key=lambda one: (len(one.holders), -one.total, one.holders))
    parameters = {"target": target, "loss": loss}
    return Solution("smallest sets of lever-holders", tuple(found), math.fsum(adds.values()), parameters)


def smallest_openers(
    levers: Sequence[Lever], shortfalls: Mapping[str, Mapping[str, float]], *, reading: Reading | None = None
) -> Solution[Mapping[str, tuple[tuple[str, ...], ...]], tuple[str, ...]]:
    """Find for each package the smallest sets of holders that make every party accept it.

    A party that refuses a package may be moved by levers that cover what the package leaves it short of.
    A holder that is itself short may be moved by others, and may pull its own levers on others.

    Args:
        levers: All levers.
        shortfalls: For each package, what each party that refuses it is short of, in its own utility;
            infinite where it would break a red line, which no lever covers.
        reading: What a lever counts for; middle capacity if not given.

    Returns:
        For each package its smallest sets, none where all levers together are not enough; the witness
        lists the packages that take fewest holders.

    Raises:
        ModelError: If more than 16 parties hold levers.
    """
    count = reading or (lambda lever: capacity(lever).mid)
    holders = sorted({lever.holder for lever in levers})
    _check_number(holders)

    def enough(some: tuple[str, ...], short: Mapping[str, float]) -> bool:
        return all(
            math.fsum(count(lever) for lever in levers if lever.target == party and lever.holder in some)
            >= loss - ROUNDING
            for party, loss in short.items()
        )

    found = {
        package: tuple(_minimal(holders, lambda some, short=short: enough(some, short)))  # type: ignore[misc]
        for package, short in shortfalls.items()
    }
    sizes = {package: min(map(len, sets)) for package, sets in found.items() if sets}
    easiest = tuple(package for package, size in sizes.items() if size == min(sizes.values()))
    return Solution("smallest sets of levers that open a zone", found, easiest)


def smallest_cascades(
    levers: Sequence[Lever], losses: Mapping[str, float], target: str, *, reading: Reading | None = None
) -> Solution[tuple[Cascade, ...], Mapping[str, float]]:
    """Find the smallest sets of parties whose acting moves a target, if need be by way of others.

    Whoever acts pulls all levers it holds; whoever is moved by those who act then acts too. A party
    without a loss given cannot be moved, only act of itself.

    Args:
        levers: All levers.
        losses: What it costs each party to move, or to join in, in its own utility.
        target: Who is to be moved; it has a loss.
        reading: What a lever counts for; middle expected pressure if not given.

    Returns:
        Every smallest set, with who is moved in which round; none if all others together are not enough.
        The witness is what bears on each party if all others act.

    Raises:
        ModelError: If the target has no loss, or more than 16 parties hold levers.
    """
    if target not in losses:
        raise ModelError(f"nothing is said about what moving costs '{target}'; give losses['{target}']")
    count = reading or (lambda lever: pressure(lever).mid)
    holders = sorted({lever.holder for lever in levers} - {target})
    _check_number(holders)

    def rounds(first: tuple[str, ...]) -> list[tuple[str, ...]]:
        acting, found = set(first), list[tuple[str, ...]]()
        while True:
            moved = tuple(
                name
                for name in losses
                if name not in acting and _borne(levers, count, name, acting) >= losses[name] - ROUNDING
            )
            if not moved:
                return found
            acting.update(moved)
            found.append(moved)

    everybody = {lever.holder for lever in levers}
    borne = {name: _borne(levers, count, name, everybody) for name in losses}
    for size in range(len(holders) + 1):
        sets = [(some, rounds(some)) for some in combinations(holders, size)]
        enough = tuple(
            Cascade(some, tuple(found[: _round_of(found, target)]))
            for some, found in sets
            if any(target in moved for moved in found)
        )
        if enough:
            return Solution("smallest cascades of levers", enough, borne, {"target": target})
    return Solution("smallest cascades of levers", (), borne, {"target": target})


def _round_of(found: list[tuple[str, ...]], target: str) -> int:
    return next(number for number, moved in enumerate(found, start=1) if target in moved)


def _borne(levers: Sequence[Lever], count: Reading, name: str, acting: set[str]) -> float:
    return math.fsum(count(lever) for lever in levers if lever.target == name and lever.holder in acting)


def _just_enough(names: Sequence[str], adds: Mapping[str, float], loss: float) -> Iterator[tuple[str, ...]]:
    """Yield every set that is enough and stops being so without any of its members."""
    rest = [math.fsum(adds[name] for name in names[place:]) for place in range(len(names) + 1)]
    open_sets: list[tuple[tuple[str, ...], int]] = [((), 0)]
    while open_sets:
        some, place = open_sets.pop()
        total = math.fsum(adds[name] for name in some)
        if total >= loss - ROUNDING:
            yield some
        elif total + rest[place] >= loss - ROUNDING and place < len(names):
            open_sets += [(some, place + 1), ((*some, names[place]), place + 1)]


def _minimal(names: Sequence[str], enough: Callable[[tuple[str, ...]], bool]) -> list[tuple[str, ...]]:
    """Go through all sets, smaller ones first, and keep those that hold no smaller one that is enough."""
    found: list[tuple[str, ...]] = []
    for size in range(len(names) + 1):
        for some in combinations(names, size):
            if not any(set(kept) <= set(some) for kept in found) and enough(some):
                found.append(some)
    return found


def _check_number(names: Sequence[str]) -> None:
    if len(names) > MAX_HOLDERS:
        raise ModelError(
            f"{len(names)} holders are more than {MAX_HOLDERS}, of whom all sets can be gone through; "
            "leave out those who add least"
        )
