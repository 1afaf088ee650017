"""The guarantees of a case, each with what follows from it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from goodoffices.case.case import Case
from goodoffices.case.parse import parse_case
from goodoffices.case.values import Interval
from goodoffices.findings.blocking import designs
from goodoffices.findings.features import features_of
from goodoffices.findings.judged import case_shift, case_stakes
from goodoffices.findings.promises import Promise, along, needs_of, promises, under_each_rule
from goodoffices.models.guarantees.commitment import peace_holds
from goodoffices.models.guarantees.design import condition_label, ratifying
from goodoffices.workspace.precedents import FEATURES

TEXT = Path(__file__).with_name("..").joinpath("promises.yaml").resolve().read_text(encoding="utf-8")
TRUCE = condition_label("South keeps the truce")


@pytest.fixture(scope="module")
def case() -> Case:
    """Return the case with five promises and one of unknown rule."""
    case = parse_case(TEXT)
    # A case file that names an unknown body is refused; a program may still make such a case.
    unknown = dataclasses.replace(case.guarantees["body"], body="harbour_league")
    return dataclasses.replace(case, guarantees={**case.guarantees, "body": unknown})


@pytest.fixture(scope="module")
def found(case: Case) -> dict[str, Promise]:
    """Return the promises by their ids."""
    return {one.id: one for one in promises(case)}


def test_finders_conditions_and_ratification_multiply(case: Case) -> None:
    """Without common shocks the chance is that of Beta, the Watch, the truce and the Senate together."""
    pact = dataclasses.replace(case.guarantees["pact"], correlation=None)
    (one,) = promises(dataclasses.replace(case, guarantees={"pact": pact}))
    assert one.side is not None
    assert one.side.action is not None
    assert one.side.action.mid == pytest.approx(0.8 * 0.95 * 0.9 * 0.7)
    assert one.side.action.low == pytest.approx(0.6 * 0.9 * 0.8 * 0.5)
    assert set(one.side.reading.must_agree) == {"beta", "watch", TRUCE, ratifying("senate")}
    assert one.side.given == ()


def test_all_that_must_go_right_is_an_input_with_a_source(found: dict[str, Promise]) -> None:
    """The finder, the condition and the ratification can each be what the chance hangs on."""
    pact = found["pact"]
    names = {swing.name for swing in pact.swings}
    assert {"alpha", "beta", "watch", TRUCE, ratifying("senate"), "correlation"} >= names
    assert pact.swings[0].name == ratifying("senate")
    assert pact.side is not None
    points = along(pact, pact.side, pact.swings[0])
    assert (points[0].at, points[-1].at) == (0.5, 0.9)
    assert points[-1].result > points[0].result
    assert pact.side.recusals == {"beta": None, "watch": None}
    assert pact.side.capability is not None
    assert pact.side.capability.high < 9.0


def test_what_nobody_judged_is_taken_as_given_and_said_to_be(found: dict[str, Promise]) -> None:
    """A ratification that nobody judged is counted as done, a willingness that nobody judged is not."""
    sure = found["sure"].side
    assert sure is not None
    assert sure.action == Interval.exactly(1.0)
    assert set(sure.given) == {ratifying("senate"), ratifying("alpha"), ratifying("beta")}
    silent = found["silent"].side
    assert silent is not None
    assert silent.action is None
    assert silent.missing == ("alpha", "beta", "watch")


def test_one_promise_that_cannot_be_worked_out_leaves_the_others(found: dict[str, Promise]) -> None:
    """The unknown body is told with its promise; a promise without a rule has no side and no fault."""
    assert str(found["body"].fault).startswith("no body 'harbour_league' is known")
    assert (found["bare"].side, found["bare"].fault) == (None, None)
    assert found["council"].side is not None
    assert found["council"].side.reading.never is not None
    assert found["council"].swings == ()


def test_needs_are_those_of_the_stakes_in_the_case(case: Case, found: dict[str, Promise]) -> None:
    """The credibility that is needed is 2/3 to deter and 0.63 to commit at these values."""
    pact = found["pact"]
    assert pact.needs is not None
    assert pact.needs.source == "A. Coder: The Gazette"
    assert pact.needs.deter.mid == pytest.approx(2 / 3)
    assert pact.needs.commit is not None
    assert pact.needs.commit.mid == pytest.approx(0.630556, abs=1e-6)
    assert pact.needs.bargains is not None
    assert (pact.needs.bargains[1].lowest, pact.needs.bargains[1].highest) == pytest.approx((0.2, 0.43))
    assert pact.commit_gap is not None
    assert pact.strength is not None
    assert {way.name for way in pact.ways} >= {"credibility", "cost"}
    (entry,) = case.stakes
    unsourced = dataclasses.replace(entry.coding, source=None)
    shiftless = dataclasses.replace(entry, shift=None, coding=unsourced)
    bare = promises(dataclasses.replace(case, stakes=(shiftless,)))[0]
    assert bare.needs is not None
    assert (bare.needs.source, bare.needs.commit, bare.end_holds) == ("A. Coder", None, None)
    nobody = promises(dataclasses.replace(case, stakes=()))[0]
    assert (nobody.needs, nobody.ways) == (None, ())
    worthless = dataclasses.replace(case_stakes(entry), prize=Interval(0.0, 0.5, 1.0))
    assert needs_of("A. Coder", worthless, case_shift(entry)).bargains is None


def test_the_end_of_a_sure_promise_is_a_shift_of_power_itself(found: dict[str, Promise]) -> None:
    """Kept for sure, it lowers the later chance to 0.3; when it ends, that leaps to 0.7 and peace is lost."""
    assert found["sure"].end_holds is False
    assert not peace_holds(p1=0.3, p2=0.7, cost=0.3, discount=0.9).outcome
    assert found["council"].end_holds is None


def test_the_same_promise_under_each_usual_rule(case: Case) -> None:
    """Each alone is likelier to act than all, on the same willingness."""
    sides = {side.design.name: side.action for side in under_each_rule(case, case.guarantees["pact"])}
    alone, together = sides["each may act alone"], sides["all must agree"]
    assert alone is not None
    assert together is not None
    assert alone.mid > together.mid


def test_blockers_are_told_apart_by_when_they_block(case: Case, found: dict[str, Promise]) -> None:
    """Beta and the Watch block when the case arises, the Senate before; the truce is no actor."""
    told = {one.id: one for one in designs(case, tuple(found.values()))}
    assert told["pact"].blockers == ("Beta", "The Watch")
    assert told["pact"].ratifiers == ("The Senate",)
    assert told["pact"].conditions == ("South keeps the truce",)
    assert told["body"].rule is None
    assert told["body"].fault is not None
    assert told["council"].blocked == ("Northland",)


def test_a_promise_against_nobody_is_worked_out_as_far_as_it_goes(case: Case) -> None:
    """Without an attacker the chance is given all the same, and what stands in its way is told."""
    pact = dataclasses.replace(case.guarantees["pact"], against=())
    (one,) = designs(dataclasses.replace(case, guarantees={"pact": pact}))
    assert one.chance is not None
    assert one.fault is None
    unsaid = dataclasses.replace(pact, willingness={})
    (silent,) = designs(dataclasses.replace(case, guarantees={"pact": unsaid}))
    assert (silent.chance, silent.fault) == (None, None)


def test_features_are_those_that_the_catalogue_knows(case: Case) -> None:
    """Every feature that can be read off a design is one that precedents are searched by."""
    read_off = {name: features_of(one) for name, one in case.guarantees.items()}
    assert read_off["pact"] == {"chained-trigger", "each-alone"}
    assert read_off["council"] == {"attacker-is-guarantor", "collective-clause"}
    assert read_off["sure"] == {"council-veto", "troops-in-place"}
    assert frozenset().union(*read_off.values()) <= set(FEATURES)
    recused = dataclasses.replace(case.guarantees["council"], recused=("north",), body="un_security_council")
    assert {"attacker-recused", "council-veto"} <= features_of(recused) <= set(FEATURES)
