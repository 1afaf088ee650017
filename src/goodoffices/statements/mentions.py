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
    modals,
    subject,
)

APART = re.compile(
    r"\b(?:(?:far|wide|miles|years|still|poles|worlds) (?P<apart>apart)|at (?P<odds>odds)"
    r"|(?P<divided>divided|disagree|deadlocked) (?:over|on|about)|(?P<deadlock>deadlock)\b"
    r"|no common (?P<ground>ground)|(?P<gap>gaps?|gulf|rift|chasm|differences|disagreements?))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class OptionSighting:
    """An option without an owner in terms of tokens."""

    content: Tokens
    whole: Tokens


def find_options(sentence: SentenceSpan, before: SentenceSpan | None = None) -> Iterator[OptionSighting]:
    """Yield what a sentence calls an option, a possibility or an alternative, and what nobody proposed.

    'One option is …', 'Another idea is to …', 'A joint patrol is one option', 'It was proposed that …'; and
    'Another would …' behind a sentence that tells of an option.
    """
    for verb in sentence:
        if verb.pos_ in {"AUX", "VERB"}:
            what = _called_option(verb) or _proposed_by_nobody(verb)
            if what is not None:
                yield OptionSighting(extent(what), tuple(verb.subtree))
            elif before is not None and _another(verb) and any(_is_option(word) for word in before):
                helpers = {child.i for child in children(verb, "nsubj", "aux", "conj", "parataxis", "ccomp")}
                yield OptionSighting(extent(verb, helpers), extent(verb))


def _another(verb: Token) -> bool:
    """Tell whether 'another' option is what would do something: 'Another would open the port'."""
    who = first_child(verb, "nsubj")
    return who is not None and who.lower_ == "another" and bool(modals(verb)) and not is_negated(verb)


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
    if noun is None:
        return False
    more = any(word.lower_ in {"another", "one", "other"} for word in children(noun, "det", "nummod", "amod"))
    return lemma(noun) in words("option_noun") or (more and lemma(noun) in words("idea_noun"))


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
    for match in APART.finditer(sentence.text):
        start = sentence.start_char + match.start(match.lastgroup or 0)
        cue = next(token for token in sentence if token.idx + len(token) > start)
        verb = next((one for one in (cue, *cue.ancestors) if one.pos_ in {"VERB", "AUX"}), None)
        between = _between(cue, verb)
        if verb is None or modals(verb) or not _keeps_apart(cue, verb, match.lastgroup, between):
            continue
        who = between or subject(verb)
        named = tuple(one for one in attribution.actors(who) if one.party is not None) if who else ()
        if who is not None and (len(named) > 1 or _tells_of_sides(who, verb)):
            parties = named if len(named) > 1 else ()
            yield DistanceSighting(parties, _differing_on(sentence, before), tuple(verb.subtree))
            return


def _between(cue: Token, verb: Token | None) -> Token | None:
    holders = (cue, verb) if verb is not None else (cue,)
    links = (one for holder in holders for one in children(holder, "prep"))
    return next((first_child(one, "pobj") for one in links if one.lower_ == "between"), None)


def _keeps_apart(cue: Token, verb: Token, kind: str | None, between: Token | None) -> bool:
    """Tell whether a distance is said to be there: not denied, and not one that was closed."""
    if kind == "ground":
        return True
    if kind == "gap":
        lasting = lemma(verb) in words("lasting_verb")
        none = any(child.lower_ == "no" for child in children(cue, "det"))
        return lasting and not none and (between is not None or cue.lower_ == "differences")
    return not is_negated(verb)


def _tells_of_sides(who: Token, verb: Token) -> bool:
    """Tell whether sides without a name are meant: 'the two parties', 'they', 'the talks', 'differences'."""
    sides = {lemma(word) for word in (who, *who.conjuncts, first_child(verb, "attr") or who)}
    return bool(sides & words("side_noun"))


def _differing_on(sentence: SentenceSpan, before: SentenceSpan | None) -> tuple[str, ...]:
    issues = issues_in(sentence.text)
    points_back = any(token.lower_ in {"both", "these", "this", "them", "either"} for token in sentence)
    if points_back and before is not None:
        issues = tuple(dict.fromkeys((*issues, *issues_in(before.text))))
    return issues
