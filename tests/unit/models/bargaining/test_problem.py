"""A bargaining problem: what is checked, and what parties demand."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.problem import (
    Demand,
    DemandKind,
    Issue,
    Party,
    Problem,
    values_by_distance,
)

TROOPS = Issue("troops", ("none", "neutral", "allied"), (0.0, 40.0, 100.0))
RULE = Issue("rule", ("veto", "vote"))


def line(text: str, holder: str = "north", name: str = "north.1") -> Demand:
    """Return a red line."""
    return Demand(name, holder, text, parse_condition(text))


def problem(*parties: Party, impossible: str | None = None) -> Problem:
    """Return a problem of two issues."""
    return Problem((TROOPS, RULE), parties, (parse_condition(impossible),) if impossible else ())


def numbered(**changes: object) -> Party:
    """Return a party that weighs only the rule, with changes."""
    numbers: dict[str, object] = {
        "weights": {"rule": 2.0},
        "values": {"rule": {"veto": 1.0, "vote": 0.25}},
        "walk_away": 0.5,
    }
    return Party("north", **(numbers | changes))  # type: ignore[arg-type]


def test_size_counts_all_packages() -> None:
    """Three options of one issue and two of another make six packages."""
    assert problem(Party("north")).size == 6


def test_party_with_walk_away_value_demands_it_and_keeps_red_lines() -> None:
    """With a walk-away value, accepted options are no demand of their own."""
    party = numbered(red_lines=(line("troops = allied"),), accepts={"troops": ["none"]})
    assert [(demand.id, demand.kind) for demand in party.demands()] == [
        ("north.1", DemandKind.RED_LINE),
        ("north.walk_away", DemandKind.WALK_AWAY),
    ]
    assert party.demands()[1].text == "north gets at least its walk-away value of 0.5"


def test_party_without_walk_away_value_demands_what_it_accepts() -> None:
    """Without a walk-away value, leaving the accepted options of an issue breaks a demand."""
    (demand,) = Party("north", accepts={"troops": ["none", "neutral"]}).demands()
    assert (demand.id, demand.holder, demand.kind) == (
        "north.accepts.troops",
        "north",
        DemandKind.ACCEPTED_OPTIONS,
    )
    assert demand.text == "north accepts on troops only none, neutral"
    assert demand.never is not None
    assert demand.never.holds({"troops": "allied"})
    assert not demand.never.holds({"troops": "neutral"})


def test_signatories_are_those_who_must_sign() -> None:
    """Only parties marked so are signatories."""
    both = problem(Party("north"), Party("south", must_sign=False))
    assert [party.name for party in both.signatories()] == ["north"]


def test_a_problem_does_not_change_with_the_mappings_it_was_made_from() -> None:
    """Mappings are copied on the way in."""
    weights = {"rule": 2.0}
    party = numbered(weights=weights)
    weights["rule"] = 0.0
    assert party.weights == {"rule": 2.0}


def test_a_problem_can_be_sent_to_another_process() -> None:
    """A problem survives pickling, so that a sweep can run on several machines."""
    whole = problem(numbered(red_lines=(line("troops = allied"),)), impossible="rule = veto")
    assert pickle.loads(pickle.dumps(whole)) == whole  # noqa: S301 - our own bytes


def test_place_of_an_option_is_none_without_a_scale() -> None:
    """An option has a place only where its issue is ordered."""
    assert (TROOPS.place("neutral"), RULE.place("veto")) == (40.0, None)


def test_values_fall_with_the_distance_from_the_ideal() -> None:
    """An option at the ideal is worth 1 and one at the far end of the scale 0."""
    assert values_by_distance(TROOPS, 0.0) == {"none": 1.0, "neutral": 0.6, "allied": 0.0}


FAULTS: list[tuple[Callable[[], object], str]] = [
    (lambda: Issue("rule", ()), "give at least one, each once"),
    (lambda: Issue("rule", ("veto", "veto")), "give at least one, each once"),
    (lambda: Issue("rule", ("veto",), (1.0, 2.0)), "1 options and 2 places"),
    (lambda: Issue("rule", ("veto",), (101.0,)), "is 101.0; it must lie from 0 to 100"),
    (lambda: numbered(values=None), "needs both weights and values"),
    (lambda: Party("north", walk_away=0.5), "no weights and values to reach it by"),
    (lambda: numbered(walk_away=1.5), "walk-away value of 'north' is 1.5"),
    (lambda: numbered(weights={"rule": 0.0}), "sum to nothing"),
    (lambda: numbered(weights={}), "sum to nothing"),
    (lambda: numbered(weights={"rule": -1.0}), "the weight -1.0; weights are 0 or more"),
    (lambda: numbered(weights={"rule": float("nan")}), "the weight nan"),
    (lambda: Party("north", red_lines=(line("rule = veto", "south"),)), "needs 'north' as its holder"),
    (lambda: Party("north", red_lines=(Demand("north.1", "north", "", None),)), "must never hold"),
    (lambda: Problem((), (Party("north"),)), "there is no issue"),
    (lambda: Problem((RULE, RULE), (Party("north"),)), "issue 'rule' is there more than once"),
    (problem, "there is no party"),
    (lambda: problem(Party("north"), Party("north")), "party 'north' is there more than once"),
    (lambda: problem(Party("north", must_sign=False)), "nobody must sign"),
    (
        lambda: problem(Party("north", red_lines=(line("rule = veto"), line("rule = vote")))),
        "demand 'north.1' is there more than once",
    ),
    (lambda: problem(Party("north", red_lines=(line("rules = veto"),))), "demand 'north.1':.*'rules'"),
    (lambda: problem(Party("north", red_lines=(line("rule = vetoes"),))), "demand 'north.1':.*'vetoes'"),
    (lambda: problem(Party("north"), impossible="rule = both"), "an impossible combination:.*'both'"),
    (lambda: problem(Party("north", accepts={"land": ["all"]})), "speaks of 'land'; the issues are"),
    (lambda: problem(Party("north", accepts={"rule": []})), "accepts nothing on 'rule'"),
    (lambda: problem(Party("north", accepts={"rule": ["both"]})), "its options are veto, vote"),
    (lambda: problem(Party("north", ideals={"rule": "both"})), "its options are veto, vote"),
    (lambda: problem(Party("north", ideals={"troops": -1.0})), "ideal point of 'north' on 'troops' is -1"),
    (lambda: problem(numbered(values={"rule": {"veto": 1.0}})), r"no value to \['vote'\]"),
    (
        lambda: problem(numbered(values={"rule": {"veto": 1.2, "vote": 0}})),
        "'veto' on 'rule' for 'north' is 1.2",
    ),
    (lambda: values_by_distance(RULE, 0.0), "have no places"),
    (lambda: values_by_distance(TROOPS, 120.0), "is 120.0; it must lie"),
]


@pytest.mark.parametrize(("make", "message"), FAULTS)
def test_a_faulty_problem_is_refused_with_the_way_out(make: Callable[[], object], message: str) -> None:
    """Each fault is named with the bad value and the rule it breaks."""
    with pytest.raises(ModelError, match=message):
        make()
