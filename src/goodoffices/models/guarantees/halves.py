"""Large councils in which nearly every member counts differently: their sets of members in two halves.

Where members have, say, exact head counts, hardly two sets of members add up to the same, and a decision
diagram grows to hundreds of thousands of positions. Then the members are cut into two halves. All sets of
each half are laid out, in classes that reached the same of every requirement but the one with many weights,
and within a class by that weight. For each set of the one half, the sets of the other that complete it are
whole classes and the first so many of others: their probability is one look into running sums.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.models.guarantees.rules import Alternatives, Requirement, Rule, alternatives, requirements

__all__ = ["Halves", "chance_by_halves", "collected_by_halves", "halves"]

FEWEST, MOST = 18, 30
"""With fewer members a diagram does as well; with more a half has too many sets."""

MANY = 8
"""A requirement in which members have more different weights than this is the one laid out by weight."""

Table = NDArray[np.float64]
Share = Callable[[Table, Table, Table], Table]


@dataclass(frozen=True, slots=True, eq=False)
class Completion:
    """Which sets of the other half complete a set of this one.

    Attributes:
        members: Places of the members of this half in the rule's list; the first is the lowest bit of a set.
        others: Places of the members of the other half.
        order: Sets of the other half by class, and within it by falling weight.
        starts: Where each class starts in that order; one more entry for the end.
        takes: For each class, how many of its first sets complete each set of this half.
    """

    members: tuple[int, ...]
    others: tuple[int, ...]
    order: NDArray[np.intp]
    starts: tuple[int, ...]
    takes: tuple[NDArray[np.intp], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Halves:
    """A rule laid out in two halves, seen from each of them.

    Attributes:
        members: All members, in order of the rule.
        sides: The completion of each half by the other.
    """

    members: tuple[str, ...]
    sides: tuple[Completion, Completion]


def halves(rule: Rule) -> Halves | None:
    """Lay a rule out in two halves, or return None where it is not of the kind for which that helps.

    It helps where members have many different weights under exactly one requirement, as the head counts of
    the EU Council are, and where abstaining counts for nothing.
    """
    needs = requirements(rule)
    many = [need for need in needs if len(set(need.weights)) > MANY]
    size = len(rule.members)
    if len(many) != 1 or not FEWEST <= size <= MOST or any(need.abstention_counts for need in needs):
        return None
    if max(sum(need.weights) for need in needs) >= 2**62:
        return None
    first, second = tuple(range(0, size, 2)), tuple(range(1, size, 2))
    ways, heavy = alternatives(rule), many[0]
    light = [need for need in needs if need is not heavy and need != heavy]
    return Halves(
        rule.members,
        (
            _completion(ways, heavy, light, (first, second)),
            _completion(ways, heavy, light, (second, first)),
        ),
    )


def chance_by_halves(tree: Halves, cases: Iterator[tuple[Table, Table]]) -> float:
    """Return the probability that the rule is met.

    Args:
        tree: The rule.
        cases: Weights of values of the common shock, and for each member and value how likely it acts.
    """
    side, total = tree.sides[0], 0.0
    for weights, acting in cases:
        reached = (_products(side.members, acting) * _ahead(side, acting)).sum(axis=0)
        total += float(reached @ weights)
    return min(1.0, max(0.0, total))


def collected_by_halves(tree: Halves, cases: Iterator[tuple[Table, Table]], share: Share) -> dict[str, float]:
    """Add up for each member a share of what follows if it acts, and if it does not.

    Args:
        tree: The rule.
        cases: As for `chance_by_halves`.
        share: From the probability that the rule is met if the member acts, if it does not, and from the
            probability that it acts, to what is added up.
    """
    found = np.zeros(len(tree.members))
    for weights, acting in cases:
        for side in tree.sides:
            ahead = _ahead(side, acting)
            for place, member in enumerate(side.members):
                acts, fails = _given(ahead, side.members, acting, place)
                found[member] += float(share(acts, fails, acting[member]) @ weights)
    return dict(zip(tree.members, found.tolist(), strict=True))


def _completion(
    ways: Alternatives,
    heavy: Requirement,
    light: list[Requirement],
    halved: tuple[tuple[int, ...], tuple[int, ...]],
) -> Completion:
    own, other = halved
    reached = [_sums(np.array([need.weights[place] for place in own]), len(own)) for need in light]
    weight = _sums(np.array([heavy.weights[place] for place in own]), len(own))
    theirs = [_sums(np.array([need.weights[place] for place in other]), len(other)) for need in light]
    their_weight = _sums(np.array([heavy.weights[place] for place in other]), len(other))
    _, kinds = np.unique(np.stack(theirs, axis=1), axis=0, return_inverse=True) if theirs else (None, None)
    classes = np.zeros(len(their_weight), dtype=np.intp) if kinds is None else kinds.reshape(-1)
    order = np.lexsort((-their_weight, classes))
    count = int(classes.max()) + 1
    starts = tuple(int(start) for start in np.searchsorted(classes[order], np.arange(count + 1)))
    takes = []
    for kind in range(count):
        part = order[starts[kind] : starts[kind + 1]]
        # Sorted from the heaviest down: how many weigh at least what is still missing.
        enough = np.searchsorted(-their_weight[part], weight - heavy.quota, side="right")
        takes.append(
            _takes(
                ways, heavy, _together(light, reached, [sums[part[0]] for sums in theirs]), enough, len(part)
            )
        )
    return Completion(own, other, order.astype(np.intp), starts, tuple(takes))


def _together(
    light: list[Requirement], reached: list[NDArray[np.int64]], added: list[np.int64]
) -> dict[Requirement, NDArray[np.bool_]]:
    return {
        need: np.asarray(sums + more >= need.quota)
        for need, sums, more in zip(light, reached, added, strict=True)
    }


def _takes(
    ways: Alternatives,
    heavy: Requirement,
    met: dict[Requirement, NDArray[np.bool_]],
    enough: NDArray[np.intp],
    size: int,
) -> NDArray[np.intp]:
    """Return how many sets of a class complete each set of this half, over all ways to meet the rule."""
    best = np.zeros_like(enough)
    for way in ways:
        here = np.ones(len(enough), dtype=np.bool_)
        for need in way:
            here &= met.get(need, True)
        best = np.maximum(best, np.where(here, enough if heavy in way else size, 0))
    return best.astype(np.intp)


def _sums(weights: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Return what each set of members adds up to."""
    sums = np.zeros(1, dtype=np.int64)
    for place in range(size):
        sums = np.concatenate((sums, sums + int(weights[place])))
    return sums


