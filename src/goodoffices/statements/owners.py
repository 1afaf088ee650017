"""Whose an office or an organ is: 'Russian officials', 'its spokesman', 'the Secretary-General'."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from goodoffices.statements.coreference import Discourse, is_pronoun
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.lexicon import words
from goodoffices.statements.names import Mentions, mentions_among
from goodoffices.statements.offices import is_backer, is_movement, is_origin, movement_named_by
from goodoffices.statements.phrases import (
    MODIFIERS,
    belongs,
    is_former,
    is_office,
    is_partial,
    office_words,
    phrase_tokens,
)
from goodoffices.statements.put_there import is_elsewhere, president_called, put_there_by
from goodoffices.statements.roll import Roll
from goodoffices.statements.sides import has_owner, highest, is_of_unit, junta_of
from goodoffices.statements.statement import Actor
from goodoffices.statements.syntax import children, lemma

PLACING = frozenset({"in", "from"})
ELSEWHERE = frozenset({"GPE", "NORP", "LOC", "FAC"})
"""What the recogniser calls places and peoples."""


@dataclass(frozen=True, slots=True)
class Owners:
    """Finds whose an office or an organ is, in one passage.

    Attributes:
        gazetteer: Names of states, organisations and people.
        mentions: The names found in the passage.
        discourse: Everyone named so far.
        roll: The parties that the report has named by name.
    """

    gazetteer: Gazetteer
    mentions: Mentions
    discourse: Discourse
    roll: Roll

    def of(self, token: Token) -> Actor | None:
        """Return the party in 'Russian officials', 'its spokesperson', 'the army of Mali'."""
        for child in children(token, "poss"):
            if (body := self.by_office(child)) is not None:
                return body
            if is_pronoun(child) and lemma(token) not in words("counterpart_noun"):
                whose = self.discourse.pronoun(child)
                home = self.discourse.homes.get(whose.person or "") if whose is not None else None
                return home if home is not None and lemma(token) in words("home_noun") else whose
        for entity in self.modifying(token):
            if entity.kind is not Kind.PERSON:
                return _party(entity)
        behind = (child for one in children(token, "prep") if belongs(one) for child in children(one, "pobj"))
        for holder in (*children(token, "poss"), *behind):
            named = holder.dep_ != "poss" or lemma(token) not in words("counterpart_noun")
            found = self.by_office(holder) or self._of_person(holder) or self._of_president(holder)
            if named and found is not None:
                return found
        if movement_named_by(token):
            return self.only_movement(token)
        if (sent := self._put_there(token) or self._sent_by_government(token)) is not None:
            return sent
        if self.roll.home is not None and is_of_unit(token):
            return _party(self.roll.home)
        return next((home for one in children(token, "poss") if (home := self.at_home(one))), None)

    def only_movement(self, token: Token) -> Actor | None:
        """Return whom 'the rebels' takes up: the only movement named lately, else the only one at all."""
        lately = self.discourse.only_party(token, lambda party: is_movement(party, self.gazetteer))
        return lately or (_party(found[0]) if len(found := self._movements()) == 1 else None)

    def _movements(self) -> list[Entity]:
        return [one.entity for one in self.roll.named.values() if one.entity.kind is Kind.MOVEMENT]

    def by_description(self, noun: Token) -> Actor | None:
        """Return whose the office is that the report gives somebody beside the name."""
        if not (is_office(noun) or lemma(noun) == "member") or is_former(noun):
            return None
        return self.of_rebels(noun) if is_partial(noun) else self.of(noun) or self.by_office(noun)

    def of_rebels(self, office: Token) -> Actor | None:
        """Return whose 'a rebel commander' is: the only movement that the report has named so far."""
        beside = [*children(office, "amod", "compound", "nmod", "poss")]
        rebels = any(lemma(one) in words("movement_noun") for one in beside)
        specified = len(beside) > 1 or any(
            belongs(one) and one.lower_ == "of" for one in children(office, "prep")
        )
        found = self._movements() if rebels and not specified and office.tag_ == "NN" else []
        return _party(found[0]) if len(found) == 1 else None

    def _put_there(self, office: Token) -> Actor | None:
        by = put_there_by(office, self.mentions)
        return None if by is None else _party(self.gazetteer.party_of(by))

    def _of_president(self, holder: Token) -> Actor | None:
        one = president_called(holder, self.discourse)
        return one if one is not None and self._is_state(one.party or "") else None

    def _sent_by_government(self, office: Token) -> Actor | None:
        """Return the state in 'the head of the government delegation', if one government was spoken of."""
        behind = (one for of in children(office, "prep") if of.lower_ == "of" for one in children(of, "pobj"))
        team = next((one for one in behind if lemma(one) in words("sent_noun")), None)
        sent = team is not None and any(
            one.lower_ == "government" for one in children(team, "compound", "poss", "nmod", "amod")
        )
        if not sent:
            return None
        return self.discourse.only_owner("government") or self._contested(self._movements())

    def _of_person(self, holder: Token) -> Actor | None:
        """Return the party of a person whose office it is: 'Mr Skate's government'."""
        if is_pronoun(holder):
            known = self.discourse.pronoun(holder)
        else:
            known = self.discourse.known_person(holder.text)
        if known is not None:
            return None if known.party is None else Actor(known.text, known.party, known.name)
        mention = self.mentions.get(holder.i)
        offices = () if mention is None else highest(mention.entities)
        parties = {self.gazetteer.party_of(one).id for one in offices}
        entity = self.gazetteer.parties.get(parties.pop()) if len(parties) == 1 else None
        return None if entity is None else _party(entity)

    def by_office(self, token: Token) -> Actor | None:
        """Return the body that has an office such as 'the Secretary-General'."""
        body = self.roll.body_with(office_words(token)) or junta_of(token, self.roll)
        if body is None and lemma(token) in words("spokesman_noun") and not _is_specified(token):
            return self.roll.issuer
        return None if body is None else _party(body)

    def of_speaker(self, token: Token) -> Actor | None:
        """Return the party for which 'a spokesman' speaks: the one that the sentence before is about.

        'In Cairo, an official said' is Egypt's only where Egypt is what the report speaks of.
        """
        if not any(child.lower_ in {"a", "an"} for child in token.children):
            return None
        if any(lemma(child) in words("state_only_noun") for child in children(token, "compound")):
            return self.in_focus(token)
        arms = {lemma(child) for child in children(token, "amod", "compound")} & words("home_organ_noun")
        if arms and not any(belongs(one) for one in children(token, "prep")):
            return None if _is_local(token) else self.at_home(token)
        if _is_specified(token):
            return None
        speaks = lemma(token) in words("spokesman_noun")
        focus = self.discourse.state_in_focus(token) if speaks or lemma(token) == "official" else None
        if focus is None or speaks:
            return focus
        first = token.sent[0]
        placed = first.lower_ in PLACING and next(children(first, "pobj"), None)
        place = self.mentions.get(placed.i) if placed else None
        return focus if place is not None and place.entities[0].id == focus.party else None

    def sender(self, token: Token, owner: Actor | None) -> Actor | None:
        """Return whose 'his country' is, and whose 'the observer of the OSCE'; a state's stays open."""
        home = lemma(token) in words("home_noun") and any(is_pronoun(one) for one in children(token, "poss"))
        if owner is None or home:
            return owner
        if lemma(token) in words("follower_noun") and owner.party is not None and has_owner(token):
            return owner
        body = self.gazetteer.parties.get(owner.party or "") if lemma(token) == "observer" else None
        return owner if body is not None and body.kind is Kind.ORGANISATION else None

    def in_office(self, token: Token) -> bool:
        """Tell whether somebody beside a former office holds one today: 'his former deputy, Riek Machar'."""
        beside = (self.mentions.get(child.i) for child in children(token, "appos"))
        return any(mention.in_office for mention in beside if mention is not None)

    def beside(self, token: Token) -> Actor | None:
        """Return the party of a second office: 'The Chair, Ed Brun, Special Envoy of the United Nations'."""
        near = list(children(token, "appos"))
        near += [child for one in near for child in children(one, "appos")]
        offices = (one for one in near if is_office(one) and not is_former(one) and not is_partial(one))
        return next((found for one in offices if (found := self.of(one)) is not None), None)

    def only_one_near(self, token: Token) -> Actor | None:
        """Return whose 'Foreign Minister Keita' is: the party in focus, if no other state stands near."""
        owner = None if is_elsewhere(token, self.mentions) else self.in_focus(token)
        if owner is None or self._state_organ(token) is not None:
            return owner
        others = self.discourse.named_lately(token) - {owner.party}
        return None if any(self._is_state(one) for one in others if one is not None) else owner

    def at_home(self, token: Token) -> Actor | None:
        """Return the state within which the report's matter lies, for 'Prime Minister Keita', 'the police'.

        Only an office or organ that a state alone has is its own, and only where neither this sentence nor
        the one before names another state.
        """
        home = self.roll.home
        own = words("state_only_noun") | words("home_organ_noun")
        if (
            home is None
            or own.isdisjoint(map(lemma, [*_named_with(token), *children(token, "amod")]))
            or _is_of_others(token)
        ):
            return None
        others = self.discourse.named_lately(token) - {home.id, None}
        return None if any(self._is_state(one) for one in others if one is not None) else _party(home)

    def in_focus(self, token: Token) -> Actor | None:
        """Return whose 'the government' or 'the army' is.

        It is that of the party in focus, else of the only one whose government was spoken of. A government
        can only be a state's: beside a movement in focus it is that of the state in which the movement acts,
        and if nothing else helps that of the state in which all movements named act.
        """
        organ = self._state_organ(token)
        if _is_local(token):
            return None
        if organ is None:
            ministers = not words("minister_noun").isdisjoint(map(lemma, _named_with(token)))
            lately = self.discourse.state_in_focus(token, self._is_state if ministers else bool)
            return lately or self.discourse.only_owner(lemma(token)) or self.at_home(token)
        movement = self.discourse.state_in_focus(token, lambda party: is_movement(party, self.gazetteer))
        return (
            self.discourse.state_in_focus(token, self._is_state)
            or (self._contested([self.gazetteer.parties[movement.party or ""]]) if movement else None)
            or self.discourse.only_owner(organ)
            or self._contested(self._movements())
            or self.at_home(token)
        )

    @staticmethod
    def _state_organ(token: Token) -> str | None:
        """Return the organ that only a state has, in 'the government' or 'government spokesman Keita'."""
        return next(
            (lemma(one) for one in _named_with(token) if lemma(one) in words("state_only_noun")), None
        )

    def _is_state(self, party: str) -> bool:
        known = self.gazetteer.parties.get(party)
        return known is not None and known.kind is Kind.STATE

    def _contested(self, movements: Iterable[Entity]) -> Actor | None:
        """Return the state in which all of some movements act, if the report names it."""
        states = {one.state for one in movements if one.state is not None}
        state = states.pop() if len(states) == 1 else None
        return _party(self.gazetteer.parties[state]) if state in self.discourse.parties and state else None

    def modifying(self, token: Token) -> list[Entity]:
        """Return what the names stand for that modify a noun or stand behind its 'of'."""
        near = [word for child in token.children if child.dep_ in MODIFIERS for word in child.subtree]
        near += [word for of in children(token, "prep") if belongs(of) for word in of.subtree]
        if token.dep_ == "conj" and token.i + 2 < len(token.doc) and token.nbor(1).lower_ == "of":
            near.append(token.nbor(2))  # which the parse may give to the first of several names
        named = mentions_among(near, self.mentions)
        return [
            mention.entities[0]
            for place, mention in enumerate(named)
            if len(mention.entities) == 1
            and not mention.covers(token)
            and not is_origin(mention, named[place + 1 : place + 2])
            and not is_backer(mention, token.doc)
        ]


