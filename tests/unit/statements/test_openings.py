"""Datelines, labels of speakers, headlines in capitals and words broken at the end of a line."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.statements.openings import (
    behind_dateline,
    end_of_word,
    is_headline_in_capitals,
    mended,
)


@pytest.mark.parametrize(
    "dateline",
    [
        "ROME (Own report) - ",
        "ACCRA, Ghana, June 5, 2003 (West Wire) -- ",
        "JUBA, 3 May 2018 — ",
        "HAVANA - ",
        "Geneva, 5 August 1988 — ",
        "Geneva (West Wire) - ",
        "NEW YORK, May 3 (West Wire) — ",
        "OSLO—",
    ],
)
def test_dateline_is_no_part_of_the_first_sentence(dateline: str) -> None:
    """A place, with or without a day and an agency, ends at its dash."""
    assert behind_dateline(f"{dateline}The talks ended.") == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "UNITA – the larger movement – left the talks.",
        "Norway rejected the date - The talks went on.",
        "The envoy - a lawyer - left.",
        "NATO said on 3 May 1999 that it was ready.",
    ],
)
def test_sentence_is_no_dateline(text: str) -> None:
    """An aside between dashes, or a sentence before one, is kept."""
    assert behind_dateline(text) == 0


def test_headline_in_capitals() -> None:
    """A line in capitals alone is a headline, and a short name in capitals is not."""
    assert is_headline_in_capitals("REBELS REJECT DATE")
    assert not is_headline_in_capitals("REBELS reject DATE")
    assert not is_headline_in_capitals("UN")


def test_broken_word_is_mended_for_the_parser() -> None:
    """The halves of a word come together, and a hyphen that belongs to it stays."""
    assert mended("it pro-\nposed a self-\nimposed end").split() == [
        "it",
        "proposed",
        "a",
        "self-imposed",
        "end",
    ]


def test_end_of_a_broken_word_is_found_in_the_text() -> None:
    """Words that end with a mended word are cited with both of its halves."""
    text = "it pro-\nposed"
    assert end_of_word(text, 0, len("it proposed")) == len(text)
    assert end_of_word(text, 0, 2) == 2


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="ab-\n .A", max_size=40))
def test_mending_keeps_the_length(text: str) -> None:
    """Every offset behind a mended word is what it was."""
    assert len(mended(text)) == len(text)
