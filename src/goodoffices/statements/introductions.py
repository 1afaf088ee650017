"""Long names that a report introduces with their short form in brackets: 'the Lake Movement (LM)'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

SHORT_FORM = re.compile(
    r" ?\((?:the )?[\"“‘']?(?P<short>[A-Z][A-Za-z]{0,9}(?:[-/][A-Z][A-Za-z]*)*)[\"”’']?\)"
)
_LINKS = "of the for and in on to a an de des du la le les pour et en dan del los las y e do da dos das"
LINKING = frozenset(_LINKS.split())
"""Words inside a name that give no letter to its short form."""
LONGEST = 12
"""Words of the longest name that is looked for before a bracket."""
FEWEST_LETTERS = 2
REACH = 160
"""Characters in which a name before a bracket must stand."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name and the short form that a text gives for it.

    Attributes:
        start, end: Where the long name stands in the text.
        long: The long name.
        short: The short form.
        short_start: Where the short form stands.
    """

    start: int
    end: int
    long: str
    short: str
    short_start: int


def introductions(text: str) -> Iterator[Introduction]:
    """Yield the names with a short form whose letters are those with which the words of the name begin.

    They may stand in another order, as those of a name that is translated do.

    Examples:
        >>> [(one.long, one.short) for one in introductions("the Front for the Lake (FL) and others")]
        [('Front for the Lake', 'FL')]
        >>> [(one.long, one.short) for one in introductions("the Armed Lake Front (FLA) left")]
        [('Armed Lake Front', 'FLA')]
    """
    for found in SHORT_FORM.finditer(text):
        letters = [char for char in found["short"] if char.isupper()]
        start = _start_of_name(text, found.start(), letters)
        if start is None:
            start = _start_of_translated(text, found.start(), letters)
        if start is not None:
            long = text[start : found.start()]
            yield Introduction(start, found.start(), long, found["short"], found.start("short"))


def _start_of_name(text: str, end: int, letters: list[str]) -> int | None:
    """Return where the name before a bracket starts, read backwards by the letters of its short form."""
    if len(letters) < FEWEST_LETTERS:
        return None
    open_letters = list(letters)
    offset = max(0, end - REACH)
    spoken = list(re.finditer(r"[\w’']+", text[offset:end]))[-LONGEST:]
    for word in reversed(spoken):
        name = re.sub(r"^[dl][’']", "", word.group())
        if name[:1].upper() == open_letters[-1] and name not in LINKING:
            open_letters.pop()
            if not open_letters:
                return offset + word.start() if name[:1].isupper() else None
        elif name.lower() not in LINKING:
            return None
    return None


def _start_of_translated(text: str, end: int, letters: list[str]) -> int | None:
    """Return where a run of capitalised words starts that has these letters, in whatever order."""
    if len(letters) <= FEWEST_LETTERS:
        return None
    offset = max(0, end - REACH)
    found: list[str] = []
    for word in reversed(list(re.finditer(r"[\w’']+", text[offset:end]))[-LONGEST:]):
        if word.group() in LINKING:
            continue
        if not word.group()[0].isupper():
            return None
        found.append(word.group()[0])
        if len(found) == len(letters):
            return offset + word.start() if sorted(found) == sorted(letters) else None
    return None
