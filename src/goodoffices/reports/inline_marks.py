"""Signs of Markdown inside a line: emphasis, links, code, escapes and the signs of a quote's later lines."""

from __future__ import annotations

import re

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_QUOTE = re.compile(r"(?m)^[ \t]*(?:>[ \t]?)+")
_LINK = re.compile(
    r"!?\[(?P<text>(?:[^\[\]]|\[[^\[\]]{0,200}\]){1,400})\]"
    r"(?:\((?:[^()\s]|\([^()\s]{0,200}\)){0,2000}(?:[ \t]+[\"'(][^\"')]{0,300}[\"')])?\)|\[[^\[\]]{0,100}\])"
)
_NOTE = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_CODE = re.compile(r"(?P<mark>`{1,3})(?!`)(?P<text>[^`\n]{1,400})(?P=mark)(?!`)")
_STARS = re.compile(
    r"(?<!\\)(?P<mark>\*{1,3}|~~)(?=[^\s*~])(?P<text>[^*~]{1,2000}?)(?<=[^\s*~\\])(?P=mark)(?![*~])"
)
_LINES = re.compile(
    r"(?<![\w\\])(?P<mark>_{1,3})(?=[^\s_])(?P<text>.{1,2000}?)(?<=[^\s_\\])(?P=mark)(?!\w)", re.DOTALL
)
_PARAGRAPH = re.compile(r"(\n[ \t]*\n)")
_INNERMOST_FIRST = 3
"""How deep signs of emphasis are taken to be nested."""


def without_inline_marks(text: str) -> str:
    r"""Return a Markdown text of the same length in which the signs of its mark-up are blanks.

    What the signs stand around stays where it is, so that offsets hold; the address of a link and the
    number of a note become blanks. A sign that has no partner is a character like others.

    Args:
        text: The text as it was saved.

    References:
        MacFarlane (2024), CommonMark Spec, version 0.31.2, sections 2.4, 5.1, 6.1 to 6.4.

    Examples:
        >>> without_inline_marks("M23 **rejected** the [plan](https://x.org).")
        'M23   rejected   the  plan                .'
    """
    return "".join(_without_marks(part) for part in _PARAGRAPH.split(text))


def _without_marks(text: str) -> str:
    for pattern in (_QUOTE, _NOTE):
        text = pattern.sub(lambda found: " " * len(found.group()), text)
    text = _LINK.sub(_only_text, text)
    text = _CODE.sub(_only_text, text)
    for _ in range(_INNERMOST_FIRST):
        text = _LINES.sub(_only_text, _STARS.sub(_only_text, text))
    return _ESCAPE.sub(r" \1", text)


def _only_text(found: re.Match[str]) -> str:
    start, end = found.span("text")
    return " " * (start - found.start()) + found["text"] + " " * (found.end() - end)
