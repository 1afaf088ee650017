"""Moves and ranks as arrays, and what reads them one by one."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import option_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.labels import MOST_KEPT, StateLabels, state_labels
from goodoffices.models.graph.option_moves import OptionMoves, changes
from goodoffices.models.graph.preferences import Priorities
from goodoffices.models.graph.ranks import Ranks, to_ranks
from goodoffices.models.graph.reach import ListedMoves, list_moves
from goodoffices.models.graph.states import Combinations, Option, state_space

ROWS = ((1, 2), (), (0,))
LISTED = list_moves("A", ROWS)
LARGE = state_space([Option(f"o{k}", "A") for k in range(17)], infeasible=["o0 and o16"])


def test_listed_moves_are_rows_end_to_end() -> None:
    """Offsets say where each state's moves begin in the list of all."""
    assert LISTED.indptr.tolist() == [0, 2, 2, 3]
    assert LISTED.indices.tolist() == [1, 2, 0]
    assert LISTED.starts().tolist() == [0, 0, 2]
    assert tuple(LISTED) == ROWS
    assert LISTED[-1] == (0,)
    assert LISTED.listed() is LISTED


def test_moves_turn_round_and_thin_out() -> None:
    """Turned round, each state has its sources; thinned out, only the chosen moves are left."""
    assert tuple(LISTED.backwards()) == ((2,), (0,), (0,))
    assert tuple(LISTED.kept(np.array([False, True, True]))) == ((2,), (), (0,))


def test_moves_cannot_be_changed_and_compare_by_value() -> None:
    """The arrays are read-only, equal moves are equal and hash alike."""
    with pytest.raises(ValueError, match="read-only"):
        LISTED.indices[0] = 0
    assert LISTED == list_moves("B", ROWS) != list_moves("A", ((1,), (), (0,)))
    assert len({LISTED, list_moves("B", ROWS)}) == 1
    with pytest.raises(IndexError):
        LISTED[3]


def test_moves_by_options_are_the_listed_ones() -> None:
    """Worked out or listed, moves skip infeasible combinations and keep to directions."""
    moves = OptionMoves(np.array([0, 1, 3, 5, 6, 7], dtype=np.int32), 0b011, 0b001, 0b010)
    assert tuple(moves) == tuple(moves.listed()) == ((1,), (), (1,), (), (3, 5), (3,))
    assert moves == OptionMoves(moves.combinations.copy(), 0b011, 0b001, 0b010)
    assert moves != OptionMoves(moves.combinations, 0b011, 0, 0)
    assert len({moves, OptionMoves(moves.combinations, 0b011, 0b001, 0b010)}) == 1


@pytest.mark.parametrize("own", [0b1010101, 0b11111111])
def test_moves_by_few_or_many_options_are_the_listed_ones(own: int) -> None:
    """Gone through one by one or all at once, options give the same moves, with and without gaps."""
    whole = np.arange(256, dtype=np.int32)
    for combinations in (whole, whole[whole % 3 > 0]):
        moves = OptionMoves(combinations, own, 0b1, 0b100)
        assert tuple(moves) == tuple(moves.listed())
        assert max(map(len, moves)) <= 2 ** own.bit_count() - 1


def test_who_owns_nothing_changes_nothing() -> None:
    """Without options there is no change and no move."""
    moves = OptionMoves(np.arange(2, dtype=np.int32), 0, 0, 0)
    assert changes(0).tolist() == []
    assert tuple(moves) == tuple(moves.listed()) == ((), ())


def test_a_graph_answers_for_one_mover_and_state() -> None:
    """`moves_of` reads the moves of whatever kind."""
    space = [Option("a", "A"), Option("b", "B")]
    indifferent = Priorities(("true",))
    graph = option_form(
        name="t", decision_makers="AB", options=space, preferences={"A": indifferent, "B": indifferent}
    ).graph
    assert graph.moves_of(0, 0) == (1,)
    assert graph.moves_of(1, 0) == (2,)
    assert Graph(("A",), ("s", "t", "u"), (LISTED,), ((0, 0, 0),)).moves[0] is LISTED


