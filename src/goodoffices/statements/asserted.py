"""The clauses of a sentence by which its speaker asserts something, and whether they say anything."""

from __future__ import annotations

import re
from collections import deque

from spacy.tokens import Token

from goodoffices.statements.clauses import cue_of
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.labels import talk
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import children, first_child, lemma, modals, own_subject

JOINS = frozenset({"conj", "ccomp", "parataxis", "dep"})
MARKS = frozenset({":", ",", "–", "—"})
EMPTY_SUBJECTS = frozenset({"i", "it", "that", "this", "so"})
FEWEST_WORDS = 3
"""A shorter sentence asserts nothing that could be told apart from what was asked."""
_INTERJECTIONS = re.compile(r"^(?:(?:well|look|listen|yes|no|so|and|but|okay|now)\b[,.]?\s+)+")


def clause_heads(said: Tokens) -> list[Token]:
    """Return the verbs of a sentence by which its speaker asserts something, in order of the text.

    They are its root, what is joined to it, and clauses with a subject of their own that stand beside it
    without a word that subordinates them.
    """
    inside = {token.i for token in said}
    roots = [token for token in said if token.head.i == token.i or token.head.i not in inside]
    found: list[Token] = []
    waiting = deque(token for token in roots if token.pos_ in {"VERB", "AUX"})
    while waiting:
        verb = told_in_cleft(waiting.popleft())
        found.append(verb)
        waiting += [child for child in verb.children if child.i in inside and _stands_beside(child, verb)]
    return sorted(found, key=lambda token: token.i)


def told_in_cleft(verb: Token) -> Token:
    """Return the clause that 'what I can tell you is that …' or 'that is why …' bring in, else the verb."""
    if lemma(verb) == "let" and (inner := first_child(verb, "ccomp", "xcomp")) is not None:
        told = first_child(inner, "ccomp")
        return told if told is not None and own_subject(told) is not None else verb
    behind = (said for said in children(verb, "ccomp", "advcl") if said.i > verb.i)
    said = next(behind, None) if lemma(verb) == "be" else None
    why = said is not None and any(word.lower_ == "why" for word in children(said, "advmod"))
    if said is None or own_subject(said) is None or (said.dep_ == "advcl" and not why):
        return verb
    who = own_subject(verb)
    opens = who is not None and (
        who.dep_ == "csubj" or lemma(who) in talk("cleft_noun") or who.lower_ == "that"
    )
    return said if opens else verb


def _stands_beside(child: Token, verb: Token) -> bool:
    """Tell whether a verb below another one asserts on its own: 'I am not happy, but we will go'."""
    if child.pos_ not in {"VERB", "AUX"} or child.dep_ not in JOINS:
        return False
    if child.dep_ == "conj":
        own = first_child(child, "aux") is not None or (bool(modals(verb)) and own_subject(child) is None)
        return child.tag_ != "VBG" and (child.tag_ != "VB" or own)
    if own_subject(child) is None or first_child(child, "mark") is not None:
        return False
    between = {token.text for token in child.doc[min(child.i, verb.i) : max(child.i, verb.i)]}
    return ";" in between or (not between.isdisjoint(MARKS) and cue_of(verb) is None)


def is_courtesy(said: Tokens) -> bool:
    """Tell whether a sentence only greets, thanks, or speaks of the question: 'I am glad that you ask'."""
    told = "".join(token.text_with_ws for token in said).lower().replace("’", "'")
    text = _INTERJECTIONS.sub("", " ".join(told.split()).strip("–—- .!…"))
    subjects = {who.lower_ for token in said if (who := own_subject(token)) is not None}
    if text.startswith("let me") and subjects <= {"me"}:
        return True
    return any(
        text == opening or text.startswith((f"{opening} ", f"{opening},"))
        for opening in talk("courtesy_answer")
    )


def tells_something(said: Tokens) -> bool:
    """Tell whether a sentence asserts something of which it says what: 'It says so every July' does not."""
    if sum(token.is_alpha for token in said) < FEWEST_WORDS:
        return False
    if not any(token.pos_ in {"VERB", "AUX"} for token in said):
        return False
    whose = {who.lower_ for head in clause_heads(said) if (who := own_subject(head)) is not None}
    idle = talk("idle_noun") | talk("idle_verb")
    idle |= talk("idle_word") if whose <= EMPTY_SUBJECTS else frozenset()
    return any(
        token.pos_ in {"NOUN", "PROPN", "NUM", "ADJ", "VERB"}
        and token.ent_type_ not in {"DATE", "TIME"}
        and token.dep_ != "npadvmod"
        and not is_pronoun(token)
        and lemma(token) not in idle
        for token in said
    )
