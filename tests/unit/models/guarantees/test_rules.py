"""Decision rules."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.power import shapley_shubik
from goodoffices.models.guarantees.recusal import can_do_without, recuse
from goodoffices.models.guarantees.rules import (
    AllOf,
    AnyOf,
    AtLeast,
    Council,
    EachAlone,
    Rule,
    Unanimous,
    Weighted,
    alternatives,
    requirements,
    veto_players,
    winning,
)

ABC = ("a", "b", "c")
COUNCIL = Council(ABC, ("a",), 2)


@pytest.mark.parametrize(
    ("rule", "enough", "too_few"),
    [
        (EachAlone(ABC), {"b"}, set()),
        (AtLeast(ABC, 2), {"b", "c"}, {"c"}),
        (Unanimous(ABC), {"a", "b", "c"}, {"a", "b"}),
        (Weighted({"a": 3, "b": 2, "c": 2}, 4), {"b", "c"}, {"a"}),
        (COUNCIL, {"a", "b"}, {"b", "c"}),
    ],
)
def test_each_rule_tells_enough_from_too_few(rule: Rule, enough: set[str], too_few: set[str]) -> None:
    """A coalition wins exactly if it meets the rule."""
    assert winning(rule, enough)
    assert not winning(rule, too_few)


@pytest.mark.parametrize(
    ("rule", "holders"),
    [
        (EachAlone(ABC), ()),
        (EachAlone(("a",)), ("a",)),
        (AtLeast(ABC, 2), ()),
        (Unanimous(ABC), ABC),
        (Weighted({"a": 3, "b": 2, "c": 2}, 5), ("a",)),
        (COUNCIL, ("a",)),
    ],
)
def test_veto_players_are_those_without_whom_nothing_is_decided(rule: Rule, holders: tuple[str, ...]) -> None:
    """A veto need not be written down to be held."""
    assert veto_players(rule) == holders


def test_abstention_is_a_veto_only_where_the_rule_says_so() -> None:
    """A member with a veto lets a decision pass by abstaining, unless abstention blocks."""
    assert winning(COUNCIL, {"b", "c"}, abstaining={"a"})
    assert not winning(Council(ABC, ("a",), 2, abstention_blocks=True), {"b", "c"}, abstaining={"a"})
    assert not winning(Unanimous(ABC), {"b", "c"}, abstaining={"a"})


def test_decimal_weights_are_taken_as_written() -> None:
    """Three tenths are met by a tenth and two tenths, though binary fractions miss it."""
    rule = Weighted({"a": 0.1, "b": 0.2, "c": Fraction(1, 3)}, 0.3)
    assert winning(rule, {"a", "b"})
    assert requirements(rule)[0].weights == (3, 6, 10)
    assert requirements(rule)[0].quota == 9


def test_requirements_say_in_words_what_is_needed() -> None:
    """A council needs votes and no veto; without vetoes it needs votes alone."""
    assert [need.text for need in requirements(COUNCIL)] == ["2 votes of 3", "each of these can stop it: a"]
    assert [need.text for need in requirements(Council(ABC, (), 2))] == ["2 votes of 3"]
    assert [requirements(rule)[0].text for rule in (EachAlone(ABC), AtLeast(ABC, 2), Unanimous(ABC))] == [
        "any one member",
        "2 of 3 members",
        "all 3 members",
    ]
    assert requirements(Weighted({"a": 1, "b": 2}, 2))[0].text == "weight 2 of 3"


def test_recusal_takes_the_veto_and_leaves_the_number_of_votes() -> None:
    """The others still need as many votes, or each other's agreement."""
    assert recuse(COUNCIL, "a") == Council(("b", "c"), (), 2)
    assert recuse(COUNCIL, "b") == Council(("a", "c"), ("a",), 2)
    assert recuse(Unanimous(ABC), "a") == Unanimous(("b", "c"))
    assert recuse(AtLeast(ABC, 2), "a") == AtLeast(("b", "c"), 2)
    assert recuse(EachAlone(ABC), "a") == EachAlone(("b", "c"))
    assert recuse(Weighted({"a": 3, "b": 2, "c": 2}, 4), "a") == Weighted({"b": 2, "c": 2}, 4)


