"""The names of agreements, truces, conferences and models, by the nouns that they end in or begin with."""

from __future__ import annotations

import re

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.precedent_years import DATE, DAY, MONTH, YEAR, is_dated_by_day, year_with
from goodoffices.statements.relation_frames import things
from goodoffices.statements.sighting import Tokens

NUMBER = re.compile(r"^(?:\d{1,4}|S-\d+)$")
DATED = re.compile(rf"^ (?:of|from) {DATE}")
ROMAN = re.compile(r"^[IVX]+$")
LINKS = frozenset({"of", "on", "and", "for"})
NOT_NAMING = frozenset({"DET", "PRON", "ADP", "SCONJ", "ADV", "CCONJ", "AUX", "PUNCT"})


def named_instrument(token: Token, sentence: SentenceSpan) -> tuple[Tokens, int | None] | None:
    """Return the agreement or other case that a noun names with the words around it, and its year.

    'the Lomé accord', 'Resolution 435', 'the Treaty of Guarantee', 'the 1974 truce', 'the Åland model'.
    """
    if token.text.islower() and token.dep_ == "compound":
        return None
    numbered = _numbered(token, sentence)
    if numbered is not None:
        return numbered, year_with(numbered, numbered=True)
    if token.text in things("rightward_noun") and (onwards := _onwards(token, sentence)) is not None:
        return onwards, year_with(onwards)
    name = capitalised_run(token, sentence)
    if len(name) > 1 and not _is_a_body(name):
        year = year_with(name)
        return (name, year) if _is_case(name, year) else None
    return _dated(token, sentence)


def _is_case(name: Tokens, year: int | None) -> bool:
    """Tell whether a name is that of an earlier case: by its noun, its year, or its place."""
    last = name[-1]
    plain = things("generic_word") | things("strong_instrument") | things("weak_instrument")
    telling = [word for word in name[:-1] if word.lower_ not in plain and not YEAR.fullmatch(word.text)]
    strong = last.lower_ in things("strong_instrument")
    if (year is not None or is_dated_by_day(name)) and (
        strong or last.lower_ in things("weak_instrument") or _is_model(last)
    ):
        return True
    if not telling:
        return False
    if strong:
        return not last.text.islower() or _at_a_place(name)
    return _is_model(last) and _after_the(name) and (last.lower_ in things("model_noun") or _places(name))


def _is_model(noun: Token) -> bool:
    return noun.lower_ in things("model_noun") | things("place_model_noun")


def _after_the(name: Tokens) -> bool:
    first = name[0]
    before = first.doc[first.i - 1].lower_ if first.i > first.sent.start else ""
    return before in {"the", "a", "an"}


def _places(name: Tokens) -> bool:
    return all(
        word.pos_ == "PROPN" and word.ent_type_ not in {"PERSON", "NORP"} and not _is_initials(word)
        for word in name[:-1]
    )


def _at_a_place(name: Tokens) -> bool:
    """Tell whether 'the' and a place stand before a common noun: 'the Arusha accords', not 'with Chad'."""
    first, last = name[0], name[-1]
    before = first.doc[first.i - 1].lower_ if first.i > first.sent.start else ""
    places = all(word.ent_type_ != "NORP" and not _is_initials(word) for word in name[:-1])
    proper = all(word.pos_ in {"PROPN", "CCONJ", "NUM", "PUNCT"} for word in name[:-1])
    parties = any(child.lower_ in {"with", "between"} for child in last.children)
    armistice = last.lower_.startswith("armistice")
    return before == "the" and ((proper and places) or armistice) and not parties


def _is_initials(word: Token) -> bool:
    return word.ent_type_ == "ORG" and (word.text.isupper() and not ROMAN.match(word.text))


def _is_a_body(name: Tokens) -> bool:
    """Tell whether a name is that of a government or movement: 'Government of National Accord'."""
    return any(word.lower_ in things("body_word") and word.text[:1].isupper() for word in name)


def _numbered(token: Token, sentence: SentenceSpan) -> Tokens | None:
    """Return 'Security Council resolution 1325', 'Resolutions 242 and 338'."""
    if token.lower_ not in {"resolution", "resolutions"} or token.i + 1 >= sentence.end:
        return None
    end = token.i + 1
    while end < sentence.end and NUMBER.match(token.doc[end].text):
        end += 2 if end + 2 < sentence.end and _another_number(token.doc[end + 1]) else 1
    if end == token.i + 1:
        return None
    name = capitalised_run(token, sentence)
    known = len(name) > 1 or not token.text.islower() or len(token.doc[token.i + 1]) > 2
    return (*name, *token.doc[token.i + 1 : end]) if known else None


