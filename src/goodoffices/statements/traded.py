"""Who lives on whom: dependence for goods, for support, or plainly on a party."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.relation_frames import frames, things
from goodoffices.statements.relation_parties import by_name, name_of, owners, parties
from goodoffices.statements.relation_roles import antecedent, is_told
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, subject

LEANING = frozenset({"dependent", "reliant"})
OWING = frozenset({"beholden", "indebted"})
DEPENDING = frozenset({"depend", "hinge"})
ON = frozenset({"on", "upon"})


def find_dependence(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who supplies, supports or has leverage over whoever depends: 'lives on Soviet aid'."""
    name = lemma(word)
    if word.pos_ == "VERB" and name in things("leaning_verb"):
        yield from _depends(word, word, ON | {"off"}, attribution)
    elif word.pos_ == "ADJ" and name in LEANING | OWING:
        yield from _depends(word, word.head, frozenset({"to"}) if name in OWING else ON, attribution)


def _depends(
    word: Token, verb: Token, links: frozenset[str], attribution: Attribution
) -> Iterator[RelationSighting]:
    clausal = verb.pos_ in {"VERB", "AUX"}
    who = subject(verb) if clausal else verb
    if who is None or (clausal and not is_told(verb)):
        return
    negated = clausal and is_negated(verb)
    for kind, source, shown in _props(word, verb, links, attribution):
        whole = tuple(sorted({*name_of(who), *verb.subtree, *shown}, key=lambda token: token.i))
        for target in parties(who, attribution, source.party) or owners(who, attribution, source.party):
            yield RelationSighting(kind, source, target, word, whole, (), negated)


def _props(
    word: Token, verb: Token, links: frozenset[str], attribution: Attribution
) -> Iterator[tuple[RelationKind, Actor, Tokens]]:
    """Yield how and on whom one depends, with words that stand before the clause."""
    nouns = (noun for link in children(word, "prep") for noun in children(link, "pobj"))
    deeper = (link for noun in nouns for link in children(noun, "prep"))
    for link in (*children(word, "prep"), *deeper):
        on = antecedent(first_child(link, "pobj"), verb) if link.lower_ in links else None
        if on is not None:
            for kind, source in _leant_on(on, word, attribution):
                yield kind, source, ()
    ahead = _ahead(verb, links)
    if ahead is not None:
        noun, name = ahead
        for source in parties(noun, attribution):
            yield _kind_by(word, name), source, tuple(noun.doc[noun.i : verb.i])


def _ahead(verb: Token, links: frozenset[str]) -> tuple[Token, Token | None] | None:
    """Return 'Moscow' and 'gas' in 'Moscow, on whose gas it depends'."""
    for place in range(verb.i - 1, verb.sent.start + 1, -1):
        word = verb.doc[place]
        if word.lower_ in {"which", "whom", "whose"} and word.nbor(-1).lower_ in links:
            first = place - 2 - (verb.doc[place - 2].text == ",")
            owned = word.nbor(1) if word.lower_ == "whose" else None
            return (verb.doc[first], owned) if first >= verb.sent.start else None
        if word.pos_ == "VERB":
            return None
    return None


def _kind_by(word: Token, noun: Token | None) -> RelationKind:
    """Return what depending on a thing is: what one lives on is supplied, what one depends on is a lever."""
    if noun is None or lemma(word) in DEPENDING | LEANING | OWING:
        return RelationKind.HAS_LEVERAGE_OVER
    return _kind_of(noun) or RelationKind.HAS_LEVERAGE_OVER


def _leant_on(on: Token, word: Token, attribution: Attribution) -> Iterator[tuple[RelationKind, Actor]]:
    """Yield on whom one depends, and by what: 'on Iran for money', 'on Iranian money', 'on Iran'."""
    if _kind_of(on) is not None:
        for source in owners(on, attribution):
            yield _kind_by(word, on), source
        return
    named = by_name(on, attribution) if on.pos_ == "NOUN" else None
    if named is not None and lemma(word) in DEPENDING | LEANING:
        yield RelationKind.HAS_LEVERAGE_OVER, named
        return
    near = (*children(word, "prep"), *children(on, "prep"))
    aim = next((first_child(one, "pobj") for one in near if one.lower_ == "for"), None)
    plain = lemma(word) in DEPENDING | LEANING | OWING | {"rely", "lean"}
    if plain or (aim is not None and _kind_of(aim) is not None):
        for source in parties(on, attribution):
            yield _kind_by(word, aim), source


def _kind_of(noun: Token) -> RelationKind | None:
    if lemma(noun) in things("goods_noun") | things("commodity_noun"):
        return RelationKind.SUPPLIES
    deeds = frames("noun").get(lemma(noun), ())
    helping = any(frame.kind is RelationKind.SUPPORTS for frame in deeds)
    return RelationKind.SUPPORTS if helping else None
