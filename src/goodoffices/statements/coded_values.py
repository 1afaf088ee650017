"""The values of a finding out of the texts that a person or a tool gives, each checked against its rule."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any, TypeVar

from goodoffices.errors import CaseError
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.decisions import Finding
from goodoffices.statements.forms import ACTOR
from goodoffices.statements.party_list import PartyList
from goodoffices.statements.statement import Actor, Manner, Modality, RelationKind
from goodoffices.statements.verbatim import find_verbatim, fold

ATTRIBUTES = dict(zip(ACTOR, ("text", "party", "name", "person", "role", "resolved_by"), strict=True))
"""Attributes of an actor by the endings of values' names."""
_SLUG = re.compile(r"[^a-z0-9]+")
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Given:
    """What values are checked against.

    Attributes:
        report: The report.
        base: The finding as it is now; None for a new one.
        parties: Who can be named; None to take every party as it comes.
    """

    report: Report
    base: Finding | None
    parties: PartyList | None


def text_of(value: object) -> str:
    """Return a value of a finding as text; nothing for none, for no, and for a plain modality."""
    match value:
        case None | False | Modality.PLAIN:
            return ""
        case True:
            return "yes"
        case dt.date():
            return value.isoformat()
        case tuple():
            actors = any(isinstance(one, Actor) for one in value)
            return ("; " if actors else " ").join(map(_item, value))
        case _:
            return str(value)


def _item(one: object) -> str:
    return (one.party or one.label) if isinstance(one, Actor) else str(one)


def made(name: str, said: str, given: Given) -> object:
    """Return the value that a text stands for.

    Raises:
        CaseError: It stands for none.
    """
    return _MAKERS[name](said, given)


def actor_of(changed: Mapping[str, str], who: str, given: Given) -> Actor | None:
    """Return somebody after a change; another party brings its own name, and its speaker is another one.

    Whose words were taken out, and who is no other party now, is gone.

    Args:
        changed: What is known of them anew, by the names of values.
        who: The value that names them.
        given: What that is checked against.

    Raises:
        CaseError: Nobody bears a name, or more than one does.
    """
    said = {ATTRIBUTES[ending]: changed[who + ending] for ending in ACTOR if who + ending in changed}
    before: Actor | None = getattr(given.base, who) if given.base else None
    if before is not None and said.get("text") == "" and not said.get("party"):
        return None
    held = {name: (getattr(before, name) or "") if before else "" for name in ATTRIBUTES.values()}
    _check_words(said.get("text", ""), given.report)
    merged = held | said
    if not (merged["text"] or merged["party"] or merged["name"] or merged["person"]):
        return None
    if before is not None and "resolved_by" not in said:
        merged["resolved_by"] = "coder"
    _resolve(merged, said, before, given.parties)
    text = merged["text"] or merged["person"] or merged["name"] or merged["party"]
    return Actor(
        text,
        merged["party"] or None,
        merged["name"] or None,
        merged["person"] or None,
        merged["role"] or None,
        merged["resolved_by"] or "coder",
    )


def _check_words(words: str, report: Report) -> None:
    """Refuse words for somebody that the report does not have, in capitals or not.

    Raises:
        CaseError: They do not stand there.
    """
    if words.strip() and fold(words).casefold() not in fold(report.text).casefold():
        raise CaseError(
            f"the words '{words[:60]}' are not in report '{report.id}'; copy them as they stand and name "
            "another party in the field for the party"
        )


def _resolve(
    merged: dict[str, str], said: Mapping[str, str], before: Actor | None, parties: PartyList | None
) -> None:
    party = said.get("party")
    if party and parties is not None:
        found = _named(party, parties)
        merged["party"], name = found.party or "", found.name or ""
        merged["name"] = said.get("name") or name
        merged["person"] = said.get("person") or found.person or ""
        if before is not None and not before.party:
            merged["person"] = merged["person"] or before.person or ""
        elif before is not None:
            merged["role"] = said.get("role") or ""
    elif party == "" and "name" not in said:
        merged["name"] = ""


def _named(words: str, parties: PartyList) -> Actor:
    """Return the party that was named, or a new one after 'new:'."""
    if words.lower().startswith("new:"):
        name = words[4:].strip()
        id_ = _SLUG.sub("_", name.lower()).strip("_")
        if not id_ or not id_[0].isalpha():
            raise CaseError(f"'{words}' names nobody; write 'new: ' and a name")
        return Actor(name, id_, name, resolved_by="coder")
    return parties.resolve(words)


def _choice(kind: type[Choice], name: str) -> Callable[[str, Given], Choice]:
    def chosen(said: str, _given: Given) -> Choice:
        try:
            return kind(said.strip().lower() or ("plain" if name == "modality" else ""))
        except ValueError:
            raise CaseError(f"'{said}' is no {name}; give one of {', '.join(kind)}") from None

    return chosen


def _yes(said: str, _given: Given) -> bool:
    plain = said.strip().lower()
    if plain not in {"yes", "no", "", "true", "false"}:
        raise CaseError(f"negated is '{said}'; write yes or no")
    return plain in {"yes", "true"}


def _day(said: str, _given: Given) -> dt.date | None:
    try:
        return dt.date.fromisoformat(said) if said else None
    except ValueError:
        raise CaseError(f"'{said}' is no date; write it as 2025-08-22") from None


def _ids(said: str, _given: Given) -> tuple[str, ...]:
    return tuple(said.replace(",", " ").replace(";", " ").split())


def _name(said: str, given: Given) -> str:
    """Return the report's own words for a precedent."""
    found = find_verbatim(given.report, said)
    if said and found is None:
        raise CaseError(
            f"name: '{said[:60]}' is not in report '{given.report.id}'; copy the words as they stand there"
        )
    return " ".join(given.report.cut(found).split()) if found else ""


def _year(said: str, given: Given) -> int | None:
    if not said:
        return None
    if not re.fullmatch(r"[12]\d{3}", said):
        raise CaseError(f"'{said}' is no year; write it as 1994")
    if not re.search(rf"(?<!\d){said}(?!\d)", given.report.text):
        raise CaseError(
            f"the year {said} does not stand in report '{given.report.id}'; give one that it states, or none"
        )
    return int(said)


def _parties(said: str, given: Given) -> tuple[Actor, ...]:
    """Return parties parted by semicolons; who was there before stays as they were."""
    held = {
        name: actor
        for actor in getattr(given.base, "parties", ())
        for name in (actor.text, actor.name, actor.party)
        if name
    }
    listed = [one.strip() for one in said.split(";") if one.strip()]
    return tuple(held.get(one) or _one_of(one, given.parties) for one in listed)


def _one_of(said: str, parties: PartyList | None) -> Actor:
    """Return a party of several; an id is no word of the report, so that the name stands for its words."""
    found = _named(said, parties) if parties else Actor(said, said)
    return replace(found, text=found.name or said) if found.text == found.party else found


_MAKERS: Mapping[str, Callable[[str, Given], Any]] = {
    "act": _choice(Act, "act"),
    "manner": _choice(Manner, "manner"),
    "modality": _choice(Modality, "modality"),
    "kind": _choice(RelationKind, "kind"),
    "negated": _yes,
    "date": _day,
    "rule": lambda said, _given: said,
    "confirmed_by": lambda said, _given: said or None,
    "of": lambda said, _given: said or None,
    "issues": _ids,
    "answers": _ids,
    "name": _name,
    "year": _year,
    "parties": _parties,
}
