"""Occupation told without its verb: 'their troops are still in Chad', 'under its rule'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.charged_deeds import voice_over
from goodoffices.statements.charges import denial_of
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.lands import land_of, users_of
from goodoffices.statements.places_known import state_at
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, owners
from goodoffices.statements.relation_roles import doer, has_word, is_told, undergoer
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, own_subject

WHERE = ("in", "inside", "on", "across", "throughout", "atop", "within", "at")
COMPLEMENTS = ("acomp", "oprd", "ccomp", "xcomp", "prt")
TAKING = frozenset({"seize", "overrun", "take"})
"""What a state does to a place that it then holds."""
TO_SOMETHING = frozenset({"to", "as", "for", "back", "up", "off"})


def find_presence(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who holds whose land, by where soldiers stay, what somebody holds and under whose rule it is.

    Args:
        word: The word looked at.
        attribution: Resolves the noun phrases.
    """
    if word.pos_ in {"VERB", "AUX"} and is_told(word):
        yield from _where_soldiers_stay(word, attribution)
        yield from _soldiers_kept(word, attribution)
        yield from _held(word, attribution)
    elif word.pos_ == "NOUN":
        yield from _under_rule(word, attribution)


def is_invited(word: Token) -> bool:
    """Tell whether a sentence speaks of guests, peacekeepers, help or leaving, and not of force."""
    return any(lemma(one) in things("invited_word") for one in word.sent)


def _where_soldiers_stay(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Libyan soldiers have been in the strip since 1973', 'its tanks are still in Chad'."""
    who = own_subject(verb)
    if lemma(verb) not in things("presence_verb") or who is None or is_invited(verb):
        return
    if not _are_soldiers(who):
        return
    places = list(leads_to(verb, WHERE))
    yield from _sightings(verb, who, places[:1], attribution, negated=_denied(verb) or _none(who))


def _soldiers_kept(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Libya keeps two thousand soldiers in the north of Chad', 'has no troops in Chad'."""
    thing = undergoer(verb)
    if lemma(verb) not in things("stationing_verb") or thing is None or is_invited(verb):
        return
    if lemma(thing) not in things("soldier_noun"):
        return
    still = any(child.lower_ == "still" for child in verb.children)
    if lemma(verb) == "have" and not (still or _none(thing) or is_negated(verb)):
        return  # guests and allies have soldiers in a land as well
    places = [one for holder in (verb, thing) for one in leads_to(holder, WHERE)]
    yield from _sightings(verb, doer(verb), places, attribution, negated=_denied(verb) or _none(thing))


def _held(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Libya holds the strip', 'sits on most of the territory', 'lands held by Libya'."""
    if lemma(verb) == "sit" and not is_invited(verb):
        places = list(leads_to(verb, ("on", "upon", "astride")))
        yield from _sightings(verb, doer(verb), places, attribution, negated=_denied(verb))
    thing = undergoer(verb)
    if thing is not None and lemma(verb) in TAKING and state_at(thing, attribution) is not None:
        yield from _sightings(verb, doer(verb), [thing], attribution, negated=_denied(verb))
    if lemma(verb) not in things("holding_verb") or thing is None:
        return
    otherwise = any(True for _ in children(verb, *COMPLEMENTS)) or any(
        has_word(verb, one) or any(child.lower_ == one for child in children(verb, "prep"))
        for one in TO_SOMETHING - {"for"}
    )
    named = lemma(verb) in {"keep", "retain", "take", "seize"} and lemma(thing) not in things("held_land")
    if not otherwise and not named:
        yield from _sightings(verb, doer(verb), [thing], attribution, negated=_denied(verb))


def _under_rule(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'The strip is under Libyan control', 'the town stayed in Libyan hands'."""
    link = noun.head
    listed = lemma(noun) in things("holding_noun") or noun.lower_ in things("holding_noun")
    if not listed or noun.dep_ != "pobj" or link.lower_ not in {"under", "in", "beneath"}:
        return
    holder = link.head
    verbal = holder.pos_ in {"VERB", "AUX"}
    if verbal and (not is_told(holder) or is_negated(holder) or lemma(holder) == "put"):
        return
    stays = lemma(holder) in things("presence_verb")
    place = (own_subject(holder) if stays else undergoer(holder)) if verbal else holder
    for source in owners(noun, attribution):
        target = land_of(place, source, attribution) if place is not None else None
        if target is not None and _may_hold(source, attribution):
            yield RelationSighting(
                RelationKind.OCCUPIES, source, target, noun, tuple(link.subtree), (), False, None
            )


def _sightings(
    verb: Token, who: Token | None, places: list[Token], attribution: Attribution, *, negated: bool
) -> Iterator[RelationSighting]:
    for source in users_of(who, attribution):
        if not _may_hold(source, attribution):
            continue
        found = (land_of(place, source, attribution) for place in places)
        target = next((one for one in found if one is not None), None)
        if target is not None:
            whole = tuple(verb.subtree)
            by = voice_over(verb, attribution)
            yield RelationSighting(RelationKind.OCCUPIES, source, target, verb, whole, (), negated, by)


def _denied(verb: Token) -> bool:
    return is_negated(verb) != (denial_of(verb) is not None)


def _may_hold(source: Actor, attribution: Attribution) -> bool:
    known = attribution.gazetteer.parties.get(source.party or "")
    return known is not None and known.kind is Kind.STATE


def _are_soldiers(who: Token) -> bool:
    """Tell whether a subject is soldiers, or 'they' of the sentence before that tells of soldiers."""
    if lemma(who) in things("soldier_noun"):
        return True
    if who.lower_ != "they" or who.sent.start == 0:
        return False
    return any(lemma(one) in things("soldier_noun") for one in who.doc[who.sent.start - 1].sent)


def _none(thing: Token) -> bool:
    return first_child(thing, "det") is not None and any(one.lower_ == "no" for one in thing.children)
