"""A passage of a report, parsed, with the way back to the report's own offsets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from goodoffices.reports.report import Report, Span
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.evidence import Evidence, cite
from goodoffices.statements.syntax import span_of

Parse = Callable[[str], Doc]
CLOSING = '”’»")'


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
        start, end = span_of(tokens)
        text = self.doc.text
        while end < len(text) and text[end] in CLOSING and _opens(text[start:end], text[end]):
            end += 1
        return cite(self.report, self.span.start + start, self.span.start + end)


def _opens(words: str, closing: str) -> bool:
    opening = {"”": "“", "’": "‘", "»": "«", ")": "(", '"': '"'}[closing]
    if opening == closing:
        return words.count(opening) % 2 == 1
    return words.count(opening) > words.count(closing)


def parse_text(text: str) -> str:
    """Return a passage as the parser is given it: line breaks and odd spaces as spaces, offsets unchanged."""
    return "".join(" " if char.isspace() or char in "\u200b\ufeff" else char for char in text)
