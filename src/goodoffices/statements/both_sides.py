"""Who acts where a report says that 'both sides' or 'the two delegations' do: one actor for each of them."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from goodoffices.statements.coreference import Discourse
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.phrases import phrase
from goodoffices.statements.roll import Roll
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import SUBJECTS, lemma
from goodoffices.statements.the_two import the_two

COUNTING = frozenset({"both", "two", "neither", "the", "warring", "opposing", "hostile", "rival"})
"""Words beside 'sides' that tell no more than that they are the two."""


def both_sides(token: Token, discourse: Discourse, roll: Roll, gazetteer: Gazetteer) -> tuple[Actor, ...]:
    """Return the two for whom 'both sides' stands, nobody where the report leaves it open.

    They are a state and the only movement that the report has named, where its matter lies within that
    state; else the two that it has named far more often than any third.

    Args:
        token: Head of the noun phrase.
        discourse: Everyone named so far.
        roll: The parties that the report has named by name.
        gazetteer: Tells states and movements from others.
    """
    if token.lower_ == "they" and token.dep_ in SUBJECTS:
        return tuple(
            replace(one, text=token.text, resolved_by="pronoun") for one in _acting_before(token, discourse)
        )
    beside = {child.lower_ for child in token.children if child.i < token.i}
    if not (
        beside & {"both", "two", "neither"} and beside <= COUNTING and lemma(token) in words("facing_noun")
    ):
        return ()
    two = _at_war(roll) or the_two(token, discourse, gazetteer)
    return tuple(replace(one, text=phrase(token), resolved_by="context") for one in two)


def _at_war(roll: Roll) -> tuple[Actor, ...]:
    """Return the state of the matter and the only movement named, where that one is at home there."""
    movements = [one.entity for one in roll.named.values() if one.entity.kind is Kind.MOVEMENT]
    if roll.home is None or len(movements) != 1 or movements[0].state != roll.home.id:
        return ()
    return _actor(roll.home), _actor(movements[0])


def _acting_before(token: Token, discourse: Discourse) -> tuple[Actor, ...]:
    """Return the two of whom the sentence before says what they do together, if it names no other group."""
    before = [one for one in discourse.seen if one.sentence == discourse.sentence - 1]
    named = {one.actor.party: one.actor for one in before if one.is_main}
    others = any(one.plural and not one.is_main for one in before)
    here = any(one.sentence == discourse.sentence and one.token < token.i for one in discourse.seen)
    known = all(party is not None for party in named) and not any(one.person for one in named.values())
    plain = known and not (others or here or token.i in discourse.quoted)
    return tuple(named.values()) if plain and len(named) == len(("one", "other")) else ()


def _actor(entity: Entity) -> Actor:
    return Actor(entity.name, entity.id, entity.name)
