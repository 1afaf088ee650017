"""What a report has shown of people: for whom they act, who has been quoted, who is 'he' and who 'she'."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
class Scene:
    """What a report has shown so far; it grows while the report is read.

    Attributes:
        known: How the report speaks of a person, by name, or by the report's words where it gives none.
        serving: For whom people act, by name, where the report says so beside none of their deeds.
        voices: Who was quoted, one for each passage with a quotation.
        authors: Who writes the report, where its heading says so: they are its 'I' and 'we'.
        speaking: Whose words the tokens of the passage being read are, for 'we' and 'our' in them.
    """

    known: dict[str, Gender] = field(default_factory=dict)
    serving: dict[str, Actor] = field(default_factory=dict)
    voices: list[Actor] = field(default_factory=list)
    authors: tuple[Actor, ...] = ()
    speaking: Mapping[int, Actor] = field(default_factory=dict)

    @property
    def sole(self) -> Actor | None:
        """The one person whom the report has quoted so far, twice or more; None where there are others."""
        people = {one.person for one in self.voices}
        return self.voices[-1] if len(people) == 1 < len(self.voices) and None not in people else None

    def last_heard(self, pronoun: str) -> Actor | None:
        """Return who was quoted last, for 'he' or 'she' where nobody who fits has been named since."""
        heard = self.voices[-1] if self.voices and pronoun.casefold() in {"he", "she"} else None
        fits = heard is not None and heard.person is not None and self.fits(heard, pronoun)
        if heard is None or not fits:
            return None
        return self.acting(replace(heard, text=pronoun, resolved_by="pronoun"))

    def acting(self, actor: Actor) -> Actor:
        """Return a person with the party for which the report says elsewhere that he or she acts."""
        whom = self.serving.get(actor.person or "") if actor.party is None else None
        return actor if whom is None else replace(actor, party=whom.party, name=whom.name)

    def learn(self, actor: Actor, words: str) -> None:
        """Learn from a title, an office, or a pronoun that can mean nobody else: 'Mrs Kane', 'he'."""
        found = _PRONOUNS.get(words.casefold()) or _by_title(words)
        if found is not None:
            self.known.setdefault(_key(actor), found)

    def are_known(self, actor: Actor, pronoun: str) -> bool:
        """Tell whether the report has shown that a pronoun fits somebody."""
        return _PRONOUNS.get(pronoun.casefold()) is self.known.get(_key(actor), pronoun)

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
