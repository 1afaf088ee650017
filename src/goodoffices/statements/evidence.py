"""The words of a report that show something, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.errors import EvidenceError
from goodoffices.reports.report import Report, Span

CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a report, with a W3C position selector and a W3C quote selector for them.

    Attributes:
        report: Id of the report.
        start: Offset of the first character in the report's text, in Unicode code points from 0.
        end: Offset behind the last character.
        exact: The words.
        prefix: Up to 32 characters before them.
        suffix: Up to 32 characters behind them.

    References:
        Sanderson, Ciccarese & Young (2017), Web Annotation Data Model, W3C, sections 4.2.4 and 4.2.5.
    """

    report: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""

    @property
    def span(self) -> Span:
        """The stretch of the report's text."""
        return Span(self.start, self.end)

    def holds(self, other: Evidence) -> bool:
        """Tell whether these words contain the others."""
        return self.report == other.report and self.start <= other.start and other.end <= self.end


def cite(report: Report, start: int, end: int) -> Evidence:
    """Return the words of a report between two offsets as evidence, less white space at both ends.

    Args:
        report: The report.
        start: Offset of the first character.
        end: Offset behind the last character.

    Raises:
        EvidenceError: The stretch is outside the text or holds nothing but white space.
    """
    if not 0 <= start < end <= len(report.text):
        raise EvidenceError(
            f"characters {start}–{end} are not in report '{report.id}', which has {len(report.text)}"
        )
    words = report.text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    if start >= end:
        raise EvidenceError(f"characters {start}–{end} of report '{report.id}' are white space only")
    return Evidence(
        report=report.id,
        start=start,
        end=end,
        exact=report.text[start:end],
        prefix=report.text[max(0, start - CONTEXT) : start],
        suffix=report.text[end : end + CONTEXT],
    )


def check_evidence(evidence: Evidence, report: Report) -> None:
    """Check that the words stand in the report where the evidence says.

    Raises:
        EvidenceError: They do not; the message shows both.
    """
    found = report.text[evidence.start : evidence.end]
    if evidence.report != report.id or not evidence.exact or found != evidence.exact:
        raise EvidenceError(
            f"report '{report.id}' has {found[:80]!r} at characters {evidence.start}–{evidence.end}, "
            f"not {evidence.exact[:80]!r}; read the report again, or restore its saved text"
        )
