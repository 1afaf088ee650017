"""Relations that nouns for people and adjectives tell of: a sponsor, an ally, Libyan-armed rebels."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.lexicon import rows
from goodoffices.statements.relation_frames import Frame, frames, things
from goodoffices.statements.relation_parties import (
    by_name,
    leads_to,
    name_of,
    owners,
    parties,
    party_or_whose,
    sources_of,
)
from goodoffices.statements.relation_roles import is_told
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, subject

HYPHENED = {
    word: RelationKind(row["kind"]) for row in rows("hyphened.tsv") for word in row["words"].split("|")
}
"""What the second half of 'Libyan-armed' tells of the first half and the noun."""
MATES = frozenset({"alliance", "partnership", "entente", "axis", "coalition"})
LOOSE = frozenset({"advcl", "npadvmod", "dep", "appos", "nmod"})
"""How the parse hangs a noun before the subject that it describes: 'An ally of Chad, Togo agreed'."""
BEING = frozenset({"be", "remain", "become", "stay"})


def find_ties(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield the relations that a word which is no verb tells of."""
    if word.pos_ in {"NOUN", "PROPN"}:
        for frame in frames("tie").get(lemma(word), ()):
            told_of = _ward if frame.source == ("owner",) else _tie
            yield from told_of(word, frame, attribution)
        if lemma(word) in MATES:
            yield from _alliance(word, attribution)
    if word.lower_ in {"allied", "aligned"} and word.pos_ in {"ADJ", "VERB"}:
        yield from _allied(word, attribution)
    if word.lower_ in HYPHENED:
        yield from _hyphened(word, attribution)
    if word.lower_ == "arms" and word.i > word.sent.start and word.nbor(-1).lower_ in {"which", "who"}:
        yield from _arms(word, attribution)


def _tie(noun: Token, frame: Frame, attribution: Attribution) -> Iterator[RelationSighting]:
    """'China is a partner of Russia', 'Libya, its sponsor', 'Chad's ally, France', 'its paymasters in …'."""
    base = noun.head if noun.dep_ == "conj" and noun.head.pos_ == noun.pos_ else noun
    who, verb = _predicated_of(base, noun)
    if verb is not None and not is_told(verb):
        return
    negated = verb is not None and is_negated(verb)
    whole = _words_of(who, verb, base)
    found = False
    for source in _sources(who, noun, attribution):
        for target in _owners(noun, base, frame, attribution, source):
            found = True
            yield RelationSighting(frame.kind, source, target, noun, whole, (), negated)
    if not found and frame.kind is RelationKind.ALLIED_WITH and noun.tag_ == "NNS" and noun.dep_ == "attr":
        yield from _each_other(parties(who, attribution), noun, whole, negated)


