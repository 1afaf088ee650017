"""What reports tell of earlier promises: who signed, who guaranteed, who acted when it counted."""

from __future__ import annotations

from dataclasses import replace

from goodoffices.case.case import Case
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.words import Names
from goodoffices.statements.statement import CONDUCT, Reading, Relation, RelationKind

DONE = {
    RelationKind.SIGNED: ("signed or endorsed", "did not sign"),
    RelationKind.GUARANTEED: ("guaranteed", "did not guarantee"),
    RelationKind.ACTED: ("acted", "did not act"),
}
"""Conduct in words behind a name: as it is told, and as it is denied."""


def conduct(case: Case, reading: Reading) -> tuple[Finding, ...]:
    """Return each thing that is told of a party's conduct, as whose claim, each once.

    It is a draft: the words were found by rules, and nobody has confirmed them.

    Args:
        case: The case, for names.
        reading: What was found in the reports.
    """
    names = Names(case)
    told: dict[tuple[str, tuple[str, ...]], Finding] = {}
    for one in (_finding(names, relation) for relation in reading.relations if relation.kind in CONDUCT):
        known = told.setdefault((one.claim, one.by), one)
        if known is not one:
            told[one.claim, one.by] = replace(known, because=known.because + one.because)
    return tuple(told.values())


def _finding(names: Names, one: Relation) -> Finding:
    who = names.party(one.source.party) if one.source.party else one.source.label
    done = DONE[one.kind][one.negated]
    whom = f" {one.target.label}" if one.target else ""
    what = f": {one.means.exact}" if one.means else ""
    teller = one.claimed_by
    by = () if teller is None else (names.party(teller.party) if teller.party else teller.label,)
    return Finding(
        claim=f"{who} {done}{whom}{what}.",
        basis=Basis.CLAIM if by else Basis.REPORTED,
        by=by,
        because=(one.id,),
        drafted=True,
    )
