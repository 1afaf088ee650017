"""The day of an act, where a sentence states it in full."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from spacy.tokens import Token

FULL_DATE = re.compile(
    r"\b(?:(\d{4})-(\d\d)-(\d\d)|(\d{1,2}) ([A-Z][a-z]+) (\d{4})|([A-Z][a-z]+) (\d{1,2}),? (\d{4}))\b"
)
MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}


def date_of(verb: Token) -> dt.date | None:
    """Return the day that a sentence states in full for a verb; a day without its year is not a date."""
    for child in verb.children:
        if child.dep_ in {"npadvmod", "prep", "tmod"}:
            match = FULL_DATE.search(verb.doc[child.left_edge.i : child.right_edge.i + 1].text)
            if match:
                return _parsed(match)
    return None


def _parsed(match: re.Match[str]) -> dt.date | None:
    year, month, day, day_2, name_2, year_2, name_3, day_3, year_3 = match.groups()
    number = int(month) if month else MONTHS.get(name_2 or name_3 or "", 0)
    try:
        return dt.date(int(year or year_2 or year_3), number, int(day or day_2 or day_3))
    except ValueError:
        return None
