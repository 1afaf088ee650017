"""Paragraphs, headings and front matter of a Markdown text; its mark-up stays in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from goodoffices.reports.dates import read_date
from goodoffices.reports.lines import BYTE_ORDER_MARK, Belongs, Line, group, paragraph_rule
from goodoffices.reports.report import Boilerplate, Span

_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*(?:\r\n|\n|\r)(?P<body>.{0,20000}?(?:\r\n|\n|\r))??(?:---|\.\.\.)[ \t]*(?=\r|\n|\Z)",
    re.DOTALL,
)
_FIELD = re.compile(r"(?P<key>[A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_HEADING = re.compile(r"(?P<mark>#{1,6})[ \t]+(?P<title>.*?)(?:[ \t]+#+)?")
_UNDERLINE = re.compile(r"=+|-{2,}")
_MARK = re.compile(r"#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|(?:>[ \t]?)+")
_FENCE = re.compile(r"```|~~~")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The block of fields between lines of dashes at the head of a Markdown file.

    Attributes:
        mark: Where it stands.
        title: Value of the field "title".
        publisher: Value of the field "publisher".
        date: Value of the field "date" or "published", if it is written out in full.
    """

    mark: Boilerplate
    title: str | None = None
    publisher: str | None = None
    date: date | None = None


def read_front_matter(text: str) -> FrontMatter | None:
    """Return the front matter of a Markdown text, or None if it has none.

    Only plain ``key: value`` lines are understood; anything else in the block is passed over.
    """
    match = _FRONT_MATTER.match(text)
    if not match or match["body"] is None:
        return None
    fields: dict[str, str] = {}
    for line in match["body"].splitlines():
        field = _FIELD.fullmatch(line.rstrip())
        if field and field["value"]:
            fields.setdefault(field["key"].lower(), _unquote(field["value"]))
    if not fields:
        return None
    start = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
    return FrontMatter(
        mark=Boilerplate(start, match.end(), "front matter"),
        title=fields.get("title") or None,
        publisher=fields.get("publisher") or None,
        date=read_date(fields.get("date", fields.get("published", ""))),
    )


def _unquote(value: str) -> str:
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1].strip()
    return value


def markdown_passages(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Return the paragraphs of a Markdown text, without the sign that opens a heading, item or quote.

    A heading, a list item, a row of a table and a block quote are paragraphs of their own; a block of
    code between fences is one, whatever it holds.
    """
    fenced = _inside_fences(lines)
    plain = paragraph_rule([line for line in lines if line not in fenced])

    def belongs(first: Line, second: Line) -> bool:
        if second in fenced:
            return first in fenced and not _opens_fence(second, fenced)
        return first not in fenced and _goes_on(first, second, plain)

    spans = group([*lines], belongs)
    heads = {line.start: line for line in lines if line not in fenced}
    return tuple(_without_mark(span, heads) for span in spans)


def _inside_fences(lines: Sequence[Line]) -> dict[Line, bool]:
    """Return the lines of fenced code, each with whether it opens the fence."""
    fenced: dict[Line, bool] = {}
    fence = ""
    for line in lines:
        match = _FENCE.match(line.content)
        if fence:
            fenced[line] = False
            if match and match.group() == fence:
                fence = ""
        elif match:
            fence = match.group()
            fenced[line] = True
    return fenced


def _opens_fence(line: Line, fenced: dict[Line, bool]) -> bool:
    return fenced[line]


def _goes_on(first: Line, second: Line, plain: Belongs) -> bool:
    if _stands_alone(first) or _stands_alone(second):
        return False
    if second.content.startswith(">"):
        return first.content.startswith(">")
    if second.is_list_item:
        return False
    if first.is_list_item or first.content.startswith(">"):
        return second.indent > first.indent or second.content[0].islower()
    return plain(first, second) or 0 < first.indent <= second.indent


def _stands_alone(line: Line) -> bool:
    """Tell whether a line is a heading, the line under one, a rule or a row of a table."""
    content = line.content
    return bool(_HEADING.fullmatch(content) or _UNDERLINE.fullmatch(content)) or content.startswith("|")


def _without_mark(span: Span, heads: dict[int, Line]) -> Span:
    line = heads.get(span.start)
    mark = _MARK.match(line.content) if line else None
    if mark and mark.end() < span.end - span.start:
        return Span(span.start + mark.end(), span.end)
    return span


def markdown_title(lines: Sequence[Line]) -> str | None:
    """Return the first heading of the first level, or None."""
    fenced = _inside_fences(lines)
    for index, line in enumerate(lines):
        if line in fenced:
            continue
        heading = _HEADING.fullmatch(line.content)
        if heading and heading["mark"] == "#" and heading["title"]:
            return str(heading["title"])
        under = lines[index + 1] if index + 1 < len(lines) else None
        if under and under.follows and re.fullmatch("=+", under.content):
            return line.content
    return None
