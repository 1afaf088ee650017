"""Which outcomes would hold if each signatory accepted or rejected each proposal."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from goodoffices.case.case import Case
from goodoffices.findings.responses import AGREED, Stance, answers
from goodoffices.models.graph.from_case import answers_conflict, in_force, signed_proposals
from goodoffices.models.graph.stability import stability

MOST_CHOICES = 12
"""Most pairs of a proposal and a signatory that a brief looks at: 4,096 combinations."""

CONCEPTS = ("R", "SEQ")
"""Nash, and sequential stability: with no thought of the others' answers, and with their best answers."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """In how many of the outcomes that hold a proposal is accepted by all its signatories.

    Attributes:
        proposal: Id of the proposal.
        alone: That number where each looks at its own move only (Nash).
        answered: That number where each reckons with answers in the others' own interest (SEQ).
        hinges_on: Signatories of the proposal of whom no preference on it is known.
    """

    proposal: str
    alone: int
    answered: int
    hinges_on: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What holds.

    Attributes:
        combinations: Number of combinations of acceptances and refusals.
        alone: Number of them that hold where each looks at its own move only (Nash).
        answered: Number that hold where each reckons with the others' answers (SEQ).
        deciding: Ids of those who decide.
        outlooks: One for each proposal.
    """

    combinations: int
    alone: int
    answered: int
    deciding: tuple[str, ...]
    outlooks: tuple[Outlook, ...]


def outcomes(case: Case) -> Outcomes | None:
    """Find which combinations of acceptances and refusals hold.

    Returns:
        None where nobody is known to have to sign, or where there are more than twelve choices.
    """
    if not 0 < choices(case) <= MOST_CHOICES:
        return None
    conflict = answers_conflict(case)
    table = stability(conflict, concepts=CONCEPTS).outcome
    held = {
        concept: np.flatnonzero(np.asarray(table.stable[concept].all(axis=0))).tolist()
        for concept in CONCEPTS
    }
    outlooks = []
    for id_ in signed_proposals(case):
        passes = conflict.space.truth(in_force(case, id_))
        alone, answered = (sum(passes[place] for place in held[concept]) for concept in CONCEPTS)
        outlooks.append(Outlook(id_, alone, answered, _undecided(case, id_)))
    return Outcomes(
        len(conflict.states), len(held["R"]), len(held["SEQ"]), conflict.decision_makers, tuple(outlooks)
    )


def choices(case: Case) -> int:
    """Return the number of pairs of a proposal and a signatory of it."""
    return sum(len(case.signatories(proposal)) for proposal in case.proposals.values())


def _undecided(case: Case, id_: str) -> tuple[str, ...]:
    proposal = case.proposals[id_]
    given = answers(case, proposal)
    known = {*AGREED, Stance.REJECTS}
    return tuple(party for party in case.signatories(proposal) if given[party].stance not in known)
