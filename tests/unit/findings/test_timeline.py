"""Positions over time, and who moved."""

from __future__ import annotations

import dataclasses
import datetime as dt

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.values import Interval
from goodoffices.findings.stands import AGAINST, CONDITIONAL, FOR, OPEN, Stand, stands_coded, stands_told
from goodoffices.findings.timeline import Wanted, direction, names_of, timeline
from goodoffices.reports.report import Report
from goodoffices.statements.acts import Act
from goodoffices.statements.acts_told import acts_told
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.statement import Modality, Reading


def stand(day: int | None, level: int | None, matter: str = "patrol", **more: object) -> Stand:
    """Return where Chad stood on a day of May 2019."""
    made = Stand("chad", "troops", matter, dt.date(2019, 5, day) if day else None, "says so", level)
    return dataclasses.replace(made, **more)  # type: ignore[arg-type]


def test_first_and_last_stance_on_one_matter_make_a_move() -> None:
    """From against, over open, to for is one move, whatever the order in which it is given."""
    shown = timeline([stand(9, OPEN), stand(20, FOR), stand(2, AGAINST)], {}, {})
    (track,) = shown.tracks
    (move,) = track.moves()
    assert (move.first.day, move.last.day) == (dt.date(2019, 5, 2), dt.date(2019, 5, 20))
    assert direction(move) == "from against it to for it"
    assert move.sure


@pytest.mark.parametrize(
    "stands",
    [
        [stand(2, AGAINST), stand(9, FOR, "pact")],
        [stand(2, AGAINST, ""), stand(9, FOR, "")],
        [stand(2, AGAINST), stand(9, None)],
        [stand(2, AGAINST), stand(2, FOR)],
    ],
)
def test_different_matters_denials_and_one_day_are_no_move(stands: list[Stand]) -> None:
    """What cannot be compared is not said to have changed."""
    (track,) = timeline(stands, {}, {}).tracks
    assert track.moves() == ()
    assert not track.comparable()


def test_the_same_stance_first_and_last_is_comparable_and_no_move() -> None:
    """Who says yes, no and yes again ended where it began."""
    (track,) = timeline([stand(2, FOR), stand(5, AGAINST), stand(9, FOR)], {}, {}).tracks
    assert track.comparable()
    assert track.moves() == ()


def test_what_has_no_day_is_apart_and_never_placed() -> None:
    """A report without a date has no place in time, and is left out where days are asked for."""
    both = [stand(None, FOR), stand(2, FOR)]
    assert [one.day for one in timeline(both, {}, {}).undated] == [None]
    since = Wanted(since=dt.date(2019, 5, 1))
    assert timeline(both, {}, {}, since).undated == ()
    assert timeline(both, {}, {}, Wanted(until=dt.date(2019, 5, 1))).tracks == ()


def test_parties_and_issues_are_asked_for_by_name_or_id() -> None:
    """Case does not matter."""
    both = [stand(2, FOR), dataclasses.replace(stand(2, FOR), party="libya", issue="")]
    names = {"chad": "Chad", "libya": "Libya"}
    assert [track.party for track in timeline(both, names, {}, Wanted(parties=("LIBYA",))).tracks] == [
        "libya"
    ]
    assert [track.party for track in timeline(both, names, {}, Wanted(issues=("troops",))).tracks] == ["chad"]
    shown = timeline(both, names, {})
    assert [shown.issue(track.issue) for track in shown.tracks] == ["Troops", "No issue named"]
    assert [shown.party(id_) for id_ in ("chad", "free_army")] == ["Chad", "Free army"]


def placed(day: int, low: float, mid: float, high: float, scale: tuple[tuple[str, float], ...] = ()) -> Stand:
    """Return a coded place."""
    return stand(day, None, "", place=Interval(low, mid, high), scale=scale, stance=f"coded at {mid:g}")


