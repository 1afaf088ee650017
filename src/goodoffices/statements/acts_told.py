"""Acts, each once, however often reports tell of it; with everything that tells it and the days of that."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from goodoffices.reports.report import Report
from goodoffices.statements.acts import ANSWERS, Act
from goodoffices.statements.answers import FEWEST_SHARED
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.same_act import (
    Telling,
    agree,
    contrary,
    near,
    same_content,
    telling,
    verbatim,
)
from goodoffices.statements.statement import Actor, Reading, Statement

FEWEST_TELLING = 2
"""Content words from which on a content says what it is about; 'the plan' only points back."""


@dataclass(frozen=True, slots=True)
class ToldAct:
    """An act with all statements that tell it.

    Attributes:
        id: Short id, unique in a reading: a1, a2, … in order of the first statement.
        actor: Who did it, as the telling says that names a person, else the first.
        act: What was done.
        negated: Whether the reports say that it was not done.
        content: The words that say most fully what is proposed, rejected, …; None where there are none.
        target: Whom it is directed at.
        issues: Ids of the issues that it touches, by any telling.
        answers: Ids of the acts that it answers.
        statements: Ids of the statements that tell it, the earliest first.
        reports: Ids of the reports that they are from, the earliest first.
        copies: Those of the reports that copy an earlier report, which need not tell the act itself.
        date: Stated day of the act, where a telling states one.
        first: First day on which a dated report tells it.
        last: Last such day.
        reaffirms: Id of the earlier act whose position it repeats on a later day, with no other in between.
    """

    id: str
    actor: Actor
    act: Act
    negated: bool
    statements: tuple[str, ...]
    reports: tuple[str, ...]
    content: Evidence | None = None
    target: Actor | None = None
    issues: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    date: dt.date | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    reaffirms: str | None = None

    @property
    def day(self) -> dt.date | None:
        """Its stated day, else the first day on which it was reported; None where neither is known."""
        return self.date or self.first


@dataclass(slots=True)
class _Group:
    """The tellings of one act so far; it grows while they are gone through, so it is not frozen."""

    number: int
    tellings: list[Telling]
    fullest: Telling
    answers: set[int] = field(default_factory=set)
    reaffirms: int | None = None

    @property
    def first(self) -> Telling:
        return self.tellings[0]

    @property
    def last_day(self) -> dt.date | None:
        return max((one.when for one in self.tellings if one.when), default=None)

    def add(self, one: Telling) -> None:
        """Take one more telling."""
        self.tellings.append(one)
        if len(one.words) > len(self.fullest.words):
            self.fullest = one


@dataclass(slots=True)
class _Sorting:
    """What one call of `acts_told` has gathered so far; it lives only inside that call.

    Attributes:
        groups: The acts so far.
        of: The act that each statement tells.
        holding: Acts of a party by what a telling of the same matter would share with them.
    """

    groups: list[_Group] = field(default_factory=list)
    of: dict[str, _Group] = field(default_factory=dict)
    holding: defaultdict[tuple[str, object], dict[int, None]] = field(
        default_factory=lambda: defaultdict(dict)
    )

    def add(self, one: Telling) -> None:
        """Put a telling to the act that it tells, or begin a new act."""
        said = one.statement
        answered = {self.of[id_].number for id_ in said.answers if id_ in self.of}
        if len(one.words) < FEWEST_TELLING and len(answered) == 1:
            one = self._spelt_out(one, *answered)
        matter = [group for group in self._sharing(one, answered) if _about_same(group, one, answered)]
        alike = [group for group in matter if _same_kind(group.first.statement, said)]
        against = [group for group in matter if contrary(group.first.statement, said)]
        standing = [group for group in alike if not _undone(group, one, against)]
        fitting = [group for group in standing if _one_act(group, one)]
        if fitting:
            group = fitting[-1]
            group.add(one)
        else:
            group = _Group(len(self.groups), [one], one, reaffirms=_reaffirmed(standing, one))
            self.groups.append(group)
        group.answers |= answered
        self.of[said.id] = group
        for key in (*one.words, one.exact, *answered):
            self.holding[one.who, key][group.number] = None

    def _spelt_out(self, one: Telling, answered: int) -> Telling:
        """Return a telling whose content only points back, with the words of what it answers."""
        full = self.groups[answered].fullest
        return replace(one, words=full.words, names=full.names, turning=full.turning)

    def _sharing(self, one: Telling, answered: set[int]) -> list[_Group]:
        """Return the acts of a party that may be about the same, so that not all are compared."""
        found = {number for key in (one.exact, *answered) for number in self.holding.get((one.who, key), ())}
        counts = Counter(number for word in one.words for number in self.holding.get((one.who, word), ()))
        found |= {number for number, shared in counts.items() if shared >= FEWEST_SHARED}
        return [self.groups[number] for number in sorted(found)]


def acts_told(
    reading: Reading, reports: Iterable[Report], gazetteer: Gazetteer, copies: Mapping[str, str]
) -> tuple[ToldAct, ...]:
    """Return the acts that a reading tells of, each once, in order of the first statement that tells it.

    Two statements tell of one act if they have the same party, act and negation, if nothing that both state
    keeps them apart (`same_act.agree`), and if one of these holds:

    - they stand in the same words of eight or more, or in the same words in copies of one report;
    - their contents say the same (`same_act.same_content`);
    - they answer one and the same act; a content that only points back is taken as that of what it answers.

    Their reports, or the stated days of the act, must be no more than a week apart, unless one report copies
    the other. A statement in a report without a date joins one in a dated report only by the same words.
    What a party says again later is a new act; it reaffirms the earlier one if nothing contrary was said in
    between.

    Args:
        reading: What was found.
        reports: The reports that it is from.
        gazetteer: Names of states, by which words are folded.
        copies: Reports that copy an earlier one, as `find_copies` returns them.
    """
    by_id = {report.id: report for report in reports}
    tellings = [telling(one, by_id[one.evidence.report], copies, gazetteer) for one in reading.statements]
    order = sorted(range(len(tellings)), key=lambda place: (tellings[place].when or dt.date.max, place))
    sorting = _Sorting()
    for answering in (False, True):
        for place in order:
            if (tellings[place].statement.act in ANSWERS) is answering:
                sorting.add(tellings[place])
    return _listed(sorting.groups, copies, [one.id for one in reading.statements])


def _about_same(group: _Group, one: Telling, answered: set[int]) -> bool:
    if answered & group.answers:
        return True
    if any(same_content(each, one) for each in (group.first, group.fullest)):
        return True
    return any(verbatim(each, one) for each in group.tellings)


def _one_act(group: _Group, one: Telling) -> bool:
    if not all(agree(each, one) for each in group.tellings):
        return False
    if any(each.origin == one.origin for each in group.tellings):
        return True
    if one.when is None or group.first.when is None:
        return one.when is group.first.when or any(verbatim(each, one) for each in group.tellings)
    return near(group.first.when, one.when)


def _same_kind(one: Statement, other: Statement) -> bool:
    return one.act is other.act and one.negated is other.negated


def _undone(group: _Group, one: Telling, against: Sequence[_Group]) -> bool:
    """Tell whether the party did the contrary in the same matter after the last telling and before this."""
    last, when = group.last_day, one.when
    if last is None or when is None or last == when:
        return False
    return any(other.last_day is not None and last <= other.last_day <= when for other in against)


def _reaffirmed(standing: Sequence[_Group], one: Telling) -> int | None:
    when = one.when
    earlier = [group for group in standing if when and group.last_day and group.last_day < when]
    return earlier[-1].number if earlier else None


def _length(words: Evidence) -> int:
    return len(words.exact)


def _listed(groups: Sequence[_Group], copies: Mapping[str, str], ids: Sequence[str]) -> tuple[ToldAct, ...]:
    place = {id_: number for number, id_ in enumerate(ids)}
    first = {group.number: min(place[one.statement.id] for one in group.tellings) for group in groups}
    order = sorted(groups, key=lambda group: first[group.number])
    names = {group.number: f"a{number}" for number, group in enumerate(order, start=1)}
    return tuple(_act(group, names, copies) for group in order)


def _act(group: _Group, names: Mapping[int, str], copies: Mapping[str, str]) -> ToldAct:
    said = [one.statement for one in group.tellings]
    days = sorted(one.day for one in group.tellings if one.day)
    reports = tuple(dict.fromkeys(one.evidence.report for one in said))
    return ToldAct(
        id=names[group.number],
        actor=next((one.actor for one in said if one.actor.person), said[0].actor),
        act=said[0].act,
        negated=said[0].negated,
        statements=tuple(one.id for one in said),
        reports=reports,
        content=max((one.content for one in said if one.content), key=_length, default=None),
        target=next((one.target for one in said if one.target), None),
        issues=tuple(dict.fromkeys(issue for one in said for issue in one.issues)),
        answers=tuple(names[number] for number in sorted(group.answers)),
        copies=tuple(report for report in reports if report in copies),
        date=next((one.date for one in said if one.date), None),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reaffirms=None if group.reaffirms is None else names[group.reaffirms],
    )
