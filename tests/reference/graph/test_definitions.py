"""The solver against a slow reference that follows the set definitions word by word.

Definitions: Fang, Hipel and Kilgour (1993), Interactive Decision Making, chapter 3; for SSEQ, Rêgo and
Vieira (2017).

A sample of random models is looked at every time. With GOODOFFICES_LONG set there are 11,000, and the proofs
on 2,000 of them are replayed.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from goodoffices.models.graph.conflict import Conflict, forbid, option_form
from goodoffices.models.graph.forbidden import Forbidden
from goodoffices.models.graph.forms import Engine
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Ranking
from goodoffices.models.graph.reach import Moves
from goodoffices.models.graph.replay import check_verdict
from goodoffices.models.graph.stability import CONCEPTS, StabilityTable, stability
from goodoffices.models.graph.states import Direction, Option, state_space
from goodoffices.workspace.catalogue import load_conflict

CATALOGUE = Path(__file__).parents[3] / "catalogue"
DIRECTIONS: tuple[Direction, ...] = ("both", "on", "off")
LONG = bool(os.environ.get("GOODOFFICES_LONG"))
CONFLICTS, GRAPHS = (6000, 5000) if LONG else (250, 300)
REPLAYED = 1000 if LONG else 60
"""Models of each kind whose proofs are replayed."""
ENGINES: tuple[Engine, ...] = ("plain", "compiled")


class Sets(NamedTuple):
    """A conflict as the definitions see it: moves and ranks, and nothing of how the solver keeps them."""

    moves: tuple[tuple[frozenset[int], ...], ...]
    ranks: tuple[tuple[int, ...], ...]


def sets_of(graph: Graph) -> Sets:
    """Read each move and each rank off a graph once."""
    moves = tuple(tuple(map(frozenset, reach.listed())) for reach in graph.moves)
    return Sets(moves, tuple(map(tuple, graph.ranks)))


def one_step(graph: Sets, mover: int, state: int, *, improving: bool) -> set[int]:
    """R_i(s), or R+_i(s)."""
    rank = graph.ranks[mover]
    return {t for t in graph.moves[mover][state] if not improving or rank[t] > rank[state]}


def reachable(graph: Sets, coalition: Collection[int], start: int, *, improving: bool) -> set[int]:
    """R_H(s) or R+_H(s), by induction on the last movers of the legal sequences to each state."""
    last_movers: dict[int, set[int]] = {}
    for j in coalition:
        for t in one_step(graph, j, start, improving=improving):
            last_movers.setdefault(t, set()).add(j)
    while True:
        before = {state: set(last) for state, last in last_movers.items()}
        for s1, last in before.items():
            for j in coalition:
                if last != {j}:
                    for s2 in one_step(graph, j, s1, improving=improving):
                        last_movers.setdefault(s2, set()).add(j)
        if last_movers == before:
            return set(last_movers)


def stable_states(graph: Sets, concept: str, i: int) -> list[bool]:
    """For each state s, whether it is stable for i by the definition of the concept."""
    rank, states = graph.ranks[i], range(len(graph.ranks[i]))
    improvements = [one_step(graph, i, s, improving=True) for s in states]
    if concept == "R":
        return [not better for better in improvements]
    others = [j for j in range(len(graph.moves)) if j != i]
    answers = [reachable(graph, others, t, improving=concept in {"SEQ", "SSEQ"}) for t in states]

    def deters(s: int, x: int) -> bool:
        further = one_step(graph, i, x, improving=False) if concept in {"SMR", "SSEQ"} else set()
        return rank[x] <= rank[s] and all(rank[y] <= rank[s] for y in further)

    return [all(any(deters(s, x) for x in answers[t]) for t in improvements[s]) for s in states]


def assert_agrees(model: Conflict | Graph, *, replay: bool = True) -> StabilityTable:
    """Compare every verdict of every engine with the definitions, and replay its proof."""
    graph = model.graph if isinstance(model, Conflict) else model
    plain = sets_of(graph)
    solution, compiled = (stability(model, engine=engine) for engine in ENGINES)
    for concept in CONCEPTS:
        assert np.array_equal(solution.witness.held[concept], compiled.witness.held[concept])
        for i, who in enumerate(graph.decision_makers):
            expected = stable_states(plain, concept, i)
            assert solution.outcome.stable[concept][i].tolist() == expected, (concept, who)
            assert compiled.outcome.stable[concept][i].tolist() == expected, (concept, who)
            for s, label in enumerate(graph.states if replay else ()):
                verdict = solution.witness.verdict(concept, who, label)
                assert verdict.stable == expected[s]
                assert check_verdict(model, verdict) == ()
    return solution.outcome


def random_levels(rng: np.random.Generator, labels: Iterable[str]) -> Ranking:
    """A random ranking of the labels, with ties in about half of the cases."""
    order = list(rng.permutation(list(labels)))
    ties = rng.choice([0.0, 0.4])
    levels: list[list[str]] = []
    for label in order:
        if levels and rng.random() < ties:
            levels[-1].append(str(label))
        else:
            levels.append([str(label)])
    return Ranking(tuple(map(tuple, levels)))


def random_pattern(rng: np.random.Generator, size: int, fixed: int) -> str:
    """A pattern that says something about a few of the options."""
    places = set(rng.choice(size, size=min(fixed, size), replace=False).tolist())
    return "".join(str(rng.choice(["Y", "N"])) if place in places else "-" for place in range(size))


def blank(rng: np.random.Generator, label: str) -> str:
    """The label with one or two letters replaced by '-', which covers the label and its neighbours."""
    places = set(rng.choice(len(label), size=min(2, len(label)), replace=False).tolist())
    return "".join("-" if place in places else letter for place, letter in enumerate(label))


def labels_of(options: list[Option], infeasible: list[str], same: list[str]) -> list[str]:
    """The labels of the feasible states."""
    space = state_space(options, infeasible=infeasible, same=same)
    return [space.label(state) for state in range(len(space.states))]


def random_conflict(rng: np.random.Generator) -> Conflict:
    """A conflict of 2 to 4 decision makers with 2 to 5 options, some infeasible, irreversible or merged."""
    decision_makers = ["A", "B", "C", "D"][: int(rng.integers(2, 5))]
    size = int(rng.integers(2, 6))
    irreversible = rng.choice([0.0, 0.3])
    options = [
        Option(
            f"o{k}",
            str(rng.choice(decision_makers)),
            DIRECTIONS[int(rng.integers(1, 3))] if rng.random() < irreversible else "both",
        )
        for k in range(size)
    ]
    infeasible = [random_pattern(rng, size, 2) for _ in range(int(rng.integers(0, 3)))]
    combinations = labels_of(options, infeasible, [])
    same = [blank(rng, str(rng.choice(combinations)))] if rng.random() < 0.4 else []
    labels = labels_of(options, infeasible, same)
    conflict = option_form(
        name="random",
        decision_makers=decision_makers,
        options=options,
        preferences={who: random_levels(rng, labels) for who in decision_makers},
        infeasible=infeasible,
        same=same,
    )
    if same or rng.random() < 0.8:
        return conflict
    mover = str(rng.choice(decision_makers)) if rng.random() < 0.5 else None
    return forbid(conflict, Forbidden(random_pattern(rng, size, 1), random_pattern(rng, size, 1), mover))


def random_graph(rng: np.random.Generator) -> Graph:
    """A graph of 2 to 4 decision makers with arbitrary one-step moves, transitive or not."""
    movers, states = int(rng.integers(2, 5)), int(rng.integers(2, 9))
    density = rng.uniform(0.05, 0.4)
    moves = tuple(
        tuple(tuple(t for t in range(states) if t != s and rng.random() < density) for s in range(states))
        for _ in range(movers)
    )
    worst = int(rng.integers(2, states + 1))
    ranks = tuple(tuple(rng.integers(0, worst, states).tolist()) for _ in range(movers))
    return Graph(tuple("ABCD"[:movers]), tuple(f"s{k}" for k in range(states)), moves, ranks)


def count(capsys: pytest.CaptureFixture[str], what: str, seen: Counter[str]) -> None:
    """Show in the long suite what was looked at."""
    if LONG:
        with capsys.disabled():
            sys.stdout.write(f"\n{what}: " + ", ".join(f"{n:,} {kind}" for kind, n in seen.items()) + "\n")


def test_solver_agrees_on_random_option_form_conflicts(capsys: pytest.CaptureFixture[str]) -> None:
    """Every verdict on random conflicts in option form is that of the definitions; some are replayed."""
    rng = np.random.default_rng(1993)
    seen: Counter[str] = Counter()
    for number in range(CONFLICTS):
        conflict = random_conflict(rng)
        replay = number % (CONFLICTS // REPLAYED) == 0
        table = assert_agrees(conflict, replay=replay)
        seen["models"] += 1
        seen["replayed"] += replay
        seen[f"with {len(conflict.decision_makers)} decision makers"] += 1
        seen["with merged states"] += any("-" in label for label in conflict.states)
        seen["irreversible"] += any(option.direction != "both" for option in conflict.options)
        seen["with infeasible states"] += len(conflict.space.states.masks) < 1 << len(conflict.options)
        seen["with ties"] += any(len(set(rank)) < len(rank) for rank in conflict.graph.ranks)
        seen["with forbidden moves"] += bool(conflict.forbidden)
        for weak, strong in (("GMR", "SMR"), ("GMR", "SEQ"), ("SEQ", "SSEQ"), ("SSEQ", "R")):
            seen[f"{weak} without {strong}"] += bool((table.stable[weak] & ~table.stable[strong]).any())
    # The sample tests nothing where the concepts agree anyway, so each kind must be there many times.
    assert min(seen.values()) >= CONFLICTS / 15, seen
    assert len(seen) == 14
    count(capsys, "option form", seen)


def test_solver_agrees_on_random_graphs(capsys: pytest.CaptureFixture[str]) -> None:
    """Every verdict on arbitrary graphs is that of the definitions; some are replayed."""
    rng = np.random.default_rng(2017)
    seen: Counter[str] = Counter()
    for number in range(GRAPHS):
        graph = random_graph(rng)
        replay = number % (GRAPHS // REPLAYED) == 0
        assert_agrees(graph, replay=replay)
        seen["models"] += 1
        seen["replayed"] += replay
        seen[f"with {len(graph.decision_makers)} decision makers"] += 1
        seen["with moves that do not compose"] += any(map(falls_short, graph.moves))
    assert min(seen.values()) >= GRAPHS / 6, seen
    assert len(seen) == 6
    count(capsys, "general form", seen)


def falls_short(moves: Moves) -> bool:
    """Whether two moves in a row lead somewhere that one does not."""
    return any(
        set(moves[further]) - {state, *targets} for state, targets in enumerate(moves) for further in targets
    )


@pytest.mark.parametrize("folder", sorted(CATALOGUE.iterdir()), ids=lambda folder: folder.name)
def test_solver_agrees_on_published_conflicts(folder: Path) -> None:
    """Every verdict and proof on a published conflict is that of the definitions."""
    assert_agrees(load_conflict(folder))


def chain(moves: dict[tuple[str, int], tuple[int, ...]], rank_of_c: tuple[int, ...]) -> Graph:
    """A graph for A, B and C with the given moves; C ranks the states, A and B like later states better."""
    states = len(rank_of_c)
    return Graph(
        ("A", "B", "C"),
        tuple(f"s{k}" for k in range(states)),
        tuple(tuple(moves.get((who, state), ()) for state in range(states)) for who in "ABC"),
        (tuple(range(states)), tuple(range(states)), rank_of_c),
    )


@pytest.mark.parametrize("concept", ["GMR", "SMR", "SEQ", "SSEQ"])
def test_an_opponent_may_move_again_after_another_has_moved(concept: str) -> None:
    """A sanction that needs A, then B, then A again deters C."""
    graph = chain({("C", 0): (1,), ("A", 1): (2,), ("B", 2): (3,), ("A", 3): (4,)}, (1, 2, 2, 2, 0))
    solution = stability(graph)
    assert solution.outcome.stable_for(concept, "C")[0] == "s0"
    (sanction,) = solution.witness.verdict(concept, "C", "s0").sanctions
    assert sanction.sequence == ((0, 2), (1, 3), (0, 4))
    assert_agrees(graph)


@pytest.mark.parametrize("concept", ["GMR", "SMR", "SEQ", "SSEQ"])
def test_nobody_moves_twice_in_succession(concept: str) -> None:
    """A sanction that needs A to move twice in succession does not deter C where A's moves do not compose."""
    graph = chain({("C", 0): (1,), ("A", 1): (2,), ("A", 2): (3,)}, (1, 2, 2, 0))
    solution = stability(graph)
    assert "s0" not in solution.outcome.stable_for(concept, "C")
    assert solution.witness.verdict(concept, "C", "s0").unpunished == 1
    assert_agrees(graph)