def test_coded_places_move_for_sure_where_intervals_are_apart() -> None:
    """Overlapping intervals may hide no move at all, and say so."""
    (apart,) = timeline([placed(2, 0, 10, 20), placed(9, 30, 40, 50)], {}, {}).tracks
    (move,) = apart.moves()
    assert move.sure
    assert direction(move) == "from at 10 to at 40"
    (near,) = timeline([placed(2, 0, 10, 20), placed(9, 15, 20, 30)], {}, {}).tracks
    (move,) = near.moves()
    assert not move.sure
    assert direction(move).endswith("it may not have moved")


def test_coded_places_on_other_scales_or_unchanged_are_no_move() -> None:
    """A scale whose options lie elsewhere is another scale."""
    (other,) = timeline([placed(2, 0, 10, 20), placed(9, 30, 40, 50, (("none", 0.0),))], {}, {}).tracks
    assert other.moves() == ()
    (same,) = timeline([placed(2, 0, 10, 20), placed(9, 0, 10, 20)], {}, {}).tracks
    assert same.moves() == ()


def test_a_case_gives_coded_places_and_responses(strait_coded: Case) -> None:
    """Ideals without a place of their own stand where their option stands; all are of the snapshot's day."""
    bare = [dataclasses.replace(each, place=None, ideal="league") for each in strait_coded.positions[:1]]
    positions = (*bare, *strait_coded.positions[1:])
    case = dataclasses.replace(strait_coded, snapshot=dt.date(2025, 3, 1), positions=positions)
    found = stands_coded(case)
    coded = [one for one in found if one.place is not None]
    assert [one.stance for one in coded] == ["coded at 25", "coded at 85 (75 to 95)"]
    assert {one.day for one in found} == {dt.date(2025, 3, 1)}
    answers = [one for one in found if one.place is None]
    assert {(one.party, one.stance) for one in answers} >= {("selmark", "rejects")}


def test_a_response_that_the_reading_tells_is_not_told_twice(strait_coded: Case) -> None:
    """Responses that rest on statements read beside the case are left to these."""
    ids = [
        id_
        for each in strait_coded.proposals.values()
        for one in each.responses.values()
        for id_ in one.coding.because
    ]
    assert [one for one in stands_coded(strait_coded, ids) if one.place is None] == []


def test_a_position_without_place_or_option_is_nowhere(strait_coded: Case) -> None:
    """What an analyst did not place is not placed."""
    note = Coding(status=Status.JUDGEMENT, coder="A. Analyst")
    bare = [dataclasses.replace(each, place=None, ideal=None, coding=note) for each in strait_coded.positions]
    case = dataclasses.replace(strait_coded, positions=tuple(bare), issues={}, proposals={}, red_lines=())
    assert stands_coded(case) == ()


def test_a_condition_and_a_denial_change_the_step(
    strait_reading: Reading, strait_report: Report, gazetteer: Gazetteer
) -> None:
    """Yes under a condition is its own step; what was not done has none."""
    first = strait_reading.statements[0]
    for change, step, stance in (
        ({"modality": Modality.CONDITIONAL}, CONDITIONAL, "put it forward, under a condition"),
        ({"modality": Modality.CONDITIONAL, "act": Act.AGREE}, CONDITIONAL, "accepts under a condition"),
        ({"modality": Modality.CONDITIONAL, "act": Act.OPEN}, OPEN, "open, has not accepted"),
        ({"negated": True}, None, "not: put it forward"),
    ):
        reading = Reading((dataclasses.replace(first, **change),))
        acts = acts_told(reading, [strait_report], gazetteer, {})
        found = stands_told(acts, reading, [strait_report], gazetteer, {})
        assert [(one.level, one.stance) for one in found] == [(step, stance)]


def test_names_come_from_what_was_read_and_then_from_cases(
    strait_reading: Reading, strait_draft: Case
) -> None:
    """The case's name of a party wins, and the taxonomy names issues that no case has."""
    parties, issues = names_of(strait_reading, [strait_draft])
    assert parties["selmark"] == "Selmark"
    assert issues["ceasefire"]
