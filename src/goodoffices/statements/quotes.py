"""Where a text quotes somebody word for word."""

from __future__ import annotations

from bisect import bisect_left

from spacy.tokens import Doc, Token

from goodoffices.statements.acts import Act
from goodoffices.statements.clauses import cue_of, is_question
from goodoffices.statements.descriptions import Verdict
from goodoffices.statements.lexicon import words
from goodoffices.statements.marks import quoted_stretches
from goodoffices.statements.predicates import IsSpeaker, read_clause
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import own_subject

CLOSING = frozenset("”»\"“’'")
LONGEST_INTERJECTION = 12
"""Words that may stand between the halves of an interrupted quotation, marks included."""
FARTHEST = 60
"""Words between a quotation and a verb that introduces it."""
FEWEST_WORDS = 3
"""A shorter stretch in quotation marks is a quoted expression within a paraphrase."""


def quote_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches inside quotation marks, as character offsets without the marks.

    Single marks count as well where they open and close a stretch.

    Examples:
        >>> quote_spans("He said “no” and left.")
        ((9, 11),)
    """
    inside = ((start + 1, end - (text[end - 1] in CLOSING)) for start, end in quoted_stretches(text))
    return tuple((start, end) for start, end in inside if end > start)


def direct_quotes(doc: Doc) -> tuple[Tokens, ...]:
    """Return the quotations of a parsed text that are clauses: three words or more with a verb among them.

    The two halves of a quotation that is interrupted ("We are ready," he said, "to talk") are one.
    """
    starts = [token.idx for token in doc]
    pieces: list[Tokens] = []
    for start, end in quote_spans(doc.text):
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        inside = tuple(doc[first:last])
        if not inside:
            continue
        if pieces and _interrupted(pieces[-1][-1], inside[0]):
            inside = (*pieces.pop(), *inside)
        pieces.append(inside)
    return tuple(piece for piece in pieces if _is_clause(piece))


def _is_clause(quote: Tokens) -> bool:
    if _runs_on(quote[0]):
        return False
    enough = sum(not token.is_punct for token in quote) >= FEWEST_WORDS
    if enough and _is_uttered(quote):
        return True
    return enough and any(token.pos_ in {"VERB", "AUX"} and token.tag_ != "VBN" for token in quote)


def _is_uttered(quote: Tokens) -> bool:
    """Tell whether a quotation without a verb stands for a sentence: '“Three guarantors,” he said'."""
    before = [token for token in quote[0].doc[max(0, quote[0].i - 2) : quote[0].i] if not token.is_quote]
    opens = quote[0].is_sent_start or not before or before[-1].is_sent_end or before[-1].text in {":", "."}
    ended = any(token.text in {",", ".", "!", "…"} for token in quote[-1:])
    behind = [token for token in quote[-1].doc[quote[-1].i + 1 : quote[-1].i + 3] if not token.is_quote]
    named = bool(behind) and behind[0].lower_ == "as"  # '“The Wall,” as they call it'
    return (
        quote[0].text[:1].isupper() and ended and not named and (opens or before[-1].i < quote[0].sent.start)
    )


def _runs_on(first: Token) -> bool:
    """Tell whether a quotation starts within a clause: 'would leave “to make peace easier”'."""
    before = [token for token in first.doc[max(0, first.i - 2) : first.i] if not token.is_quote]
    mid = bool(before) and not before[-1].is_punct and before[-1].i >= first.sent.start
    return first.text[:1].islower() and mid


def _interrupted(end: Token, start: Token) -> bool:
    """Tell whether a short clause of speech is all that stands between two pieces of a quotation."""
    between = end.doc[end.i + 1 : start.i]
    goes_on = start.text[:1].islower() and not any(token.text in {".", "!", "?", ":"} for token in between)
    short = len(between) <= LONGEST_INTERJECTION
    return goes_on and short and any(_speaks(token) for token in between)


def _speaks(token: Token) -> bool:
    cue = cue_of(token) if token.pos_ == "VERB" else None
    return cue is not None and cue[0].neutral


def quoted_marks(text: str) -> bool:
    """Tell whether a text holds a quotation mark that opens a quotation."""
    return any(mark in text for mark in '“«„"')


def verdict_of_quote(quote: Tokens, is_speaker: IsSpeaker) -> Verdict:
    """Return what somebody does by saying a quotation: the first act in it that is more than a claim."""
    inside = {token.i for token in quote}
    roots = [token for token in quote if token.head.i == token.i or token.head.i not in inside]
    roots += [
        joined
        for root in tuple(roots)
        for joined in root.conjuncts
        if joined.i in inside and own_subject(joined)
    ]
    told = (root for root in roots if root.pos_ in {"VERB", "AUX"} and not is_question(root))
    verdicts = [read_clause(root, is_speaker) for root in told]
    telling = [verdict for verdict in verdicts if verdict.act is not Act.CLAIM]
    telling += [Verdict(Act.APPEAL, (root,)) for root in roots if _is_imperative(root, quote)]
    firm = [verdict for verdict in telling if not verdict.negated]
    return (firm or telling or verdicts or [Verdict(Act.CLAIM, ())])[0]


def _is_imperative(root: Token, quote: Tokens) -> bool:
    """Tell whether a quoted sentence bids somebody do something: 'Stop the shelling'."""
    first = root.i == quote[0].i or (root.i == quote[0].i + 1 and quote[0].lower_ == "please")
    bare = root.tag_ in {"VB", "VBP"} and not any(one.dep_ in {"nsubj", "aux"} for one in root.children)
    return first and bare and root.pos_ == "VERB" and root.lemma_.lower() not in words("idle_imperative")


def speech_verbs_near(quote: Tokens) -> list[Token]:
    """Return the verbs that may introduce a quotation, the nearest first."""
    inside = {token.i for token in quote}
    first = max(quote[0].sent.start, quote[0].i - FARTHEST)
    last = min(_end_of_told(quote), quote[-1].i + FARTHEST)
    verbs = [
        token
        for token in quote[0].doc[first:last]
        if token.i not in inside and token.pos_ == "VERB" and cue_of(token) is not None
    ]
    return sorted(verbs, key=lambda verb: min(abs(verb.i - quote[0].i), abs(verb.i - quote[-1].i)))


def _end_of_told(quote: Tokens) -> int:
    """Return where the sentence around a quotation ends, beyond its own '?' or '!' and closing mark."""
    doc, end = quote[0].doc, quote[-1].sent.end
    behind = [token for token in doc[quote[-1].i + 1 : quote[-1].i + 3] if not token.is_quote]
    goes_on = quote[-1].text in {"?", "!", "…"} and bool(behind) and not behind[0].is_punct
    opens = goes_on and any(token.is_quote for token in doc[behind[0].i - 1 : behind[0].i]) is False
    return max(end, behind[0].sent.end) if goes_on and not opens else end


def stands_between(token: Token, verb: Token, quote: Tokens) -> bool:
    """Tell whether a token stands between a verb and the near end of a quotation."""
    first, last = sorted((verb.i, quote[0].i if verb.i < quote[0].i else quote[-1].i))
    return first <= token.i <= last
