"""Agreements, truces, resolutions and conferences that a sentence names: candidates for a precedent."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.lexicon import words
from goodoffices.statements.sighting import Tokens

ARTICLE = re.compile(r"\b(?:(?P<owner>[A-Z][\w.]+)(?:[’']s)? )?Article (?P<number>\d+|[IVX]+)\b")
MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
DATE = rf"(?:\d{{1,2}} )?(?:{MONTH},? )?(?P<year>1[5-9]\d\d|20\d\d)\b"
MADE = r"(?:signed|agreed|concluded|reached|adopted|negotiated|struck|sealed)"
BEHIND = re.compile(
    rf"^[”\"’]?(?: \(|,? (?:(?:which|that) (?:was|were) )?(?P<made>{MADE} )?(?P<link>of|in|from|on) ){DATE}"
)
DATED = re.compile(rf"^ (?:of|from) {DATE}")
AGREED = re.compile(rf"^, (?:which was )?(?:signed|agreed|concluded|negotiated|sealed) in {DATE}")
NUMBER = re.compile(r"^(?:\d{1,4}|S-\d+)$")
LINKS = frozenset({"of", "on", "and", "for"})


@dataclass(frozen=True, slots=True)
class PrecedentSighting:
    """A named agreement in terms of tokens."""

    name: str
    tokens: Tokens
    year: int | None


def find_precedents(sentence: SentenceSpan, *, this_year: int | None = None) -> Iterator[PrecedentSighting]:
    """Yield the agreements and articles of treaties that a sentence names.

    'the Oslo Accords', 'the Lomé pact of 1999', 'Resolution 435', 'the truce of May 1994', 'Taif, signed in
    1989'. A text that no place, number or capital names has to be older than the report.

    Args:
        sentence: The sentence.
        this_year: The year of the report, if it is known.
    """
    articles = tuple(_articles(sentence))
    taken = {word.i for article in articles for token in article.tokens for word in token.subtree}
    for found in (*_instruments(sentence, this_year), *_places_agreed(sentence)):
        if not taken & {token.i for token in found.tokens}:
            taken |= {token.i for token in found.tokens}
            yield found
    yield from articles


def _instruments(sentence: SentenceSpan, this_year: int | None) -> Iterator[PrecedentSighting]:
    for token in sentence:
        if token.lower_ not in words("instrument") or (token.text.islower() and token.dep_ == "compound"):
            continue
        kept = _named(token, sentence)
        if kept is None and token.lower_ in words("dated_instrument") and token.text.islower():
            kept = _dated(token, sentence, this_year)
        if kept is not None:
            yield kept


def _named(token: Token, sentence: SentenceSpan) -> PrecedentSighting | None:
    """Return the instrument that a noun and the capitalised words before it or the number behind it name."""
    name = _capitalised_run(token, sentence)
    number = _number_behind(token, sentence)
    if number is not None and (len(name) > 1 or not token.text.islower() or len(number) > 2):
        name = (*name, number)
    elif len(name) == 1:
        return None
    year = _year_with(name)
    sure = token.text in words("instrument_suffix") or number is not None or year is not None
    if sure or (token.lower_ in words("lasting_instrument") and _is_known(name)):
        return PrecedentSighting(_text(name), name, year)
    return None


def _number_behind(token: Token, sentence: SentenceSpan) -> Token | None:
    behind = token.doc[token.i + 1] if token.i + 1 < sentence.end else None
    numbered = token.lower_ == "resolution" and behind is not None and NUMBER.match(behind.text)
    return behind if numbered else None


def _is_known(name: Tokens) -> bool:
    """Tell whether 'the' and a place stand before a common noun: 'the Arusha accords', not 'with Chad'."""
    first, last = name[0], name[-1]
    article = first.doc[first.i - 1] if first.i > first.sent.start else None
    places = all(word.pos_ == "PROPN" and word.ent_type_ not in {"ORG", "NORP"} for word in name[:-1])
    parties = any(child.lower_ in {"with", "between"} for child in last.children)
    return article is not None and article.lower_ == "the" and places and not parties


def _dated(token: Token, sentence: SentenceSpan, this_year: int | None) -> PrecedentSighting | None:
    """Return an instrument that nothing but its date names: 'the truce of May 1994', 'the 1994 truce'."""
    first = token.i
    while first - 1 > sentence.start and token.doc[first - 1].dep_ == "compound":
        first -= 1
    before = token.doc[first - 1] if first > sentence.start else token
    end = token.idx + len(token)
    behind = DATED.match(_rest(token, sentence))
    if YEAR.fullmatch(before.text):
        year, first = int(before.text), first - 1
    elif behind is not None:
        year, end = int(behind["year"]), end + behind.end()
    else:
        return None
    if this_year is not None and year >= this_year:
        return None
    tokens = tuple(word for word in token.doc[first : sentence.end] if word.idx < end)
    return PrecedentSighting(_text(tokens), tokens, year)


def _places_agreed(sentence: SentenceSpan) -> Iterator[PrecedentSighting]:
    """Yield an agreement that is called by its place alone: 'Taif, signed in 1989'."""
    for token in sentence:
        follows = AGREED.match(_rest(token, sentence)) if token.pos_ == "PROPN" else None
        if follows and token.lower_ not in words("instrument") and token.ent_type_ != "PERSON":
            name = _capitalised_run(token, sentence)
            yield PrecedentSighting(_text(name), name, int(follows["year"]))


def _articles(sentence: SentenceSpan) -> Iterator[PrecedentSighting]:
    for match in ARTICLE.finditer(sentence.text):
        span = sentence.doc.char_span(
            sentence.start_char + match.start(), sentence.start_char + match.end(), alignment_mode="expand"
        )
        if span is not None:
            yield PrecedentSighting(match.group(), tuple(span), None)


def _capitalised_run(last: Token, sentence: SentenceSpan) -> Tokens:
    first = last.i
    while first > sentence.start:
        before = last.doc[first - 1]
        joins = before.lower_ in LINKS and first - 1 > sentence.start and last.text[:1].isupper()
        if _begins_a_name(before, sentence):
            first -= 1
        elif joins and last.doc[first - 2].text[:1].isupper():
            first -= 2
        elif YEAR.fullmatch(before.text):
            first -= 1
        else:
            break
    while first < last.i and YEAR.fullmatch(last.doc[first].text) and not last.text[:1].isupper():
        first += 1
    return tuple(last.doc[first : last.i + 1])


def _begins_a_name(word: Token, sentence: SentenceSpan) -> bool:
    """Tell whether a capital is that of a name, not of a sentence's first word or of an adverb."""
    if not word.text[:1].isupper() or word.pos_ in {"DET", "PRON", "ADP", "SCONJ", "ADV", "CCONJ", "AUX"}:
        return False
    return word.i > sentence.start or word.pos_ == "PROPN" or bool(word.ent_type_)


def _text(tokens: Tokens) -> str:
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text


def _rest(token: Token, sentence: SentenceSpan) -> str:
    return token.doc.text[token.idx + len(token) : sentence.end_char]


def _year_with(tokens: Tokens) -> int | None:
    """Return the year in, before or right behind a name: 'of 1994', '(1994)', 'signed in May 1994'.

    In 'broke the accord in 1994' the year is that of the breach.
    """
    first = tokens[0]
    before = first.doc[first.i - 1].text if first.i > first.sent.start else ""
    found = YEAR.search(_text(tokens)) or YEAR.fullmatch(before)
    if found:
        return int(found.group())
    last = tokens[-1]
    behind = BEHIND.match(_rest(last, first.sent))
    if behind is None:
        return None
    loose = behind["link"] in {"in", "on"} and not behind["made"]
    mine = last.doc[last.i + 1].head in tokens
    return int(behind["year"]) if mine or not loose else None
