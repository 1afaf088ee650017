"""Which words of a report are names that the gazetteer knows."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.gazetteer_spelling import plain_spelling
from goodoffices.statements.labels import talk
from goodoffices.statements.own_councils import is_ones_own, place_of_local

LONGEST_PAST, SOON = 40, 10
"""Years before and after a report in which somebody must have held an office to be known by the surname."""
_ALIKE = str.maketrans("cqz", "kks")
"""Letters that are written for one another in names."""


@dataclass(frozen=True, slots=True)
class Names:
    """A gazetteer with its names by their first word, so that a text is searched in one pass.

    Attributes:
        gazetteer: The gazetteer.
        by_word: Every name by its first word, the longest first.
        era: A day by which states are told that had a name or capital in turn, where a report has no date.
    """

    gazetteer: Gazetteer
    by_word: Mapping[str, tuple[str, ...]]
    era: dt.date | None = None

    def lookup(self, surface: str, on: dt.date | None) -> tuple[Entity, ...]:
        """Return what a name can stand for on a day; without one, states are those of the era."""
        found = self.gazetteer.lookup(surface, on=on)
        if on is not None or self.era is None:
            return found
        then = self.gazetteer.lookup(surface, on=self.era)
        states = tuple(one for one in then if one.kind is Kind.STATE)
        return (*states, *(one for one in found if one.kind is not Kind.STATE)) if states else found

    def demonym(self, word: str, on: dt.date | None) -> Entity | None:
        """Return the state of whose people a word is the name, on a day or in the era."""
        return self.gazetteer.demonym(word, on=on or self.era)


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name something in the gazetteer.

    Attributes:
        start: Index of the first token.
        end: Index behind the last token.
        surface: The words.
        entities: What they can stand for; several where the name is ambiguous.
        demonym: Whether the words are an adjective or a noun for people ("Russian").
        in_office: Whether they name somebody who holds an office on the day of the report.
    """

    start: int
    end: int
    surface: str
    entities: tuple[Entity, ...]
    demonym: bool = False
    in_office: bool = False

    def covers(self, token: Token) -> bool:
        """Tell whether a token is part of the mention."""
        return self.start <= token.i < self.end


def index_names(gazetteer: Gazetteer) -> Names:
    """Sort the names of a gazetteer by their first word."""
    by_word: dict[str, set[str]] = {}
    for surface, _ in gazetteer.names():
        by_word.setdefault(first_word(surface), set()).add(surface)
    ordered = {
        word: tuple(sorted(found, key=lambda name: (-len(name), name))) for word, found in by_word.items()
    }
    return Names(gazetteer, ordered)


def first_word(text: str) -> str:
    """Return the first word of a text, or its first sign where it begins with no word."""
    end = 0
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[: end or 1]


Mentions = Mapping[int, Mention]
"""The names in a parsed text, by the index of every token that they cover."""


def find_mentions(doc: Doc, names: Names, on: dt.date | None) -> Mentions:
    """Return the names in a parsed text, longest match first and none inside another.

    A state's name inside a longer name of a person that the recogniser found ("Michael Jordan") is
    not taken for the state, nor is a word behind a title of courtesy ("Mr. Türkmen", "Mrs. Ireland").

    Args:
        doc: The parsed text.
        names: The names to look for.
        on: Day of the report, where it states one; persons count only while in office.
    """
    text = doc.text
    found: dict[int, Mention] = {}
    behind = 0
    for token in doc:
        if token.i < behind:
            continue
        mention = _name_at(token, text, names, on) or _demonym_at(token, names, on)
        if mention is not None and is_ones_own(mention.start, mention.surface, mention.entities, doc):
            behind, place = mention.end, place_of_local(token, found)
            mention = None if place is None else replace(mention, entities=place.entities)
        if mention is not None and not _inside_person(mention, doc) and not _namesake(mention, doc):
            found |= dict.fromkeys(range(mention.start, mention.end), mention)
            behind = mention.end
    return found


