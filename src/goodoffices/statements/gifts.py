"""Who gives what to whom, by the noun and the roles, whatever the verb: arms, money, fuel, food, help.

A frame of the table asks for its verb; here the noun decides. Whoever is told to have done something with
goods whose taker is named supplies the taker, unless the verb is one that withholds, takes or only wishes.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.relation_frames import things
from goodoffices.statements.relation_parties import is_sure, owners, parties, sources_of
from goodoffices.statements.relation_roles import (
    doer,
    has_word,
    is_told,
    is_undergone,
    places,
    recipient,
    undergoer,
)
from goodoffices.statements.sighting import RelationSighting, Tokens
from goodoffices.statements.statement import Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma

CURRENCY = frozenset("$£€¥")
TO = ("to", "for")
GOING = frozenset({"going", "alive", "afloat", "running", "supplied", "up"})
AWAY = ("back", "off")
"""'Gives back', 'pays off': what is done is the undoing of a gift."""


def find_gifts(word: Token, attribution: Attribution) -> Iterator[RelationSighting]:
    """Yield who gives the goods or the help that a noun names to whom.

    Args:
        word: Any word.
        attribution: Resolves the noun phrases.
    """
    kind = kind_of(word)
    if kind is None or not is_sure(word):
        return
    top = whole_of(word)
    if (verb := _given_by(top)) is not None and may_give(verb):
        yield from _found(kind, verb, top, _takers(verb, top), attribution)
    elif (verb := _helped_with(top)) is not None and is_told(verb):
        yield from _found(kind, verb, top, (undergoer(verb),), attribution)


def kind_of(noun: Token) -> RelationKind | None:
    """Return what giving such a thing is: supplying for goods and sums, supporting for help."""
    if noun.dep_ in {"compound", "nmod", "amod", "nummod"} or noun.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return None
    named = {lemma(noun), noun.lower_} - things("loose_goods")
    if is_sum(noun) or named & (things("goods_noun") | things("paid_noun")):
        return RelationKind.SUPPLIES
    return RelationKind.SUPPORTS if named & things("help_noun") else None


def is_sum(noun: Token) -> bool:
    """Tell whether a word is a sum of money: 'm' in 'another $60m', '40' in '£40'."""
    return any(one.text in CURRENCY for one in noun.doc[noun.left_edge.i : noun.i])


def whole_of(noun: Token) -> Token:
    """Return the head of what is given: 'most' for 'most of its bombs', 'rifles' for '… and boots'."""
    for _ in range(3):
        above = noun.head
        if noun.dep_ == "conj" and above.pos_ in {"NOUN", "PROPN", "NUM"}:
            noun = above
        elif noun.dep_ == "pobj" and above.lower_ == "of" and _is_quantity(above.head):
            noun = above.head
    return noun


def _is_quantity(noun: Token) -> bool:
    return lemma(noun) in things("quantity_noun") or noun.pos_ == "NUM" or noun.like_num


def may_give(verb: Token) -> bool:
    """Tell whether a verb is told as done, and neither withholds, takes nor only wishes."""
    excluded = lemma(verb) in things("no_gift_verb") or any(has_word(verb, one) for one in AWAY)
    return verb.pos_ in {"VERB", "AUX"} and is_told(verb) and not excluded


def _given_by(top: Token) -> Token | None:
    """Return the verb whose object, by the logic of the clause, something is."""
    if top.dep_ in {"dobj", "nsubjpass"} or (top.dep_ == "npadvmod" and is_sum(top)):
        return top.head
    if top.dep_ == "pobj" and undergoer(top.head.head) == top:  # 'flew in guns'
        return top.head.head
    gaps = (one for one in children(top, "relcl", "acl") if one.pos_ == "VERB")
    gap = next((one for one in gaps if undergoer(one) == top), None)
    return gap if gap is not None and doer(gap) is not None else None


def _helped_with(top: Token) -> Token | None:
    """Return the verb of 'helped us with radios', 'keeps the army going with loans'; none of harm."""
    link = top.head
    verb = link.head if top.dep_ == "pobj" and link.lower_ == "with" else None
    if verb is not None and verb.dep_ in {"xcomp", "acomp", "ccomp", "acl"} and verb.lower_ in GOING:
        verb = verb.head if verb.head.pos_ == "VERB" else verb.head.head  # 'keeps the army going with'
    excluded = things("harming_verb") | things("backing_verb")
    return verb if verb is not None and verb.pos_ == "VERB" and lemma(verb) not in excluded else None


def _takers(verb: Token, top: Token) -> tuple[Token | None, ...]:
    """Return where whoever takes it may stand; the first that is a party counts."""
    of = tuple(_within(top))
    near = (place for link in TO for thing in (top, *of) for place in places(verb, thing, link))
    whom = children(verb, "dobj", "xcomp") if top.dep_ == "npadvmod" else ()  # 'voted UNITA another $60m'
    return (recipient(verb), *whom, *_no_price(near))


def _within(top: Token) -> Iterator[Token]:
    """Yield what 'of' leads to, step by step: the cost and the war in 'most of the cost of the war'."""
    for _ in range(2):
        of = next((one for one in children(top, "prep") if one.lower_ == "of"), None)
        inner = first_child(of, "pobj") if of is not None else None
        if inner is None:
            return
        yield inner
        top = inner


def _no_price(found: Iterator[Token]) -> Iterator[Token]:
    """Yield what is no purchase: not 'paid dollars for Chad's oil'."""
    for place in found:
        if not (place.head.lower_ == "for" and lemma(place) in things("bought_noun")):
            yield place


