"""Unilateral moves in option form: change any of one's own options at once, where directions allow."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from goodoffices.errors import ModelError
from goodoffices.models.graph.general import Reach
from goodoffices.models.graph.states import StateSpace

MAX_PAIRS = 5_000_000
"""Pairs of combinations looked at; about 100 MB of moves."""


def unilateral_moves(space: StateSpace, decision_makers: Sequence[str]) -> tuple[Reach, ...]:
    """Return the one-step moves of each decision maker from each state.

    A move goes from one feasible combination to another that differs only in the mover's options; an
    option of direction `on` is never given up and one of direction `off` never taken. A merged state is
    left from any of its combinations and entered at any.

    Raises:
        ModelError: There are too many moves to list.
    """
    groups = [_groups(space, decision_maker) for decision_maker in decision_makers]
    pairs = sum(len(group) ** 2 for by_rest in groups for group in by_rest)
    if pairs > MAX_PAIRS:
        raise ModelError(
            f"{len(space.states):,} states with {pairs:,} pairs to move between are more than this solver "
            f"lists ({MAX_PAIRS:,}): exclude states that cannot occur, or leave out options"
        )
    fixed = [_fixed(space, direction) for direction in ("on", "off")]
    return tuple(_reach(by_rest, len(space.states), fixed) for by_rest in groups)


def _groups(space: StateSpace, decision_maker: str) -> list[list[tuple[int, int]]]:
    """Group (combination, state) by what the others do: inside a group only one's own options differ."""
    own = sum(1 << bit for bit, option in enumerate(space.options) if option.owner == decision_maker)
    groups: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for state, members in enumerate(space.states):
        for member in members:
            groups[member & ~own].append((member, state))
    return list(groups.values())


def _fixed(space: StateSpace, direction: str) -> int:
    return sum(1 << bit for bit, option in enumerate(space.options) if option.direction == direction)


def _reach(groups: list[list[tuple[int, int]]], states: int, fixed: list[int]) -> Reach:
    only_on, only_off = fixed
    targets: list[set[int]] = [set() for _ in range(states)]
    for group in groups:
        for before, state in group:
            targets[state].update(
                target
                for after, target in group
                if not (before & ~after & only_on or after & ~before & only_off)
            )
    return tuple(tuple(sorted(found - {state})) for state, found in enumerate(targets))
