"""What stands between proposals and an agreement."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.terms import Response, ResponseAct
from goodoffices.findings.obstacles import obstacle_finding, obstacles

CODING = Coding(status=Status.REPORTED, because=("s9",))


def unsigned(case: Case) -> Case:
    """Return the case with nobody marked as having to sign."""
    parties = {id_: dataclasses.replace(party, must_sign=False) for id_, party in case.parties.items()}
    return dataclasses.replace(case, parties=parties)


def answered(case: Case, **acts: ResponseAct) -> Case:
    """Return the case with these answers to the guarantee by the League and no other proposal."""
    responses = {party: Response(act=act, coding=CODING) for party, act in acts.items()}
    proposal = dataclasses.replace(case.proposals["league_guarantee"], responses=responses)
    return dataclasses.replace(case, proposals={"league_guarantee": proposal})


def test_a_refusal_by_a_signatory_must_change(strait_draft: Case) -> None:
    """Selmark must sign and rejects the guarantee, so its refusal would have to change."""
    found = {each.proposal: each for each in obstacles(strait_draft)}["league_guarantee"]
    assert (found.refused, found.agreed, found.silent) == (("selmark",), ("norvania",), ())
    assert not found.passes
    assert found.because == ("s2", "s3", "s1")


def test_silent_signatories_must_still_accept(strait_draft: Case) -> None:
    """Selmark says nothing on the pact, so even without Norvania's refusal it is not agreed."""
    found = {each.proposal: each for each in obstacles(strait_draft)}["defence_pact"]
    assert (found.refused, found.silent) == (("norvania",), ("selmark",))


def test_without_signatories_every_refusal_counts(strait_draft: Case) -> None:
    """Where nobody said who must sign, whoever rejects stands in the way and nothing passes."""
    found = {each.proposal: each for each in obstacles(unsigned(strait_draft))}["league_guarantee"]
    assert (found.needed, found.refused) == ((), ("selmark",))
    assert not found.passes


def test_refusals_of_others_are_kept_apart(strait_draft: Case) -> None:
    """A party that need not sign and rejects is a bystander, not an obstacle."""
    case = answered(strait_draft, selmark=ResponseAct.ACCEPTS, kestria=ResponseAct.REJECTS)
    (found,) = obstacles(case)
    assert found.passes
    assert (found.refused, found.bystanders) == ((), ("kestria",))
    finding = obstacle_finding(case, found)
    assert finding.overturned_by is None
    assert "rejected, though nobody said that it needs them, by Kestria" in finding.claim


def test_agreement_by_all_is_told(strait_draft: Case) -> None:
    """A proposal that all signatories are for lacks nothing."""
    case = answered(strait_draft, selmark=ResponseAct.ACCEPTS)
    (found,) = obstacles(case)
    assert obstacle_finding(case, found).claim.endswith("all who must sign are for it.")


def test_speaking_for_a_proposal_is_not_accepting_it(strait_draft: Case) -> None:
    """A signatory that supports, is open or sets a condition has not accepted."""
    for act in (ResponseAct.SUPPORTS, ResponseAct.OPEN, ResponseAct.CONDITIONAL):
        (found,) = obstacles(answered(strait_draft, selmark=act))
        assert found.undecided == ("selmark",)
        assert not found.passes


def test_the_finding_says_who_would_have_to_move(strait_draft: Case) -> None:
    """The finding names who rejects, who is silent, and what would overturn it."""
    case = strait_draft
    pact = next(each for each in obstacles(case) if each.proposal == "defence_pact")
    finding = obstacle_finding(case, pact)
    assert "rejected by Norvania; not answered by Selmark" in finding.claim
    assert finding.overturned_by == ("Norvania: now a refusal; Selmark: now no answer")
    assert finding.assumes == ("it needs Norvania and Selmark",)
    assert finding.drafted


def test_a_proposal_that_nobody_rejects_is_told_so(strait_draft: Case) -> None:
    """Without signatories and refusals, all that can be said is that nobody rejects it."""
    case = answered(unsigned(strait_draft))
    (found,) = obstacles(case)
    finding = obstacle_finding(case, found)
    assert finding.claim.endswith(
        "nobody is known to reject it, and whose acceptance it needs is not stated."
    )
    assert (finding.overturned_by, finding.drafted) == (None, False)


def test_fewest_refusals_come_first(strait_draft: Case) -> None:
    """The order is by refusals, then by those not yet won."""
    both = dataclasses.replace(
        strait_draft.proposals["compact_ships"],
        responses={
            party: Response(act=ResponseAct.REJECTS, coding=CODING) for party in ("norvania", "selmark")
        },
    )
    case = dataclasses.replace(strait_draft, proposals={"compact_ships": both, **strait_draft.proposals})
    proposals = {**strait_draft.proposals, "compact_ships": both}
    order = [each.proposal for each in obstacles(dataclasses.replace(case, proposals=proposals))]
    assert order == ["league_guarantee", "defence_pact", "compact_ships"]
