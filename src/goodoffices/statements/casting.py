"""Who takes part in an interview, as far as its labels and its headings show before it is read."""

from __future__ import annotations

from collections.abc import Sequence

from goodoffices.reports.report import Report, Span
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.belonging import named_in_heading
from goodoffices.statements.cast import Cast, Parse, Speakers
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.names import Names, find_mentions
from goodoffices.statements.openings import is_headline_in_capitals
from goodoffices.statements.roll import Roll
from goodoffices.statements.speaking_turns import Turn

HEAD = 600
"""Characters at the head of a report in which a line in capitals may say whose briefing it is."""


def speakers_of(
    report: Report, parts: Sequence[tuple[Span, Turn | None]], parse: Parse, names: Names
) -> Speakers:
    """Return what finds out whose words a turn is, with what is known before the report is read.

    Args:
        report: The report.
        parts: Its passages, each with whose words it is.
        parse: The parser.
        names: Names of states, organisations and people.
    """
    labels = {turn.name.casefold().rpartition(" ")[2] for _, turn in parts if turn and turn.name}
    discourse, roll = Discourse(), Roll(names.gazetteer, report.text)
    speakers = Speakers(parse, names, discourse, roll, Cast(wanted=frozenset(labels)))
    lines = report.text[:HEAD].splitlines() if any(turn is not None for _, turn in parts) else []
    for line in filter(is_headline_in_capitals, lines):
        doc = parse(line)
        owner = named_in_heading(
            doc, Attribution(names.gazetteer, find_mentions(doc, names, None), discourse, roll)
        )
        if owner is not None:
            speakers.cast.headings[owner.party or ""] = owner
    return speakers
