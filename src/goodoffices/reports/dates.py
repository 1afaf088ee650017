"""The day a report says it was published on; nothing is inferred."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:18|19|20)\d{2})"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:[T,]?\s*(?:at\s+|[|•·–—-]\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[ap]\.?m\.?)?"
    r"\s*(?:\(?[A-Z]{1,5}\)?|Z|[+-]\d{2}:?\d{2})?)?"
)
_FORMS = (
    rf"{_YEAR}[-/](?P<month>\d{{2}})[-/](?P<day>\d{{2}})",
    rf"{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
    rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
)
_WHOLE = tuple(re.compile(rf"{_WEEKDAY}{form}{_TIME}", re.IGNORECASE) for form in _FORMS)
_INSIDE = tuple(re.compile(rf"\b{form}\b", re.IGNORECASE) for form in _FORMS)

_LABEL = re.compile(
    r"(?:first\s+)?(?:published|posted|issued|released|date|date of publication|publication date)"
    r"(?:\s+on)?\s*:?\s+|(?:published|posted|date)\s*:\s*",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-z][\w.'’-]*(?:[ /](?:[^\W\d_a-z][\w.'’-]*|of|the|de|la|el|al|and)){0,3}"
_PLACE = rf"(?!(?i:(?:last )?(?:updated|modified|edited)\b)){_NAME}(?:, {_NAME})?"
_DATELINE = re.compile(
    rf"{_PLACE}(?:,\s*|\s*\()(?P<date>[^()—–]{{8,30}}?)\)?\s*(?:\([^)]{{2,40}}\)\s*)?[—–-]+\s"
)
_AGENCY = re.compile(r"\([^)]{2,40}\)\s*[—–-]")
_PLACE_AND_DATE = re.compile(rf"{_PLACE},\s+(?P<date>.+)")
_ENDS_IN_WEEKDAY = re.compile(r"\w+ (?:mon|tues|wednes|thurs|fri|satur|sun)day,", re.IGNORECASE)
_PARTS = re.compile(r"\s*[|•·–—]\s*|\s+-\s+")
_LONGEST_LINE = 120
_LONG_PARAGRAPH = 200


def read_date(words: str) -> date | None:
    """Return the day that these words write out in full and nothing else, or None.

    Understood are ``2025-08-20``, ``20 August 2025`` and ``August 20, 2025``, each with or without a
    weekday and a time of day. All-figure dates in other orders are not: 05.06.2025 may mean two days.

    Examples:
        >>> read_date("Wednesday, 20 August 2025, 14:30 GMT")
        datetime.date(2025, 8, 20)
        >>> read_date("in February 2022") is None
        True
    """
    words = words.strip()
    for form in _WHOLE:
        match = form.fullmatch(words)
        if match:
            return _to_date(match)
    return None


def _to_date(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else 1 + _MONTHS.index(month[:3])
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:  # such as 31 February: no day, so none is stated
        return None


def stated_date(passages: Sequence[str]) -> date | None:
    """Return the day of publication that a report states in a line made for it, or None.

    A line labelled "Published" counts wherever it stands. A line that is only a date, a byline or a
    dateline counts before the first long paragraph, and only if no other day stands alone on a
    line: a chronology has many. A day named in a sentence is never the report's.

    Args:
        passages: The paragraphs in order of the text.
    """
    labelled = {day for line in passages if (day := _labelled(line))}
    if labelled:
        return labelled.pop() if len(labelled) == 1 else None
    alone = {day for line in passages if len(line) <= _LONGEST_LINE and (day := read_date(line))}
    if len(alone) > 1:
        return None
    days = {day for line in _opening(passages) if (day := _unlabelled(line))}
    return days.pop() if len(days) == 1 else None


def _opening(passages: Sequence[str]) -> Sequence[str]:
    for index, line in enumerate(passages):
        if len(line) > _LONG_PARAGRAPH:
            return passages[: index + 1]
    return passages[:8]


def _labelled(line: str) -> date | None:
    if len(line) > _LONGEST_LINE:
        return None
    for part in _PARTS.split(line):
        label = _LABEL.match(part)
        if label and (day := read_date(part[label.end() :])):
            return day
    return None


def _unlabelled(line: str) -> date | None:
    dateline = _DATELINE.match(line)
    if dateline and (_AGENCY.search(dateline.group()) or _is_place_mark(line, dateline)):
        return read_date(dateline["date"])
    if len(line) > _LONGEST_LINE:
        return None
    place = _PLACE_AND_DATE.fullmatch(line)
    if place and not _ENDS_IN_WEEKDAY.search(line) and (day := read_date(place["date"])):
        return day
    if line.lower().startswith("by "):
        return _in_byline(line)
    days = {day for part in _PARTS.split(line) if (day := read_date(part))}
    return days.pop() if len(days) == 1 else None


def _is_place_mark(line: str, dateline: re.Match[str]) -> bool:
    """Tell whether a dateline's place is in capitals, or its date in brackets behind the place."""
    before = line[: dateline.start("date")].rstrip()
    return before.endswith("(") or before.split(",")[0].isupper()


def _in_byline(line: str) -> date | None:
    if len(line.split()) > 16 or re.search(r"[.!?]$", line):
        return None
    found = [match for form in _INSIDE for match in form.finditer(line)]
    return _to_date(found[0]) if len(found) == 1 else None
