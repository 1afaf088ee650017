"""A stability solution as plain data, for JSON and for programs."""

from __future__ import annotations

from goodoffices.models.graph.stability import StabilityTable
from goodoffices.models.graph.witness import Verdict, Witnesses
from goodoffices.models.solution import Solution


def stability_record(solution: Solution[StabilityTable, Witnesses]) -> dict[str, object]:
    """Return the states, who finds which of them stable, and the equilibria.

    Returns:
        `states`: labels; `stable`: {concept: {decision maker: [state, …]}}; `equilibria`:
        {concept: [state, …]}; all in the order of the states.
    """
    table = solution.outcome
    return {
        "method": solution.method,
        "states": list(table.states),
        "stable": {
            concept: {who: list(table.stable_for(concept, who)) for who in table.decision_makers}
            for concept in table.stable
        },
        "equilibria": {concept: list(table.equilibria(concept)) for concept in table.stable},
    }


def witness_record(solution: Solution[StabilityTable, Witnesses]) -> dict[str, object]:
    """Return the proof of every verdict.

    Returns:
        {concept: {decision maker: {state: proof}}}, where the proof of a stable state is
        {`stable`: true, `sanctions`: [{`improvement`: state, `sequence`: [{`mover`, `to`}, …]}, …]} and
        that of an unstable one {`stable`: false, `unpunished`: state}.
    """
    table, witnesses = solution.outcome, solution.witness
    return {
        concept: {
            who: {state: _proof(witnesses, witnesses.verdict(concept, who, state)) for state in table.states}
            for who in table.decision_makers
        }
        for concept in table.stable
    }


def _proof(witnesses: Witnesses, verdict: Verdict) -> dict[str, object]:
    graph = witnesses.graph
    if verdict.unpunished is not None:
        return {"stable": False, "unpunished": graph.states[verdict.unpunished]}
    return {
        "stable": True,
        "sanctions": [
            {
                "improvement": graph.states[sanction.improvement],
                "sequence": [
                    {"mover": graph.decision_makers[mover], "to": graph.states[state]}
                    for mover, state in sanction.sequence
                ],
            }
            for sanction in verdict.sanctions
        ],
    }
