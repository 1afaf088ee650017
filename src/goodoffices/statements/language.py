"""Whether a text is in English, the one language that the reader knows."""

from __future__ import annotations

import re

from goodoffices.statements.lexicon import words

FUNCTION_WORDS = words("english_word")
FEWEST_WORDS = 30
"""A shorter text is too little to tell and passes for English."""
SMALLEST_SHARE = 0.15
"""Share of such words below which a text is not English; English prose has .3 and more, others below .1."""


def is_english(text: str) -> bool:
    """Tell whether a text looks like English, by the share of words that no English prose does without.

    Examples:
        >>> is_english("Der Außenminister lehnte den Vorschlag am Montag in Genf erneut ab. " * 5)
        False
    """
    found = re.findall(r"[^\W\d_]+", text.lower())
    if len(found) < FEWEST_WORDS:
        return True
    return sum(word in FUNCTION_WORDS for word in found) >= SMALLEST_SHARE * len(found)
