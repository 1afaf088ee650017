"""What packages are worth to two parties."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.findings.frontier import MOST_POINTS, frontier_points
from goodoffices.models.bargaining.parties import Demand, Issue, Party
from goodoffices.models.bargaining.problem import Problem

PRICE = Issue("price", ("low", "middle", "high"))
BONUS = Issue("bonus", ("no", "yes"))


def party(name: str, worth: tuple[float, ...], floor: float | None, *, signs: bool = True) -> Party:
    """Return a party that cares mostly for the price."""
    values = {"price": dict(zip(PRICE.options, worth, strict=True)), "bonus": {"no": 0.0, "yes": 1.0}}
    return Party(name, signs, {"price": 3.0, "bonus": 1.0}, values, floor)


BUYER, SELLER = party("buyer", (1.0, 0.6, 0.0), 0.4), party("seller", (0.0, 0.6, 1.0), 0.4)


def test_points_are_parted_by_what_they_break() -> None:
    """The frontier has the bonus; no bonus is dominated; what breaks a red line of a third is apart."""
    never = Demand("cap", "state", "no high price", parse_condition("price = high"))
    state = replace(party("state", (1, 1, 1), 0.9), red_lines=(never,))
    found = frontier_points(Problem((PRICE, BONUS), (BUYER, SELLER, state)), "buyer", "seller")
    assert found.frontier == ((0.7, 0.7), (1.0, 0.25))
    assert found.zone == ((0.7, 0.7),)
    assert set(found.others) == {(0.45, 0.45), (0.75, 0.0), (1.0, 0.25)}
    assert set(found.breaking) == {(0.0, 0.75), (0.25, 1.0)}
    assert (found.walk_away, found.listed) == ((0.4, 0.4), True)


def test_parties_that_need_not_sign_can_be_compared_too() -> None:
    """Whoever must sign is held to what it accepts, also without numbers."""
    other = Party("other", accepts={"bonus": ["no"]})
    watching = replace(SELLER, must_sign=False)
    found = frontier_points(Problem((PRICE, BONUS), (other, BUYER, watching)), "seller", "buyer")
    assert found.frontier == ((0.0, 0.75), (0.45, 0.45), (0.75, 0.0))


def test_a_large_space_has_a_frontier_and_no_cloud() -> None:
    """By parts the frontier is found; the other packages are not looked at."""
    more = tuple(Issue(f"i{number}", tuple("abcde")) for number in range(9))
    found = frontier_points(Problem((PRICE, BONUS, *more), (BUYER, SELLER)), "buyer", "seller")
    assert found.frontier == ((0.25, 1.0), (0.7, 0.7), (1.0, 0.25))
    assert (found.zone, found.others, found.listed) == ((), (), False)


def test_of_many_points_some_are_shown() -> None:
    """A cloud is thinned evenly."""
    issues = tuple(Issue(f"i{number}", tuple("abcd")) for number in range(5))
    people = tuple(
        Party(
            name,
            True,
            {issue.name: weight + 2.3**place for place, issue in enumerate(issues)},
            {issue.name: dict(zip("abcd", order, strict=True)) for issue in issues},
        )
        for name, weight, order in (("x", 1, (0, 0.3, 0.7, 1)), ("y", 2, (1, 0.55, 0.35, 0)))
    )
    found = frontier_points(Problem(issues, people), "x", "y")
    assert len(found.zone) == MOST_POINTS


def test_a_frontier_needs_two_parties_with_numbers() -> None:
    """The same party twice, or one without numbers, is refused."""
    mute = Party("mute", accepts={"bonus": ["no"]})
    problem = Problem((PRICE, BONUS), (BUYER, mute))
    for second in ("buyer", "mute"):
        with pytest.raises(ModelError, match=f"not 'buyer' and '{second}'"):
            frontier_points(problem, "buyer", second)
