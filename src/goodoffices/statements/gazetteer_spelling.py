"""How names and role words are written so that spellings of one name meet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# letters that Unicode does not decompose, and the typographic signs that stand for plain ones
_LETTERS = str.maketrans(
    {"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae"}
    | dict.fromkeys("’‘ʼʻ`´", "'")
    | dict.fromkeys("‐‑–", "-")
)


@lru_cache(maxsize=4096)
def plain_spelling(text: str) -> str:
    """Write a name without accents, with plain apostrophes, hyphens and single blanks."""
    if text.isascii():
        return " ".join(text.split()) if "  " in text or text != text.strip() else text
    bare = text.translate(_LETTERS)
    bare = "".join(c for c in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(c))
    return " ".join(bare.split())


def role_spelling(words: str) -> str:
    """Write role words in lower case and without hyphens, so that one row covers all ways to write them."""
    return re.sub(r"[\s-]+", " ", plain_spelling(words)).strip().casefold()


def role_phrases(phrase: str) -> Iterator[str]:
    """Give the parts of a phrase that can be its role, longest first; each starts before any "of"."""
    breaks = [found.start() for found in re.finditer(r" (?:of|for|to) ", phrase)]
    starts = range(len(phrase[: breaks[0]].split() if breaks else phrase.split()))
    for end in (len(phrase), *reversed(breaks)):
        words = phrase[:end].split()
        yield from (" ".join(words[start:]) for start in starts)
