"""Which levers would open a zone of possible agreement, and what each would have to achieve."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from goodoffices.case.case import Case
from goodoffices.case.values import Interval
from goodoffices.findings.giving_up import DemandWords, smallest_red_lines, without
from goodoffices.findings.packages import too_many_packages
from goodoffices.findings.pulls import Pull, share_needed
from goodoffices.findings.words import Names
from goodoffices.models.bargaining.from_case import bargaining_problem, measured_parties
from goodoffices.models.bargaining.packages import Package
from goodoffices.models.bargaining.problem import Problem
from goodoffices.models.bargaining.transfers import Lever as PlainLever
from goodoffices.models.bargaining.transfers import LeverSet as PlainSet
from goodoffices.models.bargaining.transfers import minimal_levers, side_payments

__all__ = ["Needed", "Opening", "Openings", "Used", "Way", "openings"]

MOST_LEVERS = 12
"""Most levers of which all sets are tried, for each way; more take too long for a page."""

MOST_WAYS = 8
"""Most sets of red lines after whose giving up the levers are looked at."""

TOLD = 0.005
"""Utility below this rounds to 0; no analyst's numbers are that fine."""

Counts = Callable[[Pull], Interval | None]


@dataclass(frozen=True, slots=True)
class Needed:
    """What a package leaves a party short of: what levers must take from it if it is to sign.

    Attributes:
        target: Id of the party.
        short: Walk-away value less utility, at the lowest, middle and highest walk-away value coded.
    """

    target: str
    short: Interval


@dataclass(frozen=True, slots=True)
class Used:
    """A lever in a set that opens a zone.

    Attributes:
        pull: The lever.
        takes: What it takes from its target, or is expected to.
        from_share: The share of the flow from which on the set is enough, its other levers being as they
            are; None where no share would be, or nobody weighed the lever.
    """

    pull: Pull
    takes: Interval
    from_share: float | None


@dataclass(frozen=True, slots=True)
class Opening:
    """A smallest set of levers that opens a zone: without any one of them there is none.

    Attributes:
        used: The levers; none where none is needed.
        needs: What its package leaves parties short of.
        package: The package whose lowest gain is then highest, issue by issue in words.
        opens: How many packages the set opens.
        sure: Whether it is enough also where every lever takes the least that its interval allows.
    """

    used: tuple[Used, ...]
    needs: tuple[Needed, ...]
    package: tuple[str, ...]
    opens: int
    sure: bool


@dataclass(frozen=True, slots=True)
class Way:
    """What levers must achieve once certain red lines are given up, which no lever covers.

    Attributes:
        given_up: The red lines, in words; none where packages keep them all.
        needs: What the package that asks least of levers leaves parties short of.
        package: That package, issue by issue in words.
        could: The smallest sets if every lever is pulled.
        would: The smallest sets given how willing the holders are.
    """

    given_up: tuple[str, ...]
    needs: tuple[Needed, ...]
    package: tuple[str, ...]
    could: tuple[Opening, ...]
    would: tuple[Opening, ...]

    @property
    def asks(self) -> bool:
        """Whether more is missing at the middle walk-away values than rounding hides."""
        return any(need.short.mid >= TOLD for need in self.needs)


@dataclass(frozen=True, slots=True)
class Openings:
    """Which levers would open a zone.

    Attributes:
        open: Whether there is a zone as it is.
        measured: Ids of those who must sign whose utility the case gives: only they can be moved by it.
        ways: What levers must achieve, the ways that ask least of them first.
        all_ways: How many ways there are; a case may have more than are looked at.
        missing: What keeps the question from being answered, in words.
    """

    open: bool
    measured: tuple[str, ...]
    ways: tuple[Way, ...]
    all_ways: int
    missing: tuple[str, ...]