@pytest.mark.parametrize(
    ("values", "ranks"),
    [((2, 0, 2), (2, 0, 2)), ((5, 1, 5), (1, 0, 1)), ((0.5, -1.0, 2.5), (1, 0, 2)), ((10**30, -1), (1, 0))],
)
def test_numbers_become_ranks(values: tuple[float, ...], ranks: tuple[int, ...]) -> None:
    """Only their order is kept, and ties stay ties."""
    found = to_ranks("A", values)
    assert found == ranks
    assert (len(found), found[0], hash(found)) == (len(ranks), ranks[0], hash(ranks))
    assert to_ranks("A", found) is found
    assert found != list(ranks)
    assert found == Ranks(np.array(ranks, dtype=np.int32))


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ((10**30, float("nan")), "the rank of state 1 for .A. is no number"),
        ((0.0, float("nan")), "the rank of state 1 for 'A' is no number"),
        (np.array(["x"]), "the ranks of 'A' are no numbers"),
    ],
)
def test_what_is_no_number_is_no_rank(values: tuple[float, ...], message: str) -> None:
    """The message says whose rank of which state."""
    with pytest.raises(ModelError, match=message):
        to_ranks("A", values)


def test_labels_of_large_spaces_are_made_when_asked_for() -> None:
    """They read like a tuple: by number, by slice, in order, by name."""
    labels = state_labels(LARGE)
    assert isinstance(labels, StateLabels)
    assert len(labels) == 3 * 2**15 > MOST_KEPT
    assert labels[1] == "Y" + "N" * 16
    assert labels[:2] == ("N" * 17, "Y" + "N" * 16)
    assert sum(label.endswith("Y") for label in labels) == 2**15
    assert labels.index("N" * 16 + "Y") == 2**16
    assert "N" * 17 in labels
    assert "N" * 16 + "-" not in labels
    assert "Y" + "N" * 15 + "Y" not in labels
    with pytest.raises(ValueError, match="YN"):
        labels.index("YN")
    with pytest.raises(ValueError, match="NNN"):
        labels.index("N" * 17, 1)


def test_combinations_compare_by_value() -> None:
    """Equal combinations are equal and hash alike, those of another state are not."""
    space = state_space([Option("a", "A"), Option("b", "A")], same=["-Y"])
    assert tuple(space.states) == ((0,), (1,), (2, 3))
    assert space.states.owners().tolist() == [0, 1, 2, 2]
    other = Combinations(space.states.masks.copy(), space.states.first.copy())
    assert len({space.states, other}) == 1
    assert space.states != state_space([Option("a", "A"), Option("b", "A")]).states


def test_rows_may_be_any_sequence() -> None:
    """A list of lists is read like a tuple of tuples."""
    assert isinstance(list_moves("A", [[1], [0]]), ListedMoves)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Ranks(int32(0, 2)), "ranks from 0 to 2 are given for 2 states"),
        (lambda: Ranks(int32(-1, 0)), "ranks from -1 to 0"),
        (lambda: ListedMoves(np.array([0, 2, 1]), int32(0)), "must ascend from 0 to the 1 moves"),
        (lambda: ListedMoves(np.array([0, 1, 2]), int32(0)), "must ascend from 0 to the 1 moves"),
        (lambda: ListedMoves(np.array([1, 1, 1]), int32(0)), "must ascend from 0 to the 1 moves"),
        (lambda: ListedMoves(np.array([0, 1, 1]), int32(2)), "leads outside the states 0 to 1"),
        (lambda: OptionMoves(int32(1, 0), 1, 0, 0), "must be different, ascending"),
        (lambda: OptionMoves(int32(-1, 0), 1, 0, 0), "must be different, ascending"),
        (lambda: OptionMoves(int32(), 1, 0, 0), "must be different, ascending"),
        (lambda: OptionMoves(int32(0, 1), 1, 2, 0), "options 10 go one way, but the mover owns 1"),
    ],
)
def test_arrays_that_compiled_loops_could_not_trust_are_refused(
    make: Callable[[], object], message: str
) -> None:
    """The loops check nothing, so every place in them is checked before."""
    with pytest.raises(ModelError, match=message):
        make()


def int32(*values: int) -> NDArray[np.int32]:
    """An array of small integers."""
    return np.array(values, dtype=np.int32)
