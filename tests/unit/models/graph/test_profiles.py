"""Rankings of all decision makers at once."""

from __future__ import annotations

import json

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.inverse import stabilising_rankings
from goodoffices.models.graph.least_changes import fewest_changes
from goodoffices.models.graph.profiles import equilibrium_profiles, nearest_profile, nearest_record

MOVES = (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,)))
DILEMMA = Graph(("Row", "Column"), ("CC", "DC", "CD", "DD"), MOVES, ((2, 3, 0, 1), (2, 0, 3, 1)))

# A would go from s past x to t; B could answer by going on to u, if only it preferred u to t.
ANSWER = Graph(
    ("A", "B"),
    ("s", "t", "u", "x"),
    (((1,), (), (), ()), ((), (2,), (), ())),
    ((1, 3, 0, 2), (2, 1, 0, 3)),
)


@pytest.mark.parametrize(("concept", "number"), [("R", 144), ("GMR", 256)])
def test_where_rankings_do_not_interact_the_counts_multiply(concept: str, number: int) -> None:
    """By R 12 × 12 of the 576 combinations make CC an equilibrium, by GMR 16 × 16."""
    count = equilibrium_profiles(DILEMMA, "CC", concept).outcome
    assert (count.equilibria, count.profiles) == (number, 576)
    assert stabilising_rankings(DILEMMA, "CC", concept).outcome.profiles() == number


def test_by_seq_combinations_interact() -> None:
    """CC holds by SEQ in 193 combinations: 144 by R for both, 24 + 24 where one is deterred, 1 for both.

    Row is deterred if it ranks DD < CC < DC (4 rankings) and Column ranks DD above DC; Column for its part
    must rank CC above CD (6 rankings in all). Both are deterred in the prisoners' dilemma alone.
    """
    counted = equilibrium_profiles(DILEMMA, "CC", "SEQ")
    assert counted.outcome.equilibria == 144 + 24 + 24 + 1
    assert sorted(label for (label,) in counted.witness["Row"]) == sorted(DILEMMA.states)


def test_another_ones_will_may_be_nearer_than_ones_own_ranking() -> None:
    """Alone A would have to change two pairs; B needs to turn round only one to keep A at s."""
    assert fewest_changes(ANSWER, "s", "SEQ").outcome.by["A"].pairs == 2
    nearest = nearest_profile(ANSWER, "s", "SEQ")
    assert nearest.outcome.pairs == {"A": 0, "B": 1}
    # A tie would not do: B must prefer u.
    assert nearest.outcome.rankings["B"] == (("x",), ("s",), ("u",), ("t",))
    (demand,) = nearest.witness["A"]
    assert demand.alternatives == (1 << 1, 1 << 2)
    assert nearest.witness["B"] == ()


def test_where_changes_undo_each_other_others_are_found() -> None:
    """By SSEQ B may not prefer s to u if A is to stay; then A's own ranking has to change with B's."""
    graph = Graph(
        ("A", "B", "C"),
        ("s", "t", "u"),
        (((1,), (), ()), ((2,), (), ()), ((), (0,), ())),
        ((1, 2, 0), (0, 0, 1), (1, 0, 0)),
    )
    assert not fewest_changes(graph, "s", "SSEQ").outcome.together
    assert nearest_profile(graph, "s", "SSEQ").outcome.pairs == {"A": 1, "B": 2, "C": 0}


def test_the_record_is_plain_data() -> None:
    """Pairs and rankings survive the way through JSON."""
    record = json.loads(json.dumps(nearest_record(nearest_profile(ANSWER, "s", "SEQ"))))
    assert record["pairs"] == {"A": 0, "B": 1}
    assert record["rankings"]["A"] == [["t"], ["x"], ["s"], ["u"]]


def test_what_is_too_large_to_try_is_refused() -> None:
    """The messages give the numbers and point to what can be found all the same."""
    states = tuple(f"s{k}" for k in range(7))
    reach = (tuple(range(1, 7)), *(() for _ in range(6)))
    two = Graph(("A", "B"), states, (reach, reach), (tuple(range(7)),) * 2)
    with pytest.raises(ModelError, match="7 states and 2 decision makers make 25,401,600 combinations"):
        equilibrium_profiles(two, "s0", "SEQ")
    five = Graph(tuple("ABCDE"), states, (reach,) * 5, (tuple(range(7)),) * 5)
    with pytest.raises(
        ModelError, match=r"7 states and 5 decision makers make more than 10\^18 combinations"
    ):
        equilibrium_profiles(five, "s0", "SEQ")
    with pytest.raises(ModelError, match="7 states have too many rankings to try them together: at most 6"):
        nearest_profile(two, "s0", "SEQ")
    six = (tuple(range(1, 6)), *(() for _ in range(5)))
    three = Graph(("A", "B", "C"), states[:6], (six, six, six), (tuple(range(6)),) * 3)
    with pytest.raises(ModelError, match=r"up to [\d,]+ combinations of rankings may have to be tried"):
        nearest_profile(three, "s0", "R")


@pytest.mark.parametrize("question", [equilibrium_profiles, nearest_profile])
def test_an_unknown_question_is_refused(question: object) -> None:
    """State and concept must exist."""
    assert callable(question)
    with pytest.raises(ModelError, match="no state 'XX'"):
        question(DILEMMA, "XX", "R")
    with pytest.raises(ModelError, match="no stability concept 'NASH'"):
        question(DILEMMA, "CC", "NASH")
