"""Read a conflict that a file gives by its states and who can move from which to which."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from goodoffices.case.names import way_out
from goodoffices.models.graph.edges import general_form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.preferences import Numbers, Preference, Ranking
from goodoffices.workspace.placed import Place
from goodoffices.workspace.preference_keys import read_preference
from goodoffices.workspace.state_names import state_text

GENERAL_KEYS = ("states", "moves")
"""The keys of a conflict given by its states, and by nothing else."""


def read_general_form(
    parts: dict[str, Place],
    decision_makers: Sequence[str],
    asked: Mapping[str, Place],
    base: Graph | None = None,
) -> tuple[Graph, dict[str, Preference]]:
    """Build a graph from what a file says of states, moves and preferences.

    Args:
        parts: The values of the file's keys.
        decision_makers: All of them.
        asked: Their preferences; in somebody's view only those that differ.
        base: The graph that the view is of, from which other preferences are taken.

    Returns:
        The graph, and the preferences that were given, as rankings.

    Raises:
        ModelError: A part breaks a rule; the message says where in the file.
    """
    states = [state_text(place) for place in parts["states"].items()]
    for place in parts["states"].items():
        if states.count(state_text(place)) > 1:
            raise place.refuse(f"state {state_text(place)!r} is given twice: keep one of them")
    moves = _moves(parts["moves"], decision_makers, states)
    given: dict[str, Preference] = {}
    for who, place in asked.items():
        given[who] = _ranking(read_preference(place, ()))
        with place.here():
            _graph([who], states, {}, {who: given[who]})
    kept = {who: _old(base, who) for who in decision_makers if base and who not in given}
    with parts["preferences"].here():
        return _graph(decision_makers, states, moves, kept | given), given


def _graph(
    decision_makers: Sequence[str],
    states: Sequence[str],
    moves: Mapping[str, Sequence[tuple[str, str]]],
    preferences: Mapping[str, Preference],
) -> Graph:
    rankings = {who: one.levels for who, one in preferences.items() if isinstance(one, Ranking)}
    return general_form(decision_makers=decision_makers, states=states, moves=moves, rankings=rankings)


def _ranking(preference: Preference) -> Preference:
    """Return values as the ranking that they amount to: only their order counts."""
    if not (isinstance(preference, Numbers) and isinstance(preference.values, Mapping)):
        return preference
    values = preference.values
    order = sorted(values, key=lambda state: -values[state])
    return Ranking(tuple(tuple(level) for _, level in groupby(order, key=lambda state: values[state])))


def _old(base: Graph, who: str) -> Ranking:
    ranks = base.ranks[base.decision_makers.index(who)]
    known = dict(zip(base.states, ranks, strict=True))
    return Ranking(
        tuple(
            tuple(state for state, rank in known.items() if rank == level)
            for level in sorted(set(known.values()), reverse=True)
        )
    )


def _moves(
    place: Place, decision_makers: Sequence[str], states: Sequence[str]
) -> dict[str, list[tuple[str, str]]]:
    moves: dict[str, list[tuple[str, str]]] = {}
    for who, part in place.entries().items():
        if who not in decision_makers:
            raise part.refuse(f"{who!r} is no decision maker; {way_out(who, decision_makers)}")
        moves[who] = []
        for before, targets in part.entries().items():
            _check_state(targets, before, states)
            for target in targets.items() if isinstance(targets.value, list) else [targets]:
                after = state_text(target)
                _check_state(target, after, states)
                _check_move(target, who, (before, after), moves[who])
                moves[who].append((before, after))
    return moves


def _check_state(place: Place, name: str, states: Sequence[str]) -> None:
    if name not in states:
        raise place.refuse(f"no state {name!r}; {way_out(name, states)}")


def _check_move(place: Place, who: str, move: tuple[str, str], before: Sequence[tuple[str, str]]) -> None:
    if move[0] == move[1]:
        raise place.refuse(f"{who!r} moves from {move[0]!r} to itself: staying is no move, remove it")
    if move in before:
        raise place.refuse(f"{who!r} moves from {move[0]!r} to {move[1]!r} twice: keep it once")
