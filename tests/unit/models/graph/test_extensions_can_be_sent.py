"""Answers to further questions can be sent to another process and say how they were found."""

from __future__ import annotations

import pickle
from collections.abc import Callable

import pytest

from goodoffices.models.graph.attractors import attractors, attractors_record
from goodoffices.models.graph.coalitions import coalition_record, coalition_stability
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.horizons import foresight_record, limited_move, non_myopic
from goodoffices.models.graph.hypergame import hypergame, hypergame_record
from goodoffices.models.graph.inverse import counts_record, stabilising_rankings
from goodoffices.models.graph.least_changes import changes_record, fewest_changes
from goodoffices.models.graph.profiles import nearest_profile, nearest_record
from goodoffices.models.graph.status_quo import status_quo, status_quo_record
from goodoffices.models.graph.strength import strength_of_preference, strength_record
from goodoffices.models.graph.unknown import unknown_preferences, unknown_record
from goodoffices.models.solution import Solution

CHICKEN = Graph(
    ("A", "B"),
    ("NN", "YN", "NY", "YY"),
    (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
    ((0, 1, 3, 2), (0, 3, 1, 2)),
)


def sent(solution: Solution[object, object]) -> Solution[object, object]:
    """Return a solution after a journey to another process."""
    returned = pickle.loads(pickle.dumps(solution))  # noqa: S301 - our own
    assert isinstance(returned, Solution)
    return returned


@pytest.mark.parametrize(
    "ask",
    [
        lambda: (attractors(CHICKEN, "YY", "SEQ"), attractors_record),
        lambda: (coalition_stability(CHICKEN), coalition_record),
        lambda: (limited_move(CHICKEN, 3), foresight_record),
        lambda: (non_myopic(CHICKEN), foresight_record),
        lambda: (stabilising_rankings(CHICKEN, "YY", "GMR"), counts_record),
        lambda: (fewest_changes(CHICKEN, "YY", "SEQ"), changes_record),
        lambda: (nearest_profile(CHICKEN, "YY", "SEQ"), nearest_record),
        lambda: (status_quo(CHICKEN, "NN"), status_quo_record),
        lambda: (strength_of_preference(CHICKEN, {"A": [("YY", "NN")]}), strength_record),
        lambda: (unknown_preferences(CHICKEN, {"A": [("YY", "NN")]}), unknown_record),
    ],
)
def test_a_solution_survives_the_journey(
    ask: Callable[[], tuple[Solution[object, object], Callable[[Solution[object, object]], object]]],
) -> None:
    """Outcome, method and record are the same afterwards."""
    solution, record = ask()
    returned = sent(solution)
    assert returned.method == solution.method
    assert repr(returned.outcome) == repr(solution.outcome)
    assert record(returned) == record(solution)


def test_witnesses_still_answer_after_the_journey() -> None:
    """The proof of a verdict can be asked for where the solution arrives."""
    original = unknown_preferences(CHICKEN, {})
    returned = sent(original)
    assert isinstance(returned.witness, type(original.witness))
    here = original.witness.verdict("GMR", "a", "A", "YY")
    assert returned.witness.verdict("GMR", "a", "A", "YY") == here
    assert here.sanctions == ((2, ((1, 0),)),)


def test_a_hypergame_can_be_sent() -> None:
    """Its outcome and record are the same afterwards."""
    solution = hypergame({"A": CHICKEN, "B": CHICKEN}, concepts=("R",))
    outcome = pickle.loads(pickle.dumps(solution.outcome))  # noqa: S301 - our own
    assert repr(outcome) == repr(solution.outcome)
    assert hypergame_record(solution)["states"] == list(CHICKEN.states)
