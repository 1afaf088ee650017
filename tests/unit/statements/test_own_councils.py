"""Councils of one state that share a name with a body of the world."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.own_councils import is_organ_of_state
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]


def rejecting(reading: Reading) -> list[str | None]:
    """Return the parties that reject something."""
    return [one.actor.party for one in reading.statements if one.act == "reject"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Chad waits. National Security Council chief Moussa Abba rejected the map.", "chad"),
        (
            "It rained. National Security Council chief Moussa Abba rejected the map.",
            "national_security_council",
        ),
        (
            "Chad waits. Mali waits. The National Defence Council rejected the map.",
            "national_defence_council",
        ),
        ("Chad waits. The Security Council rejected the map.", "un_security_council"),
        ("In Tiraspol Ion Rusu, chairman of the local Supreme Soviet, rejected the map.", "transnistria"),
        ("Ion Rusu, chairman of the local Supreme Soviet, rejected the map.", "supreme_soviet"),
        ("In Cairo and in Rome the local Supreme Soviet was asked. Chad rejected the map.", "chad"),
        ("Local Supreme Soviet members left. Chad rejected the map.", "chad"),
    ],
)
def test_a_national_or_local_council_is_no_body_of_the_world(text: str, party: str, read: Read) -> None:
    """'National', 'local' and the like before a council make it that of a state or of a place."""
    assert rejecting(read(text)) == [party]


@pytest.mark.parametrize(
    ("name", "is_states"), [("Supreme Security Council", True), ("Peace Council", False)]
)
def test_a_council_of_security_with_such_a_word_is_a_states(name: str, is_states: bool) -> None:
    """Only states have national councils of security and defence."""
    assert is_organ_of_state(name) is is_states
