"""Whom a rank takes up: 'The colonel added' after 'the negotiator, Colonel Keita, said'."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from goodoffices.statements.coreference import Discourse
from goodoffices.statements.lexicon import words
from goodoffices.statements.phrases import phrase
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

REACH = 4
"""Sentences that a rank may reach back."""


def bearer_of_rank(token: Token, discourse: Discourse) -> Actor | None:
    """Return the one person whom the report has lately called by a rank, for 'the colonel' or 'the Prince'.

    Args:
        token: The rank, without a name.
        discourse: Everyone named so far.
    """
    alone = [child.lower_ for child in token.children if not child.is_punct] == ["the"]
    if lemma(token).casefold() not in words("rank_noun") or not alone or token.tag_ in {"NNS", "NNPS"}:
        return None
    called: dict[str, Actor] = {}
    for one in reversed(discourse.seen):
        if discourse.sentence - one.sentence > REACH:
            break
        said = f"{one.actor.text} {one.actor.role or ''}".casefold().replace(",", " ").split()
        if one.actor.person is not None and lemma(token).casefold() in said:
            called.setdefault(one.actor.person, one.actor)
    whose = next(iter(called.values())) if len(called) == 1 else None
    return None if whose is None else replace(whose, text=phrase(token), resolved_by="role")
