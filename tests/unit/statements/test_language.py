"""Which passages are read, by their language."""

from __future__ import annotations

import pytest

from goodoffices.reports.plain import from_text
from goodoffices.statements.language import language_of, mark_languages

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
