"""Who answered which proposal how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.case.case import Case
from goodoffices.case.terms import Proposal, ResponseAct
from goodoffices.findings.finding import Basis, basis_of, sources_of


class Stance(StrEnum):
    """Where a party stands on a proposal, in words that a table can show."""

    PUT_FORWARD = "put it forward"
    PREPARING = "preparing it"
    ACCEPTS = "accepts"
    SUPPORTS = "speaks for it"
    CONDITIONAL = "accepts under a condition"
    OPEN = "open, has not accepted"
    REJECTS = "rejects"
    GUARANTOR = "named as guarantor"
    SILENT = "says nothing"


AGREED = frozenset({Stance.PUT_FORWARD, Stance.PREPARING, Stance.ACCEPTS})
"""Stances of a party that need not be won over."""

_ACTS = {
    ResponseAct.ACCEPTS: Stance.ACCEPTS,
    ResponseAct.SUPPORTS: Stance.SUPPORTS,
    ResponseAct.CONDITIONAL: Stance.CONDITIONAL,
    ResponseAct.OPEN: Stance.OPEN,
    ResponseAct.REJECTS: Stance.REJECTS,
}


@dataclass(frozen=True, slots=True)
class Answer:
    """Where one party stands on one proposal.

    Attributes:
        party: Id of the party.
        stances: What it did, the most telling first; never empty.
        because: Ids of the statements that show it.
        basis: How it is known; None where the party says nothing.
        condition: The condition it named.
        reasons: The reasons it gave.
        sources: Citations of sources outside the reports.
        drafted: Whether the tool drafted this and nobody confirmed it.
    """

    party: str
    stances: tuple[Stance, ...] = (Stance.SILENT,)
    because: tuple[str, ...] = ()
    basis: Basis | None = None
    condition: str | None = None
    reasons: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    drafted: bool = False

    @property
    def stance(self) -> Stance:
        """The most telling stance."""
        return self.stances[0]

    @property
    def silent(self) -> bool:
        """Whether the party itself neither made, planned nor answered the proposal."""
        return self.stance in {Stance.SILENT, Stance.GUARANTOR}


def answers(case: Case, proposal: Proposal) -> Mapping[str, Answer]:
    """Return where every party of a case stands on a proposal, by party, in order of the case."""
    named = (*case.parties, *proposal.by, *proposal.responses, *guarantors(case, proposal))
    return {party: answer(case, proposal, party) for party in dict.fromkeys(named)}


def answer(case: Case, proposal: Proposal, party: str) -> Answer:
    """Return where a party stands on a proposal; who says nothing is silent, never assumed to agree."""
    response = proposal.responses.get(party)
    proposes = party in proposal.by
    stances = [_ACTS[response.act]] if response else []
    if proposes:
        stances.append(Stance.PREPARING if proposal.planned else Stance.PUT_FORWARD)
    if party in guarantors(case, proposal):
        stances.append(Stance.GUARANTOR)
    codings = [*([response.coding] if response else []), *([proposal.coding] if proposes else [])]
    return Answer(
        party,
        tuple(stances) or (Stance.SILENT,),
        tuple(dict.fromkeys(id_ for coding in codings for id_ in coding.because)),
        basis_of(codings[0]) if codings else None,
        response.condition if response else None,
        response.reasons if response else (),
        sources_of(codings),
        any(coding.drafted for coding in codings),
    )


def speaking(case: Case) -> tuple[str, ...]:
    """Return the parties that must sign or took a stance on some proposal, in order of the case.

    Being named as guarantor by others is no stance.
    """
    takes_part = set(case.must_sign())
    for proposal in case.proposals.values():
        takes_part.update(proposal.signatories)
        found = answers(case, proposal)
        takes_part.update(party for party, given in found.items() if not given.silent)
    order = dict.fromkeys((*case.parties, *sorted(takes_part)))
    return tuple(party for party in order if party in takes_part)


def guarantors(case: Case, proposal: Proposal) -> tuple[str, ...]:
    """Return the guarantors of the guarantee that a proposal contains."""
    guarantee = case.guarantees.get(proposal.guarantee or "")
    return guarantee.guarantors if guarantee else ()
