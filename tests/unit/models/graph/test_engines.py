"""Compiled loops and plain NumPy give the same answers, whichever way a graph is laid out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from itertools import product
from typing import TypeVar

import numpy as np
import pytest
from numba.core import caching
from numba.core.dispatcher import Dispatcher

import goodoffices.models.graph.compiled_cube as compiled_cube_module
import goodoffices.models.graph.compiled_listed as compiled_listed_module
from goodoffices.errors import ModelError
from goodoffices.models.graph.compiled_cube import SHORT, CompiledCube, compiled_cube
from goodoffices.models.graph.compiled_listed import CompiledListed, compiled_listed
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.cube import Cube, to_cube
from goodoffices.models.graph.forms import MOST_MOVERS, SMALL, Engine, Form, form_of
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.kernels import blocks as block_loops
from goodoffices.models.graph.kernels import cube as cube_loops
from goodoffices.models.graph.kernels import listed as listed_loops
from goodoffices.models.graph.kernels import order as order_loops
from goodoffices.models.graph.kernels.jit import compiled
from goodoffices.models.graph.plain_cube import PlainCube, plain_cube
from goodoffices.models.graph.plain_listed import PlainListed, plain_listed
from goodoffices.models.graph.preferences import Numbers
from goodoffices.models.graph.solve import CONCEPTS, Answers, solve
from goodoffices.models.graph.stability import stability
from goodoffices.models.graph.states import Direction, Option, state_space

DIRECTIONS: tuple[Direction, ...] = ("on", "off")
T = TypeVar("T")


def conflict(
    seed: int,
    sizes: tuple[int, ...],
    *,
    one_way: float = 0.0,
    infeasible: tuple[str, ...] = (),
    same: tuple[str, ...] = (),
) -> Conflict:
    """A random conflict whose decision makers own so many options, in any order, with ties in odd seeds."""
    rng = np.random.default_rng(seed)
    names = "ABCD"[: len(sizes)]
    owners = rng.permutation([who for who, size in zip(names, sizes, strict=True) for _ in range(size)])
    options = [
        Option(f"o{k}", str(owner), DIRECTIONS[int(rng.integers(2))] if rng.random() < one_way else "both")
        for k, owner in enumerate(owners)
    ]
    states = len(state_space(options, infeasible=infeasible, same=same).states)
    return option_form(
        name="random",
        decision_makers=names,
        options=options,
        preferences={who: Numbers(rng.permutation(states) // (1 + seed % 2)) for who in names},
        infeasible=infeasible,
        same=same,
    )


def graph(seed: int, states: int, moves: int) -> Graph:
    """A random graph of three decision makers with about so many moves from each state."""
    rng = np.random.default_rng(seed)
    reach = [
        [sorted(set(rng.integers(0, states, moves).tolist()) - {state}) for state in range(states)]
        for _ in range(3)
    ]
    ranks = [rng.integers(0, states, states) for _ in range(3)]
    return Graph("ABC", [f"s{state}" for state in range(states)], reach, ranks)


def cube(subject: Graph) -> Cube:
    """The cube of a graph that has one."""
    found = to_cube(subject)
    assert found is not None
    return found


def answers(subject: Graph, form: Form) -> dict[str, Answers]:
    """All verdicts and what they rest on."""
    return solve(subject, form, tuple(CONCEPTS), map)


def assert_same(one: dict[str, Answers], other: dict[str, Answers]) -> None:
    """Compare every verdict, and every rank that somebody can be held to."""
    for concept in CONCEPTS:
        np.testing.assert_array_equal(one[concept].held, other[concept].held)
        np.testing.assert_array_equal(one[concept].stable, other[concept].stable)


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize(
    ("one_way", "infeasible"),
    [
        (0.0, ()),
        (0.4, ()),
        (0.0, ("o0 and (o1 or o2)", "not o1 and o3")),
        (0.4, ("o0 and (o1 or o2)", "not o1 and o3")),
        (1.0, ("o0 and o1",)),
    ],
)
def test_all_ways_to_solve_option_form_agree(seed: int, one_way: float, infeasible: tuple[str, ...]) -> None:
    """Compiled or plain, worked out from options or listed, every answer is the same."""
    sizes = [(2, 2, 2, 1), (3, 2, 2), (5, 1, 0), (2, 4)][seed % 4]
    subject = conflict(seed, sizes, one_way=one_way, infeasible=infeasible).graph
    found = answers(subject, compiled_cube(cube(subject)))
    for other in (plain_cube(cube(subject)), compiled_listed(subject), plain_listed(subject)):
        assert_same(found, answers(subject, other))


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("one_way", [0.0, 0.4])
@pytest.mark.parametrize("infeasible", [(), ("o0 and (o1 or o2)",)])
def test_answers_followed_one_by_one_end_at_the_same(
    seed: int, one_way: float, infeasible: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where no time is given for going through all movers in turn, sequences lead to the same answers."""
    sizes = [(2, 2, 2, 1), (3, 2, 2), (SHORT + 1, 1, 0), (2, 4)][seed]
    subject = conflict(seed, sizes, one_way=one_way, infeasible=infeasible).graph
    expected = answers(subject, plain_cube(cube(subject)))
    monkeypatch.setattr(compiled_cube_module, "ROUNDS", 0)
    assert_same(expected, answers(subject, compiled_cube(cube(subject))))


