"""Whether something can be agreed, given that every number is an interval, in words."""

from __future__ import annotations

import pytest

from goodoffices.case.values import Interval
from goodoffices.findings.agreement_surety import zone_told
from goodoffices.findings.agreement_words import Words
from goodoffices.models.bargaining.problem import Issue, Party, Problem
from goodoffices.models.bargaining.robustness import Ranges
from goodoffices.models.bargaining.surety import IntervalZone, Surety, interval_zone


def problem() -> Problem:
    """Return a problem of one issue with three options, and two parties with walk-away values."""
    issues = (Issue("ships", ("none", "some", "all")),)
    one = Party(
        "one", weights={"ships": 1.0}, values={"ships": {"none": 0.0, "some": 0.5, "all": 1.0}}, walk_away=0.4
    )
    other = Party(
        "other",
        weights={"ships": 1.0},
        values={"ships": {"none": 1.0, "some": 0.5, "all": 0.0}},
        walk_away=0.4,
    )
    return Problem(issues, (one, other))


@pytest.mark.parametrize(
    ("high", "verdict"),
    [(0.45, "Whatever the values"), (0.9, "For some values")],
)
def test_a_zone_is_told_with_its_packages(high: float, verdict: str) -> None:
    """The one package that both may accept is named, surely or possibly."""
    ranges = Ranges(walk_away={"one": Interval(0.1, 0.4, high)})
    found = interval_zone(problem(), ranges).outcome
    (told,) = zone_told(Words(problem()), found, 3)
    assert told.head.startswith(verdict)
    assert told.lines == ("- ships: some",)


def test_no_zone_and_no_time_are_told() -> None:
    """Where there is none for any value, or the time was over, nothing is named."""
    ranges = Ranges(walk_away={"one": Interval(0.9, 0.95, 1.0), "other": Interval(0.9, 0.95, 1.0)})
    never = interval_zone(problem(), ranges).outcome
    assert zone_told(Words(problem()), never, 3)[0].head.startswith("For no values")
    (undecided,) = zone_told(Words(problem()), IntervalZone(Surety.OPEN, None, None, ()), 3)
    assert undecided.head.endswith("was not decided in the time given.")
