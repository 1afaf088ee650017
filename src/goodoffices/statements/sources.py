"""The words for whom a text attributes something to: the doer of a verb, the owner of a noun."""

from __future__ import annotations

from collections.abc import Collection

from spacy.tokens import Token

from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import (
    SUBJECTS,
    agent,
    children,
    first_child,
    is_passive,
    misread_subject,
    own_subject,
    subject,
    subtree,
)

NAMING = frozenset({"PROPN", "NOUN", "PRON"})
WITHIN = frozenset({"compound", "nmod", "poss", "amod"})
NEAR = 8
"""Words behind a verb among which its doer is looked for, where the parse has it inside a quotation."""
FROM = frozenset({"by", "from", "among"})


def whole_phrase(head: Token) -> Tokens:
    """Return a noun phrase with what describes it, less its relative clauses."""
    clauses = {child.i for child in children(head, "relcl")}
    found = subtree(head, clauses)
    while len(found) > 1 and found[-1].text in {",", "-", "—", "–"}:
        found.pop()
    return tuple(found)


def has_no_doer(verb: Token) -> bool:
    """Tell whether a verb names who acts only by 'by': 'was told', 'asked why', 'a map drawn by'."""
    alone = not any(child.dep_ in {"aux", "nsubj"} for child in verb.children)
    return is_passive(verb) or (verb.tag_ == "VBN" and (verb.dep_ == "acl" or alone))


def source_of(verb: Token, quoted: Collection[int]) -> Tokens:
    """Return the words for who says or thinks what a verb attributes, none where nobody is named.

    Args:
        verb: The verb.
        quoted: Tokens inside quotations, which name nobody who speaks outside.
    """
    if has_no_doer(verb):
        by = agent(verb)
        return () if by is None else whole_phrase(by)
    who = subject(verb)
    if who is not None and who.i in quoted and verb.i not in quoted:
        who = named_beside(verb, quoted)
    if who is None or who.dep_ == "expl":
        who = misread_subject(verb)
    if who is None:
        return ()
    pronoun = own_subject(verb)
    relative = () if pronoun is None or pronoun.i == who.i or verb.dep_ != "relcl" else (pronoun,)
    return tuple(token for token in (*whole_phrase(who), *relative) if token.i not in quoted)


def named_beside(verb: Token, quoted: Collection[int]) -> Token | None:
    """Return who is named right before or shortly behind a verb, outside the quotations."""
    before = verb.nbor(-1) if verb.i > 0 else None
    if before is not None and before.pos_ in NAMING and before.i not in quoted:
        return before
    behind = verb.doc[verb.i + 1 : verb.i + NEAR]
    found = next((token for token in behind if token.i not in quoted and token.pos_ in NAMING), None)
    while found is not None and found.dep_ in WITHIN and found.head.i not in quoted:
        found = found.head
    return found


def near_subject(verb: Token, quoted: Collection[int]) -> Token | None:
    """Return the subject of a verb that stands outside the quotations, or who is named beside it."""
    own = (child for child in verb.children if child.dep_ in SUBJECTS and child.i not in quoted)
    return next(own, None) or named_beside(verb, quoted)


def owner_of(noun: Token) -> Token | None:
    """Return whose a noun is: 'their demand', 'a call by the bishops'."""
    whose = first_child(noun, "poss")
    if whose is not None:
        return whose
    by = (child for child in children(noun, "prep") if child.lower_ in FROM and child.i > noun.i)
    return next((whom for one in by for whom in children(one, "pobj")), None)
