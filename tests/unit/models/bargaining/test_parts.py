"""The frontier by parts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from goodoffices.case.conditions import parse_condition
from goodoffices.errors import ModelError
from goodoffices.models.bargaining import parts
from goodoffices.models.bargaining.pareto import pareto_packages
from goodoffices.models.bargaining.parts import linked_issues
from goodoffices.models.bargaining.problem import Demand, Issue, Party, Problem
from goodoffices.models.bargaining.solutions import egalitarian, nash, rules_of_division

FORTY = tuple(Issue(f"i{k}", ("a", "b")) for k in range(40))


def party(name: str, best: str, *reds: str, walk_away: float = 0.25, weights: int = 1) -> Party:
    """Return a party that values one option at 1 and the other at nothing, on every issue."""
    return Party(
        name,
        True,
        {issue.name: float(1 + k % weights) for k, issue in enumerate(FORTY)},
        {issue.name: {option: float(option == best) for option in issue.options} for issue in FORTY},
        walk_away,
        tuple(Demand(f"{name}.{k}", name, text, parse_condition(text)) for k, text in enumerate(reds)),
    )


def test_issues_named_together_are_linked_through_others() -> None:
    """A condition on the first and second issue and one on the second and third link all three."""
    conditions = [parse_condition("i0 = a and i1 = a"), parse_condition("i2 = b implies i1 = b")]
    assert linked_issues(Problem(FORTY[:5], (Party("p"),)), conditions) == ((0, 1, 2), (3,), (4,))


def test_a_frontier_in_a_space_of_a_trillion_packages_is_exact() -> None:
    """Of 2 to the 40 ways to split forty equal issues all lie on the frontier; half and half is fair."""
    problem = Problem(FORTY, (party("north", "a"), party("south", "b")))
    found = pareto_packages(problem, limit=2)
    within = sum(_choose(40, k) for k in range(10, 31))
    assert found.outcome.count == within
    assert len(found.outcome.packages) == 2
    assert found.witness.compared is None
    even = egalitarian(problem, limit=1)
    assert even.outcome.count == _choose(40, 20)
    assert even.witness.criterion == (0.25, 0.25)
    assert nash(problem, limit=1).outcome.count == _choose(40, 20)


def _choose(number: int, some: int) -> int:
    total = 1
    for k in range(some):
        total = total * (number - k) // (k + 1)
    return total


def test_red_lines_rule_choices_out_part_by_part() -> None:
    """A red line on two issues leaves three of four choices on them, and the package keeps it."""
    problem = Problem(FORTY, (party("north", "a", "i0 = b and i1 = b"), party("south", "b")))
    for package in pareto_packages(problem, limit=50).outcome.packages:
        assert (package.terms["i0"], package.terms["i1"]) != ("b", "b")
        assert package.broken == ()


def test_an_empty_zone_has_an_empty_frontier() -> None:
    """Where a part leaves nothing, or walk-away values cannot be met together, nothing is found."""
    stuck = Problem(FORTY, (party("north", "a", "i0 = a", "i0 = b"), party("south", "b")))
    assert pareto_packages(stuck).outcome.count == 0
    proud = Problem(FORTY, (party("north", "a", walk_away=0.75), party("south", "b", walk_away=0.75)))
    assert nash(proud).witness.reason == "no package is acceptable to all who must sign"


def test_what_cannot_be_merged_is_refused() -> None:
    """A part of too many packages is refused, and so is a way that there is not."""
    text = " or ".join(f"i{k} = a" for k in range(30))
    with pytest.raises(ModelError, match="demands link 30 issues with 1,073,741,824 combinations"):
        pareto_packages(Problem(FORTY, (party("north", "a", text),)))
    with pytest.raises(ModelError, match="not found by 'magic'"):
        pareto_packages(Problem(FORTY, (party("north", "a"),)), by="magic")  # type: ignore[arg-type]


def test_too_many_undominated_sums_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """Four parties that care for different issues leave too little dominated, which is said in time."""
    monkeypatch.setattr(parts, "MAX_KEPT", 500)
    people = tuple(
        Party(
            f"p{p}",
            True,
            {issue.name: float(1 + (k * (p + 3) ** 2) % 97) for k, issue in enumerate(FORTY)},
            {
                issue.name: {"a": ((k * 7 + p * 3) % 11) / 11, "b": ((k * 5 + p) % 13) / 13}
                for k, issue in enumerate(FORTY)
            },
            0.0,
        )
        for p in range(4)
    )
    with pytest.raises(ModelError, match="too many to merge further"):
        pareto_packages(Problem(FORTY, people))


def large(**changes: object) -> Problem:
    """Return 3 to the 12 packages for two parties, one of which likes what the other does not."""
    issues = tuple(Issue(f"i{k}", tuple("abc")) for k in range(12))
    weights = {issue.name: float(k + 1) for k, issue in enumerate(issues)}
    likes = {issue.name: {"a": 1.0, "b": 0.6, "c": 0.0} for issue in issues}
    hates = {issue.name: {"a": 0.0, "b": 0.6, "c": 1.0} for issue in issues}
    parties = (Party("north", True, weights, likes, 0.3), Party("south", True, weights, hates, 0.3))
    return replace(Problem(issues, parties), **changes)  # type: ignore[arg-type]


def test_many_packages_of_loose_issues_are_merged_and_give_what_the_list_gives() -> None:
    """Of 531,441 packages the frontier and all rules pick the same, listed or merged."""
    one = large()
    assert pareto_packages(one).method == "Pareto frontier by parts"
    assert pareto_packages(one).outcome == pareto_packages(one, by="listing").outcome
    for method, found in rules_of_division(one).items():
        assert found.witness.compared is None
        assert found.outcome == rules_of_division(one, by="listing")[method].outcome


def test_many_packages_of_tied_issues_are_listed() -> None:
    """Where one condition names eleven of twelve issues, merging would not help."""
    never = parse_condition(" and ".join(f"i{k} = a" for k in range(11)))
    assert pareto_packages(large(impossible=(never,))).method == "Pareto frontier"


def test_where_merging_takes_too_much_packages_are_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What can be listed is listed if too many combinations are undominated; by parts alone it is refused."""
    monkeypatch.setattr(parts, "MAX_KEPT", 1)
    assert pareto_packages(large()).method == "Pareto frontier"
    with pytest.raises(ModelError, match="too many to merge further"):
        pareto_packages(large(), by="parts")


def test_merging_refuses_a_space_that_is_impossible_for_everyone() -> None:
    """Merged or listed, the message is the same."""
    never = (parse_condition("i0 = a"), parse_condition("i0 != a"))
    with pytest.raises(ModelError, match="all 531,441 packages are impossible"):
        pareto_packages(large(impossible=never))
