"""How parties stand to one another: who supports, supplies, brokers, attacks, has leverage over whom."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import CHAIN
from goodoffices.statements.content import extent
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.lexicon import words
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import (
    RELATIVES,
    agent,
    children,
    first_child,
    is_negated,
    is_passive,
    lemma,
    modals,
    subject,
)
from goodoffices.statements.ties import find_ties, whose
from goodoffices.statements.traded import DELIVERING, clause_words, delivered, embargo, received

VERBS = {
    **dict.fromkeys(
        ("support", "back", "aid", "help", "assist", "bolster", "sustain"), RelationKind.SUPPORTS
    ),
    **dict.fromkeys(
        ("supply", "provide", "arm", "equip", "fund", "finance", "bankroll", "subsidise", "facilitate"),
        RelationKind.SUPPLIES,
    ),
    **dict.fromkeys(("buy", "purchase", "import"), RelationKind.BUYS_FROM),
    **dict.fromkeys(("sanction", "embargo", "blockade"), RelationKind.SANCTIONS),
    **dict.fromkeys(("broker", "mediate", "host"), RelationKind.BROKERS),
    **dict.fromkeys(
        ("invade", "occupy", "attack", "annex", "besiege", "shell", "bomb"), RelationKind.ATTACKS
    ),
}
LEVERAGE = frozenset({"leverage", "influence", "sway", "clout", "hold"})
PARTS = frozenset({"most", "much", "all", "half", "part", "some", "third", "share"})
BLAMING = frozenset({"blame", "accuse", "criticize", "criticise", "condemn", "suspect"})
GOING_ON = frozenset({"continue", "go", "keep", "begin", "start", "use", "help", "admit", "confirm"})
"""Verbs whose 'to …' or '…ing' takes place: 'continues to supply', not 'wants to supply'."""


def find_relations(sentence: SentenceSpan, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield the relations that a sentence states, whoever says so."""
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"}:
            yield from _by_verb(token, attribution)
            if lemma(token) in {"receive", "get", "obtain"}:
                yield from received(token, attribution)
            if lemma(token) in DELIVERING and not _only_thought_of(token):
                yield from delivered(token, attribution)
            if lemma(token) in {"suspend", "halt", "stop", "ban", "cut", "embargo"}:
                yield from embargo(token, attribution)
        if lemma(token) in LEVERAGE and token.pos_ == "NOUN":
            yield from _leverage(token, attribution)
        yield from find_ties(token, attribution)
        if lemma(token) in words("attack_noun"):
            yield from _attack_noun(token, attribution)
        if token.lower_ in {"support", "backing"} and token.pos_ == "NOUN":
            yield from _support_noun(token, attribution)


