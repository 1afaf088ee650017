"""The zone of possible agreement."""

from __future__ import annotations

from goodoffices.case.conditions import parse_condition
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.zone import zone

ISSUES = (Issue("troops", ("none", "neutral", "allied")), Issue("rule", ("veto", "vote")))
NORTH = Party("north", accepts={"troops": ["none", "neutral"], "rule": ["veto", "vote"]})
SOUTH = Party("south", accepts={"troops": ["neutral", "allied"], "rule": ["vote"]})


def test_yes_and_no_are_enough_for_a_zone() -> None:
    """Two parties that only said what they accept can meet where both said yes."""
    solution = zone(Problem(ISSUES, (NORTH, SOUTH)))
    assert solution.outcome.count == 1
    assert solution.outcome.packages[0].terms == {"troops": "neutral", "rule": "vote"}
    assert solution.outcome.packages[0].gains == {"north": None, "south": None}


def test_an_empty_zone_shows_what_each_party_could_accept() -> None:
    """The witness counts acceptable packages by party and broken packages by demand."""
    line = Demand("north.1", "north", "no vote on troops", parse_condition("troops != none and rule = vote"))
    north = Party("north", accepts=NORTH.accepts, red_lines=(line,))
    solution = zone(Problem(ISSUES, (north, SOUTH)))
    assert solution.outcome.count == 0
    assert solution.witness.possible == 6
    assert solution.witness.must_sign == ("north", "south")
    assert solution.witness.acceptable == {"north": 3, "south": 2}
    assert solution.witness.broken == {
        "north.1": 2,
        "north.accepts.troops": 2,
        "north.accepts.rule": 0,
        "south.accepts.troops": 2,
        "south.accepts.rule": 3,
    }


def test_one_who_need_not_sign_cannot_close_the_zone() -> None:
    """Demands of a party that need not sign are shown and do not count."""
    bystander = Party("east", must_sign=False, accepts={"rule": ["veto"]})
    (package,) = zone(Problem(ISSUES, (NORTH, SOUTH, bystander))).outcome.packages
    assert package.broken == ("east.accepts.rule",)


def test_limit_shortens_the_list_and_not_the_count() -> None:
    """The count is exact even where only one package is listed."""
    solution = zone(Problem(ISSUES, (NORTH,)), limit=1)
    assert (solution.outcome.count, len(solution.outcome.packages)) == (4, 1)
    assert not solution.outcome.complete
    assert solution.parameters == {"limit": 1}
