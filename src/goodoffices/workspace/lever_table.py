"""Read reported means of leverage from a table beside a case, and write them as entries of a case file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Leverage
from goodoffices.case.values import Interval
from goodoffices.case.write import case_text
from goodoffices.errors import CaseError
from goodoffices.workspace.files import check_file

__all__ = ["LeverTable", "as_entries", "load_lever_table"]

MAX_BYTES = 1_000_000
NEEDED = ("holder", "target", "source")
KNOWN = (
    *NEEDED,
    *("means", "channel", "value", "unit", "date", "status", "claim_status", "claimed_by", "coder"),
    *("caveat", "note", "share_low", "share", "share_high"),
    *("willingness_low", "willingness", "willingness_high"),
)
NO_SOURCE = ("general knowledge", "unknown", "-")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LeverTable:
    """What a table says of levers.

    Attributes:
        levers: The levers that it gives, as entries of the case.
        problems: Lines that were not taken, each with place, reason and way out.
    """

    levers: tuple[Leverage, ...]
    problems: tuple[str, ...]


def load_lever_table(path: Path, case: Case) -> LeverTable:
    """Read levers from a CSV file in UTF-8.

    Needed columns are `holder`, `target` and `source`; parties are known by id, name or alias. Read as well
    are `means` (or `channel`), `status` (or `claim_status`), `claimed_by`, `coder`, `caveat` (or `note`) and
    what a source reports: `value`, `unit`, `date`, which become part of the note. A figure is never made a
    share: shares and willingness are taken only from `share_low`, `share`, `share_high` and
    `willingness_low`, `willingness`, `willingness_high`. Other columns are left aside.

    Args:
        path: The table.
        case: The case whose parties it speaks of.

    Raises:
        CaseError: The file cannot be read, or a needed column is missing.
    """
    reader = csv.DictReader(io.StringIO(_text(path)), restval="")
    heading = tuple(reader.fieldnames or ())
    for name in NEEDED:
        if name not in heading:
            raise CaseError(
                f"{path}: there is no column '{name}'; its first line must name the columns "
                f"{', '.join(NEEDED)}, and of {', '.join(KNOWN[3:])} those that there are"
            )
    levers, problems = [], []
    try:
        for row in reader:
            cells = {name: (row.get(name) or "").strip() for name in KNOWN}
            if any(cells.values()):
                try:
                    levers.append(_lever(cells, case))
                except (CaseError, ValidationError) as error:
                    problems.append(f"{path}:{reader.line_num}: {_told(error)}")
    except csv.Error as error:
        raise CaseError(f"{path}:{reader.line_num}: not readable as CSV: {error}; save it anew") from None
    return LeverTable(tuple(levers), tuple(problems))


def as_entries(levers: Sequence[Leverage]) -> str:
    """Return levers as the lines that a case file needs for them."""
    if not levers:
        return "leverage: []\n"
    text = case_text(Case(title="none", leverage=tuple(levers)))
    return text[text.index("leverage:") :]


def _text(path: Path) -> str:
    try:
        check_file(path)
        raw = path.read_bytes()
    except OSError as error:
        raise CaseError(f"{path} cannot be read ({error.strerror}); name the table of levers") from None
    if len(raw) > MAX_BYTES:
        raise CaseError(f"{path}: {len(raw):,} bytes are more than such a table may have ({MAX_BYTES:,})")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CaseError(f"{path}: byte {error.start} is not UTF-8; save the table as CSV in UTF-8") from None


def _told(error: CaseError | ValidationError) -> str:
    if isinstance(error, CaseError):
        return str(error)
    return str(error.errors()[0]["msg"]).removeprefix("Value error, ")


def _lever(cells: Row, case: Case) -> Leverage:
    status = _status(cells["status"] or cells["claim_status"])
    source = cells["source"]
    if source.casefold() in {"", *NO_SOURCE}:
        raise CaseError(f"the source is {source!r}, and a value needs one; name it, or leave the line out")
    claimed = cells["claimed_by"]
    return Leverage(
        _party(cells["holder"], case, "holder"),
        _party(cells["target"], case, "target"),
        Coding(status=status, source=source, coder=cells["coder"] or None, note=_note(cells, case)),
        cells["means"] or cells["channel"] or None,
        _interval(cells, "share"),
        _interval(cells, "willingness"),
        _party(claimed, case, "claimed_by") if claimed else None,
    )


def _status(text: str) -> Status:
    """Return the status that a text begins with, as "claim by a party" begins with "claim"."""
    word = (text.split() or ["reported"])[0].casefold()
    if word not in set(Status):
        raise CaseError(f"the status is {text[:60]!r}; begin it with {', '.join(Status)}")
    return Status(word)


def _party(name: str, case: Case, column: str) -> str:
    wanted = name.casefold()
    for id_, party in case.parties.items():
        if wanted in {id_.casefold(), party.name.casefold(), *(one.casefold() for one in party.aliases)}:
            return id_
    if not name:
        raise CaseError(f"the {column} is missing; name a party of the case")
    raise CaseError(
        f"the {column} is {name[:60]!r}, and no party of the case is called so; add it to the case as a "
        "party, or to one of its parties as an alias"
    )


def _interval(cells: Row, name: str) -> Interval | None:
    low, mid, high = (cells[column] for column in (f"{name}_low", name, f"{name}_high"))
    if not (low or mid or high):
        return None
    try:
        numbers = [float(one) for one in (low or mid, mid, high or mid)]
    except ValueError:
        raise CaseError(
            f"'{name}' is {[low, mid, high]}; give a number in the column '{name}', and where it is not "
            f"certain a lowest and a highest in '{name}_low' and '{name}_high'"
        ) from None
    return Interval(*numbers)


def _note(cells: Row, case: Case) -> str | None:
    """Return what the source reports, its caveats, and whether it is later than what the case describes."""
    figure = " ".join(part for part in (cells["value"], cells["unit"]) if part)
    day, snapshot = cells["date"], case.snapshot.isoformat() if case.snapshot else ""
    when = f" ({day})" if figure and day else ""
    late = bool(snapshot) and day > snapshot[: len(day)]
    said = (
        f"Reported: {figure}{when}" if figure else "",
        cells["caveat"],
        cells["note"],
        f"later than the state of affairs that is coded ({snapshot})" if late else "",
    )
    return "; ".join(part for part in said if part) or None
