"""Coded answers that say something else than the statements they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from goodoffices.case.case import Case
from goodoffices.case.names import quoted
from goodoffices.case.nodes import Node
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot
from goodoffices.case.terms import Response
from goodoffices.statements.decisions import Decision
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.draft.table import ACTS, response_act
from goodoffices.workspace.lagging import lags


def answer_doubts(
    case: Case, reading: Reading, root: Node, decisions: Sequence[Decision] = ()
) -> Iterator[Problem]:
    """Find answers whose statements were corrected since, or were read otherwise from the start.

    An answer is doubted where it lags behind a correction, or where all that it rests on of its party
    answers something, and nothing of that is the answer that is coded. What rests on other statements, or on
    none, is the coder's own judgement.

    Args:
        case: The case.
        reading: The statements that it names.
        root: The case's file as it was read.
        decisions: What people decided on the statements.
    """
    proposals = Spot(root).key("proposals")
    behind = lags(case, reading, decisions)
    for lag in behind:
        spot = proposals.key(lag.proposal)
        for key in lag.keys:
            spot = spot.key(key)
        yield spot.problem(lag.told)
    told = {(lag.proposal, lag.party) for lag in behind if "responses" in lag.keys}
    by_id = {one.id: one for one in reading.statements}
    for id_, proposal in case.proposals.items():
        responses = proposals.key(id_).key("responses")
        for party, response in proposal.responses.items():
            given = _given(party, response, by_id) if (id_, party) not in told else []
            if given and all(response_act(one) is not response.act for one in given):
                yield responses.key(party).key("act").problem(_told(party, response, given))


def _given(party: str, response: Response, by_id: Mapping[str, Statement]) -> list[Statement]:
    cited = [by_id[id_] for id_ in response.coding.because if id_ in by_id]
    own = [one for one in cited if one.actor.party == party]
    return own if all(one.act in ACTS and not one.negated for one in own) else []


def _told(party: str, response: Response, given: list[Statement]) -> str:
    told = ", ".join(f"{one.id}: {response_act(one)}" for one in given)
    return (
        f"the answer of {quoted(party)} is coded {quoted(str(response.act))}, but what it rests on says "
        f"otherwise ({told}); change 'act', or name other statements under 'because'"
    )
