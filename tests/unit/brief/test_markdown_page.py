"""The brief as Markdown."""

from __future__ import annotations

import dataclasses
import re

import pytest

from goodoffices.brief.compose import compose
from goodoffices.brief.markdown import markdown, plain
from goodoffices.case.case import Case
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Reading


@pytest.fixture(params=["draft", "coded", "measured"])
def text(request: pytest.FixtureRequest, strait_reading: Reading, strait_report: Report) -> str:
    """Return the brief of each case on the strait as Markdown."""
    case: Case = request.getfixturevalue(f"strait_{request.param}")
    return markdown(compose(case, strait_reading, [strait_report]))


def test_every_note_has_its_words(text: str) -> None:
    """Each footnote that is referred to is there once, with the words and where they stand."""
    referred = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    given = re.findall(r"^\[\^(\d+)\]:", text, flags=re.MULTILINE)
    assert referred <= set(given)
    assert len(given) == len(set(given))
    assert "[^2]: Selmark turned the idea down. (report “strait”, characters" in text


def test_tables_have_as_many_fields_in_each_row(text: str) -> None:
    """Rows of one table agree with its head."""
    for block in text.split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1


def test_the_sections_are_numbered_questions(text: str) -> None:
    """Headings read as on the page."""
    assert "## 1. What is on the table, and who said what to it?" in text
    assert "## The short answer" in text


def test_the_draft_is_marked(
    strait_draft: Case, strait_coded: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """A draft says so once; a mixed case marks its lines."""
    whole = markdown(compose(strait_draft, strait_reading, [strait_report]))
    mixed = markdown(compose(strait_coded, strait_reading, [strait_report]))
    assert "> **Draft.**" in whole
    assert "(draft)" not in whole
    assert "> **Draft.**" not in mixed
    assert "rejects (draft)" in mixed


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("<b> & [x](y) | z", r"\<b\> \& \[x\](y) \| z"),
        ("# a\nb", r"\# a b"),
        ("- a", r"\- a"),
        ("1. a", r"1\. a"),
        ("1987", "1987"),
        ("a\u202eb", "a⟦U+202E⟧b"),
    ],
)
def test_text_shows_as_it_was_written(raw: str, shown: str) -> None:
    """Nothing in a report or a case formats the page."""
    assert plain(raw) == shown


def test_reports_without_date_and_publisher_say_so(
    strait_draft: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """What a report does not state is not stated for it."""
    text = markdown(compose(strait_draft, strait_reading, [strait_report]))
    assert "publisher not stated; no date stated; SHA-256" in text
    told = dataclasses.replace(strait_report, publisher="Gazette")
    assert "\nGazette; no date stated" in markdown(compose(strait_draft, strait_reading, [told]))
