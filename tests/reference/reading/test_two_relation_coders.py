"""Relations, precedents, options and distances of forty-five reports were coded a second time.

The figures are floors, a little below what was measured on 2026-11-24; `reports/README.md` keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from benchmarks.reading import two_relation_coders as program
from benchmarks.reading.twice import Twice

FLOORS = {"relations": 0.79, "precedents": 0.78, "options": 0.92, "distances": 0.96}


@cache
def twice() -> Sequence[Twice]:
    """Return the reports with both codings; loading finds every coded word in its report, or fails."""
    return program.load()


def test_twenty_five_test_reports_and_twenty_more_were_coded_twice() -> None:
    """The second coders found some three hundred relations of which they were sure."""
    assert [one.half for one in twice()] == ["train"] * 20 + ["test"] * 25
    assert sum(not relation.doubtful for one in twice() for relation in one.second.relations) > 280


@pytest.mark.parametrize("kind", FLOORS)
@pytest.mark.parametrize("turned", [False, True])
def test_two_coders_agree_as_they_did(kind: str, turned: bool) -> None:
    """F1 of one coder against the other is not below what was measured."""
    assert (program.agreement(twice(), turned=turned)[kind].counts.f1 or 0) >= FLOORS[kind]


def test_the_programs_table_names_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    """What the program prints has a row for each half and a column for each kind."""
    program.main()
    told = capsys.readouterr().out
    assert all(kind in told for kind in FLOORS)
    assert told.count("\nall ") == 2
