"""The parties of a draft: each with the name that the reports use, and aliases that are its own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from goodoffices.case.terms import Party
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.statement import FORCE, Actor, Reading

MOST_ALIASES = 6
INDEFINITE = re.compile(
    r"(?:an?|any|some|several|many|few|both|either|neither|no|one|two|three|four|five|another|other|others|"
    r"certain|various|most|all|every|each|\d+)\b",
    re.IGNORECASE,
)
"""Starts of a phrase that names nobody: 'an international police force', 'two diplomats'."""


def parties(reading: Reading, gazetteer: Gazetteer) -> dict[str, Party]:
    """Return everyone who speaks, acts, is addressed or stands in a relation, with their aliases.

    A party bears the name that the reports give it most often. An alias is a name or a title, and stands
    under the one party that it is used for most often.

    Args:
        reading: What was found in the reports.
        gazetteer: Names of states, organisations and people.
    """
    names: dict[str, Counter[str]] = {}
    aliases: Counter[tuple[str, str]] = Counter()
    for actor in _actors(reading):
        if actor.party is not None:
            names.setdefault(actor.party, Counter())[actor.name or name_of(actor.party, gazetteer)] += 1
            if actor.resolved_by not in {"pronoun", "context"}:
                aliases[actor.party, actor.person or actor.text] += 1
            if actor.name:
                aliases[actor.party, actor.name] += 1
    named = {id_: given.most_common(1)[0][0] for id_, given in names.items()}
    owners = _owners(aliases, named)
    return {
        id_: Party(
            name=name,
            aliases=tuple(alias for alias, owner in owners.items() if owner == id_)[:MOST_ALIASES],
        )
        for id_, name in named.items()
    }


def _owners(aliases: Counter[tuple[str, str]], named: dict[str, str]) -> dict[str, str]:
    """Return for each alias the one party that it stands for, in order of the text."""
    taken = {name.casefold() for name in named.values()}
    owners: dict[str, str] = {}
    for party, alias in aliases:
        if alias.casefold() in taken or INDEFINITE.match(alias):
            continue
        if aliases[party, alias] > aliases[owners.get(alias, ""), alias]:
            owners[alias] = party
    return owners


def name_of(party: str, gazetteer: Gazetteer) -> str:
    """Return the gazetteer's name of a party, or its id as words."""
    entity = gazetteer.parties.get(party)
    return entity.name if entity else party.replace("_", " ").capitalize()


def _actors(reading: Reading) -> Iterator[Actor]:
    for statement in reading.statements:
        yield statement.actor
        if statement.target is not None:
            yield statement.target
    for relation in reading.relations:
        if relation.kind not in FORCE:
            yield relation.source
            if relation.target is not None:
                yield relation.target
    for distance in reading.distances:
        yield from distance.parties
