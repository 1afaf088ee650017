"""Make the text of a report from paragraphs, or put a head before a report that is there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from goodoffices.reports.report import Boilerplate, Report, Span


def join(paragraphs: Iterable[str]) -> tuple[str, tuple[Span, ...]]:
    """Return the paragraphs as one text, a line break between two, and where each one stands.

    Args:
        paragraphs: Texts that are not empty.
    """
    held = list(paragraphs)
    spans: list[Span] = []
    start = 0
    for paragraph in held:
        spans.append(Span(start, start + len(paragraph)))
        start = spans[-1].end + 1
    return "\n".join(held), tuple(spans)


def with_head(report: Report, head: str, reason: str) -> Report:
    """Return the report with a head before its text that is kept and not read.

    Args:
        report: The report; its spans move along with its text.
        head: The head, not empty.
        reason: What it is, in words for a person.
    """
    by = len(head) + 2
    return replace(
        report,
        text=f"{head}\n\n{report.text}",
        passages=(
            Span(0, len(head)),
            *(Span(span.start + by, span.end + by) for span in report.passages),
        ),
        boilerplate=(
            Boilerplate(0, len(head), reason),
            *(Boilerplate(mark.start + by, mark.end + by, mark.reason) for mark in report.boilerplate),
        ),
        pages=tuple(start + by for start in report.pages),
    )
