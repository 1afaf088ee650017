"""Make a report from the bytes of a file of any kind that can be read."""

from __future__ import annotations

import re

from goodoffices.reports.decode import decode
from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report

MARKDOWN_ENDINGS = (".md", ".markdown")
HTML_ENDINGS = (".html", ".htm", ".xhtml")
ENDINGS = (".txt", ".text", *MARKDOWN_ENDINGS, *HTML_ENDINGS, ".pdf")

_HTML = re.compile(
    r"\ufeff?\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_XHTML = re.compile(r"\ufeff?\s*<\?xml\b.{0,1000}?<html\b", re.IGNORECASE | re.DOTALL)


def from_bytes(data: bytes, *, id: str, name: str) -> Report:  # noqa: A002 - the field's name
    """Make a report from a PDF, HTML, Markdown or plain text file.

    PDF and HTML are known by their first bytes, HTML and Markdown also by the ending of the name.

    Args:
        data: The bytes of the file.
        id: Short name of the report.
        name: Name of the file, for its ending and for messages.

    Raises:
        ReportError: The file cannot be read; the message says why and what to do.
    """
    # The two libraries take a third of a second to load, so a text file does not wait for them.
    if data[:1024].lstrip().startswith(b"%PDF-"):
        from goodoffices.reports.pdf import from_pdf  # noqa: PLC0415

        return from_pdf(data, id=id)
    text = decode(data, name=name)
    if name.lower().endswith(HTML_ENDINGS) or _HTML.match(text) or _XHTML.match(text):
        from goodoffices.reports.html import from_html  # noqa: PLC0415

        return from_html(text, id=id)
    is_markdown = name.lower().endswith(MARKDOWN_ENDINGS)
    return from_text(text, id=id, media_type="text/markdown" if is_markdown else "text/plain")
