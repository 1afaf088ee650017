"""What a report and its spans hold, and what they refuse."""

from __future__ import annotations

import hashlib

import pytest

from goodoffices.errors import ReportError
from goodoffices.reports.report import Boilerplate, Report, Span


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 4)])
def test_a_span_has_at_least_one_character(start: int, end: int) -> None:
    """A span that is empty or runs backwards is refused, and the message says which."""
    with pytest.raises(ReportError, match=f"{start}–{end}"):
        Span(start, end)


def test_a_span_ends_inside_the_text() -> None:
    """A span behind the end of the text is refused."""
    with pytest.raises(ReportError, match="ends behind the text of report 'r'"):
        Report(id="r", text="short", passages=(Span(0, 9),))


def test_half_a_character_is_refused() -> None:
    """A lone surrogate can be saved in no file, so no report has one."""
    with pytest.raises(ReportError, match=r"U\+D800\) at offset 2"):
        Report(id="r", text="ab\ud800")


def test_the_hash_is_that_of_the_text_in_utf_8() -> None:
    """The SHA-256 of a report is that of its text as it is saved."""
    assert Report(id="r", text="Köln\r\n").sha256 == hashlib.sha256("Köln\r\n".encode()).hexdigest()


def test_a_passage_with_a_mark_is_not_readable() -> None:
    """The reader gets only the passages that no boilerplate touches."""
    report = Report(
        id="r",
        text="Log in\nTalks go on.",
        passages=(Span(0, 6), Span(7, 19)),
        boilerplate=(Boilerplate(0, 6, "login line"),),
    )
    assert [report.cut(span) for span in report.readable()] == ["Talks go on."]
