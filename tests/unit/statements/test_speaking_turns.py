"""Whose words the passages of an interview are."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goodoffices.statements.speaking_turns import Part, turns, without_directions

Q, A, N, T = Part.QUESTION, Part.ANSWER, Part.NAMED, Part.NARRATION


def parts(*texts: str) -> list[Part | None]:
    """Return the part of each passage."""
    return [turn.part if turn else None for turn in turns(texts)]


def test_turns_of_an_interview() -> None:
    """Questions and answers are told apart, and a passage between two labels goes on with the one before."""
    found = turns(["A headline", "Q: Why?", "A: Because.", "And so on.", "Q: When?", "The end."])
    assert [turn and turn.part for turn in found] == [None, Q, A, A, Q, None]
    assert found[1] is not None
    assert found[1].start == len("Q: ")


def test_speakers_by_name_need_to_come_back() -> None:
    """A name in capitals before a colon is a speaker's only where it stands there twice."""
    assert turns(["UPDATE: Talks go on.", "They met."]) == (None, None)
    assert parts("UPDATE: Talks go on.", "They met.", "UPDATE: Talks end.") == [None] * 3
    found = turns(["JEAN LO: We go.", "PRESS: Why?", "JEAN LO: So."])
    assert [turn and turn.name for turn in found] == ["JEAN LO", None, "JEAN LO"]
    assert [turn and turn.part for turn in found] == [N, Q, N]


def test_single_answer_label_makes_no_interview() -> None:
    """A paragraph that opens with 'A:' in a report without questions is read as any other."""
    assert turns(["A: the first point", "B follows."]) == (None, None)


def test_initial_before_a_stop_is_no_answer() -> None:
    """'A. Keita' opens a sentence where no question has a letter."""
    assert parts("A. Keita left.", "Host: Who?", "Host: And who else?") == [None, Q, Q]
    assert parts("Q. Who left?", "A. Keita left.") == [Q, A]


def test_questions_alone_have_a_label() -> None:
    """What stands between questions answers them, and the last answer ends where nobody speaks."""
    texts = ("Q: Why?", "We had to.", "Q: When?", "Soon.", "But we wait.", "The talks go on today.")
    assert parts(*texts) == [Q, A, Q, A, A, None]


def test_answers_alone_have_a_label() -> None:
    """Paragraphs that ask between the words of one name that comes back are questions."""
    texts = (
        "They met Ana Diaz.",
        "Why now?",
        "Diaz: We had to.",
        "And later?",
        "Diaz: We will see.",
        "It ended.",
    )
    assert parts(*texts) == [None, Q, N, Q, N, None]


def test_whoever_mostly_asks_is_no_speaker() -> None:
    """The outlet's name before questions is not one that makes statements."""
    texts = ("Gazette: Is it over?", "Diaz: It is.", "Gazette: They doubt it.", "Diaz: Let them.")
    assert parts(*texts) == [Q, N, Q, N]


def test_one_of_two_who_asks_three_times_as_often() -> None:
    """Of two who take turns, the one who asks more often and at less length is the one who asks."""
    texts = (
        *(
            "MF – And the map?",
            "SK – We drew it with both sides.",
            "MF – Odd.",
            "SK – It is not odd at all, no.",
        ),
        *("MF – Who paid?", "SK – Norway paid for the printing.", "MF – Well.", "SK – We are glad."),
        *("MF – I see.", "SK – So do we, after all."),
    )
    assert parts(*texts) == [Q, N] * 5
    assert parts("MF – Odd.", "SK – It is not.", "MF – We know.", "SK – So be it.") == [N] * 4


def test_nobody_asks_where_all_do() -> None:
    """Where every voice asks, nobody is taken for the one who only asks."""
    assert parts("Lo: Why?", "Mo: Why not?", "Lo: And when?", "Mo: Who knows?") == [N] * 4


def test_reporter_tells_or_asks() -> None:
    """A correspondent tells for the report, and asks where a question mark or 'you' stands."""
    texts = (
        "ANCHOR: They met in Oslo.",
        "Guns were heard.",
        "LO (rebel): We go home.",
        "REPORTER: You went.",
        "ANCHOR: Thank you.",
    )
    assert parts(*texts) == [T, T, N, Q, T]


def test_clips_in_a_telling_text() -> None:
    """Names in capitals that the text also has in ordinary letters are speakers, and the text tells on."""
    texts = (
        "The minister, Ana Diaz, met Jan Lund.",
        "DIAZ: We go.",
        "Lund was sad.",
        "LUND: I stay.",
        "I do.",
    )
    assert parts(*texts) == [None, N, None, N, N]


