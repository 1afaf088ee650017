"""What a result hangs on."""

from __future__ import annotations

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.likelihood import BaseRate, Judgement, Reckoning, Source, likelihood
from goodoffices.models.guarantees.rules import AtLeast
from goodoffices.models.guarantees.sensitivity import action_along, action_sensitivity, swings

SOURCES: dict[str, Source] = {
    "a": Judgement(Interval(0.2, 0.5, 0.9), "A. Coder"),
    "b": BaseRate(7, 10, "a class", "a study"),
    "c": Reckoning(
        Interval(0.5, 1.0, 1.5),
        Interval.exactly(0.4),
        Interval(0.0, 0.2, 0.4),
        Interval(0.2, 0.5, 0.6),
        Interval(0.9, 1.0, 1.1),
        "A. Coder",
    ),
}


def test_the_input_with_the_widest_swing_comes_first() -> None:
    """Inputs are ranked by how far they move the result, whichever way."""
    solution = swings(
        lambda values: values["x"] - 3 * values["y"],
        {"x": Interval(0, 1, 2), "y": Interval(0, 1, 1), "z": Interval(0, 0, 1)},
    )
    assert [(swing.name, swing.width) for swing in solution.outcome] == [("y", 3.0), ("x", 2.0), ("z", 0.0)]
    assert solution.outcome[0].at_low == 1.0
    assert solution.witness == -2.0


def test_a_reckoning_is_taken_apart_and_the_correlation_is_an_input() -> None:
    """Each of the five values of a reckoning is moved by itself."""
    solution = action_sensitivity(AtLeast(("a", "b", "c"), 2), SOURCES, correlation=Interval(0.0, 0.3, 0.9))
    names = [swing.name for swing in solution.outcome]
    assert names[0] == "a"
    assert sorted(names) == sorted(["a", "b", "correlation", *(f"c: {part}" for part in Reckoning.inputs())])
    widths = {swing.name: swing.width for swing in solution.outcome}
    assert widths["c: win_change"] == 0.0
    assert widths["c: stake"] > 0.0


def test_the_middle_is_the_probability_itself() -> None:
    """With all inputs at their middles the result is the model's own."""
    rule = AtLeast(("a", "b", "c"), 2)
    h = {name: likelihood(source).outcome.mid for name, source in SOURCES.items()}
    solution = action_sensitivity(rule, SOURCES, attacker="b")
    assert solution.witness == pytest.approx(probability_of_action(rule, h, attacker="b").outcome.mid)
    assert {swing.name: swing.width for swing in solution.outcome}["b"] == 0.0


def test_the_probability_is_followed_along_the_input_that_moves_it_most() -> None:
    """From the lowest value to the highest, through what the sensitivity gives at both ends."""
    rule, span = AtLeast(("a", "b", "c"), 2), Interval(0.0, 0.3, 0.9)
    widest = action_sensitivity(rule, SOURCES, correlation=span).outcome[0]
    solution = action_along(rule, SOURCES, correlation=span, steps=4)
    assert solution.witness == widest.name == "a"
    assert [point.at for point in solution.outcome] == pytest.approx([0.2, 0.375, 0.55, 0.725, 0.9])
    assert solution.outcome[0].result == pytest.approx(widest.at_low)
    assert solution.outcome[-1].result == pytest.approx(widest.at_high)
    chosen = action_along(rule, SOURCES, "c: stake", steps=1)
    assert [point.at for point in chosen.outcome] == [0.5, 1.5]
    with pytest.raises(ModelError, match="no input 'd' is known; there are a, b, c: stake"):
        action_along(rule, SOURCES, "d")
