"""How sure it is that a package is acceptable."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem, Quorum
from goodoffices.models.bargaining.robustness import Ranges, Robustness, robustness

ISSUES = (Issue("troops", ("none", "allied"), (0.0, 100.0)), Issue("rule", ("veto", "vote")))
TERMS = {"troops": "none", "rule": "vote"}
NORTH = Party(
    "north",
    weights={"troops": 2.0, "rule": 1.0},
    values={"troops": {"none": 0.9, "allied": 0.1}, "rule": {"veto": 1.0, "vote": 0.3}},
    walk_away=0.65,
    red_lines=(Demand("n", "north", "no allied troops", parse_condition("troops = allied")),),
)
PROBLEM = Problem(ISSUES, (NORTH, Party("south", accepts={"rule": ["vote"]})))
RANGES = Ranges(
    weights={"north": {"troops": Interval(1, 2, 3), "rule": Interval(0.5, 1, 2)}},
    values={"north": {"rule": {"vote": Interval(0.1, 0.3, 0.5)}}},
    walk_away={"north": Interval(0.5, 0.65, 0.8)},
)


def ask(
    terms: dict[str, str] = TERMS, ranges: Ranges = RANGES, *, seed: int = 1, draws: int = 2000
) -> Robustness:
    """Return how robust a package is."""
    return robustness(PROBLEM, terms, ranges, generator=np.random.default_rng(seed), draws=draws).outcome


def test_lowest_and_highest_gain_are_those_of_all_corners() -> None:
    """Going through all corners of the intervals gives the same extremes."""
    north = ask().parties["north"]
    gains = [
        (troops * 0.9 + rule * vote) / (troops + rule) - floor
        for troops, rule, vote, floor in product((1, 3), (0.5, 2), (0.1, 0.5), (0.5, 0.8))
    ]
    assert (north.lowest, north.highest) == pytest.approx((min(gains), max(gains)))
    assert north.middle == pytest.approx((2 * 0.9 + 0.3) / 3 - 0.65)


def test_the_share_has_the_error_of_so_many_draws() -> None:
    """Two seeds differ by no more than a few standard errors, and the same seed gives the same share."""
    one, two = ask(seed=1), ask(seed=2)
    assert 0 < one.share < 1
    assert one.error == pytest.approx((one.share * (1 - one.share) / 2000) ** 0.5)
    assert abs(one.share - two.share) < 5 * (one.error + two.error)
    assert one == ask(seed=1)
    assert not one.surely
    assert not one.never


def test_without_intervals_a_package_is_acceptable_surely_or_never() -> None:
    """The share is 1 or 0, and both ends are the middle."""
    sure = ask(ranges=Ranges())
    assert (sure.share, sure.error, sure.surely) == (1.0, 0.0, True)
    unsure = ask(ranges=Ranges(walk_away={"north": Interval(0.71, 0.72, 0.73)}))
    assert (unsure.share, unsure.never) == (0.0, True)


def test_a_broken_red_line_makes_the_share_nothing() -> None:
    """Numbers do not heal a broken red line or options that are not accepted."""
    found = ask({"troops": "allied", "rule": "veto"}, Ranges(walk_away={"north": Interval(0, 0, 0)}))
    assert found.broken == ("n", "south.accepts.rule")
    assert (found.share, found.never, found.surely) == (0.0, True, False)
    assert found.parties["north"].share == 1.0


def test_an_ideal_place_moves_the_worth_of_every_option() -> None:
    """With the ideal between 10 and 30, the option at 0 is worth 0.7 to 0.9; at 0 to 30, up to 1."""
    for low, top in ((10, 0.9), (0, 1.0)):
        ranges = Ranges(places={"north": {"troops": Interval(low, 20, 30)}})
        north = ask(ranges=ranges).parties["north"]
        assert north.lowest == pytest.approx((2 * 0.7 + 0.3) / 3 - 0.65)
        assert north.highest == pytest.approx((2 * top + 0.3) / 3 - 0.65)


def test_draws_and_signatures_must_make_sense() -> None:
    """No draws and open signatures are refused."""
    with pytest.raises(ModelError, match="0 draws"):
        ask(draws=0)
    either = Problem(ISSUES, PROBLEM.parties, quorums=(Quorum(("north", "south"), 1),))
    with pytest.raises(ModelError, match="depends on who signs"):
        robustness(either, TERMS, RANGES, generator=np.random.default_rng(0))