def _ward(noun: Token, frame: Frame, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Chad is a client of France', 'Libya's proxy, Chad': whom the owner supports."""
    base = noun.head if noun.dep_ == "conj" and noun.head.pos_ == noun.pos_ else noun
    who, verb = _predicated_of(base, noun)
    traded = things("goods_noun") | things("commodity_noun")
    near = (*children(noun, "compound", "amod"), *leads_to(noun, ("for",)))
    if who is None or (verb is not None and not is_told(verb)) or any(lemma(one) in traded for one in near):
        return
    negated = verb is not None and is_negated(verb)
    for target in parties(who, attribution):
        for source in _owners(noun, base, frame, attribution, target):
            whole = _words_of(who, verb, base)
            yield RelationSighting(frame.kind, source, target, noun, whole, (), negated)


def _predicated_of(base: Token, noun: Token) -> tuple[Token | None, Token | None]:
    """Return of whom a noun is said, and the verb that says so, if one does."""
    head = _one_of(base)
    for place in (head, noun):
        if place.dep_ in {"attr", "oprd"} and lemma(place.head) in BEING:
            return subject(place.head), place.head
        beside = first_child(place, "appos")
        if beside is not None:
            return beside, None
        if place.dep_ == "appos":
            return place.head, None
        if place.dep_ == "compound" and place.head.pos_ == "PROPN":
            return place.head, None
        if place.dep_ == "nsubj" and lemma(place.head) in BEING:
            return first_child(place.head, "attr"), place.head
        if place.i < place.head.i and place.dep_ in LOOSE and place.head.pos_ in {"VERB", "AUX"}:
            return subject(place.head), None
        if place.dep_ == "pobj" and place.head.lower_ == "as" and place.head.i == place.sent.start:
            return subject(place.head.head), None
        if place.dep_ == "pobj" and place.head.lower_ == "among" and lemma(place.head.head) in BEING:
            return subject(place.head.head), place.head.head
        if place.dep_ == "pobj" and place.head.lower_ == "as" and lemma(place.head.head) in {"act", "serve"}:
            return subject(place.head.head), place.head.head
    return None, None


def _one_of(noun: Token) -> Token:
    """Return 'one' in 'one of its backers'."""
    of = noun.head
    one = noun.dep_ == "pobj" and of.lower_ == "of" and (of.head.lower_ == "one" or of.head.pos_ == "NUM")
    return of.head if one else noun


def _sources(who: Token | None, noun: Token, attribution: Attribution) -> tuple[Actor, ...]:
    if who is not None:
        return sources_of(who, attribution)
    seat = next((found for one in leads_to(noun, ("in",)) if (found := parties(one, attribution))), ())
    if seat:
        return seat
    owned = first_child(noun, "poss") is not None
    named = by_name(noun, attribution) if owned or any(True for _ in leads_to(noun, ("of", "to"))) else None
    return (named,) if named is not None else ()


def _owners(
    noun: Token, base: Token, frame: Frame, attribution: Attribution, source: Actor
) -> tuple[Actor, ...]:
    """Return whose ally, patron, customer … somebody is."""
    for holder in dict.fromkeys((noun, base, noun.head if noun.dep_ == "compound" else noun)):
        owner = first_child(holder, "poss")
        if owner is not None and (found := _possessor(owner, attribution, source)):
            return found
    goods = tuple(leads_to(noun, ("of",))) if frame.kind is RelationKind.SUPPLIES else ()
    for holder in dict.fromkeys((noun, base, *goods)):
        for place in leads_to(holder, frame.target):
            found = party_or_whose(place, attribution, source.party)
            if found:
                return found
    named = by_name(noun, attribution)
    return (named,) if named is not None and named.party != source.party else ()


def _possessor(owner: Token, attribution: Attribution, source: Actor) -> tuple[Actor, ...]:
    if owner.lower_ == "whose":
        clause = next((one for one in owner.ancestors if one.dep_ == "relcl"), None)
        return parties(clause.head, attribution, source.party) if clause is not None else ()
    found = parties(owner, attribution, source.party)
    return found if found or is_pronoun(owner) else owners(owner, attribution, source.party)


def _words_of(who: Token | None, verb: Token | None, base: Token) -> Tokens:
    kept = {*base.subtree, *name_of(who), *((verb,) if verb is not None else ())}
    return tuple(sorted(kept, key=lambda token: token.i))


def _each_other(
    found: tuple[Actor, ...], anchor: Token, whole: Tokens, negated: bool
) -> Iterator[RelationSighting]:
    """Yield that each of several parties is allied with the next."""
    for place, source in enumerate(found):
        for target in found[place + 1 :]:
            yield RelationSighting(RelationKind.ALLIED_WITH, source, target, anchor, whole, (), negated)


def _alliance(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'The alliance between Syria and Iran', 'Ankara's alliance with Baku'."""
    between = next(leads_to(noun, ("between", "of", "among")), None)
    if between is not None:
        yield from _each_other(parties(between, attribution), noun, tuple(noun.subtree), False)
    mate = next(leads_to(noun, ("with",)), None)
    verb = noun.head if noun.dep_ == "dobj" and is_told(noun.head) else None
    held = subject(verb) if verb is not None and first_child(noun, "poss") is None else None
    sources = parties(held, attribution) if held is not None else owners(noun, attribution)
    negated = verb is not None and held is not None and is_negated(verb)
    whole = _words_of(held, verb, noun)
    if mate is None and between is None and held is not None and not negated:
        yield from _each_other(sources, noun, whole, False)
    for source in sources:
        for target in parties(mate, attribution, source.party):
            yield RelationSighting(RelationKind.ALLIED_WITH, source, target, noun, whole, (), negated)


def _allied(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Chad is allied with France', 'Chad, allied to France, …', 'they have allied themselves with'."""
    joined = word.dep_ in {"acl", "amod"} and word.head.pos_ in {"NOUN", "PROPN"}
    who = word.head if joined else subject(word if word.pos_ == "VERB" else word.head)
    verb = word if word.pos_ == "VERB" else word.head
    told = joined or (verb.pos_ in {"VERB", "AUX"} and is_told(verb))
    if who is None or not told:
        return
    whole = _words_of(who, None, word)
    for source in parties(who, attribution):
        for place in leads_to(word, ("with", "to")):
            for target in parties(place, attribution, source.party):
                negated = not joined and is_negated(verb)
                yield RelationSighting(RelationKind.ALLIED_WITH, source, target, word, whole, (), negated)


def _hyphened(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Norwegian-brokered talks', 'the Iran-backed Houthis'."""
    if word.i - 2 < word.sent.start or word.nbor(-1).text != "-":
        return
    mention, kind = attribution.mentions.get(word.i - 2), HYPHENED[word.lower_]
    if mention is None or len(mention.entities) != 1:
        return
    party = attribution.gazetteer.party_of(mention.entities[0])
    source = Actor(mention.surface, party.id, party.name, resolved_by="demonym")
    noun = word.head
    while noun.dep_ == "compound" and noun.head.i > noun.i:
        noun = noun.head
    if word.dep_ == "acomp" and noun.pos_ in {"VERB", "AUX"}:
        told = lemma(noun) in BEING and is_told(noun) and not is_negated(noun)
        noun = (subject(noun) if told else None) or word
    if lemma(noun) in things("process_noun") and kind is RelationKind.SUPPORTS:
        kind = RelationKind.BROKERS
    shown = (*word.doc[mention.start : word.i + 1], noun)
    if kind is RelationKind.BROKERS:
        yield RelationSighting(kind, source, None, word, shown)
        return
    whom = parties(noun, attribution, party.id) or owners(noun, attribution, party.id)
    beside = _named_beside(noun, attribution, party.id)
    unknown = all(one.party not in attribution.gazetteer.parties for one in whom)
    for target in beside if beside and unknown else whom:
        if target.resolved_by == "group" and word.text in target.text:
            continue  # 'Serbian-backed forces' have no name but this
        pair = (target, source) if kind is RelationKind.ALLIED_WITH else (source, target)
        yield RelationSighting(kind, *pair, word, shown)


def _named_beside(noun: Token, attribution: Attribution, other_than: str) -> tuple[Actor, ...]:
    """Return whom the noun's other adjective names: the Houthis in 'Iranian-backed Houthi militia'."""
    for child in children(noun, "amod", "compound", "nmod"):
        mention = attribution.mentions.get(child.i)
        if mention is not None and len(mention.entities) == 1:
            entity = attribution.gazetteer.party_of(mention.entities[0])
            if entity.id != other_than:
                return (Actor(mention.surface, entity.id, entity.name, resolved_by="demonym"),)
    return ()


def _arms(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Iran, which arms Hamas', where the parse takes the verb for weapons."""
    beside = word.head if word.dep_ == "compound" else None
    if beside is not None and beside.dep_ in {"appos", "relcl"}:
        who, whom = beside.head, beside
    elif word.dep_ == "relcl":
        joined = first_child(word, "conj")
        object_ = first_child(joined, "dobj") if joined is not None else None
        if object_ is None:
            return
        who, whom = word.head, object_
    else:
        return
    for source in parties(who, attribution)[:1]:
        for target in parties(whom, attribution, source.party):
            yield RelationSighting(
                RelationKind.SUPPLIES, source, target, word, (*name_of(who), word, *name_of(whom))
            )
