"""Find what a passage attributes to somebody, whoever that is: by verbs, adjectives, nouns and marks."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from goodoffices.statements.acts import cues
from goodoffices.statements.ascription import Ascription, Ledger
from goodoffices.statements.attributing_words import attributing, frames_of
from goodoffices.statements.clauses import of_time
from goodoffices.statements.complements import content_of, trimmed, with_quotations
from goodoffices.statements.loose_quotes import attribute_loose_quotes
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.sources import owner_of, source_of, whole_phrase
from goodoffices.statements.syntax import (
    agent,
    children,
    depth,
    first_child,
    is_negated,
    is_passive,
    lemma,
    subject,
    subtree,
)

DESCRIBING = frozenset({"be", "feel", "seem", "remain", "become", "get", "sound", "appear"})
UPWARDS = frozenset({"ccomp", "xcomp", "advcl", "conj", "prep", "pobj", "acl", "dobj", "attr"})
ABOUT = frozenset({"about", "of", "to", "with", "by", "in", "at", "over"})
NOUN_PREPOSITIONS = frozenset({"of", "for", "about", "against", "on"})
NAMELESS = frozenset({"it", "there"})


def ascribe(doc: Doc) -> Ledger:
    """Find what a parsed passage attributes to somebody.

    What is attributed inside something attributed is left out: in "Paris said that Kyiv rejected it" only
    Paris is a source.

    Returns:
        The ledger of the passage, whose `found` is in order of the text.
    """
    ledger = Ledger.of(doc)
    for sentence in doc.sents:
        for token in sentence:
            if token.lower_ == "according" and token.i not in ledger.inside:
                _keep(_by_source(token, ledger), ledger)
        for token in sorted(sentence, key=lambda one: (depth(one), one.i)):
            if token.i not in ledger.taken and token.i not in ledger.inside:
                _keep(_by_word(token, ledger), ledger)
    attribute_loose_quotes(ledger)
    ledger.found.sort(key=lambda one: one.content[0].i)
    return ledger


def _keep(found: Ascription | None, ledger: Ledger) -> None:
    if found is not None and found.content:
        ledger.add(found)


def _by_word(token: Token, ledger: Ledger) -> Ascription | None:
    if token.pos_ in {"VERB", "AUX"}:
        return _by_verb(token, ledger) if frames_of(token) else _by_description(token, ledger)
    return _by_noun(token, ledger) if token.pos_ == "NOUN" else None


def _by_source(according: Token, ledger: Ledger) -> Ascription | None:
    """Return what is said 'according to' somebody."""
    to = first_child(according, "prep")
    source = first_child(to or according, "pobj")
    head = according.head
    while head.dep_ in UPWARDS and head.head.i != head.i:
        head = head.head
    if source is None or head.i in ledger.taken or head.i == according.i:
        return None
    said = {token.i for token in subtree(head, {according.i})}
    content = trimmed(with_quotations(said, ledger), ledger)
    cue = (according,) if to is None else (according, to)
    return Ascription(whole_phrase(source), cue, content, according, "according to")


def _by_verb(verb: Token, ledger: Ledger) -> Ascription | None:
    known = frames_of(verb)
    if known is None or verb.dep_ in {"amod", "compound"}:
        return None
    source = source_of(verb, ledger.inside)
    if not source and (verb.tag_ == "VB" or not (is_passive(verb) or verb.tag_ == "VBN")):
        return None
    content, cue = content_of(verb, *known, ledger)
    own = {token.i for token in source}
    content = tuple(token for token in content if token.i not in own)
    helpers = children(verb, "aux", "auxpass", "neg")
    whole = tuple(sorted({*cue, *helpers}, key=lambda token: token.i))
    quoted = ledger.is_quoted(token.i for token in content)
    told = cues().get((lemma(verb), ""))
    rule = "speech" if told is not None and told.neutral and not is_negated(verb) else "attitude"
    return Ascription(source, whole, content, verb, rule, quoted)


def _by_description(verb: Token, ledger: Ledger) -> Ascription | None:
    """Return what somebody 'is sure that', 'was opposed to', and what somebody's 'fear is that'."""
    disposed = verb.tag_ == "VBN" and verb.lower_ in attributing("adjective") and is_passive(verb)
    if disposed and agent(verb) is None:
        about = first_child(verb, "ccomp", "xcomp") or _preposition(verb, ABOUT)
        return _described(verb, (verb,), about, ledger)
    if lemma(verb) not in DESCRIBING:
        return None
    for word in children(verb, "acomp", "attr", "oprd"):
        if word.pos_ in {"ADJ", "VERB"} and {word.lower_, lemma(word)} & attributing("adjective"):
            found = _described(verb, (verb, word), _behind(word, verb), ledger)
            if found is not None:
                return found
    return _equated(verb, ledger)


