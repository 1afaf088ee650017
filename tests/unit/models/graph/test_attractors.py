"""What must whom change to make a state hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.attractors import Answer, attractors, attractors_record
from goodoffices.models.graph.general import Graph
from goodoffices.workspace.catalogue import load_conflict

CATALOGUE = Path(__file__).parents[4] / "catalogue"

CHICKEN = Graph(
    ("A", "B"),
    ("NN", "YN", "NY", "YY"),
    (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
    ((0, 1, 3, 2), (0, 3, 1, 2)),
)


def test_chicken_needs_a_credible_answer() -> None:
    """At YY either driver would stop swerving; the other could answer with a crash, but would not want to."""
    needs = attractors(CHICKEN, "YY", "SEQ").outcome
    assert needs.content == ()
    need = needs.by["A"]
    assert need.give_up == ("NY",)
    assert need.ranking.passed == ("NY",)
    assert need.answers["NY"] == Answer(((1, 0),), (True,))


def test_where_will_does_not_matter_nothing_is_needed() -> None:
    """By GMR the crash deters both, so YY holds already."""
    needs = attractors(CHICKEN, "YY", "GMR").outcome
    assert needs.content == ("A", "B")
    assert dict(needs.by) == {}


def test_nash_stability_knows_no_answers() -> None:
    """By R no answer of the other driver is of use."""
    assert attractors(CHICKEN, "YY", "R").outcome.by["A"].answers["NY"] is None


def test_the_answer_against_the_fewest_interests_is_taken_though_it_is_longer() -> None:
    """Three steps of which B would not take one are preferred to two that nobody would take."""
    graph = Graph(
        ("A", "B", "C"),
        ("s", "t", "u", "v", "w", "end"),
        (
            ((1,), (), (), (), (), ()),
            ((), (2,), (), (4,), (), ()),
            ((), (3,), (5,), (), (5,), ()),
        ),
        ((1, 2, 2, 2, 2, 0), (0, 2, 1, 2, 1, 0), (0, 1, 5, 2, 2, 3)),
    )
    answer = attractors(graph, "s", "SEQ").outcome.by["A"].answers["t"]
    assert answer == Answer(((2, 3), (1, 4), (2, 5)), (False, True, False))


def test_elmiras_status_quo() -> None:
    """At s1 of Elmira only the local government would leave by R; insisting is the move it would give up."""
    elmira = load_conflict(CATALOGUE / "hipel1993" / "conflict.yaml")
    needs = attractors(elmira, "NYNNN", "R").outcome
    assert set(needs.by) == {"Local government"}
    assert needs.by["Local government"].give_up == ("NYNNY",)
    assert needs.by["Local government"].ranking.passed == ("NYNNY",)


def test_the_record_is_plain_data() -> None:
    """Changes, moves and answers survive the way through JSON."""
    record = json.loads(json.dumps(attractors_record(attractors(CHICKEN, "YY", "SEQ"))))
    assert record["content"] == []
    assert record["needs"]["A"] == {
        "pairs": 1,
        "passed": ["NY"],
        "give_up": ["NY"],
        "answers": {"NY": [{"mover": "B", "to": "NN", "unwilling": True}]},
    }
    plain = json.loads(json.dumps(attractors_record(attractors(CHICKEN, "YY", "R"))))
    assert plain["needs"]["B"]["answers"] == {"YN": None}


def test_a_state_that_does_not_exist_is_refused() -> None:
    """The message lists the states."""
    with pytest.raises(ModelError, match="no state 'X': there are NN, YN, NY, YY"):
        attractors(CHICKEN, "X", "SEQ")
