"""Quotation marks: where a text opens and closes them, also where one is missing or of an odd kind."""

from __future__ import annotations

import re

TOLD = r"(?:said|says|say|added|adds|told|asked|wrote|writes|replied|noted|argued|insisted|warned|declared)"
_NAME = r"(?:he|she|they|it|we|I|[A-Z][\w.’'-]+(?:\s+[A-Z][\w.’'-]+){0,3})"
_LEFT_OPEN = re.compile(rf",\s+(?=(?:{TOLD}\s+(?:the\s+|a\s+)?[A-Z]|{_NAME}\s+{TOLD}\b))")
_SINGLE = re.compile(r"[’'](?![A-Za-z])")
_TWICE = re.compile(r"``|''|‘‘|’’")
_CLOSING = {"«": "»", "„": "“”"}
_ANY = '”"“'
_STOPPED = re.compile(r"(?<=[,.?!…;])'(?![A-Za-z])")
LONGEST_EXPRESSION = 60
"""Characters of an expression in straight single marks that ends without a stop."""
LONGEST_SINGLE = 1_000
"""Characters between single quotation marks, which may be an apostrophe and far from the next."""


def with_plain_marks(text: str) -> str:
    """Return a text of the same length in which two single marks side by side are one double mark.

    Examples:
        >>> with_plain_marks("He said ''no''.")
        'He said  "no" .'
    """
    return _TWICE.sub(_plain, text)


def _plain(found: re.Match[str]) -> str:
    before = found.string[found.start() - 1 : found.start()]
    opens = found.group()[0] in "`‘" or not before or before.isspace() or before in "([—–-"
    return ' "' if opens else '" '


def quoted_stretches(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches in quotation marks, as character offsets with the marks.

    A quotation that is not closed ends before “, he said”, else with the text, as does each paragraph but
    the last of a quotation of several.

    Examples:
        >>> quoted_stretches("He said “no” and left.")
        ((8, 12),)
        >>> quoted_stretches('"We will stay, said Keita.')
        ((0, 14),)
    """
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(text):
        end = _end_of_quote(text, place)
        if end is None:
            place += 1
            continue
        if end - place > 2:
            spans.append((place, end))
        place = max(end, place + 1)
    return tuple(spans)


def _opens(text: str, place: int) -> bool:
    before, behind = text[place - 1 : place] if place else " ", text[place + 1 : place + 2]
    return not before.isalnum() and bool(behind) and not behind.isspace()


def _end_of_straight(text: str, place: int) -> int | None:
    """Return where a quotation in straight single marks ends: behind a stop, where no apostrophe stands.

    A short one may end elsewhere, as 'keeps his word' does.
    """
    if not _opens(text, place) or not text[place + 1].isalpha():
        return None
    closed = _STOPPED.search(text, place + 1, place + LONGEST_SINGLE)
    short = _SINGLE.search(text, place + 1, place + LONGEST_EXPRESSION)
    if short and text[place + 1 : short.start()].count(" ") and text[short.start() - 1] != "s":
        return min(short.end(), closed.end()) if closed else short.end()
    return closed.end() if closed else None


def _end_of_quote(text: str, place: int) -> int | None:
    """Return where a quotation ends that opens at a place, None where none does."""
    mark = text[place]
    if mark == "'":
        return _end_of_straight(text, place)
    if mark == "‘":
        closed = _SINGLE.search(text, place + 1, place + LONGEST_SINGLE) if _opens(text, place) else None
        return closed.end() if closed else None
    straight = mark == '"' and (_opens(text, place) or place == 0 or text[place - 1].isspace())
    if not (straight or mark in "“«„" or (mark == "”" and _opens(text, place))):
        return None
    ends = (text.find(closing, place + 1) for closing in _CLOSING.get(mark, _ANY))
    end = min((one for one in ends if one >= 0), default=-1)
    if end < 0:
        left_open = _LEFT_OPEN.search(text, place + 1)
        return left_open.start() + 1 if left_open else len(text)
    opens_anew = text[end] == "“" and mark != "„" and _opens(text, end)
    return end if opens_anew else end + 1
