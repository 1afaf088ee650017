"""Make a report from an HTML document."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.errors import ReportError
from goodoffices.reports.boilerplate import reason_to_skip
from goodoffices.reports.dates import stated_date
from goodoffices.reports.html_article import in_article
from goodoffices.reports.html_blocks import blocks, parse
from goodoffices.reports.html_source import read_source
from goodoffices.reports.paragraphs import join
from goodoffices.reports.report import Boilerplate, Report, Span

OUTSIDE = "outside the article"


def from_html(markup: str, *, id: str) -> Report:  # noqa: A002 - the field's name
    """Make a report from an HTML document: its visible text, one line for each block.

    The whole visible text is kept. Blocks outside the article are marked as boilerplate, and so are
    share lines and the like inside it. The day of publication is read from metadata, JSON-LD, a `time`
    element or a line of the article made for it; it is never worked out from anything else.

    Args:
        markup: The document, decoded.
        id: Short name of the report.

    Raises:
        ReportError: The document has no visible text, or is nested too deeply or too large to read.
    """
    root = parse(markup)
    found = tuple(blocks(root))
    if not found:
        raise ReportError(
            f"the HTML of '{id}' has no visible text; if a script draws the page, open it in a browser, "
            "save it from there and read the saved file"
        )
    source = read_source(root)
    text, passages = join(block.text for block in found)
    inside = in_article(root, found)
    marks = tuple(_marks(text, passages, inside))
    return Report(
        id=id,
        text=text,
        media_type="text/html",
        title=source.title,
        publisher=source.publisher,
        date=source.date or stated_date([text[span.start : span.end] for span in _dated(passages, inside)]),
        passages=passages,
        boilerplate=marks,
    )


def _dated(passages: Sequence[Span], inside: Sequence[bool]) -> list[Span]:
    """Return the passages that may state the day: the article's, and lines right behind its heading.

    A byline is often left out of the article, though it stands between the heading and the first paragraph.
    """
    heading = next((place for place, kept in enumerate(inside) if kept), 0)
    text_at = next((place for place in range(heading + 1, len(inside)) if inside[place]), len(inside))
    return [
        span
        for place, span in enumerate(passages)
        if inside[place] or heading < place < text_at <= heading + 4
    ]


def _marks(text: str, passages: Sequence[Span], inside: Sequence[bool]) -> list[Boilerplate]:
    marks = []
    for span, kept in zip(passages, inside, strict=True):
        reason = reason_to_skip(text[span.start : span.end]) or (None if kept else OUTSIDE)
        if reason:
            marks.append(Boilerplate(span.start, span.end, reason))
    return marks
