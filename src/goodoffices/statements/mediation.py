"""Who brokers: mediators by that name, and talks that are said to be brokered by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.phrases import is_office
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import leads_to, name_of, parties, sent_by
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, modals, subject

MEDIATORS = frozenset(
    {
        "mediator",
        "facilitator",
        "broker",
        "intermediary",
        "go-between",
        "middleman",
        "peacemaker",
        "arbiter",
        "conciliator",
    }
)
HOSTS = frozenset(
    {"host", "convener", "convenor", "sponsor", "chair", "chairman", "chairmanship", "architect", "godfather"}
)


def find_mediation(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who a mediator is: 'Norway, the mediator', 'host of the talks', 'acted as go-between'."""
    if word.pos_ not in {"NOUN", "PROPN"}:
        return
    if _names_a_mediator(word) or (lemma(word) in HOSTS and _of_talks(word)):
        yield from _mediator(word, attribution)


def _names_a_mediator(word: Token) -> bool:
    if word.lower_ in {"between", "betweens"} and word.i - 2 >= word.sent.start:
        return word.nbor(-1).text == "-" and word.nbor(-2).lower_ == "go"
    return lemma(word) in MEDIATORS


def _of_talks(noun: Token) -> bool:
    """Tell whether somebody hosts talks and not a feast: 'host of the talks', 'the talks' host'."""
    near = [*leads_to(noun, ("of", "for", "to")), *children(noun, "poss", "compound")]
    return any(lemma(one) in things("process_noun") for one in near)


def _mediator(noun: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    who, verb = _called(noun), _governor(noun)
    doubtful = noun.dep_ != "appos" and (bool(modals(verb)) or is_negated(verb) or _aimed_at(verb))
    sender = sent_by(noun, attribution) or _sender_of_a_facilitator(noun, attribution)
    sources = parties(who, attribution) if who is not None and not doubtful else ()
    if sender is not None and (who is None or who.dep_ == "appos"):
        sources = (sender,)
    for source in sources:
        whole = (*noun.subtree, *name_of(who))
        yield RelationSighting(RelationKind.BROKERS, source, None, noun, whole)


def _sender_of_a_facilitator(noun: Token, attribution: Attribution) -> Actor | None:
    """Return 'Norway' for 'Norway's facilitator', 'its peace envoy'; 'Chad's mediator' may be sent to it."""
    owner = first_child(noun, "poss")
    peace = lemma(noun) == "facilitator" or any(child.lower_ == "peace" for child in noun.children)
    return next(iter(parties(owner, attribution)), None) if owner is not None and peace else None


def _governor(noun: Token) -> Token:
    return next((one for one in (noun, *noun.ancestors) if one.pos_ in {"VERB", "AUX"}), noun)


def _aimed_at(verb: Token) -> bool:
    return any(word.lower_ == "to" for word in children(verb, "aux"))


def _called(noun: Token) -> Token | None:
    """Return of whom it is said: 'Norway, the mediator', 'Norway is the mediator', 'acted as mediator'."""
    base = noun.head if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" else noun
    beside = first_child(base, "appos")
    if base.dep_ == "attr":
        return subject(base.head)
    if base.dep_ == "appos":
        return base.head
    named = first_child(base.head, "attr") if base.dep_ == "nsubj" else None
    if named is not None and named.pos_ == "PROPN" and lemma(base.head) == "be":
        return named
    if base.dep_ == "pobj" and base.head.lower_ == "as" and (beside_it := _accompanied(base.head)):
        return beside_it
    if base.dep_ == "pobj" and base.head.lower_ == "as":
        return subject(base.head.head) if base.head.head.pos_ == "VERB" else base.head.head
    office = beside is not None and is_office(beside)
    return beside if beside is not None and (office or beside.pos_ == "PROPN") else None


def _accompanied(link: Token) -> Token | None:
    """Return 'Togo' in 'settled with Togo as go-between'."""
    beside = link.head if link.head.pos_ == "PROPN" else link.nbor(-1)
    holder = next((one for one in (beside, *beside.ancestors) if one.dep_ == "prep"), None)
    return beside if holder is not None and holder.lower_ == "with" and beside.dep_ == "pobj" else None
