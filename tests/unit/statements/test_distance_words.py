"""How far apart sides are, in many words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Chad and Libya remain far apart on the border.", ["chad", "libya"]),
        ("On who is to govern, the two are no closer than in 1979.", []),
        ("On the island the two sides could hardly be further apart.", []),
        (
            "On the question of order, Jakarta and Lisbon are no closer than they were in May.",
            ["indonesia", "portugal"],
        ),
        ("Over the ridge the positions of Lima and Quito are still very distant.", ["ecuador", "peru"]),
        ("On status the positions of the two sides remained irreconcilable.", []),
        ("Two sides still well apart on this.", []),
        ("On the sharing of seats, the two camps are yet to find common ground.", []),
        ("A gulf separates Chad from Libya on prisoners.", ["chad", "libya"]),
        ("A gulf still separates the two delegations.", []),
        ("The gap between Chad and Libya on prisoners remains wide.", ["chad", "libya"]),
        ("The gap between Chad and Libya has hardly narrowed.", ["chad", "libya"]),
        ("Between Kabul and Islamabad lies an abyss.", ["afghanistan", "pakistan"]),
        ("Differences remain on the border.", []),
        ("Talks ended in deadlock over prisoners.", []),
        ("Chad and Libya are deadlocked over prisoners.", ["chad", "libya"]),
        ("The talks are stuck on the question of prisoners.", []),
        ("Chad and Libya still differ over the date.", ["chad", "libya"]),
        ("Chad and Libya disagree about the line.", ["chad", "libya"]),
        ("The two governments are divided on the flag.", []),
        ("Chad and Libya are at loggerheads over the port.", ["chad", "libya"]),
        ("The two sides have agreed on all but the flag.", []),
        ("The two sides have narrowed their differences.", []),
        ("Chad and Libya are inching closer on the border.", ["chad", "libya"]),
        ("Agreement is within reach, mediators say.", []),
        ("The sticking point is the date.", []),
        ("The main obstacle remains the status of the port.", []),
        ("The stumbling block between Chad and Libya is the port.", ["chad", "libya"]),
        ("Only the status of the port is still open.", []),
        ("The date is the only point still open.", []),
        ("On prisoners they are poles apart.", []),
        ("No common ground was found between Chad and Libya.", ["chad", "libya"]),
        ("Chad's position and Libya's are miles apart.", ["chad", "libya"]),
        ("The two sides could not agree on the date.", []),
        ("Chad and Libya failed to agree on the port.", ["chad", "libya"]),
        ("The distance between the two texts is as great as ever.", []),
        ("Views diverge sharply on disarmament.", []),
        ("The two parties cannot even agree on the shape of the table.", []),
    ],
)
def test_distance_is_found(text: str, found: list[str], read: Callable[[str], Reading]) -> None:
    """The words tell a distance, between the parties that they name."""
    (one,) = read(text).distances
    assert sorted(str(party.party) for party in one.parties) == found


@pytest.mark.parametrize(
    "text",
    [
        "The villages are far apart.",
        "Chad and Libya are no longer far apart.",
        "Chad and Libya could be far apart.",
        "The gap in the fence remains.",
        "Chad and Libya signed.",
        "The port is still open.",
        "The distance between Lima and Quito is a thousand miles.",
        "The rift valley remains dry.",
        "The soldiers stood two metres apart.",
        "Chad and Libya disagree with nobody.",
        "There is no gap between Chad and Libya.",
        "Are Chad and Libya still far apart?",
        "Two villages differ over a well.",
    ],
)
def test_none_is_found(text: str, read: Callable[[str], Reading]) -> None:
    """Places, denials and what could be are no distances between parties."""
    assert read(text).distances == ()


def test_the_two_sides_are_those_named_far_more_often(read: Callable[[str], Reading]) -> None:
    """Where a report names two states again and again, 'the two sides' are these, else nobody known."""
    story = "Chad met Libya. Chad thanked Libya. Chad left Libya. "
    (one,) = read(f"{story}The two sides remain far apart.").distances
    assert {party.party for party in one.parties} == {"chad", "libya"}
    (open_,) = read(
        f"{story}Niger met Chad. Niger left. Niger wrote. The two sides remain far apart."
    ).distances
    assert open_.parties == ()
