"""The words of an act: what it is about, its condition, its doer's own words, its evidence."""

from __future__ import annotations

from spacy.tokens import Token

from goodoffices.statements.acts import Act
from goodoffices.statements.clauses import interrupted, set_off_clauses
from goodoffices.statements.content import extent, whole_content
from goodoffices.statements.pointing import antecedent, named_by, shared_object
from goodoffices.statements.provisos import RESERVED, condition
from goodoffices.statements.rendering import is_infinitive
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.stretches import trimmed_ends
from goodoffices.statements.syntax import CLAUSES, RELATIVES, children, subtree


def meant(verb: Token, about: Token | None, noun: Token | None) -> Token | None:
    """Return what an act is about, with 'it' and 'which' read as the noun that they stand for.

    Where the noun stands before the verb's own clause there is none but that noun.
    """
    about = shared_object(verb, about) or about
    relative = about is not None and about.lower_ in RELATIVES and about.tag_ != "DT"
    return None if relative and noun is not None else about


def limits_of(verb: Token, head: Token | None, act: Act) -> Tokens:
    """Return the words of a condition; 'in principle' within a mere claim belongs to what is told of."""
    found = (condition(head) if head is not None else ()) or condition(verb)
    return () if found and act is Act.CLAIM and found[0].lower_ in RESERVED else found


def act_under(limits: Tokens, act: Act) -> Act:
    """Return what an act comes to under a condition: a promise unless others yield is a threat.

    A promise only if others yield is openness.
    """
    if act is not Act.PROMISE or not limits:
        return act
    if limits[0].lower_ == "only" and limits[1:2] and limits[1].lower_ in {"if", "when"}:
        return Act.OPEN
    return Act.THREATEN if limits[0].lower_ == "unless" else act


def _between_semicolons(around: list[Token], head: Token) -> list[Token]:
    """Return the words of a clause that no semicolon separates from its head."""
    ends = [token.i for token in head.sent if token.text == ";"]
    first = max((end for end in ends if end < head.i), default=-1)
    last = min((end for end in ends if end > head.i), default=len(head.doc))
    return [token for token in around if first < token.i < last]


def words_said(
    verb: Token, about: Token | None, head: Token | None, without: set[int]
) -> tuple[Tokens, Tokens, bool]:
    """Return the content of an act, the words that are its doer's own, and whether a clause renders them."""
    broken = interrupted(verb)
    if head is not None and broken is not None and broken.i == head.i:
        around = _between_semicolons(subtree(head, {verb.i, *without, *set_off_clauses(head)}), head)
        if not any(token.is_alpha for token in around if token.i > verb.i):
            around = [token for token in around if token.i < verb.left_edge.i]
        words_around = tuple(trimmed_ends(around))
        return words_around, words_around, True
    noun = antecedent(verb)
    named = named_by(noun, verb) if noun is not None else ()
    content = named if about is None else whole_content(verb, about, without)
    said = head is not None and (head.dep_ in CLAUSES or _is_told_with_that(head))
    own_words = tuple(subtree(head, without)) if head is not None and said else ()
    return content, own_words, said and head is not None and not is_infinitive(head)


def _is_told_with_that(head: Token) -> bool:
    """Tell whether a clause that seems to hang on an adjective or noun is told: 'made it plain that …'."""
    return head.pos_ in {"VERB", "AUX"} and any(mark.lower_ == "that" for mark in children(head, "mark"))


def evidence_of(verb: Token, without: set[int], parts: tuple[Tokens, ...]) -> Tokens:
    """Return the clause of a verb, or the noun that it belongs to, with all parts of the act."""
    noun = antecedent(verb)
    clause = extent(verb, {*without, *set_off_clauses(verb)}) if noun is None else extent(noun)
    found = {*clause, *(token for part in parts for token in part)}
    return tuple(sorted(found, key=lambda token: token.i))
