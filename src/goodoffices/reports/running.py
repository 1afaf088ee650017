"""The running heads, feet and page numbers of a paged document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from goodoffices.reports.lines import Line

EDGE = 2
"""So many lines at the top and at the bottom of a page may be running heads or feet."""
FEWEST_PAGES = 3
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}[-–—\s]*(?:(?:of|/)\s*\d{1,4})?", re.IGNORECASE)


def running_lines(lines: Sequence[Line], pages: Sequence[int]) -> frozenset[int]:
    """Return the offsets of the lines that stand at the edge of most pages, and of lone page numbers.

    Lines are the same if they differ in figures only. A document of fewer than three pages has none but page
    numbers: what stands on both of two pages may be meant.

    Args:
        lines: The lines of the document.
        pages: Where each page starts.
    """
    ends = [*pages[1:], lines[-1].end + 1 if lines else 0]
    edges: list[Line] = []
    often = Counter[str]()
    for start, end in zip(pages, ends, strict=True):
        page = [line for line in lines if start <= line.start < end]
        edge = page if len(page) <= 2 * EDGE else [*page[:EDGE], *page[-EDGE:]]
        edges += edge
        often.update({_shape(line) for line in edge})
    enough = max(FEWEST_PAGES, (len(pages) + 1) // 2)
    return frozenset(
        line.start
        for line in edges
        if often[_shape(line)] >= enough or (len(pages) > 1 and _PAGE_NUMBER.fullmatch(line.content))
    )


def _shape(line: Line) -> str:
    return _NUMBER.sub("#", line.content)


def goes_on(lines: Sequence[Line], running: frozenset[int]) -> frozenset[int]:
    """Return the offsets of lines that go on with a sentence from the page before without a break."""
    return frozenset(
        after.start
        for before, after in pairwise(lines)
        if not after.follows
        and not {before.start, after.start} & running
        and after.content[0].islower()
        and not before.ends_sentence
    )
