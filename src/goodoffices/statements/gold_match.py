"""Which statement that was found is which that a person coded: the same words, one to one, best first.

Two statements have the same words where at least half of the shorter content lies in the other; if one has
no content, where at least half of the shorter evidence lies in the other. They have the same actor where the
party, the family name of the person, or the report's words for the actor are the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from goodoffices.reports.report import Span
from goodoffices.statements.gold import GoldStatement, Parties
from goodoffices.statements.statement import Actor, Statement
from goodoffices.statements.verbatim import fold

HALF = 0.5
"""Share of the shorter of two stretches that must lie in the other."""


@dataclass(frozen=True, slots=True)
class Matching:
    """What was found beside what was coded, by position in the two lists.

    Attributes:
        pairs: Position of the coded statement by that of the found one: same words, same actor.
        strangers: As pairs, where the words are the same and the actor is not.
        aside: Positions of found statements that are neither right nor wrong: doubtful ones, what the report
            tells again, and the act of one more of those whom a coded statement lists as its actor.
        invented: Positions of found statements whose evidence shares no letter with any that was coded.
    """

    pairs: dict[int, int]
    strangers: dict[int, int]
    aside: frozenset[int]
    invented: frozenset[int]


def match(found: Sequence[Statement], gold: Sequence[GoldStatement]) -> Matching:
    """Tell which found statement is which coded one.

    Statements of the same actor go first; among them those that are most alike: what the two evidences share
    of all letters in either, plus the same of the two contents, plus 1 for the same act; then those told
    earlier. A statement found where the report tells an act again counts for that act if nothing
    else does, and for nothing otherwise.

    Args:
        found: What a reader found in one report.
        gold: What a person coded in it.
    """
    chosen: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(_alike(found, gold)):
        if i not in chosen and j not in taken:
            chosen[i] = j
            taken.add(j)
    doubtful = {i for i, j in chosen.items() if gold[j].doubtful}
    aside = {i for i in doubtful if same_actor(found[i].actor, gold[chosen[i]])}
    for i, j in _again(found, gold):
        if i in chosen:
            continue
        if j in taken:
            aside.add(i)
        else:
            chosen[i] = j
            taken.add(j)
    aside |= {i for i, j in _listed(found, gold) if i not in chosen and j in taken}
    kept = {i: j for i, j in chosen.items() if i not in doubtful}
    same = {i for i, j in kept.items() if same_actor(found[i].actor, gold[j])}
    return Matching(
        {i: j for i, j in kept.items() if i in same},
        {i: j for i, j in kept.items() if i not in same},
        frozenset(aside),
        frozenset(i for i, one in enumerate(found) if i not in aside and not _touches(one, gold)),
    )


def _alike(
    found: Sequence[Statement], gold: Sequence[GoldStatement]
) -> Iterator[tuple[bool, float, int, int]]:
    """Yield the pairs with the same words so that the best come first when they are sorted."""
    for i, one in enumerate(found):
        content = one.content.span if one.content else None
        for j, coded in enumerate(gold):
            words = (
                (content, coded.content) if content and coded.content else (one.evidence.span, coded.evidence)
            )
            if inside(*words) < HALF:
                continue
            likeness = shared(one.evidence.span, coded.evidence)
            likeness += shared(*words) if content and coded.content else 0.0
            likeness += one.act in coded.acts
            yield not same_actor(one.actor, coded), -likeness, i, j


def _again(found: Sequence[Statement], gold: Sequence[GoldStatement]) -> Iterator[tuple[int, int]]:
    for i, one in enumerate(found):
        for j, coded in enumerate(gold):
            told = any(inside(one.evidence.span, place) >= HALF for place in coded.again)
            if told and same_actor(one.actor, coded) and one.act in coded.acts:
                yield i, j


def _listed(found: Sequence[Statement], gold: Sequence[GoldStatement]) -> Iterator[tuple[int, int]]:
    """Yield the acts of parties of which a coded statement lists several: of both, for 'both sides'."""
    for i, one in enumerate(found):
        for j, coded in enumerate(gold):
            several = len({*coded.parties} - {None}) > 1 and one.actor.party in coded.parties
            if several and one.act in coded.acts and inside(one.evidence.span, coded.evidence) >= HALF:
                yield i, j


def _touches(one: Statement, gold: Sequence[GoldStatement]) -> bool:
    return any(
        inside(one.evidence.span, place) > 0 for coded in gold for place in (coded.evidence, *coded.again)
    )


def same_actor(actor: Actor, gold: GoldStatement) -> bool:
    """Tell whether a statement that was found is of whom a person says: party, family name, or words."""
    if actor.party is not None and actor.party in gold.parties:
        return True
    if actor.person and gold.person and _last(actor.person) == _last(gold.person):
        return True
    return _words(actor.text) == _words(gold.who)


def right_party(actor: Actor | None, parties: Parties) -> bool:
    """Tell whether an actor stands for one of some parties; None among them stands for no party."""
    if actor is None or actor.party is None:
        names = {fold(one).casefold() for one in parties if one}
        return None in parties or (actor is not None and fold(actor.label).casefold() in names)
    labels = [_words(one) for one in parties if one] if actor.resolved_by == "group" else []
    return actor.party in parties or _words(actor.label) in labels


def inside(one: Span, other: Span) -> float:
    """Return how much of the shorter of two stretches lies in the other, from 0 to 1."""
    return _common(one, other) / min(one.end - one.start, other.end - other.start)


def shared(one: Span, other: Span) -> float:
    """Return what two stretches share of all that either has, from 0 to 1."""
    common = _common(one, other)
    return common / (one.end - one.start + other.end - other.start - common)


def _common(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _last(person: str) -> str:
    return fold(person).casefold().rpartition(" ")[2]


def _words(text: str) -> list[str]:
    listed = re.findall(r"[\w’'-]+", fold(text).casefold())
    return listed[1:] if listed[:1] in (["the"], ["a"], ["an"]) else listed
