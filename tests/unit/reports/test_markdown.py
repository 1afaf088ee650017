"""What a Markdown text says of itself, and its passages."""

from __future__ import annotations

from datetime import date

import pytest

from goodoffices.errors import ReportError
from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report


def read(text: str) -> Report:
    """Make a report from Markdown."""
    return from_text(text, id="m", media_type="text/markdown")


def passages(text: str) -> list[str]:
    """Return the passages of a Markdown text."""
    report = read(text)
    return [report.cut(span) for span in report.passages]


def test_the_first_heading_is_the_title() -> None:
    """A heading of the first level gives the title, without its signs."""
    assert read("## Notes\n\n# Talks resume #\n\nThey met.").title == "Talks resume"


def test_a_heading_underlined_with_equals_signs_is_a_title() -> None:
    """The other way to write a heading of the first level counts as well."""
    assert read("Talks resume\n============\n\nThey met.").title == "Talks resume"


def test_without_a_heading_there_is_no_title() -> None:
    """A Markdown text without a heading of the first level has no title."""
    assert read("They met.\n\n## Later\n\nThey left.").title is None


def test_signs_of_headings_items_and_quotes_are_not_part_of_the_passage() -> None:
    """The reader gets the words; emphasis and links stay as they are."""
    text = "# Talks\n\n- one *side*\n- the [other](x)\n1. first\n\n> We will\n> come.\n\nText\n"
    assert passages(text) == ["Talks", "one *side*", "the [other](x)", "first", "We will\n> come.", "Text"]


def test_a_list_item_may_go_on_in_the_next_line() -> None:
    """An indented line below an item belongs to it."""
    assert passages("- The first side\n  Said no.\n- The second") == [
        "The first side\n  Said no.",
        "The second",
    ]


def test_rows_of_a_table_are_passages() -> None:
    """Each row of a table stands alone, and the row of dashes is a divider."""
    report = read("| Party | Act |\n|---|---|\n| One | rejects |")
    assert len(report.passages) == 3
    assert [mark.reason for mark in report.boilerplate] == ["divider"]


def test_code_between_fences_is_one_passage() -> None:
    """Signs inside a fence mean nothing."""
    assert passages("Text.\n\n```\n# no title\n- no item\n```\n```\nmore\n```\nEnd.") == [
        "Text.",
        "```\n# no title\n- no item\n```",
        "```\nmore\n```",
        "End.",
    ]
    assert read("```\n# no title\n```\n").title is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_front_matter_is_read_and_marked(end: str, mark: str) -> None:
    """Title, publisher and date come from the front matter, which is no passage."""
    lines = [
        "---",
        'title: "Talks: resumed"',
        "publisher: The Daily",
        "date: 2025-08-20",
        "tags:",
        " - x",
        "---",
    ]
    text = mark + end.join([*lines, "", "# Other", "", "They met."])
    report = read(text)
    assert (report.title, report.publisher, report.date) == ("Talks: resumed", "The Daily", date(2025, 8, 20))
    assert [report.cut(span) for span in report.passages] == ["Other", "They met."]
    assert [(report.cut(span), span.reason) for span in report.boilerplate] == [
        (end.join(lines), "front matter")
    ]


def test_a_date_in_the_front_matter_that_is_not_written_in_full_is_none() -> None:
    """A month is no day, so the report has no date."""
    assert read("---\ndate: August 2025\n---\nThey met.").date is None


@pytest.mark.parametrize("text", ["---\nThey met.\n---\n", "---\n---\nText", "---\ntitle: open"])
def test_dashes_without_fields_are_no_front_matter(text: str) -> None:
    """A rule at the head of a text is not taken for a front matter."""
    report = read(text)
    assert report.title is None
    assert all(mark.reason == "divider" for mark in report.boilerplate)


def test_another_media_type_is_refused() -> None:
    """Only plain text and Markdown are text."""
    with pytest.raises(ReportError, match="'text/rtf' is no text"):
        from_text("x", id="r", media_type="text/rtf")  # type: ignore[arg-type]
