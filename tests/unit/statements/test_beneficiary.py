"""Whom the content of a statement would do good."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("France offered Chad security guarantees.", "chad"),
        ("Norway proposed a guarantee for Estonia.", "estonia"),
        ("Russia suggested that Beijing could guarantee Ukrainian security.", "ukraine"),
        ("Iran promised to send aid to Yemen.", "yemen"),
        ("Turkey demanded recognition of Northern Cyprus's independence.", "turkish_cypriots"),
        ("Kenya rejected an amnesty for Sudan's generals.", "sudan"),
        ("Peru called for compensation to Bolivia.", "bolivia"),
        ("Germany agreed to grant Israel a loan.", "israel"),
        ("Egypt proposed that the United Nations protect Libya.", "libya"),
        ("Chad accepted Libya's security as an aim.", "libya"),
        ("Ghana proposed a ceasefire.", None),
        ("Ghana accused Togo of selling weapons to Mali.", None),
        ("Ghana threatened to send weapons to Mali.", None),
        ("Mali rejected the plan for the north.", None),
    ],
)
def test_the_beneficiary_is_whom_the_words_name(
    text: str, party: str | None, read: Callable[[str], Reading]
) -> None:
    """Guarantees for somebody, aid to it and its security have a beneficiary; a charge has none."""
    first = read(text).statements[0]
    assert (first.beneficiary.party if first.beneficiary else None) == party


def test_in_the_founding_case_the_guarantee_is_for_ukraine(read: Callable[[str], Reading]) -> None:
    """A security guarantee for a state is for that state, whoever gives it and whoever is addressed."""
    text = "Lavrov proposed that China could provide a security guarantee for Ukraine."
    assert {one.beneficiary.party for one in read(text).statements if one.beneficiary} == {"ukraine"}
