"""Make a report from plain text or Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Literal

from goodoffices.errors import ReportError
from goodoffices.reports.boilerplate import mark_boilerplate
from goodoffices.reports.dates import stated_date
from goodoffices.reports.lines import Line, group, paragraph_rule, read_lines
from goodoffices.reports.markdown import markdown_passages, markdown_title, read_front_matter
from goodoffices.reports.report import Boilerplate, Report, Span

TextType = Literal["text/plain", "text/markdown"]

_LONGEST_TITLE = 120
_NO_TITLE_ENDS = (".", ",", ":", ";", "…", ".”", '."', ".’")


def from_text(text: str, *, id: str, media_type: TextType = "text/plain") -> Report:  # noqa: A002 - the field's name
    """Make a report from a text; every character of it is kept.

    Passages are paragraphs: the run of lines where the text is hard-wrapped, otherwise each line.
    Title, publisher and date are filled only where the text marks them as such.

    Args:
        text: The text as it was read, with its line ends, byte order mark and control characters.
        id: Short name of the report.
        media_type: Whether mark-up of Markdown is understood or taken as text.

    Raises:
        ReportError: The media type is another one, or the text holds half a character (a lone
            surrogate), which no file can.
    """
    if media_type == "text/markdown":
        return _from_markdown(text, id)
    if media_type != "text/plain":
        raise ReportError(f"'{media_type}' is no text: give 'text/plain' or 'text/markdown'")
    lines = read_lines(text)
    passages = group(lines, paragraph_rule(lines))
    marks = mark_boilerplate(text, passages)
    return Report(
        id=id,
        text=text,
        title=_plain_title(lines, passages, marks),
        date=_date(text, passages),
        passages=passages,
        boilerplate=marks,
    )


def _from_markdown(text: str, id: str) -> Report:  # noqa: A002 - the field's name
    front = read_front_matter(text)
    lines = read_lines(text, front.mark.end if front else 0)
    passages = markdown_passages(lines)
    marks = mark_boilerplate(text, passages)
    return Report(
        id=id,
        text=text,
        media_type="text/markdown",
        title=(front and front.title) or markdown_title(lines),
        publisher=front.publisher if front else None,
        date=(front and front.date) or _date(text, passages),
        passages=passages,
        boilerplate=(front.mark, *marks) if front else marks,
    )


def _date(text: str, passages: Sequence[Span]) -> date | None:
    """Return the day stated in a line made for it, which may be set off by signs of emphasis."""
    return stated_date([text[passage.start : passage.end].strip("*_ ") for passage in passages])


def _plain_title(lines: Sequence[Line], passages: Sequence[Span], marks: Sequence[Boilerplate]) -> str | None:
    """Return the first line that is no boilerplate, if it is set off as a headline."""
    marked = {mark.start for mark in marks}
    opening = [passage for passage in passages if passage.start not in marked][:2]
    if len(opening) < 2:
        return None
    line = next(line for line in lines if line.start == opening[0].start)
    after = next((other for other in lines if other.start > line.start), line)
    alone = line.end == opening[0].end and not after.follows
    return line.content if alone and _reads_as_title(line.content) else None


def _reads_as_title(line: str) -> bool:
    if len(line) > _LONGEST_TITLE or line.endswith(_NO_TITLE_ENDS):
        return False
    if line.lower().startswith("by ") or stated_date([line]):
        return False
    return any(character.isalpha() for character in line)
