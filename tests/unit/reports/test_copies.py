"""Which reports copy an earlier one."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from goodoffices.reports.copies import find_copies, group_copies
from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report

WIRE = (
    "Delegates from both banks of the river met in the old customs house on Tuesday and talked until dusk. "
    "Their hosts had set two tables, one for maps and one for lists of the missing, and used both. "
    "Nobody signed anything, though a clerk read out eleven points on which the two sides no longer differ. "
    "The next meeting is set for the first week of spring, in a town that both can reach without an escort.\n"
)
OTHER = (
    "Fishermen on the eastern shore say that the new buoys have cut their season short by almost a month. "
    "A ministry official promised to look into it, and the port council wants a hearing before the summer.\n"
)


def made(id_: str, text: str, day: dt.date | None = None) -> Report:
    """Return a report of a text."""
    return replace(from_text(text, id=id_), date=day)


def test_a_report_under_another_headline_is_a_copy() -> None:
    """A new headline and a changed word leave most runs of five words as they were."""
    second = "Talks by the river end without a paper\n\n" + WIRE.replace("until dusk", "until nightfall")
    assert find_copies([made("a", WIRE), made("b", OTHER), made("c", second)]) == {"c": "a"}


def test_the_earliest_by_date_is_the_one_that_was_copied() -> None:
    """A report without a date counts as later than any with one."""
    early, late = dt.date(2019, 5, 1), dt.date(2019, 5, 3)
    found = find_copies([made("a", WIRE), made("b", WIRE, late), made("c", WIRE, early)])
    assert found == {"b": "c", "a": "c"}


def test_one_report_and_short_reports_have_no_copies() -> None:
    """Nothing is compared where there is nothing to compare, or too little."""
    assert find_copies([made("a", WIRE)]) == {}
    assert find_copies([made("a", "Talks go on."), made("b", "Talks go on.")]) == {}


def test_copies_hang_together_through_others() -> None:
    """Two groups become one by a pair between them, and its earliest is the earliest of all."""
    places = {"a": 0, "b": 1, "c": 2, "d": 3}
    assert group_copies([("c", "d"), ("a", "b"), ("b", "c"), ("a", "d")], places) == dict.fromkeys("bcd", "a")
