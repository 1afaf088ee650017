"""What a verb attributes: its clause, its infinitive, its object, what stands behind its preposition."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from spacy.tokens import Token

from goodoffices.statements.ascription import Ledger, Quotation
from goodoffices.statements.attributing_words import Frames, frames_of
from goodoffices.statements.clauses import of_time
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.syntax import children, first_child, own_subject, subtree, told_above

HEADS = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "ADV", "ADP", "INTJ"})
BESIDE_OBJECT = frozenset({"of", "for", "as", "to", "against", "from"})
"""Prepositions whose object is attributed together with the verb's: 'accused Paris of lying'."""
CONTRASTS = frozenset({"while", "whereas", "though", "although"})
FARTHEST = 25
"""Words between a verb and the quotation that it introduces."""
BEHIND = 30
"""Words that a quotation behind the sentence counts as farther away."""
Indexes = set[int]


def content_of(verb: Token, frames: Frames, cue: Tokens, ledger: Ledger) -> tuple[Tokens, Tokens]:
    """Return what a verb attributes, and its cue with the preposition that leads to it.

    Args:
        verb: The verb.
        frames: Where it has what it attributes.
        cue: The words that make it up.
        ledger: What has been attributed so far.
    """
    found = (
        (_in_clause(verb) if frames.clause else set())
        or (_in_infinitive(verb, cue) if frames.infinitive else set())
        or (_in_predicate(verb) if frames.predicate else set())
        or (_in_gerund(verb) if frames.gerund else set())
    )
    if not found:
        found, cue = _in_objects(verb, frames, cue)
    if frames.quote and not found:
        quote = _beside(verb, ledger)
        found = set() if quote is None else set(quote.range)
    found = with_quotations(found, ledger) - {token.i for token in cue}
    return trimmed(found, ledger), cue


def with_quotations(indexes: Indexes, ledger: Ledger) -> Indexes:
    """Return a content with all of each quotation that it has a part of and that nobody else has."""
    wider = set(indexes)
    for quote in ledger.quotes:
        if quote.first not in ledger.owned and not indexes.isdisjoint(quote.range):
            wider |= set(quote.range)
    return wider


def trimmed(indexes: Indexes, ledger: Ledger) -> Tokens:
    """Return tokens in order of the text, without loose punctuation at both ends."""
    found = list(ledger.tokens(indexes))
    while found and _is_loose(found[-1], ')%?!”’»"'):
        found.pop()
    while found and _is_loose(found[0], '($#“‘«„"'):
        found.pop(0)
    return tuple(found)


def _is_loose(token: Token, kept: str) -> bool:
    return token.is_space or (token.is_punct and token.text not in kept)


def _words(tokens: Iterable[Token]) -> Indexes:
    return {token.i for token in tokens}


def _in_clause(verb: Token) -> Indexes:
    clauses = [child for child in children(verb, "ccomp") if child.pos_ in HEADS]
    if clauses:
        apart = {verb.i}
        return set().union(*(_words(subtree(one, leaving(one))) for one in clauses)) - apart
    above = _clause_above(verb)
    return set() if above is None else _words(subtree(above, {verb.i, *leaving(above)}))


def _clause_above(verb: Token) -> Token | None:
    """Return the clause in 'The talks, he said, go on' and in 'As he said, the talks go on'."""
    as_told = (
        verb.dep_ == "advcl"
        and any(mark.lower_ == "as" for mark in children(verb, "mark", "advmod"))
        and first_child(verb, "dobj") is None
    )
    if verb.dep_ != "parataxis" and not as_told:
        return None
    head = verb.head
    while head.pos_ not in {"VERB", "AUX"} and head.head.i != head.i:
        head = head.head
    return head


