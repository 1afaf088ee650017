"""Who must agree, who can block, and what changes when the attacker has no say."""

from __future__ import annotations

from dataclasses import dataclass
from math import comb, prod

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.diagram import Diagram, diagram
from goodoffices.models.guarantees.recusal import can_do_without, recuse
from goodoffices.models.guarantees.rules import Requirement, Rule, alternatives, requirements, veto_players
from goodoffices.models.solution import Solution

__all__ = [
    "AttackerPosition",
    "AttackerWitness",
    "Pattern",
    "Share",
    "attacker_position",
    "fewest_helpers",
    "listable",
    "minimal_blocking",
    "minimal_winning",
]

MAX_COUNTS = 1 << 20
"""Most ways to choose how many of each group of alike members act."""


@dataclass(frozen=True, slots=True)
class Share:
    """Any so many of a group of members that count alike.

    Attributes:
        members: The group.
        needed: How many of them, at least 1.
    """

    members: tuple[str, ...]
    needed: int

    @property
    def text(self) -> str:
        """The share in words."""
        names = ", ".join(self.members)
        if self.needed == len(self.members):
            return names if self.needed == 1 else f"all of {names}"
        return f"any {self.needed} of {names}"


@dataclass(frozen=True, slots=True)
class Pattern:
    """Sets of members in short: one share of each group that takes part.

    Attributes:
        shares: At least one.
    """

    shares: tuple[Share, ...]

    @property
    def sets(self) -> int:
        """How many sets of members fit the pattern."""
        return prod(comb(len(share.members), share.needed) for share in self.shares)

    @property
    def size(self) -> int:
        """How many members are in each of these sets."""
        return sum(share.needed for share in self.shares)

    @property
    def text(self) -> str:
        """The pattern in words."""
        return "; ".join(share.text for share in self.shares)


@dataclass(frozen=True, slots=True)
class AttackerPosition:
    """What an attacker can do under a rule.

    Attributes:
        member: Whether it has a say.
        blocks_alone: Whether nothing is decided without it.
        helpers_needed: The fewest others that block together with it where fewer do not; None if it
            is in no smallest blocking set.
        others_can_decide: Whether the others could decide anything if it were recused.
    """

    member: bool
    blocks_alone: bool
    helpers_needed: int | None
    others_can_decide: bool


@dataclass(frozen=True, slots=True)
class AttackerWitness:
    """The sets of members from which the attacker's position follows.

    Attributes:
        blocking: Smallest blocking sets of which the attacker is one.
        winning: Smallest sets that can decide under the rule as it is.
        winning_when_recused: The same with the attacker recused; none if the others cannot decide.
    """

    blocking: tuple[Pattern, ...]
    winning: tuple[Pattern, ...]
    winning_when_recused: tuple[Pattern, ...]


NOTHING_LISTED = AttackerWitness((), (), ())
"""The witness where smallest sets are too many to list."""


def minimal_winning(rule: Rule) -> Solution[tuple[Pattern, ...], tuple[Requirement, ...]]:
    """Find the smallest sets of members that can decide.

    Members that count alike under every requirement form one group, so that the 210 smallest sets of
    the UN Security Council are one pattern: all five permanent members and any four others.

    Args:
        rule: A rule with at most about a million ways to choose how many of each group act.

    Returns:
        Every smallest set, in patterns, sets of fewer members first; the requirements that they meet.

    Raises:
        ModelError: If there are more ways, which only many different weights cause.
    """
    groups, wins = _by_group(rule)
    return Solution("minimal winning coalitions", _patterns(groups, _minimal(wins)), requirements(rule))


def minimal_blocking(rule: Rule) -> Solution[tuple[Pattern, ...], tuple[Requirement, ...]]:
    """Find the smallest sets of members without which the others cannot decide.

    Args:
        rule: A rule with at most about a million ways to choose how many of each group act.

    Returns:
        Every smallest set, in patterns, sets of fewer members first; the requirements that the others
        then fail.

    Raises:
        ModelError: If there are more ways, which only many different weights cause.
    """
    groups, wins = _by_group(rule)
    return Solution(
        "minimal blocking coalitions", _patterns(groups, _minimal(~np.flip(wins))), requirements(rule)
    )


