"""A folder of agency copies makes a brief that lists and counts each act once."""

from __future__ import annotations

import dataclasses
import re

import pytest

from goodoffices.brief.compose import compose
from goodoffices.brief.html import html
from goodoffices.brief.markdown import markdown
from goodoffices.brief.page import Brief, Table
from goodoffices.brief.record import record
from goodoffices.case.case import Case
from goodoffices.reports.report import Report
from goodoffices.statements.combine import combine
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.statement import Reading


def moved(thing: object, report: str) -> object:
    """Return a finding as it stands in a copy of its report."""
    if isinstance(thing, Evidence):
        return dataclasses.replace(thing, report=report)
    if isinstance(thing, tuple):
        return tuple(moved(each, report) for each in thing)
    if dataclasses.is_dataclass(thing) and not isinstance(thing, type):
        parts = {each.name: moved(getattr(thing, each.name), report) for each in dataclasses.fields(thing)}
        return dataclasses.replace(thing, **parts)
    return thing


@pytest.fixture
def brief(strait_report: Report, strait_reading: Reading, strait_draft: Case) -> Brief:
    """Return the brief of the report on the strait and a copy of it under another name."""
    copy = moved(strait_reading, "wire")
    assert isinstance(copy, Reading)
    reports = (strait_report, dataclasses.replace(strait_report, id="wire", title=None))
    return compose(strait_draft, combine([strait_reading, copy]), reports)


def table(brief: Brief, name: str) -> Table:
    """Return the first table of a section."""
    section = next(each for each in brief.sections if each.name == name)
    return next(block for block in section.blocks if isinstance(block, Table))


def test_each_act_is_listed_once_with_all_its_passages(brief: Brief, strait_reading: Reading) -> None:
    """The list of what was found has as many rows as there are acts, and every passage is reachable."""
    rows = table(brief, "found").rows
    acts = len(rows)
    assert acts <= len(strait_reading.statements)
    assert all("reported in two reports, one of them a copy" in row.cells[0].notes for row in rows)
    shown = {
        number for row in rows for quote in row.cells[1].quotes for number in (quote.passage, *quote.also)
    }
    said = {(one.evidence.start, one.evidence.end) for one in strait_reading.statements}
    assert shown == {each.number for each in brief.passages if (each.start, each.end) in said}
    found = next(each for each in brief.sections if each.name == "found")
    assert f"which tell of {acts if acts > 9 else ''}" in found.answer[0]


def test_answers_say_in_how_many_reports_they_stand(brief: Brief) -> None:
    """The table of proposals names the number of reports, and how many of them are copies."""
    notes = [note for row in table(brief, "table").rows for cell in row.cells for note in cell.notes]
    assert "reported in two reports, one of them a copy" in notes


def test_the_head_and_the_basis_say_what_is_a_copy(brief: Brief) -> None:
    """A reader learns first that the second report adds nothing."""
    assert brief.read[1].endswith("; a copy of “Talks on the strait”, in most of its words")
    basis = next(each for each in brief.sections if each.name == "basis")
    assert ", which tell of " in basis.answer[0]


def test_pages_link_the_further_passages(brief: Brief) -> None:
    """HTML, Markdown and JSON give the numbers of the same words in the copy; every link has its target."""
    page = html(brief)
    assert "the same in" in page
    ids = set(re.findall(r' id="([^"]+)"', page))
    assert set(re.findall(r'href="#([^"]+)"', page)) <= ids
    rows = table(brief, "found").rows
    quote = next(quote for row in rows for quote in row.cells[1].quotes if quote.also)
    assert f"[^{quote.passage}][^{quote.also[0]}]" in markdown(brief)
    assert '"also"' in str(record(brief)).replace("'", '"')
