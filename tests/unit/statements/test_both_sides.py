"""Who acts where a report says that both sides do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading

WAR = "UNITA left Angola. Luanda is calm. UNITA holds the east. Angola waits.\n\n"
BETWEEN = "Chad met Libya. Chad and Libya talked. Chad told Libya to wait. It rained. It rained on.\n\n"


def rejecting(reading: Reading) -> list[str | None]:
    """Return the parties that reject something."""
    return [one.actor.party for one in reading.statements if one.act == "reject"]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (WAR + "Both sides rejected the map.", ["angola", "unita"]),
        (WAR + "The two delegations rejected the map.", ["angola", "unita"]),
        (WAR + "The two warring parties rejected the map.", ["angola", "unita"]),
        (WAR + "The FNLA came. It rained. It rained on. Both sides rejected the map.", [None]),
        ("UNITA left Mali. Both sides rejected the map.", [None]),
        (WAR + "Both church delegations rejected the map.", ["church_delegations"]),
        (WAR + "The delegations rejected the map.", [None]),
        (BETWEEN + "Both delegations rejected the map.", ["chad", "libya"]),
    ],
)
def test_both_sides_are_those_at_war_in_the_state_of_the_matter(
    text: str, parties: list[str | None], read: Callable[[str], Reading]
) -> None:
    """A state and its only movement named are both sides, and so are two named far more than a third."""
    assert rejecting(read(text)) == parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chad and Libya met in Tripoli. They rejected the map.", ["chad", "libya"]),
        ("Angola and UNITA met in Lusaka. They rejected the map.", ["angola", "unita"]),
        ("Chad met Libya in Tripoli. They rejected the map.", []),
        ("Chad, Mali and Libya met in Tripoli. They rejected the map.", []),
        ("Chad and Libya met in Tripoli. Rain fell. They rejected the map.", []),
    ],
)
def test_they_are_the_two_who_acted_together(
    text: str, parties: list[str | None], read: Callable[[str], Reading]
) -> None:
    """'They' takes up the two that the sentence before says did something, and no other number."""
    assert rejecting(read(text)) == parties
