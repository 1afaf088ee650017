"""Which of several guests answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.guests import called_in
from goodoffices.statements.statement import Reading

Read = Callable[[str], Reading]


def test_one_called_at_the_beginning() -> None:
    """Whoever a question calls at its beginning is meant, unless two have that name."""
    assert called_in("Mr Laine, why?", ["Pekka Laine", "Goran Ilic"]) == "Pekka Laine"
    assert called_in("Why?", ["Pekka Laine"]) is None
    assert called_in("Mr Laine, why?", ["Pekka Laine", "Anna Laine"]) is None


@pytest.mark.parametrize(
    ("question", "person"),
    [("Mr Ilic, where is the general?", "Goran Ilic"), ("Where is the general?", None)],
)
def test_answer_of_one_of_two_guests(question: str, person: str | None, read: Read) -> None:
    """Of two guests the one who is called answers; where none is called, the answer is nobody's."""
    text = (
        "A press conference given by Foreign Minister Pekka Laine of Finland and Foreign Minister Goran Ilic "
        "of Serbia\n\nQ: Mr Laine, why?\n\nA: We reject the map.\n\n"
        f"Q: {question}\n\nA: We cannot accept it.\n\n"
        "Q: Mr Ilic, and the map?\n\nA: We accept the map."
    )
    said = {one.evidence.exact: one.actor.person for one in read(text).statements if one.rule == "answer"}
    assert said.get("We reject the map.") == "Pekka Laine"
    assert said.get("We cannot accept it.") == person


def test_two_who_were_asked_together(read: Read) -> None:
    """Answers of two people who were asked together are those of one of them, and of no party."""
    text = "We spoke to Laura Jensen and Omar Hadid.\n\nQ: Why?\n\nA: We reject the map."
    text += "\n\nQ: When?\n\nA: We must."
    answers = [one for one in read(text).statements if one.rule == "answer"]
    assert {(one.actor.text, one.actor.party) for one in answers} == {("one of those interviewed", None)}


def test_given_names_and_initials_as_labels(read: Read) -> None:
    """A label may be a given name, or initials that the report explains."""
    head = "In the room: Laura Jensen and Omar Hadid of the two committees.\n\n"
    text = head + "Laura: We reject the map.\n\nOmar: We accept it.\n\nLaura: We cannot sign."
    assert {one.actor.person for one in read(text).statements} == {"Laura Jensen", "Omar Hadid"}
    legend = "L = Laura Jensen, O = Omar Hadid\n\n"
    text = legend + "L: We reject the map.\n\nO: We accept it.\n\nL: We cannot sign."
    assert {one.actor.person for one in read(text).statements} == {"Laura Jensen", "Omar Hadid"}
