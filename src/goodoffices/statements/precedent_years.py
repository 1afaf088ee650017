"""Which year a report gives for an earlier agreement: in its name, before it, or behind it."""

from __future__ import annotations

import datetime as dt
import re

from spacy.tokens import Token

from goodoffices.statements.sighting import Tokens

MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)
YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
DATE = rf"(?:\d{{1,2}} )?(?:{MONTH},? )?(?P<year>1[5-9]\d\d|20\d\d)\b"
MADE = r"(?:signed|agreed|concluded|reached|adopted|negotiated|struck|sealed|made|drawn up|held|initialled)"
AT = r"(?:(?:at|in) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)* )?"
BEHIND = re.compile(
    rf"^[”\"’]?(?: \(|,? (?:(?:which|that) )?(?:(?:was|were|had been) )?(?P<made>{MADE} )?{AT}"
    rf"(?P<link>of|in|from|on) ){DATE}"
)
BEFORE = re.compile(rf"\b[Ii]n {DATE}(?:,? | (?:with|at|by|under|through|in) )(?:the |“)*$")
DAY = re.compile(
    rf"^[”\"’]? (?:of|from|(?:signed|agreed|concluded) on) (?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})"
    r"(?!,? \d{4})"
)
FULL_DATE = re.compile(
    rf"\b(?P<day>\d{{1,2}}) (?P<month>{MONTH}),? (?P<year>1[5-9]\d\d|20\d\d)\b"
    rf"|\b(?P<month_first>{MONTH}) (?P<day_behind>\d{{1,2}}), (?P<year_behind>1[5-9]\d\d|20\d\d)\b"
)
FIRST_LETTERS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
MONTHS = {name: number for number, name in enumerate(FIRST_LETTERS, start=1)}
DAY_OR_MONTH = re.compile(rf"(?:\b(?P<day>\d{{1,2}}) )?\b(?P<month>{MONTH})(?: (?P<day_behind>\d{{1,2}})\b)?")
REACH = 60
"""Characters before a name in which its year is looked for."""
HEAD = 500
"""Characters of a report in which its own date is looked for."""
FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
NUMBERS = {word: number for number, word in enumerate(FEW, start=2)}
SAME_YEAR = re.compile(r"^ of (?:that|the same|that same) year\b")


def year_with(tokens: Tokens, *, numbered: bool = False) -> int | None:
    """Return the year in, before or right behind a name: 'of 1994', '(1994)', 'signed in May 1994'.

    In 'broke the accord in 1994' the year is that of the breach.

    Args:
        tokens: The name.
        numbered: Whether a number in the name is not a year, as in 'resolution 1701'.
    """
    first, last = tokens[0], tokens[-1]
    before = first.doc[first.i - 1].text if first.i > first.sent.start else ""
    inside = None if numbered else YEAR.search(text_of(tokens))
    if found := inside or YEAR.fullmatch(before):
        return int(found.group())
    rest = last.doc.text[last.idx + len(last) : first.sent.end_char]
    behind = BEHIND.match(rest)
    if behind is not None:
        loose = behind["link"] in {"in", "on"} and not behind["made"]
        mine = last.doc[last.i + 1].head in tokens
        if mine or not loose:
            return int(behind["year"])
    if SAME_YEAR.match(rest):
        return year_before(tokens)
    ahead = BEFORE.search(first.doc.text[max(first.sent.start_char, first.idx - REACH) : first.idx])
    return int(ahead["year"]) if ahead is not None else None


def is_dated_by_day(tokens: Tokens) -> bool:
    """Tell whether a day without a year dates a name: 'the ceasefire of 5 July'."""
    last = tokens[-1]
    rest = last.doc.text[last.idx + len(last) : last.sent.end_char]
    return (
        DAY.match(rest) is not None
        or re.search(rf"\d {MONTH}$|{MONTH} \d{{1,2}}$", text_of(tokens)) is not None
    )


def years_ago(word: Token, this_year: int) -> int | None:
    """Return the year that 'five years ago' or 'last year' means when it ends in a word.

    Args:
        word: The last word of it.
        this_year: The year of the report.
    """
    count = word.doc[word.i - 2].lower_ if word.i >= word.sent.start + 2 else ""
    unit = word.doc[word.i - 1].lower_ if word.i > word.sent.start else ""
    if word.lower_ == "ago" and unit == "years" and count in NUMBERS:
        return this_year - NUMBERS[count]
    if word.lower_ == "ago" and unit == "years" and count.isdigit():
        return this_year - int(count)
    return this_year - 1 if (unit, word.lower_) == ("last", "year") else None


def stated_date(text: str) -> dt.date | None:
    """Return the first full date in the head of a report: 'Kathmandu, 10 November 2006'."""
    found = FULL_DATE.search(text[:HEAD])
    if found is None:
        return None
    month = MONTHS[(found["month"] or found["month_first"])[:3]]
    try:
        return dt.date(
            int(found["year"] or found["year_behind"]), month, int(found["day"] or found["day_behind"])
        )
    except ValueError:
        return None


def latest_year(words: str, today: dt.date) -> int | None:
    """Return the year of the last day or month before a report that has a name: 'the truce of 23 December'.

    Args:
        words: Words that may name a day or a month without a year.
        today: The day of the report.
    """
    found = DAY_OR_MONTH.search(words)
    if found is None:
        return None
    day = int(found["day"] or found["day_behind"] or 1)
    return today.year - ((MONTHS[found["month"][:3]], day) > (today.month, today.day))


def year_before(tokens: Tokens) -> int | None:
    """Return the last year that the passage names before some words, for 'of that year'."""
    years = YEAR.findall(tokens[0].doc.text[: tokens[0].idx])
    return int(years[-1]) if years else None


def text_of(tokens: Tokens) -> str:
    """Return the words of tokens that stand side by side."""
    return tokens[0].doc[tokens[0].i : tokens[-1].i + 1].text
