"""What is no part of a passage's sentences: a dateline, capitals of a headline, words broken in two."""

from __future__ import annotations

import re

_MORE = r"(?:,?\s+(?:[A-Z][\w.'’]*|\d{1,4})){0,8}?"
_AGENCY = r"(?:,?\s*\([A-Z][^()]{1,38}\))"
_DASH = r"(?:\s+(?:--?|[—–])\s+|(?:--|[—–])\s?)(?=[“\"‘A-Z])"
_CAPITALS = r"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]+){0,3}"
_PLACE = r"[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,2}"
_DAY = r"(?:,?\s+\d{1,2}\s+[A-Z][a-z]+|,?\s+[A-Z][a-z]+\.?\s+\d{1,2})(?:,?\s+\d{4})?"
_BARE = re.compile(rf"{_CAPITALS}(?:,(?:\s+[A-Z][\w.'’]*)+)?{_DASH}(?![^.!?]*\s[-—–]+\s)")
_DATELINES = (
    re.compile(rf"{_CAPITALS}{_MORE}{_AGENCY}{_DASH}"),
    re.compile(rf"{_PLACE}(?:,\s+{_PLACE})?{_AGENCY}{_DASH}"),
    re.compile(rf"{_PLACE}(?:,\s+{_PLACE})?{_DAY}{_AGENCY}?{_DASH}"),
    _BARE,
)
_BROKEN = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]+)-(?P<gap>[ \t]*(?:\r\n|\n|\r)[ \t]*)(?P<rest>[a-z]+)")
_HYPHENATED = frozenset(
    {"self", "non", "anti", "ex", "pre", "post", "co", "cross", "north", "south", "east", "west", "power"}
)
FEWEST_CAPITALS = 2
"""Words of a line in capitals that is taken for a headline."""


def behind_dateline(text: str) -> int:
    """Return where a passage starts behind its dateline, 0 where it has none.

    Examples:
        >>> behind_dateline("OSLO, 2 May 1994 (Own report) - The talks ended.")
        32
        >>> behind_dateline("UNITA - a rebel movement - left.")
        0
    """
    return next((found.end() for form in _DATELINES if (found := form.match(text))), 0)


def is_headline_in_capitals(text: str) -> bool:
    """Tell whether a passage is written in capitals alone, which hide what is a name."""
    return text.upper() == text and len(re.findall(r"[^\W\d_]{2,}", text)) >= FEWEST_CAPITALS


def mended(text: str) -> str:
    r"""Return a text with words that a line's end breaks put together, every other offset unchanged.

    The gap moves behind the word: 'pro-⏎posed it' becomes 'proposed  it'.

    Examples:
        >>> mended("it pro-\nposed a truce")
        'it proposed   a truce'
    """
    return _BROKEN.sub(_joined, text)


def _joined(found: re.Match[str]) -> str:
    keeps = "-" if found["first"].lower() in _HYPHENATED else ""
    return (found["first"] + keeps + found["rest"]).ljust(len(found.group()))


def end_of_word(text: str, start: int, end: int) -> int:
    """Return where the word ends that an offset of the mended text cuts in the text as it stands.

    Args:
        text: The text as it stands.
        start: Offset of the first character of the words.
        end: Offset behind their last character in the mended text.
    """
    ends = (found.end() for found in _BROKEN.finditer(text, start) if found.start() < end < found.end())
    return next(ends, end)
