"""The picture of one issue over time: a row for each party and matter, a sign for each stance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from goodoffices.brief.harmless import harmless
from goodoffices.findings.stands import AGAINST, CONDITIONAL, FOR, OPEN, SPEAKS_FOR, Stand
from goodoffices.findings.timeline import Timeline, Track
from goodoffices.findings.words import short

WIDTH = 270
"""Width of the time axis in pixels; with the names it fits a phone near its own size."""
INK, GREY = "#1c2430", "#5b6672"
COLOURS = {
    AGAINST: "#8c1d18",
    OPEN: "#7a5200",
    CONDITIONAL: "#7a5200",
    SPEAKS_FOR: "#1d5c2e",
    FOR: "#1d5c2e",
    None: GREY,
}
SIGNS = {AGAINST: "✕", OPEN: "○", CONDITIONAL: "◐", SPEAKS_FOR: "+", FOR: "✓", None: "·"}
"""Sign of each step; the sign says the same as the colour."""
KEY = (
    "One row for each party and matter; letters stand for matters. ✕ against it, ○ open to it, ◐ for it "
    "under a condition, + speaks for it, ✓ for it, · says something that is no step. In rows marked “coded” "
    "a number is the place on the issue’s scale that an analyst holds most credible."
)
_MOST_DAYS = 6


def issue_chart(shown: Timeline, issue: str) -> Any:  # noqa: ANN401 - altair is loaded late
    """Return an Altair chart of one issue, to be shown in a notebook.

    Lines join what a party said of one matter; what names no matter stands for itself.

    Args:
        shown: The timeline.
        issue: Id of an issue that has a track.
    """
    import altair as alt  # noqa: PLC0415 - takes half a second

    rows = _rows(shown, issue)
    marks = _signs(rows)
    placed = [
        {"row": label, "day": str(one.day), "number": f"{one.place.mid:g}"}
        for label, stands in rows.items()
        for one in stands
        if one.place is not None
    ]
    days = sorted({str(one.day) for stands in rows.values() for one in stands})
    axis = alt.Axis(
        values=_spread(days), format="%-d %b %Y", labelAngle=-35, labelFontSize=11, grid=True, domain=False
    )
    scale = alt.Scale(type="utc", domain=_ends(days), nice=False, padding=14)
    across = alt.X("day:T", axis=axis, scale=scale, title=None)
    names = alt.Axis(labelLimit=150, labelFontSize=12, labelPadding=8, ticks=False, domain=False, grid=False)
    down = alt.Y("row:N", sort=list(rows), axis=names, title=None)
    layers = [
        _chart(alt, _comparable(marks))
        .mark_line(color=GREY, strokeWidth=1)
        .encode(across, down, alt.Detail("row:N")),
        _chart(alt, marks).mark_point(filled=True, size=230, color="#ffffff", opacity=1).encode(across, down),
        _chart(alt, marks)
        .mark_text(fontSize=15, fontWeight="bold")
        .encode(across, down, alt.Text("sign:N"), alt.Color("colour:N", scale=None)),
        _chart(alt, placed)
        .mark_text(fontSize=12, fontWeight="bold", color=INK)
        .encode(across, down, alt.Text("number:N")),
    ]
    return alt.layer(*layers).properties(width=WIDTH, height=alt.Step(30))


def _chart(alt: Any, values: list[dict[str, Any]]) -> Any:  # noqa: ANN401 - altair is loaded late
    return alt.Chart(alt.Data(values=values))


def _signs(rows: Mapping[str, Sequence[Stand]]) -> list[dict[str, Any]]:
    """Return the signs of what was said, with whether one may be compared with others of its row."""
    return [
        {
            "row": label,
            "day": str(one.day),
            "sign": SIGNS[one.level],
            "colour": COLOURS[one.level],
            "compared": bool(one.matter),
        }
        for label, stands in rows.items()
        for one in stands
        if one.place is None
    ]


def _comparable(marks: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the marks that say of which matter they are."""
    return [mark for mark in marks if mark["compared"]]


def _ends(days: Sequence[str]) -> list[str]:
    return [days[0], days[-1]]


def _spread(days: Sequence[str]) -> list[str]:
    """Return the first, the last and some days between for the axis."""
    if len(days) <= _MOST_DAYS:
        return list(days)
    step = (len(days) - 1) / (_MOST_DAYS - 1)
    return [days[round(number * step)] for number in range(_MOST_DAYS)]


def draw_issue(shown: Timeline, issue: str) -> str:
    """Draw one issue over time as SVG, without asking anything of the network."""
    from goodoffices.brief.agreement_charts import draw  # noqa: PLC0415 - brings the models, for pages only

    return draw(issue_chart(shown, issue))


def issue_in_words(shown: Timeline, issue: str) -> tuple[str, ...]:
    """Say in words what the picture shows, one line for each row."""
    return tuple(
        f"{label}: {'; '.join(f'{one.day.day} {one.day:%B %Y} {one.stance}' for one in stands if one.day)}"
        for label, stands in _rows(shown, issue).items()
    )


def matters_key(shown: Timeline, issue: str) -> tuple[str, ...]:
    """Say what the letters of the matters stand for."""
    return tuple(f"{letter}: {matter}" for matter, letter in _letters(shown, issue).items())


def _tracks(shown: Timeline, issue: str) -> list[Track]:
    return [track for track in shown.tracks if track.issue == issue]


def _letters(shown: Timeline, issue: str) -> Mapping[str, str]:
    matters = dict.fromkeys(
        one.matter for track in _tracks(shown, issue) for one in track.stands if one.matter
    )
    return {
        matter: chr(ord("A") + place) if place < 26 else str(place + 1)
        for place, matter in enumerate(matters)
    }


def _rows(shown: Timeline, issue: str) -> dict[str, list[Stand]]:
    """Return what stands in each row, by its label; a control character in a name would end the drawing."""
    letters = _letters(shown, issue)
    names = _names(shown, [track.party for track in _tracks(shown, issue)])
    rows: dict[str, list[Stand]] = {}
    for track in _tracks(shown, issue):
        for one in track.stands:
            tail = "coded" if one.place is not None else letters.get(one.matter, "–")
            rows.setdefault(f"{names[track.party]}, {tail}", []).append(one)
    return rows


def _names(shown: Timeline, parties: Sequence[str]) -> dict[str, str]:
    """Return short names; where two would be the same, each party is numbered, so that no row is shared."""
    names = {party: harmless(short(shown.party(party), 22)) for party in parties}
    alike = {name for name in names.values() if list(names.values()).count(name) > 1}
    return {
        party: f"{name} {place}" if name in alike else name
        for place, (party, name) in enumerate(names.items(), start=1)
    }
