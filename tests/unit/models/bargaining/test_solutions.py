"""Nash, Kalai–Smorodinsky, egalitarian and utilitarian packages."""

from __future__ import annotations

import numpy as np
import pytest

from goodoffices.errors import ModelError
from goodoffices.models.bargaining.problem import Issue, Party, Problem
from goodoffices.models.bargaining.solutions import (
    PointSolution,
    egalitarian,
    kalai_smorodinsky,
    leximin,
    nash,
    rules_of_division,
    utilitarian,
)

OPTIONS = ("a", "b", "c", "d")
ISSUES = (Issue("i", OPTIONS),)


def party(name: str, *worth: float, walk_away: float | None = 0.0) -> Party:
    """Return a party that values the four options so."""
    return Party(name, True, {"i": 1.0}, {"i": dict(zip(OPTIONS, worth, strict=True))}, walk_away)


TWO = Problem(ISSUES, (party("p", 0.9, 0.6, 0.4, 0.3), party("q", 0.1, 0.4, 0.5, 0.5)))


def picked(solution: PointSolution) -> list[str]:
    """Return the options picked."""
    return [package.terms["i"] for package in solution.outcome.packages]


def test_each_rule_states_what_it_makes_highest() -> None:
    """Products .09 .24 .20, sums 1 1 .9, lowest gains .1 .4 .4, lowest shares 1/9, 2/3, 4/9."""
    assert picked(nash(TWO)) == ["b"]
    assert nash(TWO).witness.criterion == pytest.approx((0.24,))
    assert picked(utilitarian(TWO)) == ["a", "b"]
    assert utilitarian(TWO).witness.criterion == pytest.approx((1.0,))
    assert picked(egalitarian(TWO)) == ["b"]
    assert egalitarian(TWO).witness.criterion == pytest.approx((0.4, 0.6))
    assert picked(kalai_smorodinsky(TWO)) == ["b"]
    assert kalai_smorodinsky(TWO).witness.criterion == pytest.approx((2 / 3, 0.8))
    assert kalai_smorodinsky(TWO).witness.best_gains == (0.9, 0.5)


def test_ties_are_all_reported() -> None:
    """Two options of the same product are both Nash packages, and the limit shortens only the list."""
    both = Problem(ISSUES, (party("p", 0.8, 0.2, 0.1, 0), party("q", 0.2, 0.8, 0.1, 0)))
    assert picked(nash(both)) == ["a", "b"]
    assert (nash(both, limit=1).outcome.count, picked(nash(both, limit=1))) == (2, ["a"])


def test_a_tie_in_rounding_is_no_excuse_for_a_dominated_package() -> None:
    """Of two packages within the tolerance, the one that is better for both stays."""
    close = Problem(ISSUES, (party("p", 0.5, 0.5 + 1e-11, 0, 0), party("q", 0.5, 0.5 + 1e-11, 0, 0)))
    assert picked(nash(close)) == ["b"]
    assert picked(egalitarian(close)) == ["b"]


def test_small_products_are_compared_in_proportion() -> None:
    """Twelve parties that gain a little each still have one best package, not a tie of tiny products."""
    many = Problem(ISSUES, tuple(party(f"p{k}", 0.1, 0.11, 0.09, 0) for k in range(12)))
    assert picked(nash(many)) == ["b"]


def test_no_nash_package_where_somebody_always_gains_nothing() -> None:
    """If every product is 0 nothing is picked, and the witness says why."""
    flat = Problem(ISSUES, (party("p", 0.9, 0.6, 0.4, 0.3), party("q", 0.5, 0.5, 0.5, 0.5, walk_away=0.5)))
    assert nash(flat).outcome.count == 0
    assert nash(flat).witness.reason == "no package gives every party a gain over walking away"
    assert nash(flat).witness.criterion == ()
    assert picked(kalai_smorodinsky(flat)) == ["a"]


def test_all_are_tied_where_nobody_can_gain() -> None:
    """With nothing to gain for anyone the zone's packages are all equally fair."""
    still = Problem(ISSUES, (party("p", 0.5, 0.5, 0.5, 0.4, walk_away=0.5),))
    assert picked(kalai_smorodinsky(still)) == ["a", "b", "c"]
    assert picked(utilitarian(still)) == ["a", "b", "c"]


def test_an_empty_zone_gives_nothing_and_says_so() -> None:
    """No rule invents a package where no zone exists."""
    none = Problem(ISSUES, (party("p", 0.9, 0.6, 0.4, 0.3, walk_away=0.95),))
    for solver in (nash, kalai_smorodinsky, egalitarian, utilitarian):
        assert solver(none).outcome.count == 0
        assert solver(none).witness.reason == "no package is acceptable to all who must sign"


def test_parties_without_numbers_count_by_their_demands() -> None:
    """A party that only says yes and no narrows the zone and is named in the witness."""
    with_words = Problem(ISSUES, (*TWO.parties, Party("r", accepts={"i": ["a", "c"]})))
    assert picked(nash(with_words)) == ["c"]
    assert nash(with_words).witness.counted == ("p", "q")
    assert nash(with_words).witness.demands_only == ("r",)


def test_gains_need_walk_away_values() -> None:
    """A party with values and no walk-away value has no gains to compare."""
    with pytest.raises(ModelError, match="'p' must sign and has no walk-away value"):
        nash(Problem(ISSUES, (party("p", 0.9, 0.6, 0.4, 0.3, walk_away=None),)))
    with pytest.raises(ModelError, match="no party that must sign has a walk-away value"):
        egalitarian(Problem(ISSUES, (Party("p"),)))


def test_leximin_looks_further_only_where_entries_tie() -> None:
    """The second entry decides between rows whose first entries are equal."""
    assert leximin(np.array([[0.1, 0.9], [0.2, 0.3], [0.2, 0.4], [0.2, 0.4]])).tolist() == [2, 3]


def test_all_rules_at_once_give_what_each_gives_alone() -> None:
    """One frontier serves the four rules, and nothing else changes."""
    found = rules_of_division(TWO)
    assert list(found) == ["Nash", "Kalai–Smorodinsky", "egalitarian (leximin)", "utilitarian"]
    alone = [nash(TWO), kalai_smorodinsky(TWO), egalitarian(TWO), utilitarian(TWO)]
    assert list(found.values()) == alone
    assert [solution.method for solution in alone] == list(found)
