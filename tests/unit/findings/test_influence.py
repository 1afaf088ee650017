"""Leverage and precedents, as claimed by whom."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.case.coding import Coding, Status
from goodoffices.findings.finding import Basis
from goodoffices.findings.influence import appeals, levers


def test_reported_leverage_is_nobodys_claim(strait_draft: Case) -> None:
    """What the report says in its own voice is reported."""
    first, second = levers(strait_draft)
    assert (first.basis, first.by) == (Basis.REPORTED, ())
    assert "through purchases of grain" in first.claim
    assert (second.basis, second.by) == (Basis.CLAIM, ("Selmark",))


def test_judged_leverage_names_its_coder(strait_coded: Case) -> None:
    """A judgement is somebody's."""
    (lever,) = levers(strait_coded)
    assert (lever.basis, lever.by) == (Basis.JUDGEMENT, ("A. Analyst",))


def test_a_precedent_is_told_as_claimed(strait_draft: Case) -> None:
    """The accord is what Selmark appeals to, in the words of the case."""
    (appeal,) = appeals(strait_draft)
    assert (appeal.basis, appeal.by) == (Basis.CLAIM, ("Selmark",))
    assert appeal.claim.startswith("Accord of Ost: it promised free passage")


def test_a_precedent_with_a_year_and_a_document(strait_draft: Case) -> None:
    """Year and outside source are kept."""
    coding = Coding(status=Status.DOCUMENT, source="Accord of Ost, 1911, Article 2")
    bare = dataclasses.replace(
        strait_draft.precedents[0], year=1911, said=None, claimed_by=None, coding=coding
    )
    (appeal,) = appeals(dataclasses.replace(strait_draft, precedents=(bare,)))
    assert appeal.claim == "Accord of Ost (1911)"
    assert (appeal.basis, appeal.sources) == (Basis.DOCUMENT, ("Accord of Ost, 1911, Article 2",))
