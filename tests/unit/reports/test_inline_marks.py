"""Signs of Markdown inside a line, as the parser is not to see them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goodoffices.reports.inline_marks import without_inline_marks


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("M23 **rejected** it", "M23 rejected it"),
        ("***all*** of _them_", "all of them"),
        ("a **b *c* d** e", "a b c d e"),
        ("the [**draft** text](http://x.org/y_(z) 't') stands", "the draft text stands"),
        ("the [draft][2] stands[^1]", "the draft stands"),
        ("`UNSC` ~~met~~ sat", "UNSC met sat"),
        ("> first\n> second", "first second"),
        ("said “*no*”", "said “ no ”"),
    ],
)
def test_signs_become_blanks(text: str, seen: str) -> None:
    """What signs stand around is left, the signs and addresses are not."""
    assert " ".join(without_inline_marks(text).split()) == seen


@pytest.mark.parametrize(
    "text", ["snake_case_name", "2 * 3 * 4", "**left open", "[sic] he [Keita] said", "two ** stars", "a_b_ c"]
)
def test_what_is_no_mark_up_stays(text: str) -> None:
    """A sign without a partner is a character like others."""
    assert without_inline_marks(text) == text


def test_an_escaped_sign_stays() -> None:
    """A backslash keeps the sign and is itself a blank."""
    assert without_inline_marks(r"\*not slanted\*") == " *not slanted *"


def test_emphasis_ends_with_its_paragraph() -> None:
    """Two stars in two paragraphs are no pair."""
    assert without_inline_marks("a *b\n\nc* d") == "a *b\n\nc* d"


@given(st.text(alphabet="ab *_~`[]()>!^\\\n", max_size=60))
def test_offsets_hold(text: str) -> None:
    """Every character is where it was, or a blank is there."""
    seen = without_inline_marks(text)
    assert len(seen) == len(text)
    assert all(after in (before, " ") for before, after in zip(text, seen, strict=True))
