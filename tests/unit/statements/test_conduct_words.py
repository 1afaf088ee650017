"""What parties did about earlier promises, in more words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import CONDUCT, Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad signed the Sirte Accord of 2008 with Libya.", ["chad signed", "libya signed"]),
        (
            "Portugal, which signed the agreement of 5 May with Indonesia, left.",
            ["portugal signed", "indonesia signed"],
        ),
        (
            "The Georgian and Abkhaz sides had signed the Moscow Declaration of 4 April.",
            ["georgia signed", "abkhazia signed"],
        ),
        ("The Bern Protocol of 1942 drew the line. Ecuador ratified the Protocol.", ["ecuador signed"]),
        ("The Bern Protocol of 1942 drew the line. Ecuador ratified it.", ["ecuador signed"]),
        ("Chad did nothing when Libya fell in 2011.", ["not: chad acted"]),
        ("Chad was blamed for having done nothing when the town fell.", ["not: chad acted"]),
        ("Chad did nothing to carry out the Lome Accord of 1999.", ["not: chad acted"]),
        ("America gave assurances on the straits in 1957.", ["united_states guaranteed"]),
        ("Britain is one of the guarantors of Cyprus.", ["united_kingdom guaranteed"]),
    ],
)
def test_conduct_is_told_of_both_who_sign_and_of_who_did_nothing(
    text: str, found: list[str], read: Callable[[str], Reading]
) -> None:
    """Whoever signs with another signs too, 'it' is the accord just named, and doing nothing is conduct."""
    conduct = [one for one in read(text).relations if one.kind in CONDUCT]
    assert sorted(
        f"{'not: ' if one.negated else ''}{one.source.party} {one.kind}" for one in conduct
    ) == sorted(found)


@pytest.mark.parametrize(
    "text",
    [
        "Chad did nothing.",
        "Chad wants to sign the Sirte Accord.",
        "Ecuador ratified it.",
    ],
)
def test_no_conduct_without_an_accord_or_an_occasion(text: str, read: Callable[[str], Reading]) -> None:
    """What is wished, what names no accord, and doing nothing at no time are no conduct."""
    assert read(text).relations == ()
