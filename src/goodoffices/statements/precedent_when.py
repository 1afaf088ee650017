"""Earlier cases that a year or month tells of: 'recalled 1965, when a truce …', 'Arusha, where in 1993'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.precedent_past import named_case
from goodoffices.statements.precedent_years import DATE, MONTH, YEAR
from goodoffices.statements.relation_frames import things
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import lemma, own_subject

WHERE = re.compile(rf"^, (?:where|when) (?:[^.;]{{1,80}}?\b)?(?:in|of) {DATE}")
BEHIND = re.compile(rf"^, {DATE}")
SHORT = re.compile(r"^,? (?:in|of|after|since|before) [’‘'](?P<year>\d\d)\b")
WHEN = re.compile(rf"\b(?:[Ii]n|[Oo]f|recall\w*|remember\w*) {DATE},? when\b[^.;]*$")
OF_MONTH = re.compile(rf"^ (?:of|from) {MONTH}(?! \d|,? (?:1[5-9]|20)\d\d)\b")
DAYS = r"(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
LATELY = re.compile(
    rf"^, (?:which was )?(?:signed|initialled|concluded|agreed|reached) (?:[^.;]{{0,60}}?\b(?:on|this|last) "
    rf"(?:{DAYS}|week|{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})\b(?!,? \d{{4}})|(?:today|yesterday)\b)"
)
CENTURY = 100
FIRST_OF_NEW = 30
"""Two figures below which a year is one of this century: '08, but '96."""
AGAIN = frozenset({"too", "also", "once", "already", "before"})
TALKING = frozenset({"negotiate", "talk", "meet", "sign", "agree", "settle"})


def year_of_place(name: Tokens, sentence: SentenceSpan) -> int | None:
    """Return the year that a clause or a comma gives to a case that is called by its place.

    'Arusha, where in 1993 …', 'Bicesse, May 1991', 'Camp David in '78', 'in 1990, when … at Jeddah'.
    """
    doc, last = sentence.doc, name[-1]
    rest = doc.text[last.idx + len(last) : sentence.end_char]
    behind = WHERE.match(rest) or BEHIND.match(rest)
    if behind is not None:
        return int(behind["year"])
    short = SHORT.match(rest)
    if short is not None:
        return _in_full(int(short["year"]))
    ahead = WHEN.search(doc.text[sentence.start_char : name[0].idx])
    return int(ahead["year"]) if ahead is not None else None


def _in_full(figures: int) -> int:
    return 20 * CENTURY + figures if figures < FIRST_OF_NEW else 19 * CENTURY + figures


def cases_of_a_year(sentence: SentenceSpan, this_year: int | None) -> Iterator[tuple[Tokens, int | None]]:
    """Yield the agreements and talks that the clause behind a year is about, and talks 'also' held in one.

    'recalled 2005, when the court annulled the accord on grazing', 'in 2003 they negotiated too'.

    Args:
        sentence: The sentence.
        this_year: The year of the report; without it nothing is past.
    """
    for token in sentence:
        year = int(token.text) if YEAR.fullmatch(token.text) else None
        if year is None or this_year is None or year >= this_year:
            continue
        told = _told_behind(token, sentence)
        if told is not None:
            yield named_case(told, _end_of(told)), year
        elif (verb := _talked(token)) is not None:
            yield tuple(sentence.doc[min(token.i, verb.i) : max(token.i, verb.i) + 1]), year


def _end_of(noun: Token) -> int:
    """Return where the words of a case end, also where the parser gives 'on grazing rights' to the verb."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 2, noun.sent.end)]
    on = [word for link in behind if link.lower_ in {"on", "of"} for word in link.subtree]
    return max(word.i for word in (*noun.subtree, *on)) + 1


def _told_behind(year: Token, sentence: SentenceSpan) -> Token | None:
    """Return the agreement or talks that the clause behind '1965, when' is about."""
    behind = [word for word in sentence.doc[year.i + 1 : sentence.end] if not word.is_punct]
    if not behind or behind[0].lower_ != "when":
        return None
    verb = next((word for word in behind if word.tag_ == "VBD"), None)
    for word in behind if verb is not None else ():
        role = word.dep_ in {"nsubj", "nsubjpass", "dobj"} and word.head == verb
        if role and word.pos_ == "NOUN" and lemma(word) in things("past_instrument"):
            return word
    return None


def _talked(year: Token) -> Token | None:
    """Return the verb by which two sides talked 'also' or 'once' in a year."""
    verb = year.head.head if year.head.lower_ == "in" else year
    said = {word.lower_ for word in verb.children}
    who = own_subject(verb) if verb.pos_ == "VERB" else None
    again = verb.tag_ == "VBD" and lemma(verb) in TALKING and not said.isdisjoint(AGAIN)
    return verb if again and who is not None and who.tag_ in {"PRP", "NNS", "DT"} else None


def monthly_cases(sentence: SentenceSpan, this_month: int | None) -> Iterator[tuple[Tokens, int | None]]:
    """Yield what only a month tells from others: 'the code of conduct of March', but no draft of it.

    Args:
        sentence: The sentence.
        this_month: The month of the report, in which a text may be the matter itself.
    """
    for noun in sentence:
        if noun.pos_ != "NOUN" or this_month is None or noun.dep_ == "compound":
            continue
        inside = _with_its_kind(noun)
        behind = sentence.doc.text[inside[-1].idx + len(inside[-1]) : sentence.end_char]
        found = OF_MONTH.match(behind)
        own = {word.lower_ for word in noun.children}
        named = lemma(noun) in things("monthly_instrument") and not own.isdisjoint(
            {"the", "their", "its", "our"}
        )
        if found is None or not named or not own.isdisjoint(things("draft_word") | things("commerce_word")):
            continue
        words = (word for word in sentence.doc[inside[-1].i + 1 : sentence.end])
        date = next(word for word in words if word.text[:1].isupper())
        if _month(date) != this_month:
            first = min(
                (word.i for word in noun.children if word.dep_ in {"compound", "amod"}), default=noun.i
            )
            yield tuple(sentence.doc[min(first, noun.i) : date.i + 1]), None


def _with_its_kind(noun: Token) -> Tokens:
    """Return a noun, with what says of what kind it is: 'code of conduct'."""
    behind = noun.doc[noun.i + 1 : min(noun.i + 3, noun.sent.end)]
    kind = len(behind) == 2 and behind[0].lower_ == "of" and behind[1].tag_ in {"NN", "NNS"}
    return (noun, *behind) if kind else (noun,)


def _month(word: Token) -> int:
    return "JanFebMarAprMayJunJulAugSepOctNovDec".find(word.text[:3]) // 3 + 1


def is_of_late(tokens: Tokens) -> bool:
    """Tell whether a text has just been made: 'the Agreement on Roads, signed here on Monday'."""
    last = tokens[-1]
    return LATELY.match(last.doc.text[last.idx + len(last) : last.sent.end_char]) is not None
