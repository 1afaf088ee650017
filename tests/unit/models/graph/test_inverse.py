"""Which rankings make a state an equilibrium, and how far off today's are."""

from __future__ import annotations

import json
from math import factorial

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.inverse import Count, counts_record, stabilising_rankings
from goodoffices.models.graph.least_changes import Change, changes_record, fewest_changes

DILEMMA = Graph(
    ("Row", "Column"),
    ("CC", "DC", "CD", "DD"),
    (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
    ((2, 3, 0, 1), (2, 0, 3, 1)),
)


def star(leaves: int) -> Graph:
    """One decision maker who can go from the centre to each of some leaves, the later the better."""
    reach = (tuple(range(1, leaves + 1)), *(() for _ in range(leaves)))
    labels = ("centre", *(f"leaf {k}" for k in range(leaves)))
    return Graph(("A",), labels, (reach,), (tuple(range(leaves + 1)),))


def test_nash_asks_that_a_state_be_best_of_those_in_reach() -> None:
    """One of k + 1 states is best in n!/(k + 1) strict rankings; of 13 weak orders of 3, 6 have it on top."""
    count = stabilising_rankings(star(2), "centre", "R").outcome.by["A"]
    assert count == Count(strict=2, all_strict=6, weak=6, all_weak=13)
    longer = stabilising_rankings(star(6), "centre", "R").outcome.by["A"]
    assert longer.strict == factorial(7) // 7


def test_cooperation_in_the_dilemmas_moves() -> None:
    """For CC by GMR, Row must not prefer both DC and DD to it: 16 of 24 rankings, and 256 profiles."""
    counts = stabilising_rankings(DILEMMA, "CC", "GMR").outcome
    assert {who: count.strict for who, count in counts.by.items()} == {"Row": 16, "Column": 16}
    assert counts.profiles() == 256


def test_the_demands_prove_the_count() -> None:
    """The witness lists for Row's move to DC what deters it: DC itself not preferred, or DD not."""
    (demand,) = stabilising_rankings(DILEMMA, "CC", "GMR").witness["Row"]
    assert demand.move == 1
    assert demand.alternatives == (1 << 1, 1 << 3)


def test_sequential_counts_cannot_be_multiplied() -> None:
    """By SEQ one's stability depends on what the others prefer."""
    counts = stabilising_rankings(DILEMMA, "CC", "SEQ").outcome
    with pytest.raises(ModelError, match="by SEQ one's stability depends on the others' rankings"):
        counts.profiles()


def test_many_moves_are_counted_in_closed_form() -> None:
    """One of 41 states is best in 41!/41 strict rankings, and on top, alone or not, in twice a(40) weak ones.

    Here a(n) is the number of rankings with ties of n things; of 2 there are 3, and of 3 there are 13.
    """
    count = stabilising_rankings(star(40), "centre", "R").outcome.by["A"]
    assert count.strict == factorial(40)
    fewer = stabilising_rankings(star(39), "centre", "R").outcome.by["A"]
    assert count.weak == 2 * fewer.all_weak
    assert stabilising_rankings(star(2), "centre", "R").outcome.by["A"].all_weak == 13


def test_what_is_too_much_to_count_is_refused() -> None:
    """The messages give number and limit and say that the fewest changes can be found all the same."""
    with pytest.raises(ModelError, match="1,025 states have too many rankings to count: at most 1,024"):
        stabilising_rankings(star(1024), "centre", "R")
    answers = ((), *((k + 21,) for k in range(1, 22)), *(() for _ in range(21)))
    out = (tuple(range(1, 22)), *(() for _ in range(42)))
    many = Graph(("A", "B"), tuple(f"s{k}" for k in range(43)), (out, answers), ((0,) * 43,) * 2)
    with pytest.raises(ModelError, match="21 moves can be answered in different ways, too many to count"):
        stabilising_rankings(many, "s0", "GMR")
    assert fewest_changes(many, "s0", "GMR").outcome.by["A"].pairs == 0
    nothing: tuple[tuple[int, ...], ...] = ((),) * 21
    mine, yours = ((1,), (), tuple(range(3, 24)), *nothing), ((), (2,), (), *nothing)
    wide = Graph(("A", "B"), tuple(f"s{k}" for k in range(24)), (mine, yours), (tuple(range(24)),) * 2)
    with pytest.raises(ModelError, match=r"the place of 23 states can matter, which makes 2\^23 sets to try"):
        stabilising_rankings(wide, "s0", "SMR")


def test_a_state_is_raised_past_what_it_must_not_lose_to() -> None:
    """Row must stop preferring DC to CC: one pair, after which CC is its best state."""
    change = fewest_changes(DILEMMA, "CC", "R").outcome.by["Row"]
    assert change == Change(1, ("DC",), (("CC",), ("DC",), ("DD",), ("CD",)))


def test_what_is_stable_needs_no_change() -> None:
    """Nothing has to change for DD, which is Nash stable."""
    changes = fewest_changes(DILEMMA, "DD", "R").outcome
    assert [change.pairs for change in changes.by.values()] == [0, 0]
    assert [change.passed for change in changes.by.values()] == [(), ()]
    assert changes.together


def test_a_tie_that_breaks_is_a_change() -> None:
    """To pass t, s leaves u, with which it was equal: two pairs change."""
    graph = Graph(("A",), ("s", "t", "u"), (((1,), (), ()),), ((0, 1, 0),))
    assert fewest_changes(graph, "s", "R").outcome.by["A"] == Change(2, ("t",), (("s",), ("t",), ("u",)))


def test_changes_may_undo_each_other_by_sseq() -> None:
    """A stays at s as C would return there and B go on to u; once B prefers s to u, A has nothing to fear."""
    graph = Graph(
        ("A", "B", "C"),
        ("s", "t", "u"),
        (((1,), (), ()), ((2,), (), ()), ((), (0,), ())),
        ((1, 2, 0), (0, 0, 1), (1, 0, 0)),
    )
    changes = fewest_changes(graph, "s", "SSEQ").outcome
    assert [change.pairs for change in changes.by.values()] == [0, 2, 0]
    assert not changes.together
    assert fewest_changes(graph, "s", "SEQ").outcome.together


def test_records_are_plain_data() -> None:
    """Counts and changes survive the way through JSON."""
    counted = json.loads(json.dumps(counts_record(stabilising_rankings(DILEMMA, "CC", "GMR"))))
    assert counted["rankings"]["Row"] == {"strict": 16, "all_strict": 24, "weak": 56, "all_weak": 75}
    changed = json.loads(json.dumps(changes_record(fewest_changes(DILEMMA, "CC", "R"))))
    assert changed["together"] is True
    assert changed["changes"]["Row"] == {
        "pairs": 1,
        "passed": ["DC"],
        "ranking": [["CC"], ["DC"], ["DD"], ["CD"]],
    }


def test_an_unknown_question_is_refused() -> None:
    """State and concept must exist."""
    with pytest.raises(ModelError, match="no state 'XX'"):
        fewest_changes(DILEMMA, "XX", "R")
    with pytest.raises(ModelError, match="no stability concept 'NASH': there are R, GMR, SMR, SEQ, SSEQ"):
        stabilising_rankings(DILEMMA, "CC", "NASH")


def test_too_many_states_are_refused_unless_nobody_answers() -> None:
    """By R a state's own moves are all there is to look at, by other concepts the answers as well."""
    large = star(1001)
    assert fewest_changes(large, "centre", "R").outcome.by["A"].pairs == 1001
    with pytest.raises(ModelError, match="1,002 states with up to 1001 moves from 'centre' take 1,003,002"):
        fewest_changes(large, "centre", "GMR")
