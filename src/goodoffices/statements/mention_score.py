"""Score the relations, precedents, options and distances that were found in one report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from goodoffices.reports.report import Report
from goodoffices.statements.gold import (
    Coding,
    GoldDistance,
    GoldOption,
    GoldPrecedent,
    GoldRelation,
    either,
    party_of,
)
from goodoffices.statements.gold_match import HALF, inside, right_party
from goodoffices.statements.scoring import Counts, Key, Wrong, share
from goodoffices.statements.statement import (
    CONDUCT,
    Actor,
    DistanceMention,
    OptionMention,
    PrecedentMention,
    Reading,
    Relation,
    RelationKind,
)
from goodoffices.statements.verbatim import fold

Mention = Relation | PrecedentMention | OptionMention | DistanceMention
GoldMention = GoldRelation | GoldPrecedent | GoldOption | GoldDistance
Found = TypeVar("Found", bound=Mention)
Gold = TypeVar("Gold", bound=GoldMention)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """The counts of what was found besides statements, and what went wrong."""

    marks: tuple[tuple[Key, Counts], ...] = ()
    wrong: tuple[Wrong, ...] = ()


def score_mentions(report: Report, reading: Reading, coding: Coding) -> Mentioned:
    """Score what was found in a report besides statements.

    A relation is right where kind, negation, source and target are the coded ones and its words overlap;
    allies may stand in either order. A
    precedent is right where its words overlap and its name holds the coded one or lies in it, with the same
    year; an option where half of the shorter content lies in the other; a distance where its words overlap.
    Whose claim a right relation or precedent is, and between whom a distance is, are counted apart. What the
    report tells again, and a relation that is coded as doubtful, are neither right nor wrong. Conduct
    (signed, guaranteed, acted) counts only where it was coded.
    """
    relations = [one for one in reading.relations if coding.conduct or one.kind not in CONDUCT]
    parts = (
        _compare(report, "relation", relations, coding.relations, _same_relation),
        _compare(report, "precedent", reading.precedents, coding.precedents, _same_precedent),
        _compare(report, "option", reading.options, coding.options, _same_option),
        _compare(report, "distance", reading.distances, coding.distances, _same_distance),
    )
    return Mentioned(
        tuple(chain.from_iterable(part.marks for part in parts)),
        tuple(chain.from_iterable(part.wrong for part in parts)),
    )


def _compare(
    report: Report,
    name: str,
    found: Sequence[Found],
    gold: Sequence[Gold],
    same: Callable[[Found, Gold], bool],
) -> Mentioned:
    pairs: dict[int, int] = {}
    for i, one in enumerate(found):
        for j, coded in enumerate(gold):
            overlap = inside(one.evidence.span, coded.evidence) > 0
            if i not in pairs and j not in pairs.values() and overlap and same(one, coded):
                pairs[i] = j
    sure = {i: j for i, j in pairs.items() if not _doubtful(gold[j])}
    told = {
        i for i, one in enumerate(found) if i not in sure and any(same(one, gold[j]) for j in pairs.values())
    }
    wanted = [j for j, coded in enumerate(gold) if not _doubtful(coded)]
    counts = Counts(len(sure), len(found) - len(told), len(wanted))
    detail = (mark for i, j in sure.items() for mark in _detail(name, found[i], gold[j]))
    extra = (
        Wrong(f"invented {name}", report.id, "", one.evidence.exact, "", _told(one))
        for i, one in enumerate(found)
        if i not in sure and i not in told
    )
    missed = (
        Wrong(f"missed {name}", report.id, "", report.cut(gold[j].evidence), _coded(gold[j]), "")
        for j in wanted
        if j not in sure.values()
    )
    return Mentioned(((("found", f"{name}s"), counts), *detail), (*missed, *extra))


def _doubtful(gold: GoldMention) -> bool:
    return isinstance(gold, GoldRelation) and gold.doubtful


def _same_relation(one: Relation, gold: GoldRelation) -> bool:
    if one.kind is not gold.kind or one.negated is not gold.negated:
        return False
    if one.kind is RelationKind.ALLIED_WITH and right_party(one.target, gold.sources):
        return not gold.targets or right_party(one.source, gold.targets)
    target = not gold.targets or right_party(one.target, gold.targets)
    return right_party(one.source, gold.sources) and target


def _same_precedent(one: PrecedentMention, gold: GoldPrecedent) -> bool:
    names = fold(one.name).casefold(), fold(gold.name).casefold()
    return (names[0] in names[1] or names[1] in names[0]) and one.year == gold.year


def _same_option(one: OptionMention, gold: GoldOption) -> bool:
    return inside(one.content.span, gold.content) >= HALF


def _same_distance(one: DistanceMention, gold: GoldDistance) -> bool:
    return inside(one.evidence.span, gold.evidence) > 0


def _detail(name: str, one: Mention, gold: GoldMention) -> Iterator[tuple[Key, Counts]]:
    if isinstance(one, Relation | PrecedentMention) and isinstance(gold, GoldRelation | GoldPrecedent):
        yield ("right", f"{name}'s voice"), share(right_party(one.claimed_by, gold.claimed_by), 1)
    if isinstance(one, DistanceMention) and isinstance(gold, GoldDistance) and gold.parties:
        between = {party_of(party) for party in one.parties}
        yield ("right", "distance's parties"), share(between == {*gold.parties}, 1)


def _told(one: Mention) -> str:
    if isinstance(one, Relation):
        return f"{one.source.label} {one.kind} {_label(one.target)}"
    if isinstance(one, PrecedentMention):
        return one.name if one.year is None else f"{one.name} ({one.year})"
    if isinstance(one, OptionMention):
        return one.content.exact
    return " / ".join(party.label for party in one.parties)


def _coded(gold: GoldMention) -> str:
    if isinstance(gold, GoldRelation):
        return f"{either(gold.sources)} {gold.kind} {either(gold.targets)}".rstrip()
    if isinstance(gold, GoldPrecedent):
        return gold.name if gold.year is None else f"{gold.name} ({gold.year})"
    return " / ".join(gold.parties) if isinstance(gold, GoldDistance) else "an option without an owner"


def _label(actor: Actor | None) -> str:
    return actor.label if actor else "no party"
