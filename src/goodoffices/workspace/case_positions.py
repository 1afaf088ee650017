"""The positions of a case as lines of a table, with what a table has no place for."""

from __future__ import annotations

from goodoffices.case.case import Case
from goodoffices.case.terms import Position
from goodoffices.workspace.positions import PositionRow

__all__ = ["case_positions"]


def case_positions(case: Case) -> tuple[tuple[PositionRow, ...], tuple[str, ...]]:
    """Return the positions that have a place, on issues whose options have places, and what is left out.

    The acceptable places run from the lowest to the highest option that the party could live with; salience
    is on the scale from 0 to 100.

    Returns:
        The lines, and in words what the table has no place for.
    """
    rows, left = [], []
    snapshot = case.snapshot.isoformat() if case.snapshot else ""
    for each in case.positions:
        issue = case.issues[each.issue]
        places = {id_: option.place for id_, option in issue.options.items() if option.place is not None}
        place = each.place.mid if each.place else places.get(each.ideal or "")
        if place is None:
            left.append(f"{case.parties[each.party].name} on {issue.name}: it has no place on a scale")
            continue
        rows.append(_row(case, each, place, places, snapshot))
    left += [f"{case.parties[w.party].name}: its walk-away value" for w in case.walk_away]
    left += [
        f"{case.parties[line.party].name}: red line '{line.name or line.never}'" for line in case.red_lines
    ]
    left += [f"impossible: {one.condition}" for one in case.impossible]
    return tuple(rows), tuple(left)


def _row(
    case: Case, position: Position, place: float, places: dict[str, float], snapshot: str
) -> PositionRow:
    issue = case.issues[position.issue]
    accepted = [places[option] for option in position.accepts if option in places]
    return PositionRow(
        case.parties[position.party].name,
        issue.name,
        place,
        min(accepted, default=None),
        max(accepted, default=None),
        None if position.salience is None else round(100 * position.salience.mid, 9),
        snapshot,
        issue.low or "",
        issue.high or "",
        position_low=position.place.low if position.place else None,
        position_high=position.place.high if position.place else None,
    )
