"""The founding report: what issue 2 says that its brief must show, as far as it is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.names import Names
from goodoffices.statements.passage import Parse
from goodoffices.statements.reader import read_report
from goodoffices.statements.statement import CONDUCT, Manner, Reading, Relation, RelationKind, Statement

ROOT = Path(__file__).parents[3]
PLACES = (ROOT.parent / "shared" / "reports", ROOT / "reports")
REPORT = next((place for place in PLACES if place.is_dir()), PLACES[0]) / "security-guarantees.txt"


@pytest.fixture(scope="module")
def report() -> Report:
    """Return the founding report, which is not part of this project."""
    if not REPORT.is_file():
        pytest.skip("the founding report is not here: it lies beside the project, in ../shared/reports")
    return from_text(REPORT.read_text(encoding="utf-8"), id="founding")


@pytest.fixture(scope="module")
def reading(report: Report, parse: Parse, names: Names) -> Reading:
    """Return what is read in it."""
    return read_report(report, parse, names)


def by(reading: Reading, party: str, act: Act) -> list[Statement]:
    """Return a party's statements of an act."""
    return [one for one in reading.statements if one.actor.party == party and one.act is act]


def relation(reading: Reading, source: str, kind: RelationKind, target: str | None) -> Relation:
    """Return the one relation of a kind between two parties."""
    (found,) = [
        one
        for one in reading.relations
        if one.source.party == source
        and one.kind is kind
        and (one.target.party if one.target else None) == target
    ]
    return found


def test_russia_proposes_the_guarantee_in_two_statements(reading: Reading) -> None:
    """Russia proposes twice: once China as a guarantor, once all permanent members."""
    first, second = by(reading, "russia", Act.PROPOSE)
    assert first.content is not None
    assert "guarantors" in first.content.exact
    assert second.actor.person == "Sergey Lavrov"
    assert second.content is not None
    assert second.content.exact.startswith("permanent UN Security Council members")


def test_ukraine_rejects_it_in_three_passages(reading: Reading) -> None:
    """All three rejections by Ukraine answer a proposal by Russia, and none is negated."""
    proposals = {one.id for one in by(reading, "russia", Act.PROPOSE)}
    rejections = by(reading, "ukraine", Act.REJECT)
    assert len({one.evidence.start for one in rejections}) == 3
    for one in rejections:
        assert one.answers
        assert set(one.answers) <= proposals
        assert not one.negated


def test_ukraine_gives_reasons(reading: Reading) -> None:
    """The reasons for the third rejection, and the blame on China, keep their words."""
    assert any(
        "inaction" in reason.exact for one in by(reading, "ukraine", Act.REJECT) for reason in one.reasons
    )
    (blame,) = by(reading, "ukraine", Act.ACCUSE)
    assert blame.target is not None
    assert blame.target.party == "china"
    assert blame.actor.person == "Volodymyr Zelensky"


def test_china_is_open_and_does_not_accept(reading: Reading) -> None:
    """China is open to a role, in answer to Russia's proposal; nothing records it as accepting."""
    (stance,) = by(reading, "china", Act.OPEN)
    assert stance.answers == (by(reading, "russia", Act.PROPOSE)[0].id,)
    assert stance.content is not None
    assert "constructive role" in stance.content.exact
    assert not by(reading, "china", Act.ACCEPT)
    assert not by(reading, "china", Act.AGREE)


def test_mao_ning_is_quoted_with_an_appeal(reading: Reading) -> None:
    """The direct quotation of Mao Ning is an appeal by China."""
    (appeal,) = by(reading, "china", Act.APPEAL)
    assert appeal.manner is Manner.DIRECT
    assert appeal.actor.person == "Mao Ning"


def test_european_allies_plan_with_an_option_attached(reading: Reading) -> None:
    """The plan of the European allies holds the option of collective defence, and is no proposal yet."""
    (plan,) = [one for one in reading.statements if one.act is Act.PLAN]
    assert plan.actor.name == "European allies"
    (option,) = reading.options
    assert option.of == plan.id
    assert option.content.exact.startswith("a collective defense agreement")


def test_russia_rejects_two_things(reading: Reading) -> None:
    """Russia rejects guarantees discussed without it, and troops from NATO states."""
    without, troops = by(reading, "russia", Act.REJECT)
    assert without.content is not None
    assert "without Russian participation" in without.content.exact
    assert "road to nowhere" in without.evidence.exact
    assert troops.content is not None
    assert troops.content.exact == "troops from NATO states"


def test_relations_in_the_voice_of_the_report(reading: Reading) -> None:
    """China's support by oil purchases, its leverage, and the mediation are the report's own words."""
    support = [
        one
        for one in reading.relations
        if one.kind is RelationKind.SUPPORTS and one.means is not None and "oil" in one.means.exact
    ]
    assert [(one.source.party, one.target and one.target.party) for one in support] == [("china", "russia")]
    assert support[0].claimed_by is None
    assert relation(reading, "china", RelationKind.HAS_LEVERAGE_OVER, "russia").claimed_by is None
    assert relation(reading, "united_states", RelationKind.BROKERS, None).claimed_by is None


def test_relations_that_ukraine_claims(reading: Reading) -> None:
    """That China aids Russia and supplies its drone market is what Ukraine says."""
    claimed = {
        one.kind
        for one in reading.relations
        if one.claimed_by is not None and one.claimed_by.party == "ukraine" and one.source.party == "china"
    }
    assert claimed == {RelationKind.SUPPORTS, RelationKind.SUPPLIES, RelationKind.SIGNED, RelationKind.ACTED}


def test_what_china_did_about_its_promise_is_what_ukraine_claims(reading: Reading) -> None:
    """Ukraine says that China endorsed the memorandum, and on two occasions that it did not act."""
    told = [
        (str(one.kind), one.negated, one.means.exact if one.means else "")
        for one in reading.relations
        if one.kind in CONDUCT and one.claimed_by is not None and one.claimed_by.party == "ukraine"
    ]
    assert sorted(told)[2] == ("signed", False, "Budapest Memorandum")
    assert [(kind, negated) for kind, negated, _ in sorted(told)[:2]] == [("acted", True), ("acted", True)]
    assert sorted(words[:4] for kind, _, words in told if kind == "acted") == ["duri", "when"]


def test_precedents_and_distance(reading: Reading) -> None:
    """Ukraine appeals to the Budapest Memorandum; Ukraine and Russia are apart on security and territory."""
    voices = {one.name: one.claimed_by and one.claimed_by.party for one in reading.precedents}
    assert voices["Budapest Memorandum"] == "ukraine"
    (distance,) = reading.distances
    assert {party.party for party in distance.parties} == {"ukraine", "russia"}
    assert set(distance.issues) == {"security_guarantees", "territory"}


def test_nothing_is_read_in_the_login_line_and_no_date_is_made(report: Report, reading: Reading) -> None:
    """No evidence touches the login line, and no statement has a date, for the report states none."""
    behind = report.text.index("\n")
    assert min(one.start for one in reading.evidence().values()) > behind
    assert [one.date for one in reading.statements if one.date is not None] == []


def test_nothing_else_is_said(reading: Reading) -> None:
    """Thirteen statements are read, none of them a party's acceptance."""
    assert len(reading.statements) == 13
    assert not {one.act for one in reading.statements} & {Act.ACCEPT, Act.AGREE}
