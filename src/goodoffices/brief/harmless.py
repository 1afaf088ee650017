"""Characters that could mislead a reader are shown as what they are."""

from __future__ import annotations

import re

_MISLEADING = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters other than tab and line feed
    "\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff"  # direction marks and characters of no width
    "\u2028\u2029\ud800-\udfff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"  # breaks, halves of pairs, tags
    "]"
)


def harmless(text: str) -> str:
    r"""Show control, direction and invisible characters by their code, such as ⟦U+202E⟧.

    A carriage return before a line feed is left out, since it only ends the line.

    Examples:
        >>> harmless("a\u202eb")
        'a⟦U+202E⟧b'
    """
    return _MISLEADING.sub(lambda found: f"⟦U+{ord(found.group()):04X}⟧", text.replace("\r\n", "\n"))
