"""The sentences of a quotation, each of which is a statement of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from goodoffices.statements.predicates import IsSpeaker
from goodoffices.statements.quotes import verdict_of_quote
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Modality

ENDS = frozenset({".", "!", "?", "…", "..."})


def each_sentence(said: Sighting, is_speaker: IsSpeaker) -> Iterator[Sighting]:
    """Yield a statement for each sentence of a quotation, the one beside the cue with the cue.

    A sentence that “she said” interrupts is one, and a question beside other sentences is none. The act of
    the verb that introduces a quotation counts
    for the sentence beside it alone.

    Args:
        said: What somebody says by the whole quotation.
        is_speaker: Tells whether a token stands for the one who says it.
    """
    parts = _sentences(said.content)
    if len(parts) == 1 and parts[0] == said.content:
        yield said
        return
    beside = min(parts, key=lambda part: min(abs(part[0].i - said.cue[0].i), abs(part[-1].i - said.cue[0].i)))
    quoted = {token.i for token in said.own_words}
    for part in parts:
        verdict = verdict_of_quote(part, is_speaker)
        limits = tuple(token for token in said.condition if token.i in {one.i for one in part})
        held = replace(
            said,
            content=part,
            own_words=part,
            condition=limits,
            modality=Modality.CONDITIONAL if limits else verdict.modality,
        )
        if part is beside:
            outside = (token for token in said.whole if token.i not in quoted)
            whole = tuple(sorted({*outside, *part}, key=lambda token: token.i))
            act = said.act if said.rule == "performed quotation" else verdict.act
            yield replace(held, act=act, negated=verdict.negated, whole=whole)
        else:
            shown = tuple(sorted(verdict.tokens, key=lambda token: token.i)) or part[:1]
            yield replace(
                held, act=verdict.act, negated=verdict.negated, whole=part, cue=shown, verb=_root(part)
            )


def _sentences(content: Tokens) -> list[Tokens]:
    parts: list[list[Token]] = [[]]
    for token in content:
        parts[-1].append(token)
        behind = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
        if token.text in ENDS and (behind is None or behind.is_sent_start or behind.is_quote):
            parts.append([])
    told = [tuple(part) for part in parts if any(token.is_alpha for token in part)]
    return [part for part in told if part[-1].text != "?"] or told


def _root(part: Tokens) -> Token:
    inside = {token.i for token in part}
    return next(token for token in part if token.head.i == token.i or token.head.i not in inside)
