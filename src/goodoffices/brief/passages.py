"""The reports in the annex: every stretch that something rests on, numbered and marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from goodoffices.brief.page import Passage, Segment, Source
from goodoffices.errors import BriefError
from goodoffices.reports.report import Report
from goodoffices.statements.evidence import Evidence, check_evidence


def number_passages(evidence: Iterable[Evidence], reports: Sequence[Report]) -> tuple[Passage, ...]:
    """Number the stretches of the reports that evidence covers, in order of the reports and their texts.

    Raises:
        BriefError: Evidence is from a report that was not given, or two reports share an id.
        EvidenceError: The words are not where the evidence says.
    """
    order = {report.id: (place, report) for place, report in enumerate(reports)}
    if len(order) < len(reports):
        raise BriefError("two reports have the same id; give each report its own id, such as its file's name")
    stretches = set()
    for words in evidence:
        if words.report not in order:
            raise BriefError(
                f"evidence is cited from report '{words.report}', which was not given; "
                f"the reports given are: {', '.join(order) or 'none'}"
            )
        place, report = order[words.report]
        check_evidence(words, report)
        stretches.add((place, words.start, words.end, words.report))
    return tuple(
        Passage(number, report_id, start, end)
        for number, (_, start, end, report_id) in enumerate(sorted(stretches), start=1)
    )


def sources(reports: Sequence[Report], passages: Sequence[Passage]) -> tuple[Source, ...]:
    """Return the reports as the annex shows them, in paragraphs cut into segments."""
    return tuple(
        Source(
            number,
            report.id,
            report.title or report.id,
            report.publisher,
            report.date,
            report.sha256,
            paragraphs(report, [passage for passage in passages if passage.report == report.id]),
        )
        for number, report in enumerate(reports, start=1)
    )


def paragraphs(report: Report, passages: Sequence[Passage]) -> tuple[tuple[Segment, ...], ...]:
    """Cut a report's text into paragraphs, and these wherever a passage or boilerplate begins or ends.

    The texts of all segments, one after the other, are the text of the report; passages may overlap.
    """
    breaks = {0, len(report.text)}.union(*((span.start, span.end) for span in report.passages))
    marks = ((mark.start, mark.end) for mark in report.boilerplate)
    cuts = breaks.union(*((each.start, each.end) for each in passages), *marks)
    found: list[list[Segment]] = []
    for start, end in pairwise(sorted(cuts)):
        if start in breaks:
            found.append([])
        found[-1].append(_segment(report, passages, start, end))
    return tuple(tuple(paragraph) for paragraph in found)


def _segment(report: Report, passages: Sequence[Passage], start: int, end: int) -> Segment:
    covering = [passage for passage in passages if passage.start <= start and end <= passage.end]
    reasons = [mark.reason for mark in report.boilerplate if mark.start <= start and end <= mark.end]
    return Segment(
        report.text[start:end],
        tuple(passage.number for passage in covering),
        tuple(passage.number for passage in covering if passage.start == start),
        tuple(passage.number for passage in covering if passage.end == end),
        reasons[0] if reasons else None,
    )
