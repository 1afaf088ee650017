"""Whose record a briefing is, by its head: an organ's own name, a seat, or an organ beside a capital city."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from goodoffices.statements.affiliation import Told
from goodoffices.statements.belonging import named_in_heading
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.labels import talk
from goodoffices.statements.lexicon import rows
from goodoffices.statements.names import Mention, mentions_among
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

LEADING = frozenset({"for", "to", "on", "between", "with", "about", "near"})
"""Words before a name that only say what a record is about."""
LONGEST = 24
"""Words of the longest line of a head that can give an organ, a seat or a place."""


def record_owner(head: Sequence[Told], gazetteer: Gazetteer) -> Actor | None:
    """Return the state or body that issues a record; None where its head names none, or several.

    What names an organ with its owner comes first, then the seat or the name of a state that stands alone in
    a line beside an organ, then the capital from which an organ without an owner writes. Elsewhere than in
    a capital the place tells nothing.

    Args:
        head: The lines before anybody speaks, parsed.
        gazetteer: Knows whose capital a city is.
    """
    lines = [told for told in head if len(told.doc) <= LONGEST]
    if any(token.lower_ == "joint" for told in lines for token in told.doc):
        return None
    organs = [owner for told in head if (owner := named_in_heading(told.doc, told.attribution)) is not None]
    if organs:
        return _only(organs)
    seats = [_party(entity) for told in lines for entity in _seated(told)]
    if seats:
        return _only(seats)
    if not any(_is_organ(told.doc) for told in lines):
        return None
    bodies = [_party(one) for told in lines for one in _bodies(told)]
    states = [_party(one) for told in lines for one in _states_alone(told)]
    return _only(bodies or states or _at_home(lines, gazetteer))


def _party(entity: Entity) -> Actor:
    return Actor(entity.name, entity.id, entity.name)


def _only(owners: Sequence[Actor]) -> Actor | None:
    return owners[0] if len({one.party for one in owners}) == 1 else None


def _is_organ(doc: Doc) -> bool:
    """Tell whether a line names an organ of a state or what one issues: 'Department briefing'."""
    return any({token.lower_, lemma(token)} & talk("record_organ") for token in doc)


def _plain_mentions(told: Told) -> Iterator[Mention]:
    """Yield the names of a line that no 'for' or 'on' leads to."""
    for one in mentions_among(list(told.doc), told.attribution.mentions):
        ahead = told.doc[max(0, one.start - 2) : one.start]
        if len(one.entities) == 1 and LEADING.isdisjoint(token.lower_ for token in ahead):
            yield one


def _seated(told: Told) -> Iterator[Entity]:
    """Yield the states whose seat a line names: 'The White House', 'State Department noon briefing'."""
    for one in _plain_mentions(told):
        if one.entities[0].kind is Kind.STATE and one.surface.casefold() in _named_in("metonyms"):
            yield one.entities[0]


def _bodies(told: Told) -> Iterator[Entity]:
    """Yield the organisations with whose name a line begins: 'African Union Commission'."""
    for one in _plain_mentions(told):
        if one.entities[0].kind is Kind.ORGANISATION and _begins(one, told.doc):
            yield one.entities[0]


def _states_alone(told: Told) -> Iterator[Entity]:
    """Yield the states whose name is all of a line: 'Republic of Cyprus'."""
    for one in _plain_mentions(told):
        state = one.entities[0].kind is Kind.STATE and not one.demonym
        capital = one.surface.casefold() in _named_in("capital")
        if state and not capital and _begins(one, told.doc) and one.end >= len(told.doc):
            yield one.entities[0]


def _at_home(lines: Sequence[Told], gazetteer: Gazetteer) -> list[Actor]:
    """Return the states from whose capital a head without any other sender is dated."""
    sent = any(token.lower_ in talk("sent_organ") for told in lines for token in told.doc)
    named = [one for told in lines for one in told.attribution.mentions.values()]
    if sent or any(entity.kind is Kind.ORGANISATION for one in named for entity in one.entities):
        return []
    return [_party(one) for told in lines for one in _capitals(told, gazetteer)]


def _begins(mention: Mention, doc: Doc) -> bool:
    return all(token.lower_ == "the" or not token.is_alpha for token in doc[: mention.start])


def _capitals(told: Told, gazetteer: Gazetteer) -> Iterator[Entity]:
    """Yield the states whose capital a line gives as the place: 'Belgrade, 12 June 1998'."""
    for one in _plain_mentions(told):
        if one.entities[0].kind is Kind.STATE and one.surface.casefold() in _named_in("capital"):
            yield gazetteer.party_of(one.entities[0])


@cache
def _named_in(column: str) -> frozenset[str]:
    """Return the names in a column of the table of states, in small letters."""
    return frozenset(name.casefold() for row in rows("states.tsv") for name in row[column].split("|") if name)
