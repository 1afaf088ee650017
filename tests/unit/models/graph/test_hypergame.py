"""Everyone plays the conflict it sees."""

from __future__ import annotations

import json

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.hypergame import hypergame, hypergame_record
from goodoffices.models.graph.stability import CONCEPTS, stability

MOVES = (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,)))
LABELS = ("NN", "YN", "NY", "YY")
CHICKEN = Graph(("A", "B"), LABELS, MOVES, ((0, 1, 3, 2), (0, 3, 1, 2)))
# As A sees it, B would rather crash than yield.
TOUGH = Graph(("A", "B"), LABELS, MOVES, ((0, 1, 3, 2), (1, 3, 0, 2)))


def test_without_misperception_a_hypergame_is_the_conflict() -> None:
    """If both see the same, what holds is what holds in it, and nobody is surprised."""
    table, plain = hypergame({"A": CHICKEN, "B": CHICKEN}).outcome, stability(CHICKEN).outcome
    for concept in CONCEPTS:
        assert table.equilibria(concept) == plain.equilibria(concept)
        assert table.surprises(concept, "A") == table.illusions(concept, "B") == ()


def test_one_may_be_surprised_by_what_holds() -> None:
    """A thinks that B never yields, so it does not expect NY to hold; B, who would yield, finds it stable."""
    table = hypergame({"A": TOUGH, "B": CHICKEN}, concepts=("R",)).outcome
    assert table.expected["R"] == {"A": ("YN",), "B": ("YN", "NY")}
    assert table.equilibria("R") == ("YN", "NY")
    assert table.surprises("R", "A") == ("NY",)
    assert table.surprises("R", "B") == ()


def test_one_may_expect_what_does_not_hold() -> None:
    """B is in truth tough, and A does not know: A expects NY to hold, from which B would go on to crash."""
    table = hypergame({"A": CHICKEN, "B": TOUGH}, concepts=("R",)).outcome
    assert table.equilibria("R") == ("YN",)
    assert table.illusions("R", "A") == ("NY",)
    assert table.illusions("R", "B") == ()


def test_a_state_that_somebody_does_not_see_cannot_hold_for_all() -> None:
    """B does not think of NN and NY, so they are no equilibria, though A finds NY stable."""
    narrow = Graph(("A", "B"), ("YN", "YY"), (((), ()), ((1,), (0,))), ((1, 2), (3, 2)))
    table = hypergame({"A": CHICKEN, "B": narrow}, concepts=("R",)).outcome
    assert table.states == LABELS
    assert table.seen["B"] == ("YN", "YY")
    assert "NY" in table.stable["R"]["A"]
    assert table.equilibria("R") == ("YN",)


def test_witnesses_stay_within_the_view() -> None:
    """Why A finds YY unstable by R in its own view: it gains by going to NY there."""
    witness = hypergame({"A": TOUGH, "B": CHICKEN}, concepts=("R",)).witness
    verdict = witness.verdict("R", "A", "YY")
    assert (verdict.stable, verdict.unpunished) == (False, 2)
    with pytest.raises(ModelError, match="no view 'C': there are A, B"):
        witness.verdict("R", "C", "YY")


def test_the_record_is_plain_data() -> None:
    """Equilibria, expectations and surprises survive the way through JSON."""
    solution = hypergame({"A": TOUGH, "B": CHICKEN}, concepts=("R",))
    record = json.loads(json.dumps(hypergame_record(solution)))
    assert record["unseen"] == {"A": [], "B": []}
    assert record["concepts"]["R"] == {
        "equilibria": ["YN", "NY"],
        "stable": {"A": ["YN", "NY"], "B": ["YN", "NY"]},
        "expected": {"A": ["YN"], "B": ["YN", "NY"]},
        "surprises": {"A": ["NY"], "B": []},
        "illusions": {"A": [], "B": []},
    }


def test_views_that_make_no_sense_are_refused() -> None:
    """There must be views, each with its owner in it, and with a state in common."""
    with pytest.raises(ModelError, match="a hypergame needs at least one view"):
        hypergame({})
    with pytest.raises(ModelError, match="'C' takes no part in its own view, where there are A, B"):
        hypergame({"C": CHICKEN})
    elsewhere = Graph(("B",), ("x",), (((),),), ((0,),))
    with pytest.raises(ModelError, match="no state appears in every view"):
        hypergame({"A": CHICKEN, "B": elsewhere})