def _name_at(token: Token, text: str, names: Names, on: dt.date | None) -> Mention | None:
    for surface in names.by_word.get(first_word(text[token.idx : token.idx + 40]), ()):
        end = token.idx + len(surface)
        if not text.startswith(surface, token.idx) or (
            text[end : end + 1].isalnum() and surface[-1].isalnum()
        ):
            continue
        span = token.doc.char_span(token.idx, end, alignment_mode="expand")
        holding = _in_office(names.lookup(surface, on), on)
        entities = holding or names.gazetteer.lookup(surface)
        if span is not None and entities and (holding or not _out_of_time(surface, names.gazetteer, on)):
            return Mention(
                span.start, span.end, surface, entities, in_office=on is not None and bool(holding)
            )
    return None


def _out_of_time(surface: str, gazetteer: Gazetteer, on: dt.date | None) -> bool:
    """Tell whether a surname alone is only that of people who came to office long after the report's day."""
    people = all(one.kind is Kind.PERSON for one in gazetteer.lookup(surface))
    if on is None or " " in surface or not people:
        return False
    years = range(on.year - LONGEST_PAST, on.year + SOON + 1)
    return not any(gazetteer.lookup(surface, on=dt.date(year, 7, 1)) for year in years)


def _in_office(entities: tuple[Entity, ...], on: dt.date | None) -> tuple[Entity, ...]:
    """Return the latest office only, where one person holds several on the day of a report."""
    one_person = len({entity.name for entity in entities}) == 1
    return entities[:1] if on is not None and one_person else entities


def _demonym_at(token: Token, names: Names, on: dt.date | None) -> Mention | None:
    if not token.text[:1].isupper() or token.lower_ in {"the", "a", "an"}:
        return None
    pair = token.doc[token.i : token.i + 2].text
    for words, length in ((pair, 2), (token.text, 1)):
        entity = names.demonym(words, on)
        if entity is not None:
            end = min(token.i + length, len(token.doc))
            return Mention(token.i, end, words, (entity,), demonym=True)
    return None


def _inside_person(mention: Mention, doc: Doc) -> bool:
    if any(entity.kind is Kind.PERSON for entity in mention.entities):
        return False
    if mention.start and doc[mention.start - 1].lower_.strip(".") in talk("courtesy_title"):
        return " " not in mention.surface
    for entity in doc.ents:
        longer = entity.end - entity.start > mention.end - mention.start
        inside = entity.start < mention.start and mention.end <= entity.end
        if entity.label_ == "PERSON" and longer and inside and doc[mention.start - 1].pos_ == "PROPN":
            return True
    return False


def _namesake(mention: Mention, doc: Doc) -> bool:
    """Tell whether a surname follows another given name, or is one: 'Paul Keita', 'Malik Agar'."""
    if " " in mention.surface or mention.entities[0].kind is not Kind.PERSON:
        return False
    behind = doc[mention.end] if mention.end < len(doc) else None
    word = doc[mention.start]
    if behind is not None and behind.ent_type_ == word.ent_type_ == "PERSON" and behind.pos_ == "PROPN":
        return True
    if mention.start == 0:
        return False
    given = doc[mention.start - 1]
    named = given.pos_ == "PROPN" and given.ent_type_ == "PERSON" and given.head.i == mention.end - 1
    return named and all(_other_name(given.text, entity.name.split()[0]) for entity in mention.entities)


def _other_name(one: str, other: str) -> bool:
    """Tell whether two given names are of two people; 'Mohammed' and 'Muhammad' are one, as is an initial.

    They are where the first letters differ, or the first two consonants, however these may be written.
    """
    first, second = (_consonants(name) for name in (one, other))
    short = min(len(one.strip(".")), len(other.strip("."))) == 1
    return one[0] != other[0] or not (short or first.startswith(second) or second.startswith(first))


def _consonants(name: str) -> str:
    """Return the first two consonants of a name as they sound."""
    sounds = plain_spelling(name).casefold().replace("ph", "f").translate(_ALIKE)
    return re.sub(r"[^bdfgklmnprstvwx]|(.)(?=\1)", "", sounds)[:2]


def mentions_among(tokens: Iterable[Token], mentions: Mentions) -> list[Mention]:
    """Return the mentions that touch any of some tokens, in order of the text."""
    found = {mentions[token.i].start: mentions[token.i] for token in tokens if token.i in mentions}
    return [found[start] for start in sorted(found)]
