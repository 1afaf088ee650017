"""Positions per party and issue over time, first and last, and who moved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.findings.stands import LEVELS, Stand
from goodoffices.findings.words import capital
from goodoffices.statements.lexicon import issue_taxonomy
from goodoffices.statements.statement import Reading


@dataclass(frozen=True, slots=True)
class Move:
    """A party's first and last stance on one matter, where they differ.

    Attributes:
        first: Where it stood first.
        last: Where it stood last, on a later day.
        sure: Whether it is a move for sure; coded intervals that overlap may hide none.
    """

    first: Stand
    last: Stand
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Track:
    """Where one party stood on one issue, in order of the days.

    Attributes:
        party: Id of the party.
        issue: Id of the issue; empty where none is named.
        stands: What it said or where it was coded, each on its day; never empty.
    """

    party: str
    issue: str
    stands: tuple[Stand, ...]

    @property
    def first(self) -> Stand:
        """The first stand."""
        return self.stands[0]

    @property
    def last(self) -> Stand:
        """The last stand."""
        return self.stands[-1]

    def moves(self) -> tuple[Move, ...]:
        """Return for each matter the first and last stance, where they differ."""
        found = [_stepped(stands) for stands in _by_matter(self.stands)]
        found.append(_shifted([one for one in self.stands if one.place is not None]))
        return tuple(move for move in found if move is not None)

    def comparable(self) -> bool:
        """Tell whether any two stands on different days are about one matter or on one scale."""
        placed = [one for one in self.stands if one.place is not None]
        groups = [*_by_matter(self.stands), placed]
        return any(group[0].day != group[-1].day for group in groups if group)


@dataclass(frozen=True, slots=True)
class Timeline:
    """Positions over time.

    Attributes:
        tracks: By issue, then party, in order of the first day.
        undated: What is told in reports without a date; it has no place in time.
        parties: Names of parties by id.
        issues: Names of issues by id.
    """

    tracks: tuple[Track, ...]
    undated: tuple[Stand, ...]
    parties: Mapping[str, str]
    issues: Mapping[str, str]

    def party(self, id_: str) -> str:
        """Return the name of a party."""
        return self.parties.get(id_) or capital(id_.replace("_", " "))

    def issue(self, id_: str) -> str:
        """Return the name of an issue."""
        return (self.issues.get(id_) or capital(id_.replace("_", " "))) if id_ else "No issue named"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a timeline is to hold.

    Attributes:
        parties: Ids or names of parties; all where empty.
        issues: Ids or names of issues; all where empty.
        since: First day.
        until: Last day.
    """

    parties: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None

    def takes(self, day: dt.date | None) -> bool:
        """Tell whether a day is wanted; what has no day is, unless days are asked for."""
        if day is None:
            return self.since is None and self.until is None
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def timeline(
    stands: Iterable[Stand],
    parties: Mapping[str, str],
    issues: Mapping[str, str],
    wanted: Wanted | None = None,
) -> Timeline:
    """Return stands as tracks, one for each party and issue.

    Args:
        stands: Where parties stood.
        parties: Names of parties by id.
        issues: Names of issues by id.
        wanted: What to keep; everything if left out.
    """
    wish = wanted or Wanted()
    kept = [
        one
        for one in stands
        if _named(one.party, parties, wish.parties)
        and _named(one.issue, issues, wish.issues)
        and wish.takes(one.day)
    ]
    groups: dict[tuple[str, str], list[Stand]] = {}
    for one in sorted((one for one in kept if one.day), key=lambda each: each.day or dt.date.max):
        groups.setdefault((one.issue, one.party), []).append(one)
    tracks = [Track(party, issue, tuple(found)) for (issue, party), found in groups.items()]
    started: dict[str, int] = {}
    for place, track in enumerate(tracks):
        started.setdefault(track.issue, place)
    tracks.sort(key=lambda track: (not track.issue, started[track.issue]))
    undated = tuple(one for one in kept if one.day is None)
    return Timeline(tuple(tracks), undated, dict(parties), dict(issues))


def names_of(reading: Reading, cases: Iterable[Case]) -> tuple[dict[str, str], dict[str, str]]:
    """Return the names of parties and of issues by id, from what was read, then from cases."""
    actors = [one.actor for one in reading.statements]
    parties = {actor.party: actor.name for actor in actors if actor.party and actor.name}
    issues = {issue.id: issue.name for issue in issue_taxonomy()}
    for case in cases:
        parties.update({id_: party.name for id_, party in case.parties.items()})
        issues.update({id_: issue.name for id_, issue in case.issues.items()})
    return parties, issues


def _named(id_: str, names: Mapping[str, str], wanted: tuple[str, ...]) -> bool:
    known = {id_.casefold(), names.get(id_, id_).casefold()}
    return not wanted or any(each.casefold() in known for each in wanted)


def _by_matter(stands: Iterable[Stand]) -> list[list[Stand]]:
    """Return the stands that can be compared: on one matter, each with a step."""
    groups: dict[str, list[Stand]] = {}
    for one in stands:
        if one.matter and one.level is not None:
            groups.setdefault(one.matter, []).append(one)
    return list(groups.values())


def _stepped(stands: list[Stand]) -> Move | None:
    first, last = stands[0], stands[-1]
    if first.level == last.level or first.day == last.day:
        return None
    return Move(first, last)


def _shifted(stands: list[Stand]) -> Move | None:
    """Return how a coded place changed between cases that have the same scale."""
    if not stands or stands[0].scale != stands[-1].scale or stands[0].day == stands[-1].day:
        return None
    first, last = stands[0], stands[-1]
    one, other = first.place, last.place
    if one is None or other is None or one == other:
        return None
    return Move(first, last, sure=one.high < other.low or other.high < one.low)


def direction(move: Move) -> str:
    """Say which way a party went: towards or away from something, or up or down a coded scale."""
    first, last = move.first, move.last
    if first.level is not None and last.level is not None:
        return f"from {LEVELS[first.level]} to {LEVELS[last.level]}"
    sure = "" if move.sure else "; the intervals overlap, so it may not have moved"
    return f"from {first.stance.removeprefix('coded ')} to {last.stance.removeprefix('coded ')}{sure}"
