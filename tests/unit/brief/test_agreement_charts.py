"""Pictures of a bargaining problem without a case."""

from __future__ import annotations

from typing import Any

from lxml import etree

from goodoffices.brief.agreement_charts import (
    acceptance_chart,
    acceptance_in_words,
    draw,
    frontier_chart,
    frontier_in_words,
)
from goodoffices.brief.positions_chart import position_map, position_map_in_words
from goodoffices.case.conditions import parse_condition
from goodoffices.case.values import Interval
from goodoffices.findings.acceptance import judged
from goodoffices.findings.agreement_words import Labels
from goodoffices.findings.frontier import FrontierPoints, frontier_points
from goodoffices.models.bargaining.parties import Demand, Issue, Party, values_by_distance
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.robustness import Ranges
from goodoffices.workspace.position_labels import position_labels
from goodoffices.workspace.positions import PositionRow, positions_problem

TROOPS = Issue("troops", ("none", "some", "many"), (0, 50, 100))
LINE = Demand("firm", "north", "no troops", parse_condition("troops in {some, many}"))
PEOPLE = tuple(
    Party(
        name,
        True,
        {"troops": 1.0},
        {"troops": values_by_distance(TROOPS, ideal)},
        0.5,
        lines,
        {"troops": ["some"]} if not lines else {},
        {"troops": wish},
    )
    for name, ideal, lines, wish in (("north", 0.0, (LINE,), "none"), ("south", 80.0, (), 80.0))
)
PROBLEM = Problem((TROOPS, Issue("rule", ("veto", "vote"))), (*PEOPLE, Party("mute", must_sign=False)))
NAMES = Labels(parties={"north": "North\x07land"}, issues={"troops": "Troops"}, proposals={"p": "a plan"})


def written(chart: Any) -> str:  # noqa: ANN401 - altair is loaded late
    """Draw a chart and return its words."""
    return " ".join(str(text) for text in etree.fromstring(draw(chart).encode()).itertext())


def test_the_map_shows_intervals_and_hatched_red_lines() -> None:
    """One bar for the interval, one zone with slanting lines for both options ruled out, in words as well."""
    ranges = Ranges(places={"south": {"troops": Interval(70, 80, 95)}})
    chart = position_map(PROBLEM, ranges, NAMES)
    strip = chart.to_dict()["vconcat"][0]
    zones, hatching, ideals = (strip["layer"][number]["data"]["values"] for number in range(3))
    assert zones == [{"party": "North⟦U+0007⟧land", "place": 25.0, "high": 102.0}]
    assert len(hatching) > 20
    assert all(25 < line["place"] < 102 for line in hatching)
    assert ideals[1] == {"party": "south", "place": 70, "mid": 80, "high": 95}
    assert "Troops" in written(chart)
    assert position_map_in_words(PROBLEM, ranges, NAMES) == (
        "Troops, North\x07land: ideal at 0; rules out b and c",
        "Troops, south: ideal at 80 (70 to 95); could live with b",
    )
    assert position_map_in_words(PROBLEM)[1] == "troops, south: ideal at 80; could live with b"


def test_red_lines_of_a_table_are_hatched_from_their_limit_on() -> None:
    """Who must sign begins to rule out at its limit, on either side; of others half-way is drawn."""
    rows = [
        PositionRow("North", "T1_army_size", 10, 5, 20, red_line=True),
        PositionRow("South", "T1_army_size", 90, 80, 100, red_line=True),
        PositionRow("Mediator", "T1_army_size", 50, 40, 90, red_line=True),
    ]
    sign = ["North", "South"]
    problem = positions_problem(rows, sign=sign)
    chart = position_map(problem)
    strip = chart.to_dict()["vconcat"][0]
    zones, accepted = (strip["layer"][number]["data"]["values"] for number in (0, 3))
    assert [(zone["party"], zone["place"], zone["high"]) for zone in zones] == [
        ("North", 20, 102.0),
        ("Mediator", -2.0, 50.0),
        ("Mediator", 95.0, 102.0),
        ("South", -2.0, 80),
    ]
    assert [one["place"] for one in accepted if one["party"] == "North"] == [5, 10, 20]
    assert strip["title"]["text"] == "T1 army size"
    assert strip["title"]["subtitle"] == ["a: 5, b: 10, c: 20, d: 80, e: 90, f: 100"]
    assert "could live with a, b and c; rules out d, e and f" in position_map_in_words(problem)[0]
    named = position_map(problem, labels=position_labels(rows, sign)).to_dict()["vconcat"][0]["title"]
    assert named["text"] == "army size (T1)"
    assert named["subtitle"][0] == "a: 5 (the limit of what North accepts)"
    assert "Hatched: ruled out by a red line" in written(chart)


