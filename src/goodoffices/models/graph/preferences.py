"""What a decision maker prefers: a ranking of states, statements in order of priority, or numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.graph.labels import state_labels
from goodoffices.models.graph.ranks import Ranks, to_ranks
from goodoffices.models.graph.states import StateSpace

_TOGETHER = 32
"""Statements that fit into one integer beside a rank among 2^26 states."""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every feasible state, best first.

    Attributes:
        levels: Patterns of Y, N and -, one for each state; the states of one level are equally good.
    """

    levels: tuple[tuple[str, ...], ...]

    def ranks(self, space: StateSpace, decision_maker: str) -> Ranks:
        """Return an integer for each state, higher is better, equal is indifferent.

        Raises:
            ModelError: A feasible state is missing, or a pattern names an infeasible state, several
                states, or one that was named before.
        """
        names = [pattern for level in self.levels for pattern in level]
        depth = [depth for depth, level in enumerate(self.levels) for _ in level]
        states = _named(space, names, f"the ranking of {decision_maker!r}")
        ranks = np.empty(len(states), dtype=np.int64)
        ranks[states] = len(self.levels) - 1 - np.array(depth, dtype=np.int64)
        return to_ranks(decision_maker, ranks)


@dataclass(frozen=True, slots=True)
class Priorities:
    """Statements that a decision maker wants to be true, the most important first.

    Without weights a state is better than another if it makes the first statement true on which the
    two differ: of K statements, the k-th counts 2^(K−k). With weights the scores are added up exactly.

    Attributes:
        statements: Conditions or patterns, most important first.
        weights: One number above 0 for each statement, or none.

    References:
        Fraser and Hipel (1988), Decision support systems for conflict analysis (option prioritising);
        Hipel, Kilgour, Fang and Peng (1997), The decision support system GMCR II.
    """

    statements: tuple[str, ...]
    weights: tuple[int | float | Fraction, ...] = ()

    def __post_init__(self) -> None:
        if not self.statements:
            raise ModelError("priorities need at least one statement: 'true' makes all states equally good")
        if self.weights and len(self.weights) != len(self.statements):
            raise ModelError(
                f"{len(self.weights)} weights are given for {len(self.statements)} statements: "
                "give one for each, or none"
            )
        for weight in self.weights:
            if not 0 < weight < float("inf"):
                raise ModelError(
                    f"weight {weight} of a statement is not above 0: to want the opposite, deny the statement"
                )

    def ranks(self, space: StateSpace, decision_maker: str) -> Ranks:
        """Return an integer for each state, higher is better, equal is indifferent.

        Raises:
            ModelError: A statement is true in only a part of a merged state.
            ConditionError: A statement cannot be read or names no option.
        """
        truths = [self._truth(space, statement, decision_maker) for statement in self.statements]
        scores = self._weighed(truths) if self.weights else _lexicographic(truths)
        return to_ranks(decision_maker, np.unique(scores, return_inverse=True)[1])

    def _weighed(self, truths: list[NDArray[np.bool_]]) -> NDArray[np.generic]:
        # Decimal text keeps 0.1 + 0.2 equal to 0.3, so that ties are what the analyst wrote.
        weights = [Fraction(str(weight)) for weight in self.weights]
        scale = lcm(*(weight.denominator for weight in weights))
        whole = [int(weight * scale) for weight in weights]
        exact = np.int64 if sum(whole) < 1 << 62 else np.object_
        scores: NDArray[np.generic] = np.zeros(len(truths[0]), dtype=exact)
        for weight, true in zip(whole, truths, strict=True):
            scores = np.where(true, scores + weight, scores)
        return scores

    @staticmethod
    def _truth(space: StateSpace, statement: str, decision_maker: str) -> NDArray[np.bool_]:
        try:
            return space.holds(statement)
        except ModelError as error:
            raise ModelError(f"the priorities of {decision_maker!r}: {error}") from None


@dataclass(frozen=True, slots=True, eq=False)
class Numbers:
    """A number for each feasible state, higher is better; only the order of the numbers counts.

    Attributes:
        values: Numbers by state, named by a pattern that names it alone, or one for each state in the
            order of the states.
    """

    values: Mapping[str, float] | Sequence[float] | NDArray[np.generic]

    def __post_init__(self) -> None:
        if isinstance(self.values, Mapping):
            object.__setattr__(self, "values", MappingProxyType(dict(self.values)))

    def ranks(self, space: StateSpace, decision_maker: str) -> Ranks:
        """Return an integer for each state, higher is better, equal is indifferent.

        Raises:
            ModelError: A feasible state has no number or two, or a number stands for no state.
        """
        if isinstance(self.values, Mapping):
            states = _named(space, list(self.values), f"the list of numbers of {decision_maker!r}")
            given = list(self.values.values())
            return to_ranks(decision_maker, [given[place] for place in np.argsort(states).tolist()])
        if len(self.values) != len(space.states):
            raise ModelError(
                f"{len(self.values):,} numbers are given for {decision_maker!r}, but {len(space.states):,} "
                "states are feasible: give one for each"
            )
        return to_ranks(decision_maker, self.values)


Preference = Ranking | Priorities | Numbers


def _lexicographic(truths: list[NDArray[np.bool_]]) -> NDArray[np.int64]:
    """Return a number for each state that is higher where the first statement on which two differ is true."""
    scores = np.zeros(len(truths[0]), dtype=np.int64)
    for start in range(0, len(truths), _TOGETHER):
        scores = np.unique(scores, return_inverse=True)[1].astype(np.int64)
        for true in truths[start : start + _TOGETHER]:
            scores = 2 * scores + true
    return scores


def _named(space: StateSpace, patterns: list[str], whose: str) -> NDArray[np.int64]:
    """Return the number of the state that each pattern names, all states being named once."""
    numbers = {label: state for state, label in enumerate(state_labels(space))}
    states: dict[int, None] = {}
    for pattern in patterns:
        state = numbers[pattern] if pattern in numbers else _found(space, pattern, whose)
        if state in states:
            raise ModelError(
                f"{whose} names state {space.label(state)!r} twice: keep the place that is meant"
            )
        states[state] = None
    missing = [label for label, state in numbers.items() if state not in states]
    if missing:
        more = f" and {len(missing) - 4} more" if len(missing) > 4 else ""
        raise ModelError(
            f"{whose} misses the feasible state {', '.join(map(repr, missing[:4]))}{more}: "
            "rank every feasible state"
        )
    return np.fromiter(states, dtype=np.int64, count=len(states))


def _found(space: StateSpace, pattern: str, whose: str) -> int:
    try:
        return space.find(pattern)
    except ModelError as error:
        raise ModelError(f"{whose}: {error}") from None
