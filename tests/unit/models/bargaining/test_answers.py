"""Offers, payments, levers, what blocks most, and what moved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.blocking import blocking_demands, pivotal_parties
from goodoffices.models.bargaining.comparison import Shift, compare, movement
from goodoffices.models.bargaining.offers import concession_path, smallest_change
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.transfers import Lever, minimal_levers, side_payments

LAND = Issue("land", ("all", "half", "none"), (0.0, 50.0, 100.0))
AID = Issue("aid", ("little", "much"))


def party(
    name: str, land: tuple[float, float, float], aid: tuple[float, float], floor: float, *nevers: str
) -> Party:
    """Return a party that weighs land three times as much as aid."""
    values = {
        "land": dict(zip(LAND.options, land, strict=True)),
        "aid": dict(zip(AID.options, aid, strict=True)),
    }
    reds = tuple(Demand(f"{name}.{k}", name, text, parse_condition(text)) for k, text in enumerate(nevers))
    return Party(name, True, {"land": 3.0, "aid": 1.0}, values, floor, reds)


NORTH = party("north", (1.0, 0.6, 0.0), (0.0, 1.0), 0.8, "land = none")
SOUTH = party("south", (0.0, 0.5, 1.0), (1.0, 0.0), 0.5, "land = all")
PROBLEM = Problem((LAND, AID), (NORTH, SOUTH))


def test_north_blocks_most() -> None:
    """Only half the land breaks no red line; with it north misses its walk-away value whatever the aid."""
    (first, *_) = blocking_demands(PROBLEM).outcome
    assert (first.demand, first.opens_alone) == ("north.walk_away", 1)
    assert pivotal_parties(PROBLEM).outcome[0].party == "north"
    assert pivotal_parties(PROBLEM).outcome[0].demands_broken_at_least == 1


def test_an_offer_to_south_changes_only_what_it_must() -> None:
    """From all the land and much aid, south accepts half the land with little aid and nothing nearer."""
    found = smallest_change(PROBLEM, {"land": "all", "aid": "much"}, "south").outcome
    assert [(offer.package.terms, offer.changed) for offer in found] == [
        ({"land": "half", "aid": "little"}, ("land", "aid"))
    ]
    assert found[0].losses == {"north": 0.55, "south": -0.625}


def test_no_offer_where_red_lines_leave_nothing() -> None:
    """North accepts nothing that respects all red lines, so nothing is offered."""
    assert smallest_change(PROBLEM, {"land": "all", "aid": "much"}, "north").outcome == ()


def test_a_path_says_who_gives_at_each_step() -> None:
    """On the way to half the land with little aid, north gives twice and south gains twice."""
    start, goal = {"land": "all", "aid": "much"}, {"land": "half", "aid": "little"}
    path = concession_path(PROBLEM, start, goal)
    assert [(step.issue, step.option) for step in path.outcome] == [("land", "half"), ("aid", "little")]
    assert path.outcome[0].gives == {"north": pytest.approx(0.3)}
    assert path.outcome[0].gains == {"south": pytest.approx(0.375)}
    assert path.witness == 0


def test_a_path_has_no_step_where_it_has_arrived() -> None:
    """From a package to itself there is nothing to do."""
    there = {"land": "half", "aid": "much"}
    assert concession_path(PROBLEM, there, there).outcome == ()


def test_a_payment_makes_half_the_land_acceptable() -> None:
    """With much aid north lacks 0.1 and south 0.125; with little aid south could pay if its rate is high."""
    (first, *_) = side_payments(PROBLEM, budget=1.0).outcome
    assert first.package.terms == {"land": "half", "aid": "much"}
    assert first.receives == {"north": pytest.approx(0.1), "south": pytest.approx(0.125)}
    assert first.needed == first.outside == pytest.approx(0.225)
    assert side_payments(PROBLEM).outcome == ()
    dear = side_payments(PROBLEM, rates={"south": 4.0}).outcome
    assert [deal.package.terms["aid"] for deal in dear] == ["little"]
    assert dear[0].can_pay == {"south": pytest.approx(0.5)}


def test_levers_lower_what_no_agreement_is_worth() -> None:
    """To open a zone, north's value must fall by 0.35, or by 0.1 and south's by 0.125."""
    levers = [
        Lever("loans", "north", 0.1, cost=1),
        Lever("oil", "north", 0.4, cost=5),
        Lever("arms", "south", 0.2, cost=2),
    ]
    found = minimal_levers(PROBLEM, levers).outcome
    assert [(each.levers, each.cost, each.count) for each in found] == [
        (("loans", "arms"), 3, 1),
        (("oil",), 5, 1),
    ]
    assert found[0].package.terms == {"land": "half", "aid": "much"}


@pytest.mark.parametrize(
    ("ask", "message"),
    [
        (lambda: side_payments(PROBLEM, budget=-1), "the budget is -1"),
        (lambda: side_payments(PROBLEM, rates={"east": 1}), "no gain of 'east' to exchange"),
        (lambda: side_payments(PROBLEM, rates={"north": 0}), "the rate of 'north' is 0"),
        (lambda: Lever("x", "north", -1), "lever 'x' lowers -1"),
        (lambda: minimal_levers(PROBLEM, [Lever("x", "east", 1)]), "aims at 'east'"),
        (lambda: minimal_levers(PROBLEM, [Lever(f"x{k}", "north", 1) for k in range(17)]), "17 levers"),
        (lambda: smallest_change(PROBLEM, {"land": "all", "aid": "much"}, "east"), "no party 'east'"),
        (
            lambda: concession_path(PROBLEM, {"land": "all", "aid": "much"}, {"land": "none", "aid": "much"}),
            "the goal breaks north.0",
        ),
    ],
)
def test_what_makes_no_sense_is_refused(ask: Callable[[], object], message: str) -> None:
    """Each refusal names the value."""
    with pytest.raises(ModelError, match=message):
        ask()


def test_a_goal_that_is_impossible_or_too_far_is_refused() -> None:
    """A goal must be possible, and at most sixteen issues away."""
    never = replace(PROBLEM, impossible=(parse_condition("aid = little"),))
    with pytest.raises(ModelError, match="impossible for everyone"):
        concession_path(never, {"land": "all", "aid": "much"}, {"land": "half", "aid": "little"})
    many = tuple(Issue(f"i{k}", ("a", "b")) for k in range(17))
    ends = [dict.fromkeys((issue.name for issue in many), option) for option in "ab"]
    with pytest.raises(ModelError, match="differ on 17 issues"):
        concession_path(Problem(many, (Party("p"),)), *ends)


def test_parties_without_numbers_get_offers_too() -> None:
    """With yes and no alone, offers come in order of the packages and no loss is known."""
    plain = Problem((LAND, AID), (Party("north", accepts={"land": ["half"]}), Party("south")))
    found = smallest_change(plain, {"land": "all", "aid": "much"}, "north").outcome
    assert [offer.package.terms for offer in found] == [{"land": "half", "aid": "much"}]
    assert found[0].losses == {}
    path = concession_path(plain, {"land": "all", "aid": "much"}, {"land": "half", "aid": "much"})
    assert [step.issue for step in path.outcome] == ["land"]


def test_proposals_side_by_side_show_what_breaks_and_what_is_open() -> None:
    """A proposal on land alone leaves aid open and gains within bounds."""
    found = compare(PROBLEM, {"halves": {"land": "half"}, "all": {"land": "all", "aid": "much"}}).outcome
    assert found["halves"].left_open == ("aid",)
    assert found["halves"].broken == ("north.walk_away",)
    assert found["halves"].undecided == ("south.walk_away",)
    assert found["halves"].gains["south"] == pytest.approx((-0.125, 0.125))
    assert found["all"].broken == ("south.0", "south.walk_away")
    with pytest.raises(ModelError, match="no issue 'sea'"):
        compare(PROBLEM, {"x": {"sea": "all"}})


def test_what_moved_is_named_with_both_values() -> None:
    """A lower walk-away value, another weight, an ideal point, a dropped and an added demand are found."""
    before = Problem((LAND, AID), (replace(NORTH, ideals={"land": "all"}), SOUTH))
    softer = replace(
        NORTH, walk_away=0.5, weights={"land": 2.0, "aid": 1.0}, ideals={"land": 25.0}, red_lines=()
    )
    line = Demand("south.9", "south", "no little aid", parse_condition("aid = little"))
    same_id = Demand("south.0", "south", "no land at all", parse_condition("land != none"))
    after = Problem((LAND, AID, Issue("sea", ("a",))), (softer, replace(SOUTH, red_lines=(same_id, line))))
    found = movement(before, after).outcome
    assert found.shifts == (
        Shift("north", "walk-away value", 0.8, 0.5),
        Shift("north", "ideal point on land", 0.0, 25.0),
        Shift("north", "weight of land", 3.0, 2.0),
    )
    assert found.dropped == (("north", "land = none"),)
    assert found.added == (("south", "no little aid"),)
    assert found.changed == {"south.0": ("land = all", "no land at all")}
    assert (found.issues_dropped, found.issues_added) == ((), ("sea",))
    gone = movement(after, Problem((LAND, AID), (NORTH,))).outcome
    assert gone.issues_dropped == ("sea",)
    assert Shift("south", "walk-away value", 0.5, None) in gone.shifts


def test_a_demand_over_too_many_issues_is_not_compared() -> None:
    """A demand that names twelve open issues of five options is refused with the number."""
    many = tuple(Issue(f"i{k}", tuple("abcde")) for k in range(12))
    text = " or ".join(f"i{k} = a" for k in range(12))
    line = Demand("north.0", "north", text, parse_condition(text))
    with pytest.raises(ModelError, match="names 12 issues with 244,140,625 combinations"):
        compare(Problem(many, (Party("north", red_lines=(line,)),)), {"x": {"i0": "a"}})
