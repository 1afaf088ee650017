"""What the tables and pictures on guarantees say beside the numbers."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from goodoffices.brief.action_chart import BAND, action_chart
from goodoffices.brief.compose import compose
from goodoffices.brief.guarantee_needs import FEWER, NOT_ALIKE, UNCORRELATED
from goodoffices.brief.markdown import markdown
from goodoffices.brief.page import Note, Pictures, Row, Section, Table
from goodoffices.case.case import Case
from goodoffices.case.instruments import Finder, Guarantee, Rule
from goodoffices.case.parse import parse_case
from goodoffices.case.values import Interval
from goodoffices.models.guarantees.credibility import Credibility
from goodoffices.models.guarantees.sensitivity import Point
from goodoffices.statements.statement import Reading

TEXT = Path(__file__).with_name("..").joinpath("promises.yaml").resolve().read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def case() -> Case:
    """Return the case with five promises."""
    return parse_case(TEXT)


def guarantees(case: Case) -> Section:
    """Return the section on guarantees."""
    return next(each for each in compose(case, Reading(), []).sections if each.name == "guarantees")


def rows(case: Case, caption: str) -> dict[str, Row]:
    """Return the rows of a table by their heads."""
    tables = [each for each in guarantees(case).blocks if isinstance(each, Table)]
    found = next(each for each in tables if each.caption.startswith(caption))
    return {row.head.text: row for row in found.rows}


def changed(case: Case, **changes: object) -> Case:
    """Return the case with the pact alone, changed."""
    pact: Guarantee = dataclasses.replace(case.guarantees["pact"], **changes)  # type: ignore[arg-type]
    return dataclasses.replace(case, guarantees={"pact": pact})


def test_guarantors_and_those_who_come_first_are_told_apart(case: Case) -> None:
    """Alpha and Beta promise; the Watch finds and Beta sails first."""
    pact = rows(case, "Designs compared")["The pact"]
    assert pact.cells[0].notes == (
        "guarantors: Alpha and Beta",
        "The Watch must first find that the attack happened",
        "Beta must act first",
    )


def test_without_a_rule_the_finder_is_seen_to_block(case: Case) -> None:
    """The Watch and Beta block under any rule; the accused as a finder with a veto ends the matter."""
    free = rows(changed(case, rule=None), "Designs compared")["The pact"].cells
    assert free[1].notes[:2] == (
        "each alone: Beta and The Watch",
        "all must agree: each of them and Beta and The Watch",
    )
    finder = case.guarantees["pact"].found_by
    assert finder is not None
    accused: Finder = dataclasses.replace(
        finder, rule=Rule.COUNCIL, members=("watch", "north"), vetoes=("north",), required=1
    )
    blocked = changed(case, rule=None, found_by=accused, conditions=())
    cells = rows(blocked, "Designs compared")["The pact"].cells
    assert cells[1].text == "Northland"
    assert cells[1].notes[0] == "whatever rule the guarantors decide by"
    assert cells[2].text == "yes: Northland, and it could block"
    assert "“The pact” is never acted on against Northland" in markdown(compose(blocked, Reading(), []))


def test_a_gap_says_that_the_weakest_may_suffice(case: Case) -> None:
    """Where each may act alone the chance may come from a guarantor that changes little."""
    alone = rows(changed(case, conditions=()), "Designs compared")["The pact"]
    assert FEWER in alone.cells[4].notes
    together = changed(case, conditions=(), rule=Rule.UNANIMOUS)
    assert FEWER not in rows(together, "Designs compared")["The pact"].cells[4].notes


def test_a_missing_correlation_is_told_and_so_are_different_ones(case: Case) -> None:
    """None is told in the cell of the chance; with another design beside it, once for all."""
    without = changed(case, correlation=None)
    assert UNCORRELATED in rows(without, "Designs compared")["The pact"].cells[3].notes
    notes = [each.text for each in guarantees(case).blocks if isinstance(each, Note)]
    assert NOT_ALIKE in notes
    assert NOT_ALIKE not in [each.text for each in guarantees(without).blocks if isinstance(each, Note)]


def test_stakes_at_which_a_kept_promise_helps_the_other_side_are_told(case: Case) -> None:
    """The highest chance against a kept guarantee lies above the lowest without one."""
    (entry,) = case.stakes
    wide = dataclasses.replace(entry, wins_opposed=Interval(0.2, 0.3, 0.7))
    notes = [
        each.text
        for each in guarantees(dataclasses.replace(case, stakes=(wide,))).blocks
        if isinstance(each, Note)
    ]
    assert any(
        "may be higher if the guarantee is kept (up to 0.7) than without it (from 0.6)" in one
        for one in notes
    )


def test_each_judgement_is_told_once_and_with_its_designs(case: Case) -> None:
    """Six stakes share one note; a willingness that differs between designs names them."""
    found = rows(case, "What the chances rest on")
    assert found["Northland: what it fights for"].cells[1].sources == ("The Gazette",)
    assert found["Northland: what fighting costs it"].cells[1].text == "the same judgement, as above"
    tables = [each for each in guarantees(case).blocks if isinstance(each, Table)]
    rests = next(each for each in tables if each.caption == "What the chances rest on")
    alpha = [row.head.notes for row in rests.rows if row.head.text == "The willingness of Alpha"]
    assert alpha == [("in The pact",), ("in The council",), ("in The sure promise",)]
    watch = next(row for row in rests.rows if row.head.text == "The willingness of The Watch")
    assert watch.head.notes == ()


def test_no_heading_calls_a_party_the_attacker(case: Case) -> None:
    """Whom a guarantee is meant against is named so, without a judgement on who attacks."""
    text = markdown(compose(case, Reading(), []))
    assert "attacker" not in text.casefold()


def test_a_design_without_a_picture_is_named(case: Case) -> None:
    """What is never acted on has no line to draw."""
    (pictures,) = [each for each in guarantees(case).blocks if isinstance(each, Pictures)]
    assert "There is none for “The council”, whose chance is 0 whatever the inputs." in pictures.key


def test_a_band_over_everything_is_not_drawn() -> None:
    """Where anything may be needed only the broken line is drawn, and narrower needs keep their band."""
    points = (Point(0.0, 0.2), Point(1.0, 0.8))
    wide = str(action_chart(points, "h", needed=Credibility(-0.2, 0.5, 1.3)).to_dict())
    assert BAND not in wide
    assert "strokeDash" in wide
    assert BAND in str(action_chart(points, "h", needed=Credibility(0.2, 0.5, 1.3)).to_dict())
