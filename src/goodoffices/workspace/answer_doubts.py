"""Coded answers that say something else than the statements they rest on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from goodoffices.case.case import Case
from goodoffices.case.names import quoted
from goodoffices.case.nodes import Node
from goodoffices.case.problems import Problem
from goodoffices.case.spots import Spot
from goodoffices.case.terms import Response
from goodoffices.statements.statement import Reading, Statement
from goodoffices.workspace.draft.table import ACTS, response_act


def answer_doubts(case: Case, reading: Reading, root: Node) -> Iterator[Problem]:
    """Find answers whose statements were corrected since, or were read otherwise from the start.

    An answer is doubted where all that it rests on of its party answers something, and nothing of that is
    the answer that is coded. What rests on other statements, or on none, is the coder's own judgement.

    Args:
        case: The case.
        reading: The statements that it names.
        root: The case's file as it was read.
    """
    by_id = {one.id: one for one in reading.statements}
    proposals = Spot(root).key("proposals")
    for id_, proposal in case.proposals.items():
        responses = proposals.key(id_).key("responses")
        for party, response in proposal.responses.items():
            given = _given(party, response, by_id)
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
