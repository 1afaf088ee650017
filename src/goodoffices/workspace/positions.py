"""Positions of parties as lines of a table, and the bargaining problem that they make."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from goodoffices.case.conditions import Atom, Not, OneOf
from goodoffices.case.names import way_out
from goodoffices.case.values import Interval
from goodoffices.errors import CaseError
from goodoffices.models.bargaining.parties import Demand, Issue, Party, values_by_distance
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.robustness import Ranges

__all__ = [
    "PositionRow",
    "doubts",
    "position_ranges",
    "positions_problem",
    "readable",
    "salience_costs",
    "snapshots",
]

CODE = re.compile(r"^([A-Z]{1,3}\d{1,3})[_ -](.+)$")


@dataclass(frozen=True, slots=True)
class PositionRow:
    """What a party wants on an issue, as a line of a table.

    Attributes:
        party: Name of the party.
        issue: Name of the issue.
        position: What it wants most, on the scale of the issue from 0 to 100.
        acceptable_low: Lowest place that it accepts; None where that is not known.
        acceptable_high: Highest place that it accepts; None where that is not known.
        salience: How much the issue weighs for it, 0 or more in any unit; None where that is not known.
        snapshot: Date or name of the state of affairs; empty where the table has only one.
        anchor_0: What place 0 of the scale means.
        anchor_100: What place 100 of the scale means.
        red_line: Whether it calls what lies outside the acceptable places a red line; None where not said.
        paraphrase: What it says or does, in the words of whoever made the table.
        position_low: Lowest place where its ideal may lie; None where that is not known.
        position_high: Highest place where its ideal may lie; None where that is not known.
        others: Names of further columns with what stands in them; they are kept and not used.
        where: File and line, or file, sheet and row; it plays no part in comparisons.
    """

    party: str
    issue: str
    position: float
    acceptable_low: float | None = None
    acceptable_high: float | None = None
    salience: float | None = None
    snapshot: str = ""
    anchor_0: str = ""
    anchor_100: str = ""
    red_line: bool | None = None
    paraphrase: str = ""
    position_low: float | None = None
    position_high: float | None = None
    others: tuple[tuple[str, str], ...] = ()
    where: str = field(default="", compare=False)

    def demand_id(self) -> str:
        """Return the id of the demand that the line becomes."""
        return f"{self.party}.{'red_line' if self.red_line else 'accepts'}.{self.issue}"


def snapshots(rows: Sequence[PositionRow]) -> tuple[str, ...]:
    """Return the snapshots of a table in the order in which they first appear."""
    return tuple(dict.fromkeys(row.snapshot for row in rows))


def positions_problem(
    rows: Sequence[PositionRow], *, sign: Sequence[str], snapshot: str | None = None, red_lines: bool = True
) -> Problem:
    """Return the bargaining problem of a table of positions.

    The options of an issue are the places at which one of those who must sign begins or ceases to accept,
    or which it wants most: between them nothing changes for any demand. A party's utility falls with the
    distance from its position, weighted by salience where it has one on each of its issues. It is held to
    its acceptable places, as red lines where the table calls them so; the table knows no walk-away values.

    Args:
        rows: The table.
        sign: Names of the parties that must sign.
        snapshot: Which snapshot counts; None where the table has only one.
        red_lines: Whether red lines are told from other demands; where not, distances between acceptable
            places are known on every issue.

    Raises:
        CaseError: If the snapshot or a party is not in the table, several snapshots are, or the saliences
            of a party sum to nothing.
    """
    some = of_snapshot(rows, snapshot)
    known = dict.fromkeys(row.party for row in some)
    for name in sign:
        if name not in known:
            raise CaseError(f"there is no party '{name}' in the table; {way_out(name, known)}")
    _check_saliences(some)
    issues = {name: _issue(name, some, sign) for name in dict.fromkeys(row.issue for row in some)}
    parties = (
        _party([row for row in some if row.party == name], issues, name in sign, red_lines) for name in known
    )
    return Problem(tuple(issues.values()), tuple(parties))


def of_snapshot(rows: Sequence[PositionRow], snapshot: str | None) -> tuple[PositionRow, ...]:
    """Return the lines of a snapshot.

    Raises:
        CaseError: If there is no such snapshot, or none was named and there are several.
    """
    known = snapshots(rows)
    if snapshot is None and len(known) > 1:
        raise CaseError(
            f"the table has the snapshots {', '.join(known)}; say which one, with --snapshot {known[-1]}"
        )
    if snapshot is not None and snapshot not in known:
        raise CaseError(f"there is no snapshot '{snapshot}' in the table; it has {', '.join(known)}")
    return tuple(row for row in rows if snapshot is None or row.snapshot == snapshot)


def doubts(rows: Sequence[PositionRow], problem: Problem) -> tuple[str, ...]:
    """Say what a table lets pass though it may be a slip.

    Args:
        rows: The lines of one snapshot.
        problem: The problem they make.

    Returns:
        A sentence for each line whose party does not accept what it wants most, and one where nobody who
        must sign has a demand.
    """
    found = [
        f"{row.where}: '{row.party}' wants {row.position:g} most and does not accept it; its acceptable "
        f"places run from {low:g} to {high:g}"
        for row in rows
        for low, high in [_ends(row)]
        if not low <= row.position <= high
    ]
    if not any(party.demands() for party in problem.concerned()):
        found.append(
            "no demand of those who must sign is coded, so that nothing can be broken: fill in "
            "acceptable_low and acceptable_high where it is known what they accept"
        )
    return tuple(found)


def position_ranges(rows: Sequence[PositionRow], *, snapshot: str | None = None) -> Ranges:
    """Return the intervals in which ideals may lie, where the table gives them."""
    places: dict[str, dict[str, Interval]] = {}
    for row in of_snapshot(rows, snapshot):
        if row.position_low is not None or row.position_high is not None:
            low = row.position if row.position_low is None else row.position_low
            high = row.position if row.position_high is None else row.position_high
            places.setdefault(row.party, {})[row.issue] = Interval(low, row.position, high)
    return Ranges(places=places)


def salience_costs(problem: Problem) -> dict[str, float]:
    """Return what giving up a demand costs if it costs what its issues weigh to its holder.

    A demand on several issues costs their sum; a walk-away value costs the sum of all. Weights are taken as
    they are given, so that they mean the same for every party only if they were coded on one scale.

    Raises:
        CaseError: If a party whose demands count has no saliences.
    """
    found = {}
    for party in problem.concerned():
        if party.weights is None:
            raise CaseError(
                f"'{party.name}' has no salience on each of its issues, so that no costs follow from them; "
                "complete them, or state costs in a table"
            )
        for demand in party.demands():
            named = set(party.weights)
            if demand.never is not None:
                named &= {atom.name for atom in demand.never.atoms()}
            found[demand.id] = math.fsum(party.weights[name] for name in sorted(named))
    return found


def readable(issue: str) -> str:
    """Write the name of an issue as a person would.

    Examples:
        >>> readable("G4_western_troops"), readable("army size")
        ('western troops (G4)', 'army size')
    """
    found = CODE.match(issue)
    words = (found[2] if found else issue).replace("_", " ").strip()
    return f"{words} ({found[1]})" if found else words


def _check_saliences(rows: Sequence[PositionRow]) -> None:
    for name in dict.fromkeys(row.party for row in rows):
        ours = [row for row in rows if row.party == name]
        given = [row.salience for row in ours if row.salience is not None]
        if len(given) == len(ours) and not any(given):
            raise CaseError(
                f"{ours[0].where}: the saliences of '{name}' sum to nothing; give at least one issue more "
                "than 0, or leave the column empty"
            )


def _issue(name: str, rows: Sequence[PositionRow], sign: Sequence[str]) -> Issue:
    ours = [row for row in rows if row.issue == name]
    counted = [row for row in ours if row.party in sign] or ours
    places = {row.position for row in counted}
    for row in counted:
        places.update(place for place in (row.acceptable_low, row.acceptable_high) if place is not None)
    ordered = tuple(sorted(places))
    return Issue(name, tuple(f"{place:.12g}" for place in ordered), ordered)


def _party(ours: Sequence[PositionRow], issues: Mapping[str, Issue], signs: bool, lines: bool) -> Party:
    weighed = all(row.salience is not None for row in ours)
    accepted = [(row, options) for row in ours if (options := _accepted(row, issues[row.issue]))]
    return Party(
        ours[0].party,
        signs,
        {row.issue: float(row.salience or 0) for row in ours} if weighed else None,
        {row.issue: values_by_distance(issues[row.issue], row.position) for row in ours} if weighed else None,
        red_lines=tuple(_red_line(row, options) for row, options in accepted if lines and row.red_line),
        accepts={row.issue: options for row, options in accepted if not (lines and row.red_line)},
        ideals={row.issue: row.position for row in ours},
    )


def _red_line(row: PositionRow, options: tuple[str, ...]) -> Demand:
    inside = OneOf(tuple(Atom(row.issue, option) for option in options))
    ends = options[0] if len(options) == 1 else f"{options[0]} to {options[-1]}"
    return Demand(row.demand_id(), row.party, f"on {readable(row.issue)}, only {ends}", Not(inside))


def _accepted(row: PositionRow, issue: Issue) -> tuple[str, ...]:
    """Return the options within the acceptable places; none where these are not known or hold no option."""
    if row.acceptable_low is None and row.acceptable_high is None:
        return ()
    low, high = _ends(row)
    return tuple(
        option
        for option, place in zip(issue.options, issue.places or (), strict=True)
        if low <= place <= high
    )


def _ends(row: PositionRow) -> tuple[float, float]:
    """Return where the acceptable places begin and end; an end that is not known is the end of the scale."""
    low = 0.0 if row.acceptable_low is None else row.acceptable_low
    return low, 100.0 if row.acceptable_high is None else row.acceptable_high
