"""Within which state a report's matter lies: the one that it names far more often than any other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from goodoffices.statements.gazetteer import Entity, Kind
from goodoffices.statements.lexicon import rows
from goodoffices.statements.names import Names, first_word

LEAST = 4
"""How often the state, its capital, people or movements must be named."""
LEAD = 2
"""How many times as often as any other state, where movements of several are named."""
LONGEST = 60
"""Characters of the longest name that is looked for."""
_WORD = re.compile(r"(?<!\w)[A-Z][^\W\d_]*")


def home_of(text: str, names: Names) -> Entity | None:
    """Return the state within which a report's matter lies, None where it is not plain.

    One of its movements must be named, and counts for the state; where no other state has movements named,
    it need only be named more often than any other. There is none where the report names an authority that
    rules a part of it, since "the minister" may as well be that one's.

    Args:
        text: The report.
        names: Names of states, organisations and people.
    """
    counted: Counter[str] = Counter()
    fought_in: set[str] = set()
    ruled: set[str | None] = set()
    for entity, _ in parties_named(text, names):
        state = entity.id if entity.kind is Kind.STATE else entity.state
        if state is not None and entity.kind in {Kind.STATE, Kind.MOVEMENT}:
            counted[state] += 1
            ruled |= {state} if entity.id in de_facto_authorities() else set()
            fought_in |= {state} if entity.kind is Kind.MOVEMENT else set()
    (first, often), (_, next_often) = [*counted.most_common(2), ("", 0), ("", 0)][:2]
    ahead = often > next_often if fought_in == {first} else often >= LEAD * next_often
    plain = often >= LEAST and ahead and first in fought_in - ruled
    return names.gazetteer.parties[first] if plain else None


def parties_named(text: str, names: Names) -> Iterator[tuple[Entity, str]]:
    """Yield the parties that a text names with the words, one for each place, the longest name first."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        found = _at(text, word.start(), names)
        if found is None:
            entity = names.demonym(word.group(), None)
            found = None if entity is None else (entity, word.end())
        if found is not None:
            end = found[1]
            yield found[0], text[word.start() : end]


def _at(text: str, start: int, names: Names) -> tuple[Entity, int] | None:
    for surface in names.by_word.get(first_word(text[start : start + LONGEST]), ()):
        end = start + len(surface)
        if text.startswith(surface, start) and not text[end : end + 1].isalnum():
            party = _one_party(names, surface)
            return None if party is None else (party, end)
    return None


def _one_party(names: Names, surface: str) -> Entity | None:
    parties = {one.id: one for one in map(names.gazetteer.party_of, names.lookup(surface, None))}
    return next(iter(parties.values())) if len(parties) == 1 else None


@cache
def de_facto_authorities() -> frozenset[str]:
    """Return the authorities that rule a territory and have ministers, without being recognised states."""
    return frozenset(row["id"] for row in rows("organisations.tsv") if row["kind"] == "de facto authority")
