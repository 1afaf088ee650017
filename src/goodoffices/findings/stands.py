"""Where a party stood on something on a day: from acts that reports tell of, and from dated cases."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from goodoffices.case.case import Case
from goodoffices.case.terms import Position, ResponseAct
from goodoffices.case.values import Interval
from goodoffices.findings.responses import Stance
from goodoffices.findings.words import interval, short
from goodoffices.reports.report import Report
from goodoffices.statements.acts import ANSWERS, Act
from goodoffices.statements.acts_told import ToldAct
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.same_act import Telling, same_content, telling
from goodoffices.statements.statement import Modality, Reading, Statement

AGAINST, OPEN, CONDITIONAL, SPEAKS_FOR, FOR = range(5)
LEVELS = ("against it", "open to it", "for it under a condition", "speaks for it", "for it")
"""The steps from no to yes; only these are compared, and none of them is a number of how much."""
STANCES: Mapping[Act, tuple[str, int | None]] = MappingProxyType(
    {
        Act.PROPOSE: (Stance.PUT_FORWARD.value, FOR),
        Act.OFFER: ("offers it", FOR),
        Act.PLAN: (Stance.PREPARING.value, FOR),
        Act.PROMISE: ("promises it", FOR),
        Act.DEMAND: ("demands it", FOR),
        Act.REQUEST: ("asks for it", FOR),
        Act.APPEAL: ("calls for it", FOR),
        Act.ACCEPT: (Stance.ACCEPTS.value, FOR),
        Act.AGREE: (Stance.ACCEPTS.value, FOR),
        Act.SUPPORT: (Stance.SUPPORTS.value, SPEAKS_FOR),
        Act.OPEN: (Stance.OPEN.value, OPEN),
        Act.REJECT: (Stance.REJECTS.value, AGAINST),
        Act.CONCEDE: ("gives it up", None),
    }
)
"""What each act says of a party's position, and its step; acts that say nothing of one are left out."""
RESPONSES: Mapping[ResponseAct, tuple[str, int]] = MappingProxyType(
    {
        ResponseAct.ACCEPTS: (Stance.ACCEPTS.value, FOR),
        ResponseAct.SUPPORTS: (Stance.SUPPORTS.value, SPEAKS_FOR),
        ResponseAct.CONDITIONAL: (Stance.CONDITIONAL.value, CONDITIONAL),
        ResponseAct.OPEN: (Stance.OPEN.value, OPEN),
        ResponseAct.REJECTS: (Stance.REJECTS.value, AGAINST),
    }
)
FEWEST_AGAIN = 2
"""Content words that "the …" must have to be known as something named before in more words."""

