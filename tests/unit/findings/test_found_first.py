"""Guarantees that others must first set off: under each usual rule, at their end, and in who has a say."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from goodoffices.case.case import Case
from goodoffices.case.instruments import Finder, Guarantee, Rule
from goodoffices.case.parse import parse_case
from goodoffices.case.values import Interval
from goodoffices.findings.blocking import Design, designs
from goodoffices.findings.promises import Promise, promises, under_each_rule

TEXT = Path(__file__).with_name("..").joinpath("promises.yaml").resolve().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def case() -> Case:
    """Return the case with five promises and one of unknown rule."""
    return parse_case(TEXT)


def pact(case: Case, **changes: object) -> Guarantee:
    """Return the pact without common shocks, changed."""
    plain: dict[str, object] = {"correlation": None, **changes}
    changed: Guarantee = dataclasses.replace(case.guarantees["pact"], **plain)  # type: ignore[arg-type]
    return changed


def finder(case: Case, *members: str, vetoes: tuple[str, ...] = ()) -> Finder:
    """Return a finder in which one vote is enough, unless somebody with a veto objects."""
    given = case.guarantees["pact"].found_by
    assert given is not None
    return dataclasses.replace(given, rule=Rule.COUNCIL, members=members, vetoes=vetoes, required=1)


def designed(case: Case, guarantee: Guarantee) -> Design:
    """Return one guarantee alone with who can block it."""
    (one,) = designs(dataclasses.replace(case, guarantees={"pact": guarantee}))
    return one


def promised(case: Case, guarantee: Guarantee) -> Promise:
    """Return one guarantee alone with what follows from it."""
    (one,) = promises(dataclasses.replace(case, guarantees={"pact": guarantee}))
    return one


def test_usual_rules_keep_finder_condition_and_ratification(case: Case) -> None:
    """Each alone, finder, truce and Senate multiply as in the design itself, which says the same rule."""
    free = pact(case, conditions=case.guarantees["pact"].conditions[:1])
    sides = {side.design.name: side.action for side in under_each_rule(case, free)}
    alone, together = sides["each may act alone"], sides["all must agree"]
    assert alone is not None
    assert together is not None
    assert alone.mid == pytest.approx((1 - 0.5 * 0.2) * 0.95 * 0.9 * 0.7)
    assert together.mid == pytest.approx(0.5 * 0.8 * 0.95 * 0.9 * 0.7)
    own = promised(case, free).side
    assert own is not None
    assert own.action == alone


def test_a_finder_with_a_veto_for_the_accused_ends_every_usual_rule(case: Case) -> None:
    """Whatever the guarantors decide by, nothing happens if the accused must find its own attack."""
    council = pact(case, found_by=finder(case, "watch", "north", vetoes=("north",)))
    for guarantee in (council, dataclasses.replace(council, rule=None)):
        sides = under_each_rule(case, guarantee)
        assert [side.design.name for side in sides] == ["all must agree", "each may act alone"]
        assert all(side.reading.never and side.action == Interval.exactly(0.0) for side in sides)


def test_without_a_rule_a_finder_can_block_all_the_same(case: Case) -> None:
    """No rule stated, the accused blocks through the finding, and otherwise the Watch does."""
    blocked = designed(
        case, pact(case, rule=None, found_by=finder(case, "watch", "north", vetoes=("north",)))
    )
    assert (blocked.rule, blocked.blocked, blocked.inside) == (None, ("Northland",), ("Northland",))
    assert blocked.chance == Interval.exactly(0.0)
    free = designed(case, pact(case, rule=None))
    assert (free.blockers, free.blocked) == (("Beta", "The Watch"), ())
    assert free.ratifiers == ("The Senate",)


def test_who_finds_is_no_guarantor(case: Case) -> None:
    """Two guarantors promise; the Watch, and Beta by the second condition, must do something first."""
    design = designed(case, pact(case))
    assert design.members == ("Alpha", "Beta")
    assert design.first == (
        "The Watch must first find that the attack happened",
        "Beta must act first",
    )
    body = dataclasses.replace(
        finder(case, "watch"), rule=Rule.BODY, body="un_security_council", members=(), required=None
    )
    assert designed(case, pact(case, found_by=body, conditions=())).first == (
        "the UN Security Council must first find that the attack happened",
    )
    recused = designed(case, pact(case, recused=("watch",)))
    assert recused.fault is not None
    assert (recused.members, recused.first) == (("Alpha", "Beta"), ())


def test_a_recused_guarantor_stays_recused_under_each_usual_rule(case: Case) -> None:
    """With Alpha recused Beta alone is left, and the recusal of the accused is not tried where it finds."""
    (alone,) = under_each_rule(case, pact(case, recused=("alpha",)))
    assert (alone.design.name, alone.reading.must_agree[:2]) == ("it decides alone", ("beta", "watch"))
    accused = pact(case, guarantors=("alpha", "beta", "north"), found_by=finder(case, "north"))
    names = [side.design.name for side in under_each_rule(case, accused)]
    assert "all must agree, without a say for the accused" not in names


def test_no_end_is_told_where_there_is_nothing_to_end(case: Case) -> None:
    """Never acted on, or too weak for peace even while it lasts: its end changes nothing."""
    council = dataclasses.replace(case.guarantees["council"], years=15.0)
    assert promised(case, council).end_holds is None
    sure = case.guarantees["sure"]
    assert promised(case, sure).end_holds is False
    faint = dataclasses.replace(sure.willingness["beta"], value=Interval(0.1, 0.2, 0.3))
    weak = promised(case, dataclasses.replace(sure, willingness={**sure.willingness, "beta": faint}))
    assert weak.commit_gap is not None
    assert weak.commit_gap.middle > 0.0
    assert weak.end_holds is None
