"""How firmly states hold when some preferences are strong."""

from __future__ import annotations

import json

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.deterrence import Proof
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.stability import stability
from goodoffices.models.graph.strength import chain, strength_of_preference, strength_record

MOVES = (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,)))
CHICKEN = Graph(("A", "B"), ("NN", "YN", "NY", "YY"), MOVES, ((0, 1, 3, 2), (0, 3, 1, 2)))
DILEMMA = Graph(("Row", "Column"), ("CC", "DC", "CD", "DD"), MOVES, ((2, 3, 0, 1), (2, 0, 3, 1)))
CRASH = chain([["NY", "YY", "YN"], ["NN"]])


def test_a_crash_deters_strongly_if_it_is_much_worse() -> None:
    """Both swerving holds strongly for whoever finds a crash much worse, weakly for whoever does not."""
    table = strength_of_preference(CHICKEN, {"A": CRASH}).outcome
    assert table.stable_for("GMR", "strong", "A") == ("YN", "NY", "YY")
    assert table.stable_for("GMR", "strong", "B") == ("YN", "NY")
    assert table.stable_for("GMR", "weak", "B") == ("YY",)
    assert table.equilibria("GMR") == {"strong": ("YN", "NY"), "weak": ("YY",)}


def test_what_is_not_stable_has_no_degree() -> None:
    """By SEQ the crash is not credible, so both swerving is not stable, however bad a crash is."""
    table = strength_of_preference(CHICKEN, {"A": CRASH, "B": CRASH}).outcome
    assert "YY" in table.stable_for("SEQ", "none", "A")
    assert table.equilibria("SEQ") == {"strong": ("YN", "NY"), "weak": ()}


def test_cooperation_holds_firmly_if_defection_is_much_worse() -> None:
    """CC is a strong SEQ equilibrium if both find DD much worse than CC, a weak one otherwise."""
    much = {"Row": [("CC", "DD")], "Column": [("CC", "DD")]}
    assert strength_of_preference(DILEMMA, much).outcome.equilibria("SEQ")["strong"] == ("CC", "DD")
    assert strength_of_preference(DILEMMA, {}).outcome.equilibria("SEQ") == {
        "strong": ("DD",),
        "weak": ("CC",),
    }


def test_a_way_back_to_what_is_not_much_worse_weakens() -> None:
    """By SMR the end must stay much worse: from NN, A can yield to YN, which is not."""
    table = strength_of_preference(CHICKEN, {"A": CRASH}).outcome
    assert "YY" in table.stable_for("SMR", "weak", "A")
    much = chain([["NY", "YY"], ["YN", "NN"]])
    assert "YY" in strength_of_preference(CHICKEN, {"A": much}).outcome.stable_for("SMR", "strong", "A")


def test_strong_and_weak_together_are_the_ordinary_concept() -> None:
    """The degree splits what is stable and adds nothing to it."""
    table, plain = strength_of_preference(CHICKEN, {"A": CRASH}).outcome, stability(CHICKEN).outcome
    for concept in ("GMR", "SMR", "SEQ"):
        for who in CHICKEN.decision_makers:
            parts = table.stable_for(concept, "strong", who) + table.stable_for(concept, "weak", who)
            assert set(parts) == set(plain.stable_for(concept, who))


def test_witnesses_show_the_answers() -> None:
    """B's going on to the crash deters A strongly; B itself has no such deterrent at YY."""
    witness = strength_of_preference(CHICKEN, {"A": CRASH}).witness
    assert witness.verdict("GMR", "strong", "A", "YY") == Proof(((2, ((1, 0),)),), None)
    assert witness.verdict("GMR", "strong", "B", "YY") == Proof((), 1)
    assert witness.verdict("GMR", "any", "B", "YY") == Proof(((1, ((0, 0),)),), None)


def test_the_record_is_plain_data() -> None:
    """Degrees survive the way through JSON."""
    record = json.loads(json.dumps(strength_record(strength_of_preference(CHICKEN, {"A": CRASH}))))
    assert record["equilibria"]["GMR"] == {"strong": ["YN", "NY"], "weak": ["YY"]}
    assert record["stable"]["GMR"]["weak"] == {"A": [], "B": ["YY"]}


def test_a_pair_that_contradicts_the_ranking_is_refused() -> None:
    """What is much better must be better."""
    with pytest.raises(ModelError, match="'A' is said to find 'YN' much better than 'YY', but does not rank"):
        strength_of_preference(CHICKEN, {"A": [("YN", "YY")]})


def test_names_that_do_not_exist_are_refused() -> None:
    """Decision makers, states and kinds of deterrent must exist."""
    with pytest.raises(ModelError, match="no decision maker 'C'"):
        strength_of_preference(CHICKEN, {"C": CRASH})
    with pytest.raises(ModelError, match="no verdict by 'R' with 'strong' deterrents: give one of GMR"):
        strength_of_preference(CHICKEN, {}).witness.verdict("R", "strong", "A", "YY")
