"""The further questions about a graph, each against a slow reference straight from its definition."""

from __future__ import annotations

from collections.abc import Callable, Collection
from itertools import combinations, permutations, product
from math import factorial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.models.graph.attractors import attractors
from goodoffices.models.graph.coalitions import COALITION_CONCEPTS, coalition_stability
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.horizons import limited_move, non_myopic
from goodoffices.models.graph.hypergame import hypergame
from goodoffices.models.graph.integrated import integrated_graph
from goodoffices.models.graph.inverse import stabilising_rankings
from goodoffices.models.graph.least_changes import fewest_changes
from goodoffices.models.graph.profiles import equilibrium_profiles, nearest_profile
from goodoffices.models.graph.sequences import Steps, moves_of, ranks_of
from goodoffices.models.graph.stability import CONCEPTS, stability
from goodoffices.models.graph.status_quo import status_quo
from goodoffices.models.graph.strength import STRENGTH_CONCEPTS, strength_of_preference
from goodoffices.models.graph.unknown import TYPES, UNKNOWN_CONCEPTS, unknown_preferences

QUICK = settings(max_examples=40, deadline=None, derandomize=True)

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
        answers = legal(graph, outsiders, x, may if concept in {"SEQ", "SSEQ"} else None)
        ends = {y for y in answers if not all_gain(y)}
        if concept in {"SMR", "SSEQ"}:
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


def with_ranks(graph: Graph, who: int, ranks: tuple[int, ...]) -> Graph:
    """Return the graph with another ranking of one decision maker."""
    all_ranks = [ranks_of(graph, other) for other in range(len(graph.decision_makers))]
    all_ranks[who] = ranks
    return Graph(graph.decision_makers, graph.states, graph.moves, all_ranks)


def weak_orders(states: int) -> list[tuple[int, ...]]:
    """Return every ranking with or without ties, as ranks 0, 1, … without gaps."""
    return [
        ranks for ranks in product(range(states), repeat=states) if set(ranks) == set(range(max(ranks) + 1))
    ]


def changed_pairs(before: tuple[int, ...], after: tuple[int, ...]) -> int:
    """Return how many pairs of states compare differently (better, equal, worse)."""

    def sign(ranks: tuple[int, ...], a: int, b: int) -> int:
        return (ranks[a] > ranks[b]) - (ranks[a] < ranks[b])

    return sum(sign(before, a, b) != sign(after, a, b) for a, b in combinations(range(len(before)), 2))


@pytest.mark.parametrize("concept", CONCEPTS)
@given(graph=graphs(most=4))
@settings(max_examples=10, deadline=None, derandomize=True)
def test_rankings_are_counted_as_by_trying_them_all(concept: str, graph: Graph) -> None:
    """The count of strict and of weak rankings that make a state stable is that of trying each of them."""
    states = len(graph.states)
    counts = stabilising_rankings(graph, "s0", concept).outcome.by
    for who, name in enumerate(graph.decision_makers):
        stable = [
            ranks
            for ranks in weak_orders(states)
            if holds_for_coalition(with_ranks(graph, who, ranks), concept, (who,), 0)
        ]
        strict = set(permutations(range(states)))
        assert counts[name].weak == len(stable)
        assert counts[name].all_weak == len(weak_orders(states))
        assert counts[name].strict == sum(ranks in strict for ranks in stable)
        assert counts[name].all_strict == factorial(states)


@pytest.mark.parametrize("concept", CONCEPTS)
@given(graph=graphs(most=4))
@settings(max_examples=10, deadline=None, derandomize=True)
def test_no_ranking_with_fewer_changes_would_do(concept: str, graph: Graph) -> None:
    """The least change is the least over all rankings, and the ranking given makes the state stable."""
    changes = fewest_changes(graph, "s0", concept).outcome
    for who, name in enumerate(graph.decision_makers):
        change, before = changes.by[name], ranks_of(graph, who)
        least = min(
            changed_pairs(before, ranks)
            for ranks in weak_orders(len(before))
            if holds_for_coalition(with_ranks(graph, who, ranks), concept, (who,), 0)
        )
        place = {label: -depth for depth, level in enumerate(change.ranking) for label in level}
        after = tuple(place[label] for label in graph.states)
        assert change.pairs == least == changed_pairs(before, after)
        assert holds_for_coalition(with_ranks(graph, who, after), concept, (who,), 0)
        passed = [s for s, rank in enumerate(before) if rank > before[0] and after[s] <= after[0]]
        assert change.passed == tuple(graph.states[s] for s in passed)
    together = graph
    for who, name in enumerate(graph.decision_makers):
        place = {label: -depth for depth, level in enumerate(changes.by[name].ranking) for label in level}
        together = with_ranks(together, who, tuple(place[label] for label in graph.states))
    everyone = range(len(graph.decision_makers))
    assert changes.together == all(holds_for_coalition(together, concept, (who,), 0) for who in everyone)
    assert changes.together or concept == "SSEQ"


