"""Which party could accept which proposal: the matrix of proposals and parties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.case.conditions import Atom, Condition, Not
from goodoffices.errors import ModelError
from goodoffices.models.bargaining.comparison import Compared, compare
from goodoffices.models.bargaining.counting import free_of
from goodoffices.models.bargaining.parties import Demand, DemandKind, Party
from goodoffices.models.bargaining.problem import Problem

__all__ = ["SIGNS", "Judged", "Verdict", "judged"]


class Verdict(StrEnum):
    """How a package or proposal stands with a party."""

    ACCEPTABLE = "acceptable"
    RED_LINE = "breaks a red line"
    BELOW = "below walk-away value"
    OUTSIDE = "outside what it accepts"
    OPEN = "depends on what is left open"


SIGNS: Mapping[Verdict, str] = {
    Verdict.ACCEPTABLE: "✓",
    Verdict.RED_LINE: "✕",
    Verdict.BELOW: "▼",
    Verdict.OUTSIDE: "✕",
    Verdict.OPEN: "○",
}
"""A sign for each verdict, which says the same without colour."""

KINDS = {
    DemandKind.RED_LINE: Verdict.RED_LINE,
    DemandKind.ACCEPTED_OPTIONS: Verdict.OUTSIDE,
    DemandKind.WALK_AWAY: Verdict.BELOW,
}


@dataclass(frozen=True, slots=True)
class Judged:
    """How one proposal stands with one party.

    Attributes:
        verdict: The gravest that is sure: a broken red line, then an option outside the accepted ones, then
            a worth below the walk-away value; if nothing is surely broken, whether something may be.
        demands: Ids of the demands that it breaks, or may break where the verdict is open.
        gain: Lowest and highest gain over no agreement that it leaves possible; None where not known.
    """

    verdict: Verdict
    demands: tuple[str, ...]
    gain: tuple[float, float] | None


def judged(problem: Problem, proposals: Mapping[str, Mapping[str, str]]) -> dict[str, dict[str, Judged]]:
    """Judge each proposal for each party whose demands count.

    Args:
        problem: Of any size.
        proposals: The terms of each; open issues are left out.

    Returns:
        For each proposal for each party its standing. Proposals that no possible package fits are left out.

    Raises:
        ModelError: If an issue or option is not known.
    """
    found = compare(problem, proposals).outcome
    demands = {demand.id: demand for demand in problem.demands()}
    return {
        name: {party.name: _judged(party, each, demands) for party in problem.concerned()}
        for name, each in found.items()
        if _fits(problem, each.terms)
    }


def _judged(party: Party, each: Compared, demands: Mapping[str, Demand]) -> Judged:
    broken = [name for name in each.broken if demands[name].holder == party.name]
    gain = each.gains.get(party.name)
    for kind, verdict in KINDS.items():
        of_kind = tuple(name for name in broken if demands[name].kind is kind)
        if of_kind:
            return Judged(verdict, of_kind, gain)
    may = tuple(name for name in each.undecided if demands[name].holder == party.name)
    return Judged(Verdict.OPEN if may else Verdict.ACCEPTABLE, may, gain)


def _fits(problem: Problem, terms: Mapping[str, str]) -> bool:
    """Tell whether some possible package has these terms; where counting takes too much, it may."""
    if not problem.impossible:
        return True
    other: list[Condition] = [Not(Atom(issue, option)) for issue, option in terms.items()]
    try:
        return free_of([*problem.impossible, *other], problem.issues) > 0
    except ModelError:
        return True
