"""The positions of a case as a table."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.workspace.case_positions import case_positions


def test_what_has_a_place_becomes_a_line_and_the_rest_is_named(strait_measured: Case) -> None:
    """Without a place there is no line; walk-away values and red lines have no column."""
    first, *rest = strait_measured.positions
    bare = dataclasses.replace(first, place=None, ideal=None)
    rows, left = case_positions(dataclasses.replace(strait_measured, positions=(bare, *rest)))
    assert len(rows) == len(rest)
    assert any(line.endswith("it has no place on a scale") for line in left)
    assert "Norvania: its walk-away value" in left
    full, _ = case_positions(strait_measured)
    assert full[0].party == "Norvania"
    assert full[0].salience is not None
