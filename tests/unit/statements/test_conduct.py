"""Who signed, guaranteed, acted or did not act: the relations of parties to earlier promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading, RelationKind

CONDUCT = {RelationKind.SIGNED, RelationKind.GUARANTEED, RelationKind.ACTED}
Found = tuple[str, str, str | None, str | None]
"""Source, kind with 'not' before it where it is negated, target, and the words that say what or when."""


def conduct(reading: Reading) -> list[Found]:
    """Return what a reading says of conduct, in a form that a test can compare."""
    return [
        (
            one.source.party or "",
            f"not {one.kind}" if one.negated else str(one.kind),
            one.target.party if one.target else None,
            one.means.exact if one.means else None,
        )
        for one in reading.relations
        if one.kind in CONDUCT
    ]


SIGNED: list[tuple[str, list[Found]]] = [
    ("Chad signed the Sirte Accord in 2006.", [("chad", "signed", None, "Sirte Accord")]),
    (
        "Libya and Chad signed the Algiers Agreement of 1989.",
        [
            ("libya", "signed", None, "Algiers Agreement"),
            ("chad", "signed", None, "Algiers Agreement"),
        ],
    ),
    ("The Lomé Accord, signed by Togo in 1999, is dead.", [("togo", "signed", None, "Lomé Accord")]),
    ("The Lusaka Protocol was signed by Angola.", [("angola", "signed", None, "Lusaka Protocol")]),
    ("Peru never ratified the Quito Treaty.", [("peru", "not signed", None, "Quito Treaty")]),
    ("Sudan acceded to the Kampala Convention.", [("sudan", "signed", None, "Kampala Convention")]),
    ("China endorsed the Budapest Memorandum.", [("china", "signed", None, "Budapest Memorandum")]),
    ("Kenya is a signatory of the Nairobi Protocol.", [("kenya", "signed", None, "Nairobi Protocol")]),
    ("Ghana, a signatory to the Abuja Treaty, protested.", [("ghana", "signed", None, "Abuja Treaty")]),
]
GUARANTEED: list[tuple[str, list[Found]]] = [
    (
        "Britain, Greece and Turkey guaranteed the Zurich Agreement of 1959.",
        [
            ("united_kingdom", "guaranteed", None, "Zurich Agreement"),
            ("greece", "guaranteed", None, "Zurich Agreement"),
            ("turkey", "guaranteed", None, "Zurich Agreement"),
        ],
    ),
    (
        "Britain guaranteed Belgium's neutrality.",
        [("united_kingdom", "guaranteed", "belgium", "Belgium's neutrality")],
    ),
    (
        "In 1939 France guaranteed the independence of Poland.",
        [("france", "guaranteed", "poland", "the independence of Poland")],
    ),
    (
        "Washington gave Kyiv security assurances in 1994.",
        [("united_states", "guaranteed", "ukraine", "security assurances")],
    ),
    ("France extended a guarantee to Romania.", [("france", "guaranteed", "romania", "a guarantee")]),
    (
        "Turkey is one of the guarantors of the Zurich Agreement.",
        [("turkey", "guaranteed", None, "Zurich Agreement")],
    ),
    (
        "Norway, a guarantor of the Havana Agreement, sent monitors.",
        [("norway", "guaranteed", None, "Havana Agreement")],
    ),
]
ACTED: list[tuple[str, list[Found]]] = [
    (
        "It rained. China did not act when Iraq invaded Kuwait.",
        [("china", "not acted", None, "when Iraq invaded Kuwait")],
    ),
    (
        "France intervened when rebels marched on the capital of Chad.",
        [("france", "acted", None, "when rebels marched on the capital of Chad")],
    ),
    (
        "Britain stood by as Germany marched into Austria.",
        [("united_kingdom", "not acted", None, "as Germany marched into Austria")],
    ),
    ("France looked away while Rwanda burned.", [("france", "not acted", None, "while Rwanda burned")]),
    ("India failed to act when the town fell.", [("india", "not acted", None, "when the town fell")]),
    (
        "Kenya regretted China's inaction during the invasion.",
        [("china", "not acted", None, "during the invasion")],
    ),
    ("The silence of Paris during the siege was noted.", [("france", "not acted", None, "during the siege")]),
    ("Russia did nothing to stop the offensive.", [("russia", "not acted", None, "the offensive")]),
    (
        "Peru remained silent when the border was crossed.",
        [("peru", "not acted", None, "when the border was crossed")],
    ),
    (
        "While China signed the Nairobi Protocol, a text that Kenya wrote, it did not act when Chad fell.",
        [
            ("china", "signed", None, "Nairobi Protocol"),
            ("china", "not acted", None, "when Chad fell"),
        ],
    ),
    (
        "Ghana responded after the embassy was stormed.",
        [("ghana", "acted", None, "after the embassy was stormed")],
    ),
    ("Iran did not help to stop the war.", [("iran", "not acted", None, "the war")]),
    ("Italy's failure to intervene in 1935 is still remembered.", [("italy", "not acted", None, "in 1935")]),
]
NOTHING = [
    "Chad may sign the Sirte Accord.",
    "Chad wants Libya to sign the Sirte Accord.",
    "If Chad had signed the Sirte Accord, the war would be over.",
    "Chad signed a cheque.",
    "France could guarantee the independence of Poland.",
    "Kyiv rejected China as a guarantor of the deal.",
    "Oslo asked France to guarantee the Lomé Accord.",
    "China acted in a film.",
    "China acts openly on the crisis.",
    "The court acted when the law was broken.",
    "France will intervene when the rebels march.",
    "Norway stood by its offer.",
    "Ghana offered Togo a guarantee.",
    "The parties to the Lomé Accord met.",
]


@pytest.mark.parametrize(("text", "found"), [*SIGNED, *GUARANTEED, *ACTED])
def test_conduct_is_read(text: str, found: list[Found], read: Callable[[str], Reading]) -> None:
    """Who signed, guaranteed or acted, and what or when, is what the sentence says."""
    assert conduct(read(text)) == found


@pytest.mark.parametrize("text", NOTHING)
def test_what_is_wished_or_still_to_come_is_no_conduct(text: str, read: Callable[[str], Reading]) -> None:
    """A wish, an offer, a supposition and another meaning of the words give no relation of conduct."""
    assert conduct(read(text)) == []


def test_conduct_that_somebody_tells_is_that_partys_claim(read: Callable[[str], Reading]) -> None:
    """What a minister says of others' conduct carries the minister's voice."""
    reading = read(
        "Kenya said that China endorsed the Nairobi Protocol but did not act when the dam was seized."
    )
    told = [one for one in reading.relations if one.kind in CONDUCT]
    assert [(one.source.party, str(one.kind), one.negated) for one in told] == [
        ("china", "signed", False),
        ("china", "acted", True),
    ]
    assert all(one.claimed_by is not None and one.claimed_by.party == "kenya" for one in told)
