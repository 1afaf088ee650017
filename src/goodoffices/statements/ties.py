"""Relations that nouns tell of: a sponsor, a mediator, aid to somebody, sanctions against somebody."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.content import extent
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import agent, children, first_child, is_negated, lemma, modals, subject

PARTNERS = {
    **dict.fromkeys(("partner", "ally"), RelationKind.ALLIED_WITH),
    **dict.fromkeys(("backer", "patron", "supporter", "sponsor"), RelationKind.SUPPORTS),
    "supplier": RelationKind.SUPPLIES,
    "buyer": RelationKind.BUYS_FROM,
    "customer": RelationKind.BUYS_FROM,
}
MEDIATORS = frozenset({"mediator", "facilitator", "broker", "intermediary"})
AID = frozenset({"aid", "support", "assistance", "backing", "help"})
PENALTIES = frozenset({"sanction", "embargo", "blockade"})
HYPHENED = {
    "brokered": RelationKind.BROKERS,
    "mediated": RelationKind.BROKERS,
    "backed": RelationKind.SUPPORTS,
    "supported": RelationKind.SUPPORTS,
    "sponsored": RelationKind.SUPPORTS,
    "armed": RelationKind.SUPPLIES,
    "supplied": RelationKind.SUPPLIES,
    "funded": RelationKind.SUPPLIES,
    "financed": RelationKind.SUPPLIES,
}


def find_ties(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield the relations that a word which is no verb tells of."""
    name = lemma(word)
    if name in PARTNERS and word.pos_ == "NOUN":
        yield from _partner(word, attribution)
    elif name in MEDIATORS and word.pos_ in {"NOUN", "PROPN"}:
        yield from _mediator(word, attribution)
    elif name in AID and word.pos_ == "NOUN":
        yield from _aid(word, attribution)
    elif name in PENALTIES and word.pos_ == "NOUN":
        yield from _penalty(word, attribution)
    elif word.lower_ in HYPHENED:
        yield from _hyphened(word, attribution)
    elif word.lower_ == "arms" and word.i > word.sent.start and word.nbor(-1).lower_ in {"which", "who"}:
        yield from _arms(word, attribution)


