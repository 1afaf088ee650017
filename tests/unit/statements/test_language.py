"""Which passages are read, by their language."""

from __future__ import annotations

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.statements.language import language_note, language_of, mark_languages, unread

GERMAN = (
    "Der Außenminister lehnte den Vorschlag am Montag in Genf erneut ab und sagte, dass die Gespräche über "
    "den Abzug der Truppen erst nach einer Waffenruhe beginnen könnten, die beide Seiten einhalten. "
)
ENGLISH = (
    "The foreign minister turned the proposal down again in Geneva on Monday and said that talks on the "
    "withdrawal of troops could only begin after a ceasefire that both sides keep, and not before. "
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (ENGLISH, "en"),
        (GERMAN, "de"),
        (
            "Le ministre a rejeté la proposition et a demandé un cessez-le-feu avant toute négociation. " * 4,
            "fr",
        ),
        ("Министр отверг предложение и потребовал прекращения огня до начала переговоров. " * 4, "ru"),
        ("Вони відкинули пропозицію і вимагали припинення вогню до початку переговорів. " * 4, "uk"),
        ("رفض الوزير الاقتراح وطالب بوقف إطلاق النار قبل بدء المفاوضات بين الطرفين. " * 4, "ar"),
        ("外交部发言人说中国愿意为停火发挥建设性作用但是不会派遣军队也不会参加制裁。" * 8, "zh"),
        ("Sie lehnten ab.", "en"),
    ],
)
def test_language_of_a_text(text: str, code: str) -> None:
    """Languages of peace processes are told apart; a text too short to tell passes for English."""
    assert language_of(text) == code


def test_only_the_foreign_passages_are_marked() -> None:
    """In a bilingual statement the English passages are read and the others kept."""
    report = mark_languages(from_text(f"{ENGLISH}\n\n{GERMAN}\n\n{ENGLISH}", id="r"))
    assert [report.cut(passage).strip() for passage in report.readable()] == [ENGLISH.strip()] * 2
    assert [mark.reason for mark in report.boilerplate] == ["in another language (de)"]


def test_short_passages_follow_their_report() -> None:
    """A headline of a German report is not read either; an English report is left as it is."""
    report = mark_languages(from_text(f"Keine Einigung\n\n{GERMAN}\n\n{GERMAN}", id="r"))
    assert report.readable() == ()
    english = from_text(f"No deal\n\n{ENGLISH}", id="r")
    assert mark_languages(english) is english


def test_a_text_too_short_to_tell_is_said_to_look_foreign() -> None:
    """Some words of Italian are read as English, and readers are told what they look like."""
    words = "Il ministro ha respinto la bozza che la delegazione aveva portato a Ginevra."
    report = mark_languages(from_text(words, id="r"))
    note = language_note(report)
    assert note is not None
    assert note.startswith("its 13 words are too few to tell their language")
    assert "(language code it)" in note
    assert unread(report) is None


@pytest.mark.parametrize(
    "text",
    [
        "Sudan rejects Chad.",
        "Sudan rejected the plan that the envoys of the union had put to it.",
        "Kenya rejected Sudan peace offer yesterday; Egypt accepted Ghana ceasefire proposal.",
        ENGLISH,
    ],
)
def test_english_needs_no_note(text: str) -> None:
    """A headline, a short sentence and a longer text in English are read without a word on it."""
    assert language_note(mark_languages(from_text(text, id="r"))) is None


def test_what_is_not_read_is_noted_first() -> None:
    """A report in another language has the note that it is kept and not read."""
    report = mark_languages(from_text(GERMAN * 2, id="r"))
    note = language_note(report)
    assert note is not None
    assert "they are kept and not read" in note
    assert unread(report) == f"r: {note}"
