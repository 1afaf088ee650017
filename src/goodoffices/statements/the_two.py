"""Between whom a report is about: 'both countries', 'the two sides', where it names two above all others."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from goodoffices.statements.coreference import Discourse
from goodoffices.statements.gazetteer import Gazetteer, Kind
from goodoffices.statements.relation_frames import things
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma

LEAST = 3
"""How often the second of the two has to be named."""
LEAD = 1.5
"""How many times as often as a third party the second of the two has to be named."""


def the_two(who: Token, discourse: Discourse, gazetteer: Gazetteer) -> tuple[Actor, ...]:
    """Return the two parties that 'both sides' or 'the two governments' are, where the report is plain.

    It is plain where two states or movements have been named far more often than any third.

    Args:
        who: The head of the noun phrase.
        discourse: Everyone named so far.
        gazetteer: Tells states and movements from others.
    """
    if not _means_two(who):
        return ()
    named = (gazetteer.parties.get(one.actor.party) for one in discourse.seen if one.actor.party)
    counted = Counter(one.id for one in named if one is not None and one.kind in {Kind.STATE, Kind.MOVEMENT})
    (first, _), (second, often), (_, third) = [*counted.most_common(3), *[("", 0)] * 3][:3]
    if often < LEAST or often < LEAD * third:
        return ()
    found = (gazetteer.parties[party] for party in (first, second) if party)
    return tuple(Actor(who.text, one.id, one.name, resolved_by="context") for one in found)


def _means_two(who: Token) -> bool:
    beside = {word.lower_ for word in who.children}
    counted = bool(beside & {"both", "two"}) and not beside & {"other", "these", "first", "last"}
    if who.lower_ in {"both", "two"} and not any(child.dep_ == "prep" for child in who.children):
        return who.lower_ == "both" or "the" in beside
    return counted and lemma(who) in things("two_noun")
