"""From a case to the conflict of acceptances and refusals."""

from __future__ import annotations

import dataclasses

import pytest

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.terms import Response, ResponseAct
from goodoffices.errors import ModelError
from goodoffices.models.graph.from_case import answers_conflict, in_force, preference_of, signed_proposals
from goodoffices.models.graph.stability import nash

CODING = Coding(status=Status.REPORTED, because=("s9",))


def answered(case: Case, **acts: ResponseAct) -> Case:
    """Return the case with the League's guarantee alone and these answers to it."""
    responses = {party: Response(act=act, coding=CODING) for party, act in acts.items()}
    proposal = dataclasses.replace(case.proposals["league_guarantee"], responses=responses)
    return dataclasses.replace(case, proposals={"league_guarantee": proposal})


def test_each_signatory_owns_one_option_for_each_proposal(strait_draft: Case) -> None:
    """Three proposals and two signatories make six options and 64 states."""
    conflict = answers_conflict(strait_draft)
    assert [(option.owner, option.name) for option in conflict.options[:2]] == [
        ("norvania", "league_guarantee"),
        ("selmark", "league_guarantee"),
    ]
    assert len(conflict.states) == 64


def test_who_rejects_prefers_not_to_accept(strait_draft: Case) -> None:
    """Selmark rejects the guarantee and says nothing on the rest."""
    assert preference_of(strait_draft, "selmark").statements == ("not 'selmark.league_guarantee'",)


def test_who_proposes_or_accepts_prefers_to_accept_and_to_see_it_in_force(strait_draft: Case) -> None:
    """Norvania put the guarantee forward; Selmark would have the same preference if it accepted."""
    both = in_force(strait_draft, "league_guarantee")
    assert preference_of(strait_draft, "norvania").statements[:2] == ("'norvania.league_guarantee'", both)
    yes = answered(strait_draft, selmark=ResponseAct.ACCEPTS)
    assert preference_of(yes, "selmark").statements == ("'selmark.league_guarantee'", both)


def test_who_speaks_for_it_prefers_it_in_force(strait_draft: Case) -> None:
    """Support is a wish that the proposal be in force, no wish to sign."""
    case = answered(strait_draft, selmark=ResponseAct.SUPPORTS)
    assert preference_of(case, "selmark").statements == (in_force(case, "league_guarantee"),)


def test_who_is_open_or_silent_is_indifferent(strait_draft: Case) -> None:
    """Nothing is made up about a party of which nothing is known."""
    assert preference_of(answered(strait_draft, selmark=ResponseAct.OPEN), "selmark").statements == ("true",)
    assert preference_of(answered(strait_draft), "selmark").statements == ("true",)


def test_a_party_that_does_not_sign_cares_only_whether_it_is_in_force(strait_draft: Case) -> None:
    """With Norvania alone to sign, Selmark's refusal and Aldera's wish are about its being in force."""
    proposal = dataclasses.replace(strait_draft.proposals["league_guarantee"], signatories=("norvania",))
    case = dataclasses.replace(strait_draft, proposals={"league_guarantee": proposal})
    assert preference_of(case, "selmark").statements == ("not ('norvania.league_guarantee')",)
    offered = dataclasses.replace(proposal, by=("aldera",))
    case = dataclasses.replace(strait_draft, proposals={"league_guarantee": offered})
    assert preference_of(case, "aldera").statements == ("'norvania.league_guarantee'",)


def test_a_refusal_settles_the_only_outcome_that_holds(strait_draft: Case) -> None:
    """Norvania for, Selmark against: it holds that Norvania accepts and Selmark does not."""
    conflict = answers_conflict(answered(strait_draft, selmark=ResponseAct.REJECTS))
    assert nash(conflict).outcome.equilibria("R") == ("YN",)


def test_without_signatories_there_is_no_conflict(strait_draft: Case) -> None:
    """The message says how to name signatories."""
    parties = {id_: dataclasses.replace(each, must_sign=False) for id_, each in strait_draft.parties.items()}
    case = dataclasses.replace(strait_draft, parties=parties)
    assert signed_proposals(case) == ()
    with pytest.raises(ModelError, match="must_sign"):
        answers_conflict(case)
