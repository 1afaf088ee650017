"""Rankings of all decision makers at once: how many make a state an equilibrium, and which is nearest?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, permutations, product
from math import factorial

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.demands import Demand, check_concept, demands_by, not_preferred
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.least_changes import Changes, fewest_changes
from goodoffices.models.graph.sequences import graph_of, labels_of, moves_of, named, ranks_of
from goodoffices.models.solution import Solution

MAX_PROFILES = 600_000
"""Combinations of rankings, one for each decision maker, that are tried; some ten seconds."""

MAX_STATES = 6
"""States of which every ranking with ties is listed: 4,683 rankings."""

Ranking = tuple[tuple[str, ...], ...]
"""Levels of equally good states, best first."""

READABLE = 10**12
"""Counts below this are shown in full."""

_Ranks = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ProfileCount:
    """How many combinations of strict rankings make a state an equilibrium.

    Attributes:
        concept: R, GMR, SMR, SEQ or SSEQ.
        state: The state in question.
        equilibria: The combinations under which it is stable for everyone.
        profiles: All combinations: n! for n states, to the power of the number of decision makers.
    """

    concept: str
    state: str
    equilibria: int
    profiles: int


@dataclass(frozen=True, slots=True)
class NearestProfile:
    """The combination of rankings nearest to today's under which a state is an equilibrium.

    Attributes:
        concept: R, GMR, SMR, SEQ or SSEQ.
        state: The state in question.
        pairs: For each decision maker, the pairs of states whose comparison (better, equal, worse) changes;
            no combination with a lower sum will do.
        rankings: For each decision maker its new ranking.
    """

    concept: str
    state: str
    pairs: Mapping[str, int]
    rankings: Mapping[str, Ranking]

    def __post_init__(self) -> None:
        object.__setattr__(self, "pairs", dict(self.pairs))
        object.__setattr__(self, "rankings", dict(self.rankings))


def _shown(count: int) -> str:
    """Return a count in full, or as a power of ten where it would fill lines."""
    return f"{count:,}" if count < READABLE else f"more than 10^{len(str(count)) - 1}"


def equilibrium_profiles(
    model: Conflict | Graph, state: str, concept: str
) -> Solution[ProfileCount, Mapping[str, Ranking]]:
    """Count the combinations of strict rankings that make a state an equilibrium, by trying them all.

    By SEQ and SSEQ one's stability depends on the others' rankings, so the counts of single decision makers
    (`stabilising_rankings`) cannot be multiplied, and there is no way round trying.

    Args:
        model: A small conflict, in option form or as a graph; its own ranks play no part.
        state: The label of the state in question.
        concept: R, GMR, SMR, SEQ or SSEQ.

    Returns:
        The count, and the first combination that does; there is one, with the state on top for everyone.

    Raises:
        ModelError: There is no such state or concept, or there are more than 600,000 combinations.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> dilemma = Graph(
        ...     decision_makers=("Row", "Column"),
        ...     states=("CC", "DC", "CD", "DD"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((2, 3, 0, 1), (2, 0, 3, 1)),
        ... )
        >>> equilibrium_profiles(dilemma, "CC", "R").outcome.equilibria
        144

    References:
        Kinsara, Kilgour and Hipel (2015), Inverse approach to the graph model for conflict resolution.
    """
    graph, here = graph_of(model), named("state", state, labels_of(graph_of(model)))
    check_concept(concept)
    states, movers = len(labels_of(graph)), len(graph.decision_makers)
    profiles = factorial(states) ** movers
    if profiles > MAX_PROFILES:
        raise ModelError(
            f"{states} states and {movers} decision makers make {_shown(profiles)} combinations of strict "
            f"rankings: at most {MAX_PROFILES:,} are tried; count for each decision maker instead"
        )
    judge = _Judge(graph, concept, here, {})
    found = [
        profile for profile in product(permutations(range(states)), repeat=movers) if judge.holds(profile)
    ]
    return Solution(
        "inverse analysis by trying all combinations of rankings (Kinsara, Kilgour and Hipel 2015)",
        ProfileCount(concept, state, len(found), profiles),
        _named_rankings(graph, found[0]),
        {"state": state, "concept": concept},
    )


def nearest_profile(
    model: Conflict | Graph, state: str, concept: str
) -> Solution[NearestProfile, Mapping[str, tuple[Demand, ...]]]:
    """Find the fewest pairwise changes, over all decision makers together, that make a state an equilibrium.

    By R, GMR and SMR this is everybody's own least change (`fewest_changes`). By SEQ and SSEQ less can do:
    one decision maker who becomes willing to answer may keep another where it is. Combinations are tried
    in the order of changes, rankings with ties included.

    Args:
        model: A conflict with at most 6 states, in option form or as a graph.
        state: The label of the state in question.
        concept: R, GMR, SMR, SEQ or SSEQ.

    Returns:
        The nearest combination, the first in order if there are several, and what it has to meet.

    Raises:
        ModelError: There is no such state or concept, there are more than 6 states, or more than 600,000
            combinations may have to be tried.

    References:
        Kinsara, Kilgour and Hipel (2015), Inverse approach to the graph model for conflict resolution.
    """
    graph, here = graph_of(model), named("state", state, labels_of(graph_of(model)))
    check_concept(concept)
    if len(labels_of(graph)) > MAX_STATES:
        raise ModelError(
            f"{len(labels_of(graph))} states have too many rankings to try them together: at most "
            f"{MAX_STATES}; ask for each decision maker's fewest changes instead"
        )
    everyone = range(len(graph.decision_makers))
    near = [_by_distance(ranks_of(graph, who)) for who in everyone]
    _check_bound(graph, here, fewest_changes(graph, state, concept).outcome, near)
    judge = _Judge(graph, concept, here, {})
    distances, profile = next(one for one in _nearest_first(near) if judge.holds(one[1]))
    return Solution(
        "inverse analysis by the nearest combination of rankings (after Kinsara, Kilgour and Hipel 2015)",
        NearestProfile(
            concept,
            state,
            dict(zip(graph.decision_makers, distances, strict=True)),
            _named_rankings(graph, profile),
        ),
        {graph.decision_makers[who]: judge.demands(who, profile) for who in everyone},
        {"state": state, "concept": concept},
    )


def nearest_record(
    solution: Solution[NearestProfile, Mapping[str, tuple[Demand, ...]]],
) -> dict[str, object]:
    """Return the nearest combination as plain data: `pairs` and `rankings` by decision maker."""
    nearest = solution.outcome
    return {
        "method": solution.method,
        "concept": nearest.concept,
        "state": nearest.state,
        "pairs": dict(nearest.pairs),
        "rankings": {who: [list(level) for level in ranking] for who, ranking in nearest.rankings.items()},
    }


@dataclass(frozen=True, slots=True)
class _Judge:
    """Says under which rankings a state is an equilibrium; `known` fills with demands as it goes."""

    graph: Graph
    concept: str
    state: int
    known: dict[tuple[int, tuple[_Ranks, ...]], tuple[Demand, ...]]

    def holds(self, profile: Sequence[_Ranks]) -> bool:
        return all(
            demand.met(not_preferred(ranks, self.state))
            for who, ranks in enumerate(profile)
            for demand in self.demands(who, profile)
        )

    def demands(self, who: int, profile: Sequence[_Ranks]) -> tuple[Demand, ...]:
        matters = self.concept in {"SEQ", "SSEQ"}
        key = (who, (*profile[:who], *profile[who + 1 :]) if matters else ())
        if key not in self.known:

            def rule(mover: int, state: int) -> list[int]:
                targets, ranks = moves_of(self.graph, mover, state), profile[mover]
                return [target for target in targets if not matters or ranks[target] > ranks[state]]

            self.known[key] = demands_by(self.graph, self.concept, who, self.state, rule=rule)
        return self.known[key]


def _check_bound(
    graph: Graph, here: int, changes: Changes, near: Sequence[Sequence[Sequence[_Ranks]]]
) -> None:
    """Refuse if more combinations may have to be tried than the limit; some bound always holds.

    Everybody's own least change is one if it holds together; raising the state to the top always does.
    """
    bound = sum(change.pairs for change in changes.by.values())
    if not changes.together:
        ranks = [ranks_of(graph, who) for who in range(len(near))]
        bound = sum(sum(rank >= one[here] for rank in one) - 1 for one in ranks)
    at_distance = [1]
    for groups in near:
        sums = [0] * (len(at_distance) + len(groups) - 1)
        for before, number in enumerate(at_distance):
            for distance, group in enumerate(groups):
                sums[before + distance] += number * len(group)
        at_distance = sums
    most = sum(at_distance[: bound + 1])
    if most > MAX_PROFILES:
        raise ModelError(
            f"up to {most:,} combinations of rankings may have to be tried, the limit is {MAX_PROFILES:,}: "
            "ask for each decision maker's fewest changes instead"
        )


def _by_distance(ranks: _Ranks) -> list[list[_Ranks]]:
    """Return every ranking with or without ties, grouped by the pairs in which it differs."""
    states = len(ranks)
    pairs = list(combinations(range(states), 2))
    groups: list[list[_Ranks]] = [[] for _ in range(len(pairs) + 1)]
    for other in product(range(states), repeat=states):
        if set(other) == set(range(max(other) + 1)):
            differ = [_sign(ranks[a] - ranks[b]) != _sign(other[a] - other[b]) for a, b in pairs]
            groups[sum(differ)].append(other)
    return groups


def _sign(difference: int) -> int:
    return (difference > 0) - (difference < 0)


def _nearest_first(
    near: Sequence[Sequence[Sequence[_Ranks]]],
) -> Iterator[tuple[tuple[int, ...], tuple[_Ranks, ...]]]:
    """Yield the distances and rankings of every combination, by the sum of the distances; there is no end."""
    total = 0
    while True:
        for distances in product(*(range(min(total, len(groups) - 1) + 1) for groups in near)):
            if sum(distances) == total:
                chosen = [groups[distance] for groups, distance in zip(near, distances, strict=True)]
                for profile in product(*chosen):
                    yield distances, profile
        total += 1


def _named_rankings(graph: Graph, profile: Sequence[_Ranks]) -> dict[str, Ranking]:
    labels = labels_of(graph)
    return {
        who: tuple(
            tuple(label for label, rank in zip(labels, ranks, strict=True) if rank == level)
            for level in sorted(set(ranks), reverse=True)
        )
        for who, ranks in zip(graph.decision_makers, profile, strict=True)
    }
