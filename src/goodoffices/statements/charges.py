"""Charges and denials that govern a verb: 'accuses Chad of arming them', 'denies that it arms them'."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.relation_frames import things
from goodoffices.statements.syntax import (
    agent,
    children,
    first_child,
    is_negated,
    lemma,
    modals,
    own_subject,
    subject,
)

LINKS = frozenset({"pcomp", "conj", "prep", "xcomp"})
CLAUSES = frozenset({"acl", "ccomp", "relcl", "advcl", "pcomp", "xcomp", "pobj"})


def blaming_verb(word: Token) -> Token | None:
    """Return the verb of blame under which a deed stands: 'blames' in 'blames China for aiding them'.

    Args:
        word: The verb of the deed, or its noun, as in 'blames China for the raid'.
    """
    if word.dep_ not in LINKS | {"pobj"}:
        return None
    above = word
    while above.dep_ in LINKS | {"pobj"} and above.head.i != above.i:
        if above.i != word.i and lemma(above) in things("blaming_verb"):
            break
        hung_on_the_blamed = above.dep_ == "prep" and above.head.dep_ in {"dobj", "nsubjpass"}
        above = above.head.head if hung_on_the_blamed else above.head
    return above if above.i != word.i and lemma(above) in things("blaming_verb") else None


def blamed_for(word: Token) -> Token | None:
    """Return who is blamed for a deed: 'China' in 'blamed China for aiding', 'accused by Chad of aiding'."""
    blame = blaming_verb(word)
    if blame is None:
        return None
    if blame.dep_ == "acl" and blame.tag_ == "VBN":
        return blame.head
    return first_child(blame, "dobj", "nsubjpass")


def accuser(word: Token) -> Token | None:
    """Return who blames somebody for a deed, None where nobody is said to."""
    blame = blaming_verb(word)
    if blame is None:
        return None
    passive = own_subject(blame)
    undergone = blame.dep_ == "acl" or (passive is not None and passive.dep_ == "nsubjpass")
    return agent(blame) if undergone else subject(blame)


def denial_of(verb: Token) -> Token | None:
    """Return the verb that denies what a verb says: 'denies that it arms', 'rejects charges of arming'.

    Args:
        verb: The verb of the deed.
    """
    while verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"} and own_subject(verb) is None:
        verb = verb.head
    if verb.dep_ not in CLAUSES:
        return None
    above = verb.head if verb.dep_ != "pcomp" or verb.head.dep_ != "prep" else verb.head.head
    if above.pos_ == "VERB" and lemma(above) in things("denying_verb"):
        return above
    if lemma(above) not in things("charge_noun"):
        return None
    return denial_over(above)


def denial_over(noun: Token) -> Token | None:
    """Return the verb that denies what a noun tells of: 'denies any part in it', 'rejects the charge'.

    Args:
        noun: The noun of a deed, or of a charge.
    """
    charged, above = False, noun
    while above.dep_ in {"dobj", "nsubjpass", "conj", "pobj", "prep"} and above.head.i != above.i:
        charged = charged or lemma(above) in things("charge_noun")
        above = above.head
        if above.pos_ == "VERB":
            listed = things("denying_verb") | (things("rejecting_verb") if charged else frozenset())
            return above if lemma(above) in listed else None
        if above.pos_ == "NOUN" and lemma(above) not in things("part_in_deed") | things(
            "charge_noun"
        ) | things("force_noun"):
            return None
    return None


def is_sure_denial(denial: Token) -> bool:
    """Tell whether a denial is made: not 'did not deny', 'could deny', 'refused to deny'."""
    to = any(word.lower_ == "to" for word in children(denial, "aux"))
    return not (modals(denial) or is_negated(denial) or to or denial.sent[-1].text == "?")
