"""Stability when some preferences are unknown."""

from __future__ import annotations

import json

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.deterrence import Proof, proof_record
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.unknown import TYPES, unknown_preferences, unknown_record

# A may go from s to t, B from there to u; A prefers t to s and u least.
ANSWER = Graph(
    ("A", "B"),
    ("s", "t", "u"),
    (((1,), (), ()), ((), (2,), ())),
    ((1, 2, 0), (0, 0, 1)),
)


def test_an_unknown_temptation_moves_the_bold() -> None:
    """If A cannot tell s from t, types a and c may go, and types b and d stay."""
    alone = Graph(("A",), ("s", "t"), (((1,), ()),), ((1, 0),))
    table = unknown_preferences(alone, {"A": [("t", "s")]}).outcome
    assert [table.stable_for("R", type_, "A") for type_ in TYPES] == [("t",), ("s", "t"), ("t",), ("s", "t")]


def test_an_unknown_end_deters_the_cautious() -> None:
    """If A cannot tell s from u, B's answer deters types c and d only."""
    table = unknown_preferences(ANSWER, {"A": [("s", "u")]}).outcome
    holds = ["s" in table.stable_for("SEQ", type_, "A") for type_ in TYPES]
    assert holds == [False, False, True, True]


def test_the_others_may_answer_by_moves_of_unknown_gain() -> None:
    """If B cannot tell t from u, its answer still counts as credible, for every type of A."""
    table = unknown_preferences(ANSWER, {"B": [("t", "u")]}).outcome
    assert all("s" in table.stable_for("SEQ", type_, "A") for type_ in TYPES)


def test_what_one_can_go_on_to_must_not_be_unknown_either() -> None:
    """By SMR an end deters the bold only if all it leads on to is known not to be preferred."""
    graph = Graph(
        ("A", "B"),
        ("s", "t", "u", "v"),
        (((1,), (), (3,), ()), ((), (2,), (), ())),
        ((1, 2, 0, 0), (0, 0, 0, 0)),
    )
    table = unknown_preferences(graph, {"A": [("s", "v")]}).outcome
    assert ["s" in table.stable_for("SMR", type_, "A") for type_ in TYPES] == [False, False, True, True]
    assert all("s" in table.stable_for("GMR", type_, "A") for type_ in TYPES)


def test_witnesses_show_the_answers() -> None:
    """The sanction that deters type c, and the move that nothing deters type a from."""
    solution = unknown_preferences(ANSWER, {"A": [("s", "u")]})
    kept = solution.witness.verdict("SEQ", "c", "A", "s")
    assert kept == Proof(((1, ((1, 2),)),), None)
    assert proof_record(ANSWER, kept) == {
        "stable": True,
        "sanctions": [{"improvement": "t", "sequence": [{"mover": "B", "to": "u"}]}],
    }
    left = solution.witness.verdict("SEQ", "a", "A", "s")
    assert proof_record(ANSWER, left) == {"stable": False, "unpunished": "t"}
    assert solution.witness.verdict("R", "a", "A", "t") == Proof((), None)


def test_the_record_is_plain_data() -> None:
    """Stable states and equilibria by concept and type survive the way through JSON."""
    record = json.loads(json.dumps(unknown_record(unknown_preferences(ANSWER, {"A": [("s", "u")]}))))
    assert record["states"] == ["s", "t", "u"]
    assert record["stable"]["SEQ"]["c"] == {"A": ["s", "t", "u"], "B": ["s", "u"]}
    assert record["equilibria"]["SEQ"] == {"a": ["u"], "b": ["u"], "c": ["s", "u"], "d": ["s", "u"]}


@pytest.mark.parametrize(
    ("unknown", "message"),
    [
        ({"C": [("s", "t")]}, "no decision maker 'C': there are A, B"),
        ({"A": [("s", "x")]}, "no state 'x': there are s, t, u"),
        ({"A": [("s", "s")]}, "state 's' is paired with itself"),
    ],
)
def test_pairs_that_make_no_sense_are_refused(
    unknown: dict[str, list[tuple[str, str]]], message: str
) -> None:
    """The message says what is wrong."""
    with pytest.raises(ModelError, match=message):
        unknown_preferences(ANSWER, unknown)


def test_a_verdict_that_does_not_exist_is_refused() -> None:
    """There is no type e."""
    with pytest.raises(ModelError, match="'SEQ' of type 'e' was not solved for: there are Ra, Rb"):
        unknown_preferences(ANSWER, {}).witness.verdict("SEQ", "e", "A", "s")


def test_too_many_states_are_refused() -> None:
    """The message gives the number of comparisons and the limit."""
    states = 3000
    still: tuple[tuple[int, ...], ...] = ((),) * states
    graph = Graph(("A",), tuple(f"s{k}" for k in range(states)), (still,), (tuple(range(states)),))
    with pytest.raises(ModelError, match="3,000 states make 144,000,000 comparisons"):
        unknown_preferences(graph, {})
