"""Labels before somebody's words."""

from __future__ import annotations

import pytest

from goodoffices.statements.labels import (
    Voice,
    in_ordinary_letters,
    is_initials,
    label_of,
    talk,
    without_titles,
)


@pytest.mark.parametrize(
    ("text", "voice", "name", "words"),
    [
        ("Q: Why now?", Voice.ASKS, "", "Why now?"),
        ("Q. Why now?", Voice.ASKS, "", "Why now?"),
        ("Q – Why now?", Voice.ASKS, "", "Why now?"),
        ("Q   Why now?", Voice.ASKS, "", "Why now?"),
        ("Q12: Why now?", Voice.ASKS, "", "Why now?"),
        ("A: We had to.", Voice.ANSWERS, "", "We had to."),
        ("**A.** We had to.", Voice.ANSWERS, "", "We had to."),
        ("Question: Why now?", Voice.ASKS, "Question", "Why now?"),
        ("_Answer:_ We had to.", Voice.ANSWERS, "Answer", "We had to."),
        ("INTERVIEWER: Why now?", Voice.ASKS, "INTERVIEWER", "Why now?"),
        ("LENA BRANDT, HOST: Why now?", Voice.ASKS, "LENA BRANDT", "Why now?"),
        ("Correspondent: They met.", Voice.TELLS, "Correspondent", "They met."),
        ("Question", Voice.ASKS, "", ""),
        ("**A**", Voice.ANSWERS, "", ""),
        ("VOICE OF PRESIDENT LUND: We go.", Voice.NAMED, "PRESIDENT LUND", "We go."),
        ("> **Rocha:** We go.", Voice.NAMED, "Rocha", "We go."),
        ("CUT ONE – LUND: We go.", Voice.NAMED, "LUND", "We go."),
        ("STUDIO: They met.", Voice.TELLS, "STUDIO", "They met."),
        ("SOUND: Rain.", Voice.SOUNDS, "SOUND", "Rain."),
        ("OMAR DEEB, NEWS ANCHOR: They met.", Voice.TELLS, "OMAR DEEB", "They met."),
        ("Elena Rocha: We had to.", Voice.NAMED, "Elena Rocha", "We had to."),
        ("MS. McBRIDE: We had to.", Voice.NAMED, "MS. McBRIDE", "We had to."),
        ("**Rocha** – We had to.", Voice.NAMED, "Rocha", "We had to."),
        ("SK – We had to.", Voice.NAMED, "SK", "We had to."),
        ("[00:01:10] The Minister: We had to.", Voice.NAMED, "The Minister", "We had to."),
        ("Mr. Haddad (Jordan): We had to.", Voice.NAMED, "Mr. Haddad", "We had to."),
        ("Man (rebel): (through interpreter) We had to.", Voice.NAMED, "Man", "We had to."),
        ("Leila bint Omar, head of the council: We had to.", Voice.NAMED, "Leila bint Omar", "We had to."),
    ],
)
def test_label_says_whose_words_follow(text: str, voice: Voice, name: str, words: str) -> None:
    """Letters, words and names before a colon or a dash are labels, and the words begin behind them."""
    label = label_of(text)
    assert label is not None
    assert (label.voice, label.name, text[label.start :]) == (voice, name, words)


@pytest.mark.parametrize(
    "text",
    [
        "The reason is plain: nobody came.",
        "Keita: “We had to.”",
        "We came to talk: they came to fight.",
        "A man came.",
        "UNITED RADIO – A feature",
        "Jan Lund, who had come from afar with all his many friends and foes: We had to.",
        "",
    ],
)
def test_sentence_with_a_colon_has_no_label(text: str) -> None:
    """Words in small letters before a colon, and quotations behind one, are left to other rules."""
    assert label_of(text) is None


def test_letter_with_a_stop_may_be_an_initial() -> None:
    """'A. Keita' is kept apart from 'A: We had to'."""
    assert [label.letter for text in ("A. Keita left.", "A: We had to.") if (label := label_of(text))] == [
        True,
        False,
    ]


def test_name_is_known_again_by_its_last_word() -> None:
    """The key of a label is its last word in small letters, and capitals are told from ordinary letters."""
    labels = [label_of("ELENA ROCHA: We go."), label_of("Elena Rocha: We go.")]
    assert [(label.key, label.in_capitals) for label in labels if label] == [
        ("rocha", True),
        ("rocha", False),
    ]


def test_initials_and_titles() -> None:
    """Initials are two to four capitals, and titles are no part of a name."""
    assert is_initials("ER")
    assert is_initials("J.T.")
    assert not is_initials("Er")
    assert without_titles("H.E. Mr. Haddad") == "Haddad"
    assert without_titles("Dr") == "Dr"


def test_list_that_is_not_there() -> None:
    """A word list is asked for by a name that it has."""
    with pytest.raises(KeyError):
        talk("no such list")


def test_name_in_capitals_is_put_into_ordinary_letters() -> None:
    """Names in capitals get their small letters back, halves and particles included."""
    assert in_ordinary_letters("ADNAN AL-RAWI") == "Adnan Al-Rawi"
    assert in_ordinary_letters("FRONT OF THE GREEN RIVER") == "Front of the Green River"
    assert in_ordinary_letters("UN") == "UN"
