"""Which days count as stated by a report, and which do not."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.reports.dates import read_date, stated_date

DAY = date(2025, 8, 20)
LONG = "The two sides met again. " * 12


@pytest.mark.parametrize(
    "words",
    [
        "2025-08-20",
        "2025/08/20",
        "2025-08-20T23:30:00Z",
        "2025-08-20T10:00:00.123+02:00",
        "20 August 2025",
        "20th of August 2025",
        "August 20, 2025",
        "Aug. 20, 2025",
        "Wednesday, 20 August 2025, 14:30 GMT",
        "Wed, 20 Aug 2025 10:00:00 GMT",
        "August 20, 2025 at 10:30 AM EDT",
    ],
)
def test_a_day_written_in_full_is_read(words: str) -> None:
    """Day, month and year written out name one day."""
    assert read_date(words) == DAY


@pytest.mark.parametrize(
    "words",
    [
        "",
        "August 2025",
        "20 August",
        "20.08.2025",
        "05/06/2025",
        "31 February 2025",
        "2025-13-01",
        "2025",
        "20 August 2025 talks",
    ],
)
def test_a_day_that_is_not_written_in_full_is_none(words: str) -> None:
    """A missing part, an order that may mean two days, or an impossible day is no date."""
    assert read_date(words) is None


@pytest.mark.parametrize(
    "line",
    [
        "20 August 2025",
        "Published: 2025-08-20",
        "Published on August 20, 2025",
        "Published 20 August 2025 | Updated 21 August 2025",
        "By Anna Smith, 20 August 2025",
        "By Anna Smith | Aug. 20, 2025 10:30 AM EDT",
        "Anna Smith | 20 August 2025",
        "KYIV, August 20, 2025 (Agency) — The talks went on.",
        "GENEVA (20 August 2025) – Experts called for talks.",
        "New York, 20 August 2025",
        "KYIV, 20 August 2025 — The talks went on.",
    ],
)
def test_a_line_made_for_the_date_states_it(line: str) -> None:
    """A date line, a byline, a dateline and a line labelled as published state the day."""
    assert stated_date([line, LONG]) == DAY


@pytest.mark.parametrize(
    "line",
    [
        "KYIV, Aug 20 (Agency) — The talks went on.",
        "The invasion began in February 2022.",
        "On 20 August 2025 the parties met.",
        "Updated 21 August 2025",
        "Budapest, 5 December 1994 — the day on which the memorandum was signed — is remembered.",
        "Last updated Wednesday, August 20, 2025",
        "President speaks Monday, August 20, 2025",
        "By August 20, 2025, the two sides had met five times.",
        "The memorandum of 5 December 1994 — signed in Budapest — is void.",
    ],
)
def test_a_day_in_any_other_line_is_not_the_reports(line: str) -> None:
    """A day without a year, of an update or of an event is never taken for that of publication."""
    assert stated_date([line, LONG]) is None


def test_a_chronology_has_no_date() -> None:
    """Several days on lines of their own are headings of events, so none of them counts."""
    assert stated_date(["24 February 2022", "The invasion began.", "20 August 2025", "Talks."]) is None


def test_a_date_line_behind_the_opening_does_not_count() -> None:
    """A bare date behind the first long paragraph belongs to something else on the page."""
    assert stated_date(["Talks go on", LONG, "Next story", "20 August 2025"]) is None


def test_labelled_days_that_differ_state_nothing() -> None:
    """Two labelled days that contradict each other leave the report without a date."""
    assert stated_date(["Published: 2025-08-20", "Published: 2025-08-21"]) is None


def test_short_paragraphs_only_are_read_to_the_eighth() -> None:
    """Without a long paragraph the opening ends after eight passages."""
    assert stated_date(["Talks"] * 8 + ["20 August 2025"]) is None
    assert stated_date(["Talks"] * 7 + ["20 August 2025"]) == DAY
