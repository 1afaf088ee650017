"""Who answered which proposal how."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.findings.finding import Basis
from goodoffices.findings.responses import Stance, answer, answers, speaking


def test_merged_rejections_are_one_answer_with_all_its_evidence(strait_draft: Case) -> None:
    """Two passages in which a party says no are one rejection."""
    given = answer(strait_draft, strait_draft.proposals["league_guarantee"], "selmark")
    assert (given.stance, given.because) == (Stance.REJECTS, ("s2", "s3"))
    assert given.basis is Basis.REPORTED
    assert given.reasons


def test_open_is_not_accepting(strait_draft: Case) -> None:
    """A party that could consider a proposal is shown as open."""
    given = answer(strait_draft, strait_draft.proposals["league_guarantee"], "kestria")
    assert given.stance is Stance.OPEN


def test_planning_differs_from_putting_forward(strait_draft: Case) -> None:
    """A planned proposal is being prepared, another one was put forward."""
    assert (
        answer(strait_draft, strait_draft.proposals["defence_pact"], "southern_compact").stance
        is Stance.PREPARING
    )
    assert (
        answer(strait_draft, strait_draft.proposals["league_guarantee"], "norvania").stance
        is Stance.PUT_FORWARD
    )


def test_silence_is_shown_as_silence(strait_draft: Case) -> None:
    """A party that did nothing with a proposal says nothing, and nothing shows it."""
    given = answers(strait_draft, strait_draft.proposals["compact_ships"])["selmark"]
    assert given.silent
    assert (given.because, given.basis) == ((), None)


def test_guarantors_are_named_beside_what_they_said(strait_coded: Case) -> None:
    """A proposer whom its own design names as guarantor is both; one who only is named is silent."""
    proposal = strait_coded.proposals["league_guarantee"]
    assert answer(strait_coded, proposal, "norvania").stances == (Stance.PUT_FORWARD, Stance.GUARANTOR)
    assert answer(strait_coded, proposal, "aldera").silent


def test_columns_are_parties_with_a_stance_or_a_signature(strait_draft: Case, strait_coded: Case) -> None:
    """Who neither signs nor says anything needs no column, even if others name it as guarantor."""
    assert "aldera" not in speaking(strait_draft)
    assert "aldera" not in speaking(strait_coded)
    assert speaking(strait_draft) == ("norvania", "selmark", "kestria", "southern_compact")


def test_signatories_of_one_proposal_are_columns(strait_draft: Case) -> None:
    """A party whose signature one proposal needs is a column."""
    proposals = dict(strait_draft.proposals)
    proposals["defence_pact"] = dataclasses.replace(proposals["defence_pact"], signatories=("aldera",))
    assert "aldera" in speaking(dataclasses.replace(strait_draft, proposals=proposals))
