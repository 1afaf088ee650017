"""Build a graph from named moves: who can go from which state to which."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Graph, check_different
from goodoffices.models.graph.ranks import Ranks
from goodoffices.models.graph.reach import ListedMoves, from_pairs

Levels = Sequence[str | Sequence[str]]
"""States by name, best first; the states of an inner list are equally good."""


def general_form(
    *,
    decision_makers: Sequence[str],
    states: Sequence[str],
    moves: Mapping[str, Iterable[tuple[str, str]]],
    rankings: Mapping[str, Levels],
) -> Graph:
    """Build a graph from moves and rankings by name.

    Args:
        decision_makers: All of them, also one without moves.
        states: All of them, each with a name of its own.
        moves: For each decision maker the one-step moves, from a state to another. They need not be
            reversible, and two in a row need not add up to one.
        rankings: For each decision maker all states, best first.

    Raises:
        ModelError: A name is unknown or missing, or given twice where it may stand once.

    Examples:
        >>> graph = general_form(
        ...     decision_makers=["Aid agency", "Militia"],
        ...     states=["blocked", "escorted", "open"],
        ...     moves={"Aid agency": [("blocked", "escorted")], "Militia": [("escorted", "open")]},
        ...     rankings={
        ...         "Aid agency": ["open", "blocked", "escorted"],
        ...         "Militia": [["escorted", "open"], "blocked"],
        ...     },
        ... )
        >>> graph.moves_of(0, 0)
        (1,)
        >>> graph.ranks[1]
        Ranks(array=array([0, 1, 1], dtype=int32))

    References:
        Fang, Hipel and Kilgour (1993), Interactive Decision Making, chapter 2.
    """
    check_different("state", tuple(states))
    number = {name: place for place, name in enumerate(states)}
    for what, given in (("moves", moves), ("rankings", rankings)):
        _refuse_strangers(what, given, decision_makers)
    missing = [who for who in decision_makers if who not in rankings]
    if missing:
        raise ModelError(f"no ranking is given for {missing[0]!r}: rank every state, best first")
    return Graph(
        decision_makers=tuple(decision_makers),
        states=tuple(states),
        moves=[_listed(who, moves.get(who, ()), number) for who in decision_makers],
        ranks=[_ranks(who, rankings[who], number) for who in decision_makers],
    )


def _refuse_strangers(what: str, given: Iterable[str], decision_makers: Sequence[str]) -> None:
    for who in given:
        if who not in decision_makers:
            known = ", ".join(map(repr, decision_makers))
            raise ModelError(f"{what} are given for {who!r}, who is no decision maker: there are {known}")


def _listed(who: str, pairs: Iterable[tuple[str, str]], number: Mapping[str, int]) -> ListedMoves:
    seen: dict[tuple[int, int], None] = {}
    for before, after in pairs:
        move = (_place(who, before, number), _place(who, after, number))
        if move in seen:
            raise ModelError(f"{who!r} moves from {before!r} to {after!r} twice: keep it once")
        if before == after:
            raise ModelError(f"{who!r} moves from {before!r} to itself: staying is not a move, drop it")
        seen[move] = None
    ends = np.array(list(seen), dtype=np.int32).reshape(-1, 2)
    return from_pairs(ends[:, 0], ends[:, 1], len(number))


def _ranks(who: str, levels: Levels, number: Mapping[str, int]) -> Ranks:
    ranks: dict[int, int] = {}
    for depth, level in enumerate(levels):
        for name in [level] if isinstance(level, str) else level:
            place = _place(who, name, number)
            if place in ranks:
                raise ModelError(f"the ranking of {who!r} names {name!r} twice: keep the place that is meant")
            ranks[place] = len(levels) - 1 - depth
    missing = [name for name, place in number.items() if place not in ranks]
    if missing:
        raise ModelError(f"the ranking of {who!r} misses {missing[0]!r}: rank every state")
    return Ranks(np.array([ranks[place] for place in range(len(number))], dtype=np.int32))


def _place(who: str, name: str, number: Mapping[str, int]) -> int:
    if name not in number:
        known = ", ".join(map(repr, list(number)[:12]))
        raise ModelError(f"{who!r} speaks of {name!r}, which is no state: there are {known}")
    return number[name]
