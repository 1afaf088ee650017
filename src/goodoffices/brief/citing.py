"""From a finding to its quotes: ids of statements become words with a passage number."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from goodoffices.brief.page import Claim, Passage, Quote
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.trace import trace
from goodoffices.findings.words import joined
from goodoffices.statements.evidence import Evidence
from goodoffices.statements.statement import Actor, Reading


@dataclass(frozen=True, slots=True)
class Citer:
    """Turns ids into quotes.

    Attributes:
        reading: What was found in the reports.
        numbers: Number of each passage by report, start and end.
        several: Whether more than one report was read.
        repeats: For findings that repeat the words of another, the id of that other.
    """

    reading: Reading
    numbers: Mapping[tuple[str, int, int], int]
    several: bool
    repeats: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        reading: Reading,
        passages: Iterable[Passage],
        *,
        several: bool,
        repeats: Mapping[str, str] | None = None,
    ) -> Citer:
        """Return a citer over numbered passages."""
        numbers = {(each.report, each.start, each.end): each.number for each in passages}
        return cls(reading, numbers, several, repeats or {})

    def quotes(self, because: Iterable[str]) -> tuple[Quote, ...]:
        """Return the words that ids stand for, each stretch once; unknown ids are left out.

        Findings that repeat one another are one quotation, with the numbers of the other passages.
        """
        voices = _voices(self.reading)
        by_words: dict[Evidence, str | None] = {}
        again: dict[Evidence, list[int]] = {}
        leads: dict[str, Evidence] = {}
        known = self.reading.evidence()
        for id_ in (each for each in because if each in known):
            lead = leads.setdefault(self.repeats.get(id_, id_), known[id_])
            if lead in by_words and known[id_] not in by_words:
                again.setdefault(lead, []).append(self._number(known[id_]))
            by_words.setdefault(lead, voices.get(id_))
        return tuple(
            Quote(
                self._number(words),
                words.exact,
                speaker if speaker and not _names(words.exact, speaker) else None,
                tuple(dict.fromkeys(again.get(words, ()))),
            )
            for words, speaker in by_words.items()
        )

    def _number(self, words: Evidence) -> int:
        return self.numbers[words.report, words.start, words.end]

    def claim(self, finding: Finding) -> Claim:
        """Return a finding with how sure it is and with its quotes."""
        return Claim(finding, self.sure(finding), self.quotes(finding.because))

    def missing(self, because: Iterable[str]) -> tuple[str, ...]:
        """Return the ids that the reading does not know."""
        return trace(because, self.reading).missing

    def sure(self, finding: Finding) -> str:
        """Say in words how a finding is known, and where it is not in the reports, by which source."""
        outside = "; ".join(finding.sources) if not self.quotes(finding.because) else ""
        after = f"; source: {outside}" if outside else ""
        match finding.basis:
            case Basis.REPORTED if outside:
                return f"reported by {outside}"
            case Basis.REPORTED:
                return "stated in the reports" if self.several else "stated in the report"
            case Basis.CLAIM:
                return (f"as claimed by {joined(finding.by)}" if finding.by else "claimed by a party") + after
            case Basis.DOCUMENT:
                return f"text of a document: {outside}" if outside else "text of a document"
            case Basis.JUDGEMENT:
                return (f"judged by {joined(finding.by)}" if finding.by else "judged by an analyst") + after
            case _:
                return "computed from the case"


def _voices(reading: Reading) -> dict[str, str | None]:
    """Return the person who says what an id stands for; a party as a whole needs no name beside its words."""
    said = {found.id: voice(found.actor) for found in reading.statements}
    related = {
        found.id: voice(found.claimed_by)
        for found in reading.relations
        if found.claimed_by and found.claimed_by.party != found.source.party
    }
    appealed = {found.id: voice(found.claimed_by) for found in reading.precedents if found.claimed_by}
    return {**said, **related, **appealed}


def _names(words: str, speaker: str) -> bool:
    """Tell whether words name a speaker themselves, by any part of the name."""
    parts = speaker.replace("(", "").replace(")", "").split()
    return any(len(part) > 2 and part in words for part in parts)


def voice(actor: Actor) -> str | None:
    """Name the person who speaks, with the party; None where no person is named."""
    if actor.person and actor.name:
        return f"{actor.person} ({actor.name})"
    return actor.person
