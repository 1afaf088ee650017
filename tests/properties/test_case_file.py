"""A case survives being written to a file and read again, whatever its texts and numbers are."""

from __future__ import annotations

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Confidence, Status
from goodoffices.case.conflict import (
    CodedConflict,
    CodedOption,
    CodedPreference,
    Direction,
    SameState,
    StatusQuo,
    Want,
)
from goodoffices.case.instruments import (
    Capability,
    Finder,
    Guarantee,
    Leverage,
    Precedent,
    Proviso,
    Ratification,
    Rule,
    Willingness,
)
from goodoffices.case.parse import parse_case
from goodoffices.case.stakes import AttackerStakes, PowerShift
from goodoffices.case.terms import (
    Impossible,
    Issue,
    Option,
    Party,
    Position,
    Proposal,
    RedLine,
    Response,
    ResponseAct,
    WalkAway,
)
from goodoffices.case.values import Interval
from goodoffices.case.write import WIDTH, case_text

LETTERS = st.characters(exclude_categories=["Cs"])
WORDS = st.lists(st.sampled_from(["a", "No", "Kyiv,", "x: y", "#", "it's", "“so”", "100", "?"]), max_size=60)
TEXTS = (
    st.one_of(
        st.text(LETTERS, min_size=1, max_size=40),
        WORDS.map(" ".join),
        st.text("ab \n\\\"'", max_size=300),
        st.sampled_from(["no", "null", "1994", "0.5", "~", "- a", "2025-08-22", "[x]", "a" * 500, "\u2028x"]),
    )
    .map(str.strip)
    .filter(bool)
)
OPTIONAL = st.none() | TEXTS
UNIT = st.tuples(*[st.floats(0, 1)] * 3).map(lambda numbers: Interval(*sorted(numbers)))
SCALE = st.tuples(*[st.floats(0, 100)] * 3).map(lambda numbers: Interval(*sorted(numbers)))
DAYS = st.none() | st.dates(dt.date(1000, 1, 1))
CODINGS = st.builds(
    Coding,
    status=st.sampled_from(Status),
    because=st.lists(TEXTS, unique=True, max_size=3).map(tuple),
    source=TEXTS,
    coder=TEXTS,
    date=DAYS,
    confidence=st.none() | st.sampled_from(Confidence),
    drafted=st.booleans(),
    note=OPTIONAL,
)
PARTIES = ("russia", "no", "null")
PARTY = st.sampled_from(PARTIES)
OPTION = st.sampled_from(["none", "true"])


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Draw a case in which every name exists."""
    coding = draw(CODINGS)
    some = st.lists(PARTY, unique=True, max_size=3).map(tuple)
    return Case(
        title=draw(TEXTS),
        snapshot=draw(DAYS),
        note=draw(OPTIONAL),
        parties={
            party: Party(draw(TEXTS), draw(st.lists(TEXTS, max_size=3).map(tuple)), must_sign=party == "no")
            for party in PARTIES
        },
        issues={
            "troops": Issue(
                draw(TEXTS),
                options={name: Option(draw(TEXTS), draw(st.floats(0, 100))) for name in ("none", "true")},
                coding=coding,
            )
        },
        positions=(
            Position(
                "russia",
                "troops",
                draw(CODINGS),
                ideal=draw(st.none() | OPTION),
                place=draw(st.none() | SCALE),
                accepts=draw(st.lists(OPTION, unique=True).map(tuple)),
                salience=draw(st.none() | UNIT),
                values={"none": draw(UNIT)},
            ),
        ),
        walk_away=(WalkAway("no", draw(UNIT), coding),),
        red_lines=(RedLine("russia", "troops = none or troops not in {'true'}", coding, draw(OPTIONAL)),),
        proposals={
            "p": Proposal(
                draw(TEXTS),
                draw(some),
                coding,
                terms={"troops": "true"},
                responses={
                    "no": Response(ResponseAct.CONDITIONAL, draw(CODINGS), draw(OPTIONAL), (draw(TEXTS),))
                },
                planned=draw(st.booleans()),
            )
        },
        guarantees={
            "g": Guarantee(
                draw(TEXTS),
                beneficiary="no",
                guarantors=("russia",),
                rule=Rule.K_OF_N,
                coding=coding,
                required=1,
                willingness={"russia": Willingness(draw(UNIT), coding)},
                trigger=draw(TEXTS),
                found_by=Finder(Rule.WEIGHTED, coding, members=("no",), required=1, weights={"no": 2}),
                conditions=(Proviso(draw(TEXTS), coding, needs=("no",), met=draw(st.none() | UNIT)),),
                duration=draw(OPTIONAL),
                years=draw(st.none() | st.floats(0.5, 50)),
                ratification=Ratification(
                    ("no",), coding, required=1, willingness={"no": Willingness(draw(UNIT), coding)}
                ),
                capability={"russia": Capability(draw(UNIT), coding)},
                capability_unit=draw(TEXTS),
            )
        },
        stakes=(
            AttackerStakes(
                attacker="russia",
                prize=draw(UNIT),
                wins_alone=draw(UNIT),
                wins_opposed=draw(UNIT),
                cost=draw(UNIT),
                status_quo=draw(UNIT),
                punishment=draw(UNIT),
                coding=coding,
                shift=draw(st.none() | st.just(PowerShift(*(Interval(0.1, 0.2, 0.9),) * 5))),
            ),
        ),
        leverage=(Leverage("no", "russia", coding, means=draw(OPTIONAL), share=draw(st.none() | UNIT)),),
        precedents=(Precedent(draw(TEXTS), coding, year=draw(st.none() | st.integers(-3000, 3000))),),
        conflict=draw(st.none() | conflicts()),
    )


@st.composite
def conflicts(draw: st.DrawFn) -> CodedConflict:
    """Draw a conflict section that names only options that exist."""
    coding = draw(CODINGS)
    weights = draw(st.none() | st.floats(0.5, 9))
    return CodedConflict(
        leave_out=draw(st.just({}) | st.just({"p": coding})),
        options={
            "no.p": CodedOption(coding, direction=draw(st.none() | st.sampled_from(Direction))),
            "null.true": CodedOption(coding, draw(TEXTS), draw(st.none() | st.sampled_from(Direction))),
        },
        impossible=(Impossible("p and null.true", coding, draw(OPTIONAL)),),
        same=(SameState("no.p and not null.true", coding, draw(OPTIONAL)),),
        status_quo=draw(st.none() | st.just(StatusQuo(("no.p",), coding))),
        preferences={
            "no": CodedPreference(
                coding,
                statements=(Want("no.p iff null.true", weights, draw(OPTIONAL)), Want("p", weights)),
                rules_follow=draw(st.booleans()),
            ),
            "null": CodedPreference(draw(CODINGS), ranking=("not p", "true")),
        },
    )


@settings(max_examples=60, deadline=None, derandomize=True)
@given(cases())
def test_a_written_case_reads_back_equal(case: Case) -> None:
    """Reading what was written gives an equal case, and writing that gives the same text."""
    text = case_text(case)
    read = parse_case(text)
    assert read == case
    assert case_text(read) == text


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text("ab ,.;", min_size=1, max_size=3000).map(str.strip).filter(bool))
def test_long_texts_are_broken_over_lines(note: str) -> None:
    """No text makes a line much longer than the width of the page."""
    text = case_text(Case("T", note=f"a{note}"))
    assert max(map(len, text.splitlines())) <= WIDTH + 10
    assert parse_case(text).note == f"a{note}"
