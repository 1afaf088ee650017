"""Agreements of the past that a report names."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "name", "year"),
    [
        ("Mali recalled the Algiers accord of 2006.", "Algiers accord", 2006),
        ("The rebels pointed to the 1991 Bicesse Accords.", "1991 Bicesse Accords", 1991),
        ("Both want to return to the 1991 Bicesse accords.", "Bicesse accords", 1991),
        ("Both want to return to the Arusha accords.", "Arusha accords", None),
        (
            "The plan follows Security Council resolution 1325 (2000).",
            "Security Council resolution 1325",
            2000,
        ),
        ("They want to go back to Resolution 242.", "Resolution 242", None),
        ("They want to go back to resolution 242 of 1967.", "resolution 242", 1967),
        ("The Lusaka protocol, concluded in November 1994, was kept.", "Lusaka protocol", 1994),
        ("Diplomats remembered Taif, signed in 1989, and its promises.", "Taif", 1989),
        ("The London conference of 1979 ended the war.", "London conference", 1979),
        ("The “Good Friday Agreement” of 1998 was kept.", "Good Friday Agreement", 1998),
        ("Libya broke the Abuja accord in 1998.", "Abuja accord", None),
        ("The truce of May 1994 had held for a week.", "truce of May 1994", 1994),
        ("The 1994 ceasefire agreement collapsed within days.", "1994 ceasefire agreement", 1994),
        (
            "The Treaty on Peace and Friendship Agreement was kept.",
            "Treaty on Peace and Friendship Agreement",
            None,
        ),
        ("A pledge like Article 5 of the NATO treaty was asked for.", "Article 5", None),
    ],
)
def test_precedent_is_named_with_its_year(
    text: str, name: str, year: int | None, read: Callable[[str], Reading]
) -> None:
    """A place, a number or a date names an agreement; the year is that of the agreement, not of a breach."""
    assert [(one.name, one.year) for one in read(text).precedents] == [(name, year)]


@pytest.mark.parametrize(
    "text",
    [
        "The resolution 3 of the meeting was late.",
        "Yesterday the Council adopted a resolution.",
        "An agreement signed in 2005 brought some calm.",
        "The Geneva conference opened on Monday.",
        "The press conference of 2009 was short.",
        "The Lagos truce talks went on.",
        "The United Nations agreement with Chad is near.",
        "Monday's agreement did not last.",
        "He was born in Lagos, adopted in 1989 and raised in Paris.",
        "Agreement was near.",
    ],
)
def test_what_is_no_precedent_is_left_out(text: str, read: Callable[[str], Reading]) -> None:
    """Talks that go on, papers without a name and other things than agreements are no precedents."""
    assert read(text).precedents == ()


@pytest.mark.parametrize(("year", "found"), [(2010, 0), (2012, 1)])
def test_a_nameless_truce_of_the_same_year_is_no_precedent(
    year: int, found: int, parse: Parse, names: Names
) -> None:
    """'The truce of March 2010' is a precedent two years later, and in the same year the matter itself."""
    report = replace(from_text("The truce of March 2010 holds.", id="r"), date=dt.date(year, 7, 1))
    assert len(read_report(report, parse, names).precedents) == found


def test_a_precedent_is_claimed_by_who_speaks(read: Callable[[str], Reading]) -> None:
    """What Chad says of the pact is Chad's."""
    (one,) = read("Chad said that the Nairobi pact of 1985 had failed.").precedents
    assert one.claimed_by is not None
    assert (one.claimed_by.party, one.year) == ("chad", 1985)
