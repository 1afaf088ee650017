"""What a text attributes to somebody: source, cue and content, in words of a parsed passage."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from goodoffices.statements.marks import quoted_stretches
from goodoffices.statements.sighting import Tokens

FEWEST_WORDS = 3
"""A shorter stretch in quotation marks is a quoted expression."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks.

    Attributes:
        first: Index of the first token, the mark.
        last: Index behind the last token.
        words: How many words it has, marks not counted.
        is_clause: Whether it is a clause of its own: three words or more with a verb among them, and not
            the end of a sentence of the report's.
    """

    first: int
    last: int
    words: int
    is_clause: bool

    @property
    def range(self) -> range:
        """The indexes of its tokens."""
        return range(self.first, self.last)


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Return what stands in quotation marks in a parsed text, in order."""
    starts = [token.idx for token in doc]
    found = []
    for start, end in quoted_stretches(doc.text):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        said = [token for token in doc[first:last] if not (token.is_punct or token.is_quote)]
        if said:
            found.append(Quotation(first, last, len(said), _is_clause(doc, first, said)))
    return tuple(found)


def _is_clause(doc: Doc, first: int, said: list[Token]) -> bool:
    verbal = any(token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN" for token in said)
    runs_on = first > 0 and doc[first - 1].is_alpha and said[0].text[:1].islower()
    return len(said) >= FEWEST_WORDS and verbal and not runs_on


@dataclass(frozen=True, slots=True)
class Ascription:
    """Something that a text attributes to somebody, or to nobody named.

    Attributes:
        source: The words for whom it is attributed to; none where the text names nobody.
        cue: The words that attribute it.
        content: The words that are attributed; they may stand in several places.
        verb: The verb, noun or adjective that attributes; None where a mark does.
        rule: Name of the rule.
        quoted: Whether the content is a quotation.
    """

    source: Tokens
    cue: Tokens
    content: Tokens
    verb: Token | None
    rule: str
    quoted: bool = False


@dataclass(slots=True)
class Ledger:
    """What has been attributed so far in a passage; it grows while the passage is read.

    Attributes:
        doc: The parsed passage.
        quotes: What stands in quotation marks.
        found: The ascriptions.
        taken: Tokens that are attributed or attribute already.
        owned: Quotations that are attributed, by the index of their first token.
        inside: For each token inside a quotation that is a clause, that quotation.
    """

    doc: Doc
    quotes: tuple[Quotation, ...]
    found: list[Ascription] = field(default_factory=list)
    taken: set[int] = field(default_factory=set)
    owned: set[int] = field(default_factory=set)
    inside: dict[int, Quotation] = field(default_factory=dict)

    @classmethod
    def of(cls, doc: Doc) -> Ledger:
        """Return an empty ledger for a parsed passage."""
        quotes = quotations(doc)
        inside = {index: quote for quote in quotes if quote.is_clause for index in quote.range}
        return cls(doc, quotes, inside=inside)

    @property
    def opening(self) -> Quotation | None:
        """The quotation that opens the passage and that the passage gives to nobody."""
        first = next(iter(self.quotes), None)
        loose = first is not None and first.first == 0 and first.is_clause and self.is_free(first)
        return first if loose else None

    def add(self, one: Ascription) -> None:
        """Keep an ascription."""
        self.found.append(one)
        self.taken |= {token.i for token in (*one.content, *one.cue)}
        self.owned |= {quote.first for quote in self.quotes if quote.is_clause and self._holds(one, quote)}

    @staticmethod
    def _holds(one: Ascription, quote: Quotation) -> bool:
        return any(token.i in quote.range for token in one.content)

    def widen(self, one: Ascription, quote: Quotation) -> None:
        """Let a quotation belong to the content of an ascription that was found before."""
        words = {token.i for token in one.content} | set(quote.range)
        wider = Ascription(one.source, one.cue, self.tokens(words), one.verb, one.rule, quoted=True)
        self.found[self.found.index(one)] = wider
        self.taken |= set(quote.range)
        self.owned.add(quote.first)

    def tokens(self, indexes: Iterable[int]) -> Tokens:
        """Return tokens by their indexes, in order of the text."""
        return tuple(self.doc[index] for index in sorted(indexes))

    def is_free(self, quote: Quotation) -> bool:
        """Tell whether a quotation is attributed to nobody yet, nor most of its words."""
        taken = sum(index in self.taken for index in quote.range)
        return quote.first not in self.owned and 2 * taken <= quote.last - quote.first

    def is_quoted(self, indexes: Iterable[int]) -> bool:
        """Tell whether any of some tokens stands in a quotation that is a clause."""
        return any(index in self.inside for index in indexes)