@pytest.mark.parametrize("concept", CONCEPTS)
@given(graph=graphs(movers=2, most=3))
@settings(max_examples=8, deadline=None, derandomize=True)
def test_rankings_of_all_are_tried_together(concept: str, graph: Graph) -> None:
    """The count of strict profiles and the nearest weak one are those of a plain search through all."""
    states, today = len(graph.states), [ranks_of(graph, who) for who in (0, 1)]

    def holds(profile: tuple[tuple[int, ...], ...]) -> bool:
        other = Graph(graph.decision_makers, graph.states, graph.moves, profile)
        return all(holds_for_coalition(other, concept, (who,), 0) for who in (0, 1))

    counted = equilibrium_profiles(graph, "s0", concept)
    strict = list(product(permutations(range(states)), repeat=2))
    assert counted.outcome.equilibria == sum(map(holds, strict))
    assert counted.outcome.profiles == len(strict)
    nearest = nearest_profile(graph, "s0", concept).outcome
    distances = [
        sum(changed_pairs(now, then) for now, then in zip(today, profile, strict=True))
        for profile in product(weak_orders(states), repeat=2)
        if holds(profile)
    ]
    assert sum(nearest.pairs.values()) == min(distances)
    for rankings in (counted.witness, nearest.rankings):
        places = [
            {label: -depth for depth, level in enumerate(rankings[who]) for label in level}
            for who in graph.decision_makers
        ]
        assert holds(tuple(tuple(place[label] for label in graph.states) for place in places))
    if concept in {"R", "GMR", "SMR"}:
        alone = fewest_changes(graph, "s0", concept).outcome.by
        assert sum(nearest.pairs.values()) == sum(change.pairs for change in alone.values())


def least_unwilling(graph: Graph, start: int, ends: set[int], group: Collection[int]) -> int | None:
    """Return the fewest unwilling steps of a legal sequence into a set, by relaxing until nothing changes."""
    may = prefers(graph)
    cost: dict[tuple[int, int], int] = {(start, -1): 0}
    changed = True
    while changed:
        changed = False
        for (state, last), so_far in list(cost.items()):
            for mover in group:
                for target in moves_of(graph, mover, state) if mover != last else ():
                    total = so_far + (not may(mover, state, target))
                    if total < cost.get((target, mover), total + 1):
                        cost[target, mover] = total
                        changed = True
    return min((total for (state, last), total in cost.items() if last >= 0 and state in ends), default=None)


def without(graph: Graph, who: int, state: int, closed: set[int]) -> Graph:
    """Return the graph in which a decision maker has given up some of its moves from a state."""
    movers, states = range(len(graph.decision_makers)), range(len(graph.states))
    moves = [[moves_of(graph, mover, s) for s in states] for mover in movers]
    moves[who][state] = tuple(t for t in moves[who][state] if t not in closed)
    return Graph(graph.decision_makers, graph.states, moves, [ranks_of(graph, mover) for mover in movers])


@pytest.mark.parametrize("concept", CONCEPTS)
@given(graph=graphs())
@settings(max_examples=20, deadline=None, derandomize=True)
def test_what_must_change_is_enough_and_needed(concept: str, graph: Graph) -> None:
    """Without the named moves a state is stable, with one of them it is not; no answer needs less will."""
    needs = attractors(graph, "s0", concept).outcome
    for who, name in enumerate(graph.decision_makers):
        assert (name in needs.content) == holds_for_coalition(graph, concept, (who,), 0)
    for name, need in needs.by.items():
        who = graph.decision_makers.index(name)
        others = [other for other in range(len(graph.decision_makers)) if other != who]
        closed = {graph.states.index(label) for label in need.give_up}
        assert holds_for_coalition(without(graph, who, 0, closed), concept, (who,), 0)
        if concept in {"R", "GMR", "SEQ"}:
            # By SMR and SSEQ a move also serves to come back from an answer, so a part may be enough.
            for open_ in closed:
                assert not holds_for_coalition(without(graph, who, 0, closed - {open_}), concept, (who,), 0)
        may = prefers(graph)
        for label, answer in need.answers.items():
            move = graph.states.index(label)
            ends = {y for y in range(len(graph.states)) if not may(who, 0, y)}
            if concept in {"SMR", "SSEQ"}:
                ends = {y for y in ends if not any(may(who, 0, z) for z in moves_of(graph, who, y))}
            least = None if concept == "R" else least_unwilling(graph, move, ends, others)
            if answer is None:
                assert least is None
            else:
                assert is_legal(graph, move, answer.steps, others)
                assert answer.steps[-1][1] in ends
                assert sum(answer.unwilling) == least
                assert least is not None
                assert least > 0


