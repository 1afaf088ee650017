"""The few states of a conflict that are shown."""

from __future__ import annotations

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.landscape import (
    MOST_SPOTS,
    landscape,
    rank_from_best,
    stable_by,
)
from goodoffices.models.graph.preferences import Priorities, Ranking
from goodoffices.models.graph.replay import check_verdict
from goodoffices.models.graph.states import Option


def truce() -> Conflict:
    """Return a conflict in which both would sign once North has."""
    return option_form(
        name="Truce",
        decision_makers=["North", "South"],
        options=[Option("sign", "North"), Option("sign", "South")],
        preferences={
            "North": Priorities(("North.sign", "South.sign")),
            "South": Priorities(("North.sign iff South.sign",)),
        },
    )


def many(count: int) -> Conflict:
    """Return a conflict in which nobody prefers anything, so that every state holds."""
    names = [f"d{number}" for number in range(count)]
    return option_form(
        name="Many",
        decision_makers=names,
        options=[Option("o", name) for name in names],
        preferences={name: Priorities(("true",)) for name in names},
    )


def test_the_path_from_the_status_quo_is_shown() -> None:
    """North signs, then South; each is named as the mover."""
    shown = landscape(truce(), start="NN", concepts=("R",)).outcome
    assert [(spot.name, spot.state, spot.step) for spot in shown.spots] == [
        ("SQ", "NN", 0),
        ("E1", "YY", 2),
        ("P1", "YN", 1),
    ]
    assert [(link.before, link.after, link.movers) for link in shown.links] == [
        ("SQ", "P1", ("North",)),
        ("P1", "E1", ("South",)),
    ]
    assert (shown.equilibria, shown.hidden, shown.states, shown.searched) == (1, 0, 4, True)
    assert shown.start == shown.spots[0]


def test_without_a_status_quo_only_equilibria_are_shown() -> None:
    """No paths are looked for, and nothing counts as reached."""
    found = landscape(truce(), concepts=("R",))
    assert [spot.name for spot in found.outcome.spots] == ["E1"]
    assert found.outcome.links == ()
    assert found.outcome.start is None
    assert found.witness.paths is None
    assert found.outcome.spots[0].step is None


def test_a_status_quo_that_holds_is_named_as_such() -> None:
    """It keeps its name, and counts among the equilibria that are shown."""
    shown = landscape(truce(), start="YY", concepts=("R",)).outcome
    assert [(spot.name, spot.concepts, spot.start) for spot in shown.spots] == [("SQ", ("R",), True)]
    assert shown.held == shown.spots


def test_never_more_than_a_few_states_are_shown() -> None:
    """Of 64 equilibria six are shown, and the number of the others is known."""
    shown = landscape(many(6), start="NNNNNN").outcome
    assert len(shown.held) == 6
    assert shown.hidden == 58
    assert len(landscape(many(6), start="NNNNNN", most=100).outcome.spots) == MOST_SPOTS


def test_too_many_parties_are_shown_without_paths() -> None:
    """Thirteen decision makers have more subsets than the status quo analysis tries."""
    found = landscape(many(13), start="N" * 13, concepts=("R",), most=2)
    assert not found.outcome.searched
    assert found.witness.paths is None


def test_two_parties_may_make_the_same_move() -> None:
    """In a merged graph of two moves, each arrow is drawn once with everybody who makes it."""
    conflict = option_form(
        name="Door",
        decision_makers=["A", "B"],
        options=[Option("open", "A"), Option("open", "B")],
        preferences={"A": Priorities(("A.open or B.open",)), "B": Priorities(("A.open or B.open",))},
        same=["YY", "YN"],
    )
    shown = landscape(conflict, start="NN", concepts=("R",)).outcome
    assert {link.after for link in shown.links} <= {spot.name for spot in shown.spots}


def test_only_the_kind_asked_for_is_shown() -> None:
    """Stability is solved by all concepts, but only what holds by R is shown."""
    shown = landscape(truce(), start="NN", shown_by=("R",))
    assert [spot.state for spot in shown.outcome.held] == ["YY"]
    assert shown.outcome.held[0].concepts == ("R", "GMR", "SMR", "SEQ", "SSEQ")
    assert shown.parameters["shown_by"] == ("R",)


def test_proofs_come_along() -> None:
    """The witness holds the verdict on each state, which replays."""
    found = landscape(truce(), start="NN")
    verdict = found.witness.stability.witness.verdict("R", "South", "YN")
    assert not verdict.stable
    check_verdict(truce().graph, verdict)


def test_ranks_are_counted_from_the_best() -> None:
    """A ranking of three levels gives places from 1 to 3."""
    conflict = option_form(
        name="One",
        decision_makers=["A"],
        options=[Option("x", "A"), Option("y", "A")],
        preferences={"A": Ranking((("YY",), ("YN", "NY"), ("NN",)))},
    )
    assert [rank_from_best(conflict, "A", state) for state in ("YY", "NY", "NN")] == [(1, 3), (2, 3), (3, 3)]


def test_stability_of_one_state_for_one_party() -> None:
    """South would leave the state in which North alone signs, so no concept but GMR's kind keeps it."""
    table = landscape(truce(), start="NN").witness.stability.outcome
    assert stable_by(table, "North", "YN") == ("R", "GMR", "SMR", "SEQ", "SSEQ")
    assert "R" not in stable_by(table, "South", "YN")


def test_an_unknown_status_quo_is_refused() -> None:
    """The message names it."""
    with pytest.raises(ModelError, match="no state 'YYY'"):
        landscape(truce(), start="YYY")
