"""What a plain text says of itself, and its passages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from goodoffices.reports.plain import from_text

SHARED = Path(__file__).parents[3].parent / "shared"
BODY = "\n\nThe two sides met again.\n\nNo statement was made."


def test_the_text_is_kept_to_the_character() -> None:
    """Line ends, byte order mark and control characters stay where they are."""
    text = "\ufeffTalks\r\n\r\nThey met.\x07\x0c\rEnd\u2028"
    assert from_text(text, id="r").text == text


def test_an_empty_text_has_no_passages() -> None:
    """A text without words is a report without passages, title and date."""
    report = from_text(" \n", id="r")
    assert (report.passages, report.title, report.date) == ((), None, None)


@pytest.mark.parametrize("line", ["Talks resume in Geneva", "Will the talks resume?"])
def test_a_short_first_line_set_off_is_the_title(line: str) -> None:
    """A line without a full stop and followed by a blank line is a headline."""
    assert from_text(line + BODY, id="r").title == line


@pytest.mark.parametrize(
    "line",
    ["The talks resume.", "By Anna Smith", "20 August 2025", "To whom it may concern:", "12345", "x" * 121],
)
def test_a_first_line_of_another_kind_is_no_title(line: str) -> None:
    """A sentence, a byline, a date, a salutation, a number or a long line is no headline."""
    assert from_text(line + BODY, id="r").title is None


def test_a_first_line_not_set_off_is_no_title() -> None:
    """Without a blank line below it nothing marks a line as a headline."""
    assert from_text("Talks resume\nThe two sides met again.", id="r").title is None


def test_a_line_alone_is_no_title() -> None:
    """A headline has a text below it."""
    assert from_text("Talks resume\n\n", id="r").title is None


def test_the_title_may_stand_below_boilerplate() -> None:
    """A login line above the headline is not the headline and does not hide it."""
    report = from_text("Log in\n\nTalks resume in Geneva" + BODY, id="r")
    assert report.title == "Talks resume in Geneva"
    assert [mark.reason for mark in report.boilerplate] == ["login line"]


def test_a_dateline_gives_the_date() -> None:
    """The day comes from a line made for it."""
    assert from_text("Talks\n\nBy Anna Smith, 20 August 2025" + BODY, id="r").date == date(2025, 8, 20)


def test_the_founding_report_is_read_as_it_is() -> None:
    """Of the founding report only the login line is marked, and no title or date is made up."""
    path = SHARED / "reports" / "security-guarantees.txt"
    if not path.exists():
        pytest.skip("the founding report is not shared with this checkout (../shared/reports)")
    report = from_text(path.read_bytes().decode("utf-8"), id="founding")
    assert [(report.cut(mark), mark.reason) for mark in report.boilerplate] == [
        (report.text.split("\n")[0], "login line")
    ]
    assert len(report.readable()) == 8
    assert (report.title, report.publisher, report.date) == (None, None, None)


def test_day_set_off_by_signs_of_emphasis_is_stated() -> None:
    """Stars around a dateline are marks of Markdown and no part of it."""
    text = "# Talks\n\n*Belfast, 8 April 1998*\n\nThe parties met."
    assert from_text(text, id="r", media_type="text/markdown").date == date(1998, 4, 8)
