"""A decision diagram: a rule followed member by member, alike positions merged.

After some members have spoken, all that matters is how much of each requirement is still open. Positions
that agree in this are one node, so a council of 60 takes a few hundred nodes where there are 2^60 sets
of members. Sums over the diagram are sums over all sets, exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.rules import Rule, requirements

__all__ = ["MAX_NODES", "Diagram", "Level", "diagram"]

LOST, WON = 0, 1
MAX_NODES = 1_000_000

State = tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """One member's choice at every node: where its acting and its failing lead in the next level.

    Node 0 stands for a decision lost whatever follows, node 1 for one won; others are still open.

    Attributes:
        member: Place of the member in the rule's list of members.
        acts: Node of the next level for each node of this one, if the member acts.
        fails: The same if it does not.
    """

    member: int
    acts: NDArray[np.intp]
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


def diagram(rule: Rule) -> Diagram:
    """Build the decision diagram of a rule.

    Raises:
        ModelError: If it would take more than 1,000,000 nodes, which only many very different weights do.
    """
    needs = requirements(rule)
    order = sorted(
        range(len(rule.members)),
        key=lambda member: -max(need.weights[member] / need.quota for need in needs),
    )
    nodes: dict[State, int] = {tuple(need.quota for need in needs): 2}
    levels, total = [], 1
    for place, member in enumerate(order):
        rest = tuple(sum(need.weights[other] for other in order[place + 1 :]) for need in needs)
        weights = tuple(need.weights[member] for need in needs)
        level, nodes = _level(member, nodes, weights, rest)
        levels.append(level)
        total += len(nodes)
        if total > MAX_NODES:
            raise ModelError(
                f"the weights of {len(order)} members differ too much to follow all their sums: more than "
                f"{MAX_NODES:,} positions; round the weights, or take fewer members"
            )
    return Diagram(rule.members, tuple(levels))


def _level(
    member: int, nodes: dict[State, int], weights: State, rest: State
) -> tuple[Level, dict[State, int]]:
    """Follow one member's choice from every open node."""
    following: dict[State, int] = {}

    def node(state: State) -> int:
        if not any(state):
            return WON
        if any(need > left for need, left in zip(state, rest, strict=True)):
            return LOST
        return following.setdefault(state, len(following) + 2)

    acts, fails = [LOST, WON], [LOST, WON]
    for state in nodes:
        acts.append(node(tuple(max(0, need - w) for need, w in zip(state, weights, strict=True))))
        fails.append(node(state))
    return Level(member, np.array(acts, dtype=np.intp), np.array(fails, dtype=np.intp)), following
