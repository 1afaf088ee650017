"""Who fills the places that the frame of a verb leaves open."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Token

from goodoffices.statements.attribution import Attribution
from goodoffices.statements.content import extent
from goodoffices.statements.coreference import is_pronoun
from goodoffices.statements.lexicon import words
from goodoffices.statements.relation_frames import Frame, things
from goodoffices.statements.relation_parties import leads_to, owners, parties, sources_of
from goodoffices.statements.relation_roles import (
    doer,
    has_word,
    is_told,
    is_undergone,
    places,
    recipient,
    undergoer,
)
from goodoffices.statements.sighting import Tokens
from goodoffices.statements.statement import FORCE, Actor, RelationKind
from goodoffices.statements.syntax import children, first_child, is_negated, lemma, modals, subject

FROM = frozenset({RelationKind.SUPPLIES, RelationKind.SUPPORTS})
"""Kinds whose passive may name with 'from' who does it: 'financed from Tripoli'."""
BY_MEANS = frozenset({"with", "by", "through"})


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb read by one of its frames.

    Attributes:
        verb: The verb.
        thing: What undergoes it, by the logic of the clause.
        frame: The frame.
        attribution: Resolves the noun phrases.
    """

    verb: Token
    thing: Token | None
    frame: Frame
    attribution: Attribution

    def sources(self) -> tuple[Actor, ...]:
        """Return who supports, supplies, attacks and so on."""
        return self._first(self.frame.source, None)

    def targets(self, source: Actor) -> tuple[Actor | None, ...]:
        """Return whom, other than the source; nobody where the frame asks for nobody."""
        return (None,) if self.frame.target == ("-",) else self._first(self.frame.target, source.party)

    def _first(self, slots: tuple[str, ...], other: str | None) -> tuple[Actor, ...]:
        found = (PLACES[slot](self, other) if slot in PLACES else self._behind(slot, other) for slot in slots)
        return next((one for one in found if one), ())

    def _behind(self, slot: str, other: str | None) -> tuple[Actor, ...]:
        """Return the parties behind a preposition: 'to', or 'to:aid' for 'came to the aid of Chad'."""
        if ">" in slot:
            return self._deeper(slot, other)
        if slot == "into" and self.frame.kind is RelationKind.SUPPLIES and self._is_the_doers():
            return ()  # 'sent its tanks into Chad'
        link, _, noun = slot.partition(":")
        for place in places(self.verb, self.thing, link):
            plan = self.frame.kind is RelationKind.SUPPORTS and lemma(place) in things("not_a_side")
            if plan or (noun and lemma(place) not in noun.split("/")):
                continue
            found = (
                owners(place, self.attribution, other) if noun else parties(place, self.attribution, other)
            )
            if not found and not noun and (self._hits(place) or _stands_for_its_owner(place)):
                found = owners(place, self.attribution, other)
            if found:
                return found
        return ()

    def _hits(self, place: Token) -> bool:
        """Tell whether force is used on what somebody owns: 'shot at our people'."""
        return self.frame.kind in FORCE and first_child(place, "poss") is not None

    def _deeper(self, slot: str, other: str | None) -> tuple[Actor, ...]:
        """Return the parties behind a preposition of a noun: 'from>in' for 'from bases in Chad'."""
        first, _, link = slot.partition(">")
        who = doer(self.verb) if first == "subj" else None
        holders = places(self.verb, self.thing, first) if first != "subj" else iter(filter(None, (who,)))
        found = (
            owners(place, self.attribution, other) if link == "own" else self._led_to(place, link, other)
            for place in holders
        )
        return next((one for one in found if one), ())

    def _led_to(self, holder: Token, link: str, other: str | None) -> tuple[Actor, ...]:
        found = (parties(place, self.attribution, other) for place in leads_to(holder, (link,)))
        return next((one for one in found if one), ())

    def _subject(self, other: str | None) -> tuple[Actor, ...]:
        who = doer(self.verb)
        if who is None and is_undergone(self.verb) and self.frame.kind in FROM:
            return self._behind("from", other)
        found = sources_of(who, self.attribution)
        return tuple(one for one in found if one.party != other)

    def _object(self, other: str | None) -> tuple[Actor, ...]:
        return parties(self.thing, self.attribution, other)

    def _object_or_owner(self, other: str | None) -> tuple[Actor, ...]:
        if self.thing is None or not self._may_be_owned(self.thing):
            return self._object(other)
        owned = first_child(self.thing, "poss") is not None
        within = self.frame.kind in FORCE
        whose = owners(self.thing, self.attribution, other, within=within)
        named = self._object(other)
        return whose or named if owned else named or whose

    def _may_be_owned(self, thing: Token) -> bool:
        """Tell whether what is done to a thing is done to its owner: 'shelled its towns', not 'its plan'."""
        name = "" if ":" in self.frame.thing else self.frame.thing
        listed = bool({lemma(thing), thing.lower_} & things(name.lstrip("!"))) if name else True
        place = thing.pos_ == "PROPN" and name == "assailable_noun"
        return not listed if name.startswith("!") else listed or place

    def _owner(self, other: str | None) -> tuple[Actor, ...]:
        return () if self._is_the_doers() else owners(self.thing, self.attribution, other)

    def _is_the_doers(self) -> bool:
        """Tell whether 'its' points back to the subject: 'Chad closed its border', not 'froze its assets'."""
        owner = first_child(self.thing, "poss") if self.thing is not None else None
        pronoun = owner is not None and is_pronoun(owner) and owner.lower_ != "whose"
        taken = self.thing is not None and any(
            is_one_of(self.thing, name) for name in ("asset_noun", "bought_noun", "conquered_noun")
        )
        return pronoun and not taken and not is_undergone(self.verb)

    def _force(self, other: str | None) -> tuple[Actor, ...]:
        """Return whose planes, guns or soldiers the subject is: 'Iraqi jets struck'."""
        who = doer(self.verb)
        armed = who is not None and lemma(who) in things("fighting_noun") | things("hand_noun")
        return tuple(one for one in sources_of(who, self.attribution) if armed and one.party != other)

    def _stuff(self, other: str | None) -> tuple[Actor, ...]:
        """Return whose commodity the subject is: 'half of Chad's oil goes to China'."""
        who = doer(self.verb)
        sold = who is not None and is_one_of(who, "commodity_noun")
        of = tuple(leads_to(who, ("of",))) if who is not None else ()
        whose = (owners(one, self.attribution, other) for one in (*filter(None, (who,)), *of))
        return next((one for one in whose if sold and one), ())

    def _third(self, other: str | None) -> tuple[Actor, ...]:
        """Return who brings about a deal of others: 'a truce negotiated by Angola between the two'."""
        who = doer(self.verb)
        if who is None:
            return ()
        found = tuple(one for one in sources_of(who, self.attribution) if one.party != other)
        sent = lemma(who) in things("envoy_noun") or any(
            lemma(one) in things("envoy_noun") for one in children(who, "compound", "appos")
        )
        near = (self.verb, who, *filter(None, (self.thing,)))
        between = [place for one in near for place in leads_to(one, ("between", "for"))]
        theirs = {one.party for place in between for one in parties(place, self.attribution)}
        beside = any(lemma(place) in things("two_noun") | {"two"} for place in between)
        apart = (len(theirs) > 1 or beside) and not theirs & {one.party for one in found}
        return found if apart or (sent and is_undergone(self.verb)) else ()

    def _whole(self, other: str | None) -> tuple[Actor, ...]:
        """Return of whom something is a part: 'a third of Croatia'."""
        places_of = places(self.thing, None, "of") if self.thing is not None else ()
        return next((one for place in places_of if (one := parties(place, self.attribution, other))), ())

    def _recipient(self, other: str | None) -> tuple[Actor, ...]:
        given = recipient(self.verb)
        if given is not None and first_child(given, "poss") is not None:
            return owners(given, self.attribution, other)
        found = parties(given, self.attribution, other)
        hands = given is not None and lemma(given) in things("fighting_noun")
        return found or (owners(given, self.attribution, other) if hands else ())

    def _goods(self, other: str | None) -> tuple[Actor, ...]:
        """Return whose goods the subject is: 'Libyan money keeps', 'arms from Libya reached'."""
        who = doer(self.verb)
        if who is None or lemma(who) not in things(self.frame.thing):
            return ()
        given = list(places(who, None, "from"))
        found = parties(given[0], self.attribution, other) if given else ()
        return found or owners(who, self.attribution, other)

    def _theirs(self, other: str | None) -> tuple[Actor, ...]:
        """Return whose the goods are that the subject names: 'Hezbollah's money comes from'."""
        who = doer(self.verb)
        goods = who is not None and is_one_of(who, "goods_noun")
        return owners(who, self.attribution, other) if goods else ()

    def _army(self, other: str | None) -> tuple[Actor, ...]:
        """Return whose soldiers the subject is: 'Rwandan troops marched into'."""
        who = doer(self.verb)
        soldiers = who is not None and lemma(who) in things("fighting_noun")
        return (
            tuple(one for one in sources_of(who, self.attribution) if one.party != other) if soldiers else ()
        )


