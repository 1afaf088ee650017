"""The picture of a conflict: the status quo, what holds, and the improvements that lead there.

For notebooks as well: `conflict_chart(landscape(conflict).outcome)` is an Altair chart of any conflict.
"""

from __future__ import annotations

import math
import textwrap
from collections.abc import Mapping
from typing import Any

from goodoffices.brief.harmless import harmless
from goodoffices.findings.words import counted, joined, short
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.landscape import Landscape, Link, Spot
from goodoffices.models.graph.origins import Words
from goodoffices.models.graph.reading import PLAIN, describe_move

WIDTH = 340
"""Width in pixels; it fits a phone near its own size."""

ROW = 92
"""Pixels from one improvement to the next."""

MARGIN = 34
INK, GREY, FILL = "#1c2430", "#5b6672", "#9db4cf"
KEY = (
    "Square: the status quo (SQ). Disc: an outcome that holds where each looks at its own move only (R). "
    "Diamond: one that holds where each reckons with answers in the others’ own interest (SEQ, SSEQ). "
    "Triangle: one that holds where each reckons with any answer (GMR, SMR). Ring: a state on the way. "
    "Arrow: a move by which the party named gains. What no such moves reach stands at the bottom."
)
TITLE = 66
"""Most characters of a line above the picture."""
NO_WAY = (
    "No arrows: no series of moves that each serve whoever makes them leads from the status quo to another "
    "of these outcomes."
)
SHAPES: Mapping[str, str] = {
    "R": "circle",
    "SSEQ": "diamond",
    "SEQ": "diamond",
    "SMR": "triangle-up",
    "GMR": "triangle-up",
}
IMPLIED: Mapping[str, frozenset[str]] = {
    "R": frozenset({"SSEQ", "SEQ", "SMR", "GMR"}),
    "SSEQ": frozenset({"SEQ", "SMR", "GMR"}),
    "SEQ": frozenset({"GMR"}),
    "SMR": frozenset({"GMR"}),
}
"""What an equilibrium by a concept is an equilibrium by as well."""

Point = tuple[float, float]


def conflict_chart(shown: Landscape, words: Words = PLAIN, *, titled: bool = True) -> Any:  # noqa: ANN401 - altair is loaded late
    """Return an Altair chart of a landscape.

    Args:
        shown: The outcome of `landscape`.
        words: How to speak of the decision makers; by their names in the conflict if left out.
        titled: Whether a title says what names and signs stand for; not where that stands beside the picture.
    """
    import altair as alt  # noqa: PLC0415 - takes half a second, and most drafts have no picture

    places = _places(shown)
    height = max(y for _, y in places.values()) + MARGIN + 14
    x = alt.X("x:Q", scale=alt.Scale(domain=[0, WIDTH], nice=False), axis=None)
    y = alt.Y("y:Q", scale=alt.Scale(domain=[height, 0], nice=False), axis=None)
    lines, spots = _lines(shown, places, words), _marks(shown, places)

    def layer(values: list[dict[str, object]]) -> Any:  # noqa: ANN401 - the same
        data: Any = alt.Data
        return alt.Chart(data(values=values)).encode(x, y)

    chart = alt.layer(
        layer(lines).mark_rule(color=GREY, strokeWidth=1.3).encode(alt.X2("x2:Q"), alt.Y2("y2:Q")),
        layer([_head(line) for line in lines])
        .mark_point(shape="triangle", filled=True, size=70, color=GREY, opacity=1)
        .encode(alt.Angle("angle:Q", scale=None)),
        layer([_middle(line) for line in lines])
        .mark_text(fontSize=11, color=INK, align="left", dx=7)
        .encode(alt.Text("label:N")),
        layer(spots)
        .mark_point(stroke=INK, strokeWidth=1.6, opacity=1)
        .encode(
            alt.Shape("shape:N", scale=None),
            alt.Size("size:Q", scale=None),
            alt.Fill("fill:N", scale=None),
        ),
        layer(spots)
        .mark_text(fontSize=12, fontWeight="bold", color=INK, align="right", dx=-13)
        .encode(alt.Text("name:N")),
        layer(spots).mark_text(fontSize=11, color=INK, align="left", dx=13).encode(alt.Text("concept:N")),
    )
    chart = chart.properties(width=WIDTH, height=height, background="transparent")
    if titled:
        title = alt.TitleParams(_key(shown), fontSize=11, fontWeight="normal", anchor="start")
        chart = chart.properties(title=title)
    return chart.configure(font="sans-serif", view=alt.ViewConfig(stroke="transparent"))


def _key(shown: Landscape) -> list[str]:
    """Say what names and signs stand for, a line each, and where no arrow can be expected."""
    named = "; ".join(f"{spot.name} is {spot.state}" for spot in shown.spots if spot.name != spot.state)
    lines = textwrap.wrap(named, TITLE) if named else []
    if shown.searched and not shown.links and len(shown.spots) > 1:
        lines += textwrap.wrap(NO_WAY, TITLE)
    return [harmless(line) for line in (*lines, *textwrap.wrap(KEY, TITLE))]


