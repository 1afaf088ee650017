"""A decision diagram: a rule followed member by member, alike positions merged.

After some members have spoken, all that matters is how much of each requirement is still open. Positions
that agree in this are one node, so a council of 60 takes a few hundred nodes where there are 2^60 sets
of members. Sums over the diagram are sums over all sets, exactly: it does the work of the generating
functions of weighted voting, for several weights and for rules with alternatives as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.rules import Alternatives, Rule, alternatives, requirements

__all__ = ["MAX_NODES", "Diagram", "Level", "diagram"]

LOST, WON = 0, 1
MAX_NODES = 2_000_000
WIDEST = 2**62
"""Above this, whole numbers do not fit into the machine's and Python's own are taken."""

States = NDArray[Any]
"""What is still open: one row for each position, one column for each requirement."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """One member's choice at every node: where its acting, abstaining and failing lead in the next level.

    Node 0 stands for a decision lost whatever follows, node 1 for one won; others are still open.

    Attributes:
        member: Place of the member in the rule's list of members.
        acts: Node of the next level for each node of this one, if the member acts.
        abstains: The same if it neither acts nor objects.
        fails: The same if it does not act, which counts as an objection where objecting matters.
    """

    member: int
    acts: NDArray[np.intp]
    abstains: NDArray[np.intp]
    fails: NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Diagram:
    """A rule as levels, one for each member; the last of the nodes of the first level is the start."""

    members: tuple[str, ...]
    levels: tuple[Level, ...]

    @property
    def start(self) -> int:
        """Node of the first level from which everything follows."""
        return len(self.levels[0].acts) - 1


@dataclass(frozen=True, slots=True, eq=False)
class _Ways:
    """The requirements of a rule as a table, and which of them make up each way to meet it.

    Attributes:
        weights: Requirements × members.
        quotas: What each requirement asks for.
        abstaining: For each requirement, 1 if abstaining counts for it, else 0.
        sets: Ways × requirements: whether the way asks for it.
    """

    weights: States
    quotas: States
    abstaining: States
    sets: NDArray[np.bool_]


def diagram(rule: Rule) -> Diagram:
    """Build the decision diagram of a rule.

    Raises:
        ModelError: If it would take more than 2,000,000 nodes, which only many very different weights do.
    """
    ways = _ways(rule, alternatives(rule))
    members = len(rule.members)
    order = sorted(range(members), key=lambda member: -sum(ways.weights[:, member] / ways.quotas))
    states = ways.quotas[np.newaxis, :]
    levels, total = [], 1
    for place, member in enumerate(order):
        level, states = _level(ways, member, states, ways.weights[:, order[place + 1 :]].sum(axis=1))
        levels.append(level)
        total += len(states)
        if total > MAX_NODES:
            raise ModelError(
                f"the weights of {members} members differ too much to follow all their sums: more than "
                f"{MAX_NODES:,} positions; round the weights, or take fewer members"
            )
    return Diagram(rule.members, tuple(levels))


def _ways(rule: Rule, alternatives: Alternatives) -> _Ways:
    needs = requirements(rule)
    small = prod(need.quota + 2 for need in needs) < WIDEST
    kind: Any = np.int64 if small and all(sum(need.weights) < WIDEST for need in needs) else object
    return _Ways(
        np.array([need.weights for need in needs], dtype=kind),
        np.array([need.quota for need in needs], dtype=kind),
        np.array([int(need.abstention_counts) for need in needs], dtype=kind),
        np.array([[need in way for need in needs] for way in alternatives], dtype=np.bool_),
    )


def _level(ways: _Ways, member: int, states: States, rest: States) -> tuple[Level, States]:
    """Follow one member's choice from every open node."""
    weights = ways.weights[:, member]
    steps = (weights, weights * ways.abstaining, weights * 0)
    after = np.concatenate([np.maximum(states - step, 0) for step in steps])
    dead_value = ways.quotas + 1
    dead = np.greater(after, rest).astype(np.bool_)
    lost_ways: Flags = np.asarray((dead[:, np.newaxis, :] & ways.sets).any(axis=2))
    wanted = (~lost_ways[:, :, np.newaxis] & ways.sets).any(axis=1)
    # What only ways out of reach ask for no longer tells positions apart.
    after = np.where(wanted, after, dead_value)
    met = np.equal(after, 0).astype(np.bool_)
    won = np.asarray((met | ~ways.sets[:, np.newaxis, :]).all(axis=2)).any(axis=0)
    lost = lost_ways.all(axis=1) & ~won
    is_open = ~(won | lost)
    nodes = np.where(won, WON, LOST)
    key = after[is_open] @ _radix(dead_value + 1)
    _, first, inverse = np.unique(key, return_index=True, return_inverse=True)
    nodes[is_open] = inverse.reshape(-1) + 2
    ends = np.array([LOST, WON])
    acts, abstains, fails = (np.concatenate((ends, part)) for part in np.split(nodes, 3))
    return Level(member, acts, abstains, fails), after[is_open][first]


def _radix(sizes: States) -> States:
    """Return what each column counts in one number that stands for a whole row."""
    steps = [1]
    for size in sizes[:-1]:
        steps.append(steps[-1] * int(size))
    return np.array(steps, dtype=sizes.dtype)