def test_only_the_first_turns_have_labels() -> None:
    """Where names stand before the first question and answer alone, question marks tell the rest apart."""
    texts = (
        "Our reporter Eva Lund met Sita Bello.",
        "Eva Lund: Is it safe?",
        "Sita Bello: It is.",
        "And later?",
        "We wait.",
        "Nobody came.",
        "And then?",
        "We go.",
        "The end came soon after that.",
    )
    assert parts(*texts) == [None, Q, N, Q, N, None, Q, N, None]


def test_host_of_a_broadcast_tells_too() -> None:
    """Beside correspondents a host's words are the report's own, where they ask nothing."""
    texts = ("HOST: They met in Oslo.", "REPORTER: Guns were heard.", "LUND (rebel): We go.", "HOST: Why?")
    assert parts(*texts) == [T, T, N, Q]
    assert parts("HOST: They met in Oslo.", "LUND: We go.", "HOST: Why?") == [Q, N, Q]


def test_lead_in_is_the_reports_own() -> None:
    """In a broadcast a passage that names the one who speaks next is told by the report, not by who spoke."""
    texts = (
        "ANCHOR: They met.",
        "DIAZ: We go.",
        "It was late.",
        "The rebel Jan Lund refused.",
        "LUND: I stay.",
        "Nobody came.",
        "ANCHOR: And that was it.",
        "SOUND: Rain.",
    )
    assert parts(*texts) == [T, N, None, None, N, N, T, Part.ASIDE]


def test_asides_are_nobody_s_words() -> None:
    """Stage directions and headings between turns are left out, and the turn goes on behind them."""
    texts = ("Q: Why?", "A: We had to.", "(Applause.)", "On the map", "It was late.", "Q: When?")
    assert parts(*texts) == [Q, A, Part.ASIDE, Part.ASIDE, A, Q]


def test_names_of_another_style_are_no_labels() -> None:
    """Beside speakers in capitals a word with one capital before a colon is none."""
    texts = ("DIAZ: We go.", "LUND: I stay.", "Background: They met.", "DIAZ: We went.")
    assert parts(*texts) == [N, N, N, N]
    assert turns(texts)[2] == turns(["LUND: I", *texts[1:]])[2]


def test_editor_s_note_is_no_answer() -> None:
    """A note that the interview was shortened ends it, though it says 'we'."""
    texts = ("Q: Why?", "A: We had to.", "Q: When?", "A: Soon.", "We have shortened this interview.")
    assert parts(*texts)[-1] is None


def test_interview_without_labels() -> None:
    """Paragraphs that ask are questions where the report says that somebody was asked."""
    texts = ("We spoke to Ana Diaz.", "Why now?", "We had to.", "And the map?", "I drew it.")
    assert parts(*texts) == [None, Q, A, Q, A]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("We go (laughs) home.", "We go          home."),
        ("We go [inaudible] home.", "We go             home."),
        ("(SOUND OF GUNFIRE) We go.", "                   We go."),
        ("We go (for now) home.", "We go (for now) home."),
        ("We met [the council] there.", "We met [the council] there."),
    ],
)
def test_stage_directions_are_no_words(text: str, left: str) -> None:
    """Stage directions in brackets are blanked, and what explains the words is kept."""
    assert without_directions(text) == left


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("Mr. LOW (Chad): My country waits.", "Mali struck first.", "We shall answer."), [N, N, N]),
        (("Mr. LOW (Chad): My country waits.", "Mali struck first."), [N, None]),
        (
            ("Mr. LOW (Chad): My country waits.", "Mr. KEITA (Mali) said that it had.", "We heard all this."),
            [N, None, None],
        ),
        (("KIRA (Mali): a man of few words, he told us.", "We met him."), [None, None]),
        (("Mr. LOW (Chad): the youngest of all.", "We met him."), [None, None]),
    ],
)
def test_whoever_has_the_floor_of_an_assembly_keeps_it(
    texts: tuple[str, ...], found: list[Part | None]
) -> None:
    """One label with a seat makes a record; the floor is kept until the record tells of another."""
    assert parts(*texts) == found


@settings(max_examples=80, deadline=None, derandomize=True)
@given(st.lists(st.text(alphabet="QA:. ?*–-()[]abLo\n", max_size=20), max_size=8))
def test_every_passage_has_one_turn(texts: list[str]) -> None:
    """Odd texts give as many turns as passages, and labels end within their passage."""
    found = turns(texts)
    assert len(found) == len(texts)
    assert all(turn is None or turn.start <= len(text) for turn, text in zip(found, texts, strict=True))
