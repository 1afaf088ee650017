"""Which preferences a lever must turn for a proposal to be in force in an outcome that holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from goodoffices.case.case import Case
from goodoffices.case.values import Interval
from goodoffices.findings.outcomes import choices
from goodoffices.findings.packages import too_many_packages
from goodoffices.findings.pulls import Pull, share_needed
from goodoffices.findings.responses import AGREED, answers
from goodoffices.models.bargaining.from_case import bargaining_problem, measured_parties, proposed_terms
from goodoffices.models.bargaining.packages import Space, enumerate_packages
from goodoffices.models.bargaining.problem import DemandKind
from goodoffices.models.graph.attractors import attractors
from goodoffices.models.graph.conflict import Conflict
from goodoffices.models.graph.from_case import answers_conflict, signed_proposals
from goodoffices.models.graph.stability import stability
from goodoffices.models.leverage.holders import smallest_holders
from goodoffices.models.leverage.lever import capacity, pressure
from goodoffices.models.leverage.moving import Move, moves

__all__ = ["Aim", "Reach", "Turn", "aims"]

MOST_TURNED = 12
"""Most options of a conflict in which every proposal is tried: each asks for several orders of all states."""

CONCEPT = "R"
"""Nash: nobody gains by changing its own answers. The lever is there to make its target stay."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How far one lever goes towards what a party must be moved by.

    Attributes:
        pull: The lever.
        verdict: Whether it moves the party alone, if pulled and as expected; None where that cannot be
            said.
        if_pulled: The share of the flow from which on it would, if pulled; None where no share would, or
            nobody weighed the lever.
        as_expected: The same, given how willing the holder is; None also where no willingness is coded.
    """

    pull: Pull
    verdict: Move | None
    if_pulled: float | None
    as_expected: float | None


@dataclass(frozen=True, slots=True)
class Turn:
    """A party whose preference would have to change.

    Attributes:
        target: Id of the party.
        instead: Outcomes to which it would rather move by its own answers alone, as states of the
            conflict; those that differ least come first.
        pairs: The fewest pairs of outcomes whose order in its ranking would have to change.
        over: The outcomes that it prefers now and then no longer would.
        drops: Ids of proposals whose refusal makes the nearest of those moves.
        red_lines: Its red lines that every package with the proposal's terms breaks, in words; no lever
            covers them.
        loss: What accepting costs it at least: walk-away value, at its lowest, middle and highest, less
            its utility if all that the proposal leaves open is settled as it likes best. Below 0 where it
            would gain. None where the case does not give its utility, or the proposal settles no issue.
        left_open: Ids of the issues that the proposal leaves open.
        reaches: Every lever on it, set against the loss: red lines aside.
        could: The smallest sets of holders, by id, whose levers together cover the loss, if pulled; none
            where a red line stands in the way.
        would: The same as expected.
    """

    target: str
    instead: tuple[str, ...]
    pairs: int
    over: tuple[str, ...]
    drops: tuple[str, ...]
    red_lines: tuple[str, ...]
    loss: Interval | None
    left_open: tuple[str, ...]
    reaches: tuple[Reach, ...]
    could: tuple[tuple[str, ...], ...]
    would: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Aim:
    """What would make an outcome hold in which a proposal is in force.

    Attributes:
        proposal: Id of the proposal.
        state: The outcome aimed at: among those in which it is in force the one that the fewest parties
            would leave, and of those the nearest to the answers given.
        turns: The parties whose preference would have to change; none where it holds as it is.
    """

    proposal: str
    state: str
    turns: tuple[Turn, ...]


def aims(case: Case, pulled: Sequence[Pull]) -> tuple[Aim, ...]:
    """Find for each proposal which preference of whom must change for it to be in force and to hold.

    An outcome holds if nobody gains by changing its own answers (Nash).

    Args:
        case: The case.
        pulled: Its levers, with what each counts for.

    Returns:
        One for each proposal that can be in force and whose signatories are known; none where there are
        more than twelve choices.
    """
    if not 0 < choices(case) <= MOST_TURNED:
        return ()
    conflict = answers_conflict(case)
    worth = _Worth.of(case)
    wanted = {id_: _wanted(case, conflict, id_) for id_ in signed_proposals(case)}
    return tuple(_aim(conflict, worth, pulled, id_, state) for id_, state in wanted.items() if state)


def _aim(conflict: Conflict, worth: _Worth, pulled: Sequence[Pull], id_: str, state: str) -> Aim:
    needs = attractors(conflict, state, CONCEPT).outcome.by
    found = []
    for target, need in needs.items():
        instead = sorted(need.give_up, key=lambda other: (_apart(state, other), other))
        loss = worth.loss(target, id_)
        lines = worth.red_lines(target, id_)
        on_it = [pull for pull in pulled if pull.target == target]
        covered = None if lines else loss
        found.append(
            Turn(
                target,
                tuple(instead),
                need.ranking.pairs,
                need.ranking.passed,
                _dropped(conflict, state, instead[0]),
                lines,
                loss,
                worth.left_open(id_),
                tuple(_reach(pull, loss) for pull in on_it),
                _holders(on_it, target, covered, as_expected=False),
                _holders(on_it, target, covered, as_expected=True),
            )
        )
    return Aim(id_, state, tuple(found))


def _wanted(case: Case, conflict: Conflict, id_: str) -> str | None:
    """Return the outcome with a proposal in force that the fewest parties would leave.

    Among several, the one nearest to the answers given; None where the proposal is in force in no outcome.
    """
    accepting = [place for place, option in enumerate(conflict.options) if option.name == id_]
    given = _given(case, conflict)
    stays = np.asarray(stability(conflict, concepts=(CONCEPT,)).outcome.stable[CONCEPT])
    leave = (~stays).sum(axis=0).tolist()
    found = [
        (leave[place], _apart(given, label), label)
        for place, label in enumerate(conflict.states)
        if all(label[one] == "Y" for one in accepting)
    ]
    return min(found)[-1] if accepting and found else None


def _given(case: Case, conflict: Conflict) -> str:
    """Return the answers given, as a pattern of the conflict's options."""
    agreed = {
        (id_, party)
        for id_, proposal in case.proposals.items()
        for party, answer in answers(case, proposal).items()
        if answer.stance in AGREED
    }
    return "".join("Y" if (option.name, option.owner) in agreed else "N" for option in conflict.options)


