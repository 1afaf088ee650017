"""Listing packages."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.packages import PackageList, enumerate_packages, memory_needed
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem

TROOPS = Issue("troops", ("none", "allied"))
RULE = Issue("rule", ("veto", "vote"))
NORTH = Party(
    "north",
    weights={"troops": 3.0, "rule": 1.0},
    values={"troops": {"none": 1.0, "allied": 0.2}, "rule": {"veto": 0.0, "vote": 0.8}},
    walk_away=0.35,
)
SOUTH = Party("south", red_lines=(Demand("no_veto", "south", "no veto", parse_condition("rule = veto")),))


def test_packages_are_listed_with_the_last_issue_fastest() -> None:
    """Two issues of two options give four rows in the order of reading."""
    space = enumerate_packages(Problem((TROOPS, RULE), (NORTH, SOUTH)))
    assert [tuple(space.package(row).terms.values()) for row in range(4)] == [
        ("none", "veto"),
        ("none", "vote"),
        ("allied", "veto"),
        ("allied", "vote"),
    ]


def test_a_package_shows_utilities_gains_and_broken_demands() -> None:
    """Utility is the weighted mean of values; a party without numbers has none."""
    space = enumerate_packages(Problem((TROOPS, RULE), (NORTH, SOUTH)))
    package = space.package(2)
    assert package.utilities == {"north": 0.15, "south": None}
    assert package.gains == {"north": -0.2, "south": None}
    assert package.broken == ("north.walk_away", "no_veto")


def test_utility_exactly_at_the_walk_away_value_is_acceptable() -> None:
    """A package worth just the walk-away value breaks no demand, whatever the rounding of sums."""
    space = enumerate_packages(Problem((TROOPS, RULE), (NORTH,)))
    assert space.package(3).gains == {"north": 0.0}
    assert space.acceptable_to([NORTH]).tolist() == [True, True, False, True]


def test_an_issue_without_weight_needs_no_values() -> None:
    """What does not count for a party adds nothing to its utility."""
    indifferent = Party(
        "north", weights={"troops": 0.0, "rule": 1.0}, values={"rule": {"veto": 0, "vote": 1}}
    )
    space = enumerate_packages(Problem((TROOPS, RULE), (indifferent,)))
    assert space.utilities[:, 0].tolist() == [0.0, 1.0, 0.0, 1.0]


def test_impossible_packages_are_left_out() -> None:
    """A package that is impossible for everyone has no row."""
    both = parse_condition("troops = allied and rule = veto")
    space = enumerate_packages(Problem((TROOPS, RULE), (NORTH,), (both,)))
    assert len(space.choices) == 3


def test_a_constant_condition_holds_everywhere() -> None:
    """A red line of `true` is broken by every package."""
    stubborn = Party("north", red_lines=(Demand("d", "north", "nothing at all", parse_condition("true")),))
    assert enumerate_packages(Problem((RULE,), (stubborn,))).zone().size == 0


def test_a_space_impossible_for_everyone_is_refused() -> None:
    """Conditions that rule out everything are an error, not an empty answer."""
    with pytest.raises(ModelError, match=r"all 2 packages are impossible; take back one of the 1"):
        enumerate_packages(Problem((RULE,), (Party("north"),), (parse_condition("true"),)))


def test_more_than_ten_million_packages_are_refused_with_their_number() -> None:
    """Twenty-four issues of two options are refused with their number and size before anything is listed."""
    issues = tuple(Issue(f"i{k}", ("a", "b")) for k in range(24))
    with pytest.raises(ModelError, match=r"16,777,216 packages are more than the 10,000,000 .* 1\.2 GB"):
        enumerate_packages(Problem(issues, (Party("north"),)))


def test_memory_grows_with_packages_parties_and_demands() -> None:
    """Ten million packages for four parties are listed in less than 2 GB."""
    issues = tuple(Issue(f"i{k}", tuple("abcdefghij")) for k in range(7))
    assert 5e8 < memory_needed(Problem(issues, tuple(Party(f"p{k}") for k in range(4)))) < 2e9


def test_arrays_take_the_smallest_type_that_holds_them() -> None:
    """Choices among few options take one byte each, and demands one bit each."""
    space = enumerate_packages(Problem((TROOPS, RULE), (NORTH, SOUTH)))
    assert space.choices.dtype == np.uint8
    assert space.words.shape == (4, 1)
    assert space.broken.tolist() == [[False, True], [False, False], [True, True], [False, False]]


def test_demands_beyond_the_sixty_fourth_have_words_of_their_own() -> None:
    """The seventieth demand is broken where its condition holds, like the first."""
    lines = tuple(Demand(f"d{k}", "south", "", parse_condition("rule = veto")) for k in range(70))
    space = enumerate_packages(Problem((RULE,), (Party("south", red_lines=lines),)))
    assert space.words.shape == (2, 2)
    assert space.broken.sum(axis=1).tolist() == [70, 0]
    assert space.package(0).broken[69] == "d69"
    assert space.zone().tolist() == [1]


def test_a_list_knows_whether_it_is_complete() -> None:
    """A list is complete if it has as many packages as it counts."""
    assert PackageList(0, ()).complete
    assert not PackageList(1, ()).complete
