"""Who is said to be able to move whom, and what the process appeals to."""

from __future__ import annotations

from goodoffices.case.case import Case
from goodoffices.case.instruments import Leverage, Precedent
from goodoffices.findings.finding import Finding, basis_of, judge_of, sources_of
from goodoffices.findings.words import Names


def levers(case: Case) -> tuple[Finding, ...]:
    """Return each means of leverage as a finding: who holds it over whom, in whose words.

    They stand in the order of the case.
    """
    return tuple(_lever(case, each) for each in case.leverage)


def appeals(case: Case) -> tuple[Finding, ...]:
    """Return each precedent that is appealed to: it illustrates and is never counted."""
    return tuple(_appeal(case, each) for each in case.precedents)


def _lever(case: Case, each: Leverage) -> Finding:
    names = Names(case)
    means = f" through {each.means}" if each.means else ""
    return Finding(
        claim=f"{names.party(each.holder)} is said to have leverage over {names.party(each.target)}{means}.",
        basis=basis_of(each.coding),
        by=_by(names, each),
        because=each.coding.because,
        sources=sources_of([each.coding]),
        drafted=each.coding.drafted,
    )


def _appeal(case: Case, each: Precedent) -> Finding:
    names = Names(case)
    year = f" ({each.year})" if each.year is not None else ""
    said = f": {each.said}" if each.said else ""
    return Finding(
        claim=f"{each.name}{year}{said}",
        basis=basis_of(each.coding),
        by=_by(names, each),
        because=each.coding.because,
        sources=sources_of([each.coding]),
        drafted=each.coding.drafted,
    )


def _by(names: Names, each: Leverage | Precedent) -> tuple[str, ...]:
    return (names.party(each.claimed_by),) if each.claimed_by is not None else judge_of(each.coding)
