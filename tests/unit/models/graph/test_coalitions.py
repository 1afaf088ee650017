"""Stability when decision makers move together."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.coalitions import (
    COALITION_CONCEPTS,
    coalition_record,
    coalition_stability,
)
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.stability import stability
from goodoffices.workspace.catalogue import load_conflict

CATALOGUE = Path(__file__).parents[4] / "catalogue"

DILEMMA = Graph(
    ("Row", "Column"),
    ("CC", "DC", "CD", "DD"),
    (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
    ((2, 3, 0, 1), (2, 0, 3, 1)),
)

# One state after the other, each step another decision maker's; A and C gain at the end, B loses there.
CHAIN = Graph(
    ("A", "B", "C"),
    ("s", "t", "u", "v"),
    (((1,), (), (), ()), ((), (), (3,), ()), ((), (2,), (), ())),
    ((1, 0, 2, 0), (1, 1, 0, 1), (1, 1, 2, 2)),
)


def test_elmira_falls_to_the_ministry_and_uniroyal() -> None:
    """In Elmira s5 holds against everyone alone, but Ministry and Uniroyal move together to s8 and gain.

    Kilgour, Hipel, Fang and Peng (2001): of the equilibria s5, s8 and s9, s5 is the one a coalition upsets.
    """
    elmira = load_conflict(CATALOGUE / "hipel1993" / "conflict.yaml")
    solution = coalition_stability(elmira)
    s5, s8, s9 = "NYNNY", "YNYNY", elmira.states[8]
    for concept in COALITION_CONCEPTS:
        assert s5 in stability(elmira).outcome.equilibria(concept)
        assert s5 not in solution.outcome.equilibria(concept)
        assert {s8, s9} <= set(solution.outcome.equilibria(concept))
    pair = ("Ministry of the Environment", "Uniroyal")
    unstable_for = [coalition for coalition, column in solution.outcome.stable["R"].items() if not column[4]]
    assert unstable_for == [pair]
    moves = solution.witness.verdict("R", pair, s5).unpunished
    assert moves is not None
    assert [(elmira.decision_makers[mover], elmira.states[state]) for mover, state in moves] == [
        ("Ministry of the Environment", "YYNNY"),
        ("Uniroyal", s8),
    ]


def test_together_prisoners_leave_mutual_defection() -> None:
    """Both gain by going from DD to CC, and nobody outside can answer, so DD holds by no concept."""
    table = coalition_stability(DILEMMA).outcome
    for concept in COALITION_CONCEPTS:
        assert table.stable_for(concept, ("Row", "Column")) == ("CC", "DC", "CD")
    assert table.equilibria("R") == ()
    assert table.equilibria("SEQ") == ("CC",)


def test_a_coalition_of_one_is_a_decision_maker() -> None:
    """For single members the answers are those of the ordinary concepts."""
    single, ordinary = coalition_stability(DILEMMA).outcome, stability(DILEMMA).outcome
    for concept in COALITION_CONCEPTS:
        for who in DILEMMA.decision_makers:
            assert single.stable_for(concept, (who,)) == ordinary.stable_for(concept, who)


def test_the_answer_names_who_loses() -> None:
    """A and C gain by moving to u, B can go on to v, and A ends no better than it began."""
    solution = coalition_stability(CHAIN, coalitions=[("C", "A")])
    assert solution.outcome.stable_for("R", ("A", "C")) == ("u", "v")
    assert solution.outcome.stable_for("SEQ", ("A", "C")) == ("s", "t", "u", "v")
    verdict = solution.witness.verdict("SEQ", ("A", "C"), "s")
    assert verdict.stable
    (sanction,) = verdict.sanctions
    assert sanction.improvement == ((0, 1), (2, 2))
    assert sanction.answer == ((1, 3),)
    assert sanction.loser == 0


def test_the_record_is_plain_data() -> None:
    """Stable states, equilibria and the moves that upset a state survive the way through JSON."""
    solution = coalition_stability(DILEMMA, concepts=("R",), coalitions=[("Row", "Column")])
    record = json.loads(json.dumps(coalition_record(solution)))
    assert record["stable"] == {"R": [{"coalition": ["Row", "Column"], "states": ["CC", "DC", "CD"]}]}
    assert record["equilibria"] == {"R": ["CC", "DC", "CD"]}
    assert record["unstable"] == [
        {
            "concept": "R",
            "coalition": ["Row", "Column"],
            "state": "DD",
            "moves": [{"mover": "Row", "to": "CD"}, {"mover": "Column", "to": "CC"}],
        }
    ]


@pytest.mark.parametrize(
    ("coalitions", "message"),
    [
        ([], "no coalition is given"),
        ([()], "is empty or names somebody twice"),
        ([("Row", "Row")], "is empty or names somebody twice"),
        ([("Row",), ("Row",)], "a coalition is given twice"),
        ([("Nobody",)], "no decision maker 'Nobody': there are Row, Column"),
    ],
)
def test_a_coalition_that_makes_no_sense_is_refused(coalitions: list[Sequence[str]], message: str) -> None:
    """The message says what is wrong with it."""
    with pytest.raises(ModelError, match=message):
        coalition_stability(DILEMMA, coalitions=coalitions)


def test_an_unknown_concept_is_refused() -> None:
    """SSEQ is not defined for coalitions."""
    with pytest.raises(ModelError, match="no stability concept 'SSEQ' for coalitions: there are R, GMR"):
        coalition_stability(DILEMMA, concepts=("SSEQ",))


@pytest.mark.parametrize(
    ("concept", "coalition", "state", "message"),
    [
        ("SMR", ("Row",), "CC", "concept 'SMR' was not solved for: there are R"),
        ("R", ("Column",), "CC", r"coalition \('Column',\) was not solved for"),
        ("R", ("Row",), "XX", "no state 'XX'"),
    ],
)
def test_a_verdict_that_was_not_solved_for_is_refused(
    concept: str, coalition: tuple[str, ...], state: str, message: str
) -> None:
    """The message names what does not exist and what does."""
    solution = coalition_stability(DILEMMA, concepts=("R",), coalitions=[("Row",)])
    with pytest.raises(ModelError, match=message):
        solution.witness.verdict(concept, coalition, state)


def test_too_many_comparisons_are_refused() -> None:
    """The message gives the number and the limit before any work starts."""
    states = 20_000
    still: tuple[tuple[int, ...], ...] = ((),) * states
    graph = Graph(("A",), tuple(f"s{k}" for k in range(states)), (still,), (tuple(range(states)),))
    with pytest.raises(ModelError, match="20,000 states and 1 coalitions make 400,000,000 comparisons"):
        coalition_stability(graph)
