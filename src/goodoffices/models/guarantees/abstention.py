"""Power where members vote yes, abstain or vote no.

Where only a vote against is a veto, as in the UN Security Council, treating abstention as a vote against
makes a body look more blocked than its rule makes it. Here each member has three choices, and every
division of the members into those who agree, abstain and object is as likely.

The index of Shapley and Shubik with abstention, which Felsenthal and Machover (1997) define over the orders
in which members declare themselves, is left out: no published figure was at hand to hold it against.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from goodoffices.models.guarantees.diagram import Diagram, diagram
from goodoffices.models.guarantees.rules import Rule
from goodoffices.models.solution import Solution

__all__ = ["TernaryIndex", "TernaryWitness", "ternary_banzhaf"]


@dataclass(frozen=True, slots=True)
class TernaryIndex:
    """Banzhaf's index of one member who may abstain.

    Attributes:
        normalised: Its share in the swings of all members; the shares add up to 1.
        absolute: Share of the divisions of the others in which its yes passes what its no stops.
        by_objecting: Share of the divisions of the others in which its no stops what it would let pass by
            abstaining: what a veto is worth.
    """

    normalised: Fraction
    absolute: Fraction
    by_objecting: Fraction


@dataclass(frozen=True, slots=True)
class TernaryWitness:
    """The counts from which the indices follow.

    Attributes:
        passing: Number of divisions into yes, abstention and no in which the decision is taken.
        divisions: Number of all divisions.
        swings: For each member, divisions of the others in which its yes passes and its no stops.
        objections: For each member, those in which its abstention passes and its no stops.
    """

    passing: int
    divisions: int
    swings: Mapping[str, int]
    objections: Mapping[str, int]


def ternary_banzhaf(rule: Rule) -> Solution[Mapping[str, TernaryIndex], TernaryWitness]:
    """Compute how often each member can change the decision if abstaining is a third choice.

    Args:
        rule: Any decision rule; abstention differs from objection where the rule makes it differ.

    Raises:
        ModelError: If the members' weights differ too much to follow all their sums.

    References:
        Felsenthal and Machover (1997), Ternary voting games, International Journal of Game Theory 26.
    """
    tree = diagram(rule)
    witness = _count(tree)
    total, others = sum(witness.swings.values()), witness.divisions // 3
    index = {
        name: TernaryIndex(
            Fraction(swings, total), Fraction(swings, others), Fraction(witness.objections[name], others)
        )
        for name, swings in witness.swings.items()
    }
    return Solution("Banzhaf index with abstention (Felsenthal and Machover 1997)", index, witness)


def _count(tree: Diagram) -> TernaryWitness:
    passing = _passing(tree)
    swings = dict.fromkeys(tree.members, 0)
    objections = dict.fromkeys(tree.members, 0)
    reach = {tree.start: 1}
    for place, level in enumerate(tree.levels):
        name, after = tree.members[level.member], passing[place + 1]
        following: dict[int, int] = {}
        for node, ways in reach.items():
            acts, abstains, fails = (
                int(choice[node]) for choice in (level.acts, level.abstains, level.fails)
            )
            swings[name] += ways * (after[acts] - after[fails])
            objections[name] += ways * (after[abstains] - after[fails])
            for choice in (acts, abstains, fails):
                following[choice] = following.get(choice, 0) + ways
        reach = following
    return TernaryWitness(passing[0][tree.start], 3 ** len(tree.members), swings, objections)


def _passing(tree: Diagram) -> list[list[int]]:
    """For each node of each level count the ways to pass from there."""
    counts = [[0, 1]]
    for level in reversed(tree.levels):
        after = counts[0]
        choices = zip(level.acts.tolist(), level.abstains.tolist(), level.fails.tolist(), strict=True)
        counts.insert(0, [sum(after[choice] for choice in three) for three in choices])
    return counts
