"""Whose supplier 'the second-largest seller' is, where only the words before it say whose."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.relation_frames import frames, things
from goodoffices.statements.relation_parties import leads_to, sources_of
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import RelationKind
from goodoffices.statements.syntax import first_child, lemma

RANKED = frozenset({RelationKind.SUPPLIES, RelationKind.BUYS_FROM})
Told = Callable[[Token], Iterable[RelationSighting]]


def find_ranked(noun: Token, attribution: Attribution, told: Told) -> Iterator[RelationSighting]:
    """Yield whom an apposition such as 'the second-largest seller' ranks among the sellers to.

    Args:
        noun: The noun.
        attribution: Resolves the noun phrases.
        told: Yields the relations that a word tells of, to look back with.
    """
    who = noun.head if noun.dep_ == "appos" else first_child(noun, "appos")
    kinds = {frame.kind for frame in frames("tie").get(lemma(noun), ())} & RANKED
    if noun.pos_ != "NOUN" or who is None or not kinds or not _is_ranked(noun) or _has_owner(noun):
        return
    earlier = next((one for one in _before(noun, told) if one.kind in kinds), None)
    if earlier is None or earlier.target is None or earlier.negated:
        return
    for source in sources_of(who, attribution):
        if source.party not in {earlier.source.party, earlier.target.party}:
            whole = tuple(who.subtree) if noun.dep_ == "appos" else tuple(noun.subtree)
            yield RelationSighting(earlier.kind, source, earlier.target, noun, whole)


def _is_ranked(noun: Token) -> bool:
    """Tell whether somebody is one of several: 'the biggest seller', 'the other donor'."""
    inside = [word for word in noun.subtree if word.i < noun.i]
    return any(word.tag_ in {"JJS", "RBS"} or word.lower_ in things("ranking_word") for word in inside)


def _has_owner(noun: Token) -> bool:
    return first_child(noun, "poss") is not None or any(True for _ in leads_to(noun, ("of", "to", "for")))


def _before(noun: Token, told: Told) -> Iterator[RelationSighting]:
    """Yield what is told before a noun in its sentence and the one before, the latest first."""
    start = noun.sent.start
    first = noun.doc[start - 1].sent.start if start else start
    for place in range(noun.i - 1, first - 1, -1):
        if noun.doc[place].pos_ in {"VERB", "AUX", "NOUN"}:
            yield from told(noun.doc[place])
