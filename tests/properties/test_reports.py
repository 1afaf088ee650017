"""What holds for the report of any text and any page."""

from __future__ import annotations

import html
import tempfile
from pathlib import Path
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.reports.html import from_html
from goodoffices.reports.plain import from_text
from goodoffices.workspace.intake import load_report, save_report

LINES = st.lists(
    st.sampled_from(
        (
            *(
                "Log in",
                "# Talks",
                "- one",
                "> quote",
                "---",
                "title: x",
                "```",
                "| a |",
                "",
                "  ",
                "20 May 2019",
            ),
            *(
                "They met again in the spring and agreed on a list of topics.",
                "\ufeff",
                "\x07",
                "a\x1cb",
                "é\u2028z",
            ),
        )
    )
    | st.text(st.characters(codec="utf-8"), max_size=30),
    max_size=12,
)
TEXTS = st.builds(
    lambda lines, end: end.join(lines), LINES, st.sampled_from(["\n", "\r\n", "\r", "\n\n", "\f"])
)
TYPES: st.SearchStrategy[Literal["text/plain", "text/markdown"]] = st.sampled_from(
    ["text/plain", "text/markdown"]
)
FEW = settings(max_examples=80, deadline=None, derandomize=True)
MARKUP_SIGNS = frozenset("#>-*+.)[]xX0123456789")


@FEW
@given(TEXTS, TYPES)
def test_the_text_is_kept_exactly(text: str, media_type: Literal["text/plain", "text/markdown"]) -> None:
    """No character is lost, added or changed, whatever the text."""
    assert from_text(text, id="r", media_type=media_type).text == text


@FEW
@given(TEXTS, TYPES)
def test_passages_are_in_order_and_apart(
    text: str, media_type: Literal["text/plain", "text/markdown"]
) -> None:
    """Passages follow each other without touching, inside the text, and open and close with a word."""
    report = from_text(text, id="r", media_type=media_type)
    end = 0
    for passage in report.passages:
        assert end <= passage.start
        end = passage.end
        words = report.cut(passage)
        assert words == words.strip()
    assert end <= len(text)


@FEW
@given(TEXTS)
def test_passages_hold_every_visible_character(text: str) -> None:
    """Outside the passages of a plain text stand only white space and the byte order mark at its head."""
    report = from_text(text, id="r")
    held = {index for passage in report.passages for index in range(passage.start, passage.end)}
    outside = "".join(sign for index, sign in enumerate(text) if index not in held)
    assert outside.removeprefix("\ufeff").strip() == ""


@FEW
@given(TEXTS)
def test_only_signs_of_markdown_stand_outside_its_passages(text: str) -> None:
    """In Markdown, the signs of headings, items and quotes and the front matter stand outside as well."""
    report = from_text(text, id="r", media_type="text/markdown")
    held = {
        index for span in (*report.passages, *report.boilerplate) for index in range(span.start, span.end)
    }
    outside = "".join(sign for index, sign in enumerate(text) if index not in held)
    assert set("".join(outside.removeprefix("\ufeff").split())) <= MARKUP_SIGNS


@FEW
@given(TEXTS, TYPES)
def test_a_kept_report_comes_back_the_same(
    text: str, media_type: Literal["text/plain", "text/markdown"]
) -> None:
    """Keeping and loading a report changes nothing of it."""
    report = from_text(text, id="r", media_type=media_type)
    with tempfile.TemporaryDirectory() as folder:
        assert load_report(save_report(report, Path(folder))) == report


WORDS = st.lists(
    st.text(st.characters(codec="utf-8", categories=["L", "Nd", "Po", "Sm", "So"]), min_size=1, max_size=8),
    min_size=1,
    max_size=5,
)
NODES = st.lists(
    st.tuples(st.sampled_from(["p", "div", "b", "a", "li", "td", "h2", "pre", "section", "button"]), WORDS),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(NODES)
def test_every_visible_word_of_a_page_is_in_its_text_in_order(nodes: list[tuple[str, list[str]]]) -> None:
    """The words of the text nodes of a page occur in its text in the order of the page."""
    markup = "".join(f"<{tag}>{html.escape(' '.join(words))}</{tag}>" for tag, words in nodes)
    report = from_html(f"<html><body>{markup}<script>unseen()</script></body></html>", id="r")
    place = 0
    for _, words in nodes:
        for word in words:
            found = report.text.find(word, place)
            assert found >= 0
            place = found + len(word)
    assert "unseen" not in report.text
