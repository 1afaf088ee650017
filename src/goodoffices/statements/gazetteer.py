"""Which state, organisation or movement a name in a report stands for.

The tables in `data/` hold the facts; this module answers by name and date. It overrides the entity
recogniser, which knows neither that Moscow speaks for Russia nor who was president in 1978.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from goodoffices.errors import ReaderError
from goodoffices.statements.gazetteer_spelling import plain_spelling, role_phrases, role_spelling
from goodoffices.statements.gazetteer_tables import RULING, TABLES, Row, read_rows


class Kind(StrEnum):
    """What sort of actor an entity is; a movement is armed or political, or holds territory in fact."""

    STATE = "state"
    ORGANISATION = "organisation"
    MOVEMENT = "movement"
    PERSON = "person"
    COALITION = "coalition"


_BODIES = (
    "international organisation",
    "alliance",
    "court",
    "organ",
    "mission",
    "mediation body",
    "aid organisation",
)
ORGANISATION_KINDS: Mapping[str, Kind] = MappingProxyType(
    dict.fromkeys(("armed group", "political movement", "de facto authority"), Kind.MOVEMENT)
    | dict.fromkeys(_BODIES, Kind.ORGANISATION)
    | {"coalition": Kind.COALITION}
)


@dataclass(frozen=True, slots=True)
class Entity:
    """An actor that a name can stand for.

    Attributes:
        id: Stable short name: letters without accents, digits and underscores.
        name: The name as English-language news has it.
        kind: What sort of actor it is.
        state: For a person, the id of the party he or she speaks for; for a movement or mission, the state
            in which it acts, where there is one.
        office: For a person, the kind of office held, one of the kinds in `offices.tsv`.
        source: Where the facts come from.
    """

    id: str
    name: str
    kind: Kind
    state: str | None
    office: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Naming:
    """A surface form that stands for an entity, for a time.

    Attributes:
        form: The words as they stand in a report.
        entity: What they stand for.
        start, end: First and last day on which they do; None where there is no such bound.
    """

    form: str
    entity: Entity
    start: date | None = None
    end: date | None = None

    def covers(self, day: date) -> bool:
        """Say whether the form stands for the entity on this day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


