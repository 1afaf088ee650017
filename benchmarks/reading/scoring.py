"""Count what a reader found of what people marked, with intervals from drawing the articles anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

WORD = re.compile(r"\w+(?:[’'.-]\w+)*")
MARKS = {"“": "”", "«": "»", '"': '"'}
LEAST_OVERLAP = 0.5
"""Share of the words of two contents, of all words in either, at which they count as the same."""
DRAWS = 2000
LEVEL = (2.5, 97.5)
"""Percentiles that bound an interval of 95 percent."""

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Marked:
    """An attribution as offsets into a text: who says, by which words, what."""

    source: Spans
    cue: Spans
    content: Spans


Reader = Callable[[str], Sequence[Marked]]


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one article: how many attributions are right, were found, and were to be found."""

    right: int
    found: int
    wanted: int


def words_in(text: str, spans: Spans) -> frozenset[int]:
    """Return the words that some spans cover, each by the offset of its first character."""
    return frozenset(
        start + match.start() for start, end in spans for match in WORD.finditer(text[start:end])
    )


def quoted_words(text: str) -> frozenset[int]:
    """Return the words inside quotation marks; a mark that is not closed quotes to the end of its line."""
    spans: list[tuple[int, int]] = []
    for line in re.finditer(r"[^\r\n]+", text):
        place = line.start()
        while place < line.end():
            closing = MARKS.get(text[place])
            if closing is None:
                place += 1
                continue
            end = text.find(closing, place + 1, line.end())
            end = line.end() if end < 0 else end
            spans.append((place + 1, end))
            place = end + 1
    return words_in(text, tuple(spans))


def is_quoted(text: str, marked: Marked, quoted: frozenset[int]) -> bool:
    """Tell whether at least half of the words of a content stand in quotation marks."""
    content = words_in(text, marked.content)
    return bool(content) and 2 * len(content & quoted) >= len(content)


def agree(text: str, one: Marked, other: Marked) -> float:
    """Return how much of two contents is the same, 0 where their sources share no word."""
    sources = words_in(text, one.source), words_in(text, other.source)
    if bool(sources[0]) is not bool(sources[1]) or (sources[0] and not sources[0] & sources[1]):
        return 0.0
    contents = words_in(text, one.content), words_in(text, other.content)
    either = len(contents[0] | contents[1])
    return len(contents[0] & contents[1]) / either if either else 0.0


def pairs(text: str, found: Sequence[Marked], wanted: Sequence[Marked]) -> Iterator[tuple[int, int]]:
    """Yield which found attribution is which wanted one, the most alike first, each only once."""
    likeness = sorted(
        ((-agree(text, one, other), i, j) for i, one in enumerate(found) for j, other in enumerate(wanted))
    )
    used: tuple[set[int], set[int]] = (set(), set())
    for unlike, i, j in likeness:
        if -unlike >= LEAST_OVERLAP and i not in used[0] and j not in used[1]:
            used[0].add(i)
            used[1].add(j)
            yield i, j


def tallies(text: str, found: Sequence[Marked], wanted: Sequence[Marked]) -> dict[str, Tally]:
    """Return the counts of an article: for all attributions, and for those of quoted words."""
    matched = list(pairs(text, found, wanted))
    quoted = quoted_words(text)
    found_quoted = {i for i, one in enumerate(found) if is_quoted(text, one, quoted)}
    wanted_quoted = {j for j, one in enumerate(wanted) if is_quoted(text, one, quoted)}
    return {
        "all": Tally(len(matched), len(found), len(wanted)),
        "quoted, recall": Tally(
            sum(j in wanted_quoted for _, j in matched), len(wanted_quoted), len(wanted_quoted)
        ),
        "quoted, precision": Tally(
            sum(i in found_quoted for i, _ in matched), len(found_quoted), len(found_quoted)
        ),
    }


Figure = Callable[[Sequence[float]], float]


def precision(counts: Sequence[float]) -> float:
    """Return the share of what was found that is right."""
    return counts[0] / counts[1] if counts[1] else 0.0


def recall(counts: Sequence[float]) -> float:
    """Return the share of what was to be found that was found."""
    return counts[0] / counts[2] if counts[2] else 0.0


def f1(counts: Sequence[float]) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * counts[0] / (counts[1] + counts[2]) if counts[1] + counts[2] else 0.0


def with_interval(tallied: Iterable[Tally], figure: Figure, *, seed: int = 20261124) -> str:
    """Return a figure over all articles with its interval from drawing articles with replacement."""
    counts = np.array([(one.right, one.found, one.wanted) for one in tallied], dtype=float)
    draws = np.random.default_rng(seed).integers(len(counts), size=(DRAWS, len(counts)))
    drawn = [figure(tuple(counts[draw].sum(axis=0))) for draw in draws]
    low, high = np.percentile(drawn, LEVEL)
    return f"{figure(tuple(counts.sum(axis=0))):.3f} [{low:.3f}, {high:.3f}]"
