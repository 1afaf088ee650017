"""Who must sign: all, some by name, so many of a group."""

from __future__ import annotations

from itertools import combinations

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.collisions import (
    idle_demands,
    lone_concessions,
    minimal_collisions,
    minimal_concessions,
)
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem, Quorum
from goodoffices.models.bargaining.zone import zone

ISSUES = (Issue("troops", ("none", "allied")), Issue("rule", ("veto", "vote")))


def insists(name: str, never: str, *, must_sign: bool = False) -> Party:
    """Return a party with one red line, whose id is its own name."""
    return Party(name, must_sign, red_lines=(Demand(name, name, never, parse_condition(never)),))


FOUR = (
    insists("a", "troops = none", must_sign=True),
    insists("b", "troops = allied"),
    insists("c", "rule = veto"),
    insists("d", "rule = vote"),
)
TWO_OF_THREE = Problem(ISSUES, FOUR, quorums=(Quorum(("b", "c", "d"), 2),))


def test_coalitions_are_those_who_must_sign_with_enough_of_the_others() -> None:
    """One that must sign and two of three make three coalitions."""
    named = [tuple(party.name for party in group) for group in TWO_OF_THREE.coalitions()]
    assert named == [("a", "b", "c"), ("a", "b", "d"), ("a", "c", "d")]
    assert [party.name for party in TWO_OF_THREE.concerned()] == ["a", "b", "c", "d"]


def test_a_member_that_must_sign_anyway_counts_in_its_quorum() -> None:
    """Where a party that must sign is in a quorum of two, one other is enough."""
    both = Problem(ISSUES, FOUR, quorums=(Quorum(("a", "b", "c"), 2),))
    assert [tuple(party.name for party in group) for group in both.coalitions()] == [("a", "b"), ("a", "c")]


def test_no_two_of_three_accept_what_the_first_accepts() -> None:
    """With any two of the three the first cannot agree: b refuses troops, c and d refuse each other."""
    assert zone(TWO_OF_THREE).outcome.count == 0
    assert zone(TWO_OF_THREE).witness.quorums == (Quorum(("b", "c", "d"), 2),)


def test_concessions_and_collisions_of_a_quorum_are_dual() -> None:
    """Giving up any one demand opens a zone, so all four are in one collision."""
    found = minimal_concessions(TWO_OF_THREE).outcome
    assert [one.demands for one in found] == [("a",), ("b",), ("c",), ("d",)]
    assert [one.count for one in found] == [2, 2, 1, 1]
    assert minimal_collisions(TWO_OF_THREE).outcome == (("a", "b", "c", "d"),)
    assert idle_demands(TWO_OF_THREE).outcome == ()
    assert set(lone_concessions(TWO_OF_THREE).outcome) == {"a", "b", "c", "d"}


def test_a_quorum_is_the_union_of_its_coalitions() -> None:
    """The zone of one of two is what either of the two accepts."""
    either = Problem(ISSUES, FOUR, quorums=(Quorum(("c", "d"), 1),))
    apart = {
        tuple(package.terms.values())
        for name in ("c", "d")
        for package in zone(either.signed_by(["a", name])).outcome.packages
    }
    assert {tuple(package.terms.values()) for package in zone(either).outcome.packages} == apart


def test_whose_gains_count_must_be_settled_first() -> None:
    """There is no frontier as long as it is open who signs."""
    with pytest.raises(ModelError, match=r"choose a coalition, such as signed_by\(\[a, b, c\]\)"):
        pareto_packages(TWO_OF_THREE)


@pytest.mark.parametrize(
    ("quorum", "message"),
    [
        (lambda: Quorum(("a", "b"), 3), "3 of 2 parties cannot be asked to sign"),
        (lambda: Quorum(("a",), 0), "0 of 1 parties"),
        (lambda: Quorum(("a", "a"), 1), "party of a quorum 'a' is there more than once"),
        (lambda: Problem(ISSUES, FOUR, quorums=(Quorum(("z",), 1),)), "there is no party 'z'"),
    ],
)
def test_a_quorum_that_cannot_be_is_refused(quorum: object, message: str) -> None:
    """A quorum names known parties, each once, and asks for at most all of them."""
    assert callable(quorum)
    with pytest.raises(ModelError, match=message):
        quorum()


def test_too_many_coalitions_are_refused() -> None:
    """Ten of twenty parties make 184,756 coalitions, more than can be compared."""
    many = tuple(Party(f"p{k}", must_sign=False) for k in range(20))
    names = tuple(party.name for party in many)
    assert len(list(combinations(names, 2))) == len(
        Problem(ISSUES, many, quorums=(Quorum(names, 2),)).coalitions()
    )
    with pytest.raises(ModelError, match="184,756 coalitions"):
        Problem(ISSUES, many, quorums=(Quorum(names, 10),))


def test_signed_by_names_exactly_who_must_sign() -> None:
    """Whoever is not named need not sign any more, and quorums are gone."""
    fewer = TWO_OF_THREE.signed_by(["b"])
    assert [party.name for party in fewer.signatories()] == ["b"]
    assert fewer.quorums == ()
    with pytest.raises(ModelError, match="there is no party 'x'"):
        TWO_OF_THREE.signed_by(["x"])
