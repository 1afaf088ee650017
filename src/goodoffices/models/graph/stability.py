"""Which states hold: nobody who could move away from one would gain by it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.each import Each
from goodoffices.models.graph.forms import Engine, form_of
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.memory import LIMIT, check_memory
from goodoffices.models.graph.solve import CONCEPTS as RULES
from goodoffices.models.graph.solve import solve
from goodoffices.models.graph.witness import Witnesses
from goodoffices.models.solution import Solution

CONCEPTS = tuple(RULES)
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
        who = self.decision_makers.index(decision_maker)
        return self._labels(np.flatnonzero(self.stable[concept][who]))

    def equilibria(self, concept: str) -> tuple[str, ...]:
        """Return the labels of the states that are stable for every decision maker."""
        return self._labels(self.equilibrium_numbers(concept))

    def equilibrium_numbers(self, concept: str) -> NDArray[np.int64]:
        """Return the numbers of the same states, ascending; for large models, whose labels take long."""
        return np.flatnonzero(self.stable[concept].all(axis=0))

    def _labels(self, chosen: NDArray[np.int64]) -> tuple[str, ...]:
        return tuple(self.states[state] for state in chosen.tolist())


def stability(
    model: Conflict | Graph,
    *,
    concepts: Sequence[str] = CONCEPTS,
    engine: Engine = "auto",
    each: Each = map,
    memory: int = LIMIT,
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
    well is to gain nothing, so it deters. The work grows with the number of states in option form, and with
    the number of moves in general form.

    Args:
        model: A conflict in option form, or any graph.
        concepts: Some of R, GMR, SMR, SEQ and SSEQ.
        engine: `compiled` by numba, `plain` NumPy, or `auto`: compiled for more than 4,096 states if numba
            is there. The answers are the same.
        each: What calls a function for every decision maker: the `map` of a pool of threads uses several
            processors.
        memory: Bytes that the solver may take.

    Returns:
        The table, and for each verdict the sequences that prove it.

    Raises:
        ModelError: A concept or engine is unknown, or the model needs more memory than allowed.

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
        if concept not in RULES:
            raise ModelError(f"no stability concept {concept!r}: there are {', '.join(CONCEPTS)}")
    check_memory(graph, len(concepts), memory)
    answers = solve(graph, form_of(graph, engine, each), concepts, each)
    table = StabilityTable(
        graph.decision_makers,
        graph.states,
        {concept: answer.stable for concept, answer in answers.items()},
    )
    return Solution(
        "stability by legal sequences (Fang, Hipel and Kilgour 1993)",
        table,
        Witnesses(graph, {concept: answer.held for concept, answer in answers.items()}),
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
