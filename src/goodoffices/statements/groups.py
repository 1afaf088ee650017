"""Groups without a name of their own: 'Ukraine's European allies', 'the rebels', 'both delegations'."""

from __future__ import annotations

import re

from spacy.tokens import Token

from goodoffices.statements.coreference import Discourse, is_pronoun
from goodoffices.statements.lexicon import words
from goodoffices.statements.party_ids import slug
from goodoffices.statements.phrases import capitalised, phrase, phrase_tokens
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, lemma, singular

PLURAL = frozenset({"NNS", "NNPS"})


def group_of(token: Token, discourse: Discourse) -> Actor | None:
    """Return the group that a noun phrase names, the same one as before where the phrase takes it up.

    'The parties', 'both delegations' and 'the ministers' name nobody: they are a group without a party.

    Args:
        token: Head of the noun phrase.
        discourse: Everyone named so far; it is not changed.
    """
    near = [word for word in phrase_tokens(token) if word.i <= token.i]
    kept = [word for word in near if word.pos_ != "DET" and word.tag_ != "POS" and not word.is_punct]
    names = frozenset(word.lower_ for word in kept if word.i != token.i)
    known = discourse.group(token.lower_, names)
    if known is not None:
        return Actor(phrase(token), known.party, known.name, resolved_by="group")
    if not names and token.tag_ not in PLURAL:
        return None
    whose = next((child for child in children(token, "poss") if is_pronoun(child)), None)
    if lemma(token) in words("unnamed_side") and whose is None and names <= words("counting_word"):
        return Actor(phrase(token), None, capitalised(phrase(token)), resolved_by="group")
    plural = token.tag_ in PLURAL
    if whose is None and lemma(token) in words("unnamed_speaker") | (
        words("politician") if plural else set()
    ):
        return Actor(phrase(token), None, capitalised(phrase(token)), resolved_by="group")
    owner = discourse.pronoun(whose) if whose is not None else None
    name = capitalised(phrase(token))
    if whose is not None and owner is not None and owner.name:
        name = f"{owner.name}’s {' '.join(word.text for word in kept if word.i != whose.i)}"
    id_ = slug(" ".join(word.text for word in kept)) if owner is None else slug(name)
    return Actor(phrase(token), id_, name, resolved_by="group")


def body_named(name: str) -> Actor:
    """Return a body that no table has, by its name; 'the Co-Chairmen' are none."""
    if singular(name.lower().rpartition("-")[2]) in words("unnamed_side"):
        return Actor(name, resolved_by="group")
    return Actor(name, slug(name), re.sub(r"^[Tt]he ", "", name))


def is_pair(token: Token) -> bool:
    """Tell whether a phrase takes up two states: 'both countries', 'the two governments'."""
    counted = any(child.lower_ in {"both", "two"} for child in token.children)
    return counted and lemma(token) in words("paired_noun")
