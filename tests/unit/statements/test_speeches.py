"""Speeches, letters and declarations."""

from __future__ import annotations

import pytest

from goodoffices.statements.speaking_turns import Part
from goodoffices.statements.speeches import addresses, plain_sender

BODY = (
    "We reject the map that was drawn without us.",
    "Our answer to the draft will be given on Friday.",
)


@pytest.mark.parametrize(
    ("head", "who"),
    [
        (
            "Statement by H.E. Mr. Jonas Lind, Minister of Defence of Norway",
            "Jonas Lind, Minister of Defence of Norway",
        ),
        ("Remarks delivered by Ambassador Ana Diaz at the closing session", "Ambassador Ana Diaz"),
        ("Open letter from the Women's Council to both panels", "the Women's Council"),
        ("**Declaration of the Popular Front, 3 May 1990**", "the Popular Front"),
        ("President Lund's address to the nation", "President Lund"),
        ("We, the elders of the valley, have met.", "elders of the valley"),
    ],
)
def test_head_names_the_sender(head: str, who: str) -> None:
    """A line that says whose words follow gives the paragraphs below it to the sender."""
    found = addresses([head, *BODY])
    assert found[-1] is not None
    assert (found[-1].part, found[-1].name) == (Part.ADDRESS, who)


@pytest.mark.parametrize(
    "texts",
    [
        ("Letter from Nicosia", *BODY),
        (
            "Statement by the council",
            "The council rejected the map on Friday.",
            "It met on Monday in the capital.",
        ),
        (
            "Statement by the council",
            BODY[0],
            "They met.",
            "It was a long day in the valley for all of them.",
            "The rain did not stop before the evening of that day.",
        ),
        ("The talks go on.", *BODY),
        ("We read the statement by the council again", *BODY),
    ],
)
def test_report_about_a_sender_is_no_speech(texts: tuple[str, ...]) -> None:
    """A column from a place, a report in the third person and a headless text are read as any other."""
    assert not any(addresses(texts))


def test_days_and_signatures_are_asides() -> None:
    """A line without a stop below the head is nobody's sentence, and what follows the last 'we' is left."""
    texts = (
        "Statement by the council",
        "Oslo, 3 May 1990",
        *BODY,
        "The council",
        "It was read out twice.",
        "Later.",
    )
    assert [turn and turn.part for turn in addresses(texts)] == [
        None,
        Part.ASIDE,
        Part.ADDRESS,
        Part.ADDRESS,
        Part.ASIDE,
        None,
        None,
    ]


def test_sender_without_courtesy() -> None:
    """Titles of courtesy, the occasion and the day are no part of the sender."""
    assert plain_sender("the Rt. Hon. Ana Diaz before the council") == "Ana Diaz"