def play_out(graph: Graph, who: int, state: int, left: int) -> int:
    """Return where the play ends, by drawing the whole game tree from one state and solving it backwards."""
    if not left:
        return state
    ranks = ranks_of(graph, who)
    ends = [play_out(graph, 1 - who, target, left - 1) for target in moves_of(graph, who, state)]
    best = max(ends, key=lambda end: ranks[end], default=state)
    return best if ranks[best] > ranks[state] else state


def all_ends(graph: Graph, who: int, state: int, left: int) -> set[int]:
    """Return every end that the play can have if ties are broken in any way."""
    if not left:
        return {state}
    ranks, found = ranks_of(graph, who), set()
    options = [sorted(all_ends(graph, 1 - who, t, left - 1)) for t in moves_of(graph, who, state)]
    for ends in product(*options):
        best = max([ranks[end] for end in ends], default=ranks[state])
        found |= {state} if best <= ranks[state] else {end for end in ends if ranks[end] == best}
    return found


@given(graph=graphs(movers=2, most=5))
@QUICK
def test_foresight_follows_the_game_tree(graph: Graph) -> None:
    """Plans with up to four moves left are those of the drawn-out tree, and a unique end is unique."""
    witness = limited_move(graph, 4).witness
    for horizon in range(5):
        for who in (0, 1):
            for state in range(len(graph.states)):
                plan = witness.levels[horizon][who][state]
                assert plan.end == play_out(graph, who, state, horizon)
                if plan.unique and horizon < 4:
                    assert all_ends(graph, who, state, horizon) == {plan.end}


@given(graph=graphs(movers=2))
@QUICK
def test_two_moves_of_foresight_are_sequential(graph: Graph) -> None:
    """With horizon 1 foresight is Nash stability; a state stable with horizon 2 is stable by SEQ and GMR.

    The move that leaves one no better off is then the opponent's best, so an improvement of its own.
    """
    table = stability(graph, concepts=("R", "GMR", "SEQ")).outcome
    for who in graph.decision_makers:
        assert limited_move(graph, 1).outcome.stable_for(who) == table.stable_for("R", who)
        far = set(limited_move(graph, 2).outcome.stable_for(who))
        assert far <= set(table.stable_for("SEQ", who)) <= set(table.stable_for("GMR", who))


@given(graph=graphs(movers=2))
@QUICK
def test_what_holds_without_limit_holds_for_every_long_horizon(graph: Graph) -> None:
    """Through two further cycles a state is non-myopically stable just if it is stable at each horizon."""
    solution = non_myopic(graph)
    period, last = solution.outcome.period or 0, len(solution.witness.levels)
    longer = limited_move(graph, last + 2 * period).witness.levels
    for who in (0, 1):
        for state in range(len(graph.states)):
            always = all(level[who][state].move is None for level in longer[last:])
            assert solution.outcome.stable[who][state] == always


Pair = tuple[int, int, int]
"""A decision maker and two states."""


@st.composite
def marked(draw: st.DrawFn) -> tuple[Graph, set[Pair]]:
    """Any graph with some of its pairs of states marked, for some decision makers."""
    graph = draw(graphs(most=5))
    states = len(graph.states)
    pairs = [
        (who, a, b) for who in range(len(graph.decision_makers)) for a, b in combinations(range(states), 2)
    ]
    return graph, draw(st.sets(st.sampled_from(pairs), max_size=8)) if pairs else set()


def by_name(graph: Graph, pairs: Collection[Pair]) -> dict[str, list[tuple[str, str]]]:
    """Return the pairs of each decision maker by the states' labels."""
    found: dict[str, list[tuple[str, str]]] = {}
    for who, a, b in sorted(pairs):
        found.setdefault(graph.decision_makers[who], []).append((graph.states[a], graph.states[b]))
    return found


def holds_if_unknown(graph: Graph, unsure: set[Pair], concept: str, type_: str, who: int, s: int) -> bool:
    """Say whether a state is stable for a decision maker of a type, in the words of Li et al. (2004)."""
    strictly = prefers(graph)

    def unknown(mover: int, x: int, y: int) -> bool:
        return (mover, min(x, y), max(x, y)) in unsure

    def knows_better(mover: int, before: int, after: int) -> bool:
        return strictly(mover, before, after) and not unknown(mover, before, after)

    def perhaps_better(mover: int, before: int, after: int) -> bool:
        return strictly(mover, before, after) or unknown(mover, before, after)

    tempts = perhaps_better if type_ in "ac" else knows_better
    escapes = perhaps_better if type_ in "ab" else knows_better
    others = [mover for mover in range(len(graph.decision_makers)) if mover != who]
    for t in moves_of(graph, who, s):
        if tempts(who, s, t):
            ends = legal(graph, others, t, perhaps_better if concept == "SEQ" else None)
            ends = {y for y in ends if not escapes(who, s, y)} if concept != "R" else set()
            if concept == "SMR":
                ends = {y for y in ends if not any(escapes(who, s, z) for z in moves_of(graph, who, y))}
            if not ends:
                return False
    return True


