"""How much a member's vote counts under a decision rule, in exact fractions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import factorial

from goodoffices.models.guarantees.diagram import Diagram, diagram
from goodoffices.models.guarantees.rules import Rule
from goodoffices.models.solution import Solution

__all__ = [
    "BanzhafIndex",
    "ColemanIndex",
    "PowerWitness",
    "banzhaf",
    "coleman",
    "shapley_shubik",
]


@dataclass(frozen=True, slots=True)
class PowerWitness:
    """The counts from which the indices follow.

    Attributes:
        winning: Number of sets of members that can decide.
        sets: Number of all sets of members.
        swings: For each member, how many sets of others can decide with it and not without it, by the
            size of the set, from 0 upwards.
    """

    winning: int
    sets: int
    swings: Mapping[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class BanzhafIndex:
    """Banzhaf's index of one member.

    Attributes:
        normalised: Its share in the swings of all members; the shares add up to 1.
        absolute: Its swings divided by the number of sets of the others (Penrose 1946).
    """

    normalised: Fraction
    absolute: Fraction


@dataclass(frozen=True, slots=True)
class ColemanIndex:
    """Coleman's indices of one member.

    Attributes:
        prevent: Share of the winning sets that it can turn into losing ones by leaving.
        initiate: Share of the losing sets that it can turn into winning ones by joining.
        collectivity_to_act: Share of all sets that win: the same for every member.
    """

    prevent: Fraction
    initiate: Fraction
    collectivity_to_act: Fraction


def shapley_shubik(rule: Rule) -> Solution[Mapping[str, Fraction], PowerWitness]:
    """Compute in what share of all orders of joining each member is the one that decides.

    The shares add up to 1.

    Args:
        rule: Any decision rule; exact for councils of 60 members and more.

    Raises:
        ModelError: If the members' weights differ too much to follow all their sums.

    References:
        Shapley and Shubik (1954), A method for evaluating the distribution of power in a committee
        system, American Political Science Review 48.
    """
    witness = _count(rule)
    size = len(rule.members)
    index = {
        name: sum(
            (
                Fraction(count * factorial(before) * factorial(size - 1 - before), factorial(size))
                for before, count in enumerate(swings)
            ),
            Fraction(0),
        )
        for name, swings in witness.swings.items()
    }
    return Solution("Shapley–Shubik index", index, witness)


def banzhaf(rule: Rule) -> Solution[Mapping[str, BanzhafIndex], PowerWitness]:
    """Compute how often each member can change the decision, every set of others being as likely.

    Args:
        rule: Any decision rule; exact for councils of 60 members and more.

    Raises:
        ModelError: If the members' weights differ too much to follow all their sums.

    References:
        Penrose (1946), The elementary statistics of majority voting, Journal of the Royal Statistical
        Society 109. Banzhaf (1965), Weighted voting doesn't work, Rutgers Law Review 19.
    """
    witness = _count(rule)
    total = sum(map(sum, witness.swings.values()))
    index = {
        name: BanzhafIndex(Fraction(sum(swings), total), Fraction(sum(swings), witness.sets // 2))
        for name, swings in witness.swings.items()
    }
    return Solution("Banzhaf index", index, witness)


def coleman(rule: Rule) -> Solution[Mapping[str, ColemanIndex], PowerWitness]:
    """Compute each member's power to prevent and to initiate action, and the body's power to act.

    Args:
        rule: Any decision rule; exact for councils of 60 members and more.

    Raises:
        ModelError: If the members' weights differ too much to follow all their sums.

    References:
        Coleman (1971), Control of collectivities and the power of a collectivity to act, in Lieberman
        (ed.), Social Choice.
    """
    witness = _count(rule)
    losing = witness.sets - witness.winning
    index = {
        name: ColemanIndex(
            Fraction(sum(swings), witness.winning),
            Fraction(sum(swings), losing),
            Fraction(witness.winning, witness.sets),
        )
        for name, swings in witness.swings.items()
    }
    return Solution("Coleman's indices", index, witness)


def _count(rule: Rule) -> PowerWitness:
    """Count winning sets and swings over the decision diagram.

    A count by size is one whole number: the count of size s stands at bit s · (members + 1), which is
    room enough since no count exceeds 2^members. Adding and multiplying such numbers adds and convolves
    the counts.
    """
    tree = diagram(rule)
    size = len(rule.members)
    width = size + 1
    wins = _wins(tree, width)
    swings = dict.fromkeys(range(size), 0)
    reach = {tree.start: 1}
    for place, level in enumerate(tree.levels):
        following: dict[int, int] = {}
        for node, ways in reach.items():
            acts, fails = int(level.acts[node]), int(level.fails[node])
            swings[level.member] += ways * (wins[place + 1][acts] - wins[place + 1][fails])
            following[acts] = following.get(acts, 0) + (ways << width)
            following[fails] = following.get(fails, 0) + ways
        reach = following
    counts = {rule.members[member]: tuple(_digits(swings[member], width, size)) for member in range(size)}
    return PowerWitness(sum(_digits(wins[0][tree.start], width, size + 1)), 1 << size, counts)


def _wins(tree: Diagram, width: int) -> list[list[int]]:
    """For each node of each level count the ways to win from there, by the number of members acting."""
    wins = [[0, 1]]
    for level in reversed(tree.levels):
        after = wins[0]
        pairs = zip(level.acts.tolist(), level.fails.tolist(), strict=True)
        wins.insert(0, [(after[acts] << width) + after[fails] for acts, fails in pairs])
    return wins


def _digits(number: int, width: int, count: int) -> Iterator[int]:
    for place in range(count):
        yield number >> place * width & (1 << width) - 1
