"""Distances by words that tell of places as well, of deals in reach, and of what parts two sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On the pensions the two ministries are still months apart.", []),
        ("Peru and Ecuador are within sight of a settlement.", ["ecuador", "peru"]),
        ("The rebels and the cabinet are on the brink of an accord.", []),
        ("The government is close to a deal with the rebels.", []),
        ("The delegations are nowhere near a compromise on the judges.", []),
        ("There is no consensus between Mali and Niger on the wells.", ["mali", "niger"]),
        ("No agreement was reached on the wells.", []),
        ("Hardly anything now separates the two papers.", []),
        ("Only the pensions still divide the two camps.", []),
        ("The parties are separated by seven months.", []),
        ("Mali and Niger do not see eye to eye on grazing.", ["mali", "niger"]),
        ("The two teams were unable to reconcile their differences over the census.", []),
        ("On grazing they sharply disagree.", []),
        ("The gap between Chad and Libya has narrowed.", ["chad", "libya"]),
        ("On who should count the nomads the gap has hardly narrowed.", []),
        ("On the judges the parties have come much closer.", []),
        ("Mali's demands are a long way from Niger's.", []),
        ("Eleven of the twelve chapters have been agreed.", []),
        ("The thorniest question, the wells, remains open.", []),
        ("The two delegations spoke past each other.", []),
        ("The stances of the two governments are converging.", []),
        ("On the census the two parties are far from one another.", []),
        ("Where we are miles apart is the census.", []),
        ("On the constitution we are not far from each other.", []),
        ("On the future of the king, Chad and Libya are still worlds apart.", ["chad", "libya"]),
        ("The two sides have dug in over the port.", []),
        ("Their positions are far from each other.", []),
    ],
)
def test_distance_is_found(text: str, found: list[str], read: Callable[[str], Reading]) -> None:
    """How near or far sides are on a matter is a distance, between those that are named."""
    (one,) = read(text).distances
    assert sorted(str(party.party) for party in one.parties) == found


@pytest.mark.parametrize(
    "text",
    [
        "The government is close to a deal on its budget.",
        "The two sides would be close to a deal.",
        "A river divides the two capitals.",
        "Only a fence separates the two armies.",
        "Police separated the two camps.",
        "The two leaders were close to the window.",
        "The camps are far from each other.",
        "We are far apart.",
        "The position of the army is far from the river.",
        "Its position has hardened.",
        "The two generals met halfway up the hill.",
        "No agreement was signed on Monday.",
        "No agreement would last between the two sides.",
        "WHERE THEY DIFFER.",
        "On Monday the two sides were close.",
        "All points of the compass are open.",
        "Soldiers dug in on the ridge.",
        "The two planes flew closer to each other.",
    ],
)
def test_none_is_found(text: str, read: Callable[[str], Reading]) -> None:
    """Places, rivers between sides, one side alone, and what is only supposed are no distance."""
    assert read(text).distances == ()
