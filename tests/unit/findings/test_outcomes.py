"""Which outcomes would hold."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.case.terms import Response, ResponseAct
from goodoffices.findings.outcomes import choices, outcomes

CODING = Coding(status=Status.REPORTED, because=("s9",))


def test_what_a_signatory_rejects_is_in_force_in_no_outcome_that_holds(strait_draft: Case) -> None:
    """Each proposal is rejected by a signatory, so none is in force where nobody gains by moving."""
    found = outcomes(strait_draft)
    assert found is not None
    assert (found.combinations, found.deciding) == (64, ("norvania", "selmark"))
    assert [each.alone for each in found.outlooks] == [0, 0, 0]


def test_an_open_signatory_leaves_both_outcomes(strait_draft: Case) -> None:
    """If Selmark is open, the guarantee is in force in half of the outcomes that hold."""
    open_ = {"selmark": Response(act=ResponseAct.OPEN, coding=CODING)}
    proposal = dataclasses.replace(strait_draft.proposals["league_guarantee"], responses=open_)
    found = outcomes(dataclasses.replace(strait_draft, proposals={"league_guarantee": proposal}))
    assert found is not None
    (outlook,) = found.outlooks
    assert (outlook.alone, found.alone) == (1, 2)
    assert outlook.hinges_on == ("selmark",)


def test_agreed_by_all_is_in_force_in_all(strait_draft: Case) -> None:
    """If Selmark accepts, the only outcome that holds has the guarantee in force."""
    yes = {"selmark": Response(act=ResponseAct.ACCEPTS, coding=CODING)}
    proposal = dataclasses.replace(strait_draft.proposals["league_guarantee"], responses=yes)
    found = outcomes(dataclasses.replace(strait_draft, proposals={"league_guarantee": proposal}))
    assert found is not None
    assert (found.outlooks[0].alone, found.alone) == (1, 1)


def test_nobody_to_sign_and_too_many_choices_give_nothing(strait_draft: Case) -> None:
    """Without signatories there is no conflict, and beyond eighteen options none that a page works out."""
    unsigned = {id_: dataclasses.replace(each, must_sign=False) for id_, each in strait_draft.parties.items()}
    nobody = dataclasses.replace(strait_draft, parties=unsigned)
    assert (choices(nobody), outcomes(nobody)) == (0, None)
    pact = strait_draft.proposals["defence_pact"]
    many = dataclasses.replace(strait_draft, proposals={f"p{number}": pact for number in range(10)})
    assert (choices(many), outcomes(many)) == (20, None)


def test_a_case_with_sixteen_options_is_worked_out_with_a_few_outcomes_shown(strait_draft: Case) -> None:
    """Its 65,536 combinations are counted, and the page is given no more than sixteen of them."""
    pact = strait_draft.proposals["defence_pact"]
    held = dataclasses.replace(pact, coding=CODING)
    many = dataclasses.replace(strait_draft, proposals={f"p{number}": held for number in range(8)})
    found = outcomes(many)
    assert found is not None
    assert (choices(many), found.combinations) == (16, 65_536)
    assert found.shown is not None
    assert 0 < len(found.shown.outcome.spots) <= 16
    assert not found.shown.outcome.searched
