"""Acts, each once, however often reports tell of it; with everything that tells it and the days of that."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from goodoffices.reports.report import Report
from goodoffices.statements.act_sorting import ActGroup, ActSorter, spelt_out
from goodoffices.statements.acts import ANSWERS, Act
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.same_act import (
    telling,
)
from goodoffices.statements.statement import Actor, Reading


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
    sorter, told = ActSorter(), dict[str, ActGroup]()
    for answering in (False, True):
        for place in order:
            one = tellings[place]
            if (one.statement.act in ANSWERS) is answering:
                answered = {told[id_].number: told[id_] for id_ in one.statement.answers if id_ in told}
                if len(answered) == 1:
                    one = spelt_out(one, next(iter(answered.values())).fullest)
                told[one.statement.id] = sorter.add(one, answered)
    return _listed(tuple(sorter.groups.values()), copies, [one.id for one in reading.statements])


def _length(words: Evidence) -> int:
    return len(words.exact)


def _listed(groups: Sequence[ActGroup], copies: Mapping[str, str], ids: Sequence[str]) -> tuple[ToldAct, ...]:
    place = {id_: number for number, id_ in enumerate(ids)}
    first = {group.number: min(place[one.statement.id] for one in group.tellings) for group in groups}
    order = sorted(groups, key=lambda group: first[group.number])
    names = {group.number: f"a{number}" for number, group in enumerate(order, start=1)}
    return tuple(_act(group, names, copies) for group in order)


def _act(group: ActGroup, names: Mapping[int, str], copies: Mapping[str, str]) -> ToldAct:
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
        answers=tuple(names[number] for number in sorted(map(int, group.answers))),
        copies=tuple(report for report in reports if report in copies),
        date=next((one.date for one in said if one.date), None),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        reaffirms=None if group.reaffirms is None else names[group.reaffirms],
    )
