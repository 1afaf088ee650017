"""What a report mentions: precedents, options without an owner, distances, issues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.content import extent
from goodoffices.statements.lexicon import issues_in, words
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import (
    agent,
    children,
    first_child,
    is_negated,
    is_passive,
    lemma,
    subject,
)

APART = re.compile(
    r"\b(?:far|wide|miles|still|poles|worlds) apart\b|\bat odds\b|\bdivided over\b|\bdeadlock", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class OptionSighting:
    """An option without an owner in terms of tokens."""

    content: Tokens
    whole: Tokens


def find_options(sentence: SentenceSpan) -> Iterator[OptionSighting]:
    """Yield what a sentence calls an option, a possibility or an alternative, and what nobody proposed.

    'One option is …', 'Among the options is …', 'A joint patrol is one option', 'It was proposed that …'.
    """
    for verb in sentence:
        if verb.pos_ in {"AUX", "VERB"}:
            what = _called_option(verb) or _proposed_by_nobody(verb)
            if what is not None:
                yield OptionSighting(extent(what), tuple(verb.subtree))


def _called_option(verb: Token) -> Token | None:
    if lemma(verb) not in {"be", "include", "involve"} or is_negated(verb):
        return None
    who, what = subject(verb), first_child(verb, "attr", "dobj", "xcomp", "ccomp")
    among = next((one for one in children(verb, "prep") if one.lower_ == "among"), None)
    if what is not None and who is not None and who.dep_ == "nsubj" and _is_option(who):
        return what
    if what is not None and _is_option(what) and who is not None and who.pos_ == "NOUN":
        return who
    return (what or who) if among is not None and _is_option(first_child(among, "pobj")) else None


def _is_option(noun: Token | None) -> bool:
    return noun is not None and lemma(noun) in words("option_noun")


def _proposed_by_nobody(verb: Token) -> Token | None:
    """Return the clause in 'It was proposed that …', which names nobody who proposed it."""
    it = first_child(verb, "nsubjpass", "expl")
    impersonal = it is not None and it.lower_ == "it" and agent(verb) is None and not is_negated(verb)
    clause = first_child(verb, "ccomp") if impersonal and is_passive(verb) else None
    if clause is None or lemma(verb) not in {"propose", "suggest"}:
        return None
    asserts = any(word.tag_ in {"VBD", "VBZ"} for word in (clause, *children(clause, "aux", "auxpass")))
    return None if asserts else clause


@dataclass(frozen=True, slots=True)
class DistanceSighting:
    """A sentence about distance in terms of tokens."""

    parties: tuple[Actor, ...]
    issues: tuple[str, ...]
    whole: Tokens


def find_distances(
    sentence: SentenceSpan, before: SentenceSpan | None, attribution: Attribution
) -> Iterator[DistanceSighting]:
    """Yield what a sentence says of how far apart parties are.

    Args:
        sentence: The sentence.
        before: The sentence before it in the passage, to which 'on both' may point back.
        attribution: Resolves the noun phrases.
    """
    if not APART.search(sentence.text):
        return
    for verb in sentence:
        who = subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
        parties = attribution.actors(who) if who is not None else ()
        named = tuple(party for party in parties if party.party is not None)
        if len(named) > 1:
            issues = issues_in(sentence.text)
            points_back = any(
                token.lower_ in {"both", "these", "this", "them", "either"} for token in sentence
            )
            if points_back and before is not None:
                issues = tuple(dict.fromkeys((*issues, *issues_in(before.text))))
            yield DistanceSighting(named, issues, tuple(verb.subtree))
            return
