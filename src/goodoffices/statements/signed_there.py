"""Who signed where no paper is named, and whose signature it is: 'signed in Lomé', 'got its signature'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.acted import seen_in
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import is_asserted
from goodoffices.statements.lexicon import words
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, parties, sources_of
from goodoffices.statements.relation_roles import antecedent, doer, is_told
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import (
    children,
    first_child,
    is_negated,
    is_passive,
    lemma,
    modals,
    subject,
)

SIGNED = frozenset({"sign", "initial", "countersign", "cosign", "ink"})
BEFORE_A_PLACE = frozenset(
    {
        "in",
        "at",
        "on",
        "for",
        "under",
        "before",
        "after",
        "with",
        "during",
        "through",
        "by",
        "as",
        "without",
        "despite",
        "over",
        "within",
        "amid",
        "last",
    }
)
REFUSING = frozenset({"refuse", "decline", "balk", "baulk"})


def find_signed_there(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who signed in a place or on a day, with whom, for whom, and who did likewise or did not.

    Args:
        verb: The verb of signing.
        attribution: Resolves the noun phrases.
    """
    if lemma(verb) not in SIGNED or is_passive(verb):
        return
    governor = verb.head if verb.dep_ == "xcomp" and lemma(verb.head) in REFUSING else verb
    refused = governor is not verb or (modals(verb) == {"would"} and is_negated(verb))
    told = is_told(verb) or is_asserted(governor) or (refused and verb.dep_ == "ROOT")
    if not told or (modals(governor) and not refused) or first_child(verb, "prt") is not None:
        return
    if refused or _is_over(verb):
        for source in _known(_signers(verb, governor, attribution), attribution):
            negated = refused or is_negated(verb)
            yield seen_in(RelationKind.SIGNED, source, None, verb, (), negated=negated)
    yield from _likewise(verb, attribution)


def _is_over(verb: Token) -> bool:
    """Tell whether somebody signs without a word of what, or with the name of a place for what."""
    thing = first_child(verb, "dobj")
    if verb.tag_ not in {"VBD", "VBN", "VBG", "VB"} or any(
        link.lower_ not in BEFORE_A_PLACE for link in children(verb, "prep")
    ):
        return False
    if thing is None or thing.ent_type_ in {"DATE", "TIME"}:
        return first_child(verb, "ccomp", "xcomp") is None
    named = thing.pos_ == "PROPN" and thing.ent_type_ in {"GPE", "LOC", "FAC", "ORG", "LAW", "EVENT"}
    return named or lemma(thing) in things("strong_instrument") | things("signed_noun")


def _signers(verb: Token, governor: Token, attribution: Attribution) -> Iterator[Actor]:
    who = doer(governor) or subject(governor)
    for_whom = [one for place in leads_to(verb, ("for",)) for one in parties(place, attribution)]
    yield from for_whom or sources_of(who, attribution)
    if who is not None:
        yield from _beside_a_government(who, attribution)
    for link in children(verb, "prep"):
        if (
            link.lower_ == "with" and link.nbor(-1).text != ","
        ):  # ', with Oman as mediator' names no signatory
            yield from sources_of(first_child(link, "pobj"), attribution)


def _beside_a_government(who: Token, attribution: Attribution) -> Iterator[Actor]:
    """Yield RENAMO in 'the Government of Mozambique and RENAMO', whatever the parse joins it to."""
    if lemma(who) not in words("state_organ_noun"):
        return
    for whole in leads_to(who, ("of",)):
        for other in whole.conjuncts:
            yield from sources_of(other, attribution)


def _known(found: Iterator[Actor], attribution: Attribution) -> tuple[Actor, ...]:
    """Return each party once, and none that only the report's context could name."""
    kept = {one.party: one for one in found if one.party in attribution.gazetteer.parties}
    return tuple(kept.values())


def _likewise(verb: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'…, and so did Chad', '…, as had the rebels', 'the others signed; Chad did not'."""
    for word in verb.doc[verb.i + 1 : verb.sent.end]:
        if lemma(word) not in {"do", "have", "would"} or word.pos_ not in {"AUX", "VERB"}:
            continue
        who = first_child(word, "nsubj")
        if who is None or first_child(word, "dobj", "xcomp", "ccomp") is not None:
            continue
        no = is_negated(word)
        alike = who.i > word.i and word.i > 0 and word.nbor(-1).lower_ in {"so", "as", "than"}
        if no or alike:
            for source in _known(iter(sources_of(who, attribution)), attribution):
                yield seen_in(RelationKind.SIGNED, source, None, word, (), negated=no)


def find_signature(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """'Got Egypt's signature', 'the signatures of Chad and Libya are under it'; not 'awaits its signature'.

    Args:
        noun: The noun that may be a signature.
        attribution: Resolves the noun phrases.
    """
    if lemma(noun) not in {"signature", "initials"} or noun.pos_ != "NOUN":
        return
    verb = next((one for one in noun.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    sure = verb is None or (is_told(verb) and not modals(verb) and not is_negated(verb))
    if not sure or (verb is not None and lemma(verb) in words("affixing_verb") | things("not_signed_verb")):
        return
    if noun.dep_ == "pobj" and noun.head.lower_ in {"without", "for", "of", "until", "before"}:
        return
    whose = [one for one in (first_child(noun, "poss"), *leads_to(noun, ("of", "from"))) if one is not None]
    found = (one for who in whose for one in _whose(who, attribution))
    for source in _known(found, attribution):
        yield seen_in(RelationKind.SIGNED, source, None, noun, ())


def _whose(who: Token, attribution: Attribution) -> Iterator[Actor]:
    yield from sources_of(antecedent(who, who.head), attribution)
