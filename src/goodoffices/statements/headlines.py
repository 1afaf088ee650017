"""Headlines of acts that the text tells: what a headline says once more is not counted twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from goodoffices.reports.report import Report
from goodoffices.statements.statement import Statement

_ENDS = re.compile(r"[.!?…:][\"”’»)\]]*\s*$")
_WORDS = re.compile(r"[^\W\d_]{4,}")
SHORTEST_TEXT = 60
"""Characters from which on a passage that ends like a sentence is text, and ends the head of a report."""
STEM = 5
"""Letters by which words are compared, so that 'talks' is told by 'talking'."""
MOST = 0.6
"""Share of a headline's words that the text must have to tell of the same."""
LONGEST = 120
"""Characters of the longest line that may be a headline."""


def without_headlines(
    statements: Sequence[Statement], report: Report, told: Iterable[str] = ()
) -> list[Statement]:
    """Return statements without those that only a headline makes and whose words the text has, too.

    Those of nobody known go as well: a line above the text that names nobody sets a scene.

    Args:
        statements: What was found.
        report: The report.
        told: For every telling, the id of the statement that it is of; one that is told again stays.
    """
    again = {id_ for id_, times in Counter(told).items() if times > 1}
    lines = _headlines(report)
    text = _stems(report.text[lines[-1][1] :]) if lines else frozenset()
    return [one for one in statements if one.id in again or not _is_told_below(one, lines, text)]


def _headlines(report: Report) -> list[tuple[int, int]]:
    """Return where the lines above the text begin and end; none where there is nothing but lines."""
    found: list[tuple[int, int]] = []
    for passage in report.readable():
        words = report.cut(passage)
        if words.startswith("[") and words.endswith("]"):
            continue  # a note to the reader
        if len(words) > LONGEST or (len(words) > SHORTEST_TEXT and _ENDS.search(words)):
            return found
        if not _ENDS.search(words):
            found.append((passage.start, passage.end))
    return []


def _is_told_below(one: Statement, lines: Sequence[tuple[int, int]], text: frozenset[str]) -> bool:
    start = one.evidence.start
    if not any(first <= start < last for first, last in lines):
        return False
    said = _stems(one.evidence.exact)
    unknown = one.actor.party is None and one.actor.person is None
    return unknown or len(said & text) >= MOST * len(said)


def _stems(words: str) -> frozenset[str]:
    return frozenset(word.lower()[:STEM] for word in _WORDS.findall(words))
