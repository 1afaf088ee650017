"""What stands before the sentences of a passage and is no part of them: a dateline, a speaker's label."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

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
_LABEL = re.compile(r"[*_]*(?:(?P<asked>Q|Question)|(?P<said>A|Answer))[*_]*:[*_]*\s+")
_NAME = re.compile(r"[*_]*(?P<name>[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]+){0,3})[*_]*:[*_]*\s+")
_BROKEN = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]+)-(?P<gap>[ \t]*(?:\r\n|\n|\r)[ \t]*)(?P<rest>[a-z]+)")
_HYPHENATED = frozenset(
    {"self", "non", "anti", "ex", "pre", "post", "co", "cross", "north", "south", "east", "west", "power"}
)
FEWEST_CAPITALS = 2
"""Words of a line in capitals that is taken for a headline."""


class Part(StrEnum):
    """Which part of an interview a passage is."""

    QUESTION = "question"
    ANSWER = "answer"
    NAMED = "named"


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose words a passage of an interview or a transcript is.

    Attributes:
        part: Question, answer, or words of a speaker whose name stands before them.
        name: The speaker's name as the label has it, in ordinary letters.
        start: Offset of the words behind the label.
    """

    part: Part
    name: str | None = None
    start: int = 0


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


def turns(texts: Sequence[str]) -> tuple[Turn | None, ...]:
    """Return for each passage whose words it is, where the report is an interview or a transcript.

    Labels are "Q:" and "A:", or a name in capitals that comes back. A passage without a label between
    two that have one goes on with the words of the one before.
    """
    labels = [_label(text) for text in texts]
    counted = Counter(label.name for label in labels if label is not None and label.name)
    kept = [label if label and (not label.name or counted[label.name] > 1) else None for label in labels]
    asked = any(label is not None and label.part is not Part.ANSWER for label in kept)
    places = [place for place, label in enumerate(kept) if label is not None]
    if not asked or not places:
        return (None,) * len(texts)
    found: list[Turn | None] = []
    for place, label in enumerate(kept):
        before = found[-1] if found else None
        goes_on = label is None and before is not None and place < places[-1]
        found.append(Turn(before.part, before.name) if goes_on and before is not None else label)
    return tuple(found)


def _label(text: str) -> Turn | None:
    found = _LABEL.match(text)
    if found:
        return Turn(Part.QUESTION if found["asked"] else Part.ANSWER, None, found.end())
    named = _NAME.match(text)
    return Turn(Part.NAMED, named["name"].title(), named.end()) if named else None


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
