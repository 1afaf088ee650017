"""On what an act depends: 'only if …', 'provided that …', 'subject to …', 'in principle'."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.clauses import cue_of
from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import words
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import CLAUSES, children, first_child, lemma, modals

RESERVED = {
    "in": frozenset({"principle"}),
    "with": frozenset({"reservation", "condition", "caveat", "qualification"}),
}
"""Prepositions and nouns that say that consent is not whole: 'in principle', 'with reservations'."""


def condition(head: Token) -> Tokens:
    """Return the words of a condition: 'only if …', 'unless …', 'on condition that …', 'once …'.

    What a past act waited for is no condition: 'they left once the rain had stopped'.
    """
    inside = tuple(head.subtree) if head.dep_ in CLAUSES else (head, *head.children, *_objects(head))
    for word in inside:
        found = _marked(word) or _stated(word) or _reserved(word)
        if found:
            return found
    return _changes(head)


def _marked(word: Token) -> Tokens:
    """Return a clause of condition: 'if …', 'provided …', 'once …', 'as long as …', 'only after …'."""
    if word.dep_ == "advcl" and any(
        mark.lower_ in words("condition_mark") for mark in children(word, "mark", "prep", "advmod")
    ):
        return extent(word)
    if word.lower_ in {"provided", "providing"} and first_child(word, "pcomp") is not None:
        return extent(word)
    if word.lower_ in {"once", "as", "after"} and word.dep_ in {"mark", "prep", "advmod"}:
        return _timed(word)
    return ()


def _timed(mark: Token) -> Tokens:
    """Return a clause that says when an act to come will be done: 'once …', 'as soon as …'."""
    clause = mark.head if mark.dep_ == "mark" else mark
    verb = next((one for one in clause.ancestors if one.pos_ in {"VERB", "AUX"}), None)
    before = tuple(mark.doc[max(mark.sent.start, mark.i - 2) : mark.i])
    told = [word.lower_ for word in before]
    as_soon = mark.lower_ == "as" and told[:1] == ["as"] and told[1:] in (["soon"], ["long"])
    only_after = mark.lower_ == "after" and told[-1:] == ["only"]
    once = mark.lower_ == "once" and mark.dep_ == "mark"
    if verb is None or _is_told(verb) or not (as_soon or only_after or once) or (as_soon and clause is mark):
        return ()
    return (*(before if as_soon else before[-1:] if only_after else ()), *_from(mark, clause))


def _from(mark: Token, clause: Token) -> Tokens:
    return tuple(word for word in extent(clause) if word.i >= mark.i)


def _is_told(verb: Token) -> bool:
    finite = (verb, *children(verb, "aux", "auxpass"))
    return any(word.tag_ == "VBD" for word in finite) and not modals(verb)


def _stated(word: Token) -> Tokens:
    """Return a condition that a noun or adjective states: 'on condition that …', 'subject to …'."""
    if word.lower_ == "condition" and word.dep_ == "pobj" and word.head.lower_ in {"on", "under"}:
        spoken = first_child(word, "prep")
        unnamed = spoken is not None and any(of.lower_ == "anonymity" for of in spoken.children)
        return () if unnamed else extent(word.head)
    if word.lower_ == "subject" and word.pos_ == "ADJ" and any(to.lower_ == "to" for to in word.children):
        return extent(word)
    return ()


def _reserved(word: Token) -> Tokens:
    place = first_child(word, "pobj") if word.dep_ == "prep" else None
    if place is None or lemma(place) not in RESERVED.get(word.lower_, ()):
        return ()
    return extent(word)


def _changes(verb: Token) -> Tokens:
    """Return 'demanded changes' behind 'accepted the text but'."""
    cue = cue_of(verb)
    if cue is None or cue[0].act not in {Act.ACCEPT, Act.AGREE, Act.SUPPORT}:
        return ()
    for other in children(verb, "conj"):
        asked = cue_of(other)
        thing = first_child(other, "dobj", "pobj")
        wants = asked is not None and asked[0].act in {Act.DEMAND, Act.REQUEST, Act.APPEAL}
        if wants and thing is not None and lemma(thing) in words("change_noun"):
            return extent(other)
    return ()


def _objects(verb: Token) -> Iterator[Token]:
    for child in verb.children:
        if child.dep_ == "prep":
            yield from children(child, "pobj")
        elif child.dep_ in {"advcl", "advmod"}:
            yield from children(child, "mark", "advcl")
            for soon in children(child, "advcl"):
                yield from children(soon, "mark")