def test_a_return_to_the_first_state_deters_unless_one_can_leave_again() -> None:
    """Being moved back to where one was gains nothing (GMR), but one may move away once more (SMR)."""
    graph = Graph(
        ("A", "B"),
        ("s0", "s1"),
        (((1,), ()), ((), (0,))),
        ((0, 1), (1, 0)),
    )
    table = stability(graph).outcome
    assert table.stable_for("GMR", "A") == table.stable_for("SEQ", "A") == ("s0", "s1")
    assert table.stable_for("SMR", "A") == table.stable_for("SSEQ", "A") == ("s1",)
    assert_agrees(graph)


def test_a_return_counts_only_if_a_legal_sequence_returns() -> None:
    """B can come back only by moving twice in succession, so coming back deters nobody."""
    graph = Graph(
        ("A", "B"),
        ("s0", "s1", "s2"),
        (((1,), (), ()), ((), (2,), (0,))),
        ((0, 1, 2), (2, 0, 1)),
    )
    table = stability(graph).outcome
    assert "s0" not in table.stable_for("GMR", "A")
    assert_agrees(graph)


def test_a_proof_uses_a_shortest_sequence() -> None:
    """Of two ways to the same worst outcome, the proof shows the one with fewer moves."""
    moves = {("C", 0): (1,), ("B", 1): (2, 3), ("A", 2): (5,), ("A", 3): (4,), ("B", 4): (5,)}
    solution = stability(chain(moves, (1, 2, 2, 2, 2, 0)), concepts=("GMR",))
    (sanction,) = solution.witness.verdict("GMR", "C", "s0").sanctions
    assert sanction.sequence == ((1, 2), (0, 5))
