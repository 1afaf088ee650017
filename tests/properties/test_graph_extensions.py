"""The further questions about a graph, each against a slow reference straight from its definition."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.models.graph.coalitions import COALITION_CONCEPTS, coalition_stability
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.integrated import integrated_graph
from goodoffices.models.graph.sequences import Steps, moves_of, ranks_of
from goodoffices.models.graph.stability import stability
from goodoffices.models.graph.status_quo import status_quo

QUICK = settings(max_examples=60, deadline=None, derandomize=True)

May = Callable[[int, int, int], bool]
"""Whether a mover may go from a state to another, given that it has the move."""


@st.composite
def graphs(draw: st.DrawFn, movers: int | None = None, most: int = 6) -> Graph:
    """Any graph of 2 to 4 decision makers and a few states: irreversible, intransitive, with ties."""
    count, states = movers or draw(st.integers(2, 4)), draw(st.integers(1, most))
    reach = st.sets(st.integers(0, states - 1), max_size=3)
    moves = tuple(
        tuple(tuple(sorted(draw(reach) - {state})) for state in range(states)) for _ in range(count)
    )
    ranks = tuple(
        tuple(draw(st.lists(st.integers(0, 4), min_size=states, max_size=states))) for _ in range(count)
    )
    return Graph(tuple("ABCD"[:count]), tuple(f"s{k}" for k in range(states)), moves, ranks)


def legal(graph: Graph, group: Collection[int], start: int, may: May | None = None) -> set[int]:
    """Return where legal sequences of a group end, by trying every move from every state and last mover."""
    found: set[tuple[int, int]] = set()

    def go_on(state: int, last: int | None) -> None:
        for mover in group:
            for target in moves_of(graph, mover, state) if mover != last else ():
                if (target, mover) not in found and (may is None or may(mover, state, target)):
                    found.add((target, mover))
                    go_on(target, mover)

    go_on(start, None)
    return {state for state, _ in found}


def prefers(graph: Graph) -> May:
    """Return the rule that a mover ranks the state it goes to higher."""
    ranks = [ranks_of(graph, who) for who in range(len(graph.decision_makers))]
    return lambda mover, before, after: ranks[mover][after] > ranks[mover][before]


def is_legal(graph: Graph, start: int, steps: Steps, group: Collection[int], may: May | None = None) -> bool:
    """Say whether a sequence of moves is a legal sequence of a group."""
    here, last = start, -1
    for mover, there in steps:
        if mover == last or mover not in group or there not in moves_of(graph, mover, here):
            return False
        if may is not None and not may(mover, here, there):
            return False
        here, last = there, mover
    return bool(steps)


def every_coalition(graph: Graph) -> list[tuple[int, ...]]:
    """Return the non-empty coalitions, by number."""
    everyone = range(len(graph.decision_makers))
    return [group for size in range(1, len(everyone) + 1) for group in combinations(everyone, size)]


def holds_for_coalition(graph: Graph, concept: str, group: tuple[int, ...], s: int) -> bool:
    """Say whether a state is stable for a coalition, in the words of the definitions."""
    may = prefers(graph)
    outsiders = [who for who in range(len(graph.decision_makers)) if who not in group]

    def all_gain(state: int) -> bool:
        return all(may(who, s, state) for who in group)

    improvements = {state for state in legal(graph, group, s) if all_gain(state)}
    if concept == "R":
        return not improvements
    for x in improvements:
        answers = legal(graph, outsiders, x, may if concept == "SEQ" else None)
        ends = {y for y in answers if not all_gain(y)}
        if concept == "SMR":
            ends = {y for y in ends if not any(all_gain(z) for z in legal(graph, group, y))}
        if not ends:
            return False
    return True


@given(graph=graphs())
@QUICK
def test_coalition_stability_follows_its_definitions(graph: Graph) -> None:
    """Every verdict for every coalition is the reference's, and its proof can be followed move by move."""
    solution, may = coalition_stability(graph), prefers(graph)
    for concept in COALITION_CONCEPTS:
        for group in every_coalition(graph):
            names = tuple(graph.decision_makers[who] for who in group)
            outsiders = set(range(len(graph.decision_makers))) - set(group)
            for s, label in enumerate(graph.states):
                expected = holds_for_coalition(graph, concept, group, s)
                assert solution.outcome.stable[concept][names][s] == expected
                verdict = solution.witness.verdict(concept, names, label)
                assert verdict.stable == expected
                if verdict.unpunished is not None:
                    assert is_legal(graph, s, verdict.unpunished, group)
                    assert all(may(who, s, verdict.unpunished[-1][1]) for who in group)
                for sanction in verdict.sanctions:
                    at = sanction.improvement[-1][1]
                    assert is_legal(graph, s, sanction.improvement, group)
                    willing = may if concept == "SEQ" else None
                    assert is_legal(graph, at, sanction.answer, outsiders, willing)
                    assert not may(sanction.loser, s, sanction.answer[-1][1])


