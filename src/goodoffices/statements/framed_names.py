"""Names that a frame shows to be a guest's: 'Guest: Ana Diaz', 'Interview: Ana Diaz', 'Ana Diaz, 52, …'."""

from __future__ import annotations

import re
from collections.abc import Iterable

_PART = r"[A-Z][\w’'-]+"
_NAME = rf"(?P<name>{_PART}(?: {_PART}){{1,3}})"
_FRAMES = (
    re.compile(
        rf"^\W*(?i:interview|interviewee|guest|our guest|in conversation|speaker): {_NAME}(?=\s*[,(.;]|$)"
    ),
    re.compile(rf"(?:^|[.!?] ){_NAME}(?:, \d\d,| \(\d\d\))(?= [a-z])"),
    re.compile(rf"\bGuest: {_NAME}(?=\s*[,(.;]|$)"),
)


def framed_names(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the names that stand in lines as those of guests, each once.

    Args:
        lines: What stands before the first question.

    Examples:
        >>> framed_names(["Guest: Ana Diaz (UN)", "Jan Lund, 52, is a vet.", "We met Paul Keita."])
        ('Ana Diaz', 'Jan Lund')
    """
    found = (one["name"] for line in lines for frame in _FRAMES for one in frame.finditer(line))
    return tuple(dict.fromkeys(found))
