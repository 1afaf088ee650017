"""Colliding demands and concessions."""

from __future__ import annotations

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.collisions import (
    collisions_and_concessions,
    idle_demands,
    lone_concessions,
    minimal_collisions,
    minimal_concessions,
)
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem

ISSUES = (
    Issue("troops", ("none", "allied")),
    Issue("rule", ("veto", "vote")),
    Issue("prisoners", ("some", "all")),
)


def line(name: str, holder: str, never: str) -> Demand:
    """Return a red line."""
    return Demand(name, holder, f"{holder} never accepts {never}", parse_condition(never))


NORTH = Party(
    "north",
    red_lines=(
        line("no_allied_troops", "north", "troops = allied"),
        line("a_veto", "north", "rule = vote"),
        line("prisoners_home", "north", "prisoners = some"),
    ),
)
SOUTH = Party("south", red_lines=(line("firm_guarantee", "south", "troops = none and rule = veto"),))
EAST = Party("east", must_sign=False, red_lines=(line("east_says", "east", "prisoners = all"),))
PROBLEM = Problem(ISSUES, (NORTH, SOUTH, EAST))


def test_the_demands_that_collide_are_named() -> None:
    """No allied troops, a veto, and a guarantee with one of the two cannot be had together."""
    solution = minimal_collisions(PROBLEM)
    assert solution.outcome == (("no_allied_troops", "a_veto", "firm_guarantee"),)
    assert solution.witness.complete
    spared = solution.witness.spared[0]["no_allied_troops"]
    assert (spared.terms["troops"], spared.terms["rule"]) == ("allied", "veto")


def test_every_way_out_is_found_with_what_it_opens() -> None:
    """Giving up any one of the three opens one package in which prisoners go home."""
    solution = minimal_concessions(PROBLEM)
    assert [one.demands for one in solution.outcome] == [
        ("no_allied_troops",),
        ("a_veto",),
        ("firm_guarantee",),
    ]
    assert [one.count for one in solution.outcome] == [1, 1, 1]
    assert solution.outcome[2].packages[0].terms == {"troops": "none", "rule": "veto", "prisoners": "all"}
    assert solution.outcome[2].holders == ("south",)
    assert solution.witness.possible == 8
    assert solution.witness.demands == 4


def test_costs_order_the_ways_out() -> None:
    """The cheapest concession comes first, at the sum of its stated costs."""
    solution = minimal_concessions(PROBLEM, costs={"no_allied_troops": 5, "a_veto": 2})
    assert [(one.demands[0], one.cost) for one in solution.outcome] == [
        ("firm_guarantee", 1.0),
        ("a_veto", 2),
        ("no_allied_troops", 5),
    ]


def test_what_each_party_alone_could_concede() -> None:
    """North alone has two ways out and South one; who need not sign is not asked."""
    outcome = lone_concessions(PROBLEM).outcome
    assert {name: [one.demands for one in ways] for name, ways in outcome.items()} == {
        "north": [("no_allied_troops",), ("a_veto",)],
        "south": [("firm_guarantee",)],
    }


def test_a_demand_that_plays_no_part_is_idle() -> None:
    """The demand for prisoners stands in nobody's way."""
    solution = idle_demands(PROBLEM)
    assert solution.outcome == ("prisoners_home",)
    assert solution.witness["a_veto"] == 1


def test_nothing_has_to_be_conceded_where_there_is_a_zone() -> None:
    """With a zone there is no collision and the only concession is none at all."""
    open_already = Problem(ISSUES, (NORTH,))
    assert minimal_collisions(open_already).outcome == ()
    (nothing,) = minimal_concessions(open_already).outcome
    assert (nothing.demands, nothing.cost, nothing.count) == ((), 0, 1)
    assert lone_concessions(open_already).outcome == {"north": ()}
    assert idle_demands(open_already).outcome == ("no_allied_troops", "a_veto", "prisoners_home")


def test_a_party_without_any_demand_agrees_to_everything() -> None:
    """Without demands all packages are open."""
    (nothing,) = minimal_concessions(Problem(ISSUES, (Party("north"),))).outcome
    assert nothing.count == 8


def test_opened_packages_are_shown_fairest_first() -> None:
    """Among the packages that a concession opens, the one with the highest lowest gain leads."""
    issue = Issue("land", ("a", "b", "c"))
    north = Party("north", True, {"land": 1.0}, {"land": {"a": 0.4, "b": 0.5, "c": 0.45}}, 0.1)
    south = Party("south", accepts={"land": ["c"]}, red_lines=(line("never", "south", "land = c"),))
    (first, second) = minimal_concessions(Problem((issue,), (north, south)), examples=1).outcome
    assert first.demands == ("never",)
    assert (second.demands, second.count) == (("south.accepts.land",), 2)
    assert second.packages[0].terms == {"land": "b"}


def test_the_limit_of_collisions_is_reported() -> None:
    """A list cut short says that it is not complete."""
    issues = tuple(Issue(f"i{k}", ("a", "b")) for k in range(3))
    north = Party("north", accepts={issue.name: ["a"] for issue in issues})
    south = Party("south", accepts={issue.name: ["b"] for issue in issues})
    problem = Problem(issues, (north, south))
    cut = minimal_collisions(problem, limit=2)
    assert (len(cut.outcome), cut.witness.complete) == (2, False)
    assert len(minimal_collisions(problem).outcome) == 3
    assert len(minimal_concessions(problem).outcome) == 8


def test_more_demands_than_fit_one_word_are_kept_apart() -> None:
    """Seventy demands, all colliding with one, give seventy collisions of two."""
    reds = tuple(line(f"d{k:02}", "north", "troops = none") for k in range(70))
    south = Party("south", red_lines=(line("home", "south", "troops = allied"),))
    problem = Problem((ISSUES[0],), (Party("north", red_lines=reds), south))
    assert minimal_collisions(problem).outcome == tuple((f"d{k:02}", "home") for k in range(70))
    assert [len(one.demands) for one in minimal_concessions(problem).outcome] == [1, 70]


def test_a_faulty_cost_is_refused() -> None:
    """Costs are numbers from 0 upwards, for demands that count."""
    with pytest.raises(ModelError, match="giving up 'a_veto' costs -1"):
        minimal_concessions(PROBLEM, costs={"a_veto": -1})
    with pytest.raises(ModelError, match="no party that must sign makes the demand 'east_says'"):
        minimal_concessions(PROBLEM, costs={"east_says": 1})


def test_both_at_once_are_what_each_is_alone() -> None:
    """Looking at the packages once gives the same collisions and concessions, witnesses included."""
    collisions, concessions = collisions_and_concessions(PROBLEM, costs={"a_veto": 2.0})
    assert collisions == minimal_collisions(PROBLEM)
    assert concessions == minimal_concessions(PROBLEM, costs={"a_veto": 2.0})
