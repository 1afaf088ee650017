"""The shortest answer to a move."""

from __future__ import annotations

from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.reach import Reach
from goodoffices.models.graph.sanctions import Move, shortest_answer
from goodoffices.models.graph.solve import CONCEPTS

# A goes from s to t; B can go on to u, which hurts A, or to v, from which C can go to u as well.
CHASE = Graph(
    ("A", "B", "C"),
    ("s", "t", "u", "v"),
    (((1,), (), (), ()), ((), (2, 3), (), ()), ((), (), (), (2,))),
    ((1, 2, 0, 3), (0, 1, 0, 2), (0, 0, 2, 1)),
)
LEAVE = Move(who=0, start=0, target=1)


def test_a_direct_answer_is_the_shortest() -> None:
    """B moves to u at once."""
    assert shortest_answer(CHASE, CONCEPTS["GMR"], LEAVE) == ((2, 1),)


def test_answers_by_improvement_may_be_longer() -> None:
    """B prefers v, and from there C prefers u."""
    assert shortest_answer(CHASE, CONCEPTS["SEQ"], LEAVE) == ((3, 1), (2, 2))


def test_nobody_answers_by_nash() -> None:
    """Then there is no answer."""
    assert shortest_answer(CHASE, CONCEPTS["R"], LEAVE) is None


def test_there_may_be_no_answer() -> None:
    """Nobody but A can move from s."""
    assert shortest_answer(CHASE, CONCEPTS["GMR"], Move(who=0, start=1, target=0)) is None


def test_a_further_move_may_make_up_for_it() -> None:
    """If A could go on from u to v, being moved to u would not deter it for good."""
    moves: list[Reach] = [((1,), (), (3,), ()), *CHASE.moves[1:]]
    agile = Graph(CHASE.decision_makers, CHASE.states, moves, CHASE.ranks)
    assert shortest_answer(agile, CONCEPTS["GMR"], LEAVE) == ((2, 1),)
    assert shortest_answer(agile, CONCEPTS["SMR"], LEAVE) is None
