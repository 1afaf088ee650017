"""What a decision maker prefers: a ranking of states, or statements in order of priority."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from goodoffices.errors import ModelError
from goodoffices.models.graph.states import StateSpace


@dataclass(frozen=True, slots=True)
class Ranking:
    """Every feasible state, best first.

    Attributes:
        levels: Patterns of Y, N and -, one for each state; the states of one level are equally good.
    """

    levels: tuple[tuple[str, ...], ...]

    def ranks(self, space: StateSpace, decision_maker: str) -> tuple[int, ...]:
        """Return an integer for each state, higher is better, equal is indifferent.

        Raises:
            ModelError: A feasible state is missing, or a pattern names an infeasible state, several
                states, or one that was named before.
        """
        numbers = {space.label(state): state for state in range(len(space.states))}
        ranks: dict[int, int] = {}
        for depth, level in enumerate(self.levels):
            for pattern in level:
                state = numbers[pattern] if pattern in numbers else _named(space, pattern, decision_maker)
                if state in ranks:
                    raise ModelError(
                        f"the ranking of {decision_maker!r} names state {space.label(state)!r} twice: "
                        "keep the place that is meant"
                    )
                ranks[state] = len(self.levels) - 1 - depth
        _check_complete(space, ranks, decision_maker)
        return tuple(ranks[state] for state in range(len(space.states)))


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

    def ranks(self, space: StateSpace, decision_maker: str) -> tuple[int, ...]:
        """Return an integer for each state, higher is better, equal is indifferent.

        Raises:
            ModelError: A statement is true in only a part of a merged state.
            ConditionError: A statement cannot be read or names no option.
        """
        truths = [self._truth(space, statement, decision_maker) for statement in self.statements]
        last = len(self.statements) - 1
        # Decimal text keeps 0.1 + 0.2 equal to 0.3, so that ties are what the analyst wrote.
        weights = [Fraction(str(weight)) for weight in self.weights] or [
            Fraction(1 << (last - place)) for place in range(last + 1)
        ]
        scores = [
            sum((weight for weight, true in zip(weights, column, strict=True) if true), Fraction())
            for column in zip(*truths, strict=True)
        ]
        place = {score: rank for rank, score in enumerate(sorted(set(scores)))}
        return tuple(place[score] for score in scores)

    @staticmethod
    def _truth(space: StateSpace, statement: str, decision_maker: str) -> tuple[bool, ...]:
        try:
            return space.truth(statement)
        except ModelError as error:
            raise ModelError(f"the priorities of {decision_maker!r}: {error}") from None


Preference = Ranking | Priorities


def _named(space: StateSpace, pattern: str, decision_maker: str) -> int:
    try:
        return space.find(pattern)
    except ModelError as error:
        raise ModelError(f"the ranking of {decision_maker!r}: {error}") from None


def _check_complete(space: StateSpace, ranks: dict[int, int], decision_maker: str) -> None:
    missing = [space.label(state) for state in range(len(space.states)) if state not in ranks]
    if missing:
        more = f" and {len(missing) - 4} more" if len(missing) > 4 else ""
        raise ModelError(
            f"the ranking of {decision_maker!r} misses the feasible state "
            f"{', '.join(map(repr, missing[:4]))}{more}: rank every feasible state"
        )
