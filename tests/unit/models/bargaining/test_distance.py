"""Distance and overlap by issue."""

from __future__ import annotations

from goodoffices.models.bargaining.distance import PairDistance, distances
from goodoffices.models.bargaining.problem import Issue, Party, Problem

TROOPS = Issue("troops", ("none", "neutral", "mixed", "allied"), (0.0, 30.0, 60.0, 100.0))
RULE = Issue("rule", ("veto", "vote"))
NORTH = Party("north", accepts={"troops": ["neutral", "none"], "rule": ["veto"]}, ideals={"troops": "none"})
SOUTH = Party(
    "south",
    weights={"troops": 1.0},
    values={"troops": {"none": 0.0, "neutral": 0.4, "mixed": 0.7, "allied": 1.0}},
    accepts={"troops": ["neutral", "mixed", "allied"], "rule": ["vote"]},
)
EAST = Party("east", must_sign=False, accepts={"troops": ["mixed"]}, ideals={"troops": 65.0})
WEST = Party(
    "west",
    weights={"troops": 1.0},
    values={"troops": {"none": 0.5, "neutral": 0.5, "mixed": 0.1, "allied": 0.0}},
)
PROBLEM = Problem((TROOPS, RULE), (NORTH, SOUTH, EAST, WEST))
ON_TROOPS, ON_RULE = distances(PROBLEM).outcome


def pair(first: str, second: str) -> PairDistance:
    """Return two parties' distance on troops."""
    return next(one for one in ON_TROOPS.pairs if (one.first, one.second) == (first, second))


def test_each_pair_is_measured_once() -> None:
    """Four parties make six pairs."""
    assert len(ON_TROOPS.pairs) == 6


def test_distance_is_between_ideal_points() -> None:
    """Ideal points come as options, as places, or from the option valued most."""
    assert (pair("north", "south").distance, pair("south", "east").distance) == (100.0, 35.0)


def test_overlap_is_what_both_intervals_hold() -> None:
    """Intervals from 0 to 30 and from 30 to 100 meet in one point, which is a shared option."""
    assert pair("north", "south").shared == ("neutral",)
    assert pair("north", "south").overlap == (30.0, 30.0)
    assert pair("north", "south").gap == 0.0


def test_gap_is_the_distance_between_intervals_that_do_not_meet() -> None:
    """From 30, the highest place north accepts, to 60, the only one east accepts, are 30."""
    assert (pair("north", "east").shared, pair("north", "east").overlap) == ((), None)
    assert pair("north", "east").gap == 30.0


def test_the_furthest_is_measured_from_the_others() -> None:
    """North at 0 is 82.5 from the mean and the median of 100 and 65."""
    witness = distances(PROBLEM).witness["troops"]
    assert witness.ideals == {"north": 0.0, "south": 100.0, "east": 65.0}
    assert witness.from_mean == {"north": 82.5, "south": 67.5, "east": 15.0}
    assert witness.from_median == witness.from_mean
    assert ON_TROOPS.furthest_from_mean == ON_TROOPS.furthest_from_median == ("north",)


def test_two_parties_are_equally_far_from_each_other() -> None:
    """Ties for the furthest are reported in full."""
    (only,) = distances(Problem((TROOPS,), (EAST, Party("far", ideals={"troops": 5.0})))).outcome
    assert only.furthest_from_mean == ("east", "far")


def test_a_party_with_two_best_options_has_no_ideal_point() -> None:
    """Who likes two options equally is left out of distances, and named."""
    assert ON_TROOPS.without_ideal == ("west",)
    assert pair("north", "west") == PairDistance("north", "west", None, None, None, None)


def test_an_issue_without_places_still_shows_shared_options() -> None:
    """Options without an order have no distance."""
    assert ON_RULE.pairs[0] == PairDistance("north", "south", None, (), None, None)
    assert ON_RULE.furthest_from_mean == ()
    assert ON_RULE.without_ideal == ("north", "south", "east", "west")


def test_a_party_that_has_not_said_anything_on_an_issue_has_no_ideal_there() -> None:
    """Silence is not read as a position."""
    (only,) = distances(Problem((TROOPS,), (EAST, Party("silent")))).outcome
    assert only.without_ideal == ("silent",)
