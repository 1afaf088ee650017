"""What could be agreed: whether any package is open to all, which demands collide, what would open one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from goodoffices.case.case import Case
from goodoffices.errors import ModelError
from goodoffices.findings.acceptance import Judged, judged
from goodoffices.findings.agreement_page import RULES, opened_package
from goodoffices.findings.agreement_words import Words, case_labels
from goodoffices.models.bargaining.account import MAX_LISTED, Account, account
from goodoffices.models.bargaining.constraints import Limits
from goodoffices.models.bargaining.decisions import Decision
from goodoffices.models.bargaining.from_case import bargaining_problem, measured_parties, proposed_terms
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.solutions import rules_of_division

MOST_PACKAGES = 100_000
"""Up to so many packages are listed again and again where many variants of a case are compared."""

LIMITS = Limits(seconds=10.0)
"""How long a brief waits for each search in a space too large to list."""

SHOWN = 10
"""How many ways out are described."""


@dataclass(frozen=True, slots=True)
class Concession:
    """Demands that would open packages if they were given up together, and no fewer of them.

    Attributes:
        demands: The demands in words, each with its holder.
        opens: How many packages it opens; None where they were not counted.
        example: The best of them for whoever is worst off, issue by issue in words.
        gives: What that package gives whom, in words; empty where nobody has numbers.
    """

    demands: tuple[str, ...]
    opens: int | None
    example: tuple[str, ...]
    gives: str


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
        words: The bargaining problem with the names of the case.
        account: The whole answer for it, with what was not proven in the time given.
        open_if_yielding: Number of packages that all could accept at the lowest walk-away values that the
            analyst would defend; None where they were not counted.
        measured: Ids of those who must sign whose walk-away value counts.
        examples: Packages that all could accept, issue by issue in words; few of them.
        picks: What rules of division pick among them, where all who must sign have numbers.
        collisions: Sets of demands in words that cannot all be met, smallest first.
        concessions: What would open packages, fewest demands first.
        matrix: For each proposal that some package fits, how each party that must sign judges it.
    """

    words: Words
    account: Account
    open_if_yielding: int | None
    measured: tuple[str, ...]
    examples: tuple[tuple[str, ...], ...]
    picks: tuple[Pick, ...]
    collisions: tuple[tuple[str, ...], ...]
    concessions: tuple[Concession, ...]
    matrix: Mapping[str, Mapping[str, Judged]]

    @property
    def signing(self) -> tuple[str, ...]:
        """Ids of those who must sign."""
        return tuple(party.name for party in self.words.problem.signatories())


def bargain(case: Case, *, examples: int = 3, limits: Limits = LIMITS) -> Bargain | None:
    """Compute what the coded demands leave open.

    Args:
        case: The case.
        examples: How many packages to tell where all could accept some.
        limits: Time and seed for each search where there are too many packages to list.

    Returns:
        None where the case cannot say: nobody must sign, one of those who must has no demand, or no issue has
        options.
    """
    problem = _problem(case)
    if problem is None:
        return None
    words = Words(problem, case_labels(case))
    found = account(problem, limit=SHOWN, limits=limits).outcome
    yielding = account(bargaining_problem(case, walk_away="low"), limit=1, limits=limits).outcome
    there_is_none = yielding.decision is Decision.THERE_IS_NONE
    signing = [party.name for party in problem.signatories()]
    return Bargain(
        words,
        found,
        0 if there_is_none else yielding.zone,
        tuple(id_ for id_ in measured_parties(case) if id_ in signing),
        tuple(words.terms(each.terms) for each in found.packages[:examples]),
        _picks(problem, words) if found.decision is Decision.THERE_IS_A_ZONE else (),
        tuple(tuple(words.short(id_) for id_ in each) for each in found.collisions),
        _concessions(words, found),
        judged(problem, proposed_terms(case)),
    )


def _concessions(words: Words, found: Account) -> tuple[Concession, ...]:
    listed = found.size <= MAX_LISTED
    made = []
    for each in found.concessions:
        if each.demands:
            package, _ = opened_package(words, each, listed=listed)
            told = tuple(words.short(id_) for id_ in each.demands)
            opens = each.count if listed else None
            worth = words.worth(package)
            gives = " ".join((worth, *words.crossed(package, each.demands))) if worth else ""
            made.append(Concession(told, opens, words.terms(package.terms), gives))
    return tuple(made)


def _picks(problem: Problem, words: Words) -> tuple[Pick, ...]:
    """Return what the rules pick, rules that pick the same package together."""
    if any(party.walk_away is None for party in problem.signatories()):
        return ()
    try:
        found = rules_of_division(problem, limit=1)
    except ModelError:
        # Too many combinations are undominated to merge them; the zone is told without picks.
        return ()
    by_terms: dict[tuple[str, ...], Pick] = {}
    for method, solution in found.items():
        for package in solution.outcome.packages:
            terms = words.terms(package.terms)
            known = by_terms.get(terms, Pick((), terms, _gains(words, package), solution.outcome.count - 1))
            by_terms[terms] = replace(known, rules=(*known.rules, RULES[method]))
    return tuple(by_terms.values())


def _gains(words: Words, package: Package) -> tuple[tuple[str, float], ...]:
    return tuple((words.labels.party(name), gain) for name, gain in package.gains.items() if gain is not None)


def too_many_packages(case: Case) -> bool:
    """Tell whether the case has more packages than are listed where many variants of it are compared."""
    size = 1
    for issue in case.issues.values():
        size *= max(1, len(issue.options))
    return size > MOST_PACKAGES


def _problem(case: Case) -> Problem | None:
    if not case.must_sign() or not any(issue.options for issue in case.issues.values()):
        return None
    problem = bargaining_problem(case)
    return problem if all(party.demands() for party in problem.signatories()) else None
