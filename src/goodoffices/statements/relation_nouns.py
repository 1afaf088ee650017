"""Relations that nouns of deeds tell of: aid to somebody, sanctions against somebody, an invasion."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.charged_deeds import charged_with, is_denied
from goodoffices.statements.charges import blaming_verb
from goodoffices.statements.content import extent
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.lexicon import words
from goodoffices.statements.open_targets import is_a_mere_place, somewhere
from goodoffices.statements.relation_frames import Frame, frames, things
from goodoffices.statements.relation_parties import (
    by_name,
    is_sure,
    leads_to,
    owners,
    parties,
    party_or_whose,
    sources_of,
)
from goodoffices.statements.relation_roles import doer, has_word, is_told, undergoer
from goodoffices.statements.relation_slots import is_one_of
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import FORCE, Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, modals, subject

BY_WORDS = frozenset({"attack", "assault", "strike", "pound"})
"""What a person does with words as often as with weapons."""
SHARING = frozenset({"with", "thanks", "through"})


def find_deeds(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield what a noun of a deed says: who does it to whom."""
    if noun.pos_ not in {"NOUN", "PROPN"}:
        return
    for frame in frames("noun").get(lemma(noun), ()):
        link, _, name = frame.thing.rpartition(":")
        placed = frame.only != "under" or _is_under_it(noun)
        if (is_sure(noun) or is_denied(noun)) and placed and (not link or _is_of(noun, name)):
            yield from _by_deed(noun, frame, attribution)
    if lemma(noun) in things("goods_noun") and noun.dep_ != "compound" and is_sure(noun):
        yield from _goods(noun, attribution)


