"""Make a report from a Word document (DOCX)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from docx import Document
from docx.document import Document as Opened
from docx.oxml.ns import qn
from lxml import etree

from goodoffices.errors import ReportError
from goodoffices.reports.boilerplate import mark_boilerplate
from goodoffices.reports.dates import stated_date
from goodoffices.reports.paragraphs import join
from goodoffices.reports.report import Boilerplate, Report, Span
from goodoffices.reports.silence import silenced

LARGEST = 200 * 2**20
"""Bytes that the parts of a document may have when they are unpacked."""
MOST_PARTS = 5_000
LONGEST_TEXT = 10_000_000
"""Bytes that one text of a document may have; the parser of XML takes no longer one."""

_NOTES = ("/word/footnotes.xml", "/word/endnotes.xml", "/word/comments.xml")
_PARAGRAPH, _TEXT, _TAB = qn("w:p"), qn("w:t"), qn("w:tab")
_BREAKS = frozenset({qn("w:br"), qn("w:cr")})
_HYPHEN, _RUN = qn("w:noBreakHyphen"), qn("w:r")
_MOVED_AWAY = qn("w:moveFrom")
_SECOND_COPY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_NAMELESS = re.compile(r"^(?:word document|microsoft|untitled|document\d*$|title$)", re.IGNORECASE)


def from_docx(data: bytes, *, id: str) -> Report:  # noqa: A002 - the field's name
    """Make a report from a Word document: its paragraphs, cells and text boxes, then notes and comments.

    Text that a tracked change has put in is read, text that one has struck out is not. Running heads and feet
    come last and are marked as boilerplate. The title comes from the document's properties or from its one
    paragraph in the style "Title". The file's own dates tell when it was made, not when it was published,
    so they are not read.

    Args:
        data: The bytes of the file.
        id: Short name of the report.

    Raises:
        ReportError: The file is damaged, unpacks to more than 200 MB, has a text of
            more than 10 MB in one piece, or has no text.
    """
    _check_size(data, id)
    try:
        with silenced("docx"):
            document = Document(io.BytesIO(data))
            body = [*_paragraphs(document.element.body), *_noted(document)]
            around = list(_running(document))
            title = _title(document)
    except Exception as error:
        if isinstance(error, etree.XMLSyntaxError) and "too long" in str(error):
            raise ReportError(
                f"the Word document '{id}' has a text of more than {LONGEST_TEXT // 1_000_000} million bytes "
                "in one piece, which is too large to read; split it, or save its text as plain text"
            ) from error
        raise ReportError(
            f"the Word document '{id}' is damaged ({type(error).__name__}); open it in Word or LibreOffice "
            "and save it anew"
        ) from error
    if not body:
        raise ReportError(f"the Word document '{id}' has no text; perhaps it holds only pictures")
    return _report(id, body, around, title)


def _check_size(data: bytes, id: str) -> None:  # noqa: A002 - the field's name
    """Refuse an archive by what its own list says, before anything of it is unpacked."""
    try:
        with ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (BadZipFile, ValueError, RuntimeError) as error:
        raise ReportError(
            f"the Word document '{id}' is damaged ({error}); open it in Word or LibreOffice and save it anew"
        ) from error
    size = sum(member.file_size for member in members)
    if size > LARGEST or len(members) > MOST_PARTS:
        raise ReportError(
            f"the Word document '{id}' unpacks to {size / 2**20:,.0f} MB in {len(members):,} parts; at most "
            f"{LARGEST / 2**20:.0f} MB and {MOST_PARTS:,} parts are read: save its text as plain text"
        )


def _paragraphs(root: etree._Element) -> Iterator[str]:
    """Return the paragraphs below an element that hold more than white space, in order."""
    for paragraph in root.iter(_PARAGRAPH):
        if any(above.tag == _SECOND_COPY for above in paragraph.iterancestors()):
            continue
        words = "".join(_words(paragraph)).strip()
        if words:
            yield words


def _words(paragraph: etree._Element) -> Iterator[str]:
    """Return the pieces of one paragraph; those of a text box inside it are the box's own."""
    for element in paragraph.iter(_TEXT, _TAB, _HYPHEN, *_BREAKS):
        above = list(element.iterancestors(_PARAGRAPH, _MOVED_AWAY))
        if above[0] is not paragraph:
            continue
        if element.tag == _TEXT:
            yield element.text or ""
        elif element.tag == _HYPHEN:
            yield "\u2011"
        elif element.tag in _BREAKS:
            yield "\n"
        elif any(element.iterancestors(_RUN)):
            yield "\t"


def _noted(document: Opened) -> Iterator[str]:
    for part in document.part.package.iter_parts():
        if str(part.partname) in _NOTES:
            yield from _paragraphs(etree.fromstring(part.blob, _parser()))


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def _running(document: Opened) -> Iterator[str]:
    """Return the running heads and feet, each text once."""
    seen: set[str] = set()
    for section in document.sections:
        for edge in (section.header, section.footer, section.first_page_header, section.first_page_footer):
            for words in _paragraphs(edge._element):
                if words not in seen:
                    seen.add(words)
                    yield words


def _title(document: Opened) -> str | None:
    styled = [
        paragraph.text.strip()
        for paragraph in document.paragraphs
        if paragraph.style is not None and paragraph.style.name == "Title" and paragraph.text.strip()
    ]
    if len(styled) == 1:
        return " ".join(styled[0].split())
    named = " ".join((document.core_properties.title or "").split())
    return named if named and not _NAMELESS.match(named) else None


def _report(id: str, body: list[str], around: list[str], title: str | None) -> Report:  # noqa: A002 - the field's name
    text, passages = join([*body, *around])
    read, edges = passages[: len(body)], passages[len(body) :]
    marks = (
        *mark_boilerplate(text, read),
        *(Boilerplate(edge.start, edge.end, "running head or foot") for edge in edges),
    )
    return Report(
        id=id,
        text=text,
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        title=title,
        date=stated_date([_cut(text, span) for span in read]),
        passages=passages,
        boilerplate=marks,
    )


def _cut(text: str, span: Span) -> str:
    return text[span.start : span.end]
