"""Relations by goods that are received and trade that is cut off."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import words
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import RelationKind
from goodoffices.statements.syntax import (
    children,
    first_child,
    is_negated,
    is_passive,
    lemma,
    modals,
    subject,
)

DELIVERING = frozenset({"give", "send", "deliver", "ship", "sell"})
TRADE = frozenset({"trade", "export", "import", "shipment", "delivery", "sale"})


def received(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'The rebels receive missiles from Libya': who gives supplies who receives."""
    thing, who = first_child(verb, "dobj"), subject(verb)
    given = (one for holder in (verb, thing) if holder is not None for one in children(holder, "prep"))
    giver = next((first_child(one, "pobj") for one in given if one.lower_ == "from"), None)
    if (
        thing is None
        or who is None
        or giver is None
        or lemma(thing) not in words("goods_noun")
        or modals(verb)
    ):
        return
    source, target = attribution.actor(giver), attribution.actor(who)
    if source is not None and target is not None and None not in {source.party, target.party}:
        means = extent(thing, {child.i for child in children(thing, "prep")})
        negated = is_negated(verb)
        yield RelationSighting(
            RelationKind.SUPPLIES, source, target, verb, clause_words(verb, thing), means, negated
        )


def embargo(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Turkey suspended all trade with Israel': what is cut off from somebody is a sanction."""
    thing, who = first_child(verb, "dobj"), subject(verb)
    if thing is None or who is None or lemma(thing) not in TRADE or modals(verb):
        return
    source = attribution.actor(who)
    near = (one for holder in (thing, verb) for one in children(holder, "prep"))
    place = next((first_child(one, "pobj") for one in near if one.lower_ in {"with", "to", "from"}), None)
    target = attribution.actor(place) if place is not None else None
    if source is not None and target is not None and None not in {source.party, target.party}:
        whole = clause_words(verb, thing)
        yield RelationSighting(
            RelationKind.SANCTIONS, source, target, verb, whole, extent(thing), is_negated(verb)
        )


def delivered(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Iran ships rockets to Syria', 'sells Syria tanks': who delivers supplies who receives."""
    thing, who = first_child(verb, "dobj"), subject(verb)
    if (
        thing is None
        or who is None
        or lemma(thing) not in words("goods_noun")
        or modals(verb)
        or is_passive(verb)
    ):
        return
    ways = [one for holder in (verb, thing) for one in children(holder, "prep", "dative")]
    places = (
        one if one.pos_ != "ADP" else first_child(one, "pobj")
        for one in ways
        if one.lower_ == "to" or one.pos_ != "ADP"
    )
    place = next(places, None)
    source, target = attribution.actor(who), attribution.actor(place) if place is not None else None
    if source is not None and target is not None and None not in {source.party, target.party}:
        means = extent(thing, {child.i for child in children(thing, "prep")})
        whole = clause_words(verb, thing)
        yield RelationSighting(RelationKind.SUPPLIES, source, target, verb, whole, means, is_negated(verb))


def clause_words(verb: Token, thing: Token) -> Tokens:
    """Return the words of a verb and of a thing that may stand before it."""
    kept = {verb, *thing.subtree, *verb.subtree}
    return tuple(sorted(kept, key=lambda token: token.i))
