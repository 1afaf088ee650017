"""What must whom change to make a desired state hold: rankings, moves given up, or answers made willing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import heappop, heappush

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.demands import demands_of_all, not_preferred
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.least_changes import Change, fewest_changes
from goodoffices.models.graph.sequences import (
    Step,
    any_move,
    improving_move,
    join,
    labels_of,
    members,
    moves_of,
    ranks_of,
)
from goodoffices.models.solution import Solution


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to an unpunished improvement that needs the least change of will.

    Attributes:
        steps: The others' moves from the improvement, as (mover, state).
        unwilling: For each step whether its mover would not take it, as it does not rank the state it leads
            to higher than the one it leaves.
    """

    steps: tuple[tuple[int, int], ...]
    unwilling: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """The three ways to keep one decision maker in a state that it would now leave.

    Attributes:
        ranking: The least change of its own ranking.
        give_up: The unpunished improvements: without these moves the state is stable for it.
        answers: For each of them the answer that needs the fewest unwilling steps, or None if the others
            have no moves that could deter it, or the concept knows no answers (R).
    """

    ranking: Change
    give_up: tuple[str, ...]
    answers: Mapping[str, Answer | None]

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", dict(self.answers))


@dataclass(frozen=True, slots=True)
class Needs:
    """What keeps a state from being an equilibrium, and what would make it one.

    Attributes:
        concept: R, GMR, SMR, SEQ or SSEQ.
        state: The desired state.
        content: The decision makers for whom it is stable already.
        by: For each of the others, what would keep it there.
    """

    concept: str
    state: str
    content: tuple[str, ...]
    by: Mapping[str, Need]

    def __post_init__(self) -> None:
        object.__setattr__(self, "by", dict(self.by))


def attractors(model: Conflict | Graph, state: str, concept: str) -> Solution[Needs, Graph]:
    """Say what each decision maker would have to change for a state to hold.

    For everyone for whom the state is unstable there are three ways, each sufficient alone while the rest
    stays as it is:

    - it changes its own ranking (the least change is given);
    - it gives up the moves that nobody would answer;
    - for each of these moves, the others become willing to answer it. Given is the legal sequence with the
      fewest steps against the interest of those who make them. By GMR and SMR will does not matter, and no
      answer exists.

    Args:
        model: A conflict in option form, or any graph.
        state: The label of the desired state.
        concept: R, GMR, SMR, SEQ or SSEQ.

    Returns:
        The needs, and the graph in which the answers can be followed.

    Raises:
        ModelError: There is no such state or concept.

    Examples:
        >>> from goodoffices.models.graph.general import Graph
        >>> chicken = Graph(
        ...     decision_makers=("A", "B"),
        ...     states=("NN", "YN", "NY", "YY"),
        ...     moves=(((1,), (0,), (3,), (2,)), ((2,), (3,), (0,), (1,))),
        ...     ranks=((0, 1, 3, 2), (0, 3, 1, 2)),
        ... )
        >>> need = attractors(chicken, "YY", "SEQ").outcome.by["A"]
        >>> need.ranking.pairs, need.give_up
        (1, ('NY',))
        >>> need.answers["NY"]
        Answer(steps=((1, 0),), unwilling=(True,))

    References:
        The question is that of Kinsara, Kilgour and Hipel (2015), who change rankings; giving up moves and
        changing the will to answer follow from the definitions in Fang, Hipel and Kilgour (1993), chapter 3.
    """
    graph, here, asked = demands_of_all(model, state, concept)
    changes = fewest_changes(model, state, concept).outcome.by
    by: dict[str, Need] = {}
    for who, name in enumerate(graph.decision_makers):
        ranks = ranks_of(graph, who)
        below = not_preferred(ranks, here)
        unpunished = [demand.move for demand in asked[name] if not demand.met(below)]
        if unpunished:
            labels = labels_of(graph)
            answers = {labels[move]: _answer(graph, concept, who, here, move) for move in unpunished}
            by[name] = Need(changes[name], tuple(answers), answers)
    content = tuple(name for name in graph.decision_makers if name not in by)
    return Solution(
        "least changes towards a state (after Kinsara, Kilgour and Hipel 2015)",
        Needs(concept, state, content, by),
        graph,
        {"state": state, "concept": concept},
    )


def attractors_record(solution: Solution[Needs, Graph]) -> dict[str, object]:
    """Return the needs as plain data.

    Returns:
        `concept`, `state`, `content`: [name, …], and `needs`: {decision maker: {`pairs`, `passed`,
        `give_up`: [state, …], `answers`: {state: [{`mover`, `to`, `unwilling`}, …] or null}}}.
    """
    needs, graph = solution.outcome, solution.witness
    return {
        "method": solution.method,
        "concept": needs.concept,
        "state": needs.state,
        "content": list(needs.content),
        "needs": {
            who: {
                "pairs": need.ranking.pairs,
                "passed": list(need.ranking.passed),
                "give_up": list(need.give_up),
                "answers": {move: _answer_record(graph, answer) for move, answer in need.answers.items()},
            }
            for who, need in needs.by.items()
        },
    }


def _answer_record(graph: Graph, answer: Answer | None) -> list[dict[str, object]] | None:
    if answer is None:
        return None
    return [
        {"mover": graph.decision_makers[mover], "to": graph.states[state], "unwilling": unwilling}
        for (mover, state), unwilling in zip(answer.steps, answer.unwilling, strict=True)
    ]


def _answer(graph: Graph, concept: str, who: int, here: int, move: int) -> Answer | None:
    if concept == "R":
        return None
    ranks = ranks_of(graph, who)
    ends = not_preferred(ranks, here) | 1 << here
    if concept in {"SMR", "SSEQ"}:
        preferred = [
            end for end in members(ends) if any(ranks[far] > ranks[here] for far in moves_of(graph, who, end))
        ]
        ends &= ~join(1 << end for end in preferred)
    others = [mover for mover in range(len(graph.decision_makers)) if mover != who]
    steps = _least_unwilling(graph, move, ends, others)
    if steps is None:
        return None
    willing, state, unwilling = improving_move(graph), move, []
    for mover, target in steps:
        unwilling.append(target not in willing(mover, state))
        state = target
    return Answer(steps, tuple(unwilling))


def _least_unwilling(
    graph: Graph, start: int, ends: int, movers: list[int]
) -> tuple[tuple[int, int], ...] | None:
    """Return the legal sequence into a set with the fewest unwilling steps, and of those the shortest."""
    step: Step = any_move(graph)
    ranks = [ranks_of(graph, mover) for mover in range(len(graph.decision_makers))]
    queue: list[tuple[int, int, tuple[tuple[int, int], ...]]] = [(0, 0, ())]
    done: set[tuple[int, int]] = set()
    while queue:
        unwilling, length, steps = heappop(queue)
        last, state = steps[-1] if steps else (-1, start)
        if steps and ends >> state & 1:
            return steps
        if (state, last) in done:
            continue
        done.add((state, last))
        for mover in movers:
            for target in step(mover, state) if mover != last else ():
                against = ranks[mover][target] <= ranks[mover][state]
                heappush(queue, (unwilling + against, length + 1, (*steps, (mover, target))))
    return None
