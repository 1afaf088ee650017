"""Which outcomes would hold if each signatory accepted or rejected each proposal."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.case import Case
from goodoffices.findings.responses import AGREED, Stance, answers
from goodoffices.findings.words import Names
from goodoffices.models.graph.derivation_record import derivation_record
from goodoffices.models.graph.from_case import choices, derive, offers_of
from goodoffices.models.graph.landscape import Grounds, Landscape, landscape
from goodoffices.models.graph.origins import Derivation
from goodoffices.models.graph.stability import CONCEPTS, stability
from goodoffices.models.graph.states import StateSpace, holds_in
from goodoffices.models.solution import Solution

__all__ = ["MOST_CHOICES", "Outcomes", "Outlook", "choices", "confirmed", "outcomes"]

MOST_CHOICES = 18
"""Most options that a brief looks at: 262,144 combinations, which take two to three seconds."""

SHOWN_BY = ("R", "SSEQ", "SEQ")
"""Concepts by which an outcome is worth telling: answers against the answerer's own interest tell little."""

MOST_SHOWN = 3
"""Most outcomes that hold of which a brief tells the meaning."""


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
        combinations: Number of combinations of options that can occur.
        alone: Number of them that hold where each looks at its own move only (Nash).
        answered: Number that hold where each reckons with the others' answers (SEQ).
        deciding: Ids of those who decide.
        outlooks: One for each proposal that plays a part.
        derivation: Where options and preferences come from; proposals go by their letters.
        shown: The outcomes worth a picture; None where nobody confirmed what they rest on.
    """

    combinations: int
    alone: int
    answered: int
    deciding: tuple[str, ...]
    outlooks: tuple[Outlook, ...]
    derivation: Derivation
    shown: Solution[Landscape, Grounds] | None


def outcomes(case: Case) -> Outcomes | None:
    """Find which combinations of acceptances, refusals and the other options hold.

    Returns:
        None where nobody is known to have to sign, or where there are more than eighteen choices.

    Raises:
        ModelError: What the case has under `conflict` does not fit the rest.
        ConditionError: A condition there names no option.
    """
    if not 0 < choices(case) <= MOST_CHOICES:
        return None
    names = Names(case)
    found = derive(case, called={id_: names.letter(id_) for id_ in case.proposals})
    conflict = found.conflict
    shown = _shown(found) if confirmed(case) else None
    table = (shown.witness.stability if shown else stability(conflict, concepts=CONCEPTS)).outcome
    alone, answered = (table.equilibrium_numbers(concept) for concept in ("R", "SEQ"))
    outlooks = []
    for offer in offers_of(case):
        passes = _throughout(conflict.space, offer.in_force)
        outlooks.append(
            Outlook(
                offer.id, int(passes[alone].sum()), int(passes[answered].sum()), _undecided(case, offer.id)
            )
        )
    return Outcomes(
        len(conflict.states),
        len(alone),
        len(answered),
        conflict.decision_makers,
        tuple(outlooks),
        found,
        shown,
    )


def _shown(found: Derivation) -> Solution[Landscape, Grounds]:
    solution = landscape(found.conflict, start=found.status_quo, shown_by=SHOWN_BY, most=MOST_SHOWN)
    return replace(solution, parameters={**solution.parameters, "derivation": derivation_record(found)})


def _throughout(space: StateSpace, condition: str) -> NDArray[np.bool_]:
    """Return for each state whether a condition holds in all combinations that count as that state."""
    holds = holds_in(condition, space.options, space.states.masks)
    return np.logical_and.reduceat(holds, space.states.first[:-1])


def confirmed(case: Case) -> bool:
    """Tell whether anybody confirmed any of what the conflict is made of."""
    return not all(proposal.coding.drafted for proposal in case.proposals.values())


def _undecided(case: Case, id_: str) -> tuple[str, ...]:
    """Return the signatories of a proposal of whom neither a rule nor the analyst says what they prefer."""
    proposal = case.proposals[id_]
    given = answers(case, proposal)
    known = {*AGREED, Stance.REJECTS}
    coded = case.conflict.preferences if case.conflict else {}
    return tuple(
        party
        for party in case.signatories(proposal)
        if given[party].stance not in known and party not in coded
    )
