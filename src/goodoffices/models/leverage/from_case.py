"""From the levers of a case to what can be said of them, and what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from goodoffices.case.case import Case
from goodoffices.case.instruments import Leverage
from goodoffices.case.values import Interval
from goodoffices.models.leverage.lever import Lever, capacity, pressure

__all__ = ["CaseLever", "Ties", "case_levers", "mediator_ties"]

WHOLE = Interval.exactly(1.0)
NONE = Interval.exactly(0.0)
MEANS_NOT_NAMED = "means not named"

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class CaseLever:
    """A lever of a case with what its numbers allow to say.

    A case gives the share and the willingness. Weight, dependence and the part that can be redirected are
    not in it; at their extremes (the flow is all that counts to the target, nothing can be redirected or
    made good) they give what the lever takes at most.

    Attributes:
        given: The lever as coded.
        most_if_pulled: What it takes at most from the target, as a part of all that it has at stake, if
            it is pulled; None where no share is coded.
        most_expected: The same, given the holder's willingness; None where one of both is not coded.
        missing: What is not coded, in words.
        at_most: The lever at those extremes; None where no share is coded. Where no willingness is coded,
            its willingness is 0, and only what it takes if pulled may be read.
    """

    given: Leverage
    most_if_pulled: Interval | None
    most_expected: Interval | None
    missing: tuple[str, ...]
    at_most: Lever | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """What ties a party that need not sign to each of those that must: side by side, never one index.

    Every mapping has all signatories, so that what is missing on one side shows. A tie is no proof of
    partiality, and none is no proof of its absence.

    Attributes:
        party: The would-be mediator.
        levers_over: What it could withhold from each signatory, in words.
        levers_of: What each signatory could withhold from it.
        answers: How it answered the proposals that each signatory put forward: proposal and act.
        proposals_with: Proposals that it put forward together with each signatory.
        guarantor_against: Guarantees in which it would act against each signatory.
        guarantor_for: Guarantees in which it would act for each signatory.
    """

    party: str
    levers_over: Mapping[str, tuple[str, ...]]
    levers_of: Mapping[str, tuple[str, ...]]
    answers: Mapping[str, tuple[tuple[str, str], ...]]
    proposals_with: Mapping[str, tuple[str, ...]]
    guarantor_against: Mapping[str, tuple[str, ...]]
    guarantor_for: Mapping[str, tuple[str, ...]]


def mediator_ties(case: Case) -> tuple[Ties, ...]:
    """Return what ties each party that need not sign to those that must, in the order of the case."""
    return tuple(_ties(case, id_) for id_, party in case.parties.items() if not party.must_sign)


def _ties(case: Case, party: str) -> Ties:
    signatories = case.must_sign()
    proposals, guarantees = case.proposals.items(), case.guarantees.items()

    def each(found: Callable[[str], Iterable[Item]]) -> dict[str, tuple[Item, ...]]:
        return {signatory: tuple(found(signatory)) for signatory in signatories}

    return Ties(
        party,
        each(
            lambda other: (_means(one) for one in case.leverage if (one.holder, one.target) == (party, other))
        ),
        each(
            lambda other: (_means(one) for one in case.leverage if (one.holder, one.target) == (other, party))
        ),
        each(
            lambda other: (
                (id_, one.responses[party].act.value)
                for id_, one in proposals
                if other in one.by and party in one.responses
            )
        ),
        each(lambda other: (id_ for id_, one in proposals if {party, other} <= set(one.by))),
        each(
            lambda other: (id_ for id_, one in guarantees if party in one.guarantors and other in one.against)
        ),
        each(
            lambda other: (
                id_ for id_, one in guarantees if party in one.guarantors and other == one.beneficiary
            )
        ),
    )


def _means(given: Leverage) -> str:
    return given.means or MEANS_NOT_NAMED


def case_levers(case: Case) -> tuple[CaseLever, ...]:
    """Return what can be said of each lever of a case, in the order of the case."""
    return tuple(_lever(each) for each in case.leverage)


def _lever(given: Leverage) -> CaseLever:
    missing = [
        "what the flow weighs for the target",
        "how much of it can be redirected, and how soon it could be made good",
        "what pulling it costs the holder",
    ]
    if given.willingness is None:
        missing.insert(0, "how willing the holder is")
    if given.share is None:
        return CaseLever(given, None, None, ("which share the holder has", *missing))
    bounding = Lever(
        given.holder,
        given.target,
        _means(given),
        given.share,
        WHOLE,
        NONE,
        WHOLE,
        given.willingness or NONE,
        NONE,
    )
    expected = pressure(bounding) if given.willingness is not None else None
    return CaseLever(given, capacity(bounding), expected, tuple(missing), bounding)
