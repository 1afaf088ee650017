"""Coders' tools: what goes out comes back, whatever the script of the report."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.reports.report import Report, Span
from goodoffices.statements.acts import Act
from goodoffices.statements.coded import decode
from goodoffices.statements.decisions import Finding
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.forms import FORMS
from goodoffices.statements.statement import (
    Actor,
    DistanceMention,
    Manner,
    Modality,
    OptionMention,
    PrecedentMention,
    Relation,
    RelationKind,
    Statement,
)
from goodoffices.workspace.roundtrip.transfer import Tool, read_in, write_out

TOOLS = {"brat": "b", "labelstudio": "l", "csv": "x.csv", "xlsx": "x.xlsx", "docbin": "x.spacy"}
WORDS = (
    "Kyiv",
    "said",
    "=SUM(1)",
    "“no”",
    "it's",
    "🕊",
    "👨‍👩‍👧",
    "שלום",
    "السلام",
    "مذاکره\u200cها",
    "停戰",
    "|| -2 @x",
    "é\u0301",
    "x,y;z",
    '"q"',
    "\\n",
)
GAPS = (" ", "  ", "\n\n", "\t", "\u2028", "\u00a0", "\r\n", ". ")


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, tuple[int, ...]]:
    """Return a report of words in many scripts, and where words begin."""
    text, starts = "", []
    for word in draw(st.lists(st.sampled_from(WORDS), min_size=6, max_size=14)):
        starts.append(len(text))
        text += word + draw(st.sampled_from(GAPS))
    return Report("r1", text, passages=(Span(0, len(text)),)), tuple(starts)


@st.composite
def statements(draw: st.DrawFn) -> tuple[Report, tuple[Statement, ...]]:
    """Return a report and statements on it, nested, overlapping and with content elsewhere."""
    report, starts = draw(reports())

    def place(low: int, high: int) -> Evidence:
        first = draw(st.integers(low, high - 1))
        last = draw(st.integers(first + 1, high))
        end = starts[last] if last < len(starts) else len(report.text)
        return cite(report, starts[first], end)

    def within(evidence: Evidence) -> Evidence:
        inside = [at for at, start in enumerate(starts) if evidence.start <= start < evidence.end]
        found = place(inside[0], inside[-1] + 1)
        return found if evidence.holds(found) else evidence

    found = []
    for number in range(1, draw(st.integers(1, 4)) + 1):
        evidence = place(0, len(starts))
        extra: dict[str, Any] = {
            name: draw(st.none() | st.just(name)) and place(0, len(starts))
            for name in ("content", "condition")
        }
        found.append(
            Statement(
                f"s{number}",
                draw(actors(report)),
                draw(st.sampled_from(Act)),
                draw(st.sampled_from(Manner)),
                evidence,
                within(evidence),
                target=draw(st.none() | actors(report)),
                beneficiary=draw(st.none() | actors(report)),
                negated=draw(st.booleans()),
                modality=draw(st.sampled_from(Modality)),
                reasons=tuple(within(evidence) for _ in range(draw(st.integers(0, 2)))),
                issues=draw(st.sampled_from(((), ("troops",), ("territory", "ceasefire")))),
                answers=tuple(f"s{answered}" for answered in range(1, draw(st.integers(1, number)))),
                date=draw(st.none() | st.dates(dt.date(1900, 1, 1))),
                rule=draw(st.sampled_from(("", "speech", "model x call 1"))),
                confirmed_by=draw(st.none() | st.just("Анна")),
                **extra,
            )
        )
    return report, tuple(found)


@st.composite
def others(draw: st.DrawFn) -> tuple[Report, tuple[Finding, ...]]:
    """Return a report, and findings on it that are no statements."""
    report, starts = draw(reports())

    def place() -> Evidence:
        first = draw(st.integers(0, len(starts) - 1))
        return cite(report, starts[first], starts[first + 1] if first + 1 < len(starts) else len(report.text))

    name = draw(st.sampled_from([word for word in WORDS if word in report.text]))
    issues = draw(st.sampled_from(((), ("troops",), ("territory", "ceasefire"))))
    nobody = st.none() | actors(report)
    means = place() if draw(st.booleans()) else None
    kind = draw(st.sampled_from(RelationKind))
    return report, (
        Relation(
            "r1", kind, draw(actors(report)), draw(nobody), place(), means, draw(nobody), draw(st.booleans())
        ),
        PrecedentMention("p1", name, place(), None, draw(nobody)),
        OptionMention("o1", place(), place(), draw(st.none() | st.just("s1")), issues),
        DistanceMention("d1", place(), tuple(draw(st.lists(actors(report), max_size=3))), issues),
    )


def actors(report: Report) -> st.SearchStrategy[Actor]:
    """Return actors whose words stand in the report."""
    return st.builds(
        Actor,
        st.sampled_from([word for word in WORDS if word in report.text]),
        st.none() | st.sampled_from(("russia", "port_of_ost")),
        st.none() | st.just("Port of Ost’s"),
        st.none() | st.just("Ann Berg"),
        st.none() | st.sampled_from(("envoy", "=1", "'-x")),
        st.sampled_from(("name", "pronoun")),
    )


@pytest.mark.parametrize("tool", TOOLS)
@given(made=statements())
@settings(max_examples=25, deadline=None, derandomize=True)
def test_what_goes_out_comes_back(tool: str, made: tuple[Report, tuple[Statement, ...]]) -> None:
    """An unchanged file gives back each statement: as it was beside the old one, and equal without it."""
    report, coded = made
    known = {one.id: one for one in coded}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / TOOLS[tool]
        write_out(Tool(tool), path, {"r1": report}, coded)
        incoming = read_in(Tool(tool), path, {"r1": report}, known)
        fresh = read_in(Tool(tool), path, {"r1": report}, {})
    assert (incoming.problems, incoming.remarks) == ((), ())
    assert tuple(decode(one, report, known[one.id], None) for one in incoming.coded) == coded
    assert tuple(decode(one, report, None, None) for one in fresh.coded) == coded


@pytest.mark.parametrize("tool", TOOLS)
@given(made=others())
@settings(max_examples=25, deadline=None, derandomize=True)
def test_what_is_no_statement_comes_back_too(tool: str, made: tuple[Report, tuple[Finding, ...]]) -> None:
    """Each is as it was beside the old one; without it, all but what is known of a distance's parties."""
    report, found = made
    known = {one.id: one for one in found}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / TOOLS[tool]
        write_out(Tool(tool), path, {"r1": report}, found)
        incoming = read_in(Tool(tool), path, {"r1": report}, known)
        fresh = read_in(Tool(tool), path, {"r1": report}, {})
    assert (incoming.problems, incoming.remarks) == ((), ())
    assert incoming.kinds == tuple(FORMS)
    assert {decode(one, report, known[one.id], None) for one in incoming.coded} == set(found)
    alone = {decode(one, report, None, None) for one in fresh.coded}
    assert set(found[:3]) <= alone
