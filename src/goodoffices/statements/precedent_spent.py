"""Cases without a year that their words call past: failed, broken, held elsewhere, or the first of two."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.precedent_names import capitalised_run
from goodoffices.statements.precedent_past import named_case
from goodoffices.statements.precedent_years import MONTH, latest_year
from goodoffices.statements.relation_frames import things
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import children, first_child, lemma, modals

NUMBERED = re.compile(r"^(?:II|III|IV)$")
LAST_MONTH = re.compile(rf"^ (?:of|from) last (?:{MONTH}|spring|summer|autumn|fall|winter)\b")
IN_MONTH = re.compile(rf"\b(?:in|of|from) (?:last |early |late |mid-)?{MONTH}(?! \d)\b")
AT = frozenset({"at", "in"})
KNOWN = frozenset({"PERSON", "DATE", "NORP", "CARDINAL"})


def spent_cases(
    sentence: SentenceSpan, today: dt.date | None, attribution: Attribution | None
) -> Iterator[tuple[Tokens, int | None]]:
    """Yield earlier cases that no year dates.

    'the failed Abuja round', 'the accords of San Andrés', 'a previous agreement, signed in Sirte',
    'Minsk II', 'the conference at Harad broke up', 'the ceasefire of last March'.

    Args:
        sentence: The sentence.
        today: The day of the report, if it is known.
        attribution: Knows which names stand for parties.
    """
    for token in sentence:
        if NUMBERED.match(token.text) and _numbers_a_place(token, attribution):
            yield (token.nbor(-1), token), None
        if token.pos_ == "NOUN" and _may_be_past(token):
            found = _monthly(token, sentence, today)
            if found is not None:
                yield found
            elif (
                _is_called_past(token)
                or _is_of_a_place(token, attribution)
                or (_held_at(token) is not None and _has_ended(token))
            ):
                yield named_case(token, _reach(token)), None


def _may_be_past(noun: Token) -> bool:
    listed = lemma(noun) in things("past_instrument") and noun.dep_ != "compound"
    return listed and not {word.lower_ for word in noun.children} & (things("commerce_word") | {"no", "any"})


def _reach(noun: Token) -> int:
    return max(word.i for word in noun.subtree) + 1


def _numbers_a_place(number: Token, attribution: Attribution | None) -> bool:
    """Tell whether a numeral counts the talks of a place: 'Minsk II', not 'John Paul II', 'World War II'."""
    if number.i - 1 < number.sent.start or number.dep_ == "compound":
        return False
    place = number.nbor(-1)
    mention = attribution.mentions.get(place.i) if attribution is not None else None
    alone = place.i - 1 < number.sent.start or not place.nbor(-1).text[:1].isupper()
    known = mention is not None and not mention.demonym and place.lower_ != mention.entities[0].id
    return place.text[:1].isupper() and alone and (known or place.ent_type_ in {"GPE", "LOC", "FAC"})


def _is_called_past(noun: Token) -> bool:
    """Tell whether words before a noun call it past, and a name or a place says which it is."""
    before = {word.lower_ for word in noun.children if word.i < noun.i}
    if before & things("failed_word") and len(capitalised_run(noun, noun.sent)) > 1:
        return True
    made = next((verb for verb in children(noun, "acl", "relcl") if _is_made(verb)), None)
    placed = made is not None and any(
        link.lower_ in AT | {"by", "under"} for link in children(made, "prep", "agent")
    )
    return bool(before & (things("failed_word") | {"earlier", "previous"})) and placed


def _is_made(verb: Token) -> bool:
    return verb.tag_ in {"VBN", "VBD"} and lemma(verb) in things("making_verb")


def _is_of_a_place(noun: Token, attribution: Attribution | None) -> bool:
    """Tell whether a place alone names a text: 'the accords of San Andrés', not 'the agreement of Kenya'."""
    article = any(word.lower_ == "the" for word in children(noun, "det"))
    link = next((one for one in children(noun, "prep") if one.i == noun.i + 1 and one.lower_ == "of"), None)
    place = first_child(link, "pobj") if link is not None else None
    plain = lemma(noun) in {"accord", "agreement", "treaty", "protocol", "pact", "truce", "ceasefire"}
    return article and plain and _is_unknown_place(place, attribution)


def _is_unknown_place(place: Token | None, attribution: Attribution | None) -> bool:
    if place is None or place.pos_ != "PROPN" or place.ent_type_ in KNOWN:
        return False
    return attribution is None or place.i not in attribution.mentions


def _held_at(noun: Token) -> Token | None:
    """Return the place of talks: 'the conference at Harad'."""
    for holder in (noun, *children(noun, "acl")):
        for link in children(holder, "prep"):
            place = first_child(link, "pobj") if link.lower_ in AT else None
            if place is not None and place.pos_ == "PROPN" and place.ent_type_ not in KNOWN:
                return place
    return None


def _has_ended(noun: Token) -> bool:
    """Tell whether a clause says that something is over: 'broke up', 'has been broken', 'lasted'."""
    verb = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or verb.pos_ != "VERB" or modals(verb):
        return False
    past = verb.tag_ == "VBD" or any(word.lower_ in {"has", "have", "had"} for word in children(verb, "aux"))
    passive = noun.dep_ == "nsubjpass"
    return past and lemma(verb) in things("spoiling_verb" if passive else "failing_verb")


def _monthly(noun: Token, sentence: SentenceSpan, today: dt.date | None) -> tuple[Tokens, int | None] | None:
    """Return what a month dates and what is over: 'a truce signed in August has been broken'."""
    behind = sentence.doc.text[noun.idx + len(noun) : sentence.end_char]
    if today is None:
        return None
    last = LAST_MONTH.match(behind)
    if last is not None:
        return named_case(noun, noun.i + 1), latest_year(last.group(), today)
    own = sentence.doc[noun.i : _reach(noun)].text
    dated = IN_MONTH.search(own)
    if dated is None or not _has_ended(noun):
        return None
    return named_case(noun, _reach(noun)), latest_year(dated.group(), today)
