"""The picture of a conflict."""

from __future__ import annotations

import json
from typing import Any

import pytest

from goodoffices.brief.conflict_chart import conflict_chart, conflict_lines, draw_conflict, strongest
from goodoffices.brief.drawing import safe_svg
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.landscape import landscape
from goodoffices.models.graph.origins import Words
from goodoffices.models.graph.preferences import Priorities
from goodoffices.models.graph.states import Option


def truce(north: str = "North") -> Conflict:
    """Return a conflict in which both would sign once North has."""
    return option_form(
        name="Truce",
        decision_makers=[north, "South"],
        options=[Option("sign", north), Option("seal", "South")],
        preferences={north: Priorities(("sign", "seal")), "South": Priorities(("sign iff seal",))},
    )


def marks(chart: Any, kind: str) -> list[dict[str, Any]]:  # noqa: ANN401 - an Altair chart
    """Return the values of the layers drawn with a mark."""
    spec = json.loads(chart.to_json())
    return [
        value for layer in spec["layer"] if layer["mark"]["type"] == kind for value in layer["data"]["values"]
    ]


def test_shapes_and_words_tell_states_apart() -> None:
    """Square, disc and ring stand for status quo, equilibrium and a state on the way; text says the same."""
    shown = landscape(truce(), start="NN", concepts=("R",)).outcome
    points = [each for each in marks(conflict_chart(shown), "point") if "shape" in each]
    assert [(each["name"], each["shape"], each["concept"]) for each in points] == [
        ("SQ", "square", ""),
        ("E1", "circle", "R"),
        ("P1", "circle", ""),
    ]
    assert points[1]["size"] > points[2]["size"]


def test_arrows_carry_the_movers_name_and_point_along_the_line() -> None:
    """Two improvements straight down turn the triangle upside down."""
    shown = landscape(truce(), start="NN", concepts=("R",)).outcome
    chart = conflict_chart(shown, Words({"North": "The North"}))
    assert {each["label"] for each in marks(chart, "text") if "label" in each} == {"The North", "South"}
    assert [each["angle"] for each in marks(chart, "point") if "angle" in each] == [180.0, 180.0]


def test_what_is_not_reached_stands_below() -> None:
    """An equilibrium without a path from the status quo has a row of its own, and a line that says so."""
    shown = landscape(truce(), start="YY").outcome
    places = {each["name"]: each["y"] for each in marks(conflict_chart(shown), "point") if "name" in each}
    assert all(places[spot.name] > places["SQ"] for spot in shown.held if not spot.start)
    lines = conflict_lines(truce(), shown)
    assert lines[0] == "SQ: the status quo, holds by R"
    assert "E1: holds by GMR, not reached by improvements" in lines


def test_the_chart_says_what_its_names_stand_for_and_why_there_are_no_arrows() -> None:
    """A notebook shows the picture without a caption, so the picture carries its own."""
    alone = conflict_chart(landscape(truce(), start="YY").outcome).to_dict()["title"]["text"]
    assert alone[0].startswith("SQ is YY; E1 is ")
    assert "No arrows: no series of moves that each serve whoever makes them" in " ".join(alone)
    linked = landscape(truce(), start="NN", concepts=("R",)).outcome
    assert "No arrows" not in " ".join(conflict_chart(linked).to_dict()["title"]["text"])
    assert "title" not in conflict_chart(linked, titled=False).to_dict()


def test_the_words_say_what_the_picture_shows() -> None:
    """States first, then arrows with what the mover does."""
    shown = landscape(truce(), start="NN", concepts=("R",)).outcome
    assert conflict_lines(truce(), shown) == (
        "SQ: the status quo",
        "E1: holds by R",
        "P1: a state on the way",
        "SQ to P1: North would gain if it decided to take sign",
        "P1 to E1: South would gain if it decided to take seal",
    )


def test_what_is_not_drawn_is_counted() -> None:
    """Of four equilibria two are shown."""
    idle = option_form(
        name="Idle",
        decision_makers=["A"],
        options=[Option("x", "A"), Option("y", "A")],
        preferences={"A": Priorities(("true",))},
    )
    shown = landscape(idle, most=2).outcome
    assert conflict_lines(idle, shown)[-1] == "two further outcomes that hold are not drawn"
    assert draw_conflict(shown).startswith("<svg")


def test_the_drawing_is_harmless() -> None:
    """Control characters and markup in a name neither end the drawing nor act in it."""
    shown = landscape(truce("<b>\u0000\u202eNorth"), start="NN", concepts=("R",)).outcome
    svg = safe_svg(draw_conflict(shown))
    assert "<b>" not in svg
    assert "\u0000" not in svg
    assert "⟦U+202E⟧" in svg


@pytest.mark.parametrize(
    ("concepts", "named"),
    [
        (("R", "GMR", "SMR", "SEQ", "SSEQ"), "R"),
        (("GMR", "SMR", "SEQ", "SSEQ"), "SSEQ"),
        (("GMR", "SMR", "SEQ"), "SMR, SEQ"),
        (("GMR",), "GMR"),
        ((), ""),
    ],
)
def test_only_what_is_not_implied_is_named(concepts: tuple[str, ...], named: str) -> None:
    """R implies all others, SSEQ implies SEQ and SMR, each of which implies GMR."""
    assert strongest(concepts) == named
