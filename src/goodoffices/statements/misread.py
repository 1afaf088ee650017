"""Who does what a verb says where the parse has the clause wrong in a known way."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.syntax import (
    SUBJECTS,
    agent,
    children,
    first_child,
    lemma,
    own_subject,
    tense_of,
)

OBJECT_RELATIVES = frozenset({"which", "that"})
NAMING = frozenset({"PROPN", "NOUN"})
ASIDE = frozenset({"ask", "press", "question"})
BOTH = 2


def real_doer(verb: Token) -> Token | None:
    """Return who does what a verb says where the parse takes it for a participle or for another's object.

    'A post, which IGAD offered', 'The Union, which has ships, offered to leave', 'The text that the cabinet
    approved last week says'.
    """
    return (
        _after_aside(verb)
        or _finite_participle(verb)
        or _of_relative(verb)
        or _behind_that(verb)
        or _nearer(verb)
    )


def _after_aside(verb: Token) -> Token | None:
    aside = verb.dep_ == "ccomp" and own_subject(verb) is None and is_aside(verb.head)
    return own_subject(verb.head) if aside else None


def _finite_participle(verb: Token) -> Token | None:
    """Return the noun of a sentence whose one verb is read as its participle, behind a relative clause."""
    noun = verb.head
    loose = verb.dep_ == "acl" and verb.tag_ == "VBN" and noun.dep_ == "ROOT" and noun.pos_ in NAMING
    told = first_child(noun, "relcl")
    behind = loose and told is not None and told.i < verb.i and verb.nbor(-1).text == ","
    return noun if behind and agent(verb) is None else None


def _of_relative(verb: Token) -> Token | None:
    """Return who stands between 'which' and its verb, where the parse has 'which' for the doer."""
    which = own_subject(verb) if verb.dep_ == "relcl" else None
    if which is None or which.lower_ not in OBJECT_RELATIVES or which.dep_ == "nsubjpass":
        return None
    place = verb.i - 1
    if verb.doc[place].text == ",":
        place -= 1
    named = verb.doc[place]
    if place <= which.i or named.head.i == named.i:
        return None
    named = named.head if named.dep_ == "appos" else named
    return named if named.pos_ in NAMING or named.text.isupper() else None


def _behind_that(verb: Token) -> Token | None:
    """Return the cabinet in 'The text that the cabinet approved last week says …'."""
    who = verb.head
    if verb.dep_ != "acl" or verb.tag_ != "VBN" or agent(verb) is not None or who.pos_ not in NAMING:
        return None
    return who if _that_before(who) is not None else None


def _that_before(who: Token) -> Token | None:
    first = who.left_edge.i
    that = who.doc[first - 1] if first > who.sent.start + 1 else None
    return that if that is not None and that.lower_ in OBJECT_RELATIVES and that.pos_ == "PRON" else None


def _nearer(verb: Token) -> Token | None:
    """Return the nearer of two subjects: 'an offer South Africa declined'."""
    found = [one for one in children(verb, *SUBJECTS) if one.i < verb.i]
    if len(found) != BOTH or tense_of(verb) is None:
        return None
    far, near = found
    return near if far.pos_ == "NOUN" and near.left_edge.i == far.i + 1 else None


def real_antecedent(verb: Token) -> Token | None:
    """Return the noun that a clause is about where the parse has another: the text, the offer, the post."""
    if _after_aside(verb) is not None or _finite_participle(verb) is not None:
        return None
    if _of_relative(verb) is not None:
        return verb.head
    that = _that_before(verb.head) if _behind_that(verb) is not None else None
    if that is not None:
        return that.nbor(-1) if that.nbor(-1).pos_ in NAMING else None
    return next(children(verb, *SUBJECTS), None) if _nearer(verb) is not None else None


def is_aside(verb: Token) -> bool:
    """Tell whether 'asked' only tells what came before: 'Chad, asked the same, would not commit itself'."""
    before = verb.nbor(-1) if verb.i > verb.sent.start else None
    inside = (
        before is not None and before.text == "," and lemma(verb) in ASIDE and verb.tag_ in {"VBD", "VBN"}
    )
    return inside and any(tense_of(one) and own_subject(one) is None for one in children(verb, "ccomp"))
