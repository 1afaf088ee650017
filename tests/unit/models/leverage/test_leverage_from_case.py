"""What can be said of the levers of a case."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.instruments import Leverage
from goodoffices.case.values import Interval
from goodoffices.models.leverage.from_case import case_levers, mediator_ties

CODING = Coding(status=Status.JUDGEMENT, coder="A. Coder")


def test_a_share_bounds_what_a_lever_takes_and_what_is_missing_is_named(strait_coded: Case) -> None:
    """Without weight, dependence and redirection the share is the most that the lever can take."""
    coded = dataclasses.replace(
        strait_coded,
        leverage=(
            Leverage("norvania", "selmark", CODING, "oil", Interval(0.2, 0.3, 0.4), Interval(0.0, 0.5, 0.5)),
            Leverage("norvania", "selmark", CODING, share=Interval(0.2, 0.3, 0.4)),
            Leverage("norvania", "selmark", CODING),
        ),
    )
    full, without_will, bare = case_levers(coded)
    assert full.most_if_pulled == Interval(0.2, 0.3, 0.4)
    assert full.most_expected == Interval(0.0, 0.15, 0.2)
    assert len(full.missing) == 3
    assert without_will.most_if_pulled == Interval(0.2, 0.3, 0.4)
    assert without_will.most_expected is None
    assert without_will.missing[0] == "how willing the holder is"
    assert (bare.most_if_pulled, bare.missing[0]) == (None, "which share the holder has")


def test_ties_of_a_would_be_mediator_stand_side_by_side(strait_coded: Case) -> None:
    """Each signatory is there, with or without a tie, and no two ties are added up."""
    coded = dataclasses.replace(
        strait_coded,
        leverage=(
            Leverage("kestria", "norvania", CODING, "oil"),
            Leverage("norvania", "kestria", CODING),
            Leverage("kestria", "aldera", CODING, "loans"),
        ),
    )
    signatories = coded.must_sign()
    found = {ties.party: ties for ties in mediator_ties(coded)}
    assert set(found) == set(coded.parties) - set(signatories)
    ties = found["kestria"]
    assert set(ties.levers_over) == set(ties.answers) == set(ties.guarantor_for) == set(signatories)
    assert ties.levers_over["norvania"] == ("oil",)
    assert ties.levers_of["norvania"] == ("means not named",)
    for id_, guarantee in coded.guarantees.items():
        for signatory in signatories:
            against = "kestria" in guarantee.guarantors and signatory in guarantee.against
            assert (id_ in ties.guarantor_against[signatory]) == against
            favour = "kestria" in guarantee.guarantors and signatory == guarantee.beneficiary
            assert (id_ in ties.guarantor_for[signatory]) == favour
    for id_, proposal in coded.proposals.items():
        for signatory in signatories:
            together = {"kestria", signatory} <= set(proposal.by)
            assert (id_ in ties.proposals_with[signatory]) == together
            answered = "kestria" in proposal.responses and signatory in proposal.by
            assert (id_ in [name for name, _ in ties.answers[signatory]]) == answered
