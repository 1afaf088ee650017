"""Zone, collisions and concessions in spaces too large to list."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.constraints import Limits
from goodoffices.models.bargaining.counting import count_packages
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.models.bargaining.evaluation import Evaluator
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem, Quorum
from goodoffices.models.bargaining.search import find_collision, find_package
from goodoffices.models.bargaining.ways_out import find_concessions

OPTIONS = tuple("abcde")
THIRTY = tuple(Issue(f"i{k}", OPTIONS) for k in range(30))


def insists(name: str, *nevers: str, walk_away: float | None = None, best: str = "a") -> Party:
    """Return a party with red lines that, with numbers, likes one option best everywhere."""
    reds = tuple(Demand(f"{name}.{k}", name, text, parse_condition(text)) for k, text in enumerate(nevers))
    if walk_away is None:
        return Party(name, red_lines=reds)
    weights = {issue.name: 1.0 for issue in THIRTY}
    values = {issue.name: {option: float(option == best) for option in OPTIONS} for issue in THIRTY}
    return Party(name, True, weights, values, walk_away, reds)


BLOCKED = Problem(
    THIRTY,
    (
        insists("north", "i0 != a", "i1 = b", "i2 = c", walk_away=0.6),
        insists("south", "i0 = a and i1 != b", "i3 = a", walk_away=0.4, best="b"),
        insists("east", "i5 = a"),
    ),
)


def test_a_space_of_a_billion_billion_packages_is_decided() -> None:
    """Of 5 to the 30 packages none keeps what north and south demand."""
    assert BLOCKED.size == 5**30
    assert find_package(BLOCKED).outcome is Decision.THERE_IS_NONE
    apart = find_package(BLOCKED.signed_by(["north", "east"]))
    assert apart.outcome is Decision.THERE_IS_A_ZONE
    assert apart.witness is not None
    assert all(name.startswith("south") for name in apart.witness.broken)


def test_the_collision_is_found_with_a_witness_for_each_demand() -> None:
    """North's first two red lines cannot be kept with south's first."""
    found = find_collision(BLOCKED)
    assert found.outcome.demands == ("north.0", "north.1", "south.0")
    assert found.outcome.minimal
    assert all(
        set(package.broken) & set(found.outcome.demands) == {name} for name, package in found.witness.items()
    )


def test_concessions_come_cheapest_first_with_a_bound() -> None:
    """With a cost of 3 for south's red line and 2 for north's first, north's second is the cheapest."""
    found = find_concessions(BLOCKED, costs={"south.0": 3.0, "north.0": 2.0}, count=2)
    assert [(one.demands, one.cost) for one in found.outcome.concessions] == [
        (("north.1",), 1.0),
        (("north.0",), 2.0),
    ]
    assert (found.outcome.complete, found.outcome.optimal, found.outcome.bound) == (False, True, 2.0)
    every = find_concessions(BLOCKED, count=10).outcome
    assert sorted(one.demands for one in every.concessions) == [("north.0",), ("north.1",), ("south.0",)]
    assert every.complete


def test_where_there_is_a_zone_the_only_concession_is_none() -> None:
    """Nothing need be given up, and that is the whole answer."""
    found = find_concessions(BLOCKED.signed_by(["north"]), count=5).outcome
    assert [one.demands for one in found.concessions] == [()]
    assert found.complete
    collision = find_collision(BLOCKED.signed_by(["north"]))
    assert (collision.outcome.decision, collision.outcome.demands) == (Decision.THERE_IS_A_ZONE, ())


def test_what_ran_out_of_time_says_so() -> None:
    """With no time to speak of for a hard problem, nothing is claimed and the bound is still true."""
    rng = np.random.default_rng(3)
    people = []
    for number in range(8):
        weights = {issue.name: float(rng.integers(1, 100)) for issue in THIRTY}
        values = {i.name: {o: int(rng.integers(0, 100)) / 100 for o in OPTIONS} for i in THIRTY}
        people.append(Party(f"p{number}", True, weights, values, 0.62))
    hard = Problem(THIRTY, tuple(people))
    tiny = Limits(seconds=1e-9)
    assert find_package(hard, limits=tiny).outcome is Decision.OPEN
    collision = find_collision(hard, limits=tiny).outcome
    assert (collision.demands, collision.minimal) == ((), False)
    found = find_concessions(hard, limits=tiny).outcome
    assert not found.complete
    assert not found.optimal
    assert found.bound is not None
    assert found.bound <= 8


def test_a_space_impossible_for_everyone_is_refused() -> None:
    """Searching finds that nothing is possible and says so as listing does."""
    nothing = Problem(THIRTY, (Party("north"),), (parse_condition("i0 = a"), parse_condition("i0 != a")))
    for ask in (find_package, find_collision, find_concessions):
        with pytest.raises(ModelError, match="packages are impossible; take back one of the 2 conditions"):
            ask(nothing)


def test_who_signs_must_be_settled_for_collisions_and_counts() -> None:
    """A quorum is refused where one coalition is needed."""
    either = Problem(THIRTY, BLOCKED.parties, quorums=(Quorum(("north", "south"), 1),))
    with pytest.raises(ModelError, match="choose who signs"):
        find_collision(either)
    with pytest.raises(ModelError, match="choose who signs"):
        count_packages(either)


def test_a_package_must_settle_every_issue_by_an_option_it_has() -> None:
    """Unknown names and missing issues are refused by name."""
    evaluator = Evaluator.of(Problem(THIRTY[:2], (Party("north"),)))
    assert evaluator.chosen({"i1": "b", "i0": "a"}) == (0, 1)
    with pytest.raises(ModelError, match="says nothing on i1"):
        evaluator.chosen({"i0": "a"})
    with pytest.raises(ModelError, match="no issue 'z'"):
        evaluator.chosen({"z": "a"})
    with pytest.raises(ModelError, match="'z' is no option of 'i0'"):
        evaluator.chosen({"i0": "z"})


def test_conditions_that_always_or_never_hold_are_understood() -> None:
    """A red line of `true` collides alone, one of `false` never; the same option twice counts once."""
    always = Problem(THIRTY, (insists("north", "true", "false", "i0 in {a, a}"),))
    assert find_collision(always).outcome.demands == ("north.0",)
    assert find_package(Problem(THIRTY, (insists("north", "false", "i0 in {a, a}"),))).witness is not None


def test_more_packages_than_can_be_counted_are_refused() -> None:
    """Beyond 5 to the 79 packages there are not primes enough."""
    many = tuple(Issue(f"i{k}", OPTIONS) for k in range(90))
    with pytest.raises(ModelError, match="too many to be counted"):
        count_packages(Problem(many, (Party("north"),)))