def _party(entity: Entity) -> Actor:
    return Actor(entity.name, entity.id, entity.name)


def _named_with(token: Token) -> list[Token]:
    """Return a noun with the nouns before it that belong to it: 'Foreign', 'Minister' before 'Keita'."""
    return [token, *(word for child in children(token, "compound") for word in child.subtree)]


def _is_of_others(token: Token) -> bool:
    """Tell whether words beside an office give it to somebody, to a place or to a time gone by."""
    beside = [word for word in _named_with(token) if word.i != token.i]
    named = any(word.ent_type_ in ELSEWHERE or (word.ent_type_ == "ORG" and word.is_upper) for word in beside)
    return named or is_former(token) or is_partial(token) or _is_placed(token)


def _is_local(token: Token) -> bool:
    """Tell whether an office is that of a part of a state, or of another one: 'the provincial police'."""
    return any(word.lower_ in words("partial_adjective") for word in phrase_tokens(token))


def _is_placed(token: Token) -> bool:
    owned = any(True for _ in children(token, "poss", "nmod"))
    return owned or any(belongs(one) for one in children(token, "prep"))


def _is_specified(token: Token) -> bool:
    """Tell whether more is said of an office: 'an army spokesman', 'a spokesman for the miners'."""
    return any(child.dep_ in {"compound", "poss", "nmod"} for child in token.children) or any(
        belongs(one) for one in children(token, "prep")
    )