def leaving(clause: Token) -> Indexes:
    """Return heads of clauses inside a content that are said of the source and not by it.

    'Said that it would come, but rejected the date'; 'said that it would come, while Paris said that …'.
    """
    found = {child.i for child in children(clause, "advcl") if child.i > clause.i and _contrasts(child)}
    joined = first_child(clause, "conj")
    while joined is not None:
        if joined.pos_ in {"VERB", "AUX"} and told_above(joined) is not None:
            return found | {joined.i}
        joined = first_child(joined, "conj")
    return found


def _contrasts(child: Token) -> bool:
    marked = any(mark.lower_ in CONTRASTS for mark in children(child, "mark"))
    who = own_subject(child)
    named = who is not None and who.pos_ != "PRON"
    return marked and named and first_child(child, "ccomp") is not None and frames_of(child) is not None


def _in_infinitive(verb: Token, cue: Tokens) -> Indexes:
    """Return an infinitive with whom it is asked of behind the cue: 'called on both to leave'."""
    asked = children(cue[-1], "pobj") if cue[-1].dep_ == "prep" else iter(())
    for child in children(verb, "xcomp", "ccomp"):
        if child.tag_ == "VB" or any(word.lower_ == "to" for word in children(child, "aux")):
            return _words(chain(child.subtree, *(one.subtree for one in asked)))
    return set()


def _in_gerund(verb: Token) -> Indexes:
    found = next((child for child in children(verb, "xcomp", "ccomp") if child.tag_ == "VBG"), None)
    return set() if found is None else _words(found.subtree)


def _in_predicate(verb: Token) -> Indexes:
    called = first_child(verb, "oprd") or first_child(verb, "ccomp") or first_child(verb, "xcomp")
    if called is None:
        return set()
    thing = first_child(verb, "dobj") or first_child(verb, "nsubjpass")
    return _words(called.subtree) | (_words(thing.subtree) if thing is not None else set())


def _in_objects(verb: Token, frames: Frames, cue: Tokens) -> tuple[Indexes, Tokens]:
    """Return what stands in the object of a verb, behind its preposition, or in both."""
    if cue[-1].dep_ == "prep":
        return _words(chain.from_iterable(one.subtree for one in children(cue[-1], "pobj", "pcomp"))), cue
    thing = first_child(verb, "dobj")
    if thing is None and verb.tag_ == "VBN":
        thing = first_child(verb, "nsubjpass")
    about = [one for one in children(verb, "prep") if one.lower_ in frames.behind and not of_time(one)][:1]
    heads: list[Token] = [thing] if thing is not None and frames.thing else []
    if about and (heads or (thing is not None and about[0].lower_ in BESIDE_OBJECT)):
        heads = [*([thing] if thing is not None else []), *about]
    elif about:
        heads, cue = list(children(about[0], "pobj", "pcomp")), (*cue, about[0])
    return _words(chain.from_iterable(head.subtree for head in heads)), cue


def _beside(verb: Token, ledger: Ledger) -> Quotation | None:
    """Return the quotation that a verb introduces or follows, that of its own sentence first."""
    found = [
        (distance, quote.first, quote)
        for quote in ledger.quotes
        if (distance := _distance(verb, quote, ledger)) is not None
    ]
    return min(found, key=lambda one: one[:2])[2] if found else None


def _distance(verb: Token, quote: Quotation, ledger: Ledger) -> int | None:
    """Return how many words stand between a verb and a quotation that may be what it says."""
    sentence, doc = verb.sent, verb.doc
    outside = quote.last < sentence.start - 1 or quote.first > sentence.end
    if not quote.is_clause or quote.first in ledger.owned or verb.i in quote.range or outside:
        return None
    first, last = (quote.last, verb.i) if quote.last <= verb.i else (verb.i + 1, quote.first)
    between = [token for token in doc[first:last] if not token.is_punct]
    other = any(
        token.pos_ == "VERB" and token.i not in ledger.taken and frames_of(token) for token in between
    )
    if other or len(between) > FARTHEST:
        return None
    return len(between) + (BEHIND if quote.first >= sentence.end else 0)
