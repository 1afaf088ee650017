"""Whose goods somebody lives on: 'fights with rifles from Libya', 'marches on Saudi money'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.gifts import kind_of, shown
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import by_name, leads_to, owners, parties
from goodoffices.statements.relation_roles import is_told, is_undergone
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, subject

TAKEN = frozenset({"captured", "looted", "stolen", "seized", "old", "abandoned", "commandeered", "fake"})
"""What was not given by whoever made it."""


def find_goods_in_use(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield whose goods somebody uses, lives on or could not do without.

    Args:
        word: Any word.
        attribution: Resolves the noun phrases.
    """
    if word.pos_ != "NOUN" or kind_of(word) is not RelationKind.SUPPLIES or _is_taken(word):
        return
    verb = _using(_first_of(word))
    if verb is None or not is_told(verb) or is_undergone(verb):
        return
    source, who = _maker(word, attribution), subject(verb)
    if source is None or who is None:
        return
    target = parties(who, attribution, source.party) or owners(who, attribution, source.party)
    for party in target:
        whole = shown(verb, who, word)
        yield RelationSighting(
            RelationKind.SUPPLIES, source, party, verb, whole, tuple(word.subtree), is_negated(verb)
        )


def _is_taken(noun: Token) -> bool:
    """Tell whether goods are booty, or somebody's own: 'captured Chadian lorries', 'its Libyan rifles'."""
    owner = first_child(noun, "poss")
    own = owner is not None and is_pronoun(owner)
    return own or any(child.lower_ in TAKEN for child in noun.children)


def _first_of(noun: Token) -> Token:
    """Return the first of things that are listed."""
    while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
        noun = noun.head
    return noun


def _using(top: Token) -> Token | None:
    """Return the verb of 'fights with', 'lives on', 'burns' such goods."""
    if top.dep_ == "dobj":
        return top.head if lemma(top.head) in things("using_verb") else None
    link = top.head
    if top.dep_ != "pobj" or link.head.pos_ not in {"VERB", "AUX"}:
        return None
    verb, name = link.head, lemma(link.head)
    if link.lower_ == "without":
        return verb if not any(True for _ in children(verb, "mark")) else None
    borne = link.lower_ in {"on", "off", "by"} and name in things("running_verb")
    given = first_child(top, "poss") is not None or any(True for _ in leads_to(top, ("from",)))
    armed = link.lower_ in {"with", "in"} and name in things("fighting_with_verb") and given
    bare = not any(True for _ in children(verb, "dobj"))
    return verb if borne or (armed and bare) else None  # 'Libyan rifles' may be of Libyan make only


def _maker(noun: Token, attribution: Attribution) -> Actor | None:
    """Return of whose make or gift goods are: 'Libyan rifles', 'Libya's money', 'rifles from Libya'."""
    owner = first_child(noun, "poss")
    named = by_name(noun, attribution)
    if owner is not None and named is None:
        named = next(iter(parties(owner, attribution)), None)
    if named is None:
        named = next(
            (found[0] for one in leads_to(noun, ("from",)) if (found := parties(one, attribution))), None
        )
    return named
