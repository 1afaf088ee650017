"""What is acceptable surely, possibly or never, where weights, values and walk-away values are intervals.

A party loses nothing by a package if the weighted sum of (worth − walk-away value) over the issues is not
below 0; dividing weights by their sum does not change its sign. So over all values in the intervals its
lowest is a sum of lowest terms, one for each issue, and its highest a sum of highest terms. That makes
"surely acceptable to all" and "possibly acceptable to all" bargaining problems of their own, in which
everything can be asked that can be asked of any: each party's values are independent of the others'.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from goodoffices.case.conditions import parse_condition
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.pace import DEFAULT, Limits, Watch
from goodoffices.models.bargaining.packages import MAX_PACKAGES, Package
from goodoffices.models.bargaining.pareto import only_signatories
from goodoffices.models.bargaining.parties import Demand, Party
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.robustness import (
    Known,
    Ranges,
    floor_range,
    weight_range,
    worth_range,
)
from goodoffices.models.bargaining.search import find_package
from goodoffices.models.bargaining.zone import zone
from goodoffices.models.solution import Solution

__all__ = ["IntervalZone", "Surety", "acceptance", "interval_zone", "reading"]

TOLERANCE = 1e-9
"""Gains above the negative of this count as none lost."""


class Surety(StrEnum):
    """Whether something holds for all, some or no values in the intervals."""

    SURELY = "whatever the values"
    POSSIBLY = "for some of the values"
    NEVER = "for none of the values"
    OPEN = "not decided in time"


@dataclass(frozen=True, slots=True)
class IntervalZone:
    """What could be agreed, given intervals.

    Attributes:
        there_is: Whether there is a zone: surely if one package is acceptable to all whatever the values,
            never if no package is acceptable to all for any. Where it is possible only, it may still be that
            for all values some package is acceptable, but not the same.
        surely: How many packages are acceptable to all whatever the values; None where they were not listed.
        possibly: How many are for some values at least; None where they were not listed.
        packages: Some that are acceptable surely, or if there are none, possibly; at middle values.
    """

    there_is: Surety
    surely: int | None
    possibly: int | None
    packages: tuple[Package, ...]


def acceptance(
    problem: Problem, terms: Mapping[str, str], ranges: Ranges
) -> Solution[dict[str, Surety], dict[str, tuple[float, float]]]:
    """Tell for each party whether it could accept a package surely, possibly or never.

    The lowest and the highest gain are exact over all weights, worths and walk-away values in the intervals,
    with weights divided by their sum.

    Args:
        problem: Its numbers are the middle values.
        terms: The package; it settles every issue.
        ranges: The intervals.

    Returns:
        For each party whether it could; the witness gives its lowest and highest gain where it has a
        walk-away value.

    Raises:
        ModelError: If a name is not known, an interval leaves its scale, or an issue is left open.
    """
    _check(problem, ranges)
    evaluator = Evaluator.of(problem)
    package = evaluator.package(evaluator.chosen(terms))
    lines = {demand.id: demand.holder for demand in evaluator.demands if demand.never is not None}
    breaking = {lines[name] for name in package.broken if name in lines}
    gains = {
        party.name: Known.of(problem.issues, party, terms, ranges).extremes()
        for party in problem.parties
        if party.walk_away is not None
    }
    found = {party.name: Surety.SURELY for party in problem.parties}
    for name, (lowest, highest) in gains.items():
        if lowest < -TOLERANCE:
            found[name] = Surety.POSSIBLY if highest >= -TOLERANCE else Surety.NEVER
    return Solution(
        "lowest and highest gain over all values in the intervals",
        found | dict.fromkeys(breaking, Surety.NEVER),
        gains,
    )


def interval_zone(
    problem: Problem, ranges: Ranges, *, limit: int = 1000, limits: Limits = DEFAULT
) -> Solution[IntervalZone, dict[str, tuple[int, int] | None]]:
    """Find what all who must sign could accept surely, possibly or never.

    Up to 10,000,000 packages are listed; of more, a solver decides.

    Args:
        problem: Its numbers are the middle values; who must sign is settled.
        ranges: The intervals.
        limit: How many packages to give.
        limits: Time and seed for the solver.

    Returns:
        The zone; the witness gives for each party how many packages it could accept surely, and how many
        possibly, or None where they were not listed.

    Raises:
        ModelError: If a name is not known, an interval leaves its scale, there is a quorum, or every package
            is impossible.
    """
    only_signatories(problem)
    readings = [reading(problem, ranges, lowest=lowest) for lowest in (True, False)]
    evaluator = Evaluator.of(problem)
    if problem.size > MAX_PACKAGES:
        return _searched(evaluator, readings, Watch(limits))
    surely, possibly = (zone(one, limit=limit) for one in readings)
    some = surely.outcome.packages or possibly.outcome.packages
    there_is = Surety.SURELY if surely.outcome.count else Surety.POSSIBLY
    if not possibly.outcome.count:
        there_is = Surety.NEVER
    packages = tuple(evaluator.package(evaluator.chosen(one.terms)) for one in some)
    found = IntervalZone(there_is, surely.outcome.count, possibly.outcome.count, packages)
    witness: dict[str, tuple[int, int] | None] = {
        name: (count, possibly.witness.acceptable[name]) for name, count in surely.witness.acceptable.items()
    }
    return Solution("zone over intervals by listing", found, witness, {"limit": limit})


def _searched(
    evaluator: Evaluator, readings: list[Problem], watch: Watch
) -> Solution[IntervalZone, dict[str, tuple[int, int] | None]]:
    surely = find_package(readings[0], limits=watch.rest())
    possibly = surely
    if surely.witness is None:
        possibly = find_package(readings[1], limits=watch.rest())
    if surely.witness is not None:
        there_is = Surety.SURELY
    elif possibly.outcome is Decision.THERE_IS_NONE:
        there_is = Surety.NEVER
    elif possibly.witness is not None and surely.outcome is Decision.THERE_IS_NONE:
        there_is = Surety.POSSIBLY
    else:
        there_is = Surety.OPEN
    packages = () if possibly.witness is None else (possibly.witness,)
    middle = tuple(evaluator.package(evaluator.chosen(one.terms)) for one in packages)
    nothing: dict[str, tuple[int, int] | None] = dict.fromkeys(p.name for p in evaluator.problem.parties)
    found = IntervalZone(there_is, None, None, middle)
    return Solution("zone over intervals by constraint solving", found, nothing, watch.limits.parameters())


def reading(problem: Problem, ranges: Ranges, *, lowest: bool) -> Problem:
    """Return the problem whose zone is what is acceptable surely (lowest), or possibly.

    Utilities in it only say what is acceptable: they are not the parties' utilities.

    Args:
        problem: Its numbers are the middle values.
        ranges: The intervals.
        lowest: Whether each value is the worst for its party, or the best.

    Raises:
        ModelError: If a name is not known or an interval leaves its scale.
    """
    _check(problem, ranges)
    parties = tuple(
        party if party.walk_away is None else _read(problem, party, ranges, lowest=lowest)
        for party in problem.parties
    )
    return replace(problem, parties=parties)


def _read(problem: Problem, party: Party, ranges: Ranges, *, lowest: bool) -> Party:
    floor = floor_range(party, ranges)
    base = floor.high if lowest else floor.low
    terms = {}
    for issue in problem.issues:
        weight = weight_range(party, issue, ranges)
        worths = {option: worth_range(party, issue, option, ranges) for option in issue.options}
        above = {option: (worth.low if lowest else worth.high) - base for option, worth in worths.items()}
        pick = min if lowest else max
        terms[issue.name] = {
            option: pick(weight.low * one, weight.high * one) for option, one in above.items()
        }
    least = {name: min(row.values()) for name, row in terms.items()}
    spans = {name: max(row.values()) - least[name] for name, row in terms.items()}
    total, needed = sum(spans.values()), -sum(least.values())
    if total <= 0 or needed > total + TOLERANCE:
        return _same_everywhere(party, acceptable=needed <= TOLERANCE)
    values = {
        name: {o: (one - least[name]) / spans[name] if spans[name] else 0.0 for o, one in row.items()}
        for name, row in terms.items()
    }
    return replace(party, weights=spans, values=values, walk_away=min(1.0, max(0.0, needed / total)))


def _same_everywhere(party: Party, *, acceptable: bool) -> Party:
    """Return a party that walks away from everything or from nothing that its red lines leave."""
    never = parse_condition("true")
    lines = () if acceptable else (Demand(f"{party.name}.walk_away", party.name, "walks away", never),)
    return replace(
        party,
        weights=None,
        values=None,
        walk_away=None,
        accepts={},
        red_lines=(*party.red_lines, *lines),
    )


def _check(problem: Problem, ranges: Ranges) -> None:
    """Check that intervals are of known parties, issues and options, and on their scales."""
    for kind, name, inner, interval, highest in _named(ranges):
        party = problem.party(name)
        issue = next((one for one in problem.issues if one.name == inner[0]), None) if inner else None
        if inner and issue is None:
            raise ModelError(f"an interval of '{name}' is for '{inner[0]}', which is no issue")
        if len(inner) > 1 and issue is not None and inner[1] not in issue.options:
            raise ModelError(
                f"an interval of '{name}' is for '{inner[1]}', which is no option of '{inner[0]}'"
            )
        if not interval.within(0.0, highest):
            raise ModelError(
                f"the {kind} of '{name}' is from {interval.low:g} to {interval.high:g}; "
                f"it must lie from 0 to {highest:g}"
            )
        if party.walk_away is None and kind == "walk-away value":
            raise ModelError(f"'{name}' has an interval for its walk-away value and none in the middle")


def _named(ranges: Ranges) -> Iterator[tuple[str, str, tuple[str, ...], Interval, float]]:
    for name, weights in ranges.weights.items():
        yield from (("weight", name, (issue,), one, float("inf")) for issue, one in weights.items())
    for name, places in ranges.places.items():
        yield from (("ideal point", name, (issue,), one, 100.0) for issue, one in places.items())
    for name, values in ranges.values.items():
        for issue, worths in values.items():
            yield from (("worth", name, (issue, option), one, 1.0) for option, one in worths.items())
    yield from (("walk-away value", name, (), one, 1.0) for name, one in ranges.walk_away.items())
