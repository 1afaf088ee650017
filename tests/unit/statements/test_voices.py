"""Whose words a sentence gives."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Manner, Reading


@pytest.mark.parametrize(
    "text",
    [
        "According to Kenya, the truce is over.",
        "The truce is over, according to Kenya.",
    ],
)
def test_according_to_names_the_speaker(text: str, read: Callable[[str], Reading]) -> None:
    """The source of 'according to' claims the rest of the sentence, at either end."""
    (found,) = read(text).statements
    assert (found.actor.party, found.act, found.rule) == ("kenya", Act.CLAIM, "according to")
    assert found.content is not None
    assert "truce is over" in found.content.exact


def test_according_to_a_thing_names_nobody(read: Callable[[str], Reading]) -> None:
    """A timetable is no speaker."""
    assert read("The soldiers left according to the timetable.").statements == ()


def test_mixed_speech_keeps_its_paraphrase(read: Callable[[str], Reading]) -> None:
    """Words quoted inside a paraphrase do not become a statement of their own."""
    (found,) = read("Chad said that it would leave the valley “to make peace easier for all”.").statements
    assert (found.act, found.manner) == (Act.PROMISE, Manner.MIXED)


def test_nothing_within_a_statement_is_the_reports_own(read: Callable[[str], Reading]) -> None:
    """What Chad says of Libya is a claim by Chad, and no act of Libya."""
    (found,) = read("Chad said that Libya had rejected the map and threatened Niger.").statements
    assert found.actor.party == "chad"


def test_person_without_a_party_speaks_for_itself(read: Callable[[str], Reading]) -> None:
    """A person whom nobody knows can promise something of their own."""
    (found,) = read("Marta Quintero said that she would leave the valley.").statements
    assert (found.actor.party, found.actor.person, found.act) == (None, "Marta Quintero", Act.PROMISE)


def test_passive_has_its_agent_as_doer(read: Callable[[str], Reading]) -> None:
    """What was rejected by Chad is rejected by Chad."""
    (found,) = read("The map was rejected by Chad.").statements
    assert (found.actor.party, found.act) == ("chad", Act.REJECT)
    assert read("The map was rejected.").statements == ()


def test_clause_in_quotation_marks_within_a_paraphrase_is_part_of_it(read: Callable[[str], Reading]) -> None:
    """A quoted clause that depends on the paraphrased one is no statement of its own."""
    (found,) = read("Chad said that it will wait because “We must all live here”.").statements
    assert found.manner is Manner.MIXED


def test_clause_before_a_colon_is_not_said_by_the_speaker_behind_it(read: Callable[[str], Reading]) -> None:
    """The quotation behind a colon is the speaker's, the words before it are not."""
    found = read("The valley is calm: “We must all live here now,” said Chad.").statements
    assert [one.actor.party for one in found] == ["chad"]


def test_map_according_to_somebody_is_no_sentence(read: Callable[[str], Reading]) -> None:
    """Without a verb there is nothing to claim."""
    assert read("A map according to Kenya").statements == ()
