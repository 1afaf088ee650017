"""Who takes part in an interview, as far as its labels and its headings show before it is read."""

from __future__ import annotations

import re
from collections.abc import Sequence

from goodoffices.reports.report import Report, Span
from goodoffices.statements.affiliation import Affiliations, affiliations
from goodoffices.statements.affiliation_clues import Where
from goodoffices.statements.belonging import named_in_heading
from goodoffices.statements.cast import Cast, Parse, Speakers
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.framed_names import framed_names
from goodoffices.statements.guests import has_several
from goodoffices.statements.home import home_of
from goodoffices.statements.labels import in_ordinary_letters, is_short, without_titles
from goodoffices.statements.names import Names
from goodoffices.statements.roll import Roll
from goodoffices.statements.speaking_turns import Part, Turn
from goodoffices.statements.told_lines import Line, answer_lines, parsed, told_lines

HEAD = 600
"""Characters at the head of a report in which a line may say whose briefing it is."""
LONGEST_LINE = 120
"""Characters of the longest line that is taken for a heading."""
Parts = Sequence[tuple[Span, Turn | None]]


def speakers_of(report: Report, parts: Parts, parse: Parse, names: Names) -> Speakers:
    """Return what finds out whose words a turn is, with what is known before the report is read.

    Args:
        report: The report.
        parts: Its passages, each with whose words it is.
        parse: The parser.
        names: Names of states, organisations and people.
    """
    labels = {turn.name.casefold().rpartition(" ")[2] for _, turn in parts if turn and turn.name}
    voices = len(labels)
    short = _in_initials(parts)
    aliases = {one.casefold(): name for one in short if (name := _named_beside(report.text, one))}
    labels = labels - {one.casefold() for one in short}
    labels |= {name.casefold().rpartition(" ")[2] for name in aliases.values()}
    framed = framed_names(report.text[: _first(parts)].splitlines())
    labels |= {name.casefold().rpartition(" ")[2] for name in framed}
    home = home_of(report.text, names)
    discourse, roll = Discourse(), Roll(names.gazetteer, report.text, home=home, initials=short)
    cast = Cast(
        wanted=frozenset(labels), voices=voices, aliases=aliases, several=_calls_several(report, parts)
    )
    cast.guest = framed[0] if len(framed) == 1 else None
    if any(turn is not None for _, turn in parts):
        cast.affiliations = _told(report, parts, parse, names, cast.wanted)
    return Speakers(parse, names, discourse, roll, cast)


def _told(report: Report, parts: Parts, parse: Parse, names: Names, wanted: frozenset[str]) -> Affiliations:
    """Return for whom people act by what stands beside the answers of an interview."""
    lines = _heading_lines(report, parts)
    forms = dict.fromkeys(form for line in lines for form in (line, in_ordinary_letters(line)))
    headings = parsed((Line(form, Where.INTRODUCTION) for form in forms), parse, names, report)
    owners = (named_in_heading(one.doc, one.attribution) for one in headings)
    organs = tuple(owner for owner in owners if owner is not None)
    told = tuple(parsed(told_lines(report, parts), parse, names, report))
    return affiliations(
        told, wanted, organs, lambda: parsed(answer_lines(report, parts), parse, names, report)
    )


def _in_initials(parts: Parts) -> frozenset[str]:
    """Return the labels that are made of initials: 'SI', 'L.W.'."""
    return frozenset(turn.name for _, turn in parts if turn and turn.name and is_short(turn.name))


def _named_beside(text: str, initials: str) -> str | None:
    """Return the name for which a text says that initials stand: 'Ana Diaz (AD)', 'AD = Ana Diaz'."""
    name, short = r"(?P<name>(?:[A-Z][\w.’'-]* ){1,3}[^\W\d_][\w’'-]+)", re.escape(initials)
    found = re.search(rf"{name},? [(\[]{short}[)\]]", text) or re.search(rf"\b{short}:? ?= ?{name}", text)
    return without_titles(found["name"]) if found else None


def _calls_several(report: Report, parts: Sequence[tuple[Span, Turn | None]]) -> bool:
    return has_several(report.cut(span) for span, turn in parts if turn and turn.part is Part.QUESTION)


def _heading_lines(report: Report, parts: Parts) -> list[str]:
    """Return the lines before anybody speaks, where the report is an interview or a transcript."""
    return [
        line for line in report.text[: min(_first(parts), HEAD)].splitlines() if 0 < len(line) <= LONGEST_LINE
    ]


def _first(parts: Parts) -> int:
    """Return where the first one speaks; 0 where nobody does."""
    return next((span.start for span, turn in parts if turn is not None), 0)
