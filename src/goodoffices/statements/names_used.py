"""The names that reports use for those whose very name is in dispute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from goodoffices.reports.report import Report
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.home import de_facto_authorities
from goodoffices.statements.statement import Actor, Reading

Thing = TypeVar("Thing")


def as_reports_name(reading: Reading, reports: Sequence[Report], gazetteer: Gazetteer) -> Reading:
    """Return a reading in which a de facto authority bears the name that the reports use for it.

    Its official name claims what others deny, so printing it where no report does would take a side. Where
    no report has that name and all that name the party use one other, this one is printed. An abbreviation
    stands for the name in full, and leaves it.

    Args:
        reading: What was found in the reports.
        reports: The reports.
        gazetteer: Names of states and organisations.
    """
    used = {
        party: name
        for party in sorted(de_facto_authorities() & {actor.party for actor in _actors(reading)})
        if (name := _used(party, reading, reports, gazetteer)) is not None
    }
    return _named(reading, used) if used else reading


def _used(party: str, reading: Reading, reports: Sequence[Report], gazetteer: Gazetteer) -> str | None:
    official = gazetteer.parties[party].name
    if any(official in report.text for report in reports):
        return None
    own = [actor for actor in _actors(reading) if actor.party == party]
    bare = {actor.text for actor in own if actor.resolved_by == "name" and actor.person is None}
    found = {actor.name for actor in own if actor.name} | {text.removeprefix("the ") for text in bare}
    found.discard(official)
    (name, *more) = sorted(found) or [""]
    return None if more or not name or name.isupper() else name


def _actors(thing: object) -> Iterator[Actor]:
    """Yield every actor in a reading, however deep."""
    if isinstance(thing, Actor):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from _actors(each)
    elif is_dataclass(thing) and not isinstance(thing, type):
        for part in fields(thing):
            yield from _actors(getattr(thing, part.name))


def _named(thing: Thing, used: dict[str, str]) -> Thing:
    if isinstance(thing, Actor):
        named = replace(thing, name=used.get(thing.party or "", thing.name))
        return cast(Thing, named)
    if isinstance(thing, tuple):
        return cast(Thing, tuple(_named(each, used) for each in thing))
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(
            thing, **{part.name: _named(getattr(thing, part.name), used) for part in fields(thing)}
        )
    return thing