def attacker_position(rule: Rule, attacker: str) -> Solution[AttackerPosition, AttackerWitness]:
    """Tell whether an attacker can block, and what recusing it would change.

    Where smallest sets are too many to list, none is given as a witness, and the helpers needed are the
    fewest with whom it blocks where as many others alone do not.

    Args:
        rule: The decision rule.
        attacker: Who attacks; need not be a member.

    Raises:
        ModelError: If the members' weights differ too much to follow all their sums.
    """
    parameters = {"attacker": attacker}
    if not listable(rule) and attacker in rule.members:
        return Solution("position of the attacker", _unlisted(rule, attacker), NOTHING_LISTED, parameters)
    before = minimal_winning(rule).outcome if listable(rule) else ()
    if attacker not in rule.members:
        outside = AttackerPosition(
            member=False, blocks_alone=False, helpers_needed=None, others_can_decide=True
        )
        return Solution("position of the attacker", outside, AttackerWitness((), before, before), parameters)
    blocking = tuple(
        pattern
        for pattern in minimal_blocking(rule).outcome
        if any(attacker in share.members for share in pattern.shares)
    )
    others_can_decide = can_do_without(rule, attacker)
    after = minimal_winning(recuse(rule, attacker)).outcome if others_can_decide else ()
    position = AttackerPosition(
        member=True,
        blocks_alone=attacker in veto_players(rule),
        helpers_needed=blocking[0].size - 1 if blocking else None,
        others_can_decide=others_can_decide,
    )
    return Solution(
        "position of the attacker", position, AttackerWitness(blocking, before, after), parameters
    )


def _unlisted(rule: Rule, attacker: str) -> AttackerPosition:
    return AttackerPosition(
        member=True,
        blocks_alone=attacker in veto_players(rule),
        helpers_needed=fewest_helpers(rule, attacker),
        others_can_decide=can_do_without(rule, attacker),
    )


def listable(rule: Rule) -> bool:
    """Tell whether smallest sets can be listed: whether few enough members count differently."""
    return prod(len(members) + 1 for members in _alike(rule).values()) <= MAX_COUNTS


def fewest_helpers(rule: Rule, attacker: str) -> int | None:
    """Return the fewest others that block together with an attacker where as many others alone do not.

    Works for any rule whose decision diagram can be built, also where smallest sets are too many to list.

    Args:
        rule: The decision rule.
        attacker: A member.

    Returns:
        The number; None if the attacker's help makes no blocking set smaller.

    Raises:
        ModelError: If the members' weights differ too much to follow all their sums.
    """
    tree = diagram(rule)
    together, alone = (_fewest(tree, tree.members.index(attacker), joins) for joins in (True, False))
    return int(together) if together < alone else None


def _fewest(tree: Diagram, attacker: int, joins: bool) -> float:
    """Return the fewest members other than the attacker that must fail so that the rule is not met."""
    cost = np.array([0.0, np.inf])
    for level in reversed(tree.levels):
        if level.member == attacker:
            cost = cost[level.fails] if joins else cost[level.acts]
        else:
            cost = np.minimum(cost[level.acts], cost[level.fails] + 1.0)
            cost[0] = 0.0
    return float(cost[tree.start])


def _alike(rule: Rule) -> dict[tuple[int, ...], list[str]]:
    """Group members that count alike under every requirement."""
    needs = requirements(rule)
    alike: dict[tuple[int, ...], list[str]] = {}
    for place, member in enumerate(rule.members):
        alike.setdefault(tuple(need.weights[place] for need in needs), []).append(member)
    return alike


def _by_group(rule: Rule) -> tuple[list[tuple[str, ...]], NDArray[np.bool_]]:
    """Group alike members, and tell for each count of members of each group whether it decides."""
    needs, alike = requirements(rule), _alike(rule)
    groups = [tuple(members) for members in alike.values()]
    shape = tuple(len(group) + 1 for group in groups)
    if prod(shape) > MAX_COUNTS:
        raise ModelError(
            f"{prod(shape):,} ways to choose from {len(groups)} groups of alike members are more than "
            f"{MAX_COUNTS:,}; round the weights so that more members count alike"
        )
    reached = {}
    for number, need in enumerate(needs):
        added = np.zeros(shape, dtype=object)
        for axis, weights in enumerate(alike):
            along = [1] * len(shape)
            along[axis] = shape[axis]
            steps = np.array([weights[number] * count for count in range(shape[axis])], dtype=object)
            added = added + steps.reshape(along)
        reached[need] = np.asarray(added >= need.quota, dtype=np.bool_)
    wins = np.zeros(shape, dtype=np.bool_)
    for way in alternatives(rule):
        wins |= np.logical_and.reduce([reached[need] for need in way])
    return groups, wins


def _minimal(wins: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return the counts that decide where one member fewer, of any group, does not."""
    minimal = wins.copy()
    for axis in range(wins.ndim):
        fewer = np.roll(wins, 1, axis=axis)
        fewer[(slice(None),) * axis + (0,)] = False
        minimal &= ~fewer
    return np.argwhere(minimal)


def _patterns(groups: list[tuple[str, ...]], counts: NDArray[np.intp]) -> tuple[Pattern, ...]:
    patterns = (
        Pattern(tuple(Share(group, int(count)) for group, count in zip(groups, row, strict=True) if count))
        for row in counts
    )
    return tuple(sorted(patterns, key=lambda pattern: pattern.size))
