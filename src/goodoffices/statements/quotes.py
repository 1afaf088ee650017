"""Where a text quotes somebody word for word."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from goodoffices.statements.acts import Act
from goodoffices.statements.predicates import IsSpeaker, Verdict, cue_of, read_clause
from goodoffices.statements.sighting import Tokens

PAIRS = {"“": "”", "«": "»", "„": "“", '"': '"'}
FEWEST_WORDS = 4
"""A shorter stretch in quotation marks is a quoted expression within a paraphrase."""


def quote_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches inside quotation marks, as character offsets without the marks.

    A quotation that is not closed runs to the end of the text, as in a quotation of several paragraphs.

    Examples:
        >>> quote_spans("He said “no” and left.")
        ((9, 11),)
    """
    spans: list[tuple[int, int]] = []
    place = 0
    while place < len(text):
        closing = PAIRS.get(text[place])
        if closing is None:
            place += 1
            continue
        end = text.find(closing, place + 1)
        end = len(text) if end < 0 else end
        if end > place + 1:
            spans.append((place + 1, end))
        place = end + 1
    return tuple(spans)


def direct_quotes(doc: Doc) -> tuple[tuple[Token, ...], ...]:
    """Return the quotations of a parsed text that are clauses: four words or more with a verb among them."""
    found = []
    for start, end in quote_spans(doc.text):
        inside = tuple(token for token in doc if start <= token.idx and token.idx + len(token.text) <= end)
        enough = sum(not token.is_punct for token in inside) >= FEWEST_WORDS
        if enough and any(token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN" for token in inside):
            found.append(inside)
    return tuple(found)


def quoted_marks(text: str) -> bool:
    """Tell whether a text holds a quotation mark that opens a quotation."""
    return any(mark in text for mark in PAIRS)


def verdict_of_quote(quote: Tokens, is_speaker: IsSpeaker) -> Verdict:
    """Return what somebody does by saying a quotation: the first act in it that is more than a claim."""
    inside = {token.i for token in quote}
    roots = [token for token in quote if token.head.i == token.i or token.head.i not in inside]
    verdicts = [read_clause(root, is_speaker) for root in roots if root.pos_ in {"VERB", "AUX"}]
    telling = [verdict for verdict in verdicts if verdict.act is not Act.CLAIM]
    return (telling or verdicts or [Verdict(Act.CLAIM, ())])[0]


def speech_verbs_near(quote: Tokens) -> list[Token]:
    """Return the verbs that may introduce a quotation, the nearest first."""
    inside = {token.i for token in quote}
    sentences = {quote[0].sent.start: quote[0].sent, quote[-1].sent.start: quote[-1].sent}
    verbs = [
        token
        for sentence in sentences.values()
        for token in sentence
        if token.i not in inside and token.pos_ == "VERB" and cue_of(token) is not None
    ]
    return sorted(verbs, key=lambda verb: min(abs(verb.i - quote[0].i), abs(verb.i - quote[-1].i)))


def stands_between(token: Token, verb: Token, quote: Tokens) -> bool:
    """Tell whether a token stands between a verb and the near end of a quotation."""
    first, last = sorted((verb.i, quote[0].i if verb.i < quote[0].i else quote[-1].i))
    return first <= token.i <= last
