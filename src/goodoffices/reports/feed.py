"""Make reports from a feed saved to disk (RSS, RDF or Atom): one for each item."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator, Mapping

import feedparser

from goodoffices.errors import ReportError
from goodoffices.reports.boilerplate import mark_boilerplate
from goodoffices.reports.contents import Contents
from goodoffices.reports.dates import read_date
from goodoffices.reports.html_blocks import blocks, parse
from goodoffices.reports.naming import slug
from goodoffices.reports.paragraphs import join
from goodoffices.reports.report import Report

MOST_ITEMS = 10_000
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z!/]|&[#\w]+;")
_LINES = re.compile(r"\s*[\r\n]+\s*")


def from_feed(data: bytes, *, name: str) -> Contents:
    """Make a report from each item of a feed: its title and its text, in the feed's order.

    The day of publication is the item's as it is written, in the time zone of the feed; the day of an update
    is not taken. An item without title and text is listed as a problem.

    Args:
        data: The bytes of the file.
        name: Name of the file, for messages.

    Raises:
        ReportError: The file declares entities, has more than 10,000 items, or none that can be read.
    """
    if _ENTITY.search(data[:100_000]):
        raise ReportError(f"{name} declares XML entities, which no feed needs; it is not read")
    found = feedparser.parse(io.BytesIO(data), sanitize_html=False)
    if len(found.entries) > MOST_ITEMS:
        raise ReportError(
            f"{name} has {len(found.entries):,} items; at most {MOST_ITEMS:,} are read: split it"
        )
    problems = []
    if found.bozo:
        problems.append(f"{name} is no well-formed feed ({_flaw(found)}); items may be missing")
    reports = []
    for number, entry in enumerate(found.entries, start=1):
        report = _report(entry, _text(found.feed.get("title")))
        if report:
            reports.append(report)
        else:
            problems.append(f"{name}: item {number} has neither title nor text")
    if not reports:
        raise ReportError("; ".join([f"{name} has no item that could be read as a report", *problems]))
    return Contents(tuple(reports), tuple(problems))


def _flaw(found: Mapping[str, object]) -> str:
    return " ".join(str(found.get("bozo_exception", "reason unknown")).split())[:200]


def _report(entry: Mapping[str, object], feed_title: str | None) -> Report | None:
    title = _text(entry.get("title"))
    body = list(_body(entry))
    lead = [title] if title and body[:1] != [title] else []
    if not (lead or body):
        return None
    text, passages = join([*lead, *body])
    source = entry.get("source")
    return Report(
        id=slug(title or body[0]),
        text=text,
        media_type="text/html",
        title=title,
        publisher=_text(source.get("title") if isinstance(source, Mapping) else None) or feed_title,
        date=read_date(str(entry.get("published", ""))),
        passages=passages,
        boilerplate=mark_boilerplate(text, passages),
    )


def _text(markup: object) -> str | None:
    """Return a title without its mark-up and with single spaces; None where there is none."""
    if not isinstance(markup, str):
        return None
    words = " ".join(_paragraphs(markup)) if _MARKUP.search(markup) else markup
    return " ".join(words.split()) or None


def _body(entry: Mapping[str, object]) -> Iterator[str]:
    """Return the paragraphs of the item's text, or of its summary where there is no text."""
    contents = entry.get("content")
    values = [part.get("value") for part in contents] if isinstance(contents, list) else []
    markup = max((value for value in values if isinstance(value, str)), key=len, default="")
    markup = markup if markup.strip() else str(entry.get("summary", ""))
    read: Callable[[str], Iterator[str]] = _paragraphs if _MARKUP.search(markup) else _plain
    return read(markup)


def _plain(words: str) -> Iterator[str]:
    return (line for line in _LINES.split(words.strip()) if line)


def _paragraphs(markup: str) -> Iterator[str]:
    return (block.text for block in blocks(parse(f"<html><body>{markup}</body></html>")))
