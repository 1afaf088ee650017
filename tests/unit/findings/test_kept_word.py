"""What is told of who signed, guaranteed, or acted before."""

from __future__ import annotations

import dataclasses

from goodoffices.case.case import Case
from goodoffices.findings.finding import Basis
from goodoffices.findings.kept_word import conduct
from goodoffices.statements.statement import Reading, RelationKind


def test_conduct_is_told_once_with_its_voice(strait_coded: Case, strait_reading: Reading) -> None:
    """What was signed, guaranteed or left undone stands in a sentence, a claim as somebody's."""
    first, teller = strait_reading.relations[0], strait_reading.relations[2].claimed_by
    assert first.target is not None
    assert first.means is not None
    stranger = dataclasses.replace(first.source, party=None, name="Some")
    relations = (
        first,
        dataclasses.replace(first, id="r7", kind=RelationKind.SIGNED, target=None),
        dataclasses.replace(first, id="r8", kind=RelationKind.SIGNED, target=None),
        dataclasses.replace(first, id="r9", kind=RelationKind.GUARANTEED, claimed_by=stranger),
        dataclasses.replace(
            first, id="r10", kind=RelationKind.ACTED, target=None, negated=True, claimed_by=teller
        ),
        dataclasses.replace(
            first, id="r11", kind=RelationKind.ACTED, source=stranger, target=None, means=None
        ),
    )
    found = conduct(strait_coded, dataclasses.replace(strait_reading, relations=relations))
    assert [(one.claim, one.basis, one.by, one.because) for one in found] == [
        ("Kestria signed or endorsed: grain.", Basis.REPORTED, (), ("r7", "r8")),
        (f"Kestria guaranteed {first.target.label}: grain.", Basis.CLAIM, ("Some",), ("r9",)),
        ("Kestria did not act: grain.", Basis.CLAIM, ("Selmark",), ("r10",)),
        ("Some acted.", Basis.REPORTED, (), ("r11",)),
    ]
    assert all(one.drafted for one in found)


def test_nothing_is_told_where_no_report_tells_it(strait_coded: Case, strait_reading: Reading) -> None:
    """Support and trade are no conduct."""
    assert conduct(strait_coded, strait_reading) == ()
