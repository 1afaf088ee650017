"""The probability of collective action."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees import chances
from goodoffices.models.guarantees.bodies import north_atlantic_council, un_security_council
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.rules import AtLeast, EachAlone, Unanimous

ABC = ("a", "b", "c")
HALVES = dict.fromkeys(ABC, 0.5)


def test_intervals_give_an_interval() -> None:
    """The bounds of the result are the results of the bounds."""
    outcome = probability_of_action(EachAlone(("a", "b")), {"a": Interval(0.1, 0.2, 0.5), "b": 0.5}).outcome
    assert outcome.as_list() == pytest.approx([0.55, 0.6, 0.75])


def test_witness_shows_what_was_used_and_who_can_stop_it() -> None:
    """The attacker's willingness is 0 whatever was given for it."""
    witness = probability_of_action(AtLeast(ABC, 2), HALVES, attacker="a").witness
    assert witness.willingness["a"] == Interval.exactly(0.0)
    assert (witness.veto_players, witness.ceiling, witness.reason) == ((), None, None)
    assert witness.importance == pytest.approx({"a": 0.5, "b": 0.5, "c": 0.5})


def test_a_veto_player_that_never_acts_is_named() -> None:
    """If a member without whom nothing is decided is never willing, the witness says so."""
    witness = probability_of_action(Unanimous(ABC), HALVES | {"b": 0.0}).witness
    assert witness.reason == "b never acts and nothing is decided without it"
    assert witness.ceiling == Interval.exactly(0.0)


def test_an_attacker_outside_the_body_changes_nothing() -> None:
    """Who is no member may be named as attacker, with or without a number."""
    plain = probability_of_action(AtLeast(ABC, 2), HALVES).outcome
    assert probability_of_action(AtLeast(ABC, 2), HALVES, attacker="x").outcome == plain
    assert probability_of_action(AtLeast(ABC, 2), HALVES | {"x": 0.9}, attacker="x").outcome == plain


def test_certainties_stay_certain_under_a_common_shock() -> None:
    """Members sure to act or sure not to are not moved by any shock."""
    solution = probability_of_action(AtLeast(ABC, 2), {"a": 1.0, "b": 0.0, "c": 0.3}, correlation=0.7)
    assert solution.outcome.mid == pytest.approx(0.3, abs=1e-12)


def test_parameters_are_kept() -> None:
    """The solution says under which attacker and correlation it was computed."""
    solution = probability_of_action(AtLeast(ABC, 2), HALVES, attacker="a", correlation=0.2)
    assert dict(solution.parameters) == {"attacker": "a", "correlation": 0.2}


def test_work_in_blocks_gives_the_same_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cutting the values of the common shock into small blocks changes nothing."""
    council = north_atlantic_council().rule
    h = {name: 0.8 + place / 200 for place, name in enumerate(council.members)}
    whole = probability_of_action(council, h, correlation=0.4)
    monkeypatch.setattr(chances, "BLOCK", 10_000)
    cut = probability_of_action(council, h, correlation=0.4)
    assert cut.outcome.mid == pytest.approx(whole.outcome.mid, abs=1e-14)
    assert cut.witness.importance == pytest.approx(whole.witness.importance)


FAULTS: list[tuple[Callable[[], object], str]] = [
    (lambda: probability_of_action(AtLeast(ABC, 2), HALVES, correlation=1.5), "correlation is 1.5"),
    (lambda: probability_of_action(AtLeast(ABC, 2), HALVES, correlation=-0.1), "correlation is -0.1"),
    (lambda: probability_of_action(AtLeast(ABC, 2), {"a": 0.5, "b": 0.5}), r"give h\['c'\]"),
    (lambda: probability_of_action(AtLeast(ABC, 2), HALVES | {"x": 0.5}), "'x' is no member and no attacker"),
    (lambda: probability_of_action(AtLeast(ABC, 2), HALVES | {"a": 1.2}), r"h\['a'\] is 1.2"),
    (lambda: probability_of_action(AtLeast(ABC, 2), HALVES | {"a": float("nan")}), r"h\['a'\] is nan"),
    (
        lambda: probability_of_action(AtLeast(ABC, 2), HALVES | {"a": Interval(0.5, 0.9, 1.1)}),
        "a probability lies from 0 to 1",
    ),
]


@pytest.mark.parametrize(("make", "message"), FAULTS)
def test_faulty_numbers_are_refused_with_the_way_out(make: Callable[[], object], message: str) -> None:
    """Each fault is named with the bad value and the rule it breaks."""
    with pytest.raises(ModelError, match=message):
        make()


def test_abstention_lets_a_council_act_where_only_objection_blocks() -> None:
    """A permanent member that would abstain no longer sets the ceiling by its will to act."""
    council = un_security_council().rule
    h = dict.fromkeys(council.members, 1.0) | {"China": 0.1}
    assert probability_of_action(council, h).outcome.mid == pytest.approx(0.1)
    solution = probability_of_action(council, h, abstains={"China": 0.6})
    assert solution.outcome.mid == pytest.approx(0.7)
    assert solution.witness.ceiling == Interval.exactly(0.7)
    with pytest.raises(ModelError, match=r"'China' acts or abstains with probability 1\.1"):
        probability_of_action(council, h, abstains={"China": 1.0})
    with pytest.raises(ModelError, match=r"abstains\['China'\] is 2\.0"):
        probability_of_action(council, h, abstains={"China": 2.0})
