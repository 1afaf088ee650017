"""Where a guarantor's likelihood comes from."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product
from statistics import NormalDist

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.likelihood import BaseRate, Judgement, Reckoning, likelihood, reckon

SURE = Interval.exactly


def reckoning(**values: Interval) -> Reckoning:
    """Return a reckoning with some values changed."""
    usual = {
        "stake": Interval(0.5, 1.0, 2.0),
        "win_change": Interval(-0.1, 0.3, 0.5),
        "reneging_cost": Interval(0.1, 0.2, 0.3),
        "fighting_cost": Interval(0.2, 0.4, 0.9),
        "spread": Interval(0.5, 1.0, 2.0),
    }
    return Reckoning(**(usual | values), source="A. Coder")


def test_a_reckoning_spans_what_all_its_corners_give() -> None:
    """Lowest and highest likelihood are those of the 32 corners, and the middle that of the middles."""
    given = reckoning()
    solution = likelihood(given)
    parts = Reckoning.inputs()
    corners = product(*((getattr(given, part).low, getattr(given, part).high) for part in parts))
    found = [reckon(dict(zip(parts, corner, strict=True))) for corner in corners]
    assert solution.outcome.low == pytest.approx(min(found))
    assert solution.outcome.high == pytest.approx(max(found))
    assert solution.outcome.mid == pytest.approx(NormalDist().cdf(0.3 + 0.2 - 0.4))
    assert solution.witness.gain is not None
    assert solution.witness.gain.mid == pytest.approx(0.1)
    assert (solution.witness.kind, solution.witness.told) == ("reckoning", "A. Coder")


def test_a_base_rate_names_its_class_and_says_how_few_cases_it_has() -> None:
    """Wilson's interval of 7 in 10 is .397 to .892, as Brown, Cai and DasGupta's formula gives."""
    solution = likelihood(BaseRate(7, 10, "defence pacts put to the test", "a study"))
    assert [round(value, 3) for value in solution.outcome.as_list()] == [0.397, 0.7, 0.892]
    assert solution.witness.told == "7 of 10, defence pacts put to the test (a study)"
    none = likelihood(BaseRate(0, 3, "a class", "a study")).outcome
    assert (none.low, none.mid) == (0.0, 0.0)
    assert 0.5 < none.high < 0.6


def test_a_judgement_is_passed_on_with_its_source() -> None:
    """What was judged is not changed."""
    solution = likelihood(Judgement(Interval(0.1, 0.2, 0.4), "A. Coder"))
    assert solution.outcome == Interval(0.1, 0.2, 0.4)
    assert solution.witness.kind == "judgement"


FAULTS: list[tuple[Callable[[], object], str]] = [
    (lambda: Judgement(Interval(0.1, 0.2, 1.4), "x"), "must lie from 0 to 1"),
    (lambda: Judgement(SURE(0.1), " "), "without a source"),
    (lambda: Judgement(0.5, "x"), "bare number; give an interval"),  # type: ignore[arg-type]
    (lambda: BaseRate(3, 2, "a class", "x"), "3 kept of 2 is no rate"),
    (lambda: BaseRate(1, 2, "", "x"), "name the class"),
    (lambda: reckoning(stake=SURE(-1.0)), "stake is .* must be 0 or more"),
    (lambda: reckoning(win_change=SURE(2.0)), "win_change is .* must lie from -1 to 1"),
    (lambda: reckoning(spread=SURE(0.0)), "spread is .* must be above 0"),
]


@pytest.mark.parametrize(("build", "message"), FAULTS)
def test_values_that_break_a_rule_are_refused(build: Callable[[], object], message: str) -> None:
    """The message names the value, the rule and the way out."""
    with pytest.raises(ModelError, match=message):
        build()
