"""Short names for reports."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container

_NO_WORD = re.compile(r"[\W_]+")


def slug(words: str) -> str:
    """Return a short name made of lower-case letters, digits and hyphens, for use as an id.

    Examples:
        >>> slug("Talks in Genève (final)")
        'talks-in-geneve-final'
    """
    plain = "".join(
        sign for sign in unicodedata.normalize("NFKD", words) if not unicodedata.combining(sign)
    ).casefold()
    return _NO_WORD.sub("-", plain).strip("-")[:40].strip("-") or "report"


def unique(name: str, taken: Container[str]) -> str:
    """Return the name, or the first of name-2, name-3 and so on that is not taken."""
    number = 2
    found = name
    while found in taken:
        found = f"{name}-{number}"
        number += 1
    return found
