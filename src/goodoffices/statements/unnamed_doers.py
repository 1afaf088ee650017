"""Who acts where only the verb shows that somebody does: 'mothers told us', 'a UNITA statement denied it'."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.lexicon import words
from goodoffices.statements.phrases import capitalised, phrase
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, lemma, modals

FROM = frozenset({"from", "by", "of"})
OWNING = ("compound", "amod", "nmod", "poss")


def by_deed(who: Token, verb: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return who acts by a noun that no list has, where the verb is one that only people do.

    Args:
        who: Head of the subject.
        verb: The verb.
        attribution: Resolves the noun phrases.
    """
    if lemma(who) in words("mouthpiece_noun"):
        return _behind(who, attribution)
    people = who.pos_ == "NOUN" and who.tag_ == "NNS" and lemma(verb) in words("human_verb")
    if not people or modals(verb) or lemma(who) in words("document_noun") | words("wordless_noun"):
        return ()
    if any(is_pronoun(one) for one in children(who, "poss")):
        return ()  # 'what our people demand'
    return (Actor(phrase(who), None, capitalised(phrase(who)), resolved_by="group"),)


def _behind(paper: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return whose statement or broadcast it is: 'Luanda radio', 'a communiqué from the Front'."""
    for owner in children(paper, *OWNING):
        whose = attribution.actor(owner) or attribution.owners.of(paper)
        if whose is not None and whose.party is not None:
            return (replace(whose, text=phrase(paper), person=None, role=None, resolved_by="role"),)
    for preposition in children(paper, "prep"):
        of = first_child(preposition, "pobj") if preposition.lower_ in FROM else None
        whose = attribution.actor(of) if of is not None else None
        if whose is not None and whose.party is not None:
            return (replace(whose, text=phrase(paper), resolved_by="role"),)
    return ()