PLACES: Mapping[str, Callable[[Clause, str | None], tuple[Actor, ...]]] = {
    "subj": Clause._subject,
    "obj": Clause._object,
    "obj*": Clause._object_or_owner,
    "own": Clause._owner,
    "whole": Clause._whole,
    "dative": Clause._recipient,
    "goods": Clause._goods,
    "army": Clause._army,
    "theirs": Clause._theirs,
    "force": Clause._force,
    "stuff": Clause._stuff,
    "third": Clause._third,
}


def _stands_for_its_owner(place: Token) -> bool:
    """Tell whether something given to a thing is given to its owner: 'sends rifles to the rebels of Chad'."""
    return lemma(place) in things("fighting_noun")


def clause_of_relation(verb: Token, frame: Frame, attribution: Attribution) -> Clause | None:
    """Return a verb with a frame, where its particle is there and its object is of the right kind."""
    clause = Clause(verb, undergoer(verb), frame, attribution)
    with_particle = not frame.particle or has_word(verb, frame.particle)
    said = is_in_power(verb, frame.only) if frame.only.endswith("can") else is_told(verb) or tries(clause)
    return clause if with_particle and said and _fits(clause) else None


def tries(clause: Clause) -> bool:
    """Tell whether somebody is busy with it: 'has been trying to mediate', which is mediation already."""
    verb = clause.verb
    busy = verb.dep_ == "xcomp" and lemma(verb.head) in {"try", "seek", "attempt", "struggle", "work"}
    return busy and clause.frame.kind is RelationKind.BROKERS and is_told(verb.head)