def _found(
    kind: RelationKind,
    verb: Token,
    top: Token,
    takers: tuple[Token | None, ...],
    attribution: Attribution,
) -> Iterator[RelationSighting]:
    who = doer(verb)
    for source in sources_of(who, attribution) or _maker(verb, top, attribution):
        sides = [one for one in takers if not _is_a_plan(one, kind)]
        target = next((one for place in sides if (one := taker(place, attribution, source))), ())
        for party in target:
            yield RelationSighting(
                kind, source, party, verb, shown(verb, who, top), tuple(top.subtree), is_negated(verb)
            )


def _is_a_plan(place: Token | None, kind: RelationKind) -> bool:
    """Tell whether what is helped is no party: 'gave its backing to the plan'."""
    return kind is RelationKind.SUPPORTS and place is not None and lemma(place) in things("not_a_side")


def _maker(verb: Token, top: Token, attribution: Attribution) -> tuple[Actor, ...]:
    """Return whose the goods are, where a passive says no more: 'Libyan rifles were handed to UNITA'."""
    return owners(top, attribution) if is_undergone(verb) and doer(verb) is None else ()


def taker(place: Token | None, attribution: Attribution, source: Actor) -> tuple[Actor, ...]:
    """Return the party that a place names, or whose army, camps, airfields it names; no party's enemies."""
    owner = first_child(place, "poss") if place is not None else None
    own = owner is not None and is_pronoun(owner) and owner.lower_ != "whose"
    if place is None or own:
        return ()  # 'gave its fighters rifles'
    if found := parties(place, attribution, source.party):
        return found
    name = lemma(place)
    whose = place.pos_ in {"NOUN", "NUM"} and name not in things("not_its_owner")
    return owners(place, attribution, source.party) if whose else ()


def shown(verb: Token, who: Token | None, thing: Token | None) -> Tokens:
    """Return the words of a clause: the verb's, and those for who does it and for what undergoes it."""
    kept = {*verb.subtree, *(thing.subtree if thing is not None else ())}
    if who is not None:
        kept |= set(who.doc[who.left_edge.i : who.i + 1])
    return tuple(sorted(kept, key=lambda token: token.i))
