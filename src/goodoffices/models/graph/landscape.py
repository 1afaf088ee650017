"""The few states of a conflict that matter: the status quo, what holds, and the improvements between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.option_moves import OptionMoves
from goodoffices.models.graph.reach import ListedMoves, Moves
from goodoffices.models.graph.sequences import Steps
from goodoffices.models.graph.stability import CONCEPTS, StabilityTable, stability
from goodoffices.models.graph.status_quo import MAX_MOVERS, Arrival, Outlook, Paths, status_quo
from goodoffices.models.graph.witness import Witnesses
from goodoffices.models.solution import Solution

MOST = 6
"""Equilibria that are shown unless more are asked for."""

MOST_SPOTS = 16
"""States that are shown at most, with those on the way."""

MOST_SEARCHED = 200
"""Equilibria to which paths are looked for."""

MOST_WORK = 5_000_000
"""Moves times subsets of the decision makers for which paths are looked for; a few seconds."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A state that is shown.

    Attributes:
        name: SQ for the status quo, E1, E2, … for equilibria, P1, P2, … for states on the way.
        state: Its label.
        concepts: The concepts by which it is an equilibrium.
        start: Whether it is the status quo.
        step: After how many improvements it is reached from the status quo; None if it is not.
    """

    name: str
    state: str
    concepts: tuple[str, ...]
    start: bool
    step: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """An improvement that leads from one state shown to another.

    Attributes:
        before: Name of the state that it leaves.
        after: Name of the state that it leads to.
        movers: Who makes it; several where several paths use the same pair of states.
    """

    before: str
    after: str
    movers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Landscape:
    """What is shown of a conflict, and how much is not.

    Attributes:
        spots: The states shown, the status quo first, then equilibria, then states on the way.
        links: The improvements shown.
        equilibria: Number of equilibria of the kind that is shown.
        states: Number of all states.
        searched: Whether paths from a status quo were looked for; not without one, nor in a conflict of
            so many states and decision makers that it takes long.
    """

    spots: tuple[Spot, ...]
    links: tuple[Link, ...]
    equilibria: int
    states: int
    searched: bool

    @property
    def held(self) -> tuple[Spot, ...]:
        """The equilibria that are shown."""
        return tuple(spot for spot in self.spots if spot.concepts)

    @property
    def hidden(self) -> int:
        """The number of equilibria that are not shown."""
        return self.equilibria - len(self.held)

    @property
    def start(self) -> Spot | None:
        """The status quo, where there is one."""
        return next((spot for spot in self.spots if spot.start), None)


@dataclass(frozen=True, slots=True)
class Grounds:
    """What lets a reader check a landscape.

    Attributes:
        stability: Which state is stable for whom, with the proof of each verdict.
        paths: How the equilibria are reached from the status quo; None where that was not looked for.
    """

    stability: Solution[StabilityTable, Witnesses]
    paths: Solution[Outlook, Paths] | None


def landscape(
    conflict: Conflict,
    *,
    start: str | None = None,
    concepts: Sequence[str] = CONCEPTS,
    shown_by: Sequence[str] | None = None,
    most: int = MOST,
) -> Solution[Landscape, Grounds]:
    """Choose the states of a conflict that matter, never more than sixteen.

    Of the equilibria, those by most concepts come first, then those that the fewest improvements from the
    status quo reach. The path shown to each is a shortest one.

    Args:
        conflict: The conflict.
        start: The label of the status quo, if there is one.
        concepts: The stability concepts that are solved for.
        shown_by: An equilibrium is shown if it is one by any of these; by any of `concepts` if left out.
        most: How many equilibria are shown at most.

    Raises:
        ModelError: There is no such state or concept, or the model needs more memory than allowed.

    Examples:
        >>> from goodoffices.models.graph.conflict import option_form
        >>> from goodoffices.models.graph.preferences import Priorities
        >>> from goodoffices.models.graph.states import Option
        >>> truce = option_form(
        ...     name="Truce",
        ...     decision_makers=["North", "South"],
        ...     options=[Option("sign", "North"), Option("sign", "South")],
        ...     preferences={
        ...         "North": Priorities(("North.sign", "South.sign")),
        ...         "South": Priorities(("North.sign iff South.sign",)),
        ...     },
        ... )
        >>> shown = landscape(truce, start="NN", concepts=("R",)).outcome
        >>> [(spot.name, spot.state) for spot in shown.spots]
        [('SQ', 'NN'), ('E1', 'YY'), ('P1', 'YN')]
        >>> [(link.before, link.after, link.movers) for link in shown.links]
        [('SQ', 'P1', ('North',)), ('P1', 'E1', ('South',))]

    References:
        Li, Kilgour and Hipel (2005), Status quo analysis in the graph model for conflict resolution.
    """
    solved = stability(conflict, concepts=concepts)
    wanted = set(concepts if shown_by is None else shown_by)
    held = {state: by for state, by in _equilibria(solved.outcome).items() if wanted & set(by)}
    near = sorted(held, key=lambda state: -len(held[state]))[:MOST_SEARCHED]
    paths = status_quo(conflict, start, targets=near) if start and _searchable(conflict) else None
    reached: Mapping[str, Arrival] = paths.outcome.by_improvements if paths else {}
    order = sorted(near, key=lambda state: (-len(held[state]), _distance(reached.get(state))))
    drawing = _Drawing(conflict, start, held)
    for state in order[:most]:
        drawing.add(state, paths.witness.improving[state] if paths else None)
    shown = Landscape(drawing.spots(), drawing.links(), len(held), len(conflict.states), paths is not None)
    return Solution(
        "equilibria and shortest improvement paths from the status quo",
        shown,
        Grounds(solved, paths),
        {"start": start, "concepts": tuple(concepts), "shown_by": tuple(shown_by or concepts), "most": most},
    )


def rank_from_best(conflict: Conflict, decision_maker: str, state: str) -> tuple[int, int]:
    """Return the place of a state in a ranking, 1 for the best, and how many places there are.

    Raises:
        ValueError: There is no such decision maker or state.
    """
    ranks = conflict.graph.ranks[conflict.decision_makers.index(decision_maker)].array
    levels = np.unique(ranks)
    return int((levels > ranks[conflict.states.index(state)]).sum()) + 1, len(levels)


def stable_by(table: StabilityTable, decision_maker: str, state: str) -> tuple[str, ...]:
    """Return the concepts by which a state is stable for a decision maker."""
    who, where = table.decision_makers.index(decision_maker), table.states.index(state)
    return tuple(concept for concept, stable in table.stable.items() if stable[who, where])


def _equilibria(table: StabilityTable) -> dict[str, tuple[str, ...]]:
    found: dict[int, list[str]] = {}
    for concept in table.stable:
        for state in table.equilibrium_numbers(concept).tolist():
            found.setdefault(state, []).append(concept)
    return {table.states[state]: tuple(found[state]) for state in sorted(found)}


def _searchable(conflict: Conflict) -> bool:
    movers = len(conflict.decision_makers)
    return movers <= MAX_MOVERS and sum(map(_count, conflict.graph.moves)) << movers <= MOST_WORK


def _count(moves: Moves) -> int:
    """Return how many moves there are, or could be if every combination of options could occur."""
    if isinstance(moves, ListedMoves):
        return len(moves.indices)
    return len(moves) << (moves.own.bit_count() if isinstance(moves, OptionMoves) else 0)


def _distance(arrival: Arrival | None) -> float:
    return float("inf") if arrival is None or arrival.moves is None else arrival.moves


class _Drawing:
    """Gathers states and improvements, each once; a class since names are handed out on the way."""

    def __init__(self, conflict: Conflict, start: str | None, held: Mapping[str, tuple[str, ...]]) -> None:
        self._conflict, self._start, self._held = conflict, start, MappingProxyType(dict(held))
        self._steps: dict[str, int | None] = {start: 0} if start else {}
        self._shown: list[str] = []
        self._movers: dict[tuple[str, str], list[str]] = {}

    def add(self, state: str, path: Steps | None) -> None:
        """Add an equilibrium with the path to it, unless there would be too many states."""
        way = [
            (self._conflict.decision_makers[mover], self._conflict.states[after])
            for mover, after in path or ()
        ]
        new = {state, *(after for _, after in way)} - self._steps.keys()
        if len(self._steps) + len(new) > MOST_SPOTS:
            return
        self._shown.append(state)
        before = self._start or ""
        for step, (mover, after) in enumerate(way, start=1):
            self._steps.setdefault(after, step)
            movers = self._movers.setdefault((before, after), [])
            if mover not in movers:
                movers.append(mover)
            before = after
        self._steps.setdefault(state, None)

    def spots(self) -> tuple[Spot, ...]:
        """Return the states with their names."""
        names = self._names()
        return tuple(
            Spot(names[state], state, self._held.get(state, ()), state == self._start, self._steps[state])
            for state in names
        )

    def links(self) -> tuple[Link, ...]:
        """Return the improvements by the names of the states."""
        names = self._names()
        return tuple(
            Link(names[before], names[after], tuple(movers))
            for (before, after), movers in self._movers.items()
        )

    def _names(self) -> dict[str, str]:
        """Return the names of the states in the order in which they are shown."""
        names = {self._start: "SQ"} if self._start else {}
        held = [state for state in self._steps if state in self._held and state != self._start]
        held.sort(key=lambda state: self._shown.index(state) if state in self._shown else len(self._shown))
        names.update((state, f"E{number}") for number, state in enumerate(held, start=1))
        passed = [state for state in self._steps if state not in names]
        names.update((state, f"P{number}") for number, state in enumerate(passed, start=1))
        return names
