"""The inverse question for today's rankings: how little must change to make a state an equilibrium?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.demands import Demand, Demands, demands, demands_of_all, not_preferred
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import join, labels_of, ranks_of
from goodoffices.models.solution import Solution


@dataclass(frozen=True, slots=True)
class Change:
    """The least change of one decision maker's ranking that makes a state stable for it.

    Attributes:
        pairs: Pairs of states whose comparison (better, equal, worse) changes; 0 if it is stable already.
        passed: The states that were preferred to it and no longer are.
        ranking: The new ranking, best first.
    """

    pairs: int
    passed: tuple[str, ...]
    ranking: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """The least change for every decision maker, by one concept.

    Attributes:
        concept: R, GMR, SMR, SEQ or SSEQ.
        state: The state in question.
        by: For each decision maker its least change, the others' rankings staying as they are.
        together: Whether the state is an equilibrium if all of them change so at once.
    """

    concept: str
    state: str
    by: Mapping[str, Change]
    together: bool

    def __post_init__(self) -> None:
        object.__setattr__(self, "by", dict(self.by))


def fewest_changes(model: Conflict | Graph, state: str, concept: str) -> Solution[Changes, Demands]:
    """Find the fewest pairwise changes of each decision maker's ranking that make a state stable for it.

    The least change is always to raise the state itself, past the lowest level that suffices. For if any
    ranking does that lets it pass a set X of states, then with the top level of X every pair of a state
    up to that level that is not in X with one of X turns round, so at least as many pairs change.

    Args:
        model: A conflict in option form, or any graph.
        state: The label of the state in question.
        concept: R, GMR, SMR, SEQ or SSEQ.

    Returns:
        The least changes with the new rankings, and what each ranking must meet.

    Raises:
        ModelError: There is no such state or concept, or by another concept than R there are too many states.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> dilemma = Graph(
        ...     decision_makers=("Row", "Column"),
        ...     states=("CC", "DC", "CD", "DD"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((2, 3, 0, 1), (2, 0, 3, 1)),
        ... )
        >>> fewest_changes(dilemma, "CC", "R").outcome.by["Row"]
        Change(pairs=1, passed=('DC',), ranking=(('CC',), ('DC',), ('DD',), ('CD',)))

    References:
        Kinsara, Kilgour and Hipel (2015), Inverse approach to the graph model for conflict resolution.
    """
    graph, here, asked = demands_of_all(model, state, concept)
    raised = [
        _raised(ranks_of(graph, who), here, asked[name]) for who, name in enumerate(graph.decision_makers)
    ]
    changed = Graph(graph.decision_makers, graph.states, graph.moves, raised)
    together = all(
        demand.met(not_preferred(raised[who], here))
        for who in range(len(graph.decision_makers))
        for demand in demands(changed, concept, who, here)
    )
    by = {
        name: _change(labels_of(graph), ranks_of(graph, who), raised[who], here)
        for who, name in enumerate(graph.decision_makers)
    }
    return Solution(
        "inverse analysis by fewest pairwise changes (after Kinsara, Kilgour and Hipel 2015)",
        Changes(concept, state, by, together),
        asked,
        {"state": state, "concept": concept},
    )


def changes_record(solution: Solution[Changes, Demands]) -> dict[str, object]:
    """Return the changes as plain data.

    Returns:
        `concept`, `state`, `together`, and `changes`: {decision maker: {`pairs`: number,
        `passed`: [state, …], `ranking`: [[state, …], …]}}.
    """
    changes = solution.outcome
    return {
        "method": solution.method,
        "concept": changes.concept,
        "state": changes.state,
        "together": changes.together,
        "changes": {
            who: {
                "pairs": change.pairs,
                "passed": list(change.passed),
                "ranking": [list(level) for level in change.ranking],
            }
            for who, change in changes.by.items()
        },
    }


def _raised(ranks: tuple[int, ...], here: int, asked: tuple[Demand, ...]) -> tuple[int, ...]:
    """Raise a state past the lowest level that meets all demands; ranks are doubled to make room."""
    doubled = tuple(2 * rank for rank in ranks)
    levels = sorted({rank for rank in doubled if rank >= doubled[here]})
    # What suffices at one level suffices at every higher one, and nothing is preferred to the top.
    first = bisect_left(levels, x=True, key=lambda level: _suffices(asked, _up_to(level, doubled, here)))
    place = levels[first] + (first > 0)
    return tuple(place if state == here else rank for state, rank in enumerate(doubled))


def _suffices(asked: tuple[Demand, ...], below: int) -> bool:
    return all(demand.met(below) for demand in asked)


def _up_to(level: int, ranks: tuple[int, ...], here: int) -> int:
    return join(1 << state for state, rank in enumerate(ranks) if rank <= level and state != here)


def _change(labels: tuple[str, ...], before: tuple[int, ...], after: tuple[int, ...], here: int) -> Change:
    compared = [
        (rank > before[here]) - (rank < before[here]) != (new > after[here]) - (new < after[here])
        for rank, new in zip(before, after, strict=True)
    ]
    passed = tuple(
        labels[state]
        for state, rank in enumerate(before)
        if rank > before[here] and after[state] < after[here]
    )
    order = sorted(range(len(labels)), key=lambda state: -after[state])
    ranking = tuple(
        tuple(labels[state] for state in level) for _, level in groupby(order, key=lambda state: after[state])
    )
    return Change(sum(compared), passed, ranking)