Index = Mapping[str, Sequence[Naming]]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names of states, organisations, movements and persons, and what they stand for.

    Attributes:
        namings: Names, aliases, capitals and metonyms by form in lower case, in the order of the tables.
        peoples: Demonyms by form in lower case: adjectives and words for the people of a state.
        offices: Role words in lower case, each with its kind of office.
        parties: Every entity that is not a person, by id.
    """

    namings: Index
    peoples: Index
    offices: Mapping[str, str]
    parties: Mapping[str, Entity]

    def lookup(self, text: str, *, on: date | None = None) -> tuple[Entity, ...]:
        """Find what a name stands for.

        The match is exact and heeds case. Folded are only accents, kinds of apostrophe and hyphen, a leading
        "the", a possessive ending, and case where the whole text is in capitals, as in headings.

        Args:
            text: The words of the report, one name and nothing else.
            on: The report's date. A person is found only by an office held on that day. Of states that share
                a name, those that existed then are meant; a name of one state is found even after its end.

        Returns:
            Everything the name can stand for, parties first, then persons, who ruled first, then the latest;
            several if it is ambiguous. Without a date, every office holder ever listed is found, and of
            states that share a name those of today. Terms of one person for one party count once.
        """
        return _valid(_find(self.namings, text), on)

    def demonym(self, word: str, *, on: date | None = None) -> Entity | None:
        """Find the state whose people or adjective a word names ("Afghan", "North Koreans").

        Args:
            word: The word or words, in the case of the report.
            on: The report's date, for words that two states had in turn ("German" in 1985).

        Returns:
            The state, or None if the word is unknown or names the people of more than one state.
        """
        found = _valid(_find(self.peoples, word), on)
        return found[0] if len(found) == 1 else None

    def party_of(self, entity: Entity) -> Entity:
        """Give the party for which an entity speaks: a person's state or organisation, else itself.

        Raises:
            ReaderError: The person speaks for a party that the gazetteer does not know.
        """
        if entity.kind is not Kind.PERSON or entity.state is None:
            return entity
        if entity.state not in self.parties:
            what = f"{entity.name} speaks for {entity.state!r}, which the gazetteer does not know"
            raise ReaderError(f"{what}; add that party as an extra when loading it")
        return self.parties[entity.state]

    def office_kind(self, words: str) -> str | None:
        """Give the kind of office that role words name.

        Words before the role and an "of", "for" or "to" phrase behind it do not matter ("Russian Foreign
        Minister", "president of Peru"); plurals count. A former office is none.

        Args:
            words: The role words, in any case.

        Returns:
            A kind of office from `offices.tsv`, such as "foreign minister", or None.
        """
        spoken = role_spelling(words)
        if re.match(r"(the )?(former|ex|late|then) ", spoken):
            return None
        for role in role_phrases(spoken):
            if kind := self.offices.get(role) or self.offices.get(role.removesuffix("s")):
                return kind
        return None

    def names(self) -> Iterator[tuple[str, Entity]]:
        """Give every surface form with what it stands for, with and without accents, each pair once."""
        yield from _pairs(self.namings)

    def demonyms(self) -> Iterator[tuple[str, Entity]]:
        """Give every word for a people with its state, with and without accents, each pair once."""
        yield from _pairs(self.peoples)


def load_gazetteer(*, extra: Iterable[Entity] = ()) -> Gazetteer:
    """Read the gazetteer that comes with the package; a second call with the same extras is free.

    Args:
        extra: Further entities, such as a case's parties; an alias is one more entity with the same id.
    """
    return _load(tuple(extra))


@lru_cache(maxsize=8)
def _load(extra: tuple[Entity, ...]) -> Gazetteer:
    folder = files("goodoffices.statements") / "data"
    return build_gazetteer({name: (folder / name).read_text("utf-8") for name in TABLES}, extra=extra)


def build_gazetteer(tables: Mapping[str, str], *, extra: Iterable[Entity] = ()) -> Gazetteer:
    """Make a gazetteer from the text of its tables.

    Args:
        tables: The text of each file named in `TABLES`: tab-separated, with a header row.
        extra: Further entities, each found by its name.

    Raises:
        ReaderError: A row is broken; the message names file, line, column and value.
    """
    rows = {name: tuple(read_rows(name, tables[name])) for name in TABLES}
    offices = {role_spelling(row["words"]): row["kind"] for row in rows["offices.tsv"]}
    own = [
        (row, Entity(row["id"], row["name"], Kind.STATE, None, None, row["source"]))
        for row in rows["states.tsv"]
    ]
    states = {entity.id for _, entity in own}
    own += [(row, _organisation(row, states)) for row in rows["organisations.tsv"]]
    parties: dict[str, Entity] = {}
    for row, entity in own:
        if parties.setdefault(entity.id, entity) is not entity:
            raise row.error("id", "is taken by an earlier row; ids are unique")
    for row in rows["organisations.tsv"]:
        _known(row, "members", parties)
    people = [(row, _person(row, parties, set(offices.values()))) for row in rows["leaders.tsv"]]
    added = [Naming(entity.name, entity) for entity in extra]
    return Gazetteer(
        namings=_index([*_namings([*own, *people], "name", "aliases", "capital", "metonyms"), *added]),
        peoples=_index(_namings(own, "demonyms")),
        offices=MappingProxyType(offices),
        parties=MappingProxyType(
            parties | {one.entity.id: one.entity for one in added if one.entity.kind is not Kind.PERSON}
        ),
    )


def _organisation(row: Row, states: set[str]) -> Entity:
    if row["kind"] not in ORGANISATION_KINDS:
        raise row.error("kind", f"is no kind of organisation; give one of {sorted(ORGANISATION_KINDS)}")
    _known(row, "state", states)
    kind = ORGANISATION_KINDS[row["kind"]]
    return Entity(row["id"], row["name"], kind, row["state"] or None, None, row["source"])


def _person(row: Row, parties: Mapping[str, Entity], offices: set[str]) -> Entity:
    _known(row, "state", parties)
    if row["office"] not in offices:
        raise row.error("office", f"is no kind of office; give one of {sorted(offices)}")
    slug = re.sub(r"[^a-z0-9]+", "_", plain_spelling(row["name"]).casefold()).strip("_")
    return Entity(slug, row["name"], Kind.PERSON, row["state"] or None, row["office"], row["source"])


def _known(row: Row, column: str, ids: Iterable[str]) -> None:
    for one in row.forms(column):
        if one not in ids:
            raise row.error(column, f"names {one!r}, which has no row; add it or correct the id")


def _namings(pairs: Iterable[tuple[Row, Entity]], *columns: str) -> Iterator[Naming]:
    for row, entity in pairs:
        start, end = row.span() if "from" in row.cells else (None, None)
        forms = (form for column in columns if column in row.cells for form in row.forms(column))
        for form in dict.fromkeys(forms):
            yield Naming(form, entity, start, end)


def _index(namings: Iterable[Naming]) -> Index:
    index: dict[str, list[Naming]] = {}
    for naming in namings:
        index.setdefault(plain_spelling(naming.form).casefold(), []).append(naming)
    return index


def _find(index: Index, text: str) -> Sequence[Naming]:
    name = re.sub(r"'s?$", "", re.sub(r"'S$", "", plain_spelling(text)))
    name = re.sub(r"^the ", "The ", name, flags=re.IGNORECASE)
    for form in (name, name.removeprefix("The ")):
        alike = index.get(form.casefold(), ())
        # capitals may be a heading, but "us" must never be the United States
        if found := [one for one in alike if plain_spelling(one.form) == form] or (form.isupper() and alike):
            return found
    return ()


def _valid(namings: Sequence[Naming], on: date | None) -> tuple[Entity, ...]:
    lasting = [one for one in namings if one.entity.kind is not Kind.PERSON]
    held = [one for one in lasting if (_lasts(one) if on is None else one.covers(on))]
    terms = [one for one in namings if one.entity.kind is Kind.PERSON and (on is None or one.covers(on))]
    terms.sort(key=lambda term: (term.entity.office in RULING, term.start or date.min), reverse=True)
    found: dict[tuple[str, str | None], Entity] = {}
    for one in (*(held or lasting), *terms):
        found.setdefault((one.entity.id, one.entity.state), one.entity)
    return tuple(found.values())


def _lasts(naming: Naming) -> bool:
    return naming.end is None or naming.entity.kind is not Kind.STATE


def _pairs(index: Index) -> Iterable[tuple[str, Entity]]:
    namings = (naming for found in index.values() for naming in found)
    spelled = ((form, one.entity) for one in namings for form in (one.form, plain_spelling(one.form)))
    return dict.fromkeys(spelled)
