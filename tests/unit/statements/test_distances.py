"""How far apart a report says that parties are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Chad and Libya remain far apart on the border.", {"chad", "libya"}),
        ("Chad and Libya are at odds over the border.", {"chad", "libya"}),
        ("The gap between Chad and Libya on prisoners remains wide.", {"chad", "libya"}),
        ("Chad and Libya found no common ground on the border.", {"chad", "libya"}),
        ("On the police the two parties are still far apart.", set()),
        ("The two sides are deadlocked over prisoners.", set()),
        ("Differences remain on the border.", set()),
        ("Talks ended in deadlock over prisoners.", set()),
    ],
)
def test_distance_names_only_the_parties_that_the_sentence_names(
    text: str, parties: set[str], read: Callable[[str], Reading]
) -> None:
    """Sides without a name leave the parties open; none is guessed."""
    (one,) = read(text).distances
    assert {party.party for party in one.parties} == parties


@pytest.mark.parametrize(
    "text",
    [
        "The villages are far apart.",
        "Chad and Libya are no longer far apart.",
        "Chad and Libya could be far apart.",
        "There is no gap between Chad and Libya.",
        "The gap in the fence remains.",
        "Far apart, the villages.",
    ],
)
def test_no_distance_where_parties_are_close_or_none_are_meant(
    text: str, read: Callable[[str], Reading]
) -> None:
    """What is denied, supposed, closed, or between things is no distance."""
    assert read(text).distances == ()


def test_what_both_points_back_to_is_what_they_differ_on(read: Callable[[str], Reading]) -> None:
    """'On both' takes the issues of the sentence before."""
    (one,) = read(
        "Prisoners and elections were discussed. Chad and Libya remain far apart on both."
    ).distances
    assert "prisoners" in one.issues
