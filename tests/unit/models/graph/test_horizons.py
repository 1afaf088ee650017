"""Looking a number of moves ahead, and without limit."""

from __future__ import annotations

import json

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.foresight import Plan
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.horizons import foresight_record, limited_move, non_myopic
from goodoffices.models.graph.stability import stability

MOVES = (((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,)))
DILEMMA = Graph(("Row", "Column"), ("CC", "DC", "CD", "DD"), MOVES, ((2, 3, 0, 1), (2, 0, 3, 1)))
CHICKEN = Graph(("A", "B"), ("NN", "YN", "NY", "YY"), MOVES, ((0, 1, 3, 2), (0, 3, 1, 2)))
# Row would match, Column would differ: whoever is to move gains by it, at every horizon anew.
PENNIES = Graph(("Row", "Column"), ("HH", "TH", "HT", "TT"), MOVES, ((1, 0, 0, 1), (0, 1, 1, 0)))


def test_one_move_ahead_is_nash() -> None:
    """With horizon 1 nobody answers."""
    for game in (DILEMMA, CHICKEN, PENNIES):
        nash = stability(game, concepts=("R",)).outcome
        near = limited_move(game, 1).outcome
        assert all(near.stable_for(who) == nash.stable_for("R", who) for who in game.decision_makers)


def test_two_moves_ahead_prisoners_keep_cooperating() -> None:
    """At CC, Row's going to DC would be answered by DD, worse for Row than CC; so it stays (by hand)."""
    table = limited_move(DILEMMA, 2).outcome
    assert table.stable_for("Row") == ("CC", "DC", "DD")
    assert table.equilibria() == ("CC", "DD")


def test_far_sighted_prisoners_keep_what_they_have() -> None:
    """From horizon 2 on plans settle: mutual cooperation and mutual defection both hold (by hand)."""
    table = non_myopic(DILEMMA).outcome
    assert (table.equilibria(), table.period, table.horizon) == (("CC", "DD"), 1, None)


def test_far_sighted_drivers_both_swerve() -> None:
    """In Chicken only YY holds for long foresight: who yields alone does better to stop (by hand).

    From YN, A goes to NN; there B yields rather than crash, and A ends with its best outcome, NY. So YN does
    not hold for A, nor NY for B.
    """
    assert [limited_move(CHICKEN, horizon).outcome.equilibria() for horizon in (1, 2, 3, 4)] == [
        ("YN", "NY"),
        (),
        ("YY",),
        ("YY",),
    ]
    assert non_myopic(CHICKEN).outcome.equilibria() == ("YY",)


def test_the_witness_plays_the_moves_out() -> None:
    """From YN with three moves left A moves to NN, B yields to NY, and A stays."""
    witness = limited_move(CHICKEN, 3).witness
    assert witness.play("A", "YN", horizon=3) == ((0, 0), (1, 2))
    assert witness.plan("A", "YN", horizon=3) == Plan(0, 2, unique=True)
    assert witness.plan("A", "NY", horizon=3).move is None


def test_plans_that_never_settle_hold_only_if_they_hold_throughout() -> None:
    """In matching pennies plans go round for ever, and no state holds for either."""
    table = non_myopic(PENNIES).outcome
    assert table.equilibria() == ()
    assert table.period is not None
    horizons = [limited_move(PENNIES, horizon).outcome.stable for horizon in range(6, 6 + table.period)]
    for who, name in enumerate(PENNIES.decision_makers):
        always = [all(stable[who][s] for stable in horizons) for s in range(4)]
        assert table.stable_for(name) == tuple(
            label for label, holds in zip(PENNIES.states, always, strict=True) if holds
        )


def test_a_choice_between_equal_ends_is_marked() -> None:
    """A is indifferent between t and u, but B is not: what B can expect hangs on A's choice."""
    graph = Graph(
        ("A", "B"),
        ("s", "t", "u", "v"),
        (((1, 2), (), (), ()), ((), (), (), (0,))),
        ((0, 1, 1, 0), (0, 2, 0, 1)),
    )
    solution = limited_move(graph, 2)
    assert solution.witness.plan("A", "s", horizon=1) == Plan(1, 1, unique=False)
    assert not solution.witness.plan("B", "v", horizon=2).unique


def test_the_record_is_plain_data() -> None:
    """Horizon, stable states and plays survive the way through JSON."""
    record = json.loads(json.dumps(foresight_record(limited_move(CHICKEN, 3))))
    assert (record["horizon"], record["period"], record["equilibria"]) == (3, None, ["YY"])
    assert record["stable"]["A"] == ["NY", "YY"]
    assert record["plays"]["A"]["YN"] == {
        "steps": [{"mover": "A", "to": "NN"}, {"mover": "B", "to": "NY"}],
        "end": "NY",
        "unique": True,
    }


@pytest.mark.parametrize("horizon", [0, -1, 50_001])
def test_a_horizon_out_of_range_is_refused(horizon: int) -> None:
    """It must be at least 1 and not absurd."""
    with pytest.raises(ModelError, match=f"horizon {horizon} with 4 states: it must be at least 1"):
        limited_move(DILEMMA, horizon)


def test_plans_that_do_not_repeat_in_time_are_refused() -> None:
    """On a long chain whose end both want, each move more of foresight changes the plans once more."""
    length = 460
    onwards = tuple((state + 1,) if state + 1 < length else () for state in range(length))
    goal = (*(0 for _ in range(length - 1)), 1)
    chain = Graph(("A", "B"), tuple(f"s{k}" for k in range(length)), (onwards, onwards), (goal, goal))
    with pytest.raises(ModelError, match="plans have not begun to repeat after 434 moves"):
        non_myopic(chain)


def test_play_may_use_up_the_horizon() -> None:
    """With one move left Row makes it, and nobody answers."""
    assert limited_move(PENNIES, 1).witness.play("Row", "TH", horizon=1) == ((0, 0),)


def test_three_decision_makers_are_refused() -> None:
    """The message names concepts that take any number."""
    three = Graph(("A", "B", "C"), ("s",), (((),),) * 3, ((0,),) * 3)
    with pytest.raises(ModelError, match="for two decision makers, but there are 3: use SEQ or GMR"):
        non_myopic(three)


def test_a_horizon_that_was_not_computed_is_refused() -> None:
    """The message says which were."""
    with pytest.raises(ModelError, match="horizon 4 was not computed: there are 0 to 3"):
        limited_move(CHICKEN, 3).witness.plan("A", "NN", horizon=4)
