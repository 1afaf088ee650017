"""What a description does."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Peru is open to a pause.", Act.OPEN),
        ("Peru is not ready to discuss the border.", Act.REJECT),
        ("Peru is ready to strike the camps.", Act.THREATEN),
        ("Peru was opposed to the map.", Act.REJECT),
        ("Peru was prepared to wait.", Act.OPEN),
        ("Peru is not opposed to the map.", Act.OPEN),
        ("Peru is against the map.", Act.REJECT),
        ("Peru is in favour of the map.", Act.SUPPORT),
        ("Peru is not in favour of the map.", Act.REJECT),
        ("Peru said that the map was unacceptable.", Act.REJECT),
        ("Peru said that the map was not unacceptable.", Act.CLAIM),
        ("Peru said that the map was acceptable.", Act.SUPPORT),
        ("Peru said that the map was not acceptable.", Act.REJECT),
        ("Peru said that the proposal was reasonable.", Act.SUPPORT),
        ("Peru said that the talks were constructive.", Act.CLAIM),
        ("Peru said that a new vote was out of the question.", Act.REJECT),
        ("Peru said that there could be no return to war.", Act.REJECT),
        ("Peru said that there could be a return to war.", Act.CLAIM),
        ("Peru said that there could be no truce without the islands.", Act.DEMAND),
        ("There will be no truce without the islands, Peru said.", Act.DEMAND),
    ],
)
def test_description_is_an_act(text: str, act: Act, read: Callable[[str], Reading]) -> None:
    """One statement by Peru is read, with the act that the description does."""
    (found,) = read(text).statements
    assert (found.actor.party, found.act) == ("peru", act)


def test_description_of_a_thing_is_nobodys_statement(read: Callable[[str], Reading]) -> None:
    """The report's own verdict on a plan is no statement of a party."""
    assert read("The plan is unacceptable. The road is open to traffic.").statements == ()


def test_content_of_openness_is_what_it_is_open_to(read: Callable[[str], Reading]) -> None:
    """The content leaves out the words that show the act."""
    (found,) = read("Peru is open to a pause of ten days.").statements
    assert found.content is not None
    assert found.content.exact == "a pause of ten days"
