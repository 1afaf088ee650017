"""Reading case files: what is understood, and every problem with its place and the way out."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest
from pydantic_core import ErrorDetails

from goodoffices.case.case import Case
from goodoffices.case.coding import Status
from goodoffices.case.document import compose
from goodoffices.case.parse import CaseFileError, Problem, parse_case, parse_case_bytes
from goodoffices.case.terms import ResponseAct
from goodoffices.case.values import Interval
from goodoffices.case.wording import worded
from goodoffices.errors import CaseError

GOOD = """\
title: A dispute over water
snapshot: 1994-10-26
parties:
  upstream: {name: Upstream, aliases: [North, no, 1994], must_sign: yes}
  downstream: {name: 1994, must_sign: true}
issues:
  flow:
    name: Flow
    options:
      none: {name: No release, place: 0}
      half: {name: Half, place: 50.5}
      full: {name: "Full", place: 100}
    coding: {status: judgement, coder: A. Coder}
  inspectors:
    name: Inspectors
    options: {joint: {name: Joint}, foreign: {name: Foreign}}
  money: {name: Money}
positions:
  - party: upstream
    issue: flow
    ideal: none
    accepts: [none, half]
    salience: [.5, 0.8, 1]
    coding: {status: reported, because: [s1, 2]}
walk_away:
  - {party: downstream, value: [0.1, 0.2, 0.3], coding: {status: judgement, coder: A}}
red_lines:
  - {party: upstream, never: inspectors = foreign, coding: {status: claim, because: [s1]}}
proposals:
  release:
    name: Release of half the flow
    by: [downstream]
    terms: {flow: half}
    responses: {upstream: {act: open, coding: {status: claim, because: [s1]}, date: 1994-10-01}}
    coding: {status: claim, source: "A newspaper, 1 October 1994"}
