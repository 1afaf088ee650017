"""A timeline as a page: who moved, the table, the pictures, and the reports that it cites."""

from __future__ import annotations

from collections.abc import Sequence

import goodoffices
from goodoffices.brief.citing import Citer
from goodoffices.brief.page import Brief, Claim, Drafted
from goodoffices.brief.passages import number_passages, sources
from goodoffices.brief.what_moved import answer, changes, what_moved
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.timeline import Timeline
from goodoffices.findings.words import counted
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Reading


def timeline_page(
    shown: Timeline, reading: Reading, reports: Sequence[Report], *, title: str = "Positions over time"
) -> Brief:
    """Return a page about movement; of the reports it holds those that the first and last words are from.

    Args:
        shown: The timeline.
        reading: The statements that it rests on.
        reports: The reports that they are from.
        title: Heading of the page.

    Raises:
        BriefError: The reading cites a report that was not given.
        EvidenceError: Words are not where the reading says.
    """
    cited = {id_ for track in shown.tracks for one in (track.first, track.last) for id_ in one.because}
    words = [one.evidence for one in reading.statements if one.id in cited]
    named = {each.report for each in words}
    kept = tuple(report for report in reports if report.id in named)
    passages = number_passages(words, kept)
    known = Reading(tuple(one for one in reading.statements if one.id in cited))
    citer = Citer.of(known, passages, several=len(kept) > 1)
    days = sorted(one.day for track in shown.tracks for one in track.stands if one.day)
    span = f", {days[0].isoformat()} to {days[-1].isoformat()}" if days else ""
    read = f"{counted(len(reports), 'report')} with statements on positions{span}"
    (said,) = answer(shown)
    claims = (Claim(Finding(said, Basis.COMPUTED), "as reported and coded", parts=changes(shown)),)
    return Brief(
        title=title,
        read=(read,),
        note=_unconfirmed(known),
        short_answer=claims,
        sections=(what_moved(shown, citer),),
        passages=passages,
        sources=sources(kept, passages),
        version=goodoffices.__version__,
        drafted=Drafted.ALL if _all_drafted(shown, known) else Drafted.NOTHING,
        heading="Timeline",
    )


def _all_drafted(shown: Timeline, known: Reading) -> bool:
    """Tell whether all of it was read by a program: nobody confirmed a statement or coded a position."""
    coded = any(not one.because for track in shown.tracks for one in track.stands)
    return bool(known.statements) and not coded and not any(one.confirmed_by for one in known.statements)


def _unconfirmed(known: Reading) -> str | None:
    """Say how many of the statements behind the page nobody has confirmed."""
    loose = sum(not one.confirmed_by for one in known.statements)
    if not loose:
        return None
    return (
        f"Of {counted(len(known.statements), 'statement')} behind this page, {loose} were read by a program, "
        "and nobody has confirmed them yet; compare the words."
    )
