"""Codings of reports that a person wrote by hand: YAML in, with every word found again in its report."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.gold import (
    Coding,
    GoldDistance,
    GoldOption,
    GoldPrecedent,
    GoldRelation,
    GoldStatement,
    Parties,
)
from goodoffices.statements.statement import Modality, RelationKind
from goodoffices.statements.verbatim import find_verbatim
from goodoffices.workspace.interval_file import table
from goodoffices.workspace.placed import Place, listed, optional

__all__ = ["read_coding"]

T = TypeVar("T")
Named = TypeVar("Named", bound=StrEnum)

HEAD = ("title", "process", "year", "style", "coder", "coded", "conduct")
LISTS = ("statements", "relations", "precedents", "options", "distances")
STATEMENT = (
    *("id", "who", "party", "person", "act", "negated", "modality", "target", "evidence", "content"),
    *("issues", "answers", "again", "doubtful", "construction"),
)


def read_coding(path: Path, report: Report) -> Coding:
    """Read the coding of a report.

    Args:
        path: The YAML file; `docs/how-to/evaluate-the-reader.md` shows its keys.
        report: The report that was coded.

    Raises:
        CaseError: The file cannot be read, or is no YAML.
        ModelError: A key or value is not known, or words are not in the report; names file, line, column.
    """
    parts = Place(path, "", "coding", table(path)).fields((*HEAD, *LISTS), ("coder", "coded"))
    statements = tuple(_statement(one, report) for one in listed(parts, "statements"))
    _check_ids(parts, statements)
    return Coding(
        report.id,
        statements,
        tuple(_relation(one, report) for one in listed(parts, "relations")),
        tuple(_precedent(one, report) for one in listed(parts, "precedents")),
        tuple(_option(one, report) for one in listed(parts, "options")),
        tuple(_distance(one, report) for one in listed(parts, "distances")),
        conduct=optional(parts, "conduct", _truth, default=False),
    )


def _check_ids(parts: dict[str, Place], statements: tuple[GoldStatement, ...]) -> None:
    ids = [one.id for one in statements]
    for place, one in zip(listed(parts, "statements"), statements, strict=True):
        if ids.count(one.id) > 1:
            raise place.refuse(f"the id '{one.id}' is given twice; every statement needs its own")
        for answered in one.answers:
            if answered not in ids:
                raise place.refuse(f"'{one.id}' answers '{answered}', which is no statement of this file")


def _statement(place: Place, report: Report) -> GoldStatement:
    parts = place.fields(STATEMENT, ("id", "who", "party", "act", "evidence", "construction"))
    evidence = _words(parts["evidence"], report)
    who = parts["who"].text()
    _find(parts["who"], report, None)
    return GoldStatement(
        id=parts["id"].text(),
        who=who,
        parties=_parties(parts["party"]),
        acts=_several(parts["act"], lambda one: _named(one, Act)),
        evidence=evidence,
        person=optional(parts, "person", Place.text, None),
        content=_words(parts["content"], report, evidence) if "content" in parts else None,
        negated=optional(parts, "negated", lambda one: _several(one, _truth), (False,)),
        modalities=optional(
            parts,
            "modality",
            lambda one: _several(one, lambda each: _named(each, Modality)),
            (Modality.PLAIN,),
        ),
        targets=optional(parts, "target", _parties, ()),
        issues=tuple(one.text() for one in listed(parts, "issues")),
        answers=tuple(one.text() for one in listed(parts, "answers")),
        construction=parts["construction"].text(),
        again=tuple(_words(one, report) for one in listed(parts, "again")),
        doubtful=optional(parts, "doubtful", _truth, default=False),
    )


def _relation(place: Place, report: Report) -> GoldRelation:
    parts = place.fields(
        ("kind", "source", "target", "claimed_by", "evidence", "doubtful", "negated"),
        ("kind", "source", "evidence"),
    )
    return GoldRelation(
        _named(parts["kind"], RelationKind),
        _parties(parts["source"]),
        _words(parts["evidence"], report),
        optional(parts, "target", _parties, ()),
        optional(parts, "claimed_by", _parties, (None,)),
        optional(parts, "doubtful", _truth, default=False),
        optional(parts, "negated", _truth, default=False),
    )


def _precedent(place: Place, report: Report) -> GoldPrecedent:
    parts = place.fields(("name", "year", "claimed_by", "evidence"), ("name", "evidence"))
    return GoldPrecedent(
        parts["name"].text(),
        _words(parts["evidence"], report),
        int(parts["year"].number()) if "year" in parts else None,
        optional(parts, "claimed_by", _parties, (None,)),
    )


def _option(place: Place, report: Report) -> GoldOption:
    parts = place.fields(("content", "evidence", "issues"), ("content", "evidence"))
    evidence = _words(parts["evidence"], report)
    return GoldOption(_words(parts["content"], report, evidence), evidence)


def _distance(place: Place, report: Report) -> GoldDistance:
    parts = place.fields(("parties", "evidence", "issues"), ("parties", "evidence"))
    return GoldDistance(
        tuple(one.text() for one in listed(parts, "parties")), _words(parts["evidence"], report)
    )


def _several(place: Place, read: Callable[[Place], T]) -> tuple[T, ...]:
    """Return one value, or all of a list."""
    if not isinstance(place.value, list):
        return (read(place),)
    if not place.value:
        raise place.refuse("the list is empty; give at least one value")
    return tuple(read(one) for one in place.items())


def _parties(place: Place) -> Parties:
    return _several(place, lambda one: None if one.value is None else one.text())


def _truth(place: Place) -> bool:
    if not isinstance(place.value, bool):
        raise place.refuse(f"{place.key!r} must be true or false, but is {str(place.value)[:60]!r}")
    return place.value


def _named(place: Place, kinds: type[Named]) -> Named:
    text = place.text()
    if text not in list(kinds):
        raise place.refuse(f"{text[:60]!r} is not known; give one of {', '.join(kinds)}")
    return kinds(text)


def _words(place: Place, report: Report, within: Span | None = None) -> Span:
    place.text()
    return _find(place, report, within)


def _find(place: Place, report: Report, within: Span | None) -> Span:
    """Return where the words stand, the first place where they do not begin or end within a word."""
    words, rest = place.text(), within or Span(0, len(report.text))
    while found := find_verbatim(report, words, within=rest):
        if _whole(report.text, found):
            return found
        if found.start + 1 == rest.end:
            break
        rest = Span(found.start + 1, rest.end)
    where = "its evidence" if within else f"report '{report.id}'"
    raise place.refuse(f"{words[:80]!r} does not stand in {where}; copy the very words")


def _whole(text: str, span: Span) -> bool:
    before, after = text[span.start - 1 : span.start] if span.start else "", text[span.end : span.end + 1]
    return not (before.isalnum() and text[span.start].isalnum()) and not (
        after.isalnum() and text[span.end - 1].isalnum()
    )