@pytest.mark.parametrize(("strong", "weak"), [("R", "SMR"), ("R", "SEQ"), ("SMR", "GMR"), ("SEQ", "GMR")])
@given(graph=graphs())
@QUICK
def test_inclusions_hold_for_coalitions(strong: str, weak: str, graph: Graph) -> None:
    """A state stable for a coalition by a demanding concept is stable by the weaker ones."""
    stable = coalition_stability(graph).outcome.stable
    for coalition, column in stable[strong].items():
        assert all(b or not a for a, b in zip(column, stable[weak][coalition], strict=True))


@given(graph=graphs())
@QUICK
def test_a_coalition_of_one_is_a_decision_maker(graph: Graph) -> None:
    """For single members, coalition stability is the stability of the ordinary solver."""
    joint, single = coalition_stability(graph).outcome, stability(graph).outcome
    for concept in COALITION_CONCEPTS:
        for who in graph.decision_makers:
            assert joint.stable_for(concept, (who,)) == single.stable_for(concept, who)


def fewest(graph: Graph, start: int, end: int, may: May | None) -> int | None:
    """Return the length of a shortest legal sequence, by following all sequences move by move."""
    level = {(start, -1)}
    for count in range(len(graph.states) * len(graph.decision_makers) + 1):
        if any(state == end for state, _ in level):
            return count
        level = {
            (target, mover)
            for state, last in level
            for mover in range(len(graph.decision_makers))
            for target in moves_of(graph, mover, state)
            if mover != last and (may is None or may(mover, state, target))
        }
    return None


@given(graph=graphs())
@QUICK
def test_the_way_from_the_status_quo_follows_its_definition(graph: Graph) -> None:
    """Fewest moves, smallest sets of movers and paths are the reference's, by moves and by improvements."""
    solution = status_quo(graph, "s0", targets=graph.states)
    everyone = range(len(graph.decision_makers))
    for may, arrivals, paths in (
        (None, solution.outcome.by_moves, solution.witness.to),
        (prefers(graph), solution.outcome.by_improvements, solution.witness.improving),
    ):
        for end, label in enumerate(graph.states):
            arrival, path = arrivals[label], paths[label]
            assert arrival.moves == fewest(graph, 0, end, may)
            suffice = [set(group) for group in every_coalition(graph) if end in legal(graph, group, 0, may)]
            smallest = [group for group in suffice if not any(other < group for other in suffice)]
            named = [{graph.decision_makers.index(name) for name in movers} for movers in arrival.movers]
            assert named == ([set()] if end == 0 else smallest)
            assert (path is None) == (arrival.moves is None)
            if path:
                assert is_legal(graph, 0, path, everyone, may)
                assert (path[-1][1], len(path)) == (end, arrival.moves)


@given(graph=graphs())
@QUICK
def test_the_integrated_graph_is_the_graph(graph: Graph) -> None:
    """Its arcs are the moves and no others, and improve where the mover's rank rises."""
    arcs = integrated_graph(graph).arcs
    may, names = prefers(graph), graph.decision_makers
    found = {(names.index(arc.mover), int(arc.before[1:]), int(arc.after[1:])): arc for arc in arcs}
    moves = {
        (mover, state, target)
        for mover in range(len(names))
        for state in range(len(graph.states))
        for target in moves_of(graph, mover, state)
    }
    assert len(found) == len(arcs)
    assert set(found) == moves
    for (mover, state, target), arc in found.items():
        assert arc.improves == may(mover, state, target)
        assert arc.returns == ((mover, target, state) in moves)
