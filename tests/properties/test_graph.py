"""What theory says must follow for any conflict: inclusions between concepts; names do not matter."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.forms import Engine
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Numbers, Priorities, Ranking
from goodoffices.models.graph.replay import check_verdict
from goodoffices.models.graph.stability import CONCEPTS, stability
from goodoffices.models.graph.states import Direction, Option

QUICK = settings(max_examples=60, deadline=None, derandomize=True)

# Nash states have no improvement to answer; a credible answer is an answer; a lasting answer is an answer.
INCLUSIONS = [("R", "SSEQ"), ("SSEQ", "SEQ"), ("SEQ", "GMR"), ("SSEQ", "SMR"), ("SMR", "GMR"), ("R", "SMR")]


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """Any graph of 2 to 4 decision makers and up to 7 states."""
    movers, states = draw(st.integers(2, 4)), draw(st.integers(1, 7))
    reach = st.sets(st.integers(0, states - 1), max_size=3)
    moves = tuple(
        tuple(tuple(sorted(draw(reach) - {state})) for state in range(states)) for _ in range(movers)
    )
    ranks = tuple(
        tuple(draw(st.lists(st.integers(0, 5), min_size=states, max_size=states))) for _ in range(movers)
    )
    return Graph(tuple("ABCD"[:movers]), tuple(f"s{k}" for k in range(states)), moves, ranks)


@st.composite
def conflicts(draw: st.DrawFn) -> Conflict:
    """Any conflict in option form of 2 or 3 decision makers with 2 to 4 options, all states feasible."""
    decision_makers = list("ABC"[: draw(st.integers(2, 3))])
    directions: st.SearchStrategy[Direction] = st.sampled_from(["both", "both", "on", "off"])
    options = [
        Option(f"o{k}", draw(st.sampled_from(decision_makers)), draw(directions))
        for k in range(draw(st.integers(2, 4)))
    ]
    labels = ["".join(letters) for letters in product("NY", repeat=len(options))]
    rankings = {who: draw(st.permutations(labels)) for who in decision_makers}
    return option_form(
        name="any",
        decision_makers=decision_makers,
        options=options,
        preferences={who: Ranking(tuple((label,) for label in order)) for who, order in rankings.items()},
    )


@pytest.mark.parametrize(("strong", "weak"), INCLUSIONS)
@given(graph=graphs())
@QUICK
def test_inclusions_hold(strong: str, weak: str, graph: Graph) -> None:
    """A state stable for a decision maker by a demanding concept is stable by the weaker ones."""
    stable = stability(graph).outcome.stable
    assert not (stable[strong] & ~stable[weak]).any()


@given(graph=graphs())
@QUICK
def test_every_proof_replays(graph: Graph) -> None:
    """The checker, which shares no code with the solver, accepts every proof."""
    solution = stability(graph)
    for concept, who, state in product(CONCEPTS, graph.decision_makers, graph.states):
        assert check_verdict(graph, solution.witness.verdict(concept, who, state)) == ()


@given(graph=graphs(), data=st.data())
@QUICK
def test_the_order_of_states_does_not_matter(graph: Graph, data: st.DataObject) -> None:
    """Numbering the states differently renumbers the verdicts and changes none."""
    order = data.draw(st.permutations(range(len(graph.states))))
    place = {old: new for new, old in enumerate(order)}
    renumbered = Graph(
        graph.decision_makers,
        tuple(graph.states[old] for old in order),
        tuple(
            tuple(tuple(sorted(place[target] for target in reach[old])) for old in order)
            for reach in graph.moves
        ),
        tuple(tuple(rank[old] for old in order) for rank in graph.ranks),
    )
    before, after = stability(graph).outcome.stable, stability(renumbered).outcome.stable
    assert all(np.array_equal(before[concept][:, order], after[concept]) for concept in CONCEPTS)


@given(graph=graphs(), data=st.data())
@QUICK
def test_the_order_of_decision_makers_does_not_matter(graph: Graph, data: st.DataObject) -> None:
    """Listing the decision makers differently reorders the rows of the table and changes none."""
    order = data.draw(st.permutations(range(len(graph.decision_makers))))
    shuffled = Graph(
        tuple(graph.decision_makers[who] for who in order),
        graph.states,
        tuple(graph.moves[who] for who in order),
        tuple(graph.ranks[who] for who in order),
    )
    before, after = stability(graph).outcome.stable, stability(shuffled).outcome.stable
    assert all(np.array_equal(before[concept][order, :], after[concept]) for concept in CONCEPTS)


@given(graph=graphs())
@QUICK
def test_only_the_order_of_ranks_matters(graph: Graph) -> None:
    """Preferences are ordinal: stretching the ranks changes no verdict."""
    stretched = Graph(
        graph.decision_makers,
        graph.states,
        graph.moves,
        tuple(tuple(rank**3 - 7 for rank in ranks) for ranks in graph.ranks),
    )
    before, after = stability(graph).outcome.stable, stability(stretched).outcome.stable
    assert all(np.array_equal(before[concept], after[concept]) for concept in CONCEPTS)


@given(graph=graphs())
@QUICK
def test_a_state_nobody_can_reach_changes_nothing(graph: Graph) -> None:
    """A further state without moves to it leaves the verdicts on the others alone."""
    states = len(graph.states)
    larger = Graph(
        graph.decision_makers,
        (*graph.states, "beyond"),
        tuple((*reach, tuple(range(states))) for reach in graph.moves),
        tuple((*rank, 3) for rank in graph.ranks),
    )
    before, after = stability(graph).outcome.stable, stability(larger).outcome.stable
    assert all(np.array_equal(before[concept], after[concept][:, :states]) for concept in CONCEPTS)


@given(conflict=conflicts())
@QUICK
def test_moves_in_option_form_compose(conflict: Conflict) -> None:
    """Two moves of one decision maker in a row lead nowhere that one move does not, save back."""
    for reach in conflict.graph.moves:
        for state, targets in enumerate(reach):
            assert {further for target in targets for further in reach[target]} <= {*targets, state}


@given(conflict=conflicts())
@QUICK
def test_priorities_can_say_any_ranking(conflict: Conflict) -> None:
    """A strict ranking and the list of its states as statements give the same ranks."""
    for who, rank in zip(conflict.decision_makers, conflict.graph.ranks, strict=True):
        best_first = sorted(conflict.states, key=lambda label: -rank[conflict.states.index(label)])
        assert Priorities(tuple(best_first)).ranks(conflict.space, who) == rank


def strict(draw: st.DrawFn, states: int) -> Numbers:
    """Any strict ranking, as numbers."""
    return Numbers(draw(st.permutations(range(states))))


@st.composite
def free_conflicts(draw: st.DrawFn) -> Conflict:
    """Any conflict of 2 to 4 decision makers with 2 to 5 options, all feasible and changeable both ways."""
    names = "ABCD"[: draw(st.integers(2, 4))]
    owners = draw(st.lists(st.sampled_from(names), min_size=2, max_size=5))
    return option_form(
        name="free",
        decision_makers=names,
        options=[Option(f"o{k}", owner) for k, owner in enumerate(owners)],
        preferences={who: strict(draw, 1 << len(owners)) for who in names},
    )


@pytest.mark.parametrize("engine", ["plain", "compiled"])
@given(conflict=free_conflicts())
@QUICK
def test_free_conflicts_have_closed_forms(engine: Engine, conflict: Conflict) -> None:
    """Where all can be changed, R, GMR and SMR follow from one table of own choices by others' choices.

    R: the best own choice given the others'. GMR: at least the best of the worst outcomes of one's choices.
    SMR: by R, or at least the worst of the best outcomes over the others' choices.
    """
    stable = stability(conflict, engine=engine).outcome.stable
    for i, who in enumerate(conflict.decision_makers):
        own = [k for k, option in enumerate(conflict.options) if option.owner == who]
        size = len(conflict.options)
        rank = conflict.graph.ranks[i].array.reshape((2,) * size)
        # The first axis is the last option.
        axes, others = tuple(size - 1 - k for k in own), tuple(set(range(size)) - {size - 1 - k for k in own})
        best = rank.max(axis=axes, keepdims=True)
        by_nash = rank == best
        by_gmr = rank >= rank.min(axis=others).max()
        by_smr = by_nash | (rank >= best.min())
        for concept, expected in (("R", by_nash), ("GMR", by_gmr), ("SMR", by_smr)):
            assert np.array_equal(stable[concept][i], expected.reshape(-1)), (concept, who)


@pytest.mark.parametrize("engine", ["plain", "compiled"])
@given(conflict=free_conflicts(), data=st.data())
@QUICK
def test_what_can_only_be_given_up_changes_nothing_once_it_is_gone(
    engine: Engine, conflict: Conflict, data: st.DataObject
) -> None:
    """A further option that can only be given up adds states that nobody can reach from the old ones."""
    states = len(conflict.states)
    gone = Option("gone", data.draw(st.sampled_from(conflict.decision_makers)), "off")
    larger = option_form(
        name="larger",
        decision_makers=conflict.decision_makers,
        options=[*conflict.options, gone],
        preferences={
            who: Numbers([*rank, *data.draw(st.permutations(range(states)))])
            for who, rank in zip(conflict.decision_makers, conflict.graph.ranks, strict=True)
        },
    )
    before, after = (stability(one, engine=engine).outcome.stable for one in (conflict, larger))
    assert all(np.array_equal(before[concept], after[concept][:, :states]) for concept in CONCEPTS)


@pytest.mark.parametrize("engine", ["plain", "compiled"])
@given(conflict=conflicts(), data=st.data())
@QUICK
def test_the_order_of_options_does_not_matter(
    engine: Engine, conflict: Conflict, data: st.DataObject
) -> None:
    """Writing the options in another order renames the states and changes no verdict."""
    order = data.draw(st.permutations(range(len(conflict.options))))
    names = ["".join(label[k] for k in order) for label in conflict.states]
    renamed = option_form(
        name="renamed",
        decision_makers=conflict.decision_makers,
        options=[conflict.options[k] for k in order],
        preferences={
            who: Numbers(dict(zip(names, rank, strict=True)))
            for who, rank in zip(conflict.decision_makers, conflict.graph.ranks, strict=True)
        },
    )
    place = [renamed.states.index(name) for name in names]
    before, after = (stability(one, engine=engine).outcome.stable for one in (conflict, renamed))
    assert all(np.array_equal(before[concept], after[concept][:, place]) for concept in CONCEPTS)
