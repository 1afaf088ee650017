"""Probabilities over a decision diagram, averaged over a common shock."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.guarantees.common_shock import shocks
from goodoffices.models.guarantees.diagram import Diagram, diagram
from goodoffices.models.guarantees.halves import Halves, chance_by_halves, collected_by_halves, halves
from goodoffices.models.guarantees.rules import Rule

__all__ = ["POINTS", "Followed", "Votes", "followed", "importance", "met", "taking_part", "votes"]

Followed: TypeAlias = Diagram | Halves
"""A rule laid out so that probabilities can be added up over all sets of members."""

POINTS = 12
"""Points on each panel when a common shock is integrated; 16 check the result."""

BLOCK = 2_000_000
"""Most numbers held at once while the diagram is followed for many values of the common shock."""

MOST_WORK = 150_000_000
"""Most steps of following the diagram for all values of the common shock; about two seconds."""

Table = NDArray[np.float64]
Share = Callable[[Table, Table, Table], Table]


@dataclass(frozen=True, slots=True, eq=False)
class Votes:
    """How likely each member acts, and how likely it at least does not object.

    Attributes:
        acting: Probability of acting, by member.
        standing: Probability of acting or abstaining, by member.
    """

    acting: Table
    standing: Table


def votes(acting: Sequence[float], abstaining: Sequence[float]) -> Votes:
    """Put together how likely members act and how likely they abstain; more than 1 in all counts as 1."""
    acts = np.array(acting, dtype=np.float64)
    return Votes(acts, np.minimum(1.0, acts + np.array(abstaining, dtype=np.float64)))


def followed(rule: Rule) -> Followed:
    """Lay a rule out: in two halves where nearly every member counts differently, else as a diagram.

    Raises:
        ModelError: If neither can be, since too many members have very different weights.
    """
    return halves(rule) or diagram(rule)


def met(tree: Followed, given: Votes, correlation: float, points: int = POINTS) -> float:
    """Return the probability that the rule is met."""
    if isinstance(tree, Halves):
        return chance_by_halves(tree, _even_blocks(tree, given, correlation, points))
    total = 0.0
    for weights, acting, standing in _blocks(tree, given, correlation, points):
        total += float(_ahead(tree, acting, standing)[0][tree.start] @ weights)
    return min(1.0, max(0.0, total))


def importance(tree: Followed, given: Votes, correlation: float) -> dict[str, float]:
    """Return for each member by how much its acting rather than objecting raises the probability."""
    return _collected(tree, given, correlation, lambda acts, fails, _: acts - fails)


def taking_part(tree: Followed, given: Votes, correlation: float) -> dict[str, float]:
    """Return for each member the probability that it acts and the rule is met."""
    return _collected(tree, given, correlation, lambda acts, _, chance: acts * chance)


def _collected(tree: Followed, given: Votes, correlation: float, share: Share) -> dict[str, float]:
    """Add up over the nodes of each member how likely they are reached, times a share of what follows."""
    if isinstance(tree, Halves):
        return collected_by_halves(tree, _even_blocks(tree, given, correlation, POINTS), share)
    found = np.zeros(len(tree.levels))
    for weights, acting, standing in _blocks(tree, given, correlation, POINTS):
        ahead = _ahead(tree, acting, standing)
        reach = np.zeros_like(ahead[0])
        reach[tree.start] = 1.0
        for place, level in enumerate(tree.levels):
            after, acts, stands = ahead[place + 1], acting[level.member], standing[level.member]
            part = share(after[level.acts], after[level.fails], acts)
            found[level.member] += ((reach * part) @ weights).sum()
            following = np.zeros_like(after)
            np.add.at(following, level.acts, reach * acts)
            np.add.at(following, level.abstains, reach * (stands - acts))
            np.add.at(following, level.fails, reach * (1.0 - stands))
            reach = following
    return dict(zip(tree.members, found.tolist(), strict=True))


def _ahead(tree: Diagram, acting: Table, standing: Table) -> list[Table]:
    """For each level return nodes × values of the shock: the probability that the rule will be met."""
    ahead = [np.repeat([[0.0], [1.0]], acting.shape[1], axis=1)]
    for level in reversed(tree.levels):
        acts, stands, after = acting[level.member], standing[level.member], ahead[-1]
        ahead.append(
            acts * after[level.acts]
            + (stands - acts) * after[level.abstains]
            + (1.0 - stands) * after[level.fails]
        )
    return ahead[::-1]


def _even_blocks(
    tree: Halves, given: Votes, correlation: float, points: int
) -> Iterator[tuple[Table, Table]]:
    """Cut the values of the shock into blocks that fit into memory together with all sets of a half."""
    cases = shocks(given.acting, correlation, points)
    length = max(1, BLOCK >> (len(tree.members) // 2))
    for start in range(0, len(cases.weights), length):
        part = slice(start, start + length)
        yield cases.weights[part], cases.willing[:, part]


def _blocks(
    tree: Diagram, given: Votes, correlation: float, points: int
) -> Iterator[tuple[Table, Table, Table]]:
    """Cut the values of the shock into blocks that fit into memory together with all nodes."""
    cases = shocks(np.concatenate((given.acting, given.standing)), correlation, points)
    members = len(tree.members)
    nodes = sum(len(level.acts) for level in tree.levels)
    if nodes * len(cases.weights) > MOST_WORK:
        raise ModelError(
            f"the weights of {members} members differ too much for a correlation of {correlation:g}: "
            f"{nodes:,} positions for {len(cases.weights):,} values of the common shock; round the weights, "
            "or give the correlation as 0"
        )
    length = max(1, BLOCK // nodes)
    for start in range(0, len(cases.weights), length):
        part = slice(start, start + length)
        yield cases.weights[part], cases.willing[:members, part], cases.willing[members:, part]