@pytest.mark.parametrize(
    "rule",
    [
        EachAlone(("a",)),
        Unanimous(("a",)),
        AtLeast(ABC, 3),
        Council(ABC, (), 3),
        Weighted({"a": 2, "b": 1}, 2),
    ],
)
def test_recusal_that_leaves_nobody_able_to_decide_is_refused(rule: Rule) -> None:
    """Without enough others the rule could never be met."""
    assert not can_do_without(rule, "a")
    with pytest.raises(ModelError, match="without 'a' no set of members can meet the rule"):
        recuse(rule, "a")


FAULTS: list[tuple[Callable[[], object], str]] = [
    (lambda: AllOf(()), "give at least one rule"),
    (lambda: AnyOf(()), "give at least one rule"),
    (lambda: EachAlone(()), "give at least one, each once"),
    (lambda: Unanimous(("a", "a")), "give at least one, each once"),
    (lambda: AtLeast(ABC, 4), "4 of 3 members can never be just enough; give from 1 to 3"),
    (lambda: AtLeast(ABC, 0), "0 of 3 members"),
    (lambda: Council(ABC, ("d",), 2), "'d' is no member; the members are a, b, c"),
    (lambda: Weighted({"a": -1}, 1), "'a' has the weight -1"),
    (lambda: Weighted({"a": float("inf")}, 1), "'a' has the weight inf"),
    (lambda: Weighted({"a": 1}, 2), "can meet the quota 2"),
    (lambda: Weighted({"a": 1}, 0), "can meet the quota 0"),
    (lambda: Weighted({}, 1), "give at least one, each once"),
    (lambda: winning(COUNCIL, {"d"}), "'d' is no member"),
    (lambda: winning(COUNCIL, {"a"}, abstaining={"a"}), "'a' cannot be in favour and abstain"),
    (lambda: recuse(COUNCIL, "d"), "'d' is no member"),
]


@pytest.mark.parametrize(("make", "message"), FAULTS)
def test_a_faulty_rule_is_refused_with_the_way_out(make: Callable[[], object], message: str) -> None:
    """Each fault is named with the bad value and the rule it breaks."""
    with pytest.raises(ModelError, match=message):
        make()


def test_rules_are_joined_by_and_and_by_or() -> None:
    """All parts must be met, or one is enough; members of one part only have no weight in the other."""
    both = AllOf((Unanimous(("x", "y")), EachAlone(ABC)))
    assert both.members == ("x", "y", "a", "b", "c")
    assert winning(both, {"x", "y", "c"})
    assert not winning(both, {"x", "y"})
    assert veto_players(both) == ("x", "y")
    either = AnyOf((Unanimous(("x", "y")), AtLeast(ABC, 2)))
    assert winning(either, {"x", "y"})
    assert winning(either, {"b", "c"})
    assert not winning(either, {"x", "a"})
    assert [len(way) for way in alternatives(AllOf((either, COUNCIL)))] == [3, 3]
    assert len(requirements(AllOf((either, COUNCIL)))) == 4


def test_recusal_goes_through_all_parts_that_have_the_member() -> None:
    """Of alternatives those that the others cannot meet are dropped; of parts all must remain."""
    either = AnyOf((Unanimous(("a",)), AtLeast(ABC, 2)))
    assert recuse(either, "a") == AnyOf((AtLeast(("b", "c"), 2),))
    assert recuse(AllOf((COUNCIL, Unanimous(("x",)))), "a") == AllOf(
        (Council(("b", "c"), (), 2), Unanimous(("x",)))
    )
    assert not can_do_without(AllOf((COUNCIL, Unanimous(("a",)))), "a")
    assert not can_do_without(AnyOf((Unanimous(("a",)),)), "a")


def test_weights_beyond_the_machine_are_followed_exactly() -> None:
    """Whole numbers too large for the machine are no obstacle."""
    rule = Weighted({"a": 10**30, "b": 10**30 - 1, "c": 1}, 10**30)
    assert {name: str(share) for name, share in shapley_shubik(rule).outcome.items()} == {
        "a": "2/3",
        "b": "1/6",
        "c": "1/6",
    }


def test_recusal_from_rules_within_rules_looks_at_each_once() -> None:
    """Twenty rules one within another are done at once, not in as many steps as two to the twentieth."""
    rule: Rule = Unanimous(("a", "b"))
    for number in range(20):
        rule = AllOf((rule, AtLeast(("a", "b", "c"), 1))) if number % 2 else AnyOf((rule, EachAlone(("a",))))
    assert can_do_without(rule, "a")
    assert "a" not in recuse(rule, "a").members
