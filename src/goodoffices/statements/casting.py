"""Who takes part in an interview, as far as its labels and its headings show before it is read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from goodoffices.reports.report import Report, Span
from goodoffices.statements.affiliation import Affiliations, affiliations
from goodoffices.statements.affiliation_clues import Where
from goodoffices.statements.cast import Cast, Parse, Speakers
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.framed_names import framed_names
from goodoffices.statements.guests import has_several
from goodoffices.statements.home import home_of
from goodoffices.statements.labels import in_ordinary_letters, is_short, talk, without_titles
from goodoffices.statements.names import Names
from goodoffices.statements.own_side import own_side
from goodoffices.statements.record_owner import record_owner
from goodoffices.statements.roll import Roll
from goodoffices.statements.speaking_turns import Part, Turn
from goodoffices.statements.statement import Actor
from goodoffices.statements.told_lines import Line, answer_lines, parsed, told_lines

HEAD = 600
"""Characters at the head of a report in which a line may say whose briefing it is."""
LONGEST_LINE = 120
"""Characters of the longest line that is taken for a heading."""
_FOOT = re.compile(rf"\n\s*\((?P<line>[^()\n]{{3,{LONGEST_LINE}}})\)\s*$")
FEWEST_SPACES = 6
"""Spaces in a line with a stop that is a sentence of the text, and no place with a time of day."""
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
        told = _told(report, parts, parse, names, cast.wanted)
        roll.issuer = _issuer(report, parts, parse, names)
        cast.affiliations = replace(told, issuer=roll.issuer, presiding=_presiding(parts))
    elif _briefs(report):
        roll.issuer = _issuer(report, parts, parse, names)
    return Speakers(parse, names, discourse, roll, cast)


def _told(report: Report, parts: Parts, parse: Parse, names: Names, wanted: frozenset[str]) -> Affiliations:
    """Return for whom people act by what stands beside the answers of an interview."""
    told = tuple(parsed(told_lines(report, parts), parse, names, report))
    spoken = [line.text for line in answer_lines(report, parts)]
    found = affiliations(told, wanted, lambda: parsed(answer_lines(report, parts), parse, names, report))
    return replace(found, side=own_side(told, spoken, names.gazetteer))


def _issuer(report: Report, parts: Parts, parse: Parse, names: Names) -> Actor | None:
    """Return whose record a report is, by the lines at its head, else by a line in brackets at its foot."""
    foot = _FOOT.search(report.text)
    lines = _heading_lines(report, parts)
    ordinary = [in_ordinary_letters(line) for line in lines]
    for forms in (ordinary, lines, [foot["line"]] if foot else []):
        head = list(parsed((Line(form, Where.INTRODUCTION) for form in forms), parse, names, report))
        owner = record_owner(head, names.gazetteer)
        if owner is not None:
            return owner
    return None


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


def _presiding(parts: Parts) -> str:
    """Return the last name, in small letters, of the one who gives at least half of the named answers."""
    turns = [turn for _, turn in parts if turn is not None]
    names = Counter(last_word(turn.name) for turn in turns if turn.part is Part.NAMED and turn.name)
    name, often = names.most_common(1)[0] if names else ("", 0)
    asked = any(turn.part is Part.QUESTION for turn in turns)
    return name if asked and often > 1 and 2 * often >= names.total() else ""


def _heading_lines(report: Report, parts: Parts) -> list[str]:
    """Return the lines before anybody speaks, or before the first paragraph where nobody does."""
    end = report.text.rfind("\n", 0, _first(parts)) + 1 or HEAD
    lines = report.text[: min(end, HEAD)].splitlines()
    if not _first(parts):
        lines = list(takewhile(lambda line: not _is_sentence(line), lines))
    return [line for line in lines if 0 < len(line) <= LONGEST_LINE]


def _is_sentence(line: str) -> bool:
    """Tell whether a line is one of the text below a head: a long one, or one with a stop."""
    return len(line) > LONGEST_LINE or (line.rstrip().endswith(".") and line.count(" ") >= FEWEST_SPACES)


def _briefs(report: Report) -> bool:
    """Tell whether a line at the head calls a report a briefing, a press release or the like."""
    told = re.findall(r"[a-z]+", " ".join(_heading_lines(report, ())).lower())
    return not talk("record_word").isdisjoint(told)


def _first(parts: Parts) -> int:
    """Return where the first one speaks; 0 where nobody does."""
    return next((span.start for span, turn in parts if turn is not None), 0)


def last_word(name: str) -> str:
    """Return the last word of a name, in small letters."""
    return name.casefold().rpartition(" ")[2]
