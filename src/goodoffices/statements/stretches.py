"""Stretches of tokens: where they start and end, what of them stands side by side."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Token


def span_of(tokens: Iterable[Token]) -> tuple[int, int]:
    """Return the first and the last character offset (in the parsed text) that tokens cover."""
    places = [(token.idx, token.idx + len(token.text)) for token in tokens]
    return min(start for start, _ in places), max(end for _, end in places)


def contiguous(tokens: list[Token], anchor: Token) -> list[Token]:
    """Return the tokens around an anchor that stand side by side, less punctuation at both ends."""
    ordered = sorted(tokens, key=lambda token: token.i)
    indexes = {token.i for token in ordered}
    first = last = anchor.i
    while first - 1 in indexes:
        first -= 1
    while last + 1 in indexes:
        last += 1
    return trimmed_ends([token for token in ordered if first <= token.i <= last])


def trimmed_ends(ordered: list[Token]) -> list[Token]:
    """Return tokens less loose punctuation and conjunctions at both ends."""
    run = list(ordered)
    while len(run) > 1 and _loose(run[-1]):
        run.pop()
    while len(run) > 1 and _loose(run[0]):
        run.pop(0)
    return run


def _loose(token: Token) -> bool:
    return (token.is_punct and token.text not in "”“\"'’‘«»)(%") or token.dep_ == "cc"
