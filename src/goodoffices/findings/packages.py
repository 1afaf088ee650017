"""What could be agreed: whether any package is open to all, which demands collide, what would open one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from goodoffices.case.case import Case
from goodoffices.findings.words import Names, joined, quoted
from goodoffices.models.bargaining.collisions import minimal_collisions, minimal_concessions
from goodoffices.models.bargaining.from_case import bargaining_problem, measured_parties
from goodoffices.models.bargaining.packages import Package, Space, enumerate_packages
from goodoffices.models.bargaining.problem import Demand, DemandKind, Problem
from goodoffices.models.bargaining.solutions import egalitarian, nash, utilitarian
from goodoffices.models.bargaining.zone import zone

MOST_PACKAGES = 100_000
"""Largest number of packages that a brief looks at; more take too long for a page that one waits for."""


@dataclass(frozen=True, slots=True)
class Concession:
    """Demands that would open packages if they were given up together, and no fewer of them.

    Attributes:
        demands: The demands in words, each with its holder.
        opens: How many packages it opens.
        example: One of them, issue by issue in words.
    """

    demands: tuple[str, ...]
    opens: int
    example: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pick:
    """The package that rules of fair or efficient division pick among those that all could accept.

    Attributes:
        rules: What the rules make as high as possible, in words.
        terms: The package, issue by issue in words.
        gains: For each party with numbers, its name and its gain over no agreement, 0 to 1.
        ties: How many further packages the first of the rules finds as good.
    """

    rules: tuple[str, ...]
    terms: tuple[str, ...]
    gains: tuple[tuple[str, float], ...]
    ties: int


@dataclass(frozen=True, slots=True)
class Bargain:
    """What the coded demands leave open.

    Attributes:
        possible: Number of packages.
        open: Number of packages that all who must sign could accept.
        open_if_yielding: The same at the lowest walk-away values that the analyst would defend.
        signing: Ids of those who must sign.
        measured: Ids of those among them whose walk-away value counts.
        examples: Packages that all could accept, issue by issue in words; few of them.
        picks: What rules of division pick among them, where all who must sign have numbers.
        collisions: Sets of demands in words that cannot all be met, smallest first.
        concessions: What would open packages, fewest demands first.
        broken: For each proposal, the demands that every package with its terms breaks.
    """

    possible: int
    open: int
    open_if_yielding: int
    signing: tuple[str, ...]
    measured: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]
    picks: tuple[Pick, ...]
    collisions: tuple[tuple[str, ...], ...]
    concessions: tuple[Concession, ...]
    broken: Mapping[str, tuple[str, ...]]


def bargain(case: Case, *, examples: int = 3) -> Bargain | None:
    """Compute what the coded demands leave open.

    Returns:
        None where the case cannot say: nobody must sign, one of those who must has no demand, no issue has
        options, or there are more than 100,000 packages.
    """
    problem = _problem(case)
    if problem is None:
        return None
    words = _Words(Names(case), {demand.id: demand for demand in problem.demands()})
    found = zone(problem, limit=examples).outcome
    concessions = minimal_concessions(problem, examples=1).outcome
    return Bargain(
        problem.size,
        found.count,
        zone(bargaining_problem(case, walk_away="low"), limit=0).outcome.count,
        tuple(party.name for party in problem.signatories()),
        tuple(id_ for id_ in measured_parties(case) if case.parties[id_].must_sign),
        tuple(words.package(each) for each in found.packages),
        _picks(problem, words) if found.count else (),
        tuple(words.demands(ids) for ids in minimal_collisions(problem, limit=1000).outcome),
        tuple(
            Concession(words.demands(each.demands), each.count, words.package(each.packages[0]))
            for each in concessions
            if each.demands
        ),
        _broken(case, enumerate_packages(problem), words),
    )


RULES = (
    ("the product of the gains (Nash)", nash),
    ("the gain of whoever gains least (egalitarian)", egalitarian),
    ("the sum of the gains (utilitarian)", utilitarian),
)
"""What each rule of division makes as high as possible, with its solver."""


def _picks(problem: Problem, words: _Words) -> tuple[Pick, ...]:
    """Return what the rules pick, rules that pick the same package together."""
    if any(party.walk_away is None for party in problem.signatories()):
        return ()
    by_terms: dict[tuple[str, ...], Pick] = {}
    for name, solver in RULES:
        found = solver(problem, limit=1).outcome
        for package in found.packages:
            terms = words.package(package)
            gains = tuple(
                (words.names.party(party), gain) for party, gain in package.gains.items() if gain is not None
            )
            known = by_terms.get(terms, Pick((), terms, gains, found.count - 1))
            by_terms[terms] = replace(known, rules=(*known.rules, name))
    return tuple(by_terms.values())


def too_many_packages(case: Case) -> bool:
    """Tell whether the case has more packages than a brief looks at."""
    size = 1
    for issue in case.issues.values():
        size *= max(1, len(issue.options))
    return size > MOST_PACKAGES


def _problem(case: Case) -> Problem | None:
    if not case.must_sign() or too_many_packages(case) or not any(i.options for i in case.issues.values()):
        return None
    problem = bargaining_problem(case)
    return problem if all(party.demands() for party in problem.signatories()) else None


@dataclass(frozen=True, slots=True)
class _Words:
    """Says demands and packages in words.

    Attributes:
        names: Names of the case.
        known: The demands by id.
    """

    names: Names
    known: Mapping[str, Demand]

    def demands(self, ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self._demand(self.known[id_]) for id_ in ids)

    def package(self, package: Package) -> tuple[str, ...]:
        return tuple(
            f"{self.names.issue(issue)}: {self.names.option(issue, option)}"
            for issue, option in package.terms.items()
        )

    def _demand(self, demand: Demand) -> str:
        holder = self.names.party(demand.holder)
        match demand.kind:
            case DemandKind.RED_LINE:
                return f"{holder}: {demand.text}"
            case DemandKind.WALK_AWAY:
                return f"{holder}: more than no agreement is worth to it"
            case _:
                return f"{holder}: {self._accepted(demand)}"

    def _accepted(self, demand: Demand) -> str:
        atoms = demand.never.atoms() if demand.never else ()
        options = [quoted(self.names.option(atom.name, atom.option or "")) for atom in atoms]
        return f"on {self.names.issues([atoms[0].name])}, only {joined(options, by='or')}"


def _broken(case: Case, space: Space, words: _Words) -> dict[str, tuple[str, ...]]:
    signing = {party.name for party in space.problem.signatories()}
    columns = [place for place, demand in enumerate(space.demands) if demand.holder in signing]
    found = {}
    for id_, proposal in case.proposals.items():
        rows = np.ones(len(space.choices), dtype=np.bool_)
        for place, issue in enumerate(space.problem.issues):
            if issue.name in proposal.terms:
                rows &= space.choices[:, place] == issue.options.index(proposal.terms[issue.name])
        if proposal.terms and rows.any():
            always = np.asarray(space.broken[rows].all(axis=0))
            found[id_] = words.demands(tuple(space.demands[place].id for place in columns if always[place]))
    return found