def whose(who: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return whom a doer stands for, or who owns it: 'France', 'Chad's mines', 'whose mines buy …'."""
    found = attribution.actors(who)
    if any(one.party is not None for one in found):
        return found
    owner = first_child(who, "poss")
    if owner is not None and owner.lower_ == "whose":
        clause = next((one for one in who.ancestors if one.dep_ == "relcl"), None)
        return attribution.actors(clause.head) if clause is not None else ()
    if owner is not None:
        return attribution.actors(owner)
    return found or tuple(filter(None, (attribution.named_in(who),)))


def _by_name(noun: Token, attribution: Attribution) -> Actor | None:
    """Return the party that a noun's adjective or owner names: 'American aid', 'Iran's aid'."""
    for child in children(noun, "poss", "amod", "compound", "nmod"):
        mention = attribution.mentions.get(child.i)
        if mention is not None and len(mention.entities) == 1:
            party = attribution.gazetteer.party_of(mention.entities[0])
            return Actor(mention.surface, party.id, party.name, resolved_by="demonym")
    return None


def _place(holder: Token, *links: str) -> Token | None:
    link = next((one for one in children(holder, "prep", "dative") if one.lower_ in links), None)
    return None if link is None else first_child(link, "pobj")


def _other(token: Token | None, source: Actor, attribution: Attribution) -> Actor | None:
    """Return the party other than the source that a noun or pronoun stands for."""
    if token is None:
        return None
    if is_pronoun(token):
        found = attribution.discourse.pronoun(token, other_than=source.party)
    else:
        found = attribution.actor(token)
    return found if found is not None and found.party not in {None, source.party} else None


def _partner(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'China is a partner of Russia', 'Libya, its sponsor', 'Chad's ally, France'."""
    place = first_child(noun, "poss") or _place(noun, "of", "to")
    beside = first_child(noun, "appos")
    if noun.dep_ in {"attr", "appos"}:
        who = subject(noun.head) if noun.dep_ == "attr" else noun.head
    else:
        who = beside
    source = attribution.actor(who) if who is not None else None
    if who is None or source is None or source.party is None:
        return
    target = _other(place, source, attribution)
    if target is not None:
        copula = (noun.head,) if noun.dep_ in {"attr", "appos"} else ()
        negated = noun.dep_ == "attr" and is_negated(noun.head)
        whole = (who, *copula, *noun.subtree)
        yield RelationSighting(PARTNERS[lemma(noun)], source, target, noun, whole, (), negated)


def _mediator(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'The American mediator', 'Norway, the mediator', 'Norway is the mediator', 'acted as mediator'."""
    who: Token | None = None
    if noun.dep_ in {"attr", "appos"}:
        who = subject(noun.head) if noun.dep_ == "attr" else noun.head
    elif noun.dep_ == "pobj" and noun.head.lower_ == "as" and lemma(noun.head.head) in {"act", "serve"}:
        who = subject(noun.head.head)
    verb = next((one for one in (noun, *noun.ancestors) if one.pos_ in {"VERB", "AUX"}), noun)
    doubtful = noun.dep_ != "appos" and who is not None and (modals(verb) or is_negated(verb))
    sources = attribution.actors(who) if who is not None and not doubtful else ()
    if who is None:
        sources = tuple(filter(None, (_sending(noun, attribution),)))
    for source in (one for one in sources if one.party is not None):
        whole = (*noun.subtree, *((who,) if who is not None else ()))
        yield RelationSighting(RelationKind.BROKERS, source, None, noun, whole)


def _sending(noun: Token, attribution: Attribution) -> Actor | None:
    """Return who sends a mediator: 'the American mediator', 'the African Union mediator', not 'Chad's'."""
    for child in children(noun, "amod", "compound", "nmod"):
        mention = attribution.mentions.get(child.i)
        if mention is not None and len(mention.entities) == 1:
            entity = mention.entities[0]
            if mention.demonym or entity.kind is not Kind.STATE:
                party = attribution.gazetteer.party_of(entity)
                return Actor(mention.surface, party.id, party.name, resolved_by="demonym")
    return None


def _aid(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'French aid to Chad', 'Libya's support for the rebels'."""
    source = _by_name(noun, attribution)
    if source is None or any(child.lower_ == "no" for child in children(noun, "det")):
        return
    target = _other(_place(noun, "to", "for"), source, attribution)
    if target is not None:
        yield RelationSighting(RelationKind.SUPPORTS, source, target, noun, extent(noun))


def _penalty(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'American sanctions on Iran', 'it has maintained sanctions against Iran', 'sanctions imposed by …'."""
    verb = noun.head if noun.dep_ in {"dobj", "nsubjpass"} else first_child(noun, "acl")
    imposed = verb is not None and lemma(verb) in words("imposing_verb")
    source, negated = _by_name(noun, attribution), False
    if verb is not None and imposed and source is None:
        who = subject(verb) if noun.dep_ == "dobj" else agent(verb)
        thought = modals(verb) or any(word.lower_ == "to" for word in children(verb, "aux"))
        found = whose(who, attribution) if who is not None and not thought else ()
        source, negated = next((one for one in found if one.party is not None), None), is_negated(verb)
    if source is None:
        return
    place = _place(noun, "on", "against") or (_place(verb, "on", "against") if verb is not None else None)
    target = _other(place, source, attribution)
    if target is not None:
        clause = verb.subtree if verb is not None and imposed else noun.subtree
        whole = tuple(sorted({*clause, *noun.subtree}, key=lambda token: token.i))
        yield RelationSighting(RelationKind.SANCTIONS, source, target, noun, whole, (), negated)


def _hyphened(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Norwegian-brokered talks', 'the Iran-backed Houthis'."""
    if word.i - 2 < word.sent.start or word.nbor(-1).text != "-":
        return
    mention, kind = attribution.mentions.get(word.i - 2), HYPHENED[word.lower_]
    if mention is None or len(mention.entities) != 1:
        return
    party = attribution.gazetteer.party_of(mention.entities[0])
    source = Actor(mention.surface, party.id, party.name, resolved_by="demonym")
    target = None if kind is RelationKind.BROKERS else _other(word.head, source, attribution)
    if kind is RelationKind.BROKERS or target is not None:
        yield RelationSighting(kind, source, target, word, (word.nbor(-2), word, word.head))


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
    source = attribution.actor(who)
    target = _other(whom, source, attribution) if source is not None and source.party else None
    if source is not None and target is not None:
        yield RelationSighting(RelationKind.SUPPLIES, source, target, word, (who, word, whom))
