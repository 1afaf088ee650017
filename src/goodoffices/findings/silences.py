"""What a report does not say: computed from what is absent, so that nobody fills the gap unawares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from goodoffices.case.case import Case
from goodoffices.case.terms import Proposal
from goodoffices.findings.finding import Basis, Finding
from goodoffices.findings.responses import answers, speaking
from goodoffices.findings.words import Names, counted, joined, quoted
from goodoffices.reports.report import Report
from goodoffices.statements.acts import ANSWERS
from goodoffices.statements.statement import Reading


class Gap(StrEnum):
    """What sort of thing is missing."""

    NOTHING_FOUND = "nothing found"
    SIGNATORIES = "signatories"
    ANSWER = "answer"
    UNTIED = "untied answer"
    RULE = "rule"
    OWNER = "owner"
    POSITIONS = "positions"
    DATE = "date"
    NUMBERS = "numbers"
    WILLINGNESS = "willingness"


class Silence(NamedTuple):
    """One thing that is not said."""

    gap: Gap
    finding: Finding


def silences(case: Case, reading: Reading, reports: Sequence[Report]) -> tuple[Silence, ...]:
    """Return everything that is absent and would matter, most weighty first."""
    names = Names(case)
    found = [
        *_nothing(case, reading, reports),
        *_signatories(case),
        *_unanswered(case, names),
        *_untied(case, reading),
        *_rules(case, reading, names),
        *_owners(case, names),
        *_positions(case, names),
        *_willingness(case, names),
        *_dates(reports),
        *_numbers(case),
    ]
    return tuple(found)


def _silence(gap: Gap, claim: str, because: tuple[str, ...] = ()) -> Silence:
    return Silence(gap, Finding(claim, Basis.COMPUTED, because=because))


def _nothing(case: Case, reading: Reading, reports: Sequence[Report]) -> Iterator[Silence]:
    if not reports:
        yield _silence(Gap.NOTHING_FOUND, "No report was read: all rests on the sources named in the case.")
    elif not reading.statements:
        yield _silence(Gap.NOTHING_FOUND, "No statement by a party was found in what was read.")
    elif not case.proposals:
        yield _silence(Gap.NOTHING_FOUND, "No proposal was found on the table.")


def _signatories(case: Case) -> Iterator[Silence]:
    open_ = [proposal for proposal in case.proposals.values() if not case.signatories(proposal)]
    if open_:
        yield _silence(
            Gap.SIGNATORIES,
            "It is not stated whose signature an agreement needs, so nobody is assumed to have to sign.",
        )


def _unanswered(case: Case, names: Names) -> Iterator[Silence]:
    taking_part = speaking(case)
    for id_, proposal in case.proposals.items():
        given = answers(case, proposal)
        quiet = [party for party in taking_part if party in given and given[party].silent]
        if quiet:
            yield _silence(
                Gap.ANSWER, f"No answer to {names.proposal(id_)} by {names.parties(quiet, by='or')}."
            )


def _untied(case: Case, reading: Reading) -> Iterator[Silence]:
    """Yield the answers that were found and could not be tied to anything on the table."""
    if not any(proposal.coding.drafted for proposal in case.proposals.values()):
        return
    tied = {
        id_
        for proposal in case.proposals.values()
        for coding in (proposal.coding, *(response.coding for response in proposal.responses.values()))
        for id_ in coding.because
    }
    loose = [one for one in reading.statements if one.act in ANSWERS and one.id not in tied]
    if loose:
        who = joined(list(dict.fromkeys(one.actor.label for one in loose)))
        yield _silence(
            Gap.UNTIED,
            f"What {who} accepted, rejected or left open in other words could not be tied to a proposal.",
            tuple(one.id for one in loose),
        )


def _rules(case: Case, reading: Reading, names: Names) -> Iterator[Silence]:
    open_ = [names.proposal(id_) for id_ in promising(case, reading)]
    if open_:
        yield _silence(
            Gap.RULE,
            f"By which rule the guarantors would decide is not stated for {joined(open_)}.",
        )


def _owners(case: Case, names: Names) -> Iterator[Silence]:
    orphans = [names.proposal(id_) for id_, proposal in case.proposals.items() if not proposal.by]
    if orphans:
        yield _silence(Gap.OWNER, f"Who put forward {joined(orphans)} is not stated.")


def _positions(case: Case, names: Names) -> Iterator[Silence]:
    settled = {issue for proposal in case.proposals.values() for issue in proposal.terms}
    known = settled | {position.issue for position in case.positions}
    bare = [id_ for id_ in case.issues if id_ not in known]
    if bare:
        verb = "is an issue" if len(bare) == 1 else "are issues"
        yield _silence(
            Gap.POSITIONS,
            f"{_upper(names.issues(bare))} {verb} here, but no party’s position on it is coded."
            if len(bare) == 1
            else f"{_upper(names.issues(bare))} {verb} here, but no party’s positions on them are coded.",
        )


def _willingness(case: Case, names: Names) -> Iterator[Silence]:
    """Yield whose willingness nobody judged: of those with a say, and not of those who attack."""
    bare: dict[str, list[str]] = {}
    for each in case.guarantees.values():
        asked = [one for one in each.guarantors if one not in {*each.recused, *each.against}]
        missing = [one for one in asked if one not in each.willingness]
        if each.rule is not None and missing:
            who = "the guarantors" if missing == asked and len(asked) > 1 else names.parties(missing)
            bare.setdefault(who, []).append(quoted(each.name))
    for who, designs in bare.items():
        yield _silence(
            Gap.WILLINGNESS, f"How willing {who} would be to act is not judged for {joined(designs)}."
        )


def _dates(reports: Sequence[Report]) -> Iterator[Silence]:
    undated = [report for report in reports if report.date is None]
    if not undated:
        return
    if len(reports) == 1:
        yield _silence(Gap.DATE, "The report states no date.")
    else:
        verb = "states" if len(undated) == 1 else "state"
        share = f"{_upper(counted(len(undated), 'of', 'of'))} the {counted(len(reports), 'report')}"
        yield _silence(Gap.DATE, f"{share} {verb} no date.")


def _numbers(case: Case) -> Iterator[Silence]:
    if not any(position.place or position.salience or position.values for position in case.positions):
        yield _silence(Gap.NUMBERS, "No position has been given a number, so no distance is measured.")


def promising(case: Case, reading: Reading) -> tuple[str, ...]:
    """Return the proposals that promise security without a stated rule.

    Those whose guarantee has no rule, and those without a coded guarantee that settle the issue or rest on a
    statement that touches it, unless nobody put them forward.
    """
    touching = {found.id for found in reading.statements if GUARANTEE_ISSUE in found.issues}
    return tuple(
        id_
        for id_, proposal in case.proposals.items()
        if _without_rule(case, proposal, touching.intersection(proposal.coding.because))
    )


def _without_rule(case: Case, proposal: Proposal, touching: set[str]) -> bool:
    design = case.guarantees.get(proposal.guarantee or "")
    if design is not None:
        return design.rule is None
    return bool(proposal.by) and (GUARANTEE_ISSUE in proposal.terms or bool(touching))


GUARANTEE_ISSUE = "security_guarantees"
"""Id of the issue in the reader's taxonomy that a security guarantee touches."""


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
