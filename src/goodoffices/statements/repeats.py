"""What a report tells twice, as in its headline and its first sentence, is one statement."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from goodoffices.statements.acts import Act
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.sighting import Sighting

FEWEST_WORDS = 4
"""Words that a content must have to be known again where it is told once more."""


@dataclass(slots=True)
class Told:
    """What has been told so far; it grows while the report is read, which is why it is not frozen.

    Attributes:
        by_act: Contents and ids of statements, by who did what.
    """

    by_act: defaultdict[tuple[str, Act, bool], list[tuple[Evidence, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def add(self, sighting: Sighting, content: Evidence | None, id_: str) -> None:
        """Remember a statement."""
        if content is not None:
            self.by_act[_who_did_what(sighting)].append((content, id_))

    def earlier(self, sighting: Sighting, content: Evidence | None) -> str | None:
        """Return the id of a statement that says the same: one party, one act, the same words about it.

        Words that only point back ('the plan', 'it') may mean something else each time.
        """
        if content is None:
            return None
        known = self.by_act.get(_who_did_what(sighting), ())
        return next((id_ for other, id_ in known if _same_words(other, content)), None)


def _who_did_what(sighting: Sighting) -> tuple[str, Act, bool]:
    return sighting.actor.label, sighting.act, sighting.negated


def _same_words(one: Evidence, other: Evidence) -> bool:
    if one.start < other.end and other.start < one.end:
        return True
    words, others = (" ".join(part.exact.lower().split()) for part in (one, other))
    return words == others and len(words.split()) >= FEWEST_WORDS
