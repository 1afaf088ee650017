"""Who writes in the first person: 'Report of the Secretary-General', 'Letter from the President of Kenya'."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.lexicon import words
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import FINITE, first_child, lemma

LONGEST = 40
"""Words of a heading that may name who writes."""
EARLY = 4
"""Words of a heading among which the kind of paper is named: 'Second periodic report of …'."""
OPENING = 6
"""Sentences of a report within which its heading must stand."""
LABELS = frozenset({"dated", "addressed", "transmitted"})
FROM = frozenset({"of", "by", "from", "between"})


def note_authors(doc: Doc, attribution: Attribution) -> None:
    """Remember who writes a report, where its heading says so."""
    discourse = attribution.discourse
    if not discourse.scene.authors and discourse.sentence < OPENING:
        discourse.scene.authors = authors_in(doc, attribution)


def authors_in(doc: Doc, attribution: Attribution) -> tuple[Actor, ...]:
    """Return who writes by the heading of a paper, or nobody where a passage is no such heading.

    Args:
        doc: The parsed passage.
        attribution: Resolves the noun phrases.
    """
    heading = [token for token in next(doc.sents, doc[:0]) if not token.is_space][:LONGEST]
    paper = next((one for one in heading[:EARLY] if _name(one) in words("authored_noun")), None)
    if paper is None or any(map(_tells, heading)):
        return ()
    for preposition in heading:
        who = first_child(preposition, "pobj") if preposition.lower_ in FROM else None
        found = attribution.actors(who) if who is not None and preposition.i > paper.i else ()
        if any(one.party is not None or one.person is not None for one in found):
            return found
    return ()


def _tells(token: Token) -> bool:
    """Tell whether a word makes a heading a sentence; 'dated' and 'addressed' to somebody do not."""
    return token.tag_ in FINITE and token.pos_ in {"VERB", "AUX"} and token.lower_ not in LABELS


def _name(token: Token) -> str:
    return lemma(token) if token.pos_ == "NOUN" else token.lower_
