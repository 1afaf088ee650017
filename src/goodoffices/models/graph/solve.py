"""One formula for every stability concept: what is the best move worth once the others have answered?"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from goodoffices.models.graph.each import Each
from goodoffices.models.graph.forms import Form
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.kernels.arrays import Flags, Ints


@dataclass(frozen=True, slots=True)
class Concept:
    """What answers a stability concept reckons with.

    Attributes:
        answered: Whether the others answer at all.
        improving: Whether each of them must improve its own rank with every step.
        counter: Whether the first mover may then move once more.
    """

    answered: bool
    improving: bool = False
    counter: bool = False


CONCEPTS: Mapping[str, Concept] = MappingProxyType(
    {
        "R": Concept(answered=False),
        "GMR": Concept(answered=True),
        "SMR": Concept(answered=True, counter=True),
        "SEQ": Concept(answered=True, improving=True),
        "SSEQ": Concept(answered=True, improving=True, counter=True),
    }
)


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """What one concept says to every decision maker and state.

    Attributes:
        held: Decision makers × states: the lowest rank that the others can hold one to after moving there.
        stable: Decision makers × states: whether no move leads to one higher than the state's own rank.
    """

    held: Ints
    stable: Flags


def solve(graph: Graph, form: Form, concepts: Sequence[str], each: Each) -> dict[str, Answers]:
    """Answer some concepts for all decision makers and states.

    A state is stable for a decision maker if none of its moves leads to a state at which it is held to
    more than it has. Moves that are no improvement need no test of their own: one is never held to more
    than the rank of where one moved.
    """
    shape = (len(graph.decision_makers), len(graph.states))
    answers = {
        concept: Answers(np.empty(shape, dtype=np.int32), np.empty(shape, dtype=np.bool_))
        for concept in concepts
    }

    def answer(who: int) -> None:
        # Memory that is new to the process costs more time than the work on it, so the same is used again.
        rank = graph.ranks[who].array.copy()
        kept, gained = np.empty_like(rank), np.empty_like(rank)
        form.best(who, rank, kept)
        for concept, answered in answers.items():
            rule, held = CONCEPTS[concept], answered.held[who]
            if not rule.answered:
                held[:] = rank
                np.less_equal(kept, rank, out=answered.stable[who])
                continue
            ending = kept if rule.counter else rank
            form.lowest(who, ending, held, improving=rule.improving)
            np.minimum(rank, held, out=held)
            form.best(who, held, gained)
            np.less_equal(gained, rank, out=answered.stable[who])

    for _ in each(answer, range(len(graph.decision_makers))):
        pass
    return answers