@given(case=marked())
@QUICK
def test_unknown_preferences_follow_their_definitions(case: tuple[Graph, set[Pair]]) -> None:
    """All sixteen definitions give the reference's verdicts, and their proofs can be followed."""
    graph, unsure = case
    solution = unknown_preferences(graph, by_name(graph, unsure))
    for concept in UNKNOWN_CONCEPTS:
        for type_ in TYPES:
            for who, name in enumerate(graph.decision_makers):
                for s, label in enumerate(graph.states):
                    expected = holds_if_unknown(graph, unsure, concept, type_, who, s)
                    assert solution.outcome.stable[concept, type_][who][s] == expected
                    proof = solution.witness.verdict(concept, type_, name, label)
                    assert (proof.unpunished is None) == expected
                    others = set(range(len(graph.decision_makers))) - {who}
                    assert all(is_legal(graph, t, answer, others) for t, answer in proof.sanctions)


@given(case=marked())
@QUICK
def test_boldness_orders_the_types(case: tuple[Graph, set[Pair]]) -> None:
    """Stable by type a implies b and c, either d; with nothing unknown all types are ordinary."""
    graph, unsure = case
    stable = unknown_preferences(graph, by_name(graph, unsure)).outcome.stable
    for concept in UNKNOWN_CONCEPTS:
        for strong, weak in (("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")):
            for bold, cautious in zip(stable[concept, strong], stable[concept, weak], strict=True):
                assert all(y or not x for x, y in zip(bold, cautious, strict=True))
    known, plain = unknown_preferences(graph, {}).outcome, stability(graph).outcome
    for concept in UNKNOWN_CONCEPTS:
        for type_ in TYPES:
            for who in graph.decision_makers:
                assert known.stable_for(concept, type_, who) == plain.stable_for(concept, who)


@given(case=marked())
@QUICK
def test_strength_follows_its_definitions(case: tuple[Graph, set[Pair]]) -> None:
    """Strong stability is that of Hamouda et al. (2004, 2006); weak is what is stable and not strongly so."""
    graph, pairs = case
    may = prefers(graph)
    strong = {(who, *((a, b) if may(who, b, a) else (b, a))) for who, a, b in pairs}
    strong = {(who, upper, lower) for who, upper, lower in strong if may(who, lower, upper)}
    table = strength_of_preference(graph, by_name(graph, strong)).outcome
    everyone = range(len(graph.decision_makers))
    for concept in STRENGTH_CONCEPTS:
        for who in everyone:
            others = [mover for mover in everyone if mover != who]
            for s in range(len(graph.states)):
                firmly = True
                for t in moves_of(graph, who, s):
                    if may(who, s, t):
                        ends = legal(graph, others, t, may if concept == "SEQ" else None)
                        ends = {y for y in ends if (who, s, y) in strong}
                        if concept == "SMR":
                            ends = {
                                y for y in ends if all((who, s, z) in strong for z in moves_of(graph, who, y))
                            }
                        firmly = firmly and bool(ends)
                at_all = holds_for_coalition(graph, concept, (who,), s)
                assert table.degree[concept][who][s] == ("strong" if firmly else "weak" if at_all else "none")


@given(first=graphs(movers=2, most=5), data=st.data())
@QUICK
def test_a_hypergame_holds_where_everyone_would_stay_in_its_own_view(
    first: Graph, data: st.DataObject
) -> None:
    """A state is an equilibrium just if both see it and it is stable for each in its own view."""
    second = data.draw(graphs(movers=2, most=5))
    views = {"A": first, "B": second}
    table = hypergame(views).outcome
    for concept in CONCEPTS:
        expected = [
            label
            for label in table.states
            if all(
                label in view.states and holds_for_coalition(view, concept, (who,), int(label[1:]))
                for who, view in enumerate((first, second))
            )
        ]
        assert list(table.equilibria(concept)) == expected
        for who in views:
            holds, thinks = set(expected), set(table.expected[concept][who])
            assert set(table.surprises(concept, who)) == holds - thinks
            assert set(table.illusions(concept, who)) == thinks - holds
