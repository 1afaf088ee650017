"""Whose side somebody who is asked is on, by words alone: 'your movement', 'my party, the Union'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from goodoffices.statements.affiliation import Told
from goodoffices.statements.affiliation_clues import Where
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.labels import talk
from goodoffices.statements.statement import Actor

_NAME = r"(?:the )?(?P<who>[A-Z][\w’'/-]*(?: (?:of|for|the|and|[A-Z][\w’'/-]*)){0,7})"
_WE = re.compile(rf"\b[Ww]e(?:,| in| at| of) {_NAME}")
_MINE = re.compile(rf"\b(?:[Mm]y|[Oo]ur) (?:[a-z]+ )??(?P<noun>[a-z]+)(?:,| \() ?{_NAME}")
_YOURS = re.compile(r"\b[Yy]our (?P<nouns>[a-z]+(?: [a-z]+)?)")
BODIES = frozenset({Kind.MOVEMENT, Kind.ORGANISATION})


def own_side(questions: Sequence[Told], answers: Iterable[str], gazetteer: Gazetteer) -> Actor | None:
    """Return the party on whose side the one who is asked is, None where no words or several show it.

    What the answers call 'my movement' comes first; else it is the one movement that the introduction and
    the questions name where they speak of 'your movement'.

    Args:
        questions: The introduction and the questions, parsed.
        answers: The answers.
        gazetteer: Knows the names of movements and organisations.
    """
    called = {entity.id: entity for text in answers for entity in _called(text, gazetteer)}
    sides = called or _asked_of(questions, gazetteer)
    if len(sides) != 1:
        return None
    side = next(iter(sides.values()))
    return Actor(side.name, side.id, side.name)


def _called(text: str, gazetteer: Gazetteer) -> list[Entity]:
    """Return whom an answer calls 'we' or 'my movement': 'we in the Front', 'my party, the Union'."""
    found = [one["who"] for one in _WE.finditer(text)]
    mine = talk("group_word") | talk("own_side_noun")
    found += [one["who"] for one in _MINE.finditer(text) if one["noun"] in mine]
    named = (_named(words.split(), gazetteer) for words in found)
    return [one for one in named if one is not None and one.kind in BODIES]


def _named(parts: Sequence[str], gazetteer: Gazetteer) -> Entity | None:
    """Return the one party that the longest beginning of some words names."""
    for end in range(len(parts), 0, -1):
        parties = {one.id: one for one in map(gazetteer.party_of, gazetteer.lookup(" ".join(parts[:end])))}
        if parties:
            return next(iter(parties.values())) if len(parties) == 1 else None
    return None


def _asked_of(questions: Sequence[Told], gazetteer: Gazetteer) -> dict[str, Entity]:
    """Return the movements that are named where the questions speak of 'your movement'."""
    put = [told for told in questions if told.where is Where.QUESTION]
    spoken = {word for told in put for one in _YOURS.finditer(told.doc.text) for word in one["nouns"].split()}
    if talk("group_word").isdisjoint(spoken):
        return {}
    told = (told for told in questions if told.where is not Where.BEHIND)
    named = (one for line in told for one in line.attribution.mentions.values())
    parties = {gazetteer.party_of(one) for mention in named for one in mention.entities}
    return {one.id: one for one in parties if one.kind is Kind.MOVEMENT}
