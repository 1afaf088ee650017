"""From a finding down to the words of the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goodoffices.statements.evidence import Evidence
from goodoffices.statements.statement import Reading


@dataclass(frozen=True, slots=True)
class Trace:
    """The words that a finding rests on.

    Attributes:
        words: The evidence, each stretch once, in the order in which it was cited.
        missing: Ids that the reading does not know.
    """

    words: tuple[Evidence, ...]
    missing: tuple[str, ...]


def trace(because: Iterable[str], reading: Reading) -> Trace:
    """Return the words that ids of statements, relations and mentions stand for."""
    known = reading.evidence()
    ids = tuple(dict.fromkeys(because))
    found = dict.fromkeys(known[id_] for id_ in ids if id_ in known)
    return Trace(tuple(found), tuple(id_ for id_ in ids if id_ not in known))
