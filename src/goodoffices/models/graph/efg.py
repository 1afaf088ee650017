"""Conflicts as games for Gambit: strategic form (.nfg) and the tree of limited moves (.efg)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import product

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.sequences import (
    graph_of,
    labels_of,
    moves_of,
    named,
    ranks_of,
)

MAX_NODES = 100_000
"""Nodes of a game tree or states of a strategic form, each a line of the file."""

MAX_DEPTH = 200
"""Moves that a tree can be deep."""


def strategic_form(conflict: Conflict) -> str:
    """Return a conflict in option form as a game in strategic form, in Gambit's .nfg format.

    A strategy is a combination of one's own options. Payoffs are ordinal: 1 for the worst level of a
    ranking, 2 for the next, so only pure strategies have a meaning. Pure Nash equilibria are the states
    stable by R for everyone.

    Args:
        conflict: All combinations of everybody's own combinations must be feasible and none merged, and
            every decision maker must be able to change from any of its combinations to any other.

    Raises:
        ModelError: A state is merged or missing, or a move is not possible, so that the conflict is not a
            game in strategic form; or there are too many states.

    References:
        McKelvey, McLennan and Turocy, Gambit: Software Tools for Game Theory, file formats.
    """
    own = _strategies(conflict)
    number = {label: state for state, label in enumerate(conflict.states)}
    _check_product(conflict, own, number)
    payoffs = [_levels(ranks_of(conflict.graph, who)) for who in range(len(conflict.decision_makers))]
    names = [
        "{ " + " ".join(_quoted(_said(conflict, who, letters)) for letters in own[who]) + " }"
        for who in range(len(own))
    ]
    lines = [
        f"NFG 1 R {_quoted(conflict.name)} {{ {' '.join(map(_quoted, conflict.decision_makers))} }}",
        f"{{ {' '.join(names)} }}",
        _quoted("Payoffs are ordinal: 1 is the worst level of a ranking."),
    ]
    for chosen in _contingencies(own):
        state = number[_label(conflict, chosen)]
        lines.append(" ".join(str(levels[state]) for levels in payoffs))
    return "\n".join([*lines, ""])


def limited_move_tree(model: Conflict | Graph, first: str, start: str, horizon: int) -> str:
    """Return the game that limited-move stability solves, in Gambit's .efg format.

    The decision maker to move stays, which ends the play, or moves, and then the other is to move with one
    move fewer left. Payoffs are ordinal: 1 for the worst level of a ranking.

    Args:
        model: A conflict of two decision makers, in option form or as a graph.
        first: Who is to move first.
        start: The label of the state where play begins.
        horizon: How many moves there can be, 1 to 200.

    Raises:
        ModelError: There are not two decision makers, a name is unknown, the horizon is not 1 to 200, or
            the tree is too large.

    References:
        Fang, Hipel and Kilgour (1993), chapter 3; McKelvey, McLennan and Turocy, Gambit, file formats.
    """
    graph = graph_of(model)
    if len(graph.decision_makers) != 2:
        raise ModelError(
            f"the tree of limited moves is for two decision makers, but there are "
            f"{len(graph.decision_makers)}"
        )
    who = named("decision maker", first, graph.decision_makers)
    state = named("state", start, labels_of(graph))
    _check_size(graph, who, state, horizon)
    title = f"{first} to move at {start}, {horizon} moves ahead"
    payoffs = [_levels(ranks_of(graph, mover)) for mover in (0, 1)]
    header = f"EFG 2 R {_quoted(title)} {{ {' '.join(map(_quoted, graph.decision_makers))} }}"
    sets: Counter[int] = Counter()
    nodes = list(_nodes(graph, (who, state, horizon), payoffs, sets))
    return "\n".join([header, _quoted("Payoffs are ordinal."), *nodes, ""])


def _strategies(conflict: Conflict) -> list[list[tuple[str, ...]]]:
    """Return each decision maker's combinations of letters of its own options, in the order of the states."""
    if len(conflict.states) > MAX_NODES:
        raise ModelError(
            f"{len(conflict.states):,} states are more than such a file takes ({MAX_NODES:,}): "
            "leave out options"
        )
    merged = next((label for label in conflict.states if "-" in label), None)
    if merged is not None:
        raise ModelError(
            f"state {merged!r} stands for several combinations, which a strategic form cannot say: leave "
            "out 'same'"
        )
    return [
        list(dict.fromkeys(_own(conflict, who, label) for label in conflict.states))
        for who in range(len(conflict.decision_makers))
    ]


