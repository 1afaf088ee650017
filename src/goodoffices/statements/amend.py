"""What a person changes in a statement, in plain words: whom it is of, what it does, which words show it."""

from __future__ import annotations

from collections.abc import Mapping

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.coded import Coded, decode, encode
from goodoffices.statements.party_list import PartyList
from goodoffices.statements.statement import Statement
from goodoffices.statements.verbatim import find_verbatim

FIELDS = (
    "actor",
    "act",
    "negated",
    "modality",
    "target",
    "words",
    "cue",
    "content",
    "condition",
    "reasons",
    "issues",
    "date",
)
"""What can be changed, by the names that people use."""
CLEAR = "-"
"""Stands for nothing, where an empty answer means: as it was."""
_QUOTED = ("words", "cue", "content", "condition", "reasons")
_NAMED = {"actor": "actor_party", "target": "target_party"}


def amend(statement: Statement, report: Report, changes: Mapping[str, str], parties: PartyList) -> Statement:
    """Return a statement as a person wants it.

    Args:
        statement: The statement.
        report: Its report.
        changes: Some of `FIELDS`. Words are given as they stand in the report and are looked for; a party by
            its name, alias or id, or as 'new: NAME'; '-' takes out what may be missing.
        parties: Who can be named.

    Raises:
        CaseError: A field is unknown, nobody bears a name, or words are not in the report.
    """
    return decode(_coded(statement.id, report, changes, statement, parties), report, statement, parties)


def new_statement(id_: str, report: Report, changes: Mapping[str, str], parties: PartyList) -> Statement:
    """Return a statement that a person found.

    Args:
        id_: Its id.
        report: The report.
        changes: Some of `FIELDS`; `words`, `actor` and `act` are needed. Without a cue, all words show the
            act.
        parties: Who can be named.

    Raises:
        CaseError: As for `amend`, or one that is needed is missing.
    """
    missing = [name for name in ("words", "actor", "act") if not changes.get(name)]
    if missing:
        raise CaseError(f"a new statement needs {', '.join(missing)}")
    given = {"cue": changes["words"], **changes}
    coded = _coded(id_, report, given, None, parties)
    return decode(coded, report, None, parties)


def requote(report: Report, words: str, near: Span | None) -> Span | None:
    """Return where a report has some words: near a place, else in the passage round it, else anywhere.

    Args:
        report: The report.
        words: The words, as they stand there.
        near: The place; None where there is none.
    """
    rounds: list[Span | None] = [None]
    if near is not None:
        around = [one for one in report.passages if one.start <= near.start < one.end]
        rounds = [near, *around, None]
    return next((found for one in rounds if (found := find_verbatim(report, words, within=one))), None)


def _coded(
    id_: str, report: Report, changes: Mapping[str, str], base: Statement | None, parties: PartyList
) -> Coded:
    unknown = [name for name in changes if name not in FIELDS]
    if unknown:
        raise CaseError(f"'{unknown[0]}' is nothing that can be changed; fields are {', '.join(FIELDS)}")
    values: dict[str, str] = {}
    for name, said in changes.items():
        if name not in _QUOTED:
            values[_NAMED.get(name, name)] = "" if said == CLEAR else said
    if values.get("target_party") == "":
        values |= dict.fromkeys(("target", "target_name", "target_person", "target_role", "target_by"), "")
    values = _named_as(values, report, base, parties)
    return Coded(id_, report.id, values=values, spans=_spans(report, changes, base))


def _named_as(
    values: dict[str, str], report: Report, base: Statement | None, parties: PartyList
) -> dict[str, str]:
    """Resolve names by the report's date, since a person speaks for a party only while in office."""
    for who in ("actor", "target"):
        said = values.get(f"{who}_party", "")
        if not said or said.lower().startswith("new:"):
            continue
        found = parties.resolve(said, on=report.date)
        values[f"{who}_party"] = found.party or ""
        values[f"{who}_name"] = found.name or ""
        if found.person:
            values[f"{who}_person"] = found.person
        if base is None or (who == "target" and base.target is None):
            values[who] = said
    return values


def _spans(report: Report, changes: Mapping[str, str], base: Statement | None) -> dict[str, tuple[Span, ...]]:
    places: dict[str, tuple[Span, ...]] = {}
    near = base.evidence.span if base else None
    for part in _QUOTED:
        said = changes.get(part)
        if said is None:
            continue
        if said == CLEAR:
            places[part] = ()
            continue
        found = requote(report, said, near)
        if found is None:
            raise CaseError(
                f"{part}: '{said[:60]}' is not in report '{report.id}'; copy the words as they stand there"
            )
        places[part] = (found,)
        near = found if part == "words" else near
    if base is not None and places.get("words") and "reasons" not in places:
        held = places["words"][0]
        reasons = encode(base).spans["reasons"]
        places["reasons"] = tuple(one for one in reasons if held.start <= one.start and one.end <= held.end)
    return places
