"""From a case to a bargaining problem."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Literal

from goodoffices.case.case import Case
from goodoffices.case.conditions import parse_condition
from goodoffices.case.terms import Issue as CaseIssue
from goodoffices.case.terms import Position
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.problem import (
    Demand,
    DemandKind,
    Issue,
    Party,
    Problem,
    values_by_distance,
)
from goodoffices.models.bargaining.robustness import Ranges

__all__ = [
    "End",
    "bargaining_problem",
    "bargaining_ranges",
    "measured_parties",
    "proposed_terms",
    "red_line_id",
]

End = Literal["low", "mid", "high"]
"""Which end of an interval is used."""


def bargaining_problem(case: Case, *, walk_away: End = "mid", sign: Collection[str] | None = None) -> Problem:
    """Return the bargaining problem of a case.

    Issues without options are left out: nothing can be picked on them. A party enters if it must sign,
    holds a red line or has a position. It gets a utility if it has a walk-away value and `measured_parties`
    lists it: salience (middle value) weighs the issues, an issue on which it has no position weighs
    nothing; the worth of an option is the stated one, or falls with its distance from the party's place.
    A party without a utility is held to its red lines and to the options that it accepts.

    Args:
        case: The case; its red lines may name only issues with options.
        walk_away: Which end of the walk-away intervals counts: `low` is the most yielding reading.
        sign: Ids of the parties that must sign; None for those that the case marks.

    Raises:
        ModelError: No issue has options, nobody must sign, a condition names what does not exist, or a party
            has a walk-away value and saliences that sum to nothing.
    """
    issues = {id_: issue for id_, issue in case.issues.items() if issue.options}
    if not issues:
        raise ModelError(
            "no issue of the case has options, so there are no packages; add options to an issue"
        )
    measured = measured_parties(case)
    _check_saliences(case)
    signing = set(case.must_sign() if sign is None else sign)
    return Problem(
        tuple(_issue(id_, issue) for id_, issue in issues.items()),
        tuple(
            replace(_party(case, id_, measured, walk_away), must_sign=id_ in signing)
            for id_ in _entering(case, issues, signing)
        ),
        tuple(parse_condition(each.condition) for each in case.impossible),
    )


def bargaining_ranges(case: Case) -> Ranges:
    """Return the intervals round the numbers of a case's bargaining problem.

    Where a position states the worth of options, their intervals count; else the interval of its place.
    """
    weights: dict[str, dict[str, Interval]] = {}
    values: dict[str, dict[str, Mapping[str, Interval]]] = {}
    places: dict[str, dict[str, Interval]] = {}
    for party in measured_parties(case):
        for each in _positions(case, party):
            if each.salience is not None:
                weights.setdefault(party, {})[each.issue] = each.salience
            if each.values:
                values.setdefault(party, {})[each.issue] = each.values
            elif each.place is not None:
                places.setdefault(party, {})[each.issue] = each.place
    return Ranges(weights, values, places, {each.party: each.value for each in case.walk_away})


def proposed_terms(case: Case, *, issues: Collection[str] | None = None) -> dict[str, dict[str, str]]:
    """Return the terms of each proposal that settles something, on issues with options.

    Args:
        case: The case.
        issues: Ids of the issues that count; None for all with options.
    """
    known = {id_ for id_, issue in case.issues.items() if issue.options}
    kept = known if issues is None else known.intersection(issues)
    found = {
        id_: {issue: option for issue, option in proposal.terms.items() if issue in kept}
        for id_, proposal in case.proposals.items()
    }
    return {id_: terms for id_, terms in found.items() if terms}


def measured_parties(case: Case) -> tuple[str, ...]:
    """Return the parties whose utility the case gives, in order of the case.

    That takes a walk-away value, and for every position on an issue with options a salience and a worth of
    each option, stated or from a place; at least one salience is above 0.
    """
    floors = {each.party for each in case.walk_away}
    found = []
    for id_ in case.parties:
        held = _positions(case, id_)
        if id_ in floors and held and all(_worth(case, each) and each.salience for each in held):
            weights = [each.salience.mid for each in held if each.salience]
            found.extend([id_] if sum(weights) > 0 else [])
    return tuple(found)


def _check_saliences(case: Case) -> None:
    """Refuse a walk-away value against which nothing is measured, rather than leave it out unsaid."""
    for entry in case.walk_away:
        weights = [each.salience for each in _positions(case, entry.party)]
        if weights and all(weight is not None and weight.mid == 0 for weight in weights):
            raise ModelError(
                f"the saliences of '{entry.party}' sum to nothing, so that its walk-away value measures "
                "nothing; give at least one issue more than 0, or take the walk-away value out"
            )


def red_line_id(number: int) -> str:
    """Return the id of the demand that the red line at a place of the case's list, from 0, becomes."""
    return f"red_line.{number}"


def _issue(id_: str, issue: CaseIssue) -> Issue:
    places = tuple(option.place for option in issue.options.values() if option.place is not None)
    return Issue(id_, tuple(issue.options), places if len(places) == len(issue.options) else None)


def _entering(case: Case, issues: Mapping[str, CaseIssue], signing: Collection[str]) -> tuple[str, ...]:
    named = {each.party for each in case.positions if each.issue in issues}
    named.update(each.party for each in case.red_lines)
    return tuple(id_ for id_ in case.parties if id_ in signing or id_ in named)


def _party(case: Case, id_: str, measured: tuple[str, ...], walk_away: End) -> Party:
    held = _positions(case, id_)
    lines = tuple(
        Demand(
            red_line_id(number),
            id_,
            line.name or line.never,
            parse_condition(line.never),
            DemandKind.RED_LINE,
        )
        for number, line in enumerate(case.red_lines)
        if line.party == id_
    )
    floors = {each.party: each.value for each in case.walk_away}
    counted = id_ in measured
    return Party(
        id_,
        weights={each.issue: each.salience.mid for each in held if each.salience} if counted else None,
        values={each.issue: _worth(case, each) for each in held} if counted else None,
        walk_away=float(getattr(floors[id_], walk_away)) if counted else None,
        red_lines=lines,
        accepts={each.issue: each.accepts for each in held if each.accepts},
        ideals={each.issue: ideal for each in held if (ideal := _ideal(each)) is not None},
    )


def _positions(case: Case, party: str) -> tuple[Position, ...]:
    return tuple(each for each in case.positions if each.party == party and case.issues[each.issue].options)


def _ideal(position: Position) -> str | float | None:
    return position.place.mid if position.place is not None else position.ideal


def _worth(case: Case, position: Position) -> dict[str, float]:
    """Return the worth of every option to the party, or nothing where the case does not give it."""
    issue = case.issues[position.issue]
    if position.values:
        stated = {option: value.mid for option, value in position.values.items()}
        return stated if stated.keys() == issue.options.keys() else {}
    scaled = _issue(position.issue, issue)
    if scaled.places is None:
        return {}
    ideal = position.place.mid if position.place else scaled.place(position.ideal) if position.ideal else None
    return {} if ideal is None else values_by_distance(scaled, ideal)
