"""What somebody says behind a name and a colon, without quotation marks: 'Zarif: The map is lost'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.predicates import read_clause
from goodoffices.statements.sighting import Sighting, Tokens
from goodoffices.statements.statement import Actor, Manner
from goodoffices.statements.stretches import trimmed_ends
from goodoffices.statements.syntax import FINITE, children
from goodoffices.statements.voices import speaks_for

LONGEST = 6
"""Words before the colon: the time of an entry, a dash, a name."""


def by_label(sentence: SentenceSpan, attribution: Attribution) -> Iterator[Sighting]:
    """Yield what a person named before says behind the name that opens a passage.

    Only a person counts: behind 'Sudan:' or 'Analysis:' a headline tells of something.

    Args:
        sentence: The sentence.
        attribution: Resolves the noun phrases.
    """
    colon = next((one for one in sentence[:LONGEST] if one.text == ":"), None)
    if sentence.start != 0 or colon is None or colon.i + 1 >= sentence.end or colon.nbor(1).is_quote:
        return
    name = tuple(one for one in sentence[: colon.i] if one.pos_ == "PROPN")
    rest = [one for one in sentence[: colon.i] if one.pos_ not in {"PROPN", "NUM", "PUNCT", "SYM"}]
    actor = attribution.discourse.known_person(name[-1].text) if name and not rest else None
    if actor is None or actor.person is None:
        return
    for part in _parts(sentence, colon):
        head = next((one for one in part if _heads(one, part)), None)
        if head is not None:
            yield _said(actor, (*name, colon), part, head, attribution)


def _parts(sentence: SentenceSpan, colon: Token) -> list[Tokens]:
    """Return what stands behind a colon, cut at semicolons."""
    parts: list[list[Token]] = [[]]
    for token in sentence.doc[colon.i + 1 : sentence.end]:
        if token.text == ";":
            parts.append([])
        elif not token.is_space:
            parts[-1].append(token)
    return [tuple(trimmed_ends(part)) for part in parts if part]


def _heads(token: Token, part: Tokens) -> bool:
    """Tell whether a word is the finite verb that the rest of a part hangs on."""
    inside = {one.i for one in part}
    finite = any(one.tag_ in FINITE for one in (token, *children(token, "aux", "auxpass")))
    outer = token.head.i == token.i or token.head.i not in inside
    return finite and outer and token.pos_ in {"VERB", "AUX"}


def _said(actor: Actor, label: Tokens, part: Tokens, head: Token, attribution: Attribution) -> Sighting:
    verdict = read_clause(head, speaks_for(actor, attribution))
    return Sighting(
        actor=replace(actor, text=" ".join(one.text for one in label[:-1]), resolved_by="name"),
        act=verdict.act,
        manner=Manner.INDIRECT,
        verb=head,
        whole=(*label, *part),
        cue=label,
        content=part,
        own_words=part,
        negated=verdict.negated,
        modality=verdict.modality,
        rule="label",
    )
