"""What a person changes in a finding, in plain words: whom it is of, what it does, which words show it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report, Span
from goodoffices.statements.coded import Coded, Kept, decode, encode
from goodoffices.statements.decisions import Finding
from goodoffices.statements.forms import ACTOR, FORMS, Form, form_of
from goodoffices.statements.party_list import PartyList
from goodoffices.statements.verbatim import find_verbatim

CLEAR = "-"
"""Stands for nothing, where an empty answer means: as it was."""


def amend(finding: Kept, report: Report, changes: Mapping[str, str], parties: PartyList) -> Kept:
    """Return a finding as a person wants it.

    Args:
        finding: The finding.
        report: Its report.
        changes: Some of the fields that its form has. Words are given as they stand in the report and are
            looked for; a party by its name, alias or id, or as 'new: NAME'; '-' takes out what may be
            missing.
        parties: Who can be named.

    Raises:
        CaseError: A field is unknown, nobody bears a name, or words are not in the report.
    """
    coded = _coded(form_of(finding), finding.id, report, changes, finding)
    return decode(_named_as(coded, report, finding, parties), report, finding, parties)


def new_finding(
    kind: str, id_: str, report: Report, changes: Mapping[str, str], parties: PartyList
) -> Finding:
    """Return a finding that a person made.

    Args:
        kind: A statement, a relation, a precedent, an option or a distance.
        id_: Its id.
        report: The report.
        changes: Some of the fields that its form has, those included that it requires. Without a cue, all
            words of a statement show its act.
        parties: Who can be named.

    Raises:
        CaseError: As for `amend`, or one that is needed is missing.
    """
    form = FORMS[kind]
    missing = [name for name in form.required if not changes.get(name)]
    if missing:
        raise CaseError(f"a new {kind} needs {', '.join(missing)}")
    given = {"cue": changes["words"], **changes} if "cue" in form.parts else changes
    coded = _coded(form, id_, report, given, None)
    return decode(_named_as(coded, report, None, parties), report, None, parties)


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


def _coded(form: Form, id_: str, report: Report, changes: Mapping[str, str], base: Finding | None) -> Coded:
    unknown = [name for name in changes if name not in form.fields]
    if unknown:
        raise CaseError(
            f"'{unknown[0]}' is nothing that can be changed in {form.called}; fields are "
            f"{', '.join(form.fields)}"
        )
    values: dict[str, str] = {}
    for name, said in changes.items():
        if name not in form.parts:
            values[f"{name}_party" if name in form.who else name] = "" if said == CLEAR else said
    for who in form.who:
        if values.get(f"{who}_party") == "" and who not in form.needed:
            values |= {f"{who}{ending}": "" for ending in ACTOR}
    return Coded(id_, report.id, values=values, spans=_spans(form, report, changes, base), kind=form.kind)


def _named_as(coded: Coded, report: Report, base: Finding | None, parties: PartyList) -> Coded:
    """Resolve names by the report's date, since a person speaks for a party only while in office."""
    values = dict(coded.values)
    for who in coded.form.who:
        said = values.get(f"{who}_party", "")
        if not said or said.lower().startswith("new:"):
            continue
        found = parties.resolve(said, on=report.date)
        values[f"{who}_party"] = found.party or ""
        values[f"{who}_name"] = found.name or ""
        if found.person:
            values[f"{who}_person"] = found.person
        if base is None or getattr(base, who) is None:
            values[who] = said
    return replace(coded, values=values)


def _spans(
    form: Form, report: Report, changes: Mapping[str, str], base: Finding | None
) -> dict[str, tuple[Span, ...]]:
    places: dict[str, tuple[Span, ...]] = {}
    near = base.evidence.span if base else None
    for part in form.parts:
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
    if base is not None and places.get("words") and "reasons" in form.parts and "reasons" not in places:
        held = places["words"][0]
        reasons = encode(base).spans["reasons"]
        places["reasons"] = tuple(one for one in reasons if held.start <= one.start and one.end <= held.end)
    return places
