"""Decisions listed point by point: 'The Security Council, … 1. Calls upon …; 2. Demands …'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from goodoffices.reports.report import Report
from goodoffices.statements.acts import cues
from goodoffices.statements.attributing_words import attributing_verbs
from goodoffices.statements.roll import Roll
from goodoffices.statements.statement import Actor

_LEADS = (
    r"(?:At|In|On|After|Following|Having|With|Under|Upon|During|Considering|Conscious|Noting|Recalling|Regarding"
    r"|Concerning|As|Convinced|Concerned|Turning|Finally|Furthermore|Accordingly|Therefore)"
)
_DECIDING = re.compile(r"\s*[“\"]?The\s+(?P<body>[A-Z][^.;:,“”\"\n]{3,90}?)\s*[,:]\s*")
_BODY = r"(?P<body>[A-Z][\w’'-]*(?:,? (?:[A-Z][\w’'-]*|of|and|the|for|on|in))*)"
_WHEN = r"(?:,\s+(?:meeting|having|acting|recalling|convened|assembled|after|at|in|on|under)\b[^:]*)?"
_THEN = r"(?:,?\s+(?:therefore|also|further|then|accordingly|unanimously|hereby|today))?,?"
_LED_IN = re.compile(
    rf"(?:.*[.;]\s+)?(?:\(?\d{{1,2}}[.)]\s+)?(?:(?P<lead>{_LEADS})\b[^.:;]*?(?:,|\d|[A-Z]\w+)\s+the|The)\s+"
    rf"{_BODY}{_WHEN}{_THEN}(?P<end>[:,])\s*",
    re.DOTALL,
)
"""A sentence that leads in to a list of decisions: 'Having heard the report, the Summit:'."""
_BARE = re.compile(r"\s*(?P<body>Council|Assembly|Summit|Conference|Committee|Commission)\s*[,:]\s*")
_POINT = re.compile(r"\s*[“\"]?(?:\(?\d{1,2}[.)]|\(?[a-z]{1,3}\)|[-–—•*▪])\s+")
_ADVERBS = r"(?:(?:Also|Further|Again|Strongly|Solemnly|Firmly|Urgently|Once again|Hereby)\s+)?"
_VERB = re.compile(rf"{_ADVERBS}(?P<verb>[A-Za-z][a-z]+(?:s|ed)|[A-Z]{{3,}}S)\b")
_GROUND = re.compile(rf"\s*[“\"]?{_ADVERBS}(?:Deeply\s+)?[A-Za-z][a-z]+ing\b")
_UNREAD = re.compile(_POINT.pattern + r"(?:[a-z]|[A-Z]\w+s (?:note|part|up|into|its|that|the)\b)")
"""A point whose verb says nothing that is read, such as '1. Takes note of the report'."""
_SHOUTED = re.compile(r"[A-Z]{3,}(?: [A-Z]{2,})*\b")
_OF = re.compile(r" (?:of|on|for|in|and)\b")
LONGEST = 12
"""Words of the longest line that names who decides."""
AUTHORED = re.compile(r"\s*(?:\w+ )?[Rr]eport of the (?P<office>[A-Z][\w-]+(?: [A-Z][\w-]+)*)\b")
OPENING = 5
"""Passages at the head of a report that may say who writes it."""


@dataclass(frozen=True, slots=True)
class Point:
    """A passage that lists a decision, or a ground for one.

    Attributes:
        body: Who decides, in the report's words.
        subject: Where the passage starts behind its number; 0 where it has none.
    """

    body: str
    subject: int = 0

    def text(self, passage: str) -> str:
        """Return the passage with 'It' in place of its number, so that it is a sentence; offsets stay.

        'I' stands for a dash or a dot, which leaves no room for more; capitals are given in small letters.
        """
        if not self.subject:
            return passage
        rest = _SHOUTED.sub(lambda found: found.group().lower(), passage[self.subject :], count=1)
        own = "It" if self.subject > len("It") else "I"
        return own.ljust(self.subject) + rest[:1].lower() + rest[1:]


def points(texts: Iterable[str]) -> tuple[Point | None, ...]:
    """Return for each passage of a report the point that it is, or None.

    A line of its own that names a body ("The Security Council,"), or a sentence that leads in to what one
    decides ("Having heard the report, the Summit:"), opens a list. Numbered passages that start
    with a verb are its decisions, those that start with a participle its grounds; any other one ends it.
    """
    found: list[Point | None] = []
    body: str | None = None
    for text in texts:
        point = None if body is None else _point(text, body)
        found.append(point)
        if point is None and not (body is not None and _UNREAD.match(text)):
            body = _deciding(text)
    return tuple(found)


def _deciding(text: str) -> str | None:
    line = (_DECIDING.fullmatch(text) or _BARE.fullmatch(text)) if len(text.split()) <= LONGEST else None
    line = line or _LED_IN.fullmatch(text)
    return line["body"] if line is not None else None


def _point(text: str, body: str) -> Point | None:
    number = _POINT.match(text)
    if number is None:
        return Point(body) if _GROUND.match(text) else None
    verb = _VERB.match(text, number.end())
    known = verb is not None and any(form in _verbs() for form in _base_forms(verb["verb"].lower()))
    return Point(body, number.end()) if known else None


def _base_forms(verb: str) -> Iterator[str]:
    """Yield the dictionary forms that a verb in the present or the past can have."""
    yield from (verb[:-1], verb[:-2])
    if verb.endswith(("ies", "ied")):
        yield verb[:-3] + "y"


@cache
def _verbs() -> frozenset[str]:
    return frozenset(word for word, _ in (*cues(), *attributing_verbs()))


def deciding(point: Point, roll: Roll) -> Actor:
    """Return who decides what a list of points says; a body that nothing knows stays without a party.

    Args:
        point: One of the points.
        roll: The parties that the report names.
    """
    entities = roll.gazetteer.lookup(point.body)
    noun = _OF.split(point.body, maxsplit=1)[0].rpartition(" ")[2].lower()
    known = entities[0] if len(entities) == 1 else roll.bearer_of(noun, capital=True)
    told = f"The {point.body}"
    return Actor(told, None, point.body) if known is None else Actor(told, known.id, known.name)


def author_of(report: Report, roll: Roll) -> Actor | None:
    """Return who writes a report in the first person: 'Report of the Secretary-General on …'.

    Args:
        report: The report.
        roll: The parties that it names.
    """
    for span in tuple(report.readable())[:OPENING]:
        told = AUTHORED.match(report.cut(span))
        body = roll.body_with(told["office"]) if told else None
        if told is not None and body is not None:
            return Actor(told["office"], body.id, body.name, role=told["office"], resolved_by="role")
    return None
