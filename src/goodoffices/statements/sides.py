"""Who stands with somebody or serves: 'the supporters of Mr Keita', a major 'of the Second Division'."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.roll import Roll
from goodoffices.statements.syntax import children, lemma


def has_owner(token: Token) -> bool:
    """Tell whether a phrase says whose somebody is by a genitive or by 'of': 'Keita's supporters'."""
    return any(children(token, "poss")) or any(one.lower_ == "of" for one in children(token, "prep"))


def is_of_unit(token: Token) -> bool:
    """Tell whether somebody belongs to a numbered unit, as soldiers of a state do: 'of the 9th Brigade'."""
    units = (
        unit for of in children(token, "prep") if of.lower_ in {"of", "from", "with"} for unit in of.children
    )
    return any(
        lemma(unit).lower() in words("unit_noun")
        and any(_is_ordinal(word) for word in unit.children if word.i < unit.i)
        for unit in units
    )


def _is_ordinal(word: Token) -> bool:
    number = word.text[:1].isdigit() and word.text[-2:] in {"st", "nd", "rd", "th"}
    return number or word.lower_ in words("ordinal")


def junta_of(token: Token, roll: Roll) -> Entity | None:
    """Return whom 'the junta' stands for: the only known one that fights for power in a state named so far.

    Args:
        token: The head of a phrase.
        roll: The parties that the report has named by name.
    """
    if lemma(token) != "junta":
        return None
    known = roll.gazetteer.parties.values()
    juntas = [
        one
        for one in known
        if one.kind is Kind.MOVEMENT and one.state in roll.named and one.name.startswith("Military Junta")
    ]
    return juntas[0] if len(juntas) == 1 else None


def highest(offices: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Return of several offices of one person the one at the head of a state, if there is one such.

    A president who also mediates for a community of states has the president's delegation.
    """
    heads = tuple(one for one in offices if one.office in {"head of state", "head of government"})
    alone = len({one.name for one in offices}) == 1 and len({one.state for one in heads}) == 1
    return heads if alone else offices
