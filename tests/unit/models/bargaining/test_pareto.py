"""The Pareto frontier."""

from __future__ import annotations

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem

OPTIONS = ("a", "b", "c", "d")
ISSUES = (Issue("i", OPTIONS),)


def party(name: str, *worth: float, walk_away: float | None = None, red: str = "false") -> Party:
    """Return a party that values the four options so."""
    line = Demand(f"{name}.red", name, red, parse_condition(red))
    return Party(name, True, {"i": 1.0}, {"i": dict(zip(OPTIONS, worth, strict=True))}, walk_away, (line,))


def picked(problem: Problem, among: str = "zone") -> list[str]:
    """Return the options on the frontier."""
    found = pareto_packages(problem, among="zone" if among == "zone" else "red_lines")
    return [package.terms["i"] for package in found.outcome.packages]


def test_dominated_packages_are_left_out_and_equal_ones_kept() -> None:
    """An option worse for one and better for nobody is out; equals do not dominate each other."""
    assert picked(Problem(ISSUES, (party("p", 0.2, 0.5, 0.5, 0.4), party("q", 0.8, 0.5, 0.5, 0.5)))) == [
        "a",
        "b",
        "c",
    ]


def test_frontier_of_the_zone_leaves_out_what_is_below_a_walk_away_value() -> None:
    """Walk-away values count among the zone and are set aside among packages within red lines."""
    low = party("p", 0.1, 0.5, 0.6, 0.7, walk_away=0.55, red="i = d")
    problem = Problem(ISSUES, (low, party("q", 0.9, 0.5, 0.4, 0.3)))
    assert picked(problem) == ["c"]
    assert picked(problem, "red_lines") == ["a", "b", "c"]


def test_witness_names_whose_utilities_count() -> None:
    """Parties that must sign without numbers count by their demands alone."""
    problem = Problem(ISSUES, (party("p", 0.1, 0.5, 0.6, 0.7), Party("q", accepts={"i": ["a", "b"]})))
    witness = pareto_packages(problem).witness
    assert (witness.compared, witness.counted, witness.demands_only) == (2, ("p",), ("q",))


def test_no_frontier_without_numbers() -> None:
    """Where nobody who must sign has a utility, no package is better than another."""
    with pytest.raises(ModelError, match="give at least one of them numbers"):
        pareto_packages(Problem(ISSUES, (Party("p"),)))


def test_a_frontier_among_something_else_is_refused() -> None:
    """A mistyped choice is an error, not the other choice."""
    with pytest.raises(ModelError, match="there is no frontier among 'all'"):
        pareto_packages(Problem(ISSUES, (party("p", 0.1, 0.5, 0.6, 0.7),)), among="all")  # type: ignore[arg-type]