def _apart(state: str, other: str) -> int:
    return sum(one != two for one, two in zip(state, other, strict=True))


def _dropped(conflict: Conflict, state: str, other: str) -> tuple[str, ...]:
    options = zip(conflict.options, state, other, strict=True)
    return tuple(option.name for option, here, there in options if (here, there) == ("Y", "N"))


def _reach(pull: Pull, loss: Interval | None) -> Reach:
    if loss is None or pull.lever is None:
        return Reach(pull, None, None, None)
    return Reach(
        pull,
        moves([pull.lever], loss).outcome,
        share_needed(pull, loss.mid, 0.0, as_expected=False),
        share_needed(pull, loss.mid, 0.0, as_expected=True) if pull.willing else None,
    )


def _holders(
    on_it: Sequence[Pull], target: str, loss: Interval | None, *, as_expected: bool
) -> tuple[tuple[str, ...], ...]:
    if loss is None:
        return ()
    counted = [pull.lever for pull in on_it if pull.lever and (pull.willing or not as_expected)]
    reading = pressure if as_expected else capacity
    found = smallest_holders(counted, target, loss.mid, reading=lambda lever: reading(lever).mid)
    return tuple(one.holders for one in found.outcome)


@dataclass(frozen=True, slots=True)
class _Worth:
    """What the terms of proposals are worth to parties.

    Attributes:
        case: The case.
        space: Its packages; None where the case has none, or too many to list.
        terms: What each proposal settles.
    """

    case: Case
    space: Space | None
    terms: Mapping[str, Mapping[str, str]]

    @classmethod
    def of(cls, case: Case) -> _Worth:
        known = case.must_sign() and any(issue.options for issue in case.issues.values())
        listed = known and not too_many_packages(case)
        space = enumerate_packages(bargaining_problem(case)) if listed else None
        return cls(case, space, proposed_terms(case))

    def loss(self, party: str, proposal: str) -> Interval | None:
        """Return what accepting costs at least; None where that cannot be said."""
        floors = {each.party: each.value for each in self.case.walk_away}
        rows = self._rows(proposal)
        if self.space is None or rows is None or party not in measured_parties(self.case):
            return None
        column = [each.name for each in self.space.problem.parties].index(party)
        best = float(self.space.utilities[rows, column].max())
        return Interval(*(float(end) - best for end in floors[party].as_list()))

    def left_open(self, proposal: str) -> tuple[str, ...]:
        """Return the ids of the issues on which the proposal has no term."""
        settled = self.terms.get(proposal, {})
        issues = self.case.issues.items()
        return tuple(id_ for id_, issue in issues if issue.options and id_ not in settled)

    def red_lines(self, party: str, proposal: str) -> tuple[str, ...]:
        """Return the party's red lines that every package with the proposal's terms breaks, in words."""
        rows = self._rows(proposal)
        if self.space is None or rows is None:
            return ()
        broken = np.asarray(self.space.broken[rows].all(axis=0))
        return tuple(
            demand.text
            for demand, always in zip(self.space.demands, broken.tolist(), strict=True)
            if always and demand.holder == party and demand.kind is DemandKind.RED_LINE
        )

    def _rows(self, proposal: str) -> NDArray[np.intp] | None:
        terms = self.terms.get(proposal)
        if self.space is None or not terms:
            return None
        fits = np.ones(len(self.space.choices), dtype=np.bool_)
        for place, issue in enumerate(self.space.problem.issues):
            if issue.name in terms:
                fits &= self.space.choices[:, place] == issue.options.index(terms[issue.name])
        return np.flatnonzero(fits) if fits.any() else None
