"""About when a report was written, for who held which office then: its date, or one that its head states."""

from __future__ import annotations

import datetime as dt
import re

from goodoffices.reports.report import Report

HEAD = 500
"""Characters of a report in which its own date is looked for."""
LONGEST_LINE = 120
"""Characters of the longest line that is a heading or a byline."""
OPENING = 60
"""Characters at the start of a longer line in which a dateline ends."""
MIDDLE = 15
"""The day that stands for a month of which no day is given."""
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTH = rf"(?P<month>(?:{'|'.join(_NAMES)})[a-z]*|(?:{'|'.join(_NAMES).upper()})[A-Z]*)\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_FORMS = (
    re.compile(rf"\b(?P<day>\d{{1,2}}) {_MONTH},? {_YEAR}"),
    re.compile(rf"\b{_MONTH} (?P<day>\d{{1,2}}), {_YEAR}"),
)
_DATED = re.compile(rf"\W*(?:\d{{1,2}} )?{_MONTH} (?:\d{{1,2}}, )?{_YEAR}")
CHRONOLOGY = 3
"""Lines that begin with a date in a chronology, whose days are not its own."""
_NO_DAY = re.compile(rf"\b{_MONTH} {_YEAR}")


def day_of(report: Report) -> dt.date | None:
    """Return about when a report was written; None where neither it nor its head says so.

    In the head a day counts in a short line or in a dateline, and only if no other day stands so; where none
    does, a month with its year in a short line that is no sentence counts.

    Args:
        report: The report.
    """
    if report.date is not None:
        return report.date
    if sum(bool(_DATED.match(line)) for line in report.text.split("\n")) >= CHRONOLOGY:
        return None
    lines = report.text[:HEAD].split("\n")
    found = {day for line in lines for form in _FORMS for day in _days(form, line)}
    if not found:
        headings = [line for line in lines if not line.rstrip().endswith((".", "?", "”", '"'))]
        found = {day for line in headings if len(line) <= LONGEST_LINE for day in _days(_NO_DAY, line)}
    return next(iter(found)) if len(found) == 1 else None


def _days(form: re.Pattern[str], line: str) -> list[dt.date]:
    end = len(line) if len(line) <= LONGEST_LINE else OPENING
    return [day for one in form.finditer(line, 0, end) if (day := _day(one)) is not None]


def _day(found: re.Match[str]) -> dt.date | None:
    told = found.groupdict().get("day")
    try:
        month = _NAMES.index(found["month"][:3].title()) + 1
        return dt.date(int(found["year"]), month, int(told) if told else MIDDLE)
    except ValueError:
        return None
