"""Whose land a place is, for the target of force and occupation: Port Stanley, Kagera."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.lexicon import rows
from goodoffices.statements.statement import Actor

LONGEST = 4
"""Words in the longest name of a place."""


@cache
def places_known() -> Mapping[str, str]:
    """Return by the name of a place the id of the state whose recognised territory it is."""
    return {row["name"]: row["state"] for row in rows("places.tsv")}


def state_at(place: Token, attribution: Attribution) -> Entity | None:
    """Return the state in which a place lies that stands in a noun phrase: 'the airport at Aleppo'.

    Args:
        place: The head of the noun phrase.
        attribution: Knows the states.
    """
    for word in (place, *place.subtree):
        name = next((one for one in _names_with(word) if one in places_known()), None)
        if name is not None:
            return attribution.gazetteer.parties.get(places_known()[name])
    return None


def side_at(place: Token, source: Actor, attribution: Attribution) -> Actor | None:
    """Return on whom force is used in a place: its state, or its rebels where only they are named.

    Args:
        place: The head of the noun phrase.
        source: Who uses force there.
        attribution: Knows the states and the names of the passage.
    """
    state = state_at(place, attribution)
    if state is None:
        return None
    rebels = {one.id: one for one in _named_beside(place, attribution) if one.state == state.id}
    rebels.pop(source.party or "", None)
    user = attribution.gazetteer.parties.get(source.party or "")
    by_a_state = user is None or user.kind is not Kind.MOVEMENT
    if len(rebels) == 1 and by_a_state and state.id not in _ids_beside(place, attribution):
        only = next(iter(rebels.values()))
        return Actor(place.text, only.id, only.name, resolved_by="context")
    if state.id == source.party:
        return None
    return Actor(place.text, state.id, state.name, resolved_by="context")


def _names_with(word: Token) -> Iterator[str]:
    """Yield the names of which a word may be a part, the longest first."""
    if not word.text[:1].isupper():
        return
    for length in range(LONGEST, 0, -1):
        for start in range(word.i - length + 1, word.i + 1):
            if start >= word.sent.start and start + length <= word.sent.end:
                yield word.doc[start : start + length].text


def _named_beside(place: Token, attribution: Attribution) -> Iterator[Entity]:
    """Yield the movements named in the same sentence."""
    for word in place.sent:
        mention = attribution.mentions.get(word.i)
        if mention is not None and len(mention.entities) == 1:
            party = attribution.gazetteer.party_of(mention.entities[0])
            if party.kind is Kind.MOVEMENT:
                yield party


def _ids_beside(place: Token, attribution: Attribution) -> set[str]:
    mentions = (attribution.mentions.get(word.i) for word in place.sent)
    return {one.entities[0].id for one in mentions if one is not None}
