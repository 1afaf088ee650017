"""Replay a verdict's proof move by move, sharing nothing with the solver.

In option form legality is read off the options themselves, so this checks the listed moves as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product

from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.general import Graph
from goodoffices.models.graph.witness import Sanction, Verdict

Legal = Callable[[int, int, int], bool]
"""Whether a mover may go in one step from a state to another."""


def check_verdict(model: Conflict | Graph, verdict: Verdict) -> tuple[str, ...]:
    """Return what is wrong with a verdict; nothing if its proof holds.

    A stable verdict must answer every improvement by a legal sequence that leaves the first mover no
    better off (for SEQ and SSEQ by improvements alone; for SMR and SSEQ with no further move that makes up
    for it). An unstable one must name an improvement, and no legal sequence may take its gain away: the
    sequences are followed forwards until nothing new is reached.

    Args:
        model: The conflict that was solved.
        verdict: What a solver said about one of its states.

    Returns:
        One sentence for each fault.
    """
    graph = model.graph if isinstance(model, Conflict) else model
    legal = _legal_by_options(model) if isinstance(model, Conflict) else _legal_by_list(model)
    faults = _stable_faults if verdict.stable else _unstable_faults
    return tuple(faults(graph, legal, verdict))


def _legal_by_list(graph: Graph) -> Legal:
    return lambda mover, before, after: after in graph.moves[mover][before]


def _legal_by_options(conflict: Conflict) -> Legal:
    combinations = tuple(conflict.space.states)
    barred = [
        (rule, conflict.space.truth(rule.before), conflict.space.truth(rule.after))
        for rule in conflict.forbidden
    ]

    def legal(mover: int, before: int, after: int) -> bool:
        who = conflict.decision_makers[mover]
        if before == after or any(rule.bars(who) and a[before] and b[after] for rule, a, b in barred):
            return False
        pairs = product(combinations[before], combinations[after])
        return any(_may_change(conflict, mover, here, there) for here, there in pairs)

    return legal


def _may_change(conflict: Conflict, mover: int, here: int, there: int) -> bool:
    for bit, option in enumerate(conflict.options):
        was, becomes = bool(here & 1 << bit), bool(there & 1 << bit)
        if was != becomes and (
            option.owner != conflict.decision_makers[mover]
            or option.direction == ("off" if becomes else "on")
        ):
            return False
    return True


def _stable_faults(graph: Graph, legal: Legal, verdict: Verdict) -> Iterator[str]:
    me, start = verdict.decision_maker, verdict.state
    answered = {sanction.improvement for sanction in verdict.sanctions}
    for state in range(len(graph.states)):
        if _improves(graph, legal, me, start, state) and state not in answered:
            yield f"the improvement to {graph.states[state]} is not answered"
    if verdict.concept == "R" and verdict.sanctions:
        yield "Nash stability knows no answers"
    for sanction in verdict.sanctions:
        yield from _sanction_faults(graph, legal, verdict, sanction)


def _sanction_faults(graph: Graph, legal: Legal, verdict: Verdict, sanction: Sanction) -> Iterator[str]:
    me, start = verdict.decision_maker, verdict.state
    if not _improves(graph, legal, me, start, sanction.improvement):
        yield f"{graph.states[sanction.improvement]} is no improvement"
    here, last = sanction.improvement, me
    for mover, there in sanction.sequence:
        if mover in {me, last}:
            yield f"{graph.decision_makers[mover]} may not move at {graph.states[here]}"
        if not legal(mover, here, there):
            yield f"there is no move from {graph.states[here]} to {graph.states[there]}"
        if verdict.concept in {"SEQ", "SSEQ"} and not _prefers(graph, mover, there, here):
            yield f"the move from {graph.states[here]} to {graph.states[there]} is no improvement"
        here, last = there, mover
    if not _deters(graph, legal, verdict, here):
        yield f"the answer that ends at {graph.states[here]} does not deter"


def _unstable_faults(graph: Graph, legal: Legal, verdict: Verdict) -> Iterator[str]:
    me, start, target = verdict.decision_maker, verdict.state, verdict.unpunished
    if target is None or not _improves(graph, legal, me, start, target):
        yield "no improvement is named"
        return
    reached = {(target, me)}
    frontier = [] if verdict.concept == "R" else [(target, me)]
    while frontier:
        here, last = frontier.pop()
        for mover, there in product(range(len(graph.decision_makers)), range(len(graph.states))):
            if mover in {me, last} or (there, mover) in reached:
                continue
            willing = verdict.concept in {"GMR", "SMR"} or _prefers(graph, mover, there, here)
            if willing and legal(mover, here, there):
                reached.add((there, mover))
                frontier.append((there, mover))
                if _deters(graph, legal, verdict, there):
                    yield f"the others can answer by going on to {graph.states[there]}"


def _deters(graph: Graph, legal: Legal, verdict: Verdict, end: int) -> bool:
    me, start = verdict.decision_maker, verdict.state
    if _prefers(graph, me, end, start):
        return False
    return verdict.concept not in {"SMR", "SSEQ"} or not any(
        legal(me, end, state) and _prefers(graph, me, state, start) for state in range(len(graph.states))
    )


def _improves(graph: Graph, legal: Legal, mover: int, before: int, after: int) -> bool:
    return legal(mover, before, after) and _prefers(graph, mover, after, before)


def _prefers(graph: Graph, who: int, better: int, worse: int) -> bool:
    return graph.ranks[who][better] > graph.ranks[who][worse]
