"""What giving up demands would open, and where demands stand."""

from __future__ import annotations

from goodoffices.findings.opened import alone, best_opened, standing, without
from goodoffices.models.bargaining.collisions import (
    idle_demands,
    lone_concessions,
    minimal_collisions,
    minimal_concessions,
)
from goodoffices.models.bargaining.parties import Issue, Party, values_by_distance
from goodoffices.models.bargaining.problem import Problem, Quorum
from goodoffices.models.bargaining.zone import zone

SCALE = tuple(Issue(name, ("0", "50", "100"), (0, 50, 100)) for name in ("x", "y", "z"))


def party(name: str, ideal: float, accepts: dict[str, list[str]], floor: float | None = None) -> Party:
    """Return a party whose utility falls with the distance from one place on every issue."""
    return Party(
        name,
        True,
        {issue.name: 1.0 for issue in SCALE},
        {issue.name: values_by_distance(issue, ideal) for issue in SCALE},
        floor,
        accepts=accepts,
    )


NORTH = party("north", 0, {"x": ["0"], "y": ["0", "50"], "z": ["0", "50"]})
SOUTH = party("south", 100, {"x": ["100"], "y": ["100"], "z": ["50", "100"]})
PROBLEM = Problem(SCALE, (NORTH, SOUTH))


def test_the_best_package_is_the_one_that_listing_finds() -> None:
    """For every concession the worst-off is left as well off as by comparing all packages."""
    ways = minimal_concessions(PROBLEM).outcome
    assert len(ways) == 4
    for way in ways:
        found = best_opened(PROBLEM, way.demands)
        assert found is not None
        assert set(found.broken) == set(way.demands)
        best, listed = (
            sorted(value or 0.0 for value in package.utilities.values())
            for package in (found, way.packages[0])
        )
        assert best == listed


def test_walk_away_values_are_given_up_like_other_demands() -> None:
    """What is given up may fall below; what is kept may not."""
    tied = Problem(SCALE, (party("north", 0, {}, 0.6), party("south", 100, {}, 0.6)))
    (first, *_) = minimal_concessions(tied).outcome
    found = best_opened(tied, first.demands)
    assert found is not None
    assert found.broken == first.demands
    assert found.gains == first.packages[0].gains
    assert best_opened(tied, ()) is None


def test_where_there_is_nothing_to_compare_there_is_no_best() -> None:
    """Without numbers, with a quorum, or with a part that is too large, none is named."""
    bare = Problem(SCALE, (Party("a", accepts={"x": ["0"]}),))
    assert best_opened(bare, ()) is None
    assert best_opened(Problem(SCALE, (NORTH, SOUTH), (), (Quorum(("north", "south"), 1),)), ()) is None
    from goodoffices.case.conditions import parse_condition

    issues = tuple(Issue(f"i{number}", ("a", "b")) for number in range(24))
    tied = parse_condition(" and ".join(f"i{number} = a" for number in range(24)))
    large = Party("a", True, {"i0": 1.0}, {"i0": {"a": 1.0, "b": 0.0}})
    assert best_opened(Problem(issues, (large,), (tied,)), ()) is None


def test_a_problem_without_demands_keeps_the_others() -> None:
    """What is not given up still rules packages out, and nothing else does."""
    freed = without(PROBLEM, [demand.id for demand in SOUTH.demands()])
    assert zone(freed).outcome.count == 1 * 2 * 2


def test_standing_and_lone_concessions_agree_with_the_packages() -> None:
    """Collisions alone tell what the list of all packages tells."""
    collisions = minimal_collisions(PROBLEM).outcome
    found = standing(PROBLEM, collisions)
    assert found.idle == idle_demands(PROBLEM).outcome == ("north.accepts.z", "south.accepts.z")
    assert set(found.counts.values()) == {1}
    lone = lone_concessions(PROBLEM).outcome
    assert alone(PROBLEM, collisions) == {
        name: tuple(way.demands for way in ways) for name, ways in lone.items()
    }


def test_who_is_in_no_collision_cannot_open_a_zone() -> None:
    """A third party whose demands never collide has nothing to give."""
    third = Party("third", accepts={"z": ["50"]})
    problem = Problem(SCALE, (NORTH, SOUTH, third))
    assert alone(problem, minimal_collisions(problem).outcome)["third"] == ()
