"""Councils whose members nearly all count differently, laid out in two halves."""

from __future__ import annotations

from itertools import pairwise

import pytest

from goodoffices.case.values import Interval
from goodoffices.errors import ModelError
from goodoffices.models.guarantees.chances import (
    Votes,
    followed,
    importance,
    met,
    taking_part,
    votes,
)
from goodoffices.models.guarantees.collective_action import probability_of_action
from goodoffices.models.guarantees.diagram import Diagram, diagram
from goodoffices.models.guarantees.eu_council import eu_council
from goodoffices.models.guarantees.halves import Halves, halves
from goodoffices.models.guarantees.rules import AllOf, AnyOf, AtLeast, Council, Rule, Unanimous, Weighted

MEMBERS = tuple(f"m{number}" for number in range(18))
WEIGHTS = {name: (place * place * 7) % 53 + 1 for place, name in enumerate(MEMBERS)}
HEAVY = Weighted(WEIGHTS, sum(WEIGHTS.values()) * 6 // 10)
RULES: list[Rule] = [
    HEAVY,
    AllOf((HEAVY, AtLeast(MEMBERS, 9))),
    AnyOf((AllOf((HEAVY, AtLeast(MEMBERS, 9))), AtLeast(MEMBERS, 14))),
    AllOf((HEAVY, Unanimous(("outsider",)), Unanimous(MEMBERS[:1]))),
]


def spread(rule: Rule) -> Votes:
    """Return chances that differ from member to member, two of them certain."""
    chances = [0.2 + 0.7 * place / len(rule.members) for place in range(len(rule.members))]
    return votes([0.0, 1.0, *chances[2:]], [0.0] * len(chances))


@pytest.mark.parametrize("rule", RULES)
@pytest.mark.parametrize("correlation", [0.0, 0.3, 0.8, 1.0])
def test_halves_give_what_the_diagram_gives(rule: Rule, correlation: float) -> None:
    """Probability, importance and part in the action agree with following members one by one."""
    split, tree, given = followed(rule), diagram(rule), spread(rule)
    assert isinstance(split, Halves)
    assert met(split, given, correlation) == pytest.approx(met(tree, given, correlation), abs=1e-11)
    for collected in (importance, taking_part):
        found, expected = collected(split, given, correlation), collected(tree, given, correlation)
        assert found == pytest.approx(expected, abs=1e-11)


def test_only_rules_of_that_kind_are_laid_out_in_halves() -> None:
    """Few members, alike members, two rules with many weights, or abstention that counts: a diagram."""
    other = Weighted({name: weight * 3 % 47 + 1 for name, weight in WEIGHTS.items()}, 100)
    kinds: list[Rule] = [
        AtLeast(MEMBERS, 9),
        Weighted({name: WEIGHTS[name] for name in MEMBERS[:12]}, 50),
        AllOf((HEAVY, other)),
        AllOf((HEAVY, Council(MEMBERS, MEMBERS[:2], 9))),
        Weighted({name: weight * 2**60 + 1 for name, weight in WEIGHTS.items()}, 2**66 + 1),
    ]
    assert [halves(rule) for rule in kinds] == [None] * 5
    assert isinstance(followed(kinds[0]), Diagram)


def test_too_many_positions_for_too_many_shocks_are_refused() -> None:
    """Two requirements with many weights and a correlation next to 1: the message names the ways out."""
    members = [f"m{number}" for number in range(22)]
    first, second = (
        Weighted({name: place**power * 7919 % 4001 + 1 for place, name in enumerate(members)}, 22_000)
        for power in (2, 3)
    )
    h = {name: 0.3 + place / 50 for place, name in enumerate(members)}
    with pytest.raises(ModelError, match="round the weights, or give the correlation as 0"):
        probability_of_action(AllOf((first, second)), h, correlation=0.9999)


def test_the_eu_council_with_head_counts_is_exact_with_a_correlation() -> None:
    """Finer steps change nothing in the twelfth digit, and the result joins those at 0 and 1."""
    rule = eu_council().rule
    tree, given = followed(rule), spread(rule)
    found = [met(tree, given, rho) for rho in (0.0, 0.01, 0.3, 0.9, 1.0)]
    assert met(tree, given, 0.3, 18) == pytest.approx(found[2], abs=1e-12)
    assert all(abs(after - before) < 0.35 for before, after in pairwise(found))
    assert abs(found[1] - found[0]) < 0.01
    h: dict[str, float | Interval] = dict(zip(rule.members, given.acting.tolist(), strict=True))
    solution = probability_of_action(rule, h, correlation=0.3)
    assert solution.outcome.mid == pytest.approx(found[2])
    assert solution.witness.error < 1e-9