def is_in_power(verb: Token, only: str) -> bool:
    """Tell whether a verb says what somebody can make others do: 'can rein in', 'only Chad can move'."""
    who = subject(verb)
    able = modals(verb) & {"can", "could"} and not is_negated(verb) and verb.sent[-1].text != "?"
    if not able or who is None or any(True for _ in children(verb, "mark")):
        return False
    alone = any(word.lower_ in {"only", "alone"} for word in who.subtree) or any(
        word.lower_ in {"only", "alone"} and word.i < verb.i for word in verb.children
    )
    return alone if only.startswith("alone") else True


def _fits(clause: Clause) -> bool:
    link, _, name = clause.frame.thing.rpartition(":")
    if link:
        near = places(clause.verb, clause.thing, link)
        return any(not name or is_one_of(one, name) for one in near)
    if name.startswith("!") and "obj*" not in clause.frame.target:
        return clause.thing is None
    free = (
        clause.frame.source == ("goods",) or "stuff" in clause.frame.target or "obj*" in clause.frame.target
    )
    if not name or free:
        return True
    if name.startswith("^"):
        return clause.thing is not None and not is_one_of(clause.thing, name[1:])
    return clause.thing is not None and (name == "*" or is_one_of(clause.thing, name))


def is_one_of(thing: Token, name: str) -> bool:
    """Tell whether a noun, or what it is so much of, is listed: 'fuel', 'tons of fuel', 'food and fuel'."""
    listed = things(name)
    of = next((one for one in children(thing, "prep") if one.lower_ == "of"), None)
    inner = first_child(of, "pobj") if of is not None else None
    heads = [one for one in (thing, inner, *thing.conjuncts) if one is not None]
    return any(lemma(one) in listed or one.lower_ in listed for one in heads) or any(
        f"{near.lower_} {lemma(thing)}" in listed for near in children(thing, "compound", "amod", "nmod")
    )


def means_of(clause: Clause, target: Actor | None) -> Tokens:
    """Return the words that say by what: 'with large-scale oil purchases', or the thing supplied."""
    for preposition in children(clause.verb, "prep"):
        noun = first_child(preposition, "pobj", "pcomp")
        named = noun is not None and noun.pos_ in {"NOUN", "VERB"}
        if (
            noun is not None
            and named
            and preposition.lower_ in BY_MEANS
            and lemma(noun) not in words("attack_noun")
        ):
            return extent(noun)
    thing = clause.thing
    if thing is None or thing.pos_ != "NOUN" or (target is not None and target.text in thing.text):
        return ()
    return extent(thing, {child.i for child in children(thing, "prep", "acl", "relcl")})
