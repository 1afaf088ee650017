"""The lines of a text, and which of them belong together in one paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from goodoffices.reports.report import Span

BYTE_ORDER_MARK = "\ufeff"
LONGEST_WRAPPED_LINE = 120
NARROWEST_COLUMN = 40

_BREAK = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LIST_ITEM = re.compile(r"[-*+•‣▪–—]\s|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'’”»)\]]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that holds more than white space.

    Attributes:
        start: Offset of its first character that is not white space.
        end: Offset behind its last character that is not white space.
        content: The characters between.
        indent: White-space characters before the first.
        follows: True if no blank line and no page break stands between it and the line before.
    """

    start: int
    end: int
    content: str
    indent: int = 0
    follows: bool = False

    @property
    def span(self) -> Span:
        """Return the stretch of the line without the white space round it."""
        return Span(self.start, self.end)

    @property
    def is_list_item(self) -> bool:
        """Whether the line opens with a bullet or a number."""
        return _LIST_ITEM.match(self.content) is not None

    @property
    def ends_sentence(self) -> bool:
        """Whether the line closes with a stop, also inside closing quotation marks."""
        return _SENTENCE_END.search(self.content) is not None


Belongs = Callable[[Line, Line], bool]


def read_lines(text: str, start: int = 0) -> tuple[Line, ...]:
    """Return the lines of a text that hold more than white space.

    Args:
        text: The whole text; a byte order mark at its very start belongs to no line.
        start: Offset to begin at, such as behind a front matter.
    """
    if start == 0 and text.startswith(BYTE_ORDER_MARK):
        start = 1
    return tuple(_lines(text, start))


def _lines(text: str, start: int) -> Iterator[Line]:
    follows = False
    for begin, end, mark in _raw_lines(text, start):
        raw = text[begin:end]
        content = raw.strip()
        if content:
            indent = len(raw) - len(raw.lstrip())
            first = begin + indent
            yield Line(first, first + len(content), content, indent, follows)
        follows = bool(content) and mark != "\f"


def _raw_lines(text: str, start: int) -> Iterator[tuple[int, int, str]]:
    for match in _BREAK.finditer(text, start):
        yield start, match.start(), match.group()
        start = match.end()
    yield start, len(text), ""


def group(lines: Sequence[Line], belongs: Belongs) -> tuple[Span, ...]:
    """Join neighbouring lines into paragraphs.

    Args:
        lines: Lines in order of the text.
        belongs: Tells whether the second of two lines that follow each other goes on with the first.

    Returns:
        One span for each paragraph, in order, from its first character to its last.
    """
    spans: list[Span] = []
    for index, line in enumerate(lines):
        if index and line.follows and belongs(lines[index - 1], line):
            spans[-1] = Span(spans[-1].start, line.end)
        else:
            spans.append(line.span)
    return tuple(spans)


def paragraph_rule(lines: Sequence[Line]) -> Belongs:
    """Learn from the lines how the text is laid out, and return the rule that joins its lines.

    Hard-wrapped text is known by lines that break just where the next word would not have fitted
    into the column. In such text a full line goes on in the next one. In any other text a line is a
    paragraph of its own, unless the next one opens in lower case and so goes on with the sentence.
    """
    pairs = [
        (first, second) for first, second in pairwise(lines) if second.follows and _may_wrap(first, second)
    ]
    column = max((len(first.content) for first, _ in pairs), default=0)
    full = sum(_fills(first, second, column) for first, second in pairs)
    margin = min((line.indent for line in lines), default=0)
    wrapped = column >= NARROWEST_COLUMN and full >= 0.6 * len(pairs)

    def belongs(first: Line, second: Line) -> bool:
        if not _may_wrap(first, second):
            return False
        if wrapped and _fills(first, second, column):
            return not (first.ends_sentence and second.indent > margin)
        return second.content[0].islower() and not first.ends_sentence

    return belongs


def _may_wrap(first: Line, second: Line) -> bool:
    """Tell whether two lines are short enough for a column, and the second opens no list item."""
    longest = max(len(first.content), len(second.content))
    return longest <= LONGEST_WRAPPED_LINE and not second.is_list_item


def _fills(first: Line, second: Line, column: int) -> bool:
    """Tell whether the first word of the second line would not have fitted behind the first line.

    Columns set in a proportional font hold lines of unequal length, so a line counts as full when
    it comes within a seventh of the longest.
    """
    return len(first.content) + 1 + len(second.content.split()[0]) >= column * 6 / 7
