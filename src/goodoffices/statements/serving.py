"""For whom people act, by what a passage says of them: 'X has led the delegation of …'."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.belonging import (
    Window,
    full_name_of,
    is_long_ago,
    is_post,
    names_in,
    party_named,
    until_stop,
)
from goodoffices.statements.labels import talk
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, first_child, lemma, subject


def served_in(doc: Doc, attribution: Attribution, only: str | None = None) -> Iterator[tuple[str, Actor]]:
    """Yield for whom a passage says that people act: 'X has led the delegation of …', 'sits there for …'.

    Args:
        doc: The passage.
        attribution: Resolves the names of parties.
        only: The one person named so far, whom 'he' or 'she' stands for.
    """
    people = {token.i: full_name_of(one) for one in names_in(doc, attribution) for token in one}
    for token in doc:
        known = attribution.discourse.known_person(token.text) if token.pos_ == "PROPN" else None
        if known is not None and known.person is not None:
            people[token.i] = known.person
    for verb in doc:
        who = subject(verb) if verb.pos_ in {"VERB", "AUX"} else None
        who = verb.head if who is not None and who.lower_ == "who" and verb.dep_ == "relcl" else who
        who = verb.head if verb.dep_ == "conj" and verb.head.i in people else who  # 'Luna, 41, leads …'
        name = None if who is None else people.get(who.i) or _meant(who, people, only)
        window = _service(verb) if name is not None and not is_long_ago(verb) else ()
        party = party_named(window, attribution) or _organ_in(window, attribution)
        party = party or (_principal(verb, attribution) if name is not None else None)
        if name is not None and party is not None:
            yield name, party


def _organ_in(window: Window, attribution: Attribution) -> Actor | None:
    """Return whose government or army words name: 'the government's team'."""
    organs = (token for token in window if lemma(token) in talk("state_organ"))
    whose = next((attribution.actor(token) for token in organs), None)
    return whose if whose is not None and whose.party is not None else None


def _principal(verb: Token, attribution: Attribution) -> Actor | None:
    """Return the party of the person whose voice or envoy somebody is: 'has been Savimbi's voice'."""
    office = _office_held(verb)
    owner = first_child(office, "poss") if office is not None else None
    whom = attribution.actor(owner) if owner is not None else None
    return whom if whom is not None and whom.party is not None else None


def _office_held(verb: Token) -> Token | None:
    attr = first_child(verb, "attr") if lemma(verb) == "be" else None
    stood = () if attr is None else (attr, *attr.conjuncts)
    return next((one for one in stood if lemma(one) in talk("standing_noun")), None)


def _meant(who: Token, people: Mapping[int, str], only: str | None) -> str | None:
    """Return the one person named before 'he' or 'she' in a passage, or before the passage."""
    before = {name for place, name in people.items() if place < who.i}
    if who.lower_ not in {"he", "she"} or len(before) > 1:
        return None
    return next(iter(before), only)


def stands_for(doc: Doc, attribution: Attribution) -> Iterator[Actor]:
    """Yield the parties of which a passage names one spokesman, negotiator or the like without the name.

    'The Lake Movement's negotiator', 'the spokesman of Chad': whoever is asked in such a text is that one.
    """
    for token in doc:
        one = token.tag_ == "NN" and lemma(token) in talk("standing_noun")
        if not one or any(child.ent_type_ == "PERSON" for child in token.children):
            continue
        owner = [*children(token, "poss"), *children(token, "compound")]
        of = [
            place
            for link in children(token, "prep")
            if link.lower_ in {"of", "for"}
            for place in link.subtree
        ]
        party = party_named([*(word for own in owner for word in own.subtree), *of[1:]], attribution)
        if party is not None and token.head.ent_type_ != "PERSON":
            yield party


def _service(verb: Token) -> Window:
    """Return the words behind a verb that say for whom somebody acts."""
    if lemma(verb) in talk("serving_verb"):
        named = next(
            (one for one in verb.subtree if one.lower_ in {"name", "behalf"} and one.i > verb.i), None
        )
        if named is not None and named.dep_ == "pobj":
            return until_stop([token for token in named.subtree if token.i > named.i])
        others = (one for one in children(verb, "prep") if one.lower_ in {"with", "against", "between"})
        aside = {token.i for one in others for token in one.subtree}
        return until_stop([token for token in verb.subtree if token.i > verb.i and token.i not in aside])
    office = _office_held(verb)
    if office is not None:
        of = (one for one in children(office, "prep") if one.lower_ in {"of", "for", "in", "within"})
        return until_stop([token for one in of for token in one.subtree])
    stands = lemma(verb) in {"be", "sit", "stand", "serve", "talk", "sign", "work"}
    fors = (
        one for holder in (verb, *verb.children) for one in children(holder, "prep") if one.lower_ == "for"
    )
    place = next((first_child(one, "pobj") for one in fors), None) if stands else None
    seated = (first_child(one, "pobj") for one in children(verb, "prep") if one.lower_ in {"on", "in"})
    seat = next((one for one in seated if one is not None and is_post(one)), None) if stands else None
    place = place or seat
    return until_stop(list(place.subtree)) if place is not None else ()