def _described(verb: Token, cue: Tokens, about: Token | None, ledger: Ledger) -> Ascription | None:
    who = subject(verb)
    if about is None or who is None or who.lower_ in NAMELESS:
        return None
    content = trimmed({token.i for token in about.subtree}, ledger)
    return Ascription(whole_phrase(who), cue, content, cue[-1], "adjective")


def _behind(word: Token, verb: Token) -> Token | None:
    """Return what an adjective is about: 'sure that …', 'open to …'."""
    found = (child for child in children(word, "ccomp", "xcomp", "prep", "advcl") if child.i > word.i)
    plain = next((child for child in found if not of_time(child)), None)
    raised = (
        child
        for child in children(verb, "ccomp", "advcl")
        if child.i > word.i and any(mark.lower_ == "that" for mark in children(child, "mark"))
    )
    return plain or next(raised, None)


def _preposition(head: Token, allowed: frozenset[str]) -> Token | None:
    return next(
        (
            one
            for one in children(head, "prep")
            if one.lower_ in allowed and one.i > head.i and not of_time(one)
        ),
        None,
    )


def _equated(verb: Token, ledger: Ledger) -> Ascription | None:
    noun, said = first_child(verb, "nsubj"), first_child(verb, "ccomp", "xcomp", "attr")
    if noun is None or said is None or lemma(verb) != "be" or lemma(noun) not in attributing("noun"):
        return None
    whose = first_child(noun, "poss")
    if whose is None:
        return None
    content = trimmed(with_quotations({token.i for token in said.subtree}, ledger), ledger)
    return Ascription(whole_phrase(whose), (noun, verb), content, noun, "noun")


def _by_noun(noun: Token, ledger: Ledger) -> Ascription | None:
    """Return what somebody's 'demand for' is about, and what somebody 'made a statement' about."""
    if lemma(noun) not in attributing("noun"):
        return None
    cue: Tokens = (noun,)
    whose = owner_of(noun)
    about = told_by(noun) or (None if whose is None else _preposition(whose, frozenset({"for"})))
    if about is None:
        return None
    if whose is None:
        carrier = carrier_of(noun)
        whose = None if carrier is None else subject(carrier)
        cue = cue if carrier is None else (carrier, noun)
    if whose is None:
        return None
    told = {token.i for token in about.subtree}
    source = tuple(token for token in whole_phrase(whose) if about.i < whose.i or token.i not in told)
    said = told - {token.i for token in source}
    content = trimmed(with_quotations(said, ledger), ledger)
    return Ascription(source, cue, content, noun, "noun", ledger.is_quoted(said))


def told_by(noun: Token) -> Token | None:
    """Return the clause, infinitive or preposition that says what a noun is about."""
    clause = first_child(noun, "acl", "ccomp", "relcl")
    if clause is not None:
        that = clause.left_edge.lower_ == "that" and clause.dep_ != "relcl"
        if that or any(word.lower_ == "to" for word in children(clause, "aux")):
            return clause
    about = _preposition(noun, NOUN_PREPOSITIONS)
    of_thing = about is not None and about.lower_ in {"of", "on"}
    return None if of_thing and lemma(noun) in attributing("thing") else about


def carrier_of(noun: Token) -> Token | None:
    """Return the verb with which a noun attributes: 'issued a warning', 'expressed hope'."""
    verb = noun.head
    of = verb.lower_ == "of"
    while verb.dep_ in {"pobj", "prep"} and verb.head.i != verb.i:
        verb = verb.head
    if of and any(word.dep_ == "dobj" for word in verb.children):
        return None  # 'took note of a proposal' makes none
    carries = noun.dep_ in {"dobj", "pobj"} and lemma(verb) in attributing("carrier")
    return verb if carries and verb.pos_ in {"VERB", "AUX"} else None
