"""A passage of a report, parsed, with the way back to the report's own offsets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from goodoffices.reports.inline_marks import without_inline_marks
from goodoffices.reports.report import Report, Span
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.closing_verbs import with_closing_verbs
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.insertions import with_speech_apart
from goodoffices.statements.marks import with_plain_marks
from goodoffices.statements.openings import (
    behind_dateline,
    end_of_word,
    is_headline_in_capitals,
    mended,
)
from goodoffices.statements.speaking_turns import Part, Turn, turns, without_directions
from goodoffices.statements.speeches import addresses
from goodoffices.statements.stretches import span_of
from goodoffices.statements.turn_lines import turn_lines

Parse = Callable[[str], Doc]
BATCH = 16
LONGEST = 5_000
"""Characters that the parser is given at once; its memory and the work on a sentence grow with them."""
BREAK = re.compile(r"[.!?…][”’»\")]*\s+|\n+")
CLOSING = '”’»")'
TWINS = "'`‘’"


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage that is being read.

    Attributes:
        report: The report it is from.
        span: Where it stands in the report.
        doc: Its parse, whose characters are those of the span one for one.
        attribution: Resolves its noun phrases.
    """

    report: Report
    span: Span
    doc: Doc
    attribution: Attribution

    def cite(self, tokens: Iterable[Token]) -> Evidence:
        """Return the words from the first to the last of some tokens as evidence.

        A closing quotation mark right behind them belongs to them when its opening mark does.
        """
        return cite_tokens(self.report, self.span, tokens)


def cite_tokens(report: Report, span: Span, tokens: Iterable[Token]) -> Evidence:
    """Return the words from the first to the last of some tokens of a parsed stretch as evidence."""
    first, last = span_of(tokens)
    start, end = span.start + first, span.start + end_of_word(report.cut(span), first, last)
    text = report.text
    while end < span.end and text[end] in CLOSING and _opens(text[start:end], text[end]):
        end += 1
    start, end = _with_twin_marks(text, start, end, span)
    return cite(report, start, _without_stray_mark(text, start, end))


def _without_stray_mark(text: str, start: int, end: int) -> int:
    """Return where a stretch ends without a quotation mark that opens what stands behind it."""
    words = text[start:end].rstrip("\"“'")
    opens = len(words) < end - start and words[-1:].isspace() and bool(words.strip())
    return start + len(words) if opens else end


def _with_twin_marks(text: str, start: int, end: int, span: Span) -> tuple[int, int]:
    """Widen a stretch that ends within a quotation mark made of two single ones, as in ''no''."""
    if start > span.start and text[start] in TWINS and text[start - 1] == text[start]:
        start -= 1
    if end < span.end and text[end - 1] in TWINS and text[end] == text[end - 1]:
        end += 1
    return start, end


def _opens(words: str, closing: str) -> bool:
    opening = {"”": "“", "’": "‘", "»": "«", ")": "(", '"': '"'}[closing]
    if opening == closing:
        return words.count(opening) % 2 == 1
    return words.count(opening) > words.count(closing)


def readable_pieces(report: Report) -> Iterator[Span]:
    """Yield the passages that are read, those that are too long for the parser in pieces.

    A piece ends where a sentence seems to end, else at a space, else anywhere; nothing is left out.
    """
    for passage in report.readable():
        start = passage.start
        while passage.end - start > LONGEST:
            end = _break_before(report.text, start, start + LONGEST)
            yield Span(start, end)
            start = end
        yield Span(start, passage.end)


def as_heard(report: Report) -> Report:
    """Return a report with blanks for the signs of its mark-up; offsets stay as they are."""
    if report.media_type != "text/markdown":
        return report
    return replace(report, text=without_inline_marks(report.text))


def parts_of(report: Report) -> tuple[tuple[Span, Turn | None], ...]:
    """Return the passages that are read, without datelines and labels, each with whose words it is.

    A headline in capitals alone is left out, since it does not show what in it is a name.
    """
    spans, spoken = _turns_of(report)
    found = []
    for span, turn in zip(spans, spoken, strict=True):
        text = report.cut(span)
        if turn is not None and turn.part is Part.ASIDE:
            continue
        start = span.start + (behind_dateline(text) if turn is None else turn.start)
        if start < span.end and not is_headline_in_capitals(text):
            found.append((Span(start, span.end), turn))
    return tuple(found)


def _turns_of(report: Report) -> tuple[Sequence[Span], Sequence[Turn | None]]:
    """Return the passages with whose words they are; a turn that begins inside one is one of its own."""
    spans = tuple(readable_pieces(report))
    lines = turn_lines(report, spans)
    told = turns([report.cut(line) for line in lines])
    if any(told):
        return lines, told
    return spans, addresses([report.cut(span) for span in spans])


def _break_before(text: str, start: int, limit: int) -> int:
    """Return where to end a piece: in its second half, behind the last sentence, else the last space."""
    half = start + LONGEST // 2
    ends = [found.end() for found in BREAK.finditer(text, half, limit)]
    space = text.rfind(" ", half, limit)
    return ends[-1] if ends else space + 1 if space >= 0 else limit


def parse_all(parse: Parse, texts: Iterable[str]) -> Iterator[Doc]:
    """Parse texts one after the other, or in batches where the parser can, which is faster."""
    pipe = getattr(parse, "pipe", None)
    parsed = map(parse, texts) if pipe is None else pipe(texts, batch_size=BATCH)
    return map(with_speech_apart, map(with_closing_verbs, parsed))


def parse_text(text: str, *, spoken: bool = False) -> str:
    """Return a passage as the parser is given it: line breaks and odd spaces as spaces, broken words mended.

    Two single quotation marks side by side are given as one double mark. Offsets stay as they are.

    Args:
        text: The passage.
        spoken: Whether it is somebody's turn, in which stage directions are no words.
    """
    plain = with_plain_marks(mended(without_directions(text) if spoken else text))
    return "".join(" " if char.isspace() or char in "\u200b\ufeff" else char for char in plain)
