"""Acts whose verb was said before and is left out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading

Told = tuple[str | None, Act, bool, str | None]


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        (
            "Egypt accepted the map and Jordan the timetable.",
            ("egypt", Act.ACCEPT, False, "the map"),
            ("jordan", Act.ACCEPT, False, "the timetable"),
        ),
        (
            "Iran proposed a truce; Iraq, elections.",
            ("iran", Act.PROPOSE, False, "a truce"),
            ("iraq", Act.PROPOSE, False, "elections"),
        ),
        (
            "Mali said yes to the corridor, Niger no.",
            ("mali", Act.ACCEPT, False, "the corridor"),
            ("niger", Act.REJECT, False, "the corridor"),
        ),
        (
            "Egypt would sign the protocol; Jordan would not.",
            ("egypt", Act.OPEN, False, "the protocol"),
            ("jordan", Act.REJECT, False, "the protocol"),
        ),
        (
            "Egypt accepted the map; Jordan did not.",
            ("egypt", Act.ACCEPT, False, "the map"),
            ("jordan", Act.ACCEPT, True, "the map"),
        ),
        (
            "Egypt did not accept the map; Jordan did.",
            ("egypt", Act.ACCEPT, True, "the map"),
            ("jordan", Act.ACCEPT, False, "the map"),
        ),
        (
            "Norway agreed to the pause, as did Chad.",
            ("norway", Act.AGREE, False, "the pause"),
            ("chad", Act.AGREE, False, "the pause"),
        ),
        (
            "Egypt rejected the quota. So did Kenya.",
            ("egypt", Act.REJECT, False, "the quota"),
            ("kenya", Act.REJECT, False, "the quota"),
        ),
        (
            "Egypt did not accept the quota, nor did Kenya.",
            ("egypt", Act.ACCEPT, True, "the quota"),
            ("kenya", Act.ACCEPT, True, "the quota"),
        ),
        (
            "Uganda backed the mission, and Rwanda, too.",
            ("uganda", Act.SUPPORT, False, "the mission"),
            ("rwanda", Act.SUPPORT, False, "the mission"),
        ),
        (
            "Malta welcomed the monitors, Cyprus too.",
            ("malta", Act.SUPPORT, False, "the monitors"),
            ("cyprus", Act.SUPPORT, False, "the monitors"),
        ),
        (
            "Egypt agreed to the map, Jordan to the line.",
            ("egypt", Act.AGREE, False, "the map"),
            ("jordan", Act.AGREE, False, "the line"),
        ),
        (
            "Egypt backs an end to the embargo. Jordan, too.",
            ("egypt", Act.SUPPORT, False, "an end to the embargo"),
            ("jordan", Act.SUPPORT, False, "an end to the embargo"),
        ),
        (
            "Egypt is willing to discuss a transition; Jordan is not.",
            ("egypt", Act.OPEN, False, "to discuss a transition"),
            ("jordan", Act.OPEN, True, "to discuss a transition"),
        ),
        (
            "Sudan is ready to talk about the border, but not about the oil.",
            ("sudan", Act.OPEN, False, "to talk about the border"),
            ("sudan", Act.REJECT, False, "about the oil"),
        ),
        (
            "Sudan accepted the border but not the quota.",
            ("sudan", Act.ACCEPT, False, "the border"),
            ("sudan", Act.ACCEPT, True, "the quota"),
        ),
    ],
)
def test_verb_that_is_left_out_is_that_of_the_act_before(
    text: str, first: Told, second: Told, read: Callable[[str], Reading]
) -> None:
    """The second act is like the first, of another party or about something else."""
    found = [
        (one.actor.party, one.act, one.negated, one.content.exact if one.content else None)
        for one in read(text).statements
    ]
    assert found == [first, second]


@pytest.mark.parametrize(
    "text",
    [
        "Egypt accepted the map in Cairo and Jordan the day after.",
        "Egypt accepted the map, as everybody did.",
        "Egypt accepted the map; Jordan did well.",
        "Egypt accepted the map; Jordan can.",
        "Egypt accepted the map, but not before noon.",
        "Egypt accepted the map, but not yet.",
        "Egypt accepted the map, and the talks went on too.",
        "Egypt accepted the map, and the talks in a hall by the sea, in rain, with the doors shut, too long.",
        "Egypt rejected the map, but not the idea.",
        "Egypt accepted the map; Egypt did not.",
        "So did Kenya.",
        "Egypt met Jordan. The rain fell. So did Kenya.",
        "Egypt accepted the map, the line and the zone.",
    ],
)
def test_piece_of_a_sentence_that_is_no_act_adds_none(text: str, read: Callable[[str], Reading]) -> None:
    """Days, lists, other verbs and acts that cannot be shared add nothing."""
    assert all(one.rule not in {"ellipsis", "gap"} for one in read(text).statements)
