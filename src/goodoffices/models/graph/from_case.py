"""From a case to the conflict in which each signatory accepts or rejects each proposal."""

from __future__ import annotations

from goodoffices.case.case import Case
from goodoffices.case.terms import Proposal, ResponseAct
from goodoffices.errors import ModelError
from goodoffices.models.graph.conflict import Conflict, option_form
from goodoffices.models.graph.preferences import Priorities
from goodoffices.models.graph.states import Option

__all__ = ["answers_conflict", "in_force", "preference_of", "signed_proposals"]


def answers_conflict(case: Case) -> Conflict:
    """Return the conflict in which each signatory of each proposal accepts it or does not.

    Option `party.proposal` is taken if the party accepts the proposal. What a party prefers follows from
    its answers alone, all of equal weight (`preference_of`), so nothing is known of trade-offs between
    proposals. Whoever is open, sets a condition or is silent is indifferent.

    Args:
        case: At most 20 pairs of a proposal and a signatory of it.

    Raises:
        ModelError: No proposal has signatories, or there are too many pairs.
    """
    proposals = signed_proposals(case)
    if not proposals:
        raise ModelError(
            "no proposal of the case has signatories, so nobody decides anything; "
            "mark parties with 'must_sign: true' or give a proposal its signatories"
        )
    pairs = [(party, id_) for id_ in proposals for party in case.signatories(case.proposals[id_])]
    deciding = [id_ for id_ in case.parties if any(party == id_ for party, _ in pairs)]
    return option_form(
        name=case.title,
        decision_makers=deciding,
        options=[Option(proposal, party) for party, proposal in pairs],
        preferences={party: preference_of(case, party) for party in deciding},
    )


def signed_proposals(case: Case) -> tuple[str, ...]:
    """Return the ids of the proposals whose signatories are known."""
    return tuple(id_ for id_, proposal in case.proposals.items() if case.signatories(proposal))


def preference_of(case: Case, party: str) -> Priorities:
    """Return what a party prefers, as statements of equal weight.

    A party that rejects a proposal prefers not to accept it. A party that put a proposal forward, prepares
    it or accepts it prefers to accept it, and prefers that it be in force; one that speaks for it without
    accepting it prefers that it be in force.
    """
    wanted: list[str] = []
    for id_ in signed_proposals(case):
        proposal = case.proposals[id_]
        own = party in case.signatories(proposal)
        if _did(proposal, party, ResponseAct.REJECTS):
            wanted.append(f"not {_taken(party, id_)}" if own else f"not ({in_force(case, id_)})")
        elif _is_for(proposal, party):
            wanted.extend([_taken(party, id_)] if own else [])
            wanted.append(in_force(case, id_))
        elif _did(proposal, party, ResponseAct.SUPPORTS):
            wanted.append(in_force(case, id_))
    return Priorities(tuple(wanted) or ("true",), (1,) * max(1, len(wanted)))


def in_force(case: Case, proposal: str) -> str:
    """Return the condition that all signatories of a proposal accept it."""
    return " and ".join(_taken(party, proposal) for party in case.signatories(case.proposals[proposal]))


def _taken(party: str, proposal: str) -> str:
    return f"'{party}.{proposal}'"


def _did(proposal: Proposal, party: str, act: ResponseAct) -> bool:
    response = proposal.responses.get(party)
    return response is not None and response.act is act


def _is_for(proposal: Proposal, party: str) -> bool:
    response = proposal.responses.get(party)
    return response.act is ResponseAct.ACCEPTS if response is not None else party in proposal.by
