"""Who would have the good of what is proposed, promised, asked for: the beneficiary of a statement."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.lexicon import words
from goodoffices.statements.sighting import Sighting
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, lemma

GOOD = frozenset(
    {
        *(Act.PROPOSE, Act.OFFER, Act.PLAN, Act.PROMISE, Act.ACCEPT, Act.AGREE, Act.OPEN, Act.REJECT),
        *(Act.DEMAND, Act.REQUEST, Act.APPEAL, Act.SUPPORT, Act.CONCEDE),
    }
)
"""Acts whose content can do somebody good; what is claimed or threatened names no beneficiary."""
GIVING = frozenset(
    {"offer", "promise", "give", "grant", "provide", "supply", "lend", "pay", "send", "extend"}
)
SHIELDING = frozenset({"protect", "defend", "recognise", "recognize", "shield", "compensate"})


def beneficiary_of(sighting: Sighting, attribution: Attribution) -> Actor | None:
    """Return the party that the content of an act would do good, as far as the words name it.

    'Offered Ukraine guarantees', 'a seat for the Karen', 'the protection of Chad', 'Ukrainian security'. Whom
    an act is directed at need not be whom it does good: 'asked Chad for aid to Mali' is for Mali.

    Args:
        sighting: The statement.
        attribution: Resolves the noun phrases.
    """
    if sighting.act not in GOOD:
        return None
    given = (sighting.verb, *(token for token in sighting.content if token.pos_ == "VERB"))
    goods = (token for token in sighting.content if lemma(token) in words("benefit_noun"))
    for place in (*chain.from_iterable(map(_given_to, given)), *chain.from_iterable(map(_meant_for, goods))):
        found = _party(place, attribution)
        if found is not None:
            return found
    return None


def _given_to(verb: Token) -> Iterator[Token]:
    """Yield to whom a verb gives something, or whom it shields: 'grant Chad a loan', 'protect Chad'."""
    thing = first_child(verb, "dobj")
    if lemma(verb) in GIVING and thing is not None:
        yield from children(verb, "dative")
        for to in children(verb, "prep", "dative"):
            if to.lower_ in {"to", "for"}:
                yield from children(to, "pobj")
        yield from (one for one in children(thing, "compound") if one.pos_ == "PROPN")
    elif lemma(verb) in SHIELDING and thing is not None:
        yield thing


def _meant_for(noun: Token) -> Iterator[Token]:
    """Yield whose a good is to be: 'guarantees for Chad', 'aid to Chad', 'Chad's or Chadian security'."""
    for link in children(noun, "prep"):
        if link.lower_ in {"for", "to"} or (link.lower_ == "of" and lemma(noun) in words("shielding_noun")):
            yield from children(link, "pobj")
    if lemma(noun) in words("shielding_noun"):
        yield from children(noun, "poss", "amod", "compound")


def _party(place: Token, attribution: Attribution) -> Actor | None:
    """Return the party that a place names; a pronoun counts only where it owns something."""
    if is_pronoun(place) and place.dep_ != "poss":
        return None
    mention = attribution.mentions.get(place.i)
    if place.dep_ in {"amod", "compound"}:
        if mention is None or len(mention.entities) != 1:
            return None
        party = attribution.gazetteer.party_of(mention.entities[0])
        return Actor(mention.surface, party.id, party.name, resolved_by="demonym")
    found = attribution.actor(place)
    return found if found is not None and found.party is not None else None
