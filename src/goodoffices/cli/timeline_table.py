"""A timeline as a table in the terminal, as JSON and as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from goodoffices.brief.harmless import harmless
from goodoffices.brief.timeline_chart import SIGNS
from goodoffices.brief.what_moved import RULE, UNDATED, answer, changes, undated_lines
from goodoffices.findings.stands import LEVELS, Stand
from goodoffices.findings.timeline import Timeline, Track, direction
from goodoffices.findings.told_in import told_in
from goodoffices.findings.words import short

FORMAT = "goodoffices timeline 1"
COLUMNS = (
    "issue",
    "party",
    "day",
    "stance",
    "step",
    "about",
    "words",
    "statements",
    "reports",
    "copies",
    "reaffirms",
    "place_low",
    "place",
    "place_high",
)


def show(shown: Timeline) -> None:
    """Print who moved, and the first and last statement of each party on each issue."""
    console = Console()
    for sentence in (*answer(shown), *(f"- {change}" for change in changes(shown))):
        console.print(_text(sentence))
    if shown.tracks:
        table = Table("Issue", "Party", "First", "Last", "Moved", show_lines=True)
        for track in shown.tracks:
            last = _cell(track.last) if len(track.stands) > 1 else "only the first"
            names = (shown.issue(track.issue), shown.party(track.party))
            table.add_row(*map(_text, names), _cell(track.first), last, _verdict(track))
        console.print(table)
        console.print(RULE)
    if shown.undated:
        console.print(f"\n{UNDATED}:")
        for line in undated_lines(shown):
            console.print(f"- {_text(line)}")


def _plain(text: str) -> str:
    return " ".join(harmless(text).split())


def _text(text: str) -> str:
    return escape(_plain(text))


def _cell(one: Stand) -> str:
    told = told_in(one.reports, one.copies)
    about = f"on “{short(one.matter, 60)}”" if one.matter else ""
    words = f"“{short(one.words, 120)}”" if one.words else ""
    again = "said before" if one.reaffirms else ""
    lines = [f"{one.day}  {SIGNS[one.level]} {one.stance}", about, words, again, told]
    return "\n".join(_text(line) for line in lines if line)


def _verdict(track: Track) -> str:
    moves = track.moves()
    if moves:
        return "\n".join(_text(direction(move)) for move in moves)
    if track.comparable():
        return "no"
    return "not comparable" if len(track.stands) > 1 else ""


def record(shown: Timeline) -> dict[str, Any]:
    """Return a timeline as plain data: tracks with their stands and moves, and what has no date."""
    return {
        "format": FORMAT,
        "answer": list(answer(shown)),
        "changes": list(changes(shown)),
        "steps": list(LEVELS),
        "tracks": [
            {
                "issue": track.issue or None,
                "issue_name": shown.issue(track.issue),
                "party": track.party,
                "party_name": shown.party(track.party),
                "stands": [_stand(one) for one in track.stands],
                "moves": [
                    {
                        "about": move.first.matter or None,
                        "direction": direction(move),
                        "sure": move.sure,
                        "first": _stand(move.first),
                        "last": _stand(move.last),
                    }
                    for move in track.moves()
                ],
            }
            for track in shown.tracks
        ],
        "undated": [{"issue": one.issue or None, "party": one.party, **_stand(one)} for one in shown.undated],
    }


def _stand(one: Stand) -> dict[str, Any]:
    return {
        "day": one.day.isoformat() if one.day else None,
        "stance": one.stance,
        "step": one.level,
        "about": one.matter or None,
        "words": one.words or None,
        "statements": list(one.because),
        "reports": list(one.reports),
        "copies": list(one.copies),
        "reaffirms": one.reaffirms,
        "place": one.place.as_list() if one.place else None,
    }


def csv_text(shown: Timeline) -> str:
    """Return a timeline as CSV, one line for each stance; lists are joined by spaces."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_rows(shown))
    return text.getvalue()


def _rows(shown: Timeline) -> Iterator[tuple[object, ...]]:
    for one in (*(one for track in shown.tracks for one in track.stands), *shown.undated):
        places = one.place.as_list() if one.place else ["", "", ""]
        named = (shown.issue(one.issue), shown.party(one.party))
        yield (
            *map(_safe, named),
            one.day or "",
            _safe(one.stance),
            "" if one.level is None else one.level,
            _safe(one.matter),
            _safe(one.words),
            " ".join(one.because),
            " ".join(one.reports),
            " ".join(one.copies),
            "yes" if one.reaffirms else "no",
            *places,
        )


def _safe(text: str) -> str:
    """Return a text that a spreadsheet takes for a text and not for a formula."""
    line = _plain(text)
    return f"'{line}" if line[:1] in "=+-@" and line else line
