"""Peoples within or beside a state that a report names by two adjectives: 'Turkish Cypriot leader'."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from spacy.tokens import Token

from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.lexicon import words
from goodoffices.statements.phrases import phrase_tokens
from goodoffices.statements.syntax import children, lemma


@dataclass(frozen=True, slots=True)
class People:
    """A people for which somebody speaks.

    Attributes:
        name: Its name in the report's words: 'Turkish Cypriots'.
        id: The gazetteer's id where it knows the people as a party of its own; None where it does not.
    """

    name: str
    id: str | None = None


def people_of(token: Token, gazetteer: Gazetteer) -> People | None:
    """Return the people that a phrase gives a leader or speaker: 'the Bosnian Serb leader'.

    Two adjectives of states side by side name a people that is neither state, unless the gazetteer says of
    which state it is.

    Args:
        token: Head of the noun phrase.
        gazetteer: Names of states.
    """
    beside = [word for child in children(token, "appos") for word in phrase_tokens(child)]
    near = [*phrase_tokens(token), *beside]
    for first, second in pairwise(near):
        behind = second.doc[second.i + 1] if second.i + 1 < len(second.doc) else second
        spoken_for = behind.pos_ == "NOUN" and lemma(behind) in words("organ_noun")
        named = all(gazetteer.demonym(word.text) is not None for word in (first, second))
        if named and spoken_for and second.i == first.i + 1 and first.text[0].isupper():
            name = f"{first.text} {second.text}s"
            return People(name, _known_as(name, gazetteer))
    return None


def _known_as(name: str, gazetteer: Gazetteer) -> str | None:
    found = gazetteer.lookup(name)
    return found[0].id if len(found) == 1 else None