def test_large_blocks_take_fewer_neighbours_along(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blocks that fill the cache by themselves are gone through one by one, to the same answers."""
    subject = conflict(1, (2, 2, 3), one_way=0.3).graph
    before = compiled_cube(cube(subject))
    monkeypatch.setattr(compiled_cube_module, "LARGEST", 8)
    after = compiled_cube(cube(subject))
    assert max(len(block.steps) for block in before.blocks) > 8
    assert max(len(block.steps) for block in after.blocks) == 8
    assert_same(answers(subject, before), answers(subject, after))


def test_a_long_way_of_answers_is_followed_to_its_end() -> None:
    """Two that take turns drive the third through 127 states, more than they are gone through in turn."""
    parties, count = ("Focal", "Left", "Right"), 1 << 6
    own = {"Focal": 1, "Left": 6, "Right": 6}
    options = [Option(f"{who} {k}", who) for who in parties for k in range(own[who])]
    state = np.arange(1 << 13)
    left, right = state >> 1 & (count - 1), state >> 7
    ranks = {
        "Focal": np.where(state & 1 == 0, 1, 2 - 2 * (left + right == 2 * (count - 1))),
        "Left": np.where(left == (right + 1) % count, 1, 0),
        "Right": np.where(right == left, 1, 0),
    }
    ranks["Left"][right == count - 1] = 0
    subject = option_form(
        name="stairs",
        decision_makers=parties,
        options=options,
        preferences={who: Numbers(rank) for who, rank in ranks.items()},
    ).graph
    found = answers(subject, compiled_cube(cube(subject)))
    assert_same(answers(subject, plain_cube(cube(subject))), found)
    assert found["SEQ"].held[0][1] == 0


@pytest.fixture
def uncompiled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the Python functions in the place of what was compiled from them."""
    loops = (block_loops, cube_loops, listed_loops, order_loops)
    for module in (compiled_cube_module, compiled_listed_module, *loops):
        for name, function in vars(module).copy().items():
            if isinstance(function, Dispatcher):
                monkeypatch.setattr(module, name, function.py_func)


@pytest.mark.usefixtures("uncompiled")
@pytest.mark.parametrize("one_way", [0.0, 0.5])
@pytest.mark.parametrize("infeasible", [(), ("o0 and (o1 or o2)",)])
def test_loops_mean_the_same_to_python(one_way: float, infeasible: tuple[str, ...]) -> None:
    """Run as Python, the loops give the answers that plain NumPy gives."""
    subject = conflict(3, (2, 2, 1), one_way=one_way, infeasible=infeasible).graph
    expected = answers(subject, plain_cube(cube(subject)))
    assert_same(expected, answers(subject, compiled_cube(cube(subject))))
    assert_same(expected, answers(subject, compiled_listed(subject)))


@pytest.mark.parametrize("seed", range(8))
def test_both_ways_to_solve_a_graph_agree(seed: int) -> None:
    """Compiled and plain, every answer on a graph whose moves do not compose is the same."""
    subject = graph(seed, 40, 1 + seed % 3)
    assert_same(answers(subject, compiled_listed(subject)), answers(subject, plain_listed(subject)))


def test_large_cubes_keep_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond 65,536 combinations what each mover is willing to do is worked out again each time."""
    subject = conflict(2, (2, 2, 1), one_way=0.5).graph
    before = answers(subject, plain_cube(cube(subject)))
    monkeypatch.setattr("goodoffices.models.graph.plain_cube.MOST_KEPT", 0)
    assert_same(before, answers(subject, plain_cube(cube(subject))))


def test_who_owns_many_options_needs_longer_places() -> None:
    """Beyond seven options of one owner a place takes more than eight bits, and nothing else changes."""
    subject = conflict(4, (SHORT + 1, 1), one_way=0.1).graph
    found = compiled_cube(cube(subject))
    assert {order.dtype for order in found.orders} == {np.dtype(np.int32), np.dtype(np.uint8)}
    assert_same(answers(subject, found), answers(subject, plain_listed(subject)))


def test_the_form_follows_the_graph() -> None:
    """Option form is laid out over all combinations, unless states count as one or few are feasible."""
    whole = conflict(0, (2, 2)).graph
    merged = conflict(0, (2, 2), same=("YY--",)).graph
    few = conflict(0, (2, 2, 2, 2), infeasible=("not (o0 and o1 and o2 and o3 and o4 and o5)",)).graph
    assert isinstance(form_of(whole), PlainCube)
    assert isinstance(form_of(merged), PlainListed)
    assert isinstance(form_of(few), PlainListed)
    assert isinstance(form_of(whole, "compiled"), CompiledCube)
    assert isinstance(form_of(merged, "compiled"), CompiledListed)


def test_large_graphs_are_solved_by_compiled_code() -> None:
    """Beyond 4,096 states loading it is worth its time."""
    assert isinstance(form_of(graph(0, SMALL + 1, 1)), CompiledListed)
    assert isinstance(form_of(graph(0, SMALL, 1)), PlainListed)


def test_without_numba_the_answer_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """Plain NumPy steps in, and only who insists on compiled code is told."""
    subject = graph(1, SMALL + 1, 2)
    before = stability(subject, concepts=("SEQ",)).outcome.stable["SEQ"]
    monkeypatch.setitem(sys.modules, "goodoffices.models.graph.compiled_listed", None)
    after = stability(subject, concepts=("SEQ",)).outcome.stable["SEQ"]
    np.testing.assert_array_equal(before, after)
    with pytest.raises(ModelError, match=r"numba cannot be loaded .* ask for engine='plain'"):
        stability(subject, engine="compiled")


@pytest.mark.parametrize("movers", [8, 31])
def test_many_decision_makers_need_more_bits(movers: int) -> None:
    """Who moved last is kept in 32 bits where eight are too few, and nothing else changes."""
    rng = np.random.default_rng(movers)
    reach = [[sorted({int(rng.integers(30))} - {state}) for state in range(30)] for _ in range(movers)]
    ranks = [rng.permutation(30) for _ in range(movers)]
    names = [f"p{k}" for k in range(movers)]
    subject = Graph(names, [f"s{state}" for state in range(30)], reach, ranks)
    assert_same(answers(subject, compiled_listed(subject)), answers(subject, plain_listed(subject)))


def test_still_more_decision_makers_are_solved_for_in_numpy() -> None:
    """Beyond 31 of them plain NumPy answers, whatever is asked for."""
    names = [f"p{k}" for k in range(MOST_MOVERS + 1)]
    subject = Graph(names, ["a", "b"], [[(1,), (0,)]] * len(names), [[0, 1]] * len(names))
    assert isinstance(form_of(subject, "compiled"), PlainListed)


def test_an_unknown_engine_is_refused() -> None:
    """The message lists those there are."""
    engine: Engine = "fast"  # type: ignore[assignment]
    with pytest.raises(ModelError, match="no engine 'fast': there are auto, compiled, plain"):
        stability(graph(0, 3, 1), engine=engine)


def test_code_is_compiled_where_nothing_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """With no folder to write to, a function is compiled all the same."""
    monkeypatch.setattr(caching.CacheImpl, "_locator_classes", [])

    def double(value: int) -> int:
        return 2 * value

    assert compiled(double)(21) == 42


def test_every_decision_maker_may_be_solved_for_elsewhere() -> None:
    """Whoever calls the solver says how the decision makers are gone through."""
    seen: list[int] = []
    subject = conflict(0, (2, 1))

    def backwards(function: Callable[[int], T], numbers: Iterable[int]) -> list[T]:
        order = list(numbers)[::-1]
        seen.extend(order)
        return [function(number) for number in order][::-1]

    engines: tuple[Engine, ...] = ("plain", "compiled")
    for engine, concept in product(engines, CONCEPTS):
        one = stability(subject, concepts=(concept,), engine=engine, each=backwards)
        other = stability(subject, concepts=(concept,), engine=engine)
        np.testing.assert_array_equal(one.outcome.stable[concept], other.outcome.stable[concept])
    assert seen[:2] == [1, 0]
    assert len(seen) == 30
