"""The inverse question: how many rankings make a state an equilibrium?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import comb, factorial, prod

import numpy as np

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.demands import Demand, Demands, demands_of_all
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import join, labels_of, members
from goodoffices.models.solution import Solution

MAX_RELEVANT = 20
"""By SMR and SSEQ, states whose place above or below it can matter; each doubles the work."""

MAX_DEMANDS = 20
"""By R, GMR and SEQ, moves that can be answered in different ways; each doubles the work."""

MAX_STATES = 1024
"""The numbers grow with the states; beyond this counting takes minutes."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many of one decision maker's possible rankings make a state stable for it.

    Attributes:
        strict: Rankings without ties that do.
        all_strict: All rankings without ties: n! for n states.
        weak: Rankings with or without ties that do.
        all_weak: All rankings with or without ties.
    """

    strict: int
    all_strict: int
    weak: int
    all_weak: int


@dataclass(frozen=True, slots=True)
class Counts:
    """The counts for every decision maker, by one concept.

    Attributes:
        concept: R, GMR, SMR, SEQ or SSEQ.
        state: The state in question.
        by: For each decision maker its own rankings, those of the others staying as they are.
    """

    concept: str
    state: str
    by: Mapping[str, Count]

    def __post_init__(self) -> None:
        object.__setattr__(self, "by", dict(self.by))

    def profiles(self) -> int:
        """Return how many combinations of strict rankings, one for each, make the state an equilibrium.

        Raises:
            ModelError: The concept is SEQ or SSEQ: there one's stability depends on the others' rankings,
                so the numbers cannot be multiplied.
        """
        if self.concept in {"SEQ", "SSEQ"}:
            raise ModelError(
                f"by {self.concept} one's stability depends on the others' rankings: their counts cannot "
                "be multiplied"
            )
        return prod(count.strict for count in self.by.values())


def stabilising_rankings(model: Conflict | Graph, state: str, concept: str) -> Solution[Counts, Demands]:
    """Count the rankings of each decision maker under which a state is stable for it.

    Whether it is depends only on which states are ranked no higher than it. So the rankings are counted by
    those sets: of n states, with m others that matter, k of them below, there are k!·(m−k)!·n!/(m+1)!
    strict rankings.

    Args:
        model: A conflict in option form, or any graph. A decision maker's own ranks play no part in its
            count; the others' do for SEQ and SSEQ.
        state: The label of the state in question.
        concept: R, GMR, SMR, SEQ or SSEQ.

    Returns:
        The counts, and what each ranking must meet.

    Raises:
        ModelError: There is no such state or concept, or there is too much to count: more than 1,024 states,
            by R, GMR and SEQ more than 20 moves with different answers, by SMR and SSEQ more than 20 states
            that matter.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> dilemma = Graph(
        ...     decision_makers=("Row", "Column"),
        ...     states=("CC", "DC", "CD", "DD"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((2, 3, 0, 1), (2, 0, 3, 1)),
        ... )
        >>> counts = stabilising_rankings(dilemma, "CC", "R").outcome
        >>> counts.by["Row"].strict, counts.by["Row"].all_strict, counts.profiles()
        (12, 24, 144)

    References:
        Kinsara, Kilgour and Hipel (2015), Inverse approach to the graph model for conflict resolution.
    """
    graph, here, asked = demands_of_all(model, state, concept)
    if len(labels_of(graph)) > MAX_STATES:
        raise ModelError(
            f"{len(labels_of(graph)):,} states have too many rankings to count: at most {MAX_STATES:,}; the "
            "fewest changes can be found all the same"
        )
    weak_orders = _weak_orders(len(labels_of(graph)))
    by = {who: _count(per, weak_orders) for who, per in asked.items()}
    return Solution(
        "inverse analysis by counting rankings (Kinsara, Kilgour and Hipel 2015)",
        Counts(concept, labels_of(graph)[here], by),
        asked,
        {"state": state, "concept": concept},
    )


def counts_record(solution: Solution[Counts, Demands]) -> dict[str, object]:
    """Return the counts as plain data: {`strict`, `all_strict`, `weak`, `all_weak`} by decision maker."""
    counts = solution.outcome
    return {
        "method": solution.method,
        "concept": counts.concept,
        "state": counts.state,
        "rankings": {
            who: {
                "strict": count.strict,
                "all_strict": count.all_strict,
                "weak": count.weak,
                "all_weak": count.all_weak,
            }
            for who, count in counts.by.items()
        },
    }


def _count(asked: tuple[Demand, ...], weak_orders: Sequence[int]) -> Count:
    matter, sizes = _sizes(asked)
    states = len(weak_orders) - 1
    rest = states - 1 - matter
    strict = sum(sets * factorial(below) * factorial(matter - below) for below, sets in enumerate(sizes))
    # Of the states that do not matter any number may be ranked no higher.
    spread = [0] * states
    for below, sets in enumerate(sizes):
        for more in range(rest + 1) if sets else ():
            spread[below + more] += sets * comb(rest, more)
    # The states ranked no higher form a ranking of their own; the state joins its top level or stands above.
    weak = sum(
        sets * (2 * weak_orders[below] if below else 1) * weak_orders[states - 1 - below]
        for below, sets in enumerate(spread)
    )
    return Count(
        strict * (factorial(states) // factorial(matter + 1)), factorial(states), weak, weak_orders[states]
    )


def _sizes(asked: tuple[Demand, ...]) -> tuple[int, list[int]]:
    """Return how many states matter, and for each size how many sets of them meet all demands."""
    relevant = join(one for demand in asked for one in demand.alternatives)
    if all(one.bit_count() <= 1 for demand in asked for one in demand.alternatives):
        return relevant.bit_count(), _hitting(asked, relevant.bit_count())
    return relevant.bit_count(), _tried(asked, tuple(members(relevant)))


def _hitting(asked: tuple[Demand, ...], matter: int) -> list[int]:
    """Count the sets that hold a state of every demand, by inclusion and exclusion over what they miss."""
    wanted = [join(demand.alternatives) for demand in asked if 0 not in demand.alternatives]
    single = join(one for one in wanted if one.bit_count() == 1)
    open_ = {one for one in wanted if not one & single}
    least = [one for one in open_ if not any(other != one and not other & ~one for other in open_)]
    if len(least) > MAX_DEMANDS:
        raise ModelError(
            f"{len(least)} moves can be answered in different ways, too many to count (limit {MAX_DEMANDS}): "
            "the fewest changes can be found all the same"
        )
    signs: dict[int, int] = {0: 1}
    for one in least:
        for missed, sign in list(signs.items()):
            signs[missed | one] = signs.get(missed | one, 0) - sign
    sizes, fixed = [0] * (matter + 1), single.bit_count()
    for missed, sign in signs.items():
        free = matter - fixed - missed.bit_count()
        for more in range(free + 1) if sign else ():
            sizes[fixed + more] += sign * comb(free, more)
    return sizes


def _tried(asked: tuple[Demand, ...], relevant: tuple[int, ...]) -> list[int]:
    """Count the sets that meet all demands by trying every set."""
    if len(relevant) > MAX_RELEVANT:
        raise ModelError(
            f"the place of {len(relevant)} states can matter, which makes 2^{len(relevant)} sets to try: "
            f"at most {MAX_RELEVANT}; the fewest changes can be found all the same"
        )
    place = {state: bit for bit, state in enumerate(relevant)}
    sets = np.arange(1 << len(relevant), dtype=np.int64)
    meets = np.ones(sets.shape, dtype=np.bool_)
    for demand in asked:
        met = np.zeros(sets.shape, dtype=np.bool_)
        for one in demand.alternatives:
            mask = sum(1 << place[state] for state in members(one))
            met |= sets & mask == mask
        meets &= met
    counts = np.bincount(np.bitwise_count(sets[meets]), minlength=len(relevant) + 1)
    return [int(count) for count in counts]


def _weak_orders(states: int) -> list[int]:
    """Return the number of rankings with ties of 0, 1, … states (the ordered Bell numbers)."""
    numbers, row = [1], [1]
    for size in range(1, states + 1):
        row = [1, *(left + right for left, right in pairwise(row)), 1]
        numbers.append(sum(row[first] * numbers[size - first] for first in range(1, size + 1)))
    return numbers
