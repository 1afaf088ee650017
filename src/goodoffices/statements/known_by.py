"""Long names of which a report says by which initials they are known: 'known by its Malay initials LFM'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goodoffices.statements.introductions import LINKING, LONGEST, REACH, Introduction

_KNOWN_BY = re.compile(
    r",? ?[,(]? ?(?:which is |who are |"
    r"more |better |best |commonly |generally |usually |widely |also )*"
    r"(?:known|called|referred to) (?:locally |simply )?(?:by|under|as|from) (?:its|their|the) "
    r"(?:[A-Za-z-]+ )?(?:initials|acronym|abbreviation|letters|short form),? (?:of )?(?:the )?[\"“‘']*"
    r"(?P<short>[A-Z][A-Za-z]{1,9}(?:[-/][A-Z][A-Za-z]*)*)\b"
)


def known_by(text: str) -> Iterator[Introduction]:
    """Yield the names with the short form by which the text says that they are known.

    Examples:
        >>> [(one.long, one.short) for one in known_by("the Lake Front, known by its initials FDL")]
        [('Lake Front', 'FDL')]
    """
    for found in _KNOWN_BY.finditer(text):
        start = _start_of_capitals(text, found.start())
        if start is not None:
            long = text[start : found.start()]
            yield Introduction(start, found.start(), long, found["short"], found.start("short"))


def _start_of_capitals(text: str, end: int) -> int | None:
    """Return where a run of two or more capitalised words before a place starts."""
    offset, start, capitals = max(0, end - REACH), None, 0
    run = list(re.finditer(r"[\w’'-]+", text[offset:end]))[-LONGEST:]
    behind = end
    for word in reversed(run):
        gap = text[offset + word.end() : behind]
        named = word.group()[:1].isupper() and word.group() not in {"The", "A"}
        if gap.strip() or not (named or word.group() in LINKING - {"a", "and", "in", "on", "to"}):
            break
        behind = offset + word.start()
        start, capitals = (behind, capitals + 1) if named else (start, capitals)
    return start if capitals > 1 else None
