"""Whose an office is that a text gives to somebody beside another."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.double_offices import state_with
from goodoffices.statements.gazetteer import Gazetteer
from goodoffices.statements.statement import Reading


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("Mr. Idris Moussa, President of Chad and Facilitator of the Lake Talks", "chad"),
        ("Ana Sol, Minister for Foreign Affairs of Norway, acting as Facilitator", "norway"),
        ("Ana Sol, Prime Minister of the Kingdom of Norway, in her capacity as Chief Facilitator", "norway"),
        ("the Facilitator of the Talks, Mr. Moussa, President of the Republic of Chad", "chad"),
        (
            "Idris Moussa, President of Chad and Facilitator, and Omar Bah, King of Norway and Facilitator",
            None,
        ),
        ("Idris Moussa, President of Chad and Mediator", None),
        ("Idris Moussa, President of Nowhere Land and Facilitator", None),
        ("Idris Moussa, President of Georgia and Facilitator", "georgia"),
    ],
)
def test_an_office_beside_anothers_is_that_states(text: str, state: str | None, gazetteer: Gazetteer) -> None:
    """The president of a state who is the facilitator, too, makes the facilitator that state's."""
    assert state_with("facilitator", text, gazetteer) == state


def test_other_offices_are_left_alone(gazetteer: Gazetteer) -> None:
    """Only what somebody does in talks is an office that a text adds to another."""
    assert state_with("minister", "Idris Moussa, President of Chad and Minister of War", gazetteer) is None


def test_the_office_alone_is_then_the_states(read: Callable[[str], Reading]) -> None:
    """'The Facilitator' is the state's whose president the report calls so."""
    text = "Mr. Moussa, President of Chad and Facilitator, came.\n\nThe Facilitator rejected it."
    assert [one.actor.party for one in read(text).statements if one.act == "reject"] == ["chad"]
