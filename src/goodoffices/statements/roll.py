"""Who has been named in a report so far, and whom a short name takes up: 'the Council', 'the movement'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from goodoffices.statements.double_offices import state_with
from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.gazetteer_spelling import role_spelling
from goodoffices.statements.lexicon import rows, words
from goodoffices.statements.statement import Actor

OWN = "the report's own words"
"""Source of an entity that only the report names."""
REACH = 2
"""Sentences that 'the movement' may reach back to a movement whose name has no such word."""


@dataclass(frozen=True, slots=True)
class Named:
    """A party that the report has named.

    Attributes:
        entity: The party.
        words: The nouns of its name, and of the forms of it that the report uses.
        sentence: Running number of the sentence that named it last.
    """

    entity: Entity
    words: frozenset[str]
    sentence: int


@dataclass(slots=True)
class Roll:
    """Everyone whom a report has named by a name so far; it grows while the report is read.

    Attributes:
        gazetteer: Which party somebody speaks for.
        text: The whole report, for bodies that it names only later or in a headline.
        named: The parties named, by id, in order of first mention.
        own: What the report's own names and short forms stand for.
        common: Nouns for something without a name, such as 'commission' after 'a joint commission'.
        sentence: Running number of the sentence.
        home: The state within which the report's matter lies, where it is plain.
        enacting: Who decides what the passage lists, where it is a point of a list of decisions.
        initials: Labels before turns that are made of initials, and may be those of people.
        issuer: Whose record the report is by its head.
        foes: For each party those that use force on it or on which it does, as told so far.
        friends: For each party those that help it or that it helps, as told so far.
    """

    gazetteer: Gazetteer
    text: str = ""
    named: dict[str, Named] = field(default_factory=dict)
    own: dict[str, Entity] = field(default_factory=dict)
    common: set[str] = field(default_factory=set)
    sentence: int = 0
    home: Entity | None = None
    enacting: Actor | None = None
    initials: frozenset[str] = frozenset()
    issuer: Actor | None = None
    foes: dict[str, set[str]] = field(default_factory=dict)
    friends: dict[str, set[str]] = field(default_factory=dict)

    def note(self, entities: Iterable[Entity], surface: str) -> None:
        """Remember the party of a name, where it stands for one party alone."""
        found = self.fitting(tuple(entities))
        parties = {one.id: one for one in map(self.gazetteer.party_of, found)}
        if len(parties) == 1:
            party = next(iter(parties.values()))
            spoken = surface if found[0].kind is not Kind.PERSON else ""
            before = self.named.get(party.id)
            known = before.words if before else name_words(party.name)
            self.named[party.id] = Named(party, known | name_words(spoken), self.sentence)

    def fitting(self, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """Return those of several of one name that act in a state which the report has named."""
        near = tuple(one for one in entities if one.state in self.named and one.kind is not Kind.PERSON)
        return near if len(entities) > 1 and len(near) == 1 else entities

    def call(self, entity: Entity, noun: str) -> None:
        """Remember that a party is called by a noun, as by 'the Commission of the African Union'."""
        known = self.named[entity.id]
        self.named[entity.id] = replace(known, words=known.words | {_plain(noun)})

    def introduce(self, id_: str, name: str, *others: str) -> Entity:
        """Remember a name that no table has, with further forms of it."""
        known = self.own.get(name) or Entity(id_, name, Kind.MOVEMENT, None, None, OWN)
        self.own |= dict.fromkeys((name, *others), known)
        return known

    def bearer_of(self, noun: str, *, capital: bool) -> Entity | None:
        """Return whom 'the Council' or 'the movement' stands for, None where the report leaves it open.

        A noun with a capital letter takes up a party whose name has it: the only one, else the only one that
        this sentence or the one before names. Any other noun takes up a party whose name has it or of whose
        kind it tells: the only one of the nearest sentence that names one, at most two sentences back.

        Args:
            noun: The noun in lower case.
            capital: Whether the report writes it with a capital letter.
        """
        noun = _plain(noun)
        by_name = [one for one in self.named.values() if noun in one.words]
        if capital and by_name:
            return by_name[0].entity if len(by_name) == 1 else _nearest(by_name, self.sentence - 1)
        by_kind = [one for one in self.named.values() if noun in _words_for(one.entity.kind)]
        return _nearest([*by_name, *by_kind], self.sentence - REACH)

    def state_of_matter(self) -> Entity | None:
        """Return the state within which the report's matter lies, else the only one that it has named."""
        states = [one.entity for one in self.named.values() if one.entity.kind is Kind.STATE]
        return self.home or (states[0] if len(states) == 1 else None)

    def body_with(self, office: str) -> Entity | None:
        """Return the body whose 'Secretary-General' or 'Special Representative' is meant.

        Of the bodies that have such an office it is the one that the report names first.

        Args:
            office: The office as the report writes it.
        """
        if not office[:1].isupper():
            return None
        offices, spoken = body_offices(), role_spelling(office).split()
        forms = (" ".join(spoken[place:]) for place in range(len(spoken)))  # 'Deputy Special Envoy'
        body_of: Mapping[str, str] = next((offices[form] for form in forms if form in offices), {})
        shown = next((id_ for id_ in self.named if id_ in body_of), None) or self._first_of(body_of)
        if shown is None:
            return self.gazetteer.parties.get(state_with(spoken[-1], self.text, self.gazetteer) or "")
        return self.gazetteer.parties[body_of[shown]]

    def _first_of(self, ids: Mapping[str, str]) -> str | None:
        """Return which of some bodies the whole report names first, its headlines in capitals included."""
        forms = ((form, one.id) for form, one in self.gazetteer.names() if one.id in ids) if ids else ()
        places = ((place, id_) for form, id_ in forms for place in _places(form, self.text))
        return min(places, default=(0, None))[1]


@cache
def body_offices() -> dict[str, dict[str, str]]:
    """Return for each office the bodies that have it, by the ids of whatever shows them to be meant."""
    found: dict[str, dict[str, str]] = {}
    for row in rows("body_offices.tsv"):
        shown = dict.fromkeys((row["body"], *row["shown_by"].split("|")), row["body"])
        found[row["words"]] = found.get(row["words"], {}) | shown
    return found


def _places(form: str, text: str) -> Iterator[int]:
    """Yield where a name stands first in a text, as it is and in capitals."""
    for spelled in {form, form.upper()}:
        if found := re.search(rf"(?<!\w){re.escape(spelled)}(?!\w)", text):
            yield found.start()


def name_words(name: str) -> frozenset[str]:
    """Return the words of a name as they are compared: in lower case, one spelling of 'organisation'.

    Examples:
        >>> sorted(name_words("Organization of African Unity"))
        ['african', 'of', 'organisation', 'unity']
    """
    return frozenset(_plain(word) for word in re.findall(r"[^\W\d_]+", name.lower()))


def _plain(word: str) -> str:
    return word.replace("ization", "isation")


def _words_for(kind: Kind) -> frozenset[str]:
    lists = {Kind.MOVEMENT: "movement_word", Kind.ORGANISATION: "organisation_word"}
    return words(lists[kind]) if kind in lists else frozenset()


def _nearest(found: list[Named], since: int) -> Entity | None:
    """Return the only one of the sentence that named one last, if that is not too far back."""
    latest = max((one.sentence for one in found), default=-1)
    nearest = {one.entity.id: one.entity for one in found if one.sentence == latest}
    return next(iter(nearest.values())) if latest >= since and len(nearest) == 1 else None
