"""What a person is shown in a review, in which order, and how far they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypedDict

from goodoffices.errors import CaseError
from goodoffices.statements.acts import Act
from goodoffices.statements.decisions import Decision, Finding, Verdict, findings, standing
from goodoffices.statements.statement import (
    Actor,
    DistanceMention,
    PrecedentMention,
    Relation,
    Statement,
)
from goodoffices.workspace.review import Review


@dataclass(frozen=True, slots=True)
class Filters:
    """What is shown; everything where nothing is set.

    Attributes:
        unreviewed: Only what nobody has decided on.
        party: Only what this party says or does, by id or name.
        act: Only statements with this act.
        issue: Only what touches this issue.
        report: Only what is in this report.
        from_model: Only what a language model proposed.
    """

    unreviewed: bool = False
    party: str | None = None
    act: str | None = None
    issue: str | None = None
    report: str | None = None
    from_model: bool = False


class Summary(TypedDict):
    """How far a review is."""

    made: dict[str, int]
    findings: int
    decided: int
    rejected: int
    unreviewed: int
    proposals: int
    decisions: int


def queue(review: Review, filters: Filters) -> tuple[list[str], int]:
    """Return the ids of the findings to show, in order of the reports' text, and the place to start at.

    The place is that of the first that nobody has decided on; the length of the list if there is none.

    Raises:
        CaseError: A filter names an act, a party or a report that there is not.
    """
    check_filters(review, filters)
    done = review.done()
    proposed = {one.id for one in review.proposals}
    order = {id_: at for at, id_ in enumerate(review.reports)}
    shown = _shown((*findings(review.reading), *review.proposals), filters, review)
    shown.sort(key=lambda one: (order[one.evidence.report], one.evidence.start, one.evidence.end))
    ids = [one.id for one in shown]
    start = next((at for at, id_ in enumerate(ids) if id_ not in done or id_ in proposed), len(ids))
    return ids, start


def summary(review: Review, before: int, filters: Filters | None = None) -> Summary:
    """Return how far a review is.

    Args:
        review: The review.
        before: How many decisions there were before the ones that count as made now.
        filters: What is counted; everything without it. Decisions made now are counted all the same.
    """
    filters = filters or Filters()
    done = review.done()
    all_there = {one.id for one in findings(review.reading)}
    there = {one.id for one in _shown(findings(review.reading), filters, review)}
    gone = [
        one
        for id_, one in done.items()
        if id_ not in all_there and one.verdict is Verdict.REJECT and _about(one, filters, review)
    ]
    rejected = [
        one
        for one in standing(review.decisions)
        if one.proposal and one.after is None and _about(one, filters, review)
    ]
    made = Counter(str(one.verdict) for one in review.decisions[before:])
    return Summary(
        made=dict(made),
        findings=len(there),
        decided=len(there & set(done)),
        rejected=len({one.number for one in (*gone, *rejected)}),
        unreviewed=len(there - set(done)),
        proposals=len(_shown(review.proposals, filters, review)),
        decisions=sum(_about(one, filters, review) for one in review.decisions),
    )


def check_filters(review: Review, filters: Filters) -> None:
    """Check that what the filters name is there, before anything is done.

    Raises:
        CaseError: A filter names an act, a party or a report that there is not.
    """
    if filters.act is not None and filters.act not in set(Act):
        raise CaseError(f"'{filters.act}' is no act; give one of {', '.join(Act)}")
    if filters.report is not None and filters.report not in review.reports:
        raise CaseError(f"there is no report '{filters.report}'; reports are {', '.join(review.reports)}")
    if filters.party is not None:
        review.parties.resolve(filters.party)


def _shown(found: Sequence[Finding], filters: Filters, review: Review) -> list[Finding]:
    """Return the findings that pass the filters."""
    done = review.done() if filters.unreviewed else {}
    return [one for one in found if one.id not in done and _passes(one, filters, review)]


def _about(decision: Decision, filters: Filters, review: Review) -> bool:
    """Tell whether a decision is on what passes the filters, as it was before or after it."""
    if filters.unreviewed:
        return False
    forms = (decision.before, decision.proposal, decision.after)
    return any(_passes(one, filters, review) for one in forms if one)


def _passes(one: Finding, filters: Filters, review: Review) -> bool:
    if filters.from_model and not _by_model(one):
        return False
    if filters.act is not None and not (isinstance(one, Statement) and one.act == filters.act):
        return False
    if filters.report is not None and one.evidence.report != filters.report:
        return False
    if filters.issue is not None and filters.issue not in getattr(one, "issues", ()):
        return False
    if filters.party is None:
        return True
    party = review.parties.resolve(filters.party).party
    return any(actor.party == party for actor in _actors(one))


def _actors(one: Finding) -> tuple[Actor, ...]:
    match one:
        case Statement():
            return (one.actor,)
        case Relation():
            return tuple(actor for actor in (one.source, one.target) if actor)
        case DistanceMention():
            return one.parties
        case PrecedentMention():
            return (one.claimed_by,) if one.claimed_by else ()
        case _:
            return ()


def _by_model(one: Finding) -> bool:
    return isinstance(one, Statement) and one.rule.startswith("model ")