def test_the_frontier_shades_where_both_gain() -> None:
    """Only none respects the red line, and both its worths are told."""
    points = frontier_points(PROBLEM, "north", "south")
    chart = frontier_chart(points, NAMES)
    layers = chart.to_dict()["layer"]
    assert layers[0]["mark"]["type"] == "rect"
    assert layers[0]["data"]["values"] == [{"low": 0.5, "high": 1, "from": 0.5, "to": 1}]
    assert "worth to North⟦U+0007⟧land" in written(chart)
    assert frontier_in_words(points) == (
        "no agreement is worth 0.50 to north",
        "no agreement is worth 0.50 to south",
        "the frontier has one point, from 1.00 for north with 0.20 for south",
        "at no of these points both are as well off as without agreement",
        "no package is acceptable to all",
    )


def test_the_frontier_says_what_its_signs_stand_for_and_what_it_lacks() -> None:
    """Only signs that are in the picture are explained; no frontier and no shading are said."""
    told = frontier_chart(frontier_points(PROBLEM, "north", "south")).to_dict()["title"]["subtitle"]
    assert "Crosses: break a red line or a limit of one who must sign." in told
    assert "Shaded: both are as well off as without agreement." in told
    bare = FrontierPoints("a", "b", (None, None), (), ((0.1, 0.1),), (), ((0.2, 0.8),), listed=True)
    told = frontier_chart(bare).to_dict()["title"]["subtitle"]
    assert "No diamonds: no package keeps every red line and limit." in told
    assert "Discs: acceptable to all who must sign." in told
    assert "No shading: not both walk-away values are known." in told
    empty = FrontierPoints("a", "b", (None, None), (), (), (), (), listed=False)
    assert len(frontier_chart(empty).to_dict()["title"]["subtitle"]) == 2
    assert "title" not in frontier_chart(bare, titled=False).to_dict()


def test_a_frontier_without_floors_or_without_points_says_so() -> None:
    """Without walk-away values nothing is shaded; where all break a red line that is said."""
    bare = FrontierPoints("a", "b", (None, 0.4), ((0.2, 0.8), (0.7, 0.3)), ((0.2, 0.8),), (), (), True)
    kinds = [layer["mark"]["type"] for layer in frontier_chart(bare).to_dict()["layer"]]
    assert kinds == ["rule", "point", "point", "point", "line", "point"]
    assert frontier_in_words(bare)[1:] == (
        "the frontier has two points, from 0.20 for a with 0.80 for b to 0.70 for a with 0.30 for b",
        "some packages are acceptable to all",
    )
    far = FrontierPoints("a", "b", (None, None), ((0.2, 0.8),), (), (), (), False)
    assert len(frontier_in_words(far)) == 1
    nothing = FrontierPoints("a", "b", (0.1, 0.4), (), (), (), ((0.5, 0.5),), True)
    assert frontier_in_words(nothing)[-1].startswith("every package breaks a red line")


def test_the_matrix_has_a_sign_in_each_field() -> None:
    """Signs and words say what the colours say."""
    matrix = judged(PROBLEM, {"p": {"troops": "many"}, "q": {"troops": "none", "rule": "vote"}})
    told = written(acceptance_chart(matrix, NAMES))
    for words in ("A plan", "✕ breaks a red line", "✓ acceptable", "▼ below walk-away value"):
        assert words in told
    assert acceptance_in_words(matrix, NAMES) == (
        "A plan: North\x07land: breaks a red line; south: acceptable",
        "Q: North\x07land: acceptable; south: below walk-away value",
    )
    assert len(acceptance_in_words(matrix)) == 2
    assert "P" in written(acceptance_chart(matrix))
