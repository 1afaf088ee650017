"""Files for Gambit, read back and solved."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.efg import limited_move_tree
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.horizons import limited_move
from goodoffices.models.graph.nfg import strategic_form
from goodoffices.models.graph.preferences import Priorities, Ranking
from goodoffices.models.graph.stability import stability
from goodoffices.models.graph.states import Option

CHICKEN = option_form(
    name='The "game" of chicken',
    decision_makers=["A", "B"],
    options=[Option("Swerve", "A"), Option("Swerve", "B")],
    preferences={
        "A": Ranking((("NY",), ("YY",), ("YN",), ("NN",))),
        "B": Ranking((("YN",), ("YY",), ("NY",), ("NN",))),
    },
)
# The owners' options are mixed, one has two of them, and one has none.
MIXED = option_form(
    name="Mixed",
    decision_makers=["A", "B", "C"],
    options=[Option("one", "A"), Option("two", "B"), Option("three", "A")],
    preferences={
        "A": Priorities(("two", "one", "not three")),
        "B": Priorities(("three and not two", "one")),
        "C": Priorities(("one",)),
    },
)


def pure_equilibria(text: str) -> list[tuple[str, ...]]:
    """Read a game in strategic form and return the strategies of its pure Nash equilibria."""
    _, strategies, _, *rows = text.splitlines()
    lists = [re.findall(r'"((?:[^"\\]|\\.)*)"', part) for part in re.findall(r"\{ ([^{}]+) \}", strategies)]
    # The first player's strategy changes fastest.
    cells = [tuple(reversed(cell)) for cell in product(*(range(len(one)) for one in reversed(lists)))]
    payoff = {cell: [int(one) for one in row.split()] for cell, row in zip(cells, rows, strict=True)}
    return [
        tuple(one[place] for one, place in zip(lists, cell, strict=True))
        for cell in cells
        if all(
            payoff[(*cell[:who], other, *cell[who + 1 :])][who] <= payoff[cell][who]
            for who in range(len(lists))
            for other in range(len(lists[who]))
        )
    ]


def test_the_strategic_form_of_chicken() -> None:
    """The whole file, with ordinal payoffs from 1 to 4 and quotes in the title escaped."""
    assert strategic_form(CHICKEN).splitlines() == [
        r'NFG 1 R "The \"game\" of chicken" { "A" "B" }',
        '{ { "not Swerve" "Swerve" } { "not Swerve" "Swerve" } }',
        '"Payoffs are ordinal: 1 is the worst level of a ranking."',
        "1 1",
        "2 4",
        "4 2",
        "3 3",
    ]


@pytest.mark.parametrize("conflict", [CHICKEN, MIXED], ids=["chicken", "mixed"])
def test_pure_equilibria_of_the_file_are_the_nash_states(conflict: Conflict) -> None:
    """Read back and solved by trying every deviation, the game has the equilibria of the conflict."""
    expected = []
    for label in stability(conflict, concepts=("R",)).outcome.equilibria("R"):
        said: dict[str, list[str]] = {who: [] for who in conflict.decision_makers}
        for letter, option in zip(label, conflict.options, strict=True):
            said[option.owner].append(option.name if letter == "Y" else f"not {option.name}")
        expected.append(tuple(", ".join(one) or "nothing to decide" for one in said.values()))
    assert sorted(pure_equilibria(strategic_form(conflict))) == sorted(expected)
    assert expected


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"same": ["Y-"]}, "state 'Y-' stands for several combinations"),
        ({"infeasible": ["YY"]}, "state 'YY' is infeasible though each decision maker's part of it occurs"),
        ({"options": [Option("x", "A", "on"), Option("y", "B")]}, "'A' cannot go from 'YN' to 'NN'"),
    ],
)
def test_what_is_no_strategic_form_is_refused(changes: dict[str, Any], message: str) -> None:
    """The message names the state or move that does not fit."""
    fields: dict[str, Any] = {"options": [Option("x", "A"), Option("y", "B")]} | changes
    conflict = option_form(
        name="odd",
        decision_makers=["A", "B"],
        preferences={"A": Priorities(("true",)), "B": Priorities(("true",))},
        **fields,
    )
    with pytest.raises(ModelError, match=message):
        strategic_form(conflict)


def test_too_many_states_for_a_file_are_refused() -> None:
    """The message gives the number and the limit."""
    large = option_form(
        name="large",
        decision_makers=["A"],
        options=[Option(f"o{k}", "A") for k in range(17)],
        preferences={"A": Priorities(("o0",))},
    )
    with pytest.raises(ModelError, match="131,072 states are more than such a file takes"):
        strategic_form(large)


def solved(lines: list[str]) -> tuple[str, list[int]]:
    """Solve a game tree from its lines: return where the play ends, and the payoffs there."""
    line = lines.pop(0)
    if line.startswith("t"):
        label, payoffs = re.fullmatch(r't "" \d+ "(\w+)" \{ (\d+, \d+) \}', line).groups()  # type: ignore[union-attr]
        return label, [int(one) for one in payoffs.split(", ")]
    player = int(re.match(r'p "\d+\. \w+" (\d)', line).group(1)) - 1  # type: ignore[union-attr]
    actions = len(re.findall(r'"[^"]*"', line.partition("{")[2]))
    results = [solved(lines) for _ in range(actions)]
    return max(results, key=lambda result: result[1][player])  # the first of the best: staying comes first


@pytest.mark.parametrize("horizon", [1, 2, 3, 4])
def test_the_tree_ends_where_foresight_says(horizon: int) -> None:
    """Read back and solved backwards, the tree gives the anticipated end of limited-move stability."""
    witness = limited_move(CHICKEN, horizon).witness
    for who, first in enumerate(CHICKEN.decision_makers):
        for state, start in enumerate(CHICKEN.states):
            header, comment, *lines = limited_move_tree(CHICKEN, first, start, horizon).splitlines()
            assert header.startswith(f'EFG 2 R "{first} to move at {start}, {horizon} moves ahead"')
            assert comment == '"Payoffs are ordinal."'
            end, _ = solved(lines)
            assert lines == []
            assert end == CHICKEN.states[witness.levels[horizon][who][state].end]


def test_a_tree_of_two_moves() -> None:
    """The whole file for A to move at YY, looking two moves ahead."""
    assert limited_move_tree(CHICKEN, "A", "YY", 2).splitlines() == [
        'EFG 2 R "A to move at YY, 2 moves ahead" { "A" "B" }',
        '"Payoffs are ordinal."',
        'p "1. YY" 1 1 "" { "stay" "go to NY" } 0',
        't "" 4 "YY" { 3, 3 }',
        'p "2. NY" 2 1 "" { "stay" "go to NN" } 0',
        't "" 3 "NY" { 4, 2 }',
        't "" 1 "NN" { 1, 1 }',
    ]


def test_no_two_nodes_have_one_label() -> None:
    """States recur within five moves, and Gambit refuses a game in which a node's label does."""
    lines = limited_move_tree(CHICKEN, "A", "YY", 5).splitlines()
    nodes = [match.group(1) for line in lines if (match := re.match(r'[pt] "([^"]*)"', line))]
    labels = [node for node in nodes if node]
    assert len(labels) == len(set(labels)) == 5
    assert {label.partition(" ")[2] for label in labels} == set(CHICKEN.states)


def test_a_tree_that_cannot_be_drawn_is_refused() -> None:
    """The message says whether it is the number of decision makers, the horizon or the size."""
    with pytest.raises(ModelError, match="for two decision makers, but there are 3"):
        limited_move_tree(MIXED, "A", "NNN", 2)
    for horizon in (0, 201):
        with pytest.raises(ModelError, match=f"horizon {horizon} is not 1 to 200"):
            limited_move_tree(CHICKEN, "A", "YY", horizon)
    reach = tuple(tuple(t for t in range(20) if t != s) for s in range(20))
    full = Graph(("A", "B"), tuple(f"s{k}" for k in range(20)), (reach, reach), ((0,) * 20,) * 2)
    with pytest.raises(ModelError, match="more than 100,000 nodes at horizon 5"):
        limited_move_tree(full, "A", "s0", 5)


def test_states_and_moves_alone_are_no_strategic_form() -> None:
    """A graph has no options, so nobody has strategies to choose from."""
    with pytest.raises(ModelError, match="given by states and moves, and a strategic form needs options"):
        strategic_form(CHICKEN.graph)
