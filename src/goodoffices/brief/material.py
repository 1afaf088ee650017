"""Everything that a section of the brief is made from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from goodoffices.brief.beside import Example
from goodoffices.brief.citing import Citer
from goodoffices.case.case import Case
from goodoffices.findings.lagging import Lag
from goodoffices.findings.outcomes import Outcomes
from goodoffices.findings.packages import Bargain
from goodoffices.findings.promises import Promise
from goodoffices.findings.told_in import told_in
from goodoffices.findings.words import Names
from goodoffices.reports.report import Report
from goodoffices.statements.acts_told import ToldAct
from goodoffices.statements.statement import Reading


@dataclass(frozen=True, slots=True)
class Material:
    """What was read and coded, with the citer that finds the words.

    Attributes:
        case: The case.
        reading: What was found in the reports.
        reports: The reports, in the order in which they are shown.
        citer: Turns ids into quotes.
        bargain: What the coded demands leave open, where the case can say.
        outcomes: Which outcomes would hold, where the case can say.
        promises: The guarantees of the case and what follows from each.
        examples: Guarantees given before, to stand beside the designs.
        acts: The acts that the reading tells of, each once.
        copies: Reports that copy an earlier one, with that one.
        lags: Where the case does not follow the statements as they were corrected.
    """

    case: Case
    reading: Reading
    reports: tuple[Report, ...]
    citer: Citer
    bargain: Bargain | None
    outcomes: Outcomes | None
    promises: tuple[Promise, ...]
    examples: tuple[Example, ...] = ()
    acts: tuple[ToldAct, ...] = ()
    copies: Mapping[str, str] = field(default_factory=dict)
    lags: tuple[Lag, ...] = ()

    @property
    def names(self) -> Names:
        """Names as readers know them."""
        return Names(self.case)

    @property
    def here(self) -> str:
        """How a sentence speaks of what was read."""
        return ("this case", "this report", "these reports")[min(len(self.reports), 2)]

    @property
    def source(self) -> str:
        """How a sentence speaks of what was read as the one that says something."""
        return ("the case", "the report", "the reports")[min(len(self.reports), 2)]

    def told_in(self, because: Iterable[str]) -> str:
        """Say in how many reports something stands that ids tell of; nothing where it is one."""
        cited = set(because)
        acts = [act for act in self.acts if cited & set(act.statements)]
        return told_in([report for act in acts for report in act.reports], self.copies)

    def verb(self, one: str, several: str) -> str:
        """Return the form of a verb that fits the source."""
        return several if len(self.reports) > 1 else one
