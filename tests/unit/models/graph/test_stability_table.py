"""The table of stable states, its record, and one function for each concept."""

from __future__ import annotations

import json
from collections.abc import Callable

import numpy as np
import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Ranking
from goodoffices.models.graph.record import stability_record, witness_record
from goodoffices.models.graph.stability import (
    CONCEPTS,
    StabilityTable,
    gmr,
    nash,
    seq,
    smr,
    sseq,
    stability,
)
from goodoffices.models.graph.states import Option
from goodoffices.models.graph.witness import Witnesses
from goodoffices.models.solution import Solution

CHICKEN = option_form(
    name="Chicken",
    decision_makers=["A", "B"],
    options=[Option("Swerve", "A"), Option("Swerve", "B")],
    preferences={
        "A": Ranking((("NY",), ("YY",), ("YN",), ("NN",))),
        "B": Ranking((("YN",), ("YY",), ("NY",), ("NN",))),
    },
)


@pytest.mark.parametrize(
    ("solve", "concept"), [(nash, "R"), (gmr, "GMR"), (smr, "SMR"), (seq, "SEQ"), (sseq, "SSEQ")]
)
def test_each_concept_has_a_function(
    solve: Callable[[Conflict | Graph], Solution[StabilityTable, Witnesses]], concept: str
) -> None:
    """A concept's own function answers as the general one does, on the conflict and on its graph."""
    expected = stability(CHICKEN).outcome.equilibria(concept)
    for model in (CHICKEN, CHICKEN.graph):
        solution = solve(model)
        assert solution.outcome.equilibria(concept) == expected
        assert solution.parameters == {"concepts": (concept,)}


def test_an_unknown_concept_is_refused() -> None:
    """The message lists the concepts there are."""
    with pytest.raises(ModelError, match="no stability concept 'NASH': there are R, GMR, SMR, SEQ, SSEQ"):
        stability(CHICKEN, concepts=("NASH",))


def test_a_table_must_fit_its_states() -> None:
    """An array of another shape is refused."""
    with pytest.raises(ModelError, match=r"'R' has the shape \(1, 3\), it must be \(1, 2\)"):
        StabilityTable(("A",), ("s", "t"), {"R": np.ones((1, 3), dtype=np.bool_)})


def test_a_table_cannot_be_changed() -> None:
    """Its arrays are read-only."""
    with pytest.raises(ValueError, match="read-only"):
        stability(CHICKEN).outcome.stable["R"][0, 0] = True


def test_equilibria_have_numbers_and_labels() -> None:
    """In Chicken one swerves: states 1 and 2."""
    table = stability(CHICKEN).outcome
    assert table.equilibrium_numbers("R").tolist() == [1, 2]
    assert table.equilibria("R") == ("YN", "NY")


def test_who_cannot_move_finds_every_state_stable() -> None:
    """A decision maker without options has nowhere to go."""
    graph = Graph(("A",), ("s", "t"), (((), ()),), ((0, 1),))
    assert stability(graph).outcome.stable_for("R", "A") == ("s", "t")


def test_alone_every_improvement_is_taken() -> None:
    """With nobody to answer, all concepts agree: only the best reachable states hold."""
    graph = Graph(("A",), ("s", "t"), (((1,), (0,)),), ((0, 1),))
    table = stability(graph).outcome
    assert {table.equilibria(concept) for concept in CONCEPTS} == {("t",)}


def test_the_record_is_plain_data() -> None:
    """States, stable states and equilibria survive the way through JSON."""
    record = json.loads(json.dumps(stability_record(stability(CHICKEN, concepts=("R", "GMR")))))
    assert record["states"] == ["NN", "YN", "NY", "YY"]
    assert record["stable"] == {
        "R": {"A": ["YN", "NY"], "B": ["YN", "NY"]},
        "GMR": {"A": ["YN", "NY", "YY"], "B": ["YN", "NY", "YY"]},
    }
    assert record["equilibria"] == {"R": ["YN", "NY"], "GMR": ["YN", "NY", "YY"]}


def test_the_witness_record_proves_each_verdict() -> None:
    """A stable state lists the answer to each improvement, an unstable one the improvement itself."""
    record = json.loads(json.dumps(witness_record(stability(CHICKEN, concepts=("GMR", "SEQ")))))
    assert record["GMR"]["A"]["YY"] == {
        "stable": True,
        "sanctions": [{"improvement": "NY", "sequence": [{"mover": "B", "to": "NN"}]}],
    }
    assert record["SEQ"]["A"]["YY"] == {"stable": False, "unpunished": "NY"}
    assert record["SEQ"]["A"]["NY"] == {"stable": True, "sanctions": []}


@pytest.mark.parametrize(
    ("concept", "who", "state", "message"),
    [
        ("SMR", "A", "YY", "concept 'SMR' was not solved for: there are R"),
        ("R", "C", "YY", "no decision maker 'C': there are A, B"),
        ("R", "A", "YX", "no state 'YX': there are NN, YN, NY, YY"),
    ],
)
def test_a_verdict_that_was_not_solved_for_is_refused(
    concept: str, who: str, state: str, message: str
) -> None:
    """The message names what does not exist and what does."""
    with pytest.raises(ModelError, match=message):
        nash(CHICKEN).witness.verdict(concept, who, state)