_DEFINITE = re.compile(r"(?:the|this|that|these|those|such)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a party stood on something on a day.

    Attributes:
        party: Id of the party.
        issue: Id of the issue; empty where none is named.
        matter: What it is about, in words; stands are compared only within one matter. Empty where the words
            do not say.
        day: Stated day of the act, else the first day on which it was reported, else the case's; None for
            what is told in reports without a date only.
        stance: What the party does, in words.
        level: Its step from against (0) to for (4); None where there is none, so that it is never compared.
        because: Ids of the statements that show it.
        words: The words that show it; empty for what a case codes without words.
        reports: Ids of the reports that tell it.
        copies: Those of them that copy an earlier one.
        reaffirms: Whether it repeats an earlier act on a later day.
        place: Where the party's ideal lies on the issue's scale, where a case codes it, 0 to 100.
        scale: What the places of that scale stand for; places on different scales are not compared.
    """

    party: str
    issue: str
    matter: str
    day: dt.date | None
    stance: str
    level: int | None = None
    because: tuple[str, ...] = ()
    words: str = ""
    reports: tuple[str, ...] = ()
    copies: tuple[str, ...] = ()
    reaffirms: bool = False
    place: Interval | None = None
    scale: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class _Matters:
    """What acts are about, as far as known; it grows while acts are gone through."""

    known: list[tuple[Telling, str]] = field(default_factory=list)
    of_act: dict[str, str] = field(default_factory=dict)
    issues: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def place(self, act: ToldAct, told: Telling) -> None:
        """Put an act to what it is about: what it answers, else what says the same, else itself."""
        answered = [self.of_act[id_] for id_ in act.answers if self.of_act.get(id_)]
        same = [name for leader, name in self.known if same_content(leader, told)]
        again = _named_again(told, self.known)
        found = next(iter((*answered, *same, *again)), "")
        if not found and len(told.words) >= FEWEST_AGAIN and act.content is not None:
            found = short(act.content.exact, 100)
            self.known.append((told, found))
        self.of_act[act.id] = found
        if found and act.issues:
            self.issues.setdefault(found, act.issues)

    def touched(self, act: ToldAct) -> tuple[str, ...]:
        """Return the issues of an act: its own, else those of what it is about."""
        return act.issues or self.issues.get(self.of_act[act.id], ()) or ("",)


def _named_again(told: Telling, known: Sequence[tuple[Telling, str]]) -> tuple[str, ...]:
    """Return what 'the joint patrol' stands for, if just one thing was named with these words and more."""
    content = told.statement.content
    if content is None or len(told.words) < FEWEST_AGAIN or not _DEFINITE.match(content.exact):
        return ()
    fitting = [name for leader, name in known if told.words <= leader.words]
    return tuple(fitting) if len(fitting) == 1 else ()


def stands_told(
    acts: Sequence[ToldAct],
    reading: Reading,
    reports: Iterable[Report],
    gazetteer: Gazetteer,
    copies: Mapping[str, str],
) -> tuple[Stand, ...]:
    """Return where parties stood by the acts that reports tell of; one for each issue that an act touches.

    An act without an issue of its own is on the issues of what it is about. What is denied has no step.
    """
    by_id = {one.id: one for one in reading.statements}
    texts = {report.id: report for report in reports}
    stating = [act for act in acts if act.act in STANCES and act.actor.party is not None]
    matters = _Matters()
    for answering in (False, True):
        for act in sorted(stating, key=lambda each: each.day or dt.date.max):
            if (act.act in ANSWERS) is answering:
                lead = _telling_most(act, by_id)
                told = telling(lead, texts[lead.evidence.report], copies, gazetteer)
                matters.place(act, told)
    return tuple(
        _stand(act, issue, matters.of_act[act.id], by_id) for act in stating for issue in matters.touched(act)
    )


def _telling_most(act: ToldAct, by_id: Mapping[str, Statement]) -> Statement:
    said = [by_id[id_] for id_ in act.statements]
    return next((one for one in said if one.content == act.content), said[0])


def _stand(act: ToldAct, issue: str, matter: str, by_id: Mapping[str, Statement]) -> Stand:
    first = by_id[act.statements[0]]
    stance, level = STANCES[act.act]
    bound = first.modality is Modality.CONDITIONAL or first.condition is not None
    if bound and act.act in {Act.ACCEPT, Act.AGREE}:
        stance, level = Stance.CONDITIONAL.value, CONDITIONAL
    elif bound and level is not None and level > CONDITIONAL:
        stance, level = f"{stance}, under a condition", CONDITIONAL
    if act.negated:
        stance, level = f"not: {stance}", None
    return Stand(
        party=str(act.actor.party),
        issue=issue,
        matter=matter,
        day=act.day,
        stance=stance,
        level=level,
        because=act.statements,
        words=first.evidence.exact,
        reports=act.reports,
        copies=act.copies,
        reaffirms=act.reaffirms is not None,
    )


def stands_coded(case: Case, told: Iterable[str] = ()) -> tuple[Stand, ...]:
    """Return where parties stood by the positions and responses that a case codes.

    Args:
        case: The case; its snapshot is the day of what it codes without one.
        told: Ids of the statements read beside it: a response that rests on one is told by it already.
    """
    read = frozenset(told)
    return (*_positions(case), *_responses(case, read))


def _positions(case: Case) -> Iterator[Stand]:
    for one in case.positions:
        options = case.issues[one.issue].options if one.issue in case.issues else {}
        scale = tuple((id_, option.place) for id_, option in options.items() if option.place is not None)
        place = _place(one, dict(scale))
        if place is not None:
            yield Stand(
                party=one.party,
                issue=one.issue,
                matter="",
                day=case.snapshot,
                stance=f"coded at {interval(place)}",
                because=one.coding.because,
                place=place,
                scale=scale,
            )


def _place(position: Position, places: Mapping[str, float]) -> Interval | None:
    if position.place is not None or position.ideal is None:
        return position.place
    return Interval.exactly(places[position.ideal]) if position.ideal in places else None


def _responses(case: Case, read: frozenset[str]) -> Iterator[Stand]:
    for proposal in case.proposals.values():
        for party, response in proposal.responses.items():
            if read.isdisjoint(response.coding.because):
                stance, level = RESPONSES[response.act]
                for issue in proposal.terms or ("",):
                    yield Stand(
                        party=party,
                        issue=issue,
                        matter=short(proposal.name, 100),
                        day=response.date or case.snapshot,
                        stance=stance,
                        level=level,
                        because=response.coding.because,
                    )
