"""Compose a brief from what was read and coded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import goodoffices
from goodoffices.brief.beside import Example
from goodoffices.brief.citing import Citer
from goodoffices.brief.far_apart import far_apart
from goodoffices.brief.found import found
from goodoffices.brief.guarantee_needs import guarantee_needs
from goodoffices.brief.material import Material
from goodoffices.brief.mediators import mediators
from goodoffices.brief.movers import movers
from goodoffices.brief.on_the_table import on_the_table
from goodoffices.brief.page import Brief, Drafted, Passage
from goodoffices.brief.passages import number_passages, sources
from goodoffices.brief.rests_on import codings_of, rests_on
from goodoffices.brief.short_answer import short_answer
from goodoffices.brief.unsaid import unsaid
from goodoffices.brief.what_moved import moved
from goodoffices.brief.why_not import why_not
from goodoffices.brief.would_hold import would_hold
from goodoffices.case.case import Case
from goodoffices.findings.lagging import Lag, behind
from goodoffices.findings.outcomes import outcomes
from goodoffices.findings.packages import bargain
from goodoffices.findings.promises import promises
from goodoffices.findings.words import capital
from goodoffices.reports.copies import find_copies
from goodoffices.reports.report import Report
from goodoffices.statements.acts_told import acts_told
from goodoffices.statements.gazetteer import load_gazetteer
from goodoffices.statements.language import language_note
from goodoffices.statements.statement import Reading
from goodoffices.statements.told_again import repeated


def compose(
    case: Case,
    reading: Reading,
    reports: Sequence[Report],
    examples: Sequence[Example] = (),
    lags: Sequence[Lag] = (),
) -> Brief:
    """Compose a brief.

    Args:
        case: The case, drafted or coded; it may hold no numbers at all.
        reading: What was found in the reports; it may be empty.
        reports: Every report that the reading cites, in the order in which they are shown.
        examples: Guarantees given before, to stand beside the designs.
        lags: Where the case does not follow the statements as they were corrected.

    Raises:
        BriefError: The reading cites a report that was not given, or two reports share an id.
        EvidenceError: Words are not where the reading says.
    """
    passages = number_passages(reading.evidence().values(), reports)
    material = _material(case, reading, tuple(reports), passages, tuple(examples))
    material = replace(material, lags=tuple(lags))
    version = goodoffices.__version__
    return Brief(
        title=case.title,
        read=_all_read(material),
        note=case.note,
        short_answer=short_answer(material),
        sections=(
            on_the_table(material),
            far_apart(material),
            *moved(material),
            why_not(material),
            guarantee_needs(material),
            would_hold(material),
            movers(material),
            *mediators(material),
            unsaid(material),
            rests_on(material, version),
            *found(material),
        ),
        passages=passages,
        sources=sources(reports, passages),
        version=version,
        drafted=_drafted([coding.drafted for coding in codings_of(material)]),
        behind=behind(lags),
    )


def _material(
    case: Case,
    reading: Reading,
    reports: tuple[Report, ...],
    passages: Sequence[Passage],
    examples: tuple[Example, ...],
) -> Material:
    """Return what the sections are made from, with what several reports tell known as told once."""
    copies = find_copies(reports)
    acts = acts_told(reading, reports, load_gazetteer(), copies)
    repeats = repeated(reading, acts, copies)
    return Material(
        case,
        reading,
        reports,
        Citer.of(reading, passages, several=len(reports) > 1, repeats=repeats),
        bargain(case),
        outcomes(case),
        promises(case),
        examples,
        acts,
        copies,
    )


def _drafted(marks: list[bool]) -> Drafted:
    if not any(marks):
        return Drafted.NOTHING
    return Drafted.ALL if all(marks) else Drafted.SOME


def _all_read(material: Material) -> tuple[str, ...]:
    day, reports = material.case.snapshot, material.reports
    at = (f"State of affairs on {day.day} {day:%B %Y}",) if day else ()
    lines = {report.id: _read(report) for report in reports}
    names = {report.id: _name(report) for report in reports}
    for copy, original in material.copies.items():
        lines[copy] += f"; a copy of {names[original]}, in most of its words"
    return (*lines.values(), *at)


def _name(report: Report) -> str:
    return f"“{report.title}”" if report.title else f"report “{report.id}”"


def _read(report: Report) -> str:
    name = capital(_name(report))
    publisher = f", {report.publisher}" if report.publisher else ", which names no publisher"
    date = f", {report.date.day} {report.date:%B %Y}" if report.date else " and states no date"
    if report.date is None and report.publisher:
        date = ", which states no date"
    note = language_note(report)
    return f"{name}{publisher}{date}{f'; {note}' if note else ''}"
