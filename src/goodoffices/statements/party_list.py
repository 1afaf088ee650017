"""The parties that a coder can name: those of the case, those already found, and those of the gazetteer."""

from __future__ import annotations

import datetime as dt
import difflib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from goodoffices.errors import CaseError
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.gazetteer_spelling import plain_spelling
from goodoffices.statements.statement import Actor, Reading

NEAR = 3
"""Most suggestions for a name that nobody bears."""

SHORTEST = 0.7
"""How long a suggestion is at least, beside what was written."""


@dataclass(frozen=True, slots=True)
class PartyList:
    """Who can be named.

    Attributes:
        names: Name of each party by its id.
        forms: Id of the party that a name stands for, by the name in lower case without accents.
        gazetteer: States, organisations and persons.
    """

    names: Mapping[str, str]
    forms: Mapping[str, str]
    gazetteer: Gazetteer

    def resolve(self, words: str, *, on: dt.date | None = None) -> Actor:
        """Return the party, and the person where one is named, that a coder means.

        Args:
            words: A name, an alias or the id of a party, or the name of a person.
            on: The report's date, for persons in office.

        Raises:
            CaseError: Nobody or more than one bears that name; near names are given.
        """
        if words in self.names or words in self.gazetteer.parties:
            return Actor(words, words, self.name(words), resolved_by="coder")
        if party := self.forms.get(plain_spelling(words).casefold()):
            return Actor(words, party, self.names[party], resolved_by="coder")
        entities = self.gazetteer.lookup(words, on=on)
        parties = {self.gazetteer.party_of(entity).id for entity in entities}
        if len(parties) > 1:
            raise CaseError(f"'{words}' can be {' or '.join(sorted(parties))}; give one of these ids")
        if parties:
            id_ = parties.pop()
            person = entities[0].name if entities[0].office else None
            return Actor(words, id_, self.name(id_), person, resolved_by="coder")
        raise CaseError(f"no party is called '{words}'; {self._suggested(words)}")

    def name(self, id_: str) -> str | None:
        """Return the name of a party by its id; None where nobody has that id."""
        entity = self.gazetteer.parties.get(id_)
        return self.names.get(id_) or (entity.name if entity else None)

    def _suggested(self, words: str) -> str:
        known = {form.casefold(): form for form, _ in self.gazetteer.names()}
        known |= {form: self.names[party] for form, party in self.forms.items()}
        asked = plain_spelling(words).casefold()
        # A short name is near to everything, so USA would be suggested for Rusia.
        alike = [form for form in known if len(form) >= SHORTEST * len(asked)]
        near = difflib.get_close_matches(asked, alike, n=NEAR, cutoff=0.75)
        found = dict.fromkeys(known[form] for form in near)
        if found:
            return "did you mean " + " or ".join(f"'{name}'" for name in found) + "?"
        return "give the name or id of a party of the case or the gazetteer, or 'new: NAME' for another"


def party_list(case: Mapping[str, Iterable[str]], reading: Reading, gazetteer: Gazetteer) -> PartyList:
    """Return the parties of a case, of what was found, and of the gazetteer.

    Args:
        case: For each party of the case its name and then its aliases.
        reading: What was found; its actors count as known.
        gazetteer: States, organisations and persons.
    """
    names: dict[str, str] = {}
    forms: dict[str, str] = {}
    for party, called in case.items():
        for name in called:
            names.setdefault(party, name)
            forms.setdefault(plain_spelling(name).casefold(), party)
    for actor in _actors(reading):
        if actor is not None and actor.party and actor.name:
            names.setdefault(actor.party, actor.name)
            forms.setdefault(plain_spelling(actor.name).casefold(), actor.party)
    return PartyList(names, forms, gazetteer)


def _actors(reading: Reading) -> Iterator[Actor | None]:
    for statement in reading.statements:
        yield from (statement.actor, statement.target, statement.beneficiary)
    for relation in reading.relations:
        yield from (relation.source, relation.target, relation.claimed_by)
    yield from (precedent.claimed_by for precedent in reading.precedents)
    for distance in reading.distances:
        yield from distance.parties
