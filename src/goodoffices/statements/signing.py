"""What is signed, when it is named again, and with whom."""

from __future__ import annotations

import calendar
from collections.abc import Collection, Iterator, Sequence

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.clauses import YEAR
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import sources_of
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, lemma

SIGNING = frozenset({"sign", "initial", "conclude", "ink", "ratify"})
MONTHS = frozenset(calendar.month_name[1:])


def named_again(
    sentence: SentenceSpan, papers: Collection[int], earlier: Sequence[str], just_before: bool
) -> Iterator[Token]:
    """Yield 'it' and 'the Protocol' where they stand for an agreement named before.

    Args:
        sentence: The sentence.
        papers: Indexes of the words that name an agreement themselves.
        earlier: Names of the agreements named before.
        just_before: Whether the sentence before named the last of them.
    """
    nouns = {name.split()[-1].lower() for name in earlier}
    for token in sentence:
        before = [child.lower_ for child in token.children if child.i < token.i]
        again = token.lower_ in nouns and before == ["the"]
        signed = token.dep_ == "pobj" and token.head.lower_ == "to"
        it = just_before and token.lower_ == "it" and (token.dep_ == "dobj" or signed)
        if token.i not in papers and (again or it):
            yield token


def joined_by(verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return with whom somebody signs: 'signed the agreement with Indonesia'."""
    thing = first_child(verb, "dobj")
    holders = (verb, thing) if thing is not None else (verb,)
    links = (one for holder in holders for one in _links(holder) if one.lower_ == "with")
    return next((found for one in links if (found := sources_of(first_child(one, "pobj"), attribution))), ())


def is_dated_paper(verb: Token, thing: Token) -> bool:
    """Tell whether a paper without a name was signed at a date that is past: 'signed an accord in 1976'."""
    paper = lemma(thing) in things("strong_instrument") | things("weak_instrument") and lemma(verb) in SIGNING
    dated = any(YEAR.fullmatch(one.text) or one.text in MONTHS for one in verb.subtree)
    partner = any(link.lower_ == "with" for holder in (verb, thing) for link in _links(holder))
    return paper and (dated or partner) and verb.tag_ in {"VBD", "VBN"}


def _links(holder: Token) -> Iterator[Token]:
    """Yield the prepositions of a word, and those behind a date that belongs to it: 'of 5 May with'."""
    for link in children(holder, "prep"):
        yield link
        place = first_child(link, "pobj")
        if place is not None and (place.ent_type_ == "DATE" or place.like_num):
            yield from children(place, "prep")