def _own(conflict: Conflict, who: int, label: str) -> tuple[str, ...]:
    name = conflict.decision_makers[who]
    return tuple(
        letter for letter, option in zip(label, conflict.options, strict=True) if option.owner == name
    )


def _label(conflict: Conflict, chosen: Sequence[tuple[str, ...]]) -> str:
    left = {name: iter(letters) for name, letters in zip(conflict.decision_makers, chosen, strict=True)}
    return "".join(next(left[option.owner]) for option in conflict.options)


def _check_product(conflict: Conflict, own: list[list[tuple[str, ...]]], number: dict[str, int]) -> None:
    for chosen in product(*own):
        label = _label(conflict, chosen)
        if label not in number:
            raise ModelError(
                f"state {label!r} is infeasible though each decision maker's part of it occurs elsewhere: a "
                "strategic form needs every combination"
            )
    for chosen, who in product(product(*own), range(len(own))):
        label = _label(conflict, chosen)
        reach = set(moves_of(conflict.graph, who, number[label]))
        for other in own[who]:
            target = _label(conflict, [*chosen[:who], other, *chosen[who + 1 :]])
            if target != label and number[target] not in reach:
                name = conflict.decision_makers[who]
                raise ModelError(
                    f"{name!r} cannot go from {label!r} to {target!r}: in a strategic "
                    "form everyone can choose freely, so options must have the direction 'both'"
                )


def _contingencies(own: list[list[tuple[str, ...]]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """Yield the combinations of strategies in Gambit's order: the first player's changes fastest."""
    for backwards in product(*reversed(own)):
        yield tuple(reversed(backwards))


def _said(conflict: Conflict, who: int, letters: tuple[str, ...]) -> str:
    options = [option for option in conflict.options if option.owner == conflict.decision_makers[who]]
    said = [
        option.name if letter == "Y" else f"not {option.name}"
        for option, letter in zip(options, letters, strict=True)
    ]
    return ", ".join(said) or "nothing to decide"


def _levels(ranks: Sequence[int]) -> list[int]:
    place = {rank: level for level, rank in enumerate(sorted(set(ranks)), start=1)}
    return [place[rank] for rank in ranks]


def _check_size(graph: Graph, who: int, state: int, horizon: int) -> None:
    if not 1 <= horizon <= MAX_DEPTH:
        raise ModelError(
            f"horizon {horizon} is not 1 to {MAX_DEPTH}: look at least one move ahead, not too far"
        )
    layer, nodes = Counter({state: 1}), 1
    for _ in range(horizon):
        following: Counter[int] = Counter()
        for here, times in layer.items():
            nodes += times
            for target in moves_of(graph, who, here):
                following[target] += times
        nodes += following.total()
        if nodes > MAX_NODES:
            raise ModelError(
                f"the tree has more than {MAX_NODES:,} nodes at horizon {horizon}: take a shorter horizon"
            )
        layer, who = following, 1 - who


def _nodes(
    graph: Graph, at: tuple[int, int, int], payoffs: Sequence[Sequence[int]], sets: Counter[int]
) -> Iterator[str]:
    who, state, left = at
    label = labels_of(graph)[state]
    end = f't "" {state + 1} {_quoted(label)} {{ {payoffs[0][state]}, {payoffs[1][state]} }}'
    if not left:
        yield end
        return
    moves = moves_of(graph, who, state)
    sets[who] += 1
    actions = ["stay", *(f"go to {labels_of(graph)[target]}" for target in moves)]
    yield f'p {_quoted(label)} {who + 1} {sets[who]} "" {{ {" ".join(map(_quoted, actions))} }} 0'
    yield end
    for target in moves:
        yield from _nodes(graph, (1 - who, target, left - 1), payoffs, sets)


def _quoted(text: str) -> str:
    kept = "".join(letter if letter.isprintable() else " " for letter in text)
    return '"' + kept.replace("\\", "\\\\").replace('"', '\\"') + '"'
