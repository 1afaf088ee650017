"""What an interview says beside its answers, line by line: introduction, captions, questions, credits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from goodoffices.reports.report import Report, Span
from goodoffices.statements.affiliation import Told
from goodoffices.statements.affiliation_clues import Where
from goodoffices.statements.attribution import Attribution
from goodoffices.statements.coreference import Discourse
from goodoffices.statements.labels import in_ordinary_letters
from goodoffices.statements.names import Names, find_mentions
from goodoffices.statements.passage import Parse, parse_text
from goodoffices.statements.roll import Roll
from goodoffices.statements.short_names import with_short_names
from goodoffices.statements.speaking_turns import Part, Turn

_SLUG = re.compile(r"^[A-Z][A-Z .'’-]{3,30}(?=:\s)")
MARGIN = 50
"""Characters from which on a line may be broken at the margin and not end."""
FIRST_ANSWERS = 12
LONGEST_ANSWER = 2_000
"""Characters of an answer that are looked at for names."""
TOLD = frozenset({Part.NARRATION, Part.QUESTION, Part.ASIDE})


@dataclass(frozen=True, slots=True)
class Line:
    """A line of an interview that is no answer, and where it stands."""

    text: str
    where: Where


def parsed(lines: Iterable[Line], parse: Parse, names: Names, report: Report) -> Iterator[Told]:
    """Yield lines parsed, each with what resolves its names."""
    roll = Roll(names.gazetteer, report.text)
    for line in lines:
        doc = parse(parse_text(line.text))
        mentions = with_short_names(doc, find_mentions(doc, names, report.date), roll)
        yield Told(doc, Attribution(names.gazetteer, mentions, Discourse(), roll), line.where)


def told_lines(report: Report, parts: Sequence[tuple[Span, Turn | None]]) -> Iterator[Line]:
    """Yield what stands before, between and behind the answers, and the questions."""
    first = next((span.start for span, turn in parts if turn is not None), 0)
    voices = [(turn.name, span.end) for span, turn in parts if turn is not None and turn.name]
    heard = next((end for name, end in voices if name != voices[0][0]), 0)
    for text, start, turn in _pieces(report, parts):
        if turn is None or _is_told(turn, text) or (start < heard and turn.part is Part.NAMED):
            asks = turn is not None and turn.part is Part.QUESTION
            outside = Where.INTRODUCTION if start < first else Where.BEHIND
            where = Where.QUESTION if asks else outside
            lines = (_plain(line.rstrip(":")) for line in _lines(text))
            yield from (Line(line, where) for line in lines)


def answer_lines(report: Report, parts: Sequence[tuple[Span, Turn | None]]) -> Iterator[Line]:
    """Yield the first answers, which show where a war goes on that the questions do not name."""
    answers = (span for span, turn in parts if turn is not None and turn.part in {Part.ANSWER, Part.NAMED})
    for span in islice(answers, FIRST_ANSWERS):
        yield Line(report.cut(span)[:LONGEST_ANSWER], Where.BEHIND)


def _plain(line: str) -> str:
    """Return a line, or the slug with which it begins, in ordinary letters: 'CHAD: Minister hopeful'."""
    return _SLUG.sub(lambda found: in_ordinary_letters(found.group()), in_ordinary_letters(line))


def _pieces(
    report: Report, parts: Sequence[tuple[Span, Turn | None]]
) -> Iterator[tuple[str, int, Turn | None]]:
    """Yield all that is read of a report, also what stands between its parts, such as headlines."""
    waiting = list(reversed(parts))
    for passage in report.readable():
        start = passage.start
        while waiting and waiting[-1][0].start < passage.end:
            span, turn = waiting.pop()
            yield report.text[start : span.start], start, None
            yield report.cut(span), span.start, turn
            start = max(start, span.end)
        yield report.text[start : passage.end], start, None


def _is_told(turn: Turn, text: str) -> bool:
    """Tell whether a passage is no answer; nobody calls himself by his own surname as the credits do."""
    if turn.part in TOLD:
        return True
    own = (turn.name or "").rpartition(" ")[2]
    return bool(own) and re.search(rf"\b{re.escape(own)}\b", text, re.IGNORECASE) is not None


def _lines(text: str) -> Iterator[str]:
    """Yield the lines of a text, those of a paragraph that is broken at the margin as one."""
    for block in re.split(r"\n\s*\n", text):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        wrapped = len(lines) > 1 and all(len(line) >= MARGIN for line in lines[:-1])
        yield from [" ".join(lines)] if wrapped else lines
