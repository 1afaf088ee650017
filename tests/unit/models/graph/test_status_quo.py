"""What can become of the status quo."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.status_quo import Arrival, Stage, status_quo, status_quo_record
from goodoffices.workspace.catalogue import load_conflict

CATALOGUE = Path(__file__).parents[4] / "catalogue"

# A must move twice, with B in between; C's only move is no improvement.
RELAY = Graph(
    ("A", "B", "C"),
    ("s", "t", "u", "v", "w"),
    (
        ((1,), (), (3,), (), ()),
        ((), (2,), (), (), ()),
        ((4,), (), (), (), ()),
    ),
    ((0, 1, 1, 2, 0), (0, 0, 1, 0, 0), (1, 0, 0, 0, 0)),
)


def test_one_may_move_again_after_another() -> None:
    """From s, A and B get to v in three moves, A making the first and the last, each to its own gain."""
    solution = status_quo(RELAY, "s", targets=["v"])
    expected = Arrival(3, (("A", "B"),))
    assert solution.outcome.by_moves["v"] == expected
    assert solution.outcome.by_improvements["v"] == expected
    assert solution.witness.improving["v"] == ((0, 1), (1, 2), (0, 3))


def test_a_move_against_ones_interest_is_told_apart() -> None:
    """C could go to w, but would lose by it, so improvements do not lead there."""
    solution = status_quo(RELAY, "s", targets=["w"])
    assert solution.outcome.by_moves["w"] == Arrival(1, (("C",),))
    assert solution.outcome.by_improvements["w"] == Arrival(None, ())
    assert solution.witness.to["w"] == ((2, 4),)
    assert solution.witness.improving["w"] is None


def test_the_status_quo_is_reached_without_moves() -> None:
    """The start itself needs no move and nobody's help."""
    solution = status_quo(RELAY, "s", targets=["s"])
    assert solution.outcome.by_moves["s"] == Arrival(0, ((),))
    assert solution.witness.to["s"] == ()


def test_stages_list_states_with_their_last_movers() -> None:
    """The table of the literature: what is first reached, by whom, after how many moves."""
    stages = status_quo(RELAY, "s").witness.stages
    assert stages == (Stage(1, "A", "t"), Stage(1, "C", "w"), Stage(2, "B", "u"), Stage(3, "A", "v"))


def test_targets_are_the_equilibria_if_none_are_given() -> None:
    """What could last is what one asks about first: t, where A would punish B, and the ends v and w."""
    assert tuple(status_quo(RELAY, "s").outcome.by_moves) == ("t", "v", "w")


def test_elmira_reaches_its_lasting_outcomes_from_the_status_quo() -> None:
    """From s1 of Elmira the local government alone brings about s5; for s8, where it insists, all must move.

    Our result: moves follow from the options of Hipel, Fang, Kilgour and Haight (1993).
    """
    elmira = load_conflict(CATALOGUE / "hipel1993" / "conflict.yaml")
    outlook = status_quo(elmira, "NYNNN", targets=["NYNNY", "YNYNY", elmira.states[8]]).outcome
    everyone = ("Ministry of the Environment", "Uniroyal", "Local government")
    assert outlook.by_moves["NYNNY"] == Arrival(1, (("Local government",),))
    assert outlook.by_moves["YNYNY"] == Arrival(3, (everyone,))
    assert outlook.by_moves[elmira.states[8]] == Arrival(1, (("Uniroyal",),))
    assert outlook.by_improvements["NYNNY"] == Arrival(1, (("Local government",),))
    assert outlook.by_improvements["YNYNY"].moves is None


def test_the_record_is_plain_data() -> None:
    """Targets, movers and paths survive the way through JSON."""
    record = json.loads(json.dumps(status_quo_record(status_quo(RELAY, "s", targets=["w"]))))
    assert record["start"] == "s"
    assert record["targets"] == [
        {
            "state": "w",
            "by_moves": {"moves": 1, "movers": [["C"]], "path": [{"mover": "C", "to": "w"}]},
            "by_improvements": {"moves": None, "movers": [], "path": None},
        }
    ]


def test_a_state_that_does_not_exist_is_refused() -> None:
    """Neither the start nor a target may be unknown."""
    with pytest.raises(ModelError, match="no state 'x': there are s, t, u, v, w"):
        status_quo(RELAY, "x")
    with pytest.raises(ModelError, match="no state 'y'"):
        status_quo(RELAY, "s", targets=["y"])


def test_too_many_decision_makers_are_refused() -> None:
    """The message gives the limit."""
    names = tuple(f"d{k}" for k in range(13))
    crowd = Graph(names, ("s",), (((),),) * 13, ((0,),) * 13)
    with pytest.raises(ModelError, match=r"13 decision makers have more subsets .* at most 12"):
        status_quo(crowd, "s")


def test_too_many_states_are_refused() -> None:
    """The message gives the work and the limit before it starts."""
    states = 400_000
    still: tuple[tuple[int, ...], ...] = ((),) * states
    large = Graph(("A", "B"), tuple(map(str, range(states))), (still, still), (range(states),) * 2)
    with pytest.raises(ModelError, match="400,000 states and 2 decision makers take 3,200,000 look-ups"):
        status_quo(large, "0")
