"""Whether a report speaks of somebody as 'he' or as 'she', so that neither stands for the other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum

from goodoffices.statements.statement import Actor


class Gender(StrEnum):
    """How a report speaks of a person."""

    HE = "he"
    SHE = "she"


_SHE = re.compile(
    r"\b(?:Mrs|Ms|Miss|Lady|Dame|Queen|Princess|Baroness|\w*woman|mother|sister|widow)\b", re.IGNORECASE
)
_HE = re.compile(r"\b(?:Mr|Sir|Lord|King|Prince|Sheikh|\w*(?<!wo)man|father|brother)\b", re.IGNORECASE)
_PRONOUNS = {
    **dict.fromkeys(("he", "his", "him", "himself"), Gender.HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.SHE),
}


@dataclass(slots=True)
class Genders:
    """What a report has shown so far; it grows while the report is read.

    Attributes:
        known: How the report speaks of a person, by name, or by the report's words where it gives none.
    """

    known: dict[str, Gender] = field(default_factory=dict)

    def learn(self, actor: Actor, words: str) -> None:
        """Learn from a title, an office, or a pronoun that can mean nobody else: 'Mrs Kane', 'he'."""
        found = _PRONOUNS.get(words.casefold()) or _by_title(words)
        if found is not None:
            self.known.setdefault(_key(actor), found)

    def fits(self, actor: Actor, pronoun: str) -> bool:
        """Tell whether a pronoun can stand for somebody; yes where nothing speaks against it."""
        wanted = _PRONOUNS.get(pronoun.casefold())
        return wanted is None or self.known.get(_key(actor), wanted) is wanted


def _by_title(words: str) -> Gender | None:
    if _SHE.search(words):
        return Gender.SHE
    return Gender.HE if _HE.search(words) else None


def _key(actor: Actor) -> str:
    return actor.person or actor.text
