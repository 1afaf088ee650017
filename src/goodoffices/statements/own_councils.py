"""Councils of one state that share a name with a body of the world: 'the National Security Council'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Token

from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.lexicon import words

if TYPE_CHECKING:
    from goodoffices.statements.names import Mention


def is_ones_own(start: int, surface: str, entities: tuple[Entity, ...], doc: Doc) -> bool:
    """Tell whether words before a name make it that of another body: 'the local', 'the National'.

    Args:
        start: Index of the first token of the name.
        surface: The name.
        entities: What it can stand for.
        doc: The parsed text.
    """
    common = surface.rpartition(" ")[2].lower() in words("council_noun") and " " in surface
    if not common or start == 0 or any(one.kind is Kind.PERSON for one in entities):
        return False
    return doc[start - 1].lower_ in words("council_adjective")


_ORGAN_OF_STATE = re.compile(
    r"(?:National|Supreme|State|Higher|High)(?: National)? (?:Security|Defen[cs]e) (?:Council|Committee)"
)


def is_organ_of_state(name: str) -> bool:
    """Tell whether a body can only be a state's: 'the National Security Council'.

    Examples:
        >>> is_organ_of_state("National Defence Council"), is_organ_of_state("National Peace Council")
        (True, False)
    """
    return _ORGAN_OF_STATE.fullmatch(name) is not None


def place_of_local(first: Token, mentions: Mapping[int, Mention]) -> Mention | None:
    """Return the place whose 'local Supreme Soviet' is meant: the only one 'in' which it is, by its sentence.

    Args:
        first: The first word of the body's name.
        mentions: The names of the passage.
    """
    if first.i == first.sent.start or first.nbor(-1).lower_ != "local":
        return None
    ahead = first.doc[first.sent.start : first.i - 1]
    named = (mentions.get(one.i + 1) for one in ahead if one.lower_ in {"in", "at"})
    places = [one for one in named if one is not None and len(one.entities) == 1]
    return places[0] if len(places) == 1 else None