guarantees:
leverage: []
"""

HEAD = """\
title: T
parties: {a: {name: A, must_sign: true}, b: {name: B}}
issues: {x: {name: X, options: {yes_: {name: Y}, no_: {name: N}}}, empty: {name: E}}
"""
REFUSALS = Path(__file__).with_name("refusals.txt").read_text(encoding="utf-8")
CODING = "coding: {status: claim, because: [s1]}"


def problems(text: str, *, statements: tuple[str, ...] | None = None) -> list[Problem]:
    """Return what is wrong with a text that is no case."""
    with pytest.raises(CaseFileError) as refused:
        parse_case(text, statements=statements)
    return list(refused.value.problems)


def only(text: str) -> str:
    """Return the only thing that is wrong, as a line."""
    (problem,) = problems(text)
    return problem.located("case.yaml")


def test_a_case_is_read_with_all_its_parts() -> None:
    """Every part of a case file arrives in its type."""
    case = parse_case(GOOD)
    assert case.snapshot == dt.date(1994, 10, 26)
    assert case.must_sign() == ("upstream", "downstream")
    assert case.issues["flow"].options["half"].place == 50.5
    assert case.positions[0].salience == Interval(0.5, 0.8, 1)
    assert case.red_lines[0].coding.status is Status.CLAIM
    assert case.proposals["release"].responses["upstream"].act is ResponseAct.OPEN
    assert case.guarantees == {}


def test_words_and_numbers_are_texts_where_a_text_belongs() -> None:
    """`no` and years are texts where a text belongs, and `yes` is true where a truth value belongs."""
    case = parse_case(GOOD)
    assert case.parties["upstream"].aliases == ("North", "no", "1994")
    assert case.parties["downstream"].name == "1994"
    assert case.parties["upstream"].must_sign is True
    assert case.positions[0].coding.because == ("s1", "2")


def test_statements_are_checked_when_they_are_at_hand() -> None:
    """A statement id that does not exist is found wherever it is used, once ids are given."""
    assert isinstance(parse_case(GOOD, statements=("s1", "2")), Case)
    found = problems(GOOD, statements=("s1",))
    assert [problem.located("case.yaml") for problem in found] == [
        "case.yaml:24:46: positions.1.coding.because.2: no statement '2'; statements.jsonl has s1 to s1"
    ]


def test_all_problems_come_together_in_order_of_the_file() -> None:
    """One reading reports every problem, each on its line, sorted by place."""
    text = (
        "titel: T\nparties: {a: {name: A, must_sign: true}}\nissues: {x: {name: X}}\n"
        f"positions:\n- {{party: c, issue: x, {CODING}}}\nsnapshot: yesterday\nparties: {{}}\n"
    )
    with pytest.raises(CaseError) as refused:
        parse_case(text, name="mine.yaml")
    assert str(refused.value).splitlines() == [
        "mine.yaml:1:1: titel: there is no key 'titel' here; did you mean 'title'?",
        "mine.yaml:1:1: title: this key is missing; add 'title: …'",
        "mine.yaml:5:11: positions.1.party: no party 'c'; there is 'a'",
        "mine.yaml:6:11: snapshot: 'yesterday' is not a date; write it as 2025-08-22",
        "mine.yaml:7:1: parties: the key 'parties' is written twice, first on line 2; keep one of them",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "case.yaml:1:1: the file is empty; a case begins with 'title: …'"),
        ("# nothing\n", "case.yaml:1:1: the file is empty; a case begins with 'title: …'"),
        ("- a", "case.yaml:1:1: a case is written as keys with values, beginning with 'title: …'"),
        ("title:", "case.yaml:1:7: title: this key is missing; add 'title: …'"),
        ("title: ''", "case.yaml:1:8: title: the text is empty; write one"),
        ("title: [a]", "case.yaml:1:8: title: a text belongs here, not a list"),
        ("title: {a: b}", "case.yaml:1:8: title: a text belongs here, not keys with values"),
        ("title: T\nsnapshot: 2025", "case.yaml:2:11: snapshot: 2025 is not a date; write it as 2025-08-22"),
        (
            "title: T\nsnapshot: 2025-02-30",
            "case.yaml:2:11: snapshot: '2025-02-30' is not a date of the calendar; write it as 2025-08-22",
        ),
        (
            "title: T\nparties: [a]",
            "case.yaml:2:10: parties: keys with values belong here, such as {key: value}, not a list",
        ),
        (
            "title: T\nparties: {a: A}",
            "case.yaml:2:14: parties.a: keys with values belong here, such as {name: …}, not 'A'",
        ),
        (
            "title: T\nparties: {a: {}}",
            "case.yaml:2:14: parties.a.name: this key is missing; add 'name: …'",
        ),
        (
            "title: T\nparties: {Côte d'Ivoire: {name: C}}",
            (
                "case.yaml:2:11: parties.Côte d'Ivoire: 'Côte d'Ivoire' is not a short name; use at most "
                "100 of a to z, 0 to 9 and _, beginning with a letter, such as 'c_te_d_ivoire'"
            ),
        ),
        (
            "title: T\nparties: {1: {name: C}}",
            (
                "case.yaml:2:11: parties.1: '1' is not a short name; use at most 100 of a to z, 0 to 9 "
                "and _, beginning with a letter; a number on an issue's scale goes under "
                "'place: [low, mid, high]'"
            ),
        ),
        (
            "title: T\nparties: {a: {name: A, must_sign: maybe}}",
            "case.yaml:2:35: parties.a.must_sign: 'maybe' is neither true nor false; write one of them",
        ),
        (
            "title: T\nparties: {a: {name: A, aliases: B}}",
            "case.yaml:2:33: parties.a.aliases: a list belongs here, such as [a, b], not 'B'",
        ),
        (
            "title: T\nleverage: much",
            "case.yaml:2:11: leverage: a list belongs here, such as '- {…}' on lines of its own, not 'much'",
        ),
    ],
)
def test_wrong_shapes_are_named_in_plain_words(text: str, line: str) -> None:
    """A value of the wrong kind is named with its place, what belongs there, and what is there."""
    assert only(text) == line


@pytest.mark.parametrize("row", [row.split("\n=> ") for row in REFUSALS.split("\n\n") if "=>" in row])
def test_each_rule_has_its_place_and_its_way_out(row: list[str]) -> None:
    """A broken rule between the parts of a case is reported once, at the value that breaks it."""
    entry, line = row
    assert only(HEAD + entry.replace("CODING", CODING)) == f"case.yaml:{line.strip()}"


def test_positions_need_someone_who_signs() -> None:
    """A case with positions in which nobody must sign is refused, since any package would pass."""
    text = HEAD.replace("must_sign: true", "must_sign: no") + f"positions: [{{party: a, issue: x, {CODING}}}]"
    assert "parties: nobody must sign, so any package would be agreed" in only(text)


def test_a_draft_needs_no_signatories() -> None:
    """A case without positions may leave open who must sign."""
    assert parse_case(HEAD.replace(", must_sign: true", "")).must_sign() == ()


def test_very_many_problems_are_cut() -> None:
    """A hundred problems are listed, and the rest is said to follow."""
    text = "".join(f"k{number}: 1\n" for number in range(150))
    with pytest.raises(CaseFileError) as refused:
        parse_case(text)
    assert len(str(refused.value).splitlines()) == 101
    assert str(refused.value).endswith("case.yaml: more problems follow; correct these first")
    assert len(refused.value.problems) == 151


def test_bytes_must_be_utf_8() -> None:
    """Bytes in UTF-8 are read with or without a byte-order mark; others are refused with the offset."""
    assert parse_case_bytes("title: Zürich".encode()).title == "Zürich"
    assert parse_case_bytes("title: Zürich".encode("utf-8-sig")).title == "Zürich"
    with pytest.raises(CaseFileError, match=r"case.yaml:2:4: the byte 0xfc at offset 12 is not UTF-8"):
        parse_case_bytes("title: T\na: ü".encode("latin-1"))


def test_infinite_numbers_are_refused() -> None:
    """A place on a scale is a finite number."""
    text = f"title: T\nissues: {{x: {{name: X, options: {{y: {{name: Y, place: .nan}}}}, {CODING}}}}}"
    assert "'.nan' is not a number between 0 and 100" in only(text)


def test_places_on_a_scale_come_all_and_with_a_source() -> None:
    """Options have places on a scale all or none, and places are coded values with a source."""
    options = "options: {y: {name: Y, place: 1}, z: {name: Z"
    assert only(f"title: T\nissues: {{x: {{name: X, {options}}}}}, {CODING}}}}}") == (
        "case.yaml:2:13: issues.x: either every option of an issue has a place on its scale, or none has"
    )
    assert only(f"title: T\nissues: {{x: {{name: X, {options}, place: 2}}}}}}}}") == (
        "case.yaml:2:13: issues.x: places on a scale are coded values; add 'coding: …' to the issue"
    )


def test_who_signs_a_proposal_is_stated_or_all_that_must() -> None:
    """A proposal that names no signatories needs all parties that must sign."""
    case = parse_case(GOOD)
    assert case.signatories(case.proposals["release"]) == ("upstream", "downstream")


def test_an_error_of_an_unknown_kind_still_has_its_place() -> None:
    """Should pydantic find what has no words yet, the message has the value, the place and the kind."""
    root = compose("title: T").root
    error: ErrorDetails = {"type": "not_yet_known", "loc": ("title",), "msg": "", "input": None}
    assert worded(error, root).located("f") == "f:1:8: title: 'T' does not belong here (not yet known)"
