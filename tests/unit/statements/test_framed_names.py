"""Guests whom a line at the head of an interview shows by its form."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.framed_names import framed_names
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]
ANSWERS = "Q: What did you reject?\n\nA: We reject the map.\n\nQ: And then?\n\nA: We cannot accept it."


def test_names_in_passing_have_no_frame() -> None:
    """A name in passing, in a by-line or before the year of a birth is not framed as a guest's."""
    assert framed_names(["We met Paul Keita in Bamako.", "By Sam Brown", "Ana Diaz, 1952, Lima"]) == ()


@pytest.mark.parametrize(
    ("head", "person", "party"),
    [
        ("Guest: Sonia Urrutia (URNG), by telephone from Mexico City", "Sonia Urrutia", "urng"),
        (
            (
                "Lidia Tavares, 47, taught chemistry. She now runs the Lisbon office of UNITA. "
                "Jonas Savimbi looked down from the wall."
            ),
            "Lidia Tavares",
            "unita",
        ),
        ("Guest: Sonia Urrutia (Mexico City)", "Sonia Urrutia", None),
    ],
)
def test_guest_of_a_frame(head: str, person: str, party: str | None, read: Read) -> None:
    """The guest is whom the head introduces by a label or an age, and acts for whom it names beside."""
    answers = {(one.actor.person, one.actor.party) for one in read(f"{head}\n\n{ANSWERS}").statements}
    assert answers == {(person, party)}
