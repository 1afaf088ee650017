"""Agreements and talks that no name tells from others, only that they are past: 'a truce reached in 1991'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.precedent_names import capitalised_run
from goodoffices.statements.precedent_years import YEAR, years_ago
from goodoffices.statements.relation_frames import things
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, modals

REACH = 14
"""Words behind a noun among which its date is looked for."""
DATE_LINKS = frozenset({"of", "in", "from", "on", "during", "("})
RELATIVES = frozenset({"which", "that"})
BEEN = frozenset({"was", "were", "had", "been", "has"})
STOPS = frozenset({".", ";", ":", "?", "!", "–", "—"})
QUESTIONING = frozenset({"WDT", "WP", "WRB"})
CLAUSAL = frozenset({"VERB", "AUX", "SCONJ"})
NO_INSTRUMENT = re.compile(r"^ of (?:independence|war|intent|emergency|love|faith|the party|goods)\b")
GOING_ON = frozenset({"since", "until", "till", "by", "after", "before", "than", "for"})
UNDONE = frozenset({"reject", "refuse", "strike", "block", "annul", "overturn", "quash", "veto", "scrap"})
EMPTY_DET = frozenset({"no", "any", "every", "each", "what", "this"})


def past_cases(sentence: SentenceSpan, this_year: int | None) -> Iterator[tuple[Tokens, int | None]]:
    """Yield agreements, truces and talks that a date before the report's own year sets in the past.

    'the truce concluded at Erkwit in 1964', 'talks in Rabat in 2001', 'in 2002 the court struck down a deal
    on mining', 'the ceasefire collapsed in 1994'. In a report whose year nobody knows only a year before the
    noun counts.

    Args:
        sentence: The sentence.
        this_year: The year of the report, if it is known.
    """
    for noun in sentence:
        if noun.pos_ == "NOUN" and lemma(noun) in things("past_instrument") and _is_open(noun, sentence):
            found = _dated_before(noun, this_year)
            if found is None and this_year is not None:
                found = _dated_behind(noun, sentence, this_year) or _dated_by_verb(noun, this_year)
            if found is not None:
                yield found
    if this_year is not None:
        yield from _settled(sentence, this_year)


def _is_open(noun: Token, sentence: SentenceSpan) -> bool:
    """Tell whether a noun can be an earlier case: no part of a longer name, no trade, not denied."""
    behind = sentence.doc.text[noun.idx + len(noun) : sentence.end_char]
    if noun.dep_ == "compound" or NO_INSTRUMENT.match(behind):
        return False
    beside = {word.lower_ for word in noun.children if word.i < noun.i}
    return not beside & (things("commerce_word") | EMPTY_DET | things("draft_word"))


def _dated_before(noun: Token, this_year: int | None) -> tuple[Tokens, int | None] | None:
    """Return a case whose year stands before it: 'the 1993 joint declaration'."""
    years = (int(word.text) for word in noun.children if word.i < noun.i and YEAR.fullmatch(word.text))
    year = next(years, None)
    past = year is not None and (this_year is None or year < this_year)
    return (named_case(noun, noun.i + 1), year) if past else None


def _dated_behind(noun: Token, sentence: SentenceSpan, this_year: int) -> tuple[Tokens, int | None] | None:
    """Return a case whose date stands behind it: 'pact (1984)', 'talks, in Rabat in 2001'."""
    place, made = _behind_its_making(noun, sentence)
    end = min(sentence.end, noun.i + REACH)
    while place < end:
        word = noun.doc[place]
        year = _year_at(word, this_year)
        if year is not None:
            vague = word.i == noun.i + 2 and noun.i > sentence.start and noun.nbor(-1).lower_ in {"a", "an"}
            loose = lemma(noun) in things("promise_noun") and not made and word.i > noun.i + 2
            past = year < this_year and not loose and _is_its_date(word, made=made) and not vague
            return (named_case(noun, place), year) if past else None
        made = made or _is_making(word, noun)
        if word.text in STOPS or (word.pos_ in CLAUSAL and not made) or word.tag_ in QUESTIONING:
            return None
        place += 1
    return None


def _behind_its_making(noun: Token, sentence: SentenceSpan) -> tuple[int, bool]:
    """Return where the words go on behind 'which was signed', and whether there were such words."""
    place = noun.i + 1
    while place < sentence.end and noun.doc[place].lower_ in RELATIVES | BEEN | {","}:
        place += 1
    verb = noun.doc[place] if place < sentence.end else noun
    relative = place > noun.i + 1 and any(noun.doc[i].lower_ in RELATIVES for i in range(noun.i + 1, place))
    if lemma(verb) in things("making_verb") and verb.tag_ in {"VBN", "VBD"}:
        return place + 1, True
    if lemma(verb) in things("ending_verb") and relative and verb.tag_ in {"VBN", "VBD"}:
        return place + 1, True
    made_by = relative and place + 1 < sentence.end
    for step in range(1, 5):
        after = noun.doc[place + step] if made_by and place + step < sentence.end else noun
        if after.tag_ == "VBD" and lemma(after) in things("making_verb"):
            return place + step + 1, True
    return noun.i + 1, False


def _is_making(word: Token, noun: Token) -> bool:
    return (
        word.tag_ == "VBN"
        and word.dep_ == "acl"
        and lemma(word) in things("making_verb")
        and noun in {word.head, word.head.head.head}
    )


def _year_at(word: Token, this_year: int) -> int | None:
    if YEAR.fullmatch(word.text):
        return int(word.text)
    return years_ago(word, this_year)


def _is_its_date(word: Token, *, made: bool) -> bool:
    """Tell whether a date is when a case was, not when another thing was or since when it has been."""
    place = word.i - 1
    while place > word.sent.start and (
        word.doc[place].ent_type_ == "DATE" and word.doc[place].lower_ not in DATE_LINKS | GOING_ON
    ):
        place -= 1
    link = word.doc[place].lower_
    return link in DATE_LINKS or (made and link not in GOING_ON and not YEAR.fullmatch(word.text))


def named_case(noun: Token, date: int) -> Tokens:
    """Return the words that name a case: modifiers, noun, and where, by whom or on what, without the date."""
    run = capitalised_run(noun, noun.sent)
    first = run[0].i
    while len(run) == 1 and first > noun.sent.start and _modifies(noun.doc[first - 1], noun):
        first -= 1
    ends = (place for place in range(noun.i + 1, date) if _ends_name(noun.doc[place]))
    last = next(ends, date) - 1
    while last > noun.i and _is_loose(noun.doc[last]):
        last -= 1
    return tuple(noun.doc[first : last + 1])


def _modifies(word: Token, noun: Token) -> bool:
    mine = word.head == noun and word.dep_ in {"compound", "amod", "nmod"}
    return mine and word.lower_ not in things("earlier_word") and not YEAR.fullmatch(word.text)


def _is_loose(word: Token) -> bool:
    return (
        word.is_punct
        or word.lower_ in DATE_LINKS | RELATIVES | BEEN
        or word.ent_type_ == "DATE"
        or (word.tag_ in {"VBN", "VBD"})
    )


def _dated_by_verb(noun: Token, this_year: int) -> tuple[Tokens, int | None] | None:
    """Return a case that a clause dates: 'in 1994 both signed a truce', 'the deal collapsed in 1994'."""
    verb = noun.head
    if verb.pos_ != "VERB" or verb.tag_ not in {"VBD", "VBN"} or modals(verb) or is_negated(verb):
        return None
    made = noun.dep_ in {"dobj", "nsubjpass"} and lemma(verb) in (things("making_verb") | UNDONE) - {"give"}
    ended = noun.dep_ in {"nsubj", "nsubjpass"} and lemma(verb) in things("ending_verb")
    year = _year_of(verb, this_year) if made or ended else None
    if year is None or year >= this_year:
        return None
    late = lemma(verb) in things("ending_verb") and noun.lower_ in things("strong_instrument")
    return named_case(noun, max(word.i for word in noun.subtree) + 1), None if late and ended else year


def _ends_name(word: Token) -> bool:
    return word.text == "," or word.tag_ in QUESTIONING or word.lower_ in RELATIVES


def _year_of(verb: Token, this_year: int) -> int | None:
    """Return the year in which a clause says that something took place."""
    links = [link for link in children(verb, "prep") if link.lower_ in {"in", "on", "of"}]
    ends = [place for link in links for place in children(link, "pobj")]
    ends += [inner for end in ends for link in children(end, "prep") for inner in children(link, "pobj")]
    dated = [word for end in ends for word in (end, *end.children, *end.conjuncts)]
    near = [*dated, *children(verb, "advmod", "npadvmod")]
    years = (_year_at(word, this_year) for word in near)
    return next((year for year in years if year is not None), None)


def past_year(tokens: Tokens, this_year: int) -> int | None:
    """Return the year of a named case that stands farther off: 'on rights of 1990', 'five years ago'."""
    noun = tokens[-1]
    found = _dated_behind(noun, noun.sent, this_year)
    if found is not None and found[1] is not None:
        _, made = _behind_its_making(noun, noun.sent)
        date = next(
            (word for word in noun.doc[noun.i : noun.sent.end] if _year_at(word, this_year) == found[1]), noun
        )
        if made or date.nbor(-1).lower_ in {"of", "from"}:
            return found[1]
    for clause in children(noun, "relcl"):
        under = any(word.lower_ == "which" and word.dep_ == "pobj" for word in clause.subtree)
        year = _year_of(clause, this_year) if under and clause.tag_ == "VBD" else None
        if year is not None and year < this_year:
            return year
    return None


def _settled(sentence: SentenceSpan, this_year: int) -> Iterator[tuple[Tokens, int]]:
    """Yield what a verb alone tells of: 'had settled once in 1996', 'made peace in 1972'."""
    for verb in sentence:
        peace = first_child(verb, "dobj") if lemma(verb) == "make" else None
        settles = lemma(verb) == "settle" and first_child(verb, "dobj") is None
        if verb.tag_ not in {"VBD", "VBN"} or not (
            settles or (peace is not None and lemma(peace) == "peace")
        ):
            continue
        year = _year_of(verb, this_year)
        who = first_child(verb, "nsubj")
        if year is None or year >= this_year or who is None or modals(verb) or is_negated(verb):
            continue
        date = next(word.i for word in verb.subtree if _year_at(word, this_year) == year)
        if date > verb.i:
            yield tuple(verb.doc[verb.i : date + 1]), year
