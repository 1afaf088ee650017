"""Who signed a paper without a name of its own, and who stood surety: 'they signed a declaration'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.acted import seen_in
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import is_asserted
from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import words
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, parties, sources_of
from goodoffices.statements.relation_roles import doer, undergoer
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import SUBJECTS, children, first_child, lemma, modals, tense_of

REACH = 2
"""Sentences back in which the two are looked for that 'they' may stand for."""


def find_signatures(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who signed a paper without a name, or vouched for something.

    Args:
        verb: The verb that may tell of it.
        attribution: Resolves the noun phrases.
    """
    if modals(verb) or not (is_asserted(verb) or verb.dep_ in {"acl", "relcl"}):
        return
    if (paper := _signed(verb)) is not None:
        for source in _signatories(doer(verb), attribution):
            yield seen_in(RelationKind.SIGNED, source, None, verb, paper)
    elif (vouched := _vouched_for(verb)) is not None:
        for source in sources_of(doer(verb), attribution):
            yield seen_in(RelationKind.GUARANTEED, source, None, verb, extent(vouched))


def _signed(verb: Token) -> Tokens | None:
    """Return the words of what is signed; none, but no None, where a verb leaves open what it is."""
    name, thing = lemma(verb), undergoer(verb)
    if name in words("affixing_verb") and thing is not None and lemma(thing) in words("hand_mark"):
        thing = next(leads_to(verb, ("to", "on", "under")), None) or next(leads_to(thing, ("to",)), None)
    elif name not in things("hand_verb"):
        return None
    elif thing is None:
        thing = next(leads_to(verb, ("to",)), None)
        if thing is None and name == "sign":
            return () if tense_of(verb) in {"VBD", "VBZ", "VBP"} and _is_over(verb) else None
    known = things("strong_instrument") | things("weak_instrument") | things("signed_noun")
    return extent(thing) if thing is not None and lemma(thing) in known else None


def _is_over(verb: Token) -> bool:
    return verb.tag_ in {"VBD", "VBN"} and first_child(verb, "prt", "ccomp", "xcomp", "prep") is None


def _signatories(who: Token | None, attribution: Attribution) -> tuple[Actor, ...]:
    if who is not None and who.lower_ == "they" and (both := _two_before(who, attribution)):
        return both
    return sources_of(who, attribution)


def _two_before(they: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return the two that a sentence just before has as its subject, since it takes two to sign."""
    before = [one for one in they.doc.sents if one.end <= they.sent.start][-REACH:]
    for sentence in reversed(before):
        for word in sentence:
            if word.dep_ in SUBJECTS and first_child(word, "conj") is not None:
                found = parties(word, attribution)
                if len(found) > 1:
                    return found
    return ()


def _vouched_for(verb: Token) -> Token | None:
    """Return what somebody answers for: 'stood surety for their return', 'vouched for the passage'."""
    thing = undergoer(verb)
    if lemma(verb) in things("vowing_verb") and thing is not None and lemma(thing) == "word":
        own = first_child(thing, "poss")
        return thing if own is not None and own.lower_ in {"its", "his", "her", "their"} else None
    surety = lemma(verb) in {"stand", "act", "serve", "go"} and any(
        lemma(one) in words("guarantor_noun") for one in _beside(verb)
    )
    if surety or lemma(verb) == "vouch":
        behind = (verb, *_beside(verb))
        return next((one for holder in behind for one in leads_to(holder, ("for", "of"))), None)
    listed = things("strong_instrument") | things("weak_instrument") | things("vouched_noun")
    vouches = lemma(verb) in words("vouching_verb") and thing is not None
    return thing if vouches and thing is not None and lemma(thing) in listed else None


def _beside(verb: Token) -> Iterator[Token]:
    yield from children(verb, "dobj", "attr", "acomp", "oprd")
    yield from leads_to(verb, ("as",))
