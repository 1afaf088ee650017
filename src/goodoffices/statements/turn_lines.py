"""Where turns begin within a paragraph: at a line that opens with a label, at one between two sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from goodoffices.reports.report import Report, Span
from goodoffices.statements.label_choice import accepted
from goodoffices.statements.label_styles import INLINE, Style, labels_of, styled
from goodoffices.statements.labels import Label, label_of, talk
from goodoffices.statements.unlabelled import FEWEST_QUESTIONS, is_asked

SHOWN = 120
"""Characters in which a label must end."""
_LINE = re.compile(r"\n")
_INSIDE = re.compile(r"(?<=[.!?…\]”\")])[ \t\n]+(?=[\[A-Z])")
_MARKED = re.compile(
    r"\s*(?P<asked>(?P<mark>\*\*|__|\*|_)(?=\S)[^*_\n]{3,400}(?P=mark))\s*(?:[–—:-]\s*)?(?=\S)"
)
_ASKED_LINE = re.compile(r"\s*(?P<asked>[^\n?]{3,120}(?:\n[^\n?]{3,120}){0,2}\?)[ \t]*\n\s*(?=\S)")
_PUT_LINE = re.compile(r"\s*(?P<asked>[^\n]{3,100}[.!…])[ \t]*\n\s*(?=[A-Z“\"])")
_LETTERED = re.compile(r"\s*[*_]*[QA][*_]*[.:)]")


def turn_lines(report: Report, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return passages cut where a turn begins inside them; those in which none begins stay whole.

    A label inside a paragraph is cut off only if it counts as one among all the labels of the report.

    Args:
        report: The report.
        spans: The passages that are read.
    """
    pieces = [piece for span in spans for piece in _cut(report, span, _places(report.cut(span)))]
    kept = _labelled(report, pieces)
    if not kept:
        return _behind_questions(report, spans)
    known = {_printed(report, piece, label) for piece, label in kept.items()} - {""}
    again = [[*_places(report.cut(span)), *_repeated(report.cut(span), known)] for span in spans]
    pieces = [
        piece for span, places in zip(spans, again, strict=True) for piece in _cut(report, span, places)
    ]
    starts = {piece.start for piece in _labelled(report, pieces)}
    told = [
        [place for place in places if span.start + place in starts]
        for span, places in zip(spans, again, strict=True)
    ]
    return tuple(
        piece for span, places in zip(spans, told, strict=True) for piece in _cut(report, span, places)
    )


def _behind_questions(report: Report, spans: Sequence[Span]) -> tuple[Span, ...]:
    """Return passages cut behind the question in bold or italics with which several of them begin."""
    heads = [_MARKED.match(report.cut(span)) for span in spans]
    asking = sum(head is not None and is_asked(head["asked"]) for head in heads)
    if asking < FEWEST_QUESTIONS or 2 * asking < sum(head is not None for head in heads):
        heads = _asking_lines([report.cut(span) for span in spans])
    places = [[head.end()] if head else [] for head in heads]
    return tuple(
        piece for span, behind in zip(spans, places, strict=True) for piece in _cut(report, span, behind)
    )


def _asking_lines(texts: Sequence[str]) -> list[re.Match[str] | None]:
    """Return the line that asks at the head of each paragraph, where the answer stands on the next one.

    Between two that end in a question mark the first line of a paragraph may also put something as a fact.
    """
    heads = [_ASKED_LINE.match(text) for text in texts]
    asking = [
        place for place, (head, text) in enumerate(zip(heads, texts, strict=True)) if head or is_asked(text)
    ]
    if not any(heads) or len(asking) < FEWEST_QUESTIONS:
        return [None] * len(texts)
    return [
        head or (_PUT_LINE.match(text) if asking[0] < place < asking[-1] else None)
        for place, (head, text) in enumerate(zip(heads, texts, strict=True))
    ]


def _labelled(report: Report, pieces: Sequence[Span]) -> dict[Span, Label]:
    texts = [report.cut(piece) for piece in pieces]
    labels = accepted(labels_of(texts), texts)
    return {piece: label for piece, label in zip(pieces, labels, strict=True) if label is not None}


def _printed(report: Report, piece: Span, label: Label) -> str:
    """Return a label as it is printed before a colon: 'MARSH:'."""
    printed = report.text[piece.start : piece.start + label.start].strip()
    return printed if printed.endswith(":") and label.name else ""


def _places(text: str) -> list[int]:
    """Return where a label may stand inside a passage: at a line, in brackets, as the letter of an answer."""
    lines = [found.end() for found in _LINE.finditer(text) if _opens(text[found.end() :][:SHOWN])]
    lettered = _LETTERED.match(text) is not None
    inside = [
        found.end()
        for found in _ends(text)
        if any(styled(text[found.end() :][:SHOWN], style) for style in INLINE)
        or _shouts(text[found.end() :][:SHOWN])
        or (lettered and _LETTERED.match(text, found.end()))
    ]
    return sorted({*lines, *inside})


def _ends(text: str) -> Iterator[re.Match[str]]:
    """Yield where a sentence ends before a capital or a bracket: not behind 'Mr.' or an initial."""
    for found in _INSIDE.finditer(text):
        last = re.search(r"(\w+)\.$", text[: found.start()])
        if last is None or not (last[1].casefold() in talk("short_title") or last[1].isupper()):
            yield found


def _shouts(text: str) -> bool:
    """Tell whether words open with a name in capitals before a colon: 'ROBLES: To the police.'."""
    label = label_of(text)
    return label is not None and bool(label.name) and label.in_capitals


def _opens(text: str) -> bool:
    return label_of(text) is not None or any(styled(text, style) is not None for style in Style)


def _repeated(text: str, known: set[str]) -> Iterator[int]:
    """Yield where a label that the report prints elsewhere stands behind a sentence."""
    for found in _ends(text):
        if any(text.startswith(label, found.end()) for label in known):
            yield found.end()


def _cut(report: Report, span: Span, places: Sequence[int]) -> Iterator[Span]:
    text = report.cut(span)
    ordered = sorted({0, *places})
    for start, end in zip(ordered, [*ordered[1:], len(text)], strict=True):
        if text[start:end].strip():
            yield Span(span.start + start, span.start + end)
