"""Options that a report names without an owner."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "option"),
    [
        ("One option is a patrol on the border.", "a patrol on the border"),
        ("A patrol on the border is one option.", "A patrol on the border"),
        ("Among the options is a patrol on the border.", "a patrol on the border"),
        ("The options include a patrol and a hotline.", "a patrol and a hotline"),
        ("Another idea is to let Kenya train the police.", "to let Kenya train the police"),
        ("One other way is to hold a vote.", "to hold a vote"),
        ("It was proposed that all troops leave.", "all troops leave"),
    ],
)
def test_option_without_an_owner_is_kept(text: str, option: str, read: Callable[[str], Reading]) -> None:
    """What is called an option, and what was proposed by nobody named, is an option and no statement."""
    found = read(text)
    assert [one.content.exact for one in found.options] == [option]
    assert found.statements == ()


@pytest.mark.parametrize(
    "text",
    [
        "A patrol is not an option for them.",
        "It was suggested that the attack was planned.",
        "It was not proposed that all troops leave.",
        "It was reported that all troops leave.",
        "Kenya is one option.",
        "The bus is late.",
        "The idea is to hold a vote.",
        "Kenya left. Another would open the port.",
    ],
)
def test_what_is_no_option_is_not_kept(text: str, read: Callable[[str], Reading]) -> None:
    """What is denied, asserted, or no proposal is no option."""
    assert read(text).options == ()


def test_option_that_a_party_proposed_is_its_statement(read: Callable[[str], Reading]) -> None:
    """'It was proposed by Kenya that …' has an owner."""
    found = read("It was proposed by Kenya that all troops leave.")
    assert found.options == ()
    assert [one.actor.party for one in found.statements] == ["kenya"]


def test_another_behind_an_option_is_an_option(read: Callable[[str], Reading]) -> None:
    """'Another would …' is an option where the sentence before tells of one, and only then."""
    found = read("One option is a patrol. Another would open the port.")
    assert [one.content.exact for one in found.options] == ["a patrol", "open the port"]


def test_another_who_speaks_is_no_option(read: Callable[[str], Reading]) -> None:
    """'Another said …' tells of somebody."""
    found = read("One option is a patrol. Another did not stay. Another left.")
    assert [one.content.exact for one in found.options] == ["a patrol"]
