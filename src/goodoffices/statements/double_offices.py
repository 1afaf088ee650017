"""Whose 'the Facilitator' is where a text adds that office to another: 'King of X and Mediator'."""

from __future__ import annotations

import re
from functools import lru_cache

from goodoffices.statements.gazetteer import Gazetteer, Kind
from goodoffices.statements.lexicon import words

_FIRST_OFFICE = (
    r"(?:President|Head of State|King|Queen|Emir|Amir|Sultan|Prime Minister|Premier|Chancellor|"
    r"(?:[Mm]inister|Secretary|Secretary of State) (?:of|for) [A-Z][a-z]+(?: Affairs)?(?: and [A-Z][a-z]+)?)"
)
_STATE = (
    r"(?:the )?(?:Republic of |Kingdom of |State of |Republic )?(?:the )?"
    r"(?P<state>(?:[A-Z][^\W\d_]+[ -]?){1,4})"
)
_LINK = (
    r"(?:,? and|, (?:acting|speaking|serving) as|,? as|"
    r",? in (?:his|her) (?:capacity|role|quality) (?:as|of)|,)"
)
_TITLES = re.compile(
    rf"{_FIRST_OFFICE} of {_STATE}{_LINK} (?:the |its )?(?:[A-Z]?[a-z]+[ -])?(?P<office>[A-Z][a-z]+)"
)
_OWNED = re.compile(
    r"(?P<office>[A-Z][a-z]+)(?: of| for| in)[^.,;]{0,80},(?: [^,;]{2,40},)? "
    rf"{_FIRST_OFFICE}[^.;]{{0,40}}? of {_STATE}"
)
KEPT = 64
"""Texts of which it is remembered what they say."""


def state_with(office: str, text: str, gazetteer: Gazetteer) -> str | None:
    """Return the id of the one state whose leader or minister a text also calls by an office.

    Args:
        office: The last word of the office in small letters: 'facilitator'.
        text: The whole report.
        gazetteer: Knows the names of states.
    """
    if office not in words("added_office"):
        return None
    named = {one for told, surface in _given(text) if told == office for one in _states(surface, gazetteer)}
    return named.pop() if len(named) == 1 else None


@lru_cache(maxsize=KEPT)
def _given(text: str) -> tuple[tuple[str, str], ...]:
    """Return the offices that a text gives beside another, each with the words behind that other's 'of'."""
    found = (one for pattern in (_TITLES, _OWNED) for one in pattern.finditer(text))
    return tuple((one["office"].lower(), one["state"].strip(" -")) for one in found)


def _states(surface: str, gazetteer: Gazetteer) -> set[str]:
    """Return the state that the longest beginning of some words names."""
    spoken = surface.split()
    for end in range(len(spoken), 0, -1):
        found = gazetteer.lookup(" ".join(spoken[:end]))
        states = {one.id for one in found if one.kind is Kind.STATE}
        if states:
            return states if len(states) == 1 else set()
    return set()
