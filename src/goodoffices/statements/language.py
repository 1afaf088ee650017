"""Which language a text is in, and which passages of a report are not in English, the one that is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from goodoffices.reports.report import Boilerplate, Report
from goodoffices.statements.lexicon import words

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

FUNCTION_WORDS = words("english_word")
FEWEST_WORDS = 30
"""A shorter text is too little to tell and passes for English."""
FEWEST_GUESSED = 8
"""Of a text that short, often a headline of names, not even a guess is worth a word."""
SMALLEST_SHARE = 0.15
"""Share of such words below which a text is not English; English prose has .3 and more, others below .1."""
MARK = "in another language"

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 20_000


def language_of(text: str) -> str:
    """Return the language of a text as its ISO 639 code; "en" for one that is too short to tell.

    English is known by the words that no English prose does without; only what lacks them is put to the
    slower model that knows 97 languages.

    Examples:
        >>> language_of("Der Außenminister lehnte den Vorschlag am Montag in Genf erneut ab. " * 5)
        'de'
        >>> language_of("They met in Oslo.")
        'en'

    References:
        Lui and Baldwin (2012), langid.py: An off-the-shelf language identification tool.
    """
    found = _WORD.findall(text.lower())
    return "en" if _too_short(found) else _guessed(text, found)


def _too_short(found: Sequence[str]) -> bool:
    return len(found) < FEWEST_WORDS and sum(map(len, found)) < 6 * FEWEST_WORDS


def _guessed(text: str, found: Sequence[str]) -> str:
    if sum(word in FUNCTION_WORDS for word in found) >= SMALLEST_SHARE * len(found):
        return "en"
    code, _ = _identifier().classify(text[:_LONGEST])
    return str(code)


def mark_languages(report: Report) -> Report:
    """Return the report with a mark on each passage that is not in English, so that it is kept and not read.

    A passage too short to tell has the language of the report.
    """
    whole = language_of("\n".join(report.cut(passage) for passage in report.readable()))
    marks = []
    for passage in report.readable():
        words_in = report.cut(passage)
        short = len(_WORD.findall(words_in)) < FEWEST_WORDS
        code = whole if short else language_of(words_in)
        if code != "en":
            marks.append(Boilerplate(passage.start, passage.end, f"{MARK} ({code})"))
    return replace(report, boilerplate=tuple(sorted((*report.boilerplate, *marks)))) if marks else report


@cache
def _identifier() -> LanguageIdentifier:
    from py3langid import langid  # noqa: PLC0415 - half a second that English texts need not wait for

    return langid.LanguageIdentifier.from_model_file(langid.MODEL_FILE)


def unread(report: Report) -> str | None:
    """Say how many passages of a marked report are not read for their language; None where all are.

    Args:
        report: What `mark_languages` returned.
    """
    note = _not_read(report)
    return note and f"{report.id}: {note}"


def language_note(report: Report) -> str | None:
    """Say what readers must know of the language of a marked report; None where it is plainly English.

    Args:
        report: What `mark_languages` returned.
    """
    return _not_read(report) or _doubtful(report)


def _doubtful(report: Report) -> str | None:
    """Say what a text looks like that is too short to tell its language, and so passed for English."""
    text = "\n".join(report.cut(passage) for passage in report.readable())
    found = _WORD.findall(text.lower())
    if len(found) < FEWEST_GUESSED or not _too_short(found):
        return None
    code = _guessed(text, found)
    if code == "en":
        return None
    return (
        f"its {len(found)} words are too few to tell their language; they look like another (language "
        f"code {code}), and were read as English"
    )


def _not_read(report: Report) -> str | None:
    foreign = [mark.reason for mark in report.boilerplate if mark.reason.startswith(MARK)]
    if not foreign:
        return None
    codes = ", ".join(sorted({reason.removeprefix(MARK).strip(" ()") for reason in foreign}))
    return (
        f"{len(foreign)} of {len(report.passages)} passages are not in English "
        f"(language code {codes}); they are kept and not read"
    )
