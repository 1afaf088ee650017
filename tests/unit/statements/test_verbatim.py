"""Finding the very words that somebody quotes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Span
from goodoffices.statements.verbatim import find_verbatim, fold

TEXT = "“We can’t agree,”\u00a0she said –\n  and left. We can't agree, she said - and left."


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ('"We can\'t agree," she said', "“We can’t agree,”\u00a0she said"),
        ("she said - and left.", "she said –\n  and left."),
        ("  and left. ", "and left."),
        ("We cant agree", None),
        ("we can't agree", None),
        ("", None),
        ("  ", None),
    ],
)
def test_only_the_setting_may_differ(words: str, found: str | None) -> None:
    """Marks, dashes and blanks may be set otherwise; a letter, a case or a sign left out may not."""
    report = from_text(TEXT, id="r")
    place = find_verbatim(report, words)
    assert (report.cut(place) if place else None) == found


def test_within_a_stretch() -> None:
    """Words outside the stretch are not found."""
    report = from_text(TEXT, id="r")
    second = find_verbatim(report, "she said - and left.", within=Span(30, len(TEXT)))
    assert second is not None
    assert second.start > 30
    assert find_verbatim(report, "she said - and left.", within=Span(0, 20)) is None
    assert find_verbatim(from_text("", id="e"), "x") is None


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_what_is_cut_out_is_found(text: str, one: int, other: int) -> None:
    """Any piece of a text is found, and what is found folds to what was looked for."""
    text = text.replace("\ud800", "")
    report = from_text("".join(sign for sign in text if not 0xD800 <= ord(sign) < 0xE000), id="r")
    start, end = sorted((one, other))
    words = report.text[start:end]
    place = find_verbatim(report, words)
    if fold(words):
        assert place is not None
        assert fold(report.cut(place)) == fold(words)
    else:
        assert place is None
