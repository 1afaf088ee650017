"""Whose a place, its people or what stands in it is, for force and for occupation."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.open_targets import is_a_mere_place
from goodoffices.statements.places_known import side_at, state_at
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import owners, parties, sources_of
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import RELATIVES, children, first_child, lemma

SIDES = frozenset({Kind.STATE, Kind.MOVEMENT})


def side_hit(thing: Token, source: Actor, attribution: Attribution) -> Actor | None:
    """Return on whom force is used that hits somebody, something of theirs, or a place known.

    Args:
        thing: What is hit.
        source: Who uses force.
        attribution: Resolves the noun phrases.
    """
    return _party_of(thing, source, attribution) or side_at(thing, source, attribution)


def land_of(place: Token, source: Actor, attribution: Attribution) -> Actor | None:
    """Return whose land a place is that somebody else holds.

    Args:
        place: The place, the land, or a part of either.
        source: Who holds it.
        attribution: Resolves the noun phrases.
    """
    named = place.pos_ == "PROPN" or place.i in attribution.mentions
    if not named and lemma(place) not in things("held_land") and place.lower_ not in things("held_land"):
        return None
    if (found := _party_of(place, source, attribution)) is not None:
        found = _state_of(found, attribution)
        return found if is_foreign(source, found, attribution) else None
    state = state_at(place, attribution)
    if state is not None:
        there = Actor(place.text, state.id, state.name, resolved_by="context")
        return there if is_foreign(source, there, attribution) else None
    return None if place.pos_ == "PROPN" else only_other(place, source, attribution)


def _state_of(owner: Actor, attribution: Attribution) -> Actor:
    """Return the state whose land a movement calls ours: 'in our mountains'."""
    known = attribution.gazetteer.parties
    movement = known.get(owner.party or "")
    state = known.get(movement.state or "") if movement is not None else None
    if state is None or owner.resolved_by != "pronoun":
        return owner
    return Actor(owner.text, state.id, state.name, resolved_by="context")


def is_foreign(source: Actor, land: Actor, attribution: Attribution) -> bool:
    """Tell whether a land is not the state's, or the movement's, that holds it."""
    known = attribution.gazetteer.parties
    holder, owner = known.get(source.party or ""), known.get(land.party or "")
    if holder is None or owner is None or holder.kind not in SIDES or owner.kind not in SIDES:
        return False
    return owner.id not in {holder.id, holder.state} and owner.state != holder.id


def in_arms(who: Token | None) -> bool:
    """Tell whether a subject is soldiers or weapons at work: 'Rhodesian jets', 'its paratroopers'."""
    if who is None:
        return False
    near = {f"{child.lower_} {lemma(who)}" for child in children(who, "compound", "amod", "nmod")}
    listed = things("soldier_noun") | things("weapon_at_work")
    return lemma(who) in listed or who.lower_ in listed or bool(near & listed)


def users_of(who: Token | None, attribution: Attribution) -> tuple[Actor, ...]:
    """Return whose the soldiers or weapons are that are the subject, or who the subject is itself."""
    if who is None:
        return ()
    if who.lower_ in RELATIVES and (
        clause := next((one for one in who.ancestors if one.dep_ == "relcl"), None)
    ):
        who = clause.head
    found = sources_of(who, attribution) or (owners(who, attribution) if in_arms(who) else ())
    known = attribution.gazetteer.parties
    own = {one.id for one in attribution.roll.own.values()}
    return tuple(one for one in found if one.party in own or one.party in known)


def _party_of(thing: Token, source: Actor, attribution: Attribution) -> Actor | None:
    found = parties(thing, attribution, source.party) or owners(thing, attribution, source.party, within=True)
    return next((one for one in found if not is_a_mere_place(one, attribution)), None)


def only_other(place: Token, source: Actor, attribution: Attribution) -> Actor | None:
    """Return the one other side that the sentence names, whose the land must be.

    Args:
        place: The land, or the way into it.
        source: Who holds or closes it.
        attribution: Knows the names of the passage.
    """
    others = {one.id: one for one in _sides(place, attribution) if one.id != source.party}
    if len(others) != 1:
        return None
    only = next(iter(others.values()))
    found = Actor(place.text, only.id, only.name, resolved_by="context")
    owner = first_child(place, "poss")
    return found if owner is None and is_foreign(source, found, attribution) else None


def _sides(place: Token, attribution: Attribution) -> Iterator[Entity]:
    for word in place.sent:
        mention = attribution.mentions.get(word.i)
        if mention is not None and len(mention.entities) == 1:
            party = attribution.gazetteer.party_of(mention.entities[0])
            if party.kind in SIDES:
                yield party