def openings(case: Case, pulled: Sequence[Pull]) -> Openings:
    """Find the smallest sets of levers that would open a zone of possible agreement.

    A lever makes no agreement worse for its target, by so much of its utility; it never covers a red line.
    Where red lines alone keep all packages out, the levers are looked at once for each smallest set of red
    lines whose giving up would leave a package.

    Args:
        case: The case.
        pulled: Its levers, with what each counts for.

    Raises:
        ModelError: No package is possible.
    """
    if not case.must_sign() or not any(issue.options for issue in case.issues.values()):
        return _unanswered("who must sign, and issues with options between which they choose")
    if too_many_packages(case):
        return _unanswered("fewer packages: there are more than a brief looks at")
    problem = bargaining_problem(case)
    measured = tuple(id_ for id_ in measured_parties(case) if case.parties[id_].must_sign)
    if not measured:
        return _unanswered(_unmeasured(case))
    usable = [pull for pull in pulled if pull.target in measured]
    if len(usable) > MOST_LEVERS:
        return _unanswered(f"a choice among the {len(usable)} levers; all sets are tried of {MOST_LEVERS}")
    given_up = smallest_red_lines(problem)
    finder = _Finder(case, problem, tuple(usable))
    ways = sorted((finder.way(some) for some in given_up[:MOST_WAYS]), key=_asked)
    unlevered = {target: _unmeasured(case, [target]) for target in case.must_sign() if target not in measured}
    open_ = not ways[0].given_up and not ways[0].needs
    return Openings(open_, measured, tuple(ways), len(given_up), tuple(unlevered.values()))


def _unanswered(missing: str) -> Openings:
    return Openings(open=False, measured=(), ways=(), all_ways=0, missing=(missing,))


def _unmeasured(case: Case, parties: Sequence[str] = ()) -> str:
    whom = Names(case).parties(parties or case.must_sign())
    return f"a walk-away value of {whom}, and a salience and a place on every issue that counts for them"


def _asked(way: Way) -> tuple[float, int]:
    return math.fsum(need.short.mid for need in way.needs), len(way.given_up)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Finds sets of levers in the problem of one case.

    Attributes:
        case: The case.
        problem: Its bargaining problem.
        usable: Levers on parties that must sign and have a utility.
    """

    case: Case
    problem: Problem
    usable: tuple[Pull, ...]

    def way(self, given_up: tuple[str, ...]) -> Way:
        problem = without(self.problem, given_up)
        words = DemandWords(Names(self.case), {demand.id: demand for demand in self.problem.demands()})
        budget = float(len(problem.parties))
        least = side_payments(problem, budget=budget, limit=1).outcome[0]
        return Way(
            words.demands(given_up),
            self.needs(least.package),
            words.package(least.package),
            self.sets(problem, words, lambda pull: pull.could, as_expected=False),
            self.sets(problem, words, lambda pull: pull.would, as_expected=True),
        )

    def needs(self, package: Package) -> tuple[Needed, ...]:
        floors = {each.party: each.value for each in self.case.walk_away}
        found = []
        for party, gain in package.gains.items():
            if gain is not None and gain < 0.0 and self.case.parties[party].must_sign:
                reached = floors[party].mid + gain
                ends = (max(0.0, float(end) - reached) for end in floors[party].as_list())
                found.append(Needed(party, Interval(*ends)))
        return tuple(found)

    def sets(
        self, problem: Problem, words: DemandWords, counts: Counts, *, as_expected: bool
    ) -> tuple[Opening, ...]:
        known = {str(place): pull for place, pull in enumerate(self.usable) if counts(pull) is not None}
        levers = [PlainLever(name, pull.target, _taken(pull, counts).mid) for name, pull in known.items()]
        found = minimal_levers(problem, levers).outcome
        return tuple(self.opening(each, known, words, counts, as_expected=as_expected) for each in found)

    def opening(
        self,
        found: PlainSet,
        known: Mapping[str, Pull],
        words: DemandWords,
        counts: Counts,
        *,
        as_expected: bool,
    ) -> Opening:
        needs = self.needs(found.package)
        short = {need.target: need.short.mid for need in needs}
        chosen = [known[name] for name in found.levers]
        taken = {pull: _taken(pull, counts) for pull in chosen}
        used = tuple(
            Used(pull, takes, _from_share(pull, taken, short.get(pull.target, 0.0), as_expected=as_expected))
            for pull, takes in taken.items()
        )
        sure = all(
            math.fsum(takes.low for pull, takes in taken.items() if pull.target == party) >= loss
            for party, loss in short.items()
        )
        return Opening(used, needs, words.package(found.package), found.count, sure)


def _taken(pull: Pull, counts: Counts) -> Interval:
    return counts(pull) or Interval.exactly(0.0)


def _from_share(
    pull: Pull, taken: Mapping[Pull, Interval], loss: float, *, as_expected: bool
) -> float | None:
    others = math.fsum(
        takes.mid for other, takes in taken.items() if other is not pull and other.target == pull.target
    )
    return share_needed(pull, loss, others, as_expected=as_expected)
