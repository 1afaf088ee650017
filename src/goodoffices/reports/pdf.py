"""Make a report from a PDF file."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import replace

from pypdf import PasswordType, PdfReader
from pypdf.errors import DependencyError

from goodoffices.errors import ReportError
from goodoffices.reports.boilerplate import mark_boilerplate
from goodoffices.reports.dates import stated_date
from goodoffices.reports.lines import Belongs, Line, group, paragraph_rule, read_lines
from goodoffices.reports.report import Boilerplate, Report
from goodoffices.reports.running import goes_on, running_lines
from goodoffices.reports.silence import silenced

MOST_CHARACTERS = 20_000_000
_OPENING = 8
"""Lines at the head among which a date may stand by itself, though no blank line sets it off."""

_HALF_CHARACTER = re.compile("[\ud800-\udfff]")
_FILE_NAME = re.compile(
    r"\.(?:docx?|pdf|rtf|odt|indd|txt|pptx?|xlsx?|html?)\b|^microsoft\s|^untitled|^document\d*$",
    re.IGNORECASE,
)
_OCR = "run text recognition first, for example 'ocrmypdf scan.pdf readable.pdf', and read the result"


def from_pdf(data: bytes, *, id: str) -> Report:  # noqa: A002 - the field's name
    """Make a report from the text layer of a PDF file.

    Pages are joined with form feeds; `pages` tells where each one starts. Running heads, feet and page
    numbers are marked. A sentence that goes on after a page break is one passage, unless one of those stands
    in it.
    The title comes from the file's metadata, unless it is only the name of a file. The file's own dates tell
    when it was made, not when it was published, so they are not read.

    Args:
        data: The bytes of the file.
        id: Short name of the report.

    Raises:
        ReportError: The file is damaged, locked with a password, or has no text layer, as scans have.
    """
    with silenced("pypdf"):
        try:
            pages, title = _read(data, id)
        except ReportError:
            raise
        except Exception as error:
            raise ReportError(
                f"the PDF of '{id}' is damaged ({type(error).__name__}); open it in a viewer and save it anew"
            ) from error
    if not any(page.strip() for page in pages):
        count = "1 page" if len(pages) == 1 else f"{len(pages)} pages"
        raise ReportError(f"the PDF of '{id}' has {count} but no text layer, as a scan has none; {_OCR}")
    return _report(pages, title, id)


def _read(data: bytes, id: str) -> tuple[list[str], str | None]:  # noqa: A002 - the field's name
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        _unlock(reader, id)
    pages: list[str] = []
    size = 0
    for page in reader.pages:
        text = _HALF_CHARACTER.sub("\ufffd", page.extract_text()).replace("\f", "\n")
        pages.append(text)
        size += len(text)
        if size > MOST_CHARACTERS:
            raise ReportError(
                f"the PDF of '{id}' has more than {MOST_CHARACTERS:,} characters; split it and read the parts"
            )
    if not pages:
        raise ReportError(f"the PDF of '{id}' has no pages; open it in a viewer and save it anew")
    return pages, _title(reader)


def _unlock(reader: PdfReader, id: str) -> None:  # noqa: A002 - the field's name
    """Open a file that anyone may open; one with a real password stays shut."""
    try:
        opened = reader.decrypt("") != PasswordType.NOT_DECRYPTED
    except DependencyError:
        opened = False
    if not opened:
        raise ReportError(
            f"the PDF of '{id}' is encrypted; save it without a password, for example with "
            "'qpdf --decrypt --password=… locked.pdf open.pdf', and read that"
        )


def _title(reader: PdfReader) -> str | None:
    try:
        raw = reader.metadata.title if reader.metadata else None
    except Exception:  # noqa: BLE001 - a title that cannot be read is no reason to refuse the text
        return None
    title = " ".join(_HALF_CHARACTER.sub("\ufffd", str(raw or "")).split())
    sensible = (
        3 <= len(title) <= 300 and any(sign.isalpha() for sign in title) and not _FILE_NAME.search(title)
    )
    return title if sensible else None


def _report(pages: list[str], title: str | None, id: str) -> Report:  # noqa: A002 - the field's name
    text = "\f".join(pages)
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + 1)
    lines = read_lines(text)
    running = running_lines(lines, starts)
    passages = group(_over_pages(lines, running), _paragraphs(lines, running))
    marks = {mark.start: mark for mark in mark_boilerplate(text, passages)}
    marks |= {
        passage.start: Boilerplate(passage.start, passage.end, "running head or foot")
        for passage in passages
        if passage.start in running
    }
    return Report(
        id=id,
        text=text,
        media_type="application/pdf",
        title=title,
        date=stated_date([text[span.start : span.end] for span in passages])
        or stated_date([line.content for line in lines[:_OPENING]]),
        passages=passages,
        boilerplate=tuple(marks[start] for start in sorted(marks)),
        pages=tuple(starts),
    )


def _over_pages(lines: Sequence[Line], running: frozenset[int]) -> tuple[Line, ...]:
    """Return the lines, those that go on with a sentence from the page before as following it."""
    going_on = goes_on(lines, running)
    return tuple(replace(line, follows=True) if line.start in going_on else line for line in lines)


def _paragraphs(lines: Sequence[Line], running: frozenset[int]) -> Belongs:
    """Return the rule that joins lines, but for running heads and feet, which stand alone."""
    rule = paragraph_rule([line for line in lines if line.start not in running])
    return lambda first, second: not {first.start, second.start} & running and rule(first, second)