def _by_verb(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    kind = VERBS.get(lemma(verb))
    if kind is None or modals(verb) or _only_thought_of(verb):
        return
    participle = verb.tag_ == "VBN" and verb.dep_ in {"acl", "advcl"} and not is_passive(verb)
    who = agent(verb) if is_passive(verb) or participle else _doer(verb)
    thing = _undergoes(verb) if participle else _named_by(first_child(verb, "dobj", "nsubjpass"), verb)
    if who is not None and thing is None and lemma(verb) == "mediate":
        for source in (one for one in attribution.actors(who) if one.party is not None):
            whole = (who, *verb.subtree)
            yield RelationSighting(kind, source, None, verb, whole, (), is_negated(verb))
    if who is None or thing is None:
        return
    sources = whose(who, attribution)
    process = lemma(thing) in words("process_noun")
    if (kind is RelationKind.BROKERS or lemma(verb) == "facilitate") and process:
        for source in (one for one in sources if one.party is not None):
            about = extent(thing, (verb.i,))
            yield RelationSighting(RelationKind.BROKERS, source, None, verb, clause_words(verb, thing), about)
        return
    first = next((one for one in sources if one.party is not None), None)
    if first is None:
        return
    if kind is RelationKind.BROKERS or (lemma(verb) == "provide" and process):
        return
    target = _beneficiary(verb, thing, attribution, first) if kind is RelationKind.BUYS_FROM else None
    target = target or party_in(thing, attribution, first)
    if target is None and kind is not RelationKind.SUPPORTS:
        target = _beneficiary(verb, thing, attribution, first)
    if target is None:
        return
    means = _means(verb, thing, target)
    yield RelationSighting(kind, first, target, verb, clause_words(verb, thing), means, is_negated(verb))


def _only_thought_of(verb: Token) -> bool:
    """Tell whether a verb says what somebody wants, stops or asks: 'wants to arm', 'whether it arms'."""
    to = any(word.lower_ == "to" for word in children(verb, "aux"))
    open_end = verb.dep_ == "xcomp" and verb.tag_ in {"VB", "VBG"}
    if (to or open_end) and lemma(verb.head) not in GOING_ON:
        return True
    return any(
        mark.lower_ in {"whether", "if", "unless"}
        for word in (verb, *islice(verb.ancestors, CHAIN))
        for mark in children(word, "mark")
    )


def _undergoes(participle: Token) -> Token | None:
    """Return what 'armed by France' stands beside: a noun, or the subject of a verb."""
    return participle.head if participle.dep_ == "acl" else subject(participle.head)


def _named_by(thing: Token | None, verb: Token) -> Token | None:
    """Return the noun that a relative pronoun stands for: 'the rebels whom it arms'."""
    relative = thing is not None and thing.lower_ in RELATIVES and verb.dep_ == "relcl"
    return verb.head if relative else thing


def _doer(verb: Token) -> Token | None:
    """Return who does it; 'its role in facilitating the market' and 'for aiding Russia' name it elsewhere."""
    found = subject(verb)
    if found is not None and verb.tag_ == "VBG":
        governor = verb
        while (
            governor.dep_ in {"pcomp", "conj", "prep"}
            and governor.head.i != governor.i
            and lemma(governor) not in BLAMING
        ):
            governor = governor.head
        blamed = first_child(governor, "dobj")
        if lemma(governor) in BLAMING:
            return blamed or found
    if verb.dep_ == "pcomp" and verb.head.dep_ == "prep":
        owner = first_child(verb.head.head, "poss")
        return owner or found
    return found


def party_in(thing: Token, attribution: Attribution, source: Actor) -> Actor | None:
    """Return the party other than the source that a thing is or belongs to: 'Russia', 'its economy'."""
    found = attribution.actor(thing)
    if found is not None and found.party is not None and found.party != source.party:
        return found
    for child in children(thing, "poss"):
        if is_pronoun(child):
            return attribution.discourse.pronoun(child, other_than=source.party)
        owner = attribution.actor(child)
        if owner is not None and owner.party != source.party:
            return owner
    part = next((one for one in children(thing, "prep") if one.lower_ == "of"), None)
    whole = first_child(part, "pobj") if part is not None and lemma(thing) in PARTS else None
    owned = whole is not None and not any(is_pronoun(one) for one in children(whole, "poss"))
    return party_in(whole, attribution, source) if whole is not None and owned else None


def _beneficiary(verb: Token, thing: Token, attribution: Attribution, source: Actor) -> Actor | None:
    inside = [word for word in thing.subtree if word.lower_ == "from"]
    for holder in (thing, verb):
        for preposition in (*children(holder, "prep", "dative"), *inside):
            if preposition.lower_ in {"to", "for", "from", "on", "against"}:
                place = first_child(preposition, "pobj")
                found = attribution.actor(place) if place is not None else None
                if found is not None and found.party not in {None, source.party}:
                    return found
    return None


def _means(verb: Token, thing: Token, target: Actor) -> Tokens:
    """Return the words that say by what: 'with large-scale oil purchases', or the thing supplied."""
    for preposition in children(verb, "prep"):
        noun = first_child(preposition, "pobj", "pcomp")
        if (
            preposition.lower_ in {"with", "by", "through"}
            and noun is not None
            and noun.pos_ in {"NOUN", "VERB"}
            and lemma(noun) not in words("attack_noun")
        ):
            return extent(noun)
    if thing.pos_ == "NOUN" and target.text not in thing.text:
        return extent(thing, {child.i for child in children(thing, "prep")})
    return ()


def _leverage(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'It holds significant leverage over Russia', 'Beijing's influence on Pyongyang'."""
    over = next((child for child in children(noun, "prep") if child.lower_ in {"over", "on", "with"}), None)
    place = None if over is None else first_child(over, "pobj")
    owner = first_child(noun, "poss")
    verb = noun.head
    if owner is None and lemma(verb) in {"give", "grant", "hand", "lend", "afford"}:
        owner = first_child(verb, "dative")
    elif owner is None and lemma(verb) in {
        "hold",
        "have",
        "retain",
        "wield",
        "exert",
        "enjoy",
        "exercise",
        "use",
    }:
        owner = subject(verb)
    if place is None or owner is None:
        return
    source, target = attribution.actor(owner), attribution.actor(place)
    if source is None or target is None or source.party is None or target.party in {None, source.party}:
        return
    whole = (owner, *noun.subtree, *((verb,) if owner.dep_ != "poss" else ()))
    yield RelationSighting(
        RelationKind.HAS_LEVERAGE_OVER,
        source,
        target,
        noun,
        whole,
        (),
        owner.dep_ != "poss" and is_negated(verb),
    )


def _attack_noun(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Moscow's invasion', 'the Russian invasion of Ukraine', 'Iraqi aggression'."""
    source: Actor | None = None
    for child in children(noun, "poss", "amod", "compound"):
        mention = attribution.mentions.get(child.i)
        if mention is not None and len(mention.entities) == 1:
            entity = attribution.gazetteer.party_of(mention.entities[0])
            source = Actor(mention.surface, entity.id, entity.name, resolved_by="demonym")
    if source is None:
        return
    place = next(
        (first_child(of, "pobj") for of in children(noun, "prep") if of.lower_ in {"of", "against", "on"}),
        None,
    )
    target = attribution.actor(place) if place is not None else None
    yield RelationSighting(RelationKind.ATTACKS, source, target, noun, extent(noun))


def _support_noun(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'plans with U.S. support', 'with backing from Washington': who supports those who plan."""
    owner = next(children(noun, "compound", "poss", "amod", "nmod"), None)
    if owner is None or owner.i not in attribution.mentions:
        given_by = next((one for one in children(noun, "prep") if one.lower_ == "from"), None)
        owner = first_child(given_by, "pobj") if given_by is not None else None
    mention = attribution.mentions.get(owner.i) if owner is not None else None
    governor = next((one for one in noun.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    who = subject(governor) if governor is not None else None
    if noun.head.lower_ != "with" or mention is None or who is None or governor is None:
        return
    party, target = attribution.gazetteer.party_of(mention.entities[0]), attribution.actor(who)
    if len(mention.entities) == 1 and target is not None and target.party not in {None, party.id}:
        source = Actor(mention.surface, party.id, party.name)
        whole = (*who.subtree, governor, *noun.subtree)
        yield RelationSighting(RelationKind.SUPPORTS, source, target, noun, whole)
