"""Why no proposal passes yet, and whose refusal each would need to change."""

from __future__ import annotations

from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.responses import AGREED, Answer, Stance, answers
from goodoffices.findings.words import Names

NOBODY = "nobody is known to reject it, and whose acceptance it needs is not stated"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """What stands between a proposal and an agreement.

    Attributes:
        proposal: Id of the proposal.
        needed: Parties whose acceptance it needs; empty where nobody said who must sign.
        refused: Those who reject it: of the needed, or of everyone where the needed are not known.
        undecided: Of the needed, those who are open, speak for it without accepting it, or set a condition.
        silent: Of the needed, those who say nothing on it.
        agreed: Of the needed, those who put it forward, prepare it or accept it.
        bystanders: Parties that reject it though nobody said that it needs them.
        because: Ids of the statements that show the refusals and the openness.
        drafted: Whether a stance that counts here is drafted and unconfirmed.
    """

    proposal: str
    needed: tuple[str, ...]
    refused: tuple[str, ...]
    undecided: tuple[str, ...]
    silent: tuple[str, ...]
    agreed: tuple[str, ...]
    bystanders: tuple[str, ...]
    because: tuple[str, ...]
    drafted: bool

    @property
    def passes(self) -> bool:
        """Whether everyone whose acceptance is known to be needed is for it."""
        return bool(self.needed) and len(self.agreed) == len(self.needed)


def obstacles(case: Case) -> tuple[Obstacle, ...]:
    """Return what stands in the way of each proposal, fewest refusals first."""
    found = [_obstacle(case, id_) for id_ in case.proposals]
    return tuple(sorted(found, key=lambda each: (len(each.refused), len(each.undecided) + len(each.silent))))


def obstacle_finding(case: Case, obstacle: Obstacle) -> Finding:
    """Say in one line what a proposal lacks, and what would have to change."""
    names = Names(case)
    return Finding(
        claim=f"{names.proposal(obstacle.proposal)}{_owner(case, obstacle)}: {_sentence(names, obstacle)}.",
        basis=Basis.COMPUTED,
        because=obstacle.because,
        assumes=(_assumption(names, obstacle),),
        overturned_by=_way_out(names, obstacle),
        drafted=obstacle.drafted,
    )


def _obstacle(case: Case, id_: str) -> Obstacle:
    proposal = case.proposals[id_]
    given = answers(case, proposal)
    needed = tuple(dict.fromkeys(case.signatories(proposal)))
    asked = [given.get(party, Answer(party)) for party in needed]
    refusing = [found for found in given.values() if Stance.REJECTS in found.stances]
    counted = refusing if not needed else [found for found in refusing if found.party in needed]
    shown = [*refusing, *(found for found in asked if not found.silent)]
    return Obstacle(
        id_,
        needed,
        tuple(found.party for found in counted),
        tuple(
            found.party
            for found in asked
            if found.stance in {Stance.OPEN, Stance.CONDITIONAL, Stance.SUPPORTS}
        ),
        tuple(found.party for found in asked if found.silent),
        tuple(found.party for found in asked if found.stance in AGREED),
        tuple(found.party for found in refusing if found not in counted),
        tuple(dict.fromkeys(id_ for found in shown for id_ in found.because)),
        any(found.drafted for found in shown),
    )


def _owner(case: Case, obstacle: Obstacle) -> str:
    return "" if case.proposals[obstacle.proposal].by else ", put forward by nobody named"


def _sentence(names: Names, obstacle: Obstacle) -> str:
    parts = [
        f"{said} {names.parties(parties)}"
        for said, parties in (
            ("rejected by", obstacle.refused),
            ("not accepted by", obstacle.undecided),
            ("not answered by", obstacle.silent),
            ("rejected, though nobody said that it needs them, by", obstacle.bystanders),
        )
        if parties
    ]
    if parts:
        return "; ".join(parts)
    return "all who must sign are for it" if obstacle.passes else NOBODY


def _assumption(names: Names, obstacle: Obstacle) -> str:
    if not obstacle.needed:
        return "nobody has said whose acceptance it needs, so every refusal is counted"
    return f"it needs {names.parties(obstacle.needed)}"


def _way_out(names: Names, obstacle: Obstacle) -> str | None:
    if obstacle.passes:
        return None
    steps = []
    if obstacle.refused:
        steps.append(f"{names.parties(obstacle.refused)}: now a refusal")
    if obstacle.undecided:
        steps.append(f"{names.parties(obstacle.undecided)}: now no acceptance")
    if obstacle.silent:
        steps.append(f"{names.parties(obstacle.silent)}: now no answer")
    return "; ".join(steps) or None
