"""Who lets whom stay, train or pass on its soil: 'let the rebels rest in its villages'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.gazetteer import Kind
from goodoffices.statements.gifts import shown
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import owners, parties, sources_of
from goodoffices.statements.relation_roles import doer, is_told, is_undergone
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, subject

PLACED = frozenset(
    {"in", "into", "through", "from", "across", "inside", "on", "at", "over", "there", "here", "within"}
)
LEAVE = frozenset({"let", "allow", "permit"})


def find_leave(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who lets a movement stay on or cross its soil.

    Args:
        word: Any word.
        attribution: Resolves the noun phrases.
    """
    if word.pos_ != "VERB" or lemma(word) not in LEAVE or not is_told(word) or is_negated(word):
        return
    stay = first_child(word, "ccomp", "xcomp")
    if stay is None or lemma(stay) not in things("staying_verb") or is_negated(stay) or not _is_placed(stay):
        return
    who = subject(word) if is_undergone(word) else _small(stay, word)
    for source in sources_of(doer(word), attribution):
        found = parties(who, attribution, source.party) or owners(who, attribution, source.party)
        for target in found:
            if _is_movement(target, attribution):
                whole = shown(word, doer(word), who)
                yield RelationSighting(RelationKind.SUPPORTS, source, target, word, whole)


def _small(stay: Token, verb: Token) -> Token | None:
    """Return whom it is allowed: the subject of the clause, or the object of the verb before it."""
    return first_child(stay, "nsubj") or first_child(verb, "dobj", "dative")


def _is_placed(stay: Token) -> bool:
    return any(one.lower_ in PLACED for one in children(stay, "prep", "advmod", "prt"))


def _is_movement(side: Actor, attribution: Attribution) -> bool:
    known = attribution.gazetteer.parties.get(side.party or "")
    return known is not None and known.kind is Kind.MOVEMENT
