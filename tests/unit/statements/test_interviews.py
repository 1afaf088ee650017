"""What speakers do in interviews, briefings, broadcasts and speeches."""

from __future__ import annotations

from collections.abc import Callable

from goodoffices.statements.acts import Act
from goodoffices.statements.statement import Modality, Reading

Read = Callable[[str], Reading]
HEAD = "We spoke to Laura Jensen, Norway's foreign minister.\n\nQ: Well?\n\nA: "


def told(reading: Reading) -> list[tuple[Act, str]]:
    """Return the acts with what they are about."""
    return [(one.act, one.content.exact if one.content else "") for one in reading.statements]


def test_each_sentence_of_an_answer_is_a_statement(read: Read) -> None:
    """Acts and claims are kept, courtesies and questions are not."""
    found = read(f"{HEAD}Thank you. The guns are silent. We have accepted the calendar. Who would not?")
    assert told(found) == [(Act.CLAIM, "The guns are silent."), (Act.ACCEPT, "the calendar")]


def test_two_acts_of_one_sentence(read: Read) -> None:
    """Joined clauses are statements with their own words, and 'but not' refuses."""
    found = read(f"{HEAD}We welcome the observers, but we reject any army.")
    assert [one.evidence.exact for one in found.statements] == [
        "We welcome the observers",
        "we reject any army",
    ]
    found = read(f"{HEAD}We are ready to talk about the form, but not about the date.")
    assert told(found) == [
        (Act.OPEN, "to talk about the form"),
        (Act.REJECT, "not about the date"),
    ]


def test_what_is_told_of_others_is_a_claim(read: Read) -> None:
    """What an answer tells of others is the speaker's claim, its relations included."""
    found = read(f"{HEAD}Chad rejected the map. France supplies the army of Chad with helicopters.")
    assert {(one.actor.party, one.act) for one in found.statements} == {("norway", Act.CLAIM)}
    assert [one.claimed_by and one.claimed_by.party for one in found.relations] == ["norway"]


def test_own_government_and_whom_it_asks(read: Read) -> None:
    """'My government' is the speaker's party, and what others are asked for is the content."""
    found = read(f"{HEAD}My government will pay for the bridge. We have asked Chad to open the road.")
    assert [(one.actor.party, one.act) for one in found.statements] == [
        ("norway", Act.PROMISE),
        ("norway", Act.REQUEST),
    ]
    assert found.statements[1].content is not None
    assert found.statements[1].content.exact == "to open the road"
    assert found.statements[1].target is not None
    assert found.statements[1].target.party == "chad"


def test_condition_of_an_answer(read: Read) -> None:
    """What stands under a condition says so, and a short answer with one is open."""
    found = read(f"{HEAD}We will sign the map if the guns fall silent. Yes, if they come.")
    assert [one.modality for one in found.statements] == [Modality.CONDITIONAL, Modality.CONDITIONAL]


def test_what_an_interviewer_asks_is_no_statement(read: Read) -> None:
    """A question gives no statement, also where it tells what a party does."""
    found = read(
        "We met Laura Jensen, Norway's foreign minister.\n\nQ: Chad rejected the map. Why?\n\nA: Who knows?"
    )
    assert found.statements == ()


def test_broadcast_has_its_own_voice(read: Read) -> None:
    """A correspondent's words are the report's, and clips between them are the speakers'."""
    found = read(
        "CORRESPONDENT: Chad rejected the map.\n\nLAURA JENSEN (Norway): [sighs] We regret that.\n\n"
        "CORRESPONDENT: Niger offered a hotline."
    )
    assert [(one.actor.party, one.act) for one in found.statements] == [
        ("chad", Act.REJECT),
        ("norway", Act.CLAIM),
        ("niger", Act.OFFER),
    ]


def test_speech_is_the_sender_s(read: Read) -> None:
    """A statement under the name of its sender is read in the first person."""
    found = read(
        "Statement by Laura Jensen, Minister of Defence of Norway\n\n"
        "We urge both sides to hold their fire tonight.\n\n"
        "We will pay for the bridge that was lost in the war.\n\nOslo, 3 May"
    )
    assert [(one.actor.party, one.act) for one in found.statements] == [
        ("norway", Act.APPEAL),
        ("norway", Act.PROMISE),
    ]


def test_turns_line_by_line(read: Read) -> None:
    """Turns that follow each other line by line are told apart."""
    found = read(
        "We met Laura Jensen, Norway's foreign minister.\nQ: Why does Chad wait?\nA: We reject the map."
    )
    assert told(found) == [(Act.REJECT, "the map")]


def test_dash_before_a_clause_is_no_part_of_it(read: Read) -> None:
    """What stands before the first of two clauses is left out of its evidence."""
    found = read(f"{HEAD}– We welcome the observers, but we reject any army.")
    assert found.statements[0].evidence.exact == "We welcome the observers"


def test_turns_in_a_wrapped_paragraph(read: Read) -> None:
    """In a text with wrapped lines a line that opens with a label begins a turn."""
    text = (
        "We met Laura Jensen, Norway's foreign minister, in Oslo on Monday evening\n"
        "for a talk about the map and the many villages that lie on either side of\n"
        "it, and about the men who drew it up in a single night of last summer.\n"
        "Q: Why does Chad wait for an answer that was promised to it so long ago\n"
        "and that nobody in the capital seems to be in any hurry to give to it?\n"
        "A: We reject the map that was drawn without us, and we shall not be moved\n"
        "by a deadline that others have set for us without asking us beforehand.\n"
    )
    assert (Act.REJECT, "the map that was drawn without us") in told(read(text))
