"""Agreements, truces, conferences and other cases that a sentence names: candidates for a precedent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as SentenceSpan

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.precedent_cases import articles, is_to_be_signed, places_agreed, places_likened
from goodoffices.statements.precedent_names import named_instrument
from goodoffices.statements.precedent_years import is_dated_by_day, text_of
from goodoffices.statements.relation_frames import things
from goodoffices.statements.sighting import Tokens

NAMING = ("strong_instrument", "weak_instrument", "dated_instrument", "model_noun", "place_model_noun")


@dataclass(frozen=True, slots=True)
class PrecedentSighting:
    """A named agreement in terms of tokens."""

    name: str
    tokens: Tokens
    year: int | None


def find_precedents(
    sentence: SentenceSpan, *, this_year: int | None = None, attribution: Attribution | None = None
) -> Iterator[PrecedentSighting]:
    """Yield the agreements, articles of treaties and earlier cases that a sentence names.

    'the Oslo Accords', 'the Lomé pact of 1999', 'Resolution 435', 'the truce of May 1994', 'Taif, signed in
    1989', 'as in Namibia'. What bears the report's own year or is still to be signed is the matter itself;
    what only a day dates was made in the report's year.

    Args:
        sentence: The sentence.
        this_year: The year of the report, if it is known.
        attribution: Knows which names stand for parties.
    """
    named = tuple(articles(sentence))
    taken = {word.i for tokens, _ in named for token in tokens for word in token.subtree}
    for tokens, year in _candidates(sentence, attribution):
        mine = {token.i for token in tokens}
        current = this_year is not None and year is not None and year >= this_year
        dated = this_year if year is None and is_dated_by_day(tokens) else year
        if not taken & mine and not current and not (year is None and is_to_be_signed(tokens)):
            taken |= mine
            yield PrecedentSighting(text_of(tokens), tokens, dated)
    for tokens, name in named:
        yield PrecedentSighting(name, tokens, None)


def _candidates(
    sentence: SentenceSpan, attribution: Attribution | None
) -> Iterator[tuple[Tokens, int | None]]:
    naming = _naming()
    for token in sentence:
        if token.lower_ in naming and not _names_a_party(token.i, attribution):
            found = named_instrument(token, sentence)
            if found is not None:
                yield found
    yield from places_agreed(sentence)
    yield from places_likened(sentence, attribution)


@cache
def _naming() -> frozenset[str]:
    """Return every noun that may name an earlier case, in lower case."""
    return frozenset().union(*map(things, NAMING)) | {word.lower() for word in things("rightward_noun")}


def _names_a_party(place: int, attribution: Attribution | None) -> bool:
    """Tell whether a word is part of a party's name: 'Government of National Accord'."""
    return attribution is not None and place in attribution.mentions