def _products(members: tuple[int, ...], acting: Table) -> Table:
    """Return sets × values of the shock: the probability that exactly these members act."""
    products = np.ones((1, acting.shape[1]))
    for member in members:
        products = np.concatenate((products * (1.0 - acting[member]), products * acting[member]))
    return products


def _ahead(side: Completion, acting: Table) -> Table:
    """Return sets × values of the shock: the probability that the other half completes the set."""
    theirs = _products(side.others, acting)[side.order]
    ahead = np.zeros((1 << len(side.members), acting.shape[1]))
    for kind, takes in enumerate(side.takes):
        if not takes.any():
            continue
        part = theirs[side.starts[kind] : side.starts[kind + 1]]
        running = np.concatenate((np.zeros((1, part.shape[1])), np.cumsum(part, axis=0)))
        some = np.flatnonzero(takes)
        ahead[some] += running[takes[some]]
    return ahead


def _given(ahead: Table, members: tuple[int, ...], acting: Table, place: int) -> tuple[Table, Table]:
    """Return the probability that the rule is met if a member acts, and if it does not, for each value."""
    ends: list[Table] = []
    for choice in (1, 0):
        left = ahead
        for other in range(len(members) - 1, -1, -1):
            fails, acts = left[: len(left) // 2], left[len(left) // 2 :]
            chance = acting[members[other]]
            left = (fails, acts)[choice] if other == place else fails + chance * (acts - fails)
        ends.append(left[0])
    return ends[0], ends[1]
