"""Make reports from the bytes of a file of any kind that can be read."""

from __future__ import annotations

import re

from goodoffices.errors import ReportError
from goodoffices.reports.contents import Contents
from goodoffices.reports.decode import decode
from goodoffices.reports.naming import slug
from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report

MARKDOWN_ENDINGS = (".md", ".markdown")
HTML_ENDINGS = (".html", ".htm", ".xhtml")
MAIL_ENDINGS = (".eml", ".mbox")
FEED_ENDINGS = (".rss", ".atom", ".xml")
ENDINGS = (".txt", ".text", *MARKDOWN_ENDINGS, *HTML_ENDINGS, ".pdf", ".docx", *MAIL_ENDINGS, *FEED_ENDINGS)

_HTML = re.compile(
    r"\ufeff?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:(?:<\?[^?]*\?>|<!--(?:(?!-->).)*-->|<!DOCTYPE[^<>\[]*(?:\[[^\]]*\]\s*)?>)\s*)*"
    rb"<(?:rss|feed|rdf:RDF)\b",
    re.DOTALL,
)
_XHTML = re.compile(r"\ufeff?\s*<\?xml\b.{0,1000}?<html\b", re.IGNORECASE | re.DOTALL)


def from_bytes(data: bytes, *, id: str, name: str, depth: int = 0) -> Contents:  # noqa: A002 - the field's name
    """Make reports from a text, Markdown, HTML, PDF, Word or e-mail file or a saved feed.

    PDF, Word, HTML and feeds are known by their first bytes, e-mail by the ending of the name, HTML and
    Markdown also by it.

    Args:
        data: The bytes of the file.
        id: Short name of the report; feeds and mailboxes name their reports themselves.
        name: Name of the file, for its ending and for messages.
        depth: How many messages it is attached to.

    Raises:
        ReportError: The file cannot be read; the message says why and what to do.
    """
    # The libraries take a third of a second to load, so a text file does not wait for them.
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from goodoffices.reports.pdf import from_pdf  # noqa: PLC0415

        return Contents((from_pdf(data, id=id),))
    if data.startswith(b"PK\x03\x04") and b"word/" in data:
        from goodoffices.reports.docx import from_docx  # noqa: PLC0415

        return Contents((from_docx(data, id=id),))
    ending = name.lower()
    if ending.endswith(MAIL_ENDINGS):
        from goodoffices.reports.mail import from_mail, from_mbox  # noqa: PLC0415

        if ending.endswith(".mbox"):
            return from_mbox(data, name=name, attachment=_attached)
        return from_mail(data, id=id, name=name, attachment=_attached, depth=depth)
    if _FEED.match(data[:4096]):
        from goodoffices.reports.feed import from_feed  # noqa: PLC0415

        return from_feed(data, name=name)
    return Contents((_from_words(decode(data, name=name), id=id, name=ending),))


def _attached(data: bytes, name: str, depth: int) -> Contents:
    return from_bytes(data, id=slug(name.rsplit(".", 1)[0]), name=name, depth=depth)


def _from_words(text: str, *, id: str, name: str) -> Report:  # noqa: A002 - the field's name
    if name.endswith(HTML_ENDINGS) or _HTML.match(text) or _XHTML.match(text):
        from goodoffices.reports.html import from_html  # noqa: PLC0415

        return from_html(text, id=id)
    if name.endswith(FEED_ENDINGS):
        raise ReportError(f"{name} is no feed: it opens with none of <rss>, <feed>, <rdf:RDF>; save its text")
    return from_text(
        text, id=id, media_type="text/markdown" if name.endswith(MARKDOWN_ENDINGS) else "text/plain"
    )