def _another_number(link: Token) -> bool:
    return link.lower_ in {"and", ","} and bool(NUMBER.match(link.nbor(1).text))


def _onwards(token: Token, sentence: SentenceSpan) -> Tokens | None:
    """Return 'Treaty of Guarantee', 'Charter of the United Nations'."""
    place = token.i + 1
    if place >= sentence.end or token.doc[place].lower_ not in {"of", "on"}:
        return None
    place += 1 + (place + 1 < sentence.end and token.doc[place + 1].lower_ == "the")
    first = place
    if re.match(rf"{MONTH}(?!\w)", token.doc[first : sentence.end].text):
        return None
    while place < sentence.end and _goes_on(token.doc[place], sentence):
        place += 1
    named = [word for word in token.doc[first:place] if word.lower_ not in things("generic_word")]
    return tuple(token.doc[token.i : place]) if named else None


def _goes_on(word: Token, sentence: SentenceSpan) -> bool:
    joined = word.lower_ == "and" and word.i + 1 < sentence.end and word.nbor(1).text[:1].isupper()
    return (word.text[:1].isupper() and word.pos_ not in NOT_NAMING) or joined


def _dated(token: Token, sentence: SentenceSpan) -> tuple[Tokens, int | None] | None:
    """Return a case that nothing but its date names: 'the truce of May 1994', 'the 1994 ceasefire accord'."""
    if token.lower_ not in things("dated_instrument") or not token.text.islower():
        return None
    first = token.i
    while (
        first - 1 > sentence.start
        and token.doc[first - 1].dep_ == "compound"
        and token.doc[first - 1].text.islower()
    ):
        first -= 1
    if token.doc[first].lower_ in {"press", "news"}:
        return None
    before = token.doc[first - 1] if first > sentence.start else token
    if YEAR.fullmatch(before.text):
        return tuple(token.doc[first - 1 : token.i + 1]), int(before.text)
    behind = _date_behind(token, sentence)
    if behind is None or before.lower_ in {"a", "an", "any"} or begins_a_name(before, sentence):
        return None
    return tuple(word for word in token.doc[first : sentence.end] if word.idx < behind[0]), behind[1]


def _date_behind(token: Token, sentence: SentenceSpan) -> tuple[int, int | None] | None:
    end = token.idx + len(token)
    rest = token.doc.text[end : sentence.end_char]
    if (found := DATED.match(rest)) is not None:
        return end + found.end(), int(found["year"])
    day = DAY.match(rest)
    return (end + day.end(), None) if day is not None else None


def capitalised_run(last: Token, sentence: SentenceSpan) -> Tokens:
    """Return a noun with the capitalised words, hyphens, numerals and years right before it."""
    doc, first = last.doc, last.i
    while first > sentence.start and (steps := _steps_back(first, last, sentence)):
        first -= steps
    lower = not last.text[:1].isupper()
    while lower and last.i - first > 1 and YEAR.fullmatch(doc[first].text):
        first += 1
    return tuple(doc[first : last.i + 1])


def _steps_back(first: int, last: Token, sentence: SentenceSpan) -> int:
    """Return how many words before a place belong to the name too: none, one, or two with a link."""
    before = last.doc[first - 1]
    if begins_a_name(before, sentence) or YEAR.fullmatch(before.text) or ROMAN.match(before.text):
        return 1
    farther = last.doc[first - 2] if first - 1 > sentence.start else None
    if farther is None or not farther.text[:1].isupper() or farther.pos_ in NOT_NAMING:
        return 0
    joined = before.lower_ in LINKS and (first < last.i or last.text[:1].isupper())
    inside = before.lower_ in {"peace", "ceasefire", "framework", "border", "security"} and first == last.i
    return 2 if before.text == "-" or joined or inside else 0


def begins_a_name(word: Token, sentence: SentenceSpan) -> bool:
    """Tell whether a capital is that of a name, not of a sentence's first word or of an adverb."""
    if not word.text[:1].isupper() or word.pos_ in NOT_NAMING:
        return False
    return word.i > sentence.start or word.pos_ == "PROPN" or bool(word.ent_type_)
