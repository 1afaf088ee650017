"""What an act points back to: the noun of its relative clause, 'it', 'the proposal', what it came after."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import words
from goodoffices.statements.misread import real_antecedent, real_doer
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import (
    RELATIVES,
    first_child,
    is_loosely_joined,
    is_passive,
    lemma,
    own_subject,
    tense_of,
)


def antecedent(verb: Token) -> Token | None:
    """Return the noun that a relative clause is about: 'proposal' in 'a proposal that Kyiv rejected'."""
    if real_doer(verb) is not None:
        return real_antecedent(verb)
    thing = first_child(verb, "dobj")
    shares = verb.dep_ == "conj" and verb.head.dep_ == "relcl"
    if shares and (thing is None or thing.lower_ in RELATIVES):
        return antecedent(verb.head) if own_subject(verb) is None else None
    if verb.dep_ not in {"relcl", "acl"}:
        return None
    who = own_subject(verb)
    about_subject = who is not None and who.lower_ in RELATIVES
    doing = who is None and verb.tag_ == "VBN" and tense_of(verb) is not None  # 'on whose gas …, had refused'
    return None if (about_subject and not is_passive(verb)) or doing else verb.head


def came_after(leaves: Tokens, about: Token | None) -> Token | None:
    """Return the verb of what an act answers: 'after Russia suggested …', 'a plan that Paris put forward'."""
    after = next((leaf for leaf in leaves if leaf.pos_ == "VERB"), None)
    if after is None and about is not None:
        return first_child(about, "relcl", "acl")
    return after


def named_by(noun: Token, relative: Token) -> Tokens:
    """Return the words before a relative clause, where they say more than 'a proposal' does."""
    run = extent(noun, {relative.i})
    telling = [word for word in run if word.pos_ in {"NOUN", "PROPN", "ADJ", "VERB", "NUM"}]
    return () if lemma(noun) in words("proposal_noun") and len(telling) == 1 else run


def anaphor_in(head: Token | None) -> Token | None:
    """Return a noun that stands for a proposal named elsewhere: 'the proposal', 'this idea', 'it'."""
    if head is None:
        return None
    if head.lower_ in {"it", "this", "that", "them"}:
        return head
    if lemma(head) not in words("proposal_noun"):
        return None
    pointing = any(
        (word.dep_ == "det" and word.lower_ in {"the", "this", "that", "these", "those", "such"})
        or word.dep_ == "poss"
        for word in head.children
    )
    specific = any(word.dep_ in {"relcl", "acl", "prep"} for word in head.children)
    return head if pointing and not specific else None


def shared_object(verb: Token, about: Token | None) -> Token | None:
    """Return what 'it' stands for in 'dismissed the vote, but later accepted it': the object before."""
    if about is None or about.lower_ not in {"it", "them"} or about.dep_ != "dobj":
        return None
    joined = verb.dep_ == "conj" or is_loosely_joined(verb)
    thing = first_child(verb.head, "dobj") if joined else None
    if thing is None or own_subject(verb) is not None or thing.pos_ != "NOUN":
        return None
    several = thing.tag_ == "NNS" or any(word.dep_ == "conj" for word in thing.children)
    return thing if several is (about.lower_ == "them") else None
