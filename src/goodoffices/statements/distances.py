"""How far apart a report says that parties are, and on what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as SentenceSpan
from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.distance_sides import fits, has_topic, subject_of, verb_of
from goodoffices.statements.lexicon import issues_in, rows
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import parties
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, modals

SURE = frozenset({"sure", "ground", "deal", "topic", "lack"})
"""Kinds whose words say by themselves that sides are not together, whatever is denied in them."""
AT_START = frozenset({"gap", "lack"})
"""Kinds whose first word, a noun, is what the sides hang on."""
BACK = frozenset({"both", "these", "this", "them", "either", "that"})


@dataclass(frozen=True, slots=True)
class DistanceSighting:
    """A sentence about distance in terms of tokens."""

    parties: tuple[Actor, ...]
    issues: tuple[str, ...]
    whole: Tokens


@cache
def _cues() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the words for distance, each with its kind: sure, ground, apart, split, gap, deal and so on."""
    return tuple(
        (row["kind"], re.compile(rf"\b(?:{row['pattern']})\b", re.IGNORECASE))
        for row in rows("distances.tsv")
    )


def find_distances(
    sentence: SentenceSpan, before: SentenceSpan | None, attribution: Attribution
) -> Iterator[DistanceSighting]:
    """Yield what a sentence says of how far apart parties are.

    Args:
        sentence: The sentence.
        before: The sentence before it in the passage, to which 'on both' may point back.
        attribution: Resolves the noun phrases.
    """
    for kind, pattern in _cues():
        for match in pattern.finditer(sentence.text):
            cue = _token_at(sentence, match.start() if kind in AT_START else match.end() - 1)
            verb = verb_of(cue)
            found = _between_whom(cue, verb, kind, attribution)
            if found is None or not _is_there(cue, verb, kind) or not fits(cue, verb, kind):
                continue
            whole = tuple(verb.subtree) if verb is not None else tuple(sentence)
            yield DistanceSighting(found, _differing_on(sentence, before), whole)
            return


def _token_at(sentence: SentenceSpan, offset: int) -> Token:
    place = sentence.start_char + offset
    return next(token for token in sentence if token.idx + len(token) > place)


def _is_there(cue: Token, verb: Token | None, kind: str) -> bool:
    """Tell whether a distance is said to be there: not denied, not only possible, no gap in a fence."""
    if cue.sent[-1].text == "?":
        return False
    if verb is None or kind in SURE:
        return kind in SURE | {"apart"}
    if modals(verb) and kind != "point":
        return False
    if kind == "gap":
        unclosed = lemma(verb) in {"narrow", "close", "shrink"} and is_negated(verb)
        lasting = unclosed or lemma(verb) in things("lasting_verb") | things("parting_verb") | things(
            "shrinking_verb"
        )
        none = any(child.lower_ == "no" for child in children(cue, "det"))
        return lasting and not none and cue.pos_ == "NOUN" and not _is_measured(cue, verb)
    return not is_negated(verb)


def _is_measured(cue: Token, verb: Token) -> bool:
    """Tell whether a distance is one of miles, as between two towns."""
    return lemma(cue) == "distance" and any(lemma(word) in things("length_noun") for word in verb.subtree)


def _between_whom(
    cue: Token, verb: Token | None, kind: str, attribution: Attribution
) -> tuple[Actor, ...] | None:
    """Return the parties that a distance lies between; none where sides have no name; None for no sides."""
    who = subject_of(cue, verb)
    holders = [one for one in (_between(cue, verb), who, *_owners(who)) if one is not None]
    for holder in holders:
        named = parties(holder, attribution)
        if len(named) > 1:
            return named
    joined = _each(who, verb, attribution)
    if len(joined) > 1:
        return joined
    sided = any(_tells_of_sides(holder, verb) for holder in (*holders, *_objects(verb)))
    if kind in {"point", "ground"} or (kind in {"lack", "gap"} and has_topic(cue.sent)):
        return ()
    return () if sided else None


def _between(cue: Token, verb: Token | None) -> Token | None:
    holders = (cue, verb) if verb is not None else (cue,)
    links = (one for holder in holders for one in children(holder, "prep"))
    return next((first_child(one, "pobj") for one in links if one.lower_ in {"between", "among"}), None)


def _owners(who: Token | None) -> Iterator[Token]:
    """Yield 'Lima' in 'the positions of Lima and Quito' and 'the sides' in 'the sides' positions'."""
    if who is not None and lemma(who) in things("side_noun") | things("view_noun"):
        for link in children(who, "prep"):
            place = first_child(link, "pobj")
            if place is not None and link.lower_ in {"of", "between"}:
                yield place
        yield from children(who, "poss")


def _each(who: Token | None, verb: Token | None, attribution: Attribution) -> tuple[Actor, ...]:
    """Return 'Chad' and 'Libya' in 'a gulf separates Chad from Libya', 'Chad's view and Libya's'."""
    ends: list[Token] = []
    if verb is not None and lemma(verb) in things("parting_verb"):
        ends += [*children(verb, "dobj")]
        ends += [
            place for one in tuple(ends) for link in children(one, "prep") for place in children(link, "pobj")
        ]
        ends += [
            place
            for link in children(verb, "prep")
            if link.lower_ == "from"
            for place in children(link, "pobj")
        ]
    elif verb is not None and who is not None:
        ends += [
            who,
            *(one for beside in (who, *who.conjuncts) for one in children(beside, "poss")),
            *who.conjuncts,
        ]
        ends += [
            place
            for link in children(verb, "prep")
            if link.lower_ in {"with", "from"}
            for place in children(link, "pobj")
        ]
    found = {actor.party: actor for end in ends for actor in parties(end, attribution)}
    return tuple(found.values())


def _objects(verb: Token | None) -> Iterator[Token]:
    if verb is not None:
        yield from children(verb, "dobj")
        if lemma(verb) not in things("parting_verb"):
            yield from (
                place
                for link in children(verb, "prep")
                for place in children(link, "pobj")
                if link.lower_ == "between"
            )


def _tells_of_sides(who: Token, verb: Token | None) -> bool:
    """Tell whether sides without a name are meant: 'the two parties', 'they', 'the talks', 'differences'."""
    attr = first_child(verb, "attr") if verb is not None else None
    near = (who, *who.conjuncts, *((attr,) if attr is not None else ()), *children(who, "poss"))
    listed = things("side_noun") | things("view_noun")
    if who.lower_ == "we" and first_child(who, "conj") is None:
        return has_topic(who.sent)
    return bool({lemma(word) for word in near} & listed)


def _differing_on(sentence: SentenceSpan, before: SentenceSpan | None) -> tuple[str, ...]:
    issues = issues_in(sentence.text)
    points_back = any(token.lower_ in BACK for token in sentence)
    if points_back and before is not None:
        issues = tuple(dict.fromkeys((*issues, *issues_in(before.text))))
    return issues
