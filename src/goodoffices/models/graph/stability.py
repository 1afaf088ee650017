"""Which states hold: nobody who could move away from one would gain by it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.punishment import Held, answered, unanswered
from goodoffices.models.graph.witness import Witnesses
from goodoffices.models.solution import Solution

_HELD: Mapping[str, Callable[[Graph, int], Held]] = MappingProxyType(
    {
        "R": unanswered,
        "GMR": partial(answered, by_improvements=False, counter=False),
        "SMR": partial(answered, by_improvements=False, counter=True),
        "SEQ": partial(answered, by_improvements=True, counter=False),
        "SSEQ": partial(answered, by_improvements=True, counter=True),
    }
)

CONCEPTS = tuple(_HELD)
"""R (Nash), GMR, SMR, SEQ and SSEQ."""


@dataclass(frozen=True, slots=True, eq=False)
class StabilityTable:
    """Which state is stable for whom, by which concept.

    Attributes:
        decision_makers: Their names.
        states: The states' labels.
        stable: For each concept a read-only array of booleans, decision makers × states.
    """

    decision_makers: tuple[str, ...]
    states: Sequence[str]
    stable: Mapping[str, NDArray[np.bool_]]

    def __post_init__(self) -> None:
        shape = (len(self.decision_makers), len(self.states))
        for concept, array in self.stable.items():
            if array.shape != shape:
                raise ModelError(f"the table of {concept!r} has the shape {array.shape}, it must be {shape}")
            array.flags.writeable = False
        object.__setattr__(self, "stable", MappingProxyType(dict(self.stable)))

    def stable_for(self, concept: str, decision_maker: str) -> tuple[str, ...]:
        """Return the labels of the states that are stable for one decision maker."""
        return self._labels(self.stable[concept][self.decision_makers.index(decision_maker), :])

    def equilibria(self, concept: str) -> tuple[str, ...]:
        """Return the labels of the states that are stable for every decision maker."""
        return self._labels(np.asarray(self.stable[concept].all(axis=0)))

    def _labels(self, chosen: NDArray[np.bool_]) -> tuple[str, ...]:
        return tuple(label for label, taken in zip(self.states, chosen.tolist(), strict=True) if taken)


def stability(
    model: Conflict | Graph, *, concepts: Sequence[str] = CONCEPTS
) -> Solution[StabilityTable, Witnesses]:
    """Find the stable states and the equilibria by each concept.

    A state is stable for a decision maker if each of its improvements can be answered so that it ends no
    better than it began. The concepts differ in what answers count:

    - R (Nash): none; stable means that there is no improvement at all;
    - GMR: any legal sequence of the others' moves;
    - SMR: the same, if the first mover cannot then make up for it by one further move;
    - SEQ: legal sequences in which every mover improves its own lot with each step;
    - SSEQ (symmetric sequential): as SEQ, if one further move cannot make up for it.

    In a legal sequence nobody moves twice in succession, and anyone may move again later. To end equally
    well is to gain nothing, so it deters. One pass per concept and decision maker looks at each move once.

    Args:
        model: A conflict in option form, or any graph.
        concepts: Some of R, GMR, SMR, SEQ and SSEQ.

    Returns:
        The table, and for each verdict the sequences that prove it.

    Raises:
        ModelError: A concept is unknown.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> dilemma = Graph(
        ...     decision_makers=("Row", "Column"),
        ...     states=("CC", "DC", "CD", "DD"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((2, 3, 0, 1), (2, 0, 3, 1)),
        ... )
        >>> stability(dilemma).outcome.equilibria("R")
        ('DD',)
        >>> stability(dilemma).outcome.equilibria("SEQ")
        ('CC', 'DD')

    References:
        Fang, Hipel and Kilgour (1993), Interactive Decision Making, chapter 3 (R, GMR, SMR, SEQ); Rêgo and
        Vieira (2017), Symmetric sequential stability in the graph model for conflict resolution with
        multiple decision makers (SSEQ).
    """
    graph = model.graph if isinstance(model, Conflict) else model
    for concept in concepts:
        if concept not in _HELD:
            raise ModelError(f"no stability concept {concept!r}: there are {', '.join(CONCEPTS)}")
    everyone = range(len(graph.decision_makers))
    held = {concept: tuple(_HELD[concept](graph, who) for who in everyone) for concept in concepts}
    table = StabilityTable(
        graph.decision_makers,
        graph.states,
        {concept: np.array([_stable(graph, one) for one in per]) for concept, per in held.items()},
    )
    return Solution(
        "stability by legal sequences (Fang, Hipel and Kilgour 1993)",
        table,
        Witnesses(graph, held),
        {"concepts": tuple(concepts)},
    )


def nash(model: Conflict | Graph) -> Solution[StabilityTable, Witnesses]:
    """Find the states from which nobody has an improvement (R)."""
    return stability(model, concepts=("R",))


def gmr(model: Conflict | Graph) -> Solution[StabilityTable, Witnesses]:
    """Find the states whose improvements the others can answer at all (general metarationality)."""
    return stability(model, concepts=("GMR",))


def smr(model: Conflict | Graph) -> Solution[StabilityTable, Witnesses]:
    """Find the states whose improvements can be answered for good (symmetric metarationality)."""
    return stability(model, concepts=("SMR",))


def seq(model: Conflict | Graph) -> Solution[StabilityTable, Witnesses]:
    """Find the states whose improvements the others can answer to their own gain (sequential stability)."""
    return stability(model, concepts=("SEQ",))


def sseq(model: Conflict | Graph) -> Solution[StabilityTable, Witnesses]:
    """Find the states stable by SEQ even if the first mover may move once more (symmetric sequential)."""
    return stability(model, concepts=("SSEQ",))


def _stable(graph: Graph, held: Held) -> list[bool]:
    # A move that is no improvement needs no test of its own: it is worth at most its own rank.
    rank = tuple(graph.ranks[held.focal])
    return [
        all(held.worst[target] <= rank[state] for target in targets)
        for state, targets in enumerate(graph.moves[held.focal])
    ]
