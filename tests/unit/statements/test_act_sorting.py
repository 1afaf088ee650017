"""How statements are put to the acts that they tell of, and when acts are let go."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from goodoffices.reports.report import Report
from goodoffices.statements.act_sorting import ActSorter, spelt_out
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.same_act import Telling, telling
from goodoffices.statements.statement import Reading


def tellings(reading: Reading, report: Report, gazetteer: Gazetteer) -> list[Telling]:
    """Return the statements of a report with what their sameness is judged by."""
    return [telling(one, report, {}, gazetteer) for one in reading.statements]


def test_only_a_content_that_points_back_is_spelt_out(
    strait_reading: Reading, strait_report: Report, gazetteer: Gazetteer
) -> None:
    """A content that says what it is about keeps its words; an empty one takes those of what it answers."""
    first, *_ = tellings(strait_reading, strait_report, gazetteer)
    full = replace(first, words=frozenset({"patrol", "strait"}), names=frozenset({"strait"}))
    short = replace(full, words=frozenset({"idea"}), names=frozenset())
    assert spelt_out(full, short) is full
    assert spelt_out(short, full) == full


def test_an_act_is_let_go_after_three_weeks_or_beyond_a_number(
    strait_reading: Reading, strait_report: Report, gazetteer: Gazetteer
) -> None:
    """What is let go is not found again, nothing of it stays behind, and other acts stay."""
    first, *others = tellings(strait_reading, strait_report, gazetteer)
    early = replace(first, day=dt.date(2019, 5, 1))
    sorter = ActSorter()
    assert sorter.add(early, ()) is sorter.add(early, ())
    sorter.let_go(dt.date(2019, 5, 22), most=5)
    assert len(sorter.groups) == 1
    sorter.let_go(dt.date(2019, 5, 23), most=5)
    assert (sorter.groups, sorter.holding) == ({}, {})
    assert sorter.add(early, ()).number == 1
    for one in others:
        sorter.add(one, ())
    held = list(sorter.groups)
    sorter.let_go(None, most=2)
    assert list(sorter.groups) == held[-2:]
