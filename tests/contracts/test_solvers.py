"""What every solver keeps to, whatever its family."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.models.bargaining.collisions import (
    idle_demands,
    lone_concessions,
    minimal_collisions,
    minimal_concessions,
)
from goodoffices.models.bargaining.distance import distances
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.search import find_collision, find_package
from goodoffices.models.bargaining.solutions import egalitarian, kalai_smorodinsky, utilitarian
from goodoffices.models.bargaining.solutions import nash as nash_bargain
from goodoffices.models.bargaining.ways_out import find_concessions
from goodoffices.models.bargaining.zone import zone
from goodoffices.models.bargaining.zone_size import count_zone
from goodoffices.models.graph.conflict import option_form
from goodoffices.models.graph.preferences import Priorities
from goodoffices.models.graph.stability import gmr, nash, seq, smr, sseq, stability
from goodoffices.models.graph.states import Option
from goodoffices.models.guarantees.coalitions import attacker_position, minimal_blocking, minimal_winning
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.commitment import guarantee_needed, peace_holds
from goodoffices.models.guarantees.deterrence import critical_credibility
from goodoffices.models.guarantees.power import banzhaf, coleman, shapley_shubik
from goodoffices.models.guarantees.rules import AtLeast
from goodoffices.models.solution import Solution

ISSUES = (Issue("troops", ("none", "neutral", "allied")), Issue("rule", ("veto", "vote")))
LINE = Demand("north.1", "north", "no allied troops", parse_condition("troops = allied"))
VALUES = {"troops": {"none": 1.0, "neutral": 0.5, "allied": 0.0}, "rule": {"veto": 1.0, "vote": 0.0}}
OTHERS = {"troops": {"none": 0.0, "neutral": 0.7, "allied": 1.0}, "rule": {"veto": 0.0, "vote": 1.0}}
WEIGHTS = {"troops": 0.5, "rule": 0.5}
PROBLEM = Problem(
    ISSUES,
    (
        Party("north", weights=WEIGHTS, values=VALUES, walk_away=0.2, red_lines=(LINE,)),
        Party("south", weights=WEIGHTS, values=OTHERS, walk_away=0.2),
    ),
)
TRUCE = option_form(
    name="Truce",
    decision_makers=["North", "South"],
    options=[Option("fire", "North"), Option("fire", "South")],
    preferences={
        "North": Priorities(("not South.fire", "North.fire")),
        "South": Priorities(("not North.fire", "South.fire")),
    },
)
RULE = AtLeast(("a", "b", "c"), 2)
SOLVERS: dict[str, Callable[[], Solution[object, object]]] = {
    "zone": lambda: zone(PROBLEM),
    "pareto_packages": lambda: pareto_packages(PROBLEM),
    "nash_bargain": lambda: nash_bargain(PROBLEM),
    "kalai_smorodinsky": lambda: kalai_smorodinsky(PROBLEM),
    "egalitarian": lambda: egalitarian(PROBLEM),
    "utilitarian": lambda: utilitarian(PROBLEM),
    "count_zone": lambda: count_zone(PROBLEM),
    "find_package": lambda: find_package(PROBLEM),
    "find_collision": lambda: find_collision(PROBLEM),
    "find_concessions": lambda: find_concessions(PROBLEM),
    "distances": lambda: distances(PROBLEM),
    "minimal_collisions": lambda: minimal_collisions(PROBLEM),
    "minimal_concessions": lambda: minimal_concessions(PROBLEM),
    "lone_concessions": lambda: lone_concessions(PROBLEM),
    "idle_demands": lambda: idle_demands(PROBLEM),
    "stability": lambda: stability(TRUCE),
    "nash": lambda: nash(TRUCE),
    "gmr": lambda: gmr(TRUCE),
    "smr": lambda: smr(TRUCE),
    "seq": lambda: seq(TRUCE),
    "sseq": lambda: sseq(TRUCE),
    "minimal_winning": lambda: minimal_winning(RULE),
    "minimal_blocking": lambda: minimal_blocking(RULE),
    "attacker_position": lambda: attacker_position(RULE, "a"),
    "probability_of_action": lambda: probability_of_action(RULE, {"a": 0.2, "b": 0.5, "c": 0.9}),
    "shapley_shubik": lambda: shapley_shubik(RULE),
    "banzhaf": lambda: banzhaf(RULE),
    "coleman": lambda: coleman(RULE),
    "peace_holds": lambda: peace_holds(p1=0.4, p2=0.7, cost=0.3, discount=0.9),
    "guarantee_needed": lambda: guarantee_needed(p1=0.4, p2=0.7, p2_if_kept=0.3, cost=0.3, discount=0.9),
    "critical_credibility": lambda: critical_credibility(
        prize=1, wins_alone=0.7, wins_opposed=0.3, cost=0.2, status_quo=0.1
    ),
}


@pytest.mark.parametrize("name", SOLVERS)
def test_a_solver_returns_a_solution_with_method_and_witness(name: str) -> None:
    """Every answer says how it was found and carries what is needed to check it."""
    solution = SOLVERS[name]()
    assert isinstance(solution, Solution)
    assert solution.method
    assert solution.witness is not None


@pytest.mark.parametrize("name", SOLVERS)
def test_a_solver_gives_the_same_answer_twice(name: str) -> None:
    """No solver depends on anything but its arguments."""
    assert repr(SOLVERS[name]().outcome) == repr(SOLVERS[name]().outcome)


@pytest.mark.parametrize("name", sorted(set(SOLVERS) - {"stability", "nash", "gmr", "smr", "seq", "sseq"}))
def test_a_solution_can_be_sent_to_another_process(name: str) -> None:
    """A solution survives pickling, so that a sweep can run on several machines."""
    solution = SOLVERS[name]()
    assert repr(pickle.loads(pickle.dumps(solution)).outcome) == repr(solution.outcome)  # noqa: S301 - our own
