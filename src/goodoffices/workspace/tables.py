"""Tables of positions and saliences, from CSV to a bargaining problem, and solutions as data frames."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from goodoffices.errors import CaseError
from goodoffices.models.bargaining.packages import Package, PackageList
from goodoffices.models.bargaining.parties import Issue, Party, values_by_distance
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.solution import Solution

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "PositionRow",
    "frame",
    "positions_frame",
    "positions_problem",
    "read_positions",
    "snapshots",
    "write_positions",
]

NEEDED = ("party", "issue", "position")
NUMBERS = ("position", "acceptable_low", "acceptable_high", "salience")
MAX_BYTES = 20_000_000


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


def read_positions(path: Path) -> tuple[PositionRow, ...]:
    """Read a table of positions from a CSV file.

    Columns: `party`, `issue`, `position` are needed; `acceptable_low`, `acceptable_high`, `salience`,
    `snapshot`, `anchor_0` and `anchor_100` are used where they are there, all others are passed over.

    Raises:
        CaseError: The file cannot be read, a column is missing, or a value is out of range; the message
            names the line.
    """
    table = _table(path)
    missing = [name for name in NEEDED if name not in table.columns]
    if missing:
        raise CaseError(
            f"{path} has no column {', '.join(missing)}; its columns are {', '.join(table.columns)}"
        )
    rows = tuple(
        _row(record, f"{path}:{line}") for line, record in enumerate(table.to_dict("records"), start=2)
    )
    seen: set[tuple[str, str, str]] = set()
    for line, row in enumerate(rows, start=2):
        key = (row.snapshot, row.party, row.issue)
        if key in seen:
            raise CaseError(f"{path}:{line}: '{row.party}' has a second position on '{row.issue}'; keep one")
        seen.add(key)
    return rows


def write_positions(rows: Iterable[PositionRow], path: Path) -> None:
    """Write a table of positions as a CSV file that reads back equal.

    Raises:
        BriefError: The place cannot be written to.
    """
    from goodoffices.workspace.files import write_atomically  # noqa: PLC0415 - only writing needs it

    write_atomically(path, positions_frame(rows).to_csv(index=False, lineterminator="\n"))


def positions_frame(rows: Iterable[PositionRow]) -> pd.DataFrame:
    """Return positions as a data frame, one line each."""
    import pandas as pd  # noqa: PLC0415 - loads slowly

    names = list(PositionRow.__slots__)
    return pd.DataFrame([[getattr(row, name) for name in names] for row in rows], columns=names)


def snapshots(rows: Sequence[PositionRow]) -> tuple[str, ...]:
    """Return the snapshots of a table in the order in which they first appear."""
    return tuple(dict.fromkeys(row.snapshot for row in rows))


def positions_problem(
    rows: Sequence[PositionRow], *, sign: Sequence[str], snapshot: str | None = None
) -> Problem:
    """Return the bargaining problem of a table of positions.

    The options of an issue are the places at which one of those who must sign begins or ceases to accept,
    or which it wants most: between them nothing changes for any demand. A party's utility falls with the
    distance from its position, weighted by salience where it has one on each of its issues. It is held to
    its acceptable places; the table knows no walk-away values.

    Args:
        rows: The table.
        sign: Names of the parties that must sign.
        snapshot: Which snapshot counts; None where the table has only one.

    Raises:
        CaseError: If the snapshot or a party is not in the table, or several snapshots are.
    """
    some = _of_snapshot(rows, snapshot)
    known = dict.fromkeys(row.party for row in some)
    for name in sign:
        if name not in known:
            raise CaseError(f"there is no party '{name}' in the table; its parties are {', '.join(known)}")
    issues = {name: _issue(name, some, sign) for name in dict.fromkeys(row.issue for row in some)}
    return Problem(tuple(issues.values()), tuple(_party(name, some, issues, name in sign) for name in known))


def frame(solution: Solution[Any, Any]) -> pd.DataFrame:
    """Return the packages of a solution as a data frame, one line each.

    Columns are the issues, then `utility of` and `gain of` each party with numbers, then `broken`.

    Args:
        solution: Its outcome is a list of packages or a sequence of things that have a package each.

    Raises:
        CaseError: If the outcome holds no packages.
    """
    import pandas as pd  # noqa: PLC0415 - loads slowly

    return pd.DataFrame([_record(package) for package in _packages(solution.outcome)])


def _packages(outcome: object) -> list[Package]:
    if isinstance(outcome, PackageList):
        return list(outcome.packages)
    if isinstance(outcome, Sequence):
        found = [getattr(one, "package", one) for one in outcome]
        if all(isinstance(one, Package) for one in found):
            return [one for one in found if isinstance(one, Package)]
    raise CaseError("the outcome of this solution is no list of packages; use its fields instead")


def _record(package: Package) -> dict[str, object]:
    utilities = {
        f"utility of {name}": value for name, value in package.utilities.items() if value is not None
    }
    gains = {f"gain of {name}": value for name, value in package.gains.items() if value is not None}
    return {**package.terms, **utilities, **gains, "broken": ", ".join(package.broken)}


def _table(path: Path) -> pd.DataFrame:
    import pandas as pd  # noqa: PLC0415 - loads slowly

    if path.suffix.lower() != ".csv":
        raise CaseError(f"{path} is no CSV file; save the sheet as CSV in UTF-8")
    try:
        if path.stat().st_size > MAX_BYTES:
            raise CaseError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB; keep to the positions")
        return pd.read_csv(
            path, dtype=str, keep_default_na=False, encoding="utf-8-sig", skipinitialspace=True
        )
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}); check its name") from error
    except (UnicodeDecodeError, pd.errors.ParserError, pd.errors.EmptyDataError) as error:
        raise CaseError(f"{path} is no CSV table in UTF-8: {error}".strip()) from error


def _row(record: Mapping[Any, Any], where: str) -> PositionRow:
    numbers = {name: _number(str(record.get(name, "")), name, where) for name in NUMBERS}
    position = numbers["position"]
    if position is None or not all(str(record[name]).strip() for name in ("party", "issue")):
        raise CaseError(f"{where}: a line needs a party, an issue and a position")
    low, high = numbers["acceptable_low"], numbers["acceptable_high"]
    if low is not None and high is not None and low > high:
        raise CaseError(f"{where}: the acceptable places run from {low:g} to {high:g}; put the lower first")
    return PositionRow(
        str(record["party"]).strip(),
        str(record["issue"]).strip(),
        position,
        low,
        high,
        numbers["salience"],
        str(record.get("snapshot", "")).strip(),
        str(record.get("anchor_0", "")).strip(),
        str(record.get("anchor_100", "")).strip(),
    )


def _number(text: str, name: str, where: str) -> float | None:
    if not text.strip():
        return None
    try:
        value = float(text)
    except ValueError:
        raise CaseError(f"{where}: '{text}' is no number for {name}") from None
    highest = math.inf if name == "salience" else 100.0
    if not (0 <= value <= highest and math.isfinite(value)):
        raise CaseError(f"{where}: {name} is {text}; it lies from 0 to {highest:g}")
    return value


def _of_snapshot(rows: Sequence[PositionRow], snapshot: str | None) -> tuple[PositionRow, ...]:
    known = snapshots(rows)
    if snapshot is None and len(known) > 1:
        raise CaseError(f"the table has the snapshots {', '.join(known)}; say which one")
    if snapshot is not None and snapshot not in known:
        raise CaseError(f"there is no snapshot '{snapshot}' in the table; it has {', '.join(known)}")
    return tuple(row for row in rows if snapshot is None or row.snapshot == snapshot)


def _issue(name: str, rows: Sequence[PositionRow], sign: Sequence[str]) -> Issue:
    ours = [row for row in rows if row.issue == name]
    counted = [row for row in ours if row.party in sign] or ours
    places = {row.position for row in counted}
    for row in counted:
        places.update(place for place in (row.acceptable_low, row.acceptable_high) if place is not None)
    ordered = tuple(sorted(places))
    return Issue(name, tuple(f"{place:g}" for place in ordered), ordered)


def _party(name: str, rows: Sequence[PositionRow], issues: Mapping[str, Issue], signs: bool) -> Party:
    ours = [row for row in rows if row.party == name]
    weighed = all(row.salience is not None for row in ours) and any(row.salience for row in ours)
    return Party(
        name,
        signs,
        {row.issue: float(row.salience or 0) for row in ours} if weighed else None,
        {row.issue: values_by_distance(issues[row.issue], row.position) for row in ours} if weighed else None,
        accepts={row.issue: accepted for row in ours if (accepted := _accepted(row, issues[row.issue]))},
        ideals={row.issue: row.position for row in ours},
    )


def _accepted(row: PositionRow, issue: Issue) -> tuple[str, ...]:
    """Return the options within the acceptable places; none where these are not known or hold no option."""
    if row.acceptable_low is None and row.acceptable_high is None:
        return ()
    low = 0.0 if row.acceptable_low is None else row.acceptable_low
    high = 100.0 if row.acceptable_high is None else row.acceptable_high
    return tuple(
        option
        for option, place in zip(issue.options, issue.places or (), strict=True)
        if low <= place <= high
    )
