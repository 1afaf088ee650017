"""Who signed where no paper is named, and who kept a promise."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, RelationKind

Found = tuple[str, str]
"""Source, and the kind with 'not' before it where it is negated."""


def of_kind(reading: Reading, kind: RelationKind) -> list[Found]:
    """Return who did what of a kind, in a form that a test can compare."""
    return [
        (one.source.party or "", f"not {kind}" if one.negated else str(kind))
        for one in reading.relations
        if one.kind is kind
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ghana and Togo signed in Accra on 3 May 1991.", [("ghana", "signed"), ("togo", "signed")]),
        ("Rwanda signed at Arusha, and so did Uganda.", [("rwanda", "signed"), ("uganda", "signed")]),
        ("Nepal signed in June, but Bhutan did not.", [("nepal", "signed"), ("bhutan", "not signed")]),
        ("Togo refused to sign in Lomé.", [("togo", "not signed")]),
        ("Peru initialled Brasília and went home.", [("peru", "signed")]),
        (
            "The Government of Sudan and the SPLM signed in Nairobi.",
            [("sudan", "signed"), ("splm", "signed")],
        ),
        ("The general signed for Chad.", [("chad", "signed")]),
        ("Kuwait signed in Jeddah with Oman.", [("kuwait", "signed"), ("oman", "signed")]),
        ("Kuwait signed in Jeddah, with Oman looking on.", [("kuwait", "signed")]),
        ("Chad's signature under the text is dated 1999.", [("chad", "signed")]),
        ("The envoy got the signatures of Chad and Libya.", [("chad", "signed"), ("libya", "signed")]),
    ],
)
def test_who_signs_in_a_place_has_signed(
    read: Callable[[str], Reading], text: str, expected: list[Found]
) -> None:
    """Signing in a place, on a day, with or for somebody is signing, though no paper is named."""
    assert of_kind(read(text), RelationKind.SIGNED) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Egypt will sign in Cairo next week.",
        "Egypt wants to sign in Cairo.",
        "The mediator wants Egypt's signature by Friday.",
        "Nothing moves without Egypt's signature.",
        "The winger signed for Valencia in 2004.",
        "Chad signed off on Friday.",
        "Poland witnessed Ukraine's signature.",
        "Chad put its name down for the trip.",
    ],
)
def test_what_is_to_come_or_wanted_is_not_signed(read: Callable[[str], Reading], text: str) -> None:
    """A signature that is wanted, awaited, witnessed or still to come is none."""
    assert of_kind(read(text), RelationKind.SIGNED) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France kept its promise to Chad.", [("france", "acted")]),
        ("Togo honoured its side of the bargain.", [("togo", "acted")]),
        ("Libya broke its word.", [("libya", "not acted")]),
        ("Turkey failed to honour its obligations.", [("turkey", "not acted")]),
        ("The pledge was never kept by Kenya.", [("kenya", "not acted")]),
        ("Vietnam's troops left Laos, as Hanoi had announced.", [("vietnam", "acted")]),
        ("Uganda pulled its battalion out of Bunia, as agreed in Luanda.", [("uganda", "acted")]),
        ("Colombia built three of the camps that it had promised to build.", [("colombia", "not acted")]),
        ("Chad has not freed the captives whom it undertook to free.", [("chad", "not acted")]),
        ("In breach of the accord, Iraq did not leave.", [("iraq", "not acted")]),
        ("Iraq did not leave despite its pledge.", [("iraq", "not acted")]),
    ],
)
def test_who_keeps_or_breaks_a_promise_has_acted(
    read: Callable[[str], Reading], text: str, expected: list[Found]
) -> None:
    """Doing what was promised is acting, and not doing it is not."""
    assert of_kind(read(text), RelationKind.ACTED) == expected


@pytest.mark.parametrize(
    "text",
    [
        "France should keep its promise.",
        "Kenya kept quiet.",
        "Ghana stood by Togo when the port fell.",
        "Kenya kept the last word of the text.",
        "Iran left the room, as everybody expected.",
        "Iran kept a side door open.",
        "The minister freed the man who had promised to sing.",
    ],
)
def test_what_has_to_do_with_no_promise_is_no_conduct(read: Callable[[str], Reading], text: str) -> None:
    """What ought to be done, or was never promised, is no conduct."""
    assert of_kind(read(text), RelationKind.ACTED) == []
