"""Which state 'the country' and 'the army' belong to, where no name stands beside them."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_reach import own_forces
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import lemma


def state_meant(who: Token, attribution: Attribution, other_than: str | None) -> Actor | None:
    """Return the state that 'the country' takes up, or whose 'the army' must be.

    'The country' is the state named last in this sentence or the one before; 'the army' is that of the
    state within which the report's matter lies, or of the only one whose movements it names.

    Args:
        who: The head of the noun phrase.
        attribution: Knows everyone named so far.
        other_than: Id of a party that it cannot be.
    """
    before = [child for child in who.children if child.i < who.i]
    bare = any(child.lower_ == "the" for child in before) and all(
        child.pos_ in {"DET", "ADJ"} and child.i not in attribution.mentions for child in before
    )
    if not bare or any(child.dep_ == "prep" for child in who.children):
        return None
    if lemma(who) in things("land_noun"):
        found = _named_last(who, attribution, other_than)
    elif (own := own_forces(who, attribution)) is not None:
        return own if own.party != other_than else None
    elif lemma(who) in things("arm_of_state"):
        home = attribution.roll.home
        found = home if home is not None and home.id != other_than else None
    else:
        found = None
    return Actor(who.text, found.id, found.name, resolved_by="context") if found is not None else None


def movement_meant(pronoun: Token, attribution: Attribution, other_than: str | None) -> Actor | None:
    """Return the one movement of this sentence and the one before that 'them' can be: 'the Houthis'.

    Args:
        pronoun: 'They', 'them' or 'their'.
        attribution: Knows everyone named so far.
        other_than: Id of a party that it cannot be.
    """
    if pronoun.lower_ not in {"they", "them", "their"}:
        return None
    discourse, known = attribution.discourse, attribution.gazetteer.parties
    near = (one for one in discourse.seen if 0 <= discourse.sentence - one.sentence <= 1)
    named = (known.get(one.actor.party or "") for one in near)
    found = {one.id: one for one in named if one is not None and one.kind is Kind.MOVEMENT}
    found.pop(other_than or "", None)
    only = next(iter(found.values())) if len(found) == 1 else None
    return Actor(pronoun.text, only.id, only.name, resolved_by="pronoun") if only is not None else None


def _named_last(who: Token, attribution: Attribution, other_than: str | None) -> Entity | None:
    for place in range(who.i - 1, who.sent.start - 1, -1):
        mention = attribution.mentions.get(place)
        if mention is None or len(mention.entities) != 1:
            continue
        party = attribution.gazetteer.party_of(mention.entities[0])
        if party.kind is Kind.STATE and party.id != other_than:
            return party
    return None