def draw_conflict(shown: Landscape, words: Words = PLAIN) -> str:
    """Draw a landscape as SVG, without asking anything of the network."""
    import vl_convert  # noqa: PLC0415 - takes half a second, and most drafts have no picture

    return str(
        vl_convert.vegalite_to_svg(conflict_chart(shown, words, titled=False).to_dict(), allowed_base_urls=[])
    )


def conflict_lines(conflict: Conflict, shown: Landscape, words: Words = PLAIN) -> tuple[str, ...]:
    """Say in words what the picture shows: states, then arrows, then what is not drawn."""
    states = {spot.name: spot.state for spot in shown.spots}
    said = [_said(spot, shown) for spot in shown.spots if spot.start or spot.concepts]
    way = [spot.name for spot in shown.spots if not (spot.start or spot.concepts)]
    if way:
        said.append(f"{joined(way)}: {'states' if len(way) > 1 else 'a state'} on the way")
    for link in shown.links:
        before, after = (conflict.states.index(states[name]) for name in (link.before, link.after))
        move = describe_move(conflict, before, after, words)
        movers = joined([words.name(mover) for mover in link.movers], by="or")
        said.append(f"{link.before} to {link.after}: {movers} would gain if it decided to {move}")
    if shown.hidden > 0:
        more = counted(shown.hidden, "further outcome that holds is", "further outcomes that hold are")
        said.append(f"{more} not drawn")
    return tuple(said)


def strongest(concepts: tuple[str, ...]) -> str:
    """Name the concepts that say all: those that no other of them implies.

    Examples:
        >>> strongest(("R", "GMR", "SMR", "SEQ", "SSEQ")), strongest(("GMR", "SMR", "SEQ"))
        ('R', 'SMR, SEQ')
    """
    implied = {weaker for concept in concepts for weaker in IMPLIED.get(concept, ())}
    return ", ".join(concept for concept in concepts if concept not in implied)


def _said(spot: Spot, shown: Landscape) -> str:
    parts = ["the status quo"] if spot.start else []
    if spot.concepts:
        parts.append(f"holds by {strongest(spot.concepts)}")
    if shown.searched and spot.step is None:
        parts.append("not reached by improvements")
    return f"{spot.name}: {', '.join(parts)}"


def _places(shown: Landscape) -> dict[str, Point]:
    """Return where each state is drawn: a row for each number of improvements, the unreached below."""
    last = max((spot.step for spot in shown.spots if spot.step is not None), default=-1)
    rows: dict[int, list[str]] = {}
    for spot in shown.spots:
        rows.setdefault(last + 1 if spot.step is None else spot.step, []).append(spot.name)
    places: dict[str, Point] = {}
    for number, row in enumerate(sorted(rows)):
        names = sorted(rows[row], key=lambda name: _pull(name, shown, places))
        for place, name in enumerate(names):
            places[name] = (WIDTH * (place + 0.5) / len(names), MARGIN + ROW * number)
    return places


def _pull(name: str, shown: Landscape, places: Mapping[str, Point]) -> float:
    """Return how far to the right the states lie that lead to one, so that few arrows cross."""
    above = [places[link.before][0] for link in shown.links if link.after == name and link.before in places]
    return sum(above) / len(above) if above else WIDTH


def _marks(shown: Landscape, places: Mapping[str, Point]) -> list[dict[str, object]]:
    return [
        {
            "name": spot.name,
            "x": places[spot.name][0],
            "y": places[spot.name][1],
            "shape": _shape(spot),
            "size": 260 if spot.start or spot.concepts else 90,
            "fill": FILL if spot.concepts else "#ffffff",
            "concept": strongest(spot.concepts),
        }
        for spot in shown.spots
    ]


def _shape(spot: Spot) -> str:
    if spot.start:
        return "square"
    return next((SHAPES[concept] for concept in SHAPES if concept in spot.concepts), "circle")


def _lines(shown: Landscape, places: Mapping[str, Point], words: Words) -> list[dict[str, object]]:
    return [
        {
            "x": places[link.before][0],
            "y": places[link.before][1],
            "x2": places[link.after][0],
            "y2": places[link.after][1],
            "label": _label(link, words),
        }
        for link in shown.links
    ]


def _label(link: Link, words: Words) -> str:
    """Name the movers; a control character in a name would end the drawing program."""
    return short(harmless(joined([words.name(mover) for mover in link.movers], by="or")), 24)


def _head(line: Mapping[str, Any]) -> dict[str, object]:
    across, down = line["x2"] - line["x"], line["y2"] - line["y"]
    angle = math.degrees(math.atan2(across, -down))
    return {"x": line["x"] + 0.66 * across, "y": line["y"] + 0.66 * down, "angle": angle}


def _middle(line: Mapping[str, Any]) -> dict[str, object]:
    across, down = line["x2"] - line["x"], line["y2"] - line["y"]
    return {"x": line["x"] + 0.46 * across, "y": line["y"] + 0.46 * down, "label": line["label"]}
