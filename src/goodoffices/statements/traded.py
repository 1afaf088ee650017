"""Who lives on whom: dependence for goods, for support, or plainly on a party."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.relation_frames import frames, things
from goodoffices.statements.relation_parties import name_of, owners, parties
from goodoffices.statements.relation_roles import antecedent, is_told
from goodoffices.statements.sighting import RelationSighting
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, subject

LEANING = frozenset({"dependent", "reliant"})
OWING = frozenset({"beholden", "indebted"})
PLAINLY = frozenset({"rely", "depend", "lean"})


def find_dependence(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who supplies, supports or has leverage over whoever depends: 'lives on Soviet aid'."""
    name = lemma(word)
    if word.pos_ == "VERB" and name in things("leaning_verb"):
        yield from _depends(word, word, ("on", "upon", "off"), attribution)
    elif word.pos_ == "ADJ" and name in LEANING | OWING:
        links = ("to",) if name in OWING else ("on", "upon")
        yield from _depends(word, word.head, links, attribution)


def _depends(
    word: Token, verb: Token, links: tuple[str, ...], attribution: Attribution
) -> Iterator[RelationSighting]:
    who = subject(verb) if verb.pos_ in {"VERB", "AUX"} else verb
    if who is None or (verb.pos_ in {"VERB", "AUX"} and not is_told(verb)):
        return
    negated = verb.pos_ in {"VERB", "AUX"} and is_negated(verb)
    whole = tuple(sorted({*name_of(who), *verb.subtree}, key=lambda token: token.i))
    for link in children(word, "prep"):
        on = antecedent(first_child(link, "pobj"), verb) if link.lower_ in links else None
        if on is not None:
            for kind, source in _leant_on(on, word, attribution):
                for target in parties(who, attribution, source.party) or owners(
                    who, attribution, source.party
                ):
                    yield RelationSighting(kind, source, target, word, whole, (), negated)


def _leant_on(on: Token, word: Token, attribution: Attribution) -> Iterator[tuple[RelationKind, Actor]]:
    """Yield on whom one depends, and by what: 'on Iran for money', 'on Iranian money', 'on Iran'."""
    kind = _kind_of(on)
    if kind is not None:
        for source in owners(on, attribution):
            yield kind, source
        return
    for source in parties(on, attribution):
        aim = next((first_child(one, "pobj") for one in _for(on, word) if one.lower_ == "for"), None)
        kind = _kind_of(aim) if aim is not None else None
        plain = lemma(word) in PLAINLY | LEANING | OWING
        if kind is not None or (aim is None and plain):
            yield kind or RelationKind.HAS_LEVERAGE_OVER, source


def _for(on: Token, word: Token) -> Iterator[Token]:
    yield from children(word, "prep")
    yield from children(on, "prep")


def _kind_of(noun: Token) -> RelationKind | None:
    if lemma(noun) in things("goods_noun") | things("commodity_noun"):
        return RelationKind.SUPPLIES
    deeds = frames("noun").get(lemma(noun), ())
    helping = any(frame.kind is RelationKind.SUPPORTS for frame in deeds)
    return RelationKind.SUPPORTS if helping else None
