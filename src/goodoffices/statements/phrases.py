"""The words of a noun phrase: all of it, the title before a name, the bare role."""

from __future__ import annotations

import re

from spacy.tokens import Token

from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mention

MODIFIERS = frozenset({"amod", "compound", "nmod", "poss", "nummod", "det"})


def phrase_tokens(token: Token) -> list[Token]:
    """Return a noun with the words that modify it, without clauses and prepositional phrases."""
    kept = {token.i}
    for child in token.children:
        if child.dep_ in MODIFIERS or (child.dep_ == "appos" and child.pos_ == "PROPN"):
            kept |= {word.i for word in child.subtree if word.dep_ not in {"relcl", "acl", "prep"}}
    return [token.doc[index] for index in range(min(kept), max(kept) + 1) if index in kept]


def phrase(token: Token) -> str:
    """Return a noun phrase as it stands in the text."""
    tokens = phrase_tokens(token)
    return token.doc[tokens[0].i : tokens[-1].i + 1].text


def title(token: Token, mention: Mention) -> str | None:
    """Return the role before a name: 'Foreign Minister' in 'Russian Foreign Minister Sergey Lavrov'."""
    before = [
        word
        for word in phrase_tokens(token)
        if word.i < mention.start and word.ent_type_ not in {"GPE", "NORP"}
    ]
    kept = [
        word.text for word in before if word.pos_ in {"PROPN", "NOUN", "ADJ"} and word.ent_type_ != "DATE"
    ]
    return " ".join(kept) or None


def bare_role(token: Token) -> str:
    """Return a role without the party it belongs to: 'Foreign Ministry spokeswoman'."""
    kept = {token.i: token}
    for child in token.children:
        if child.dep_ in {"compound", "amod"} and child.i < token.i:
            kept |= {word.i: word for word in child.subtree if word.ent_type_ not in {"NORP", "GPE"}}
    return " ".join(kept[index].text for index in sorted(kept))


def is_former(token: Token) -> bool:
    """Tell whether a role is one that somebody held before: 'the former Finnish president'."""
    return any(word.lower_ in words("former") for word in phrase_tokens(token))


def capitalised(text: str) -> str:
    """Return a phrase as a name: without its article, with a capital letter."""
    text = re.sub(r"^(?:the|a|an|its|their) ", "", text, flags=re.IGNORECASE)
    return text[:1].upper() + text[1:]
