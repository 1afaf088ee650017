"""The brief as plain data."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

from goodoffices.brief.compose import compose
from goodoffices.brief.record import FORMAT, record
from goodoffices.case.case import Case
from goodoffices.reports.report import Report
from goodoffices.statements.statement import Reading


def test_the_record_is_json_and_names_its_format(
    strait_coded: Case, strait_reading: Reading, strait_report: Report
) -> None:
    """A program reads it back and finds sections, kinds of blocks and words."""
    dated = replace(strait_report, date=dt.date(1987, 5, 4))
    data = json.loads(json.dumps(record(compose(strait_coded, strait_reading, [dated]))))
    assert data["format"] == FORMAT
    assert data["drafted"] == "some"
    assert data["sources"][0]["date"] == "1987-05-04"
    grid = data["sections"][0]["blocks"][0]
    assert grid["kind"] == "table"
    assert grid["rows"][0]["cells"][1]["quotes"][0]["exact"] == "Selmark turned the idea down."
    assert data["short_answer"][0]["finding"]["basis"] == "computed"


def test_drawings_are_left_out(strait_coded: Case, strait_reading: Reading, strait_report: Report) -> None:
    """The lines beside a drawing say the same in less."""
    text = json.dumps(record(compose(strait_coded, strait_reading, [strait_report])))
    assert "<svg" not in text
    assert "ideal at 25 (15 to 35)" in text
