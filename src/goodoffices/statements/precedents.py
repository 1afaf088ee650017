"""Agreements, truces, conferences and other cases that a sentence names: candidates for a precedent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as SentenceSpan

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.precedent_cases import (
    articles,
    is_to_be_signed,
    places_agreed,
    places_likened,
    years_likened,
)
from goodoffices.statements.precedent_names import named_instrument
from goodoffices.statements.precedent_past import past_cases, past_year
from goodoffices.statements.precedent_spent import spent_cases
from goodoffices.statements.precedent_when import cases_of_a_year, is_of_late, monthly_cases
from goodoffices.statements.precedent_years import is_dated_by_day, latest_year, text_of
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
    sentence: SentenceSpan, *, today: dt.date | None = None, attribution: Attribution | None = None
) -> Iterator[PrecedentSighting]:
    """Yield the agreements, articles of treaties and earlier cases that a sentence names.

    'the Oslo Accords', 'the Lomé pact of 1999', 'Resolution 435', 'the truce of May 1994', 'Taif, signed in
    1989', 'as in Namibia'. What bears the report's own year or is still to be signed is the matter itself;
    what only a day dates was made in the report's year.

    Args:
        sentence: The sentence.
        today: The day of the report, if it is known.
        attribution: Knows which names stand for parties.
    """
    named = tuple(articles(sentence))
    taken = {word.i for tokens, _ in named for token in tokens for word in token.subtree}
    for tokens, year in _candidates(sentence, today, attribution):
        mine = {token.i for token in tokens}
        if not taken & mine and not (year is None and (_is_ahead(tokens) or is_of_late(tokens))):
            taken |= mine
            yield PrecedentSighting(text_of(tokens), tokens, year or _year_of(tokens, today))
    for tokens, name in named:
        yield PrecedentSighting(name, tokens, None)


def _year_of(tokens: Tokens, today: dt.date | None) -> int | None:
    """Return the year that a day, or words farther off, give to a case that bears none."""
    if today is None:
        return None
    if is_dated_by_day(tokens):
        sentence = tokens[0].sent
        return latest_year(tokens[0].doc.text[tokens[0].idx : sentence.end_char], today)
    return past_year(tokens, today.year) if tokens[-1].pos_ == "NOUN" else None


def _is_ahead(tokens: Tokens) -> bool:
    """Tell whether an agreement is still to be made; a place or a year is none."""
    return any(token.lower_ in _naming() for token in tokens) and is_to_be_signed(tokens)


def _candidates(
    sentence: SentenceSpan, today: dt.date | None, attribution: Attribution | None
) -> Iterator[tuple[Tokens, int | None]]:
    this_year = today.year if today is not None else None
    for tokens, year in _dated_cases(sentence, this_year, attribution):
        if this_year is None or year is None or year < this_year:
            yield tokens, year
    yield from spent_cases(sentence, today, attribution)
    yield from cases_of_a_year(sentence, this_year)
    yield from monthly_cases(sentence, today.month if today is not None else None)


def _dated_cases(
    sentence: SentenceSpan, this_year: int | None, attribution: Attribution | None
) -> Iterator[tuple[Tokens, int | None]]:
    naming = _naming()
    for token in sentence:
        if token.lower_ in naming and not _names_a_party(token.i, attribution):
            found = named_instrument(token, sentence)
            if found is not None:
                yield found
    yield from past_cases(sentence, this_year)
    yield from places_agreed(sentence)
    yield from places_likened(sentence, attribution)
    yield from years_likened(sentence, this_year)


@cache
def _naming() -> frozenset[str]:
    """Return every noun that may name an earlier case, in lower case."""
    return frozenset().union(*map(things, NAMING)) | {word.lower() for word in things("rightward_noun")}


def _names_a_party(place: int, attribution: Attribution | None) -> bool:
    """Tell whether a word is part of a party's name: 'Government of National Accord'."""
    return attribution is not None and place in attribution.mentions
