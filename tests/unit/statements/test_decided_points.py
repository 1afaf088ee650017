"""Decisions that a report lists point by point, and reports that somebody writes in the first person."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.decided_points import Point, points
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]

RESOLUTION = """The Security Council,

Recalling its resolutions on the lake,

Welcoming the high turnout in the elections,

1. Calls upon all parties to respect the results;

2. Further condemns the attacks on the port;

(c) Denies that the lake is closed;

The talks go on in Geneva."""


def test_points_of_a_resolution_are_acts_of_the_body_that_decides(read: Read) -> None:
    """The numbered points and the grounds before them are the Council's, word for word as they stand."""
    told = [(one.act, one.evidence.exact) for one in read(RESOLUTION).statements]
    assert {one.actor.party for one in read(RESOLUTION).statements} == {"un_security_council"}
    assert ("support", "Welcoming the high turnout in the elections") in told
    assert ("appeal", "1. Calls upon all parties to respect the results") in told
    assert ("accuse", "2. Further condemns the attacks on the port") in told


def test_a_body_without_a_name_decides_without_a_party(read: Read) -> None:
    """'The Heads of State and Government' stand for no party; a body named before is taken up."""
    (found,) = read("The Ministers:\n\n1. Condemned the attack on the port.").statements
    assert (found.actor.party, found.actor.text) == (None, "The Ministers")
    text = "The Lake Commission met.\n\nThe Commission:\n\n1. Condemned the attack on the port."
    assert read(text).statements[-1].actor.party == "lake_commission"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (["The Ministers:", "1. Boats and chairs;"], [None, None]),
        (["The Ministers:", "1. The lake is open;"], [None, None]),
        (["The Ministers met in Rome, and left:", "1. Condemned it;"], [None, None]),
        (["1. Condemned the attack;"], [None]),
        (
            ["The Council,", "1. Denies it;", "Rain fell.", "2. Denies it;"],
            [None, Point("Council", 3), None, None],
        ),
        (["The Council,", "Noting that it rained,"], [None, Point("Council")]),
        (["Council,", "1. Takes note of it;", "2. Denies it;"], [None, None, Point("Council", 3)]),
        (["Having met in Rome, the Summit:", "(a) denied it;"], [None, Point("Summit", 4)]),
        (["2. It rained. On 4 May 1991 the Council:", "• denied it;"], [None, Point("Council", 2)]),
        (
            ["Finally, the Heads of State:", "b) denied it;"],
            [None, Point("Heads of State", 3)],
        ),
        (["After that, the Summit, meeting in Rome,", "1. DENIES IT ALL;"], [None, Point("Summit", 3)]),
        (["According to Ana, the Army:", "(a) denied it;"], [None, None]),
        (["Having met, the army:", "(a) denied it;"], [None, None]),
        (["The Ministry saw boats, and the Port:", "(a) denied it;"], [None, None]),
        (["The talks on the Treaty:", "1. Denied it;"], [None, None]),
    ],
)
def test_only_numbered_verbs_and_participles_are_points(texts: list[str], found: list[Point | None]) -> None:
    """Nouns, sentences with a subject, and whatever follows other text are no points."""
    assert list(points(texts)) == found


def test_a_point_becomes_a_sentence_without_moving_its_words() -> None:
    """'It' stands in place of the number, and every later letter where it was."""
    assert Point("Council", 3).text("1. Calls upon all") == "It calls upon all"
    assert Point("Council", 4).text("(a) Calls upon all") == "It  calls upon all"
    assert Point("Council").text("Noting that") == "Noting that"
    assert Point("Council", 2).text("- Calls upon all") == "I calls upon all"
    assert Point("Council", 3).text("1. CALLS UPON Chad") == "It calls upon Chad"


COMMUNIQUE = """The Summit received the report of the mediator.

2. Having heard the report, the Summit:

(a) condemned the attack on the harbour;

- urged the factions to stop fighting;

(c) welcomed the offer of Italy."""


def test_decisions_led_in_to_by_a_sentence_are_whose_it_names(read: Read) -> None:
    """What stands behind 'the Summit:' is the Summit's, though a text was named before it."""
    told = [(one.actor.text, one.act) for one in read(COMMUNIQUE).statements if one.actor.party is None]
    assert told == [("The Summit", "accuse"), ("The Summit", "appeal"), ("The Summit", "support")]


@pytest.mark.parametrize(
    ("heading", "party"),
    [
        ("Report of the Secretary-General on the United Nations mission", "united_nations"),
        ("Third report of the Secretary-General\n\nThe Security Council met.", "united_nations"),
        ("Report of the Secretary-General on the lake", None),
        ("Report of the harbour master", None),
    ],
)
def test_who_writes_a_report_is_who_says_i(heading: str, party: str | None, read: Read) -> None:
    """'I urge' is the author's, where the heading names an office of a body that the report names."""
    found = [one.actor.party for one in read(f"{heading}\n\nI urge Chad to open the road.").statements]
    assert [one for one in found if one] == ([party] if party else [])