def _is_under_it(noun: Token) -> bool:
    """Tell whether something takes place under somebody's guidance, and is not only imagined."""
    verb = next((one for one in noun.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    guided = noun.head.head if noun.head.lower_ == "under" else None
    return guided is not None and (verb is None or not modals(verb)) and _are_talks(guided)


def _are_talks(guided: Token) -> bool:
    """Tell whether what is done under guidance is done by talking: not 'police under its supervision'."""
    if guided.pos_ in {"VERB", "AUX"}:
        near = (subject(guided), undergoer(guided))
        talks = any(one is not None and lemma(one) in things("process_noun") for one in near)
        return talks or lemma(guided) in things("coming_together_verb") | words("joining_verb")
    return lemma(guided) in things("process_noun")


def _is_of(noun: Token, name: str) -> bool:
    """Tell whether deliveries are of such things: 'arms shipments', 'the flow of arms'."""
    return is_one_of(noun, name) or any(
        lemma(one) in things(name) or one.lower_ in things(name) for one in children(noun, "compound", "amod")
    )


def _by_deed(noun: Token, frame: Frame, attribution: Attribution) -> Iterator[RelationSighting]:
    verb = _imposed_by(noun)
    charged = charged_with(noun, attribution)
    sources = _sources(noun, frame, attribution)
    if not sources and frame.kind is RelationKind.SUPPORTS and _holder(noun) is not None:
        sources = next((one for of in leads_to(noun, ("of",)) if (one := parties(of, attribution))), ())
    if not sources and frame.thing:
        sources = next((one for of in leads_to(noun, ("of",)) if (one := owners(of, attribution))), ())
    negated = charged.negated
    sources = sources or charged.sources
    if not sources and verb is not None and frame.kind is RelationKind.SANCTIONS and is_told(verb):
        sources, negated = sources_of(doer(verb), attribution), is_negated(verb)
    if not sources and frame.kind in FORCE:
        sources = _blamed(noun, attribution)
    holder = _holder(noun) if frame.kind is RelationKind.SUPPORTS else None
    brokering = holder is not None and _brings_about_talks(holder)
    for source in sources:
        if source.person is not None and lemma(noun) in BY_WORDS:
            continue
        if frame.target == ("-",) or brokering:
            yield RelationSighting(
                RelationKind.BROKERS if brokering else frame.kind, source, None, noun, extent(noun)
            )
            continue
        shared = _shared_by(noun, attribution, source) if holder is not None else ()
        for target in shared or _targets(noun, verb, frame, attribution, source):
            yield RelationSighting(
                frame.kind, source, target, noun, _whole(noun, verb), (), negated, charged.by
            )


def _blamed(noun: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return on whom an attack is blamed: 'strikes which it blames on Chadian aircraft', 'blamed on Chad'."""
    near = (noun, *leads_to(noun, ("on", "against", "in", "at", "near")))
    for verb in (one for holder in near for one in children(holder, "acl", "relcl")):
        if lemma(verb) in {"blame", "pin"}:
            for place in leads_to(verb, ("on", "upon")):
                if found := sources_of(place, attribution):
                    return found
    return ()


def _brings_about_talks(holder: Token) -> bool:
    """Tell whether what is done with somebody's help is mediation: 'opened the talks with the help of'."""
    thing = undergoer(holder)
    near = () if thing is None else (thing, *leads_to(thing, ("of",)))  # 'the day of the talks that …'
    talks = any(lemma(one) in things("process_noun") for one in near)
    mediates = lemma(holder) in {"mediate", "broker", "facilitate", "convene"}
    return mediates or (talks and not is_negated(holder))


def _imposed_by(noun: Token) -> Token | None:
    """Return the verb that says who keeps something up: 'has imposed sanctions', 'sanctions imposed by'."""
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else first_child(noun, "acl", "relcl")
    return verb if verb is not None and lemma(verb) in words("imposing_verb") else None


def _sources(noun: Token, frame: Frame, attribution: Attribution) -> tuple[Actor, ...]:
    for slot in frame.source:
        if slot == "owner":
            found = _possessor(noun, attribution)
        else:
            places = tuple(leads_to(noun, (slot,)))
            found = next((one for place in places if (one := parties(place, attribution))), ())
        if found:
            return found
    return ()


def _possessor(noun: Token, attribution: Attribution) -> tuple[Actor, ...]:
    owner = first_child(noun, "poss")
    if owner is not None and (found := owners(noun, attribution)):
        return found
    named = (by_name(noun, attribution), *_beside_the_first(noun, attribution))
    attack = lemma(noun) in words("attack_noun")
    return tuple(one for one in named if one is not None and not (attack and one.text == one.name))


def _beside_the_first(noun: Token, attribution: Attribution) -> Iterator[Actor]:
    """Yield whom the other of two adjectives names: 'under Saudi and American auspices'."""
    for first in children(noun, "amod", "compound", "nmod"):
        for other in children(first, "conj"):
            mention = attribution.mentions.get(other.i)
            if mention is not None and first.i in attribution.mentions and len(mention.entities) == 1:
                party = attribution.gazetteer.party_of(mention.entities[0])
                yield Actor(mention.surface, party.id, party.name, resolved_by="demonym")


def _targets(
    noun: Token, verb: Token | None, frame: Frame, attribution: Attribution, source: Actor
) -> tuple[Actor | None, ...]:
    holders = (noun, *((verb,) if verb is not None else ()))
    for holder in holders:
        for place in leads_to(holder, frame.target):
            plan = frame.kind is RelationKind.SUPPORTS and lemma(place) in things("not_a_side")
            found = () if plan else party_or_whose(place, attribution, source.party)
            if not found and frame.kind is RelationKind.SANCTIONS:
                found = _traded_with(place, attribution, source) or _traded_with(holder, attribution, source)
            if frame.kind in FORCE:
                found = tuple(one for one in found if not is_a_mere_place(one, attribution))
            if found:
                return found
    if frame.kind in FORCE:
        owner = first_child(noun, "poss")
        vague = lemma(noun) in {"war", "strike"} or (owner is not None and is_pronoun(owner))
        charged = blaming_verb(noun) is not None or lemma(noun.head) in {"blame", "pin"}
        return () if vague and not charged else (somewhere(noun, attribution, source),)
    if frame.kind is RelationKind.SANCTIONS:
        return _struck_by(noun, attribution, source)
    return _shared_by(noun, attribution, source) if frame.kind is RelationKind.SUPPORTS else ()


def _traded_with(thing: Token, attribution: Attribution, source: Actor) -> tuple[Actor, ...]:
    """Return with whom forbidden things are traded: 'an embargo on arms to Chad', 'curbs on trade'."""
    places = leads_to(thing, ("to", "with", "from", "for", "into"))
    return next((found for one in places if (found := parties(one, attribution, source.party))), ())


def _struck_by(noun: Token, attribution: Attribution, source: Actor) -> tuple[Actor, ...]:
    """Return whom sanctions hit: 'American sanctions have emptied Iran's treasury'."""
    if noun.head.lower_ == "under" and noun.head.head.pos_ in {"PROPN", "NOUN"}:
        return parties(noun.head.head, attribution, source.party)
    struck = first_child(noun.head, "dobj") if noun.dep_ == "nsubj" and is_told(noun.head) else None
    if struck is None or is_negated(noun.head):
        return ()
    return parties(struck, attribution, source.party) or owners(struck, attribution, source.party)


def _shared_by(noun: Token, attribution: Attribution, source: Actor) -> tuple[Actor, ...]:
    """Return who has the support: 'plans it with French help', 'enjoys the backing of France'."""
    verb = _holder(noun)
    if verb is None or (not is_told(verb) and noun.dep_ == "dobj") or is_negated(verb):
        return ()
    return parties(subject(verb), attribution, source.party)


def _holder(noun: Token) -> Token | None:
    """Return the verb whose subject has the support: 'enjoys the backing', 'plans it with the help'."""
    holder = noun.head
    if noun.dep_ == "dobj" and lemma(holder) in things("sharing_verb"):
        return holder
    if holder.pos_ != "ADP":
        return None
    if lemma(holder.head) in things("leaning_verb"):
        return holder.head
    if holder.lower_ not in SHARING:
        return None
    return next((one for one in holder.ancestors if one.pos_ in {"VERB", "AUX"}), None)


def _whole(noun: Token, verb: Token | None) -> Tokens:
    near = noun.head.head if noun.head.pos_ == "ADP" else noun.head
    if verb is None:
        told = near.pos_ == "VERB" and lemma(near) in things("sharing_verb") | things("leaning_verb")
        return extent(noun) if not told else tuple(near.subtree)
    return tuple(sorted({*verb.subtree, *noun.subtree}, key=lambda token: token.i))


def _goods(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Soviet arms for Angola', 'arms from Libya to the IRA', not 'turned over its arms to Angola'."""
    if noun.dep_ == "dobj" and any(has_word(noun.head, one) for one in ("over", "in", "up", "back")):
        return
    given = next((found for place in leads_to(noun, ("from",)) if (found := parties(place, attribution))), ())
    for source in given or _possessor(noun, attribution):
        for place in leads_to(noun, ("for", "to")):
            for target in parties(place, attribution, source.party):
                yield RelationSighting(RelationKind.SUPPLIES, source, target, noun, extent(noun))
