"""Writing cases: the file is one that a person would write."""

from __future__ import annotations

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.parse import parse_case
from goodoffices.case.terms import Party, Position, RedLine
from goodoffices.case.write import _tree, case_text

TEXT = """\
title: A dispute over water
snapshot: 1994-10-26

parties:
  upstream: {name: Upstream, aliases: ["no", "1994", North], must_sign: true}
  downstream: {name: "Down, the stream"}

issues:
  flow:
    name: Flow
    question: How much water, and when?
    options:
      none: {name: No release, place: 0}
      half: {name: Half, place: 50.5}
    coding: {status: judgement, coder: A. Coder}

positions:
  - party: upstream
    issue: flow
    ideal: none
    accepts: [none, half]
    salience: [0.5, 0.8, 1]
    values: {none: [0, 0.1, 1e-07], half: [1, 1, 1]}
    coding: {status: reported, because: [s1, s2]}

red_lines:
  - {party: upstream, never: flow = half, coding: {status: claim, because: [s1]}}
  - party: upstream
    never: "flow in {none, half}"
    coding:
      status: claim
      source: >-
        A long citation that does not fit on a line of the page together with its key and is therefore folded
        at a space, so that the file can be read
"""


def test_short_parts_stand_on_one_line_and_long_ones_are_folded() -> None:
    """What fits on a line is written on one, what comes from where stands last, defaults are left out."""
    text = TEXT.replace("1e-07]", "0.2]")
    assert case_text(parse_case(text)) == text


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("no", 'title: "no"'),
        ("1994", 'title: "1994"'),
        ("a: b", 'title: "a: b"'),
        ("a # b", 'title: "a # b"'),
        ("Türkiye, “so called”", "title: Türkiye, “so called”"),
        ('"so"', 'title: "\\"so\\""'),
        ("a\nb\tc\\", 'title: "a\\nb\\tc\\\\"'),
        ("page\x0cbreak", 'title: "page\\u000cbreak"'),
        ("\ufeffx", 'title: "\\ufeffx"'),
        ("🕊", 'title: "🕊"'),
    ],
)
def test_texts_are_quoted_only_where_yaml_needs_it(title: str, line: str) -> None:
    """A text is quoted where YAML, or an older YAML reader, would take it for something else."""
    case = Case(title)
    assert case_text(case) == line + "\n"
    assert parse_case(case_text(case)) == case


def test_zero_is_no_default() -> None:
    """A place of 0 on a scale is written, though an empty list is not."""
    source = Coding(Status.CLAIM, because=("s1",))
    case = Case("T", parties={"a": Party("A", must_sign=True)}, red_lines=(RedLine("a", "true", source),))
    assert "aliases" not in case_text(case)
    assert "place: 0}" in case_text(parse_case(TEXT.replace("1e-07]", "0.2]")))


def test_only_parts_of_a_case_can_be_written() -> None:
    """A value of no type of the case format is refused rather than written somehow."""
    with pytest.raises(TypeError, match="is no part of a case"):
        _tree(Position)
