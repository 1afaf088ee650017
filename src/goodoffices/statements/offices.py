"""Which office somebody may hold, by the gazetteer and by what the report says."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention, Mentions
from goodoffices.statements.phrases import belongs
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, lemma


def may_hold(bearer: Actor, role: str, gazetteer: Gazetteer) -> bool:
    """Tell whether somebody may be the one called by a role: Kofi Annan is no 'minister'.

    Args:
        bearer: A person named before.
        role: The role in dictionary form.
        gazetteer: Names of people with their offices.
    """
    offices = {one.office for one in gazetteer.lookup(bearer.person or "") if one.office}
    kind = gazetteer.office_kind(role)
    party = gazetteer.parties.get(bearer.party or "")
    if kind not in {"head of state", "head of government"} and party and party.kind is Kind.STATE:
        return True
    stated = bearer.role is not None and role in bearer.role.lower()
    fits = any(role in office for office in offices) or kind in offices
    return stated or fits or not offices


def movement_named_by(token: Token) -> bool:
    """Tell whether an office is said to be a movement's that is not named: 'an official of the movement'."""
    owners = (of for one in children(token, "prep") if belongs(one) for of in children(one, "pobj"))
    return any(
        lemma(of) in words("movement_noun") and [word.lower_ for word in of.children] == ["the"]
        for of in owners
    )


def other_owners(token: Token, mentions: Mentions) -> tuple[Entity, ...]:
    """Return whose an office is besides the first owner: Jordan's in 'the ministers of Egypt and Jordan'."""
    if token.tag_ not in {"NNS", "NNPS"}:
        return ()
    places = (place for of in children(token, "prep") if belongs(of) for place in children(of, "pobj"))
    joined = (mentions.get(other.i) for place in places for other in place.conjuncts if other.i > place.i)
    named = [mention.entities[0] for mention in joined if mention and len(mention.entities) == 1]
    return tuple(entity for entity in named if entity.kind is not Kind.PERSON)


def is_movement(party: str, gazetteer: Gazetteer) -> bool:
    """Tell whether a party is an armed or political movement that the gazetteer knows."""
    known = gazetteer.parties.get(party)
    return known is not None and known.kind is Kind.MOVEMENT


def is_backer(mention: Mention, doc: Doc) -> bool:
    """Tell whether a name only says who stands behind somebody: 'the Vietnamese-backed government'."""
    behind = doc[mention.end : mention.end + 2]
    joined = len(behind) == 2 and behind[0].text in {"-", "–"}
    return joined and behind[1].tag_ in {"VBN", "VBD", "VBG", "JJ"} and not behind[1].text[:1].isupper()


def is_origin(mention: Mention, behind: Sequence[Mention]) -> bool:
    """Tell whether an adjective only says where a movement is at home: 'the Afghan Taliban leader'."""
    return mention.demonym and any(
        other.start == mention.end and other.entities[0].kind is Kind.MOVEMENT for other in behind
    )
