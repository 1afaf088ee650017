"""In which era a report without a date was written: that of a state which is no more and which it names."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from goodoffices.statements.gazetteer import Entity, Gazetteer, Kind
from goodoffices.statements.gazetteer_spelling import plain_spelling
from goodoffices.statements.home import parties_named
from goodoffices.statements.names import Names

LEAST = 2
"""How often a state that is no more must be named where the report names no year of its time."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FORMER = re.compile(r"\b(?:former|ex|late|post|old)[- ](?:the )?\w+", re.IGNORECASE)


def era_of(text: str, names: Names) -> dt.date | None:
    """Return a day on which the states of a report's time existed; None where nothing tells of another time.

    A state that is no more, or one of its leaders, must be named, not as a former one, and no year after its
    end. 'Moscow' is then the Soviet Union's, as 'Bonn' is West Germany's.

    Args:
        text: The report.
        names: Names of states, organisations and people.
    """
    years = [int(year) for year in _YEAR.findall(text)]
    counted: Counter[tuple[int, int]] = Counter()
    for party, _ in parties_named(_FORMER.sub("", text), names):
        lasted = _years(party, names.gazetteer) if party.kind is Kind.STATE else None
        if lasted is not None and max(years, default=0) <= lasted[1]:
            counted[lasted] += 1
    for (first, last), often in counted.most_common():
        told = [year for year in years if first < year]
        if told or often >= LEAST:
            return dt.date(max(told, default=last), 1, 1)
    return None


def _years(state: Entity, gazetteer: Gazetteer) -> tuple[int, int] | None:
    """Return the first and last year of a state that is no more."""
    for naming in gazetteer.namings.get(plain_spelling(state.name).casefold(), ()):
        if naming.entity.id == state.id and naming.start is not None and naming.end is not None:
            return naming.start.year, naming.end.year
    return None
