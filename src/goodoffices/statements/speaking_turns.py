"""Whose words the passages of an interview, a briefing or a broadcast are, by the way they are printed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from goodoffices.statements.labels import Label, Voice, label_of, talk
from goodoffices.statements.unlabelled import is_asked, parts_without_labels, speaks_itself

FEWEST = 3
"""Passages with a label that make a transcript where no label says who asks."""
MOST = 0.5
"""Share of somebody's turns that end in a question, from which on it is the one who asks."""
FAR_MORE = 3
"""How much more often than the other one of two asks who is the one who asks."""
LONGEST_HEADING = 10
"""Words of a line without a stop inside an interview that is taken for a heading."""
_DIRECTION = re.compile(r"\s*[(\[][^()\[\]]*[)\]][.:]?\s*")
_BRACKETS = re.compile(r"[(\[][^()\[\]\n]{2,60}[)\]]")
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_THANKS = re.compile(r"\bthank(?:s to)? you\b", re.IGNORECASE)
_STOP = re.compile(r"[.!?…:][\"'”’»)*_\]]*\s*$")


class Part(StrEnum):
    """What a passage of an interview or a transcript is."""

    QUESTION = "question"
    ANSWER = "answer"
    NAMED = "named"
    NARRATION = "narration"
    ADDRESS = "address"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose words a passage of an interview or a transcript is.

    Attributes:
        part: Question, answer, words of a speaker whose name stands before them, words of the report
            itself, part of a speech or a letter, or a heading or stage direction that nobody says.
        name: The speaker's name as the label has it.
        start: Offset of the words behind the label.
        role: What the label says of the speaker.
    """

    part: Part
    name: str | None = None
    start: int = 0
    role: str = ""


def turns(texts: Sequence[str]) -> tuple[Turn | None, ...]:
    """Return for each passage whose words it is, where the report is an interview or a transcript.

    Labels are "Q:" and "A:" in all their forms, or names and offices before a colon. Whoever mostly asks is
    the one who asks, whatever the label. A passage without a label goes on with the words of the one before,
    unless the report tells between the clips of those who speak. Without labels it is an interview if the
    report says so and paragraphs that ask take turns with others.
    """
    labels = _accepted([label_of(text) for text in texts], texts)
    if not any(labels):
        return tuple(
            None if asks is None else Turn(Part.QUESTION if asks else Part.ANSWER, start=start)
            for asks, start in parts_without_labels(texts)
        )
    askers = _askers(labels, texts)
    shape = _Shape.of(labels, askers)
    found: list[Turn | None] = []
    last = max(place for place, label in enumerate(labels) if label)
    before: Turn | None = None
    for place, (label, text) in enumerate(zip(labels, texts, strict=True)):
        if label is not None:
            turn: Turn | None = _labelled(label, text, askers)
        else:
            turn = _going_on(text, before, shape, behind=place > last)
        found.append(turn)
        before = before if turn is not None and turn.part is Part.ASIDE else turn
    return tuple(found)


def without_directions(text: str) -> str:
    """Return a text with spaces for the stage directions in brackets, every offset unchanged.

    Examples:
        >>> without_directions("We go [laughs] home (for now).")
        'We go          home (for now).'
    """
    return _BRACKETS.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    inside = found.group()[1:-1]
    said = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", inside)
    shouted = inside.upper() == inside and len(said) > 1
    staged = not talk("stage_word").isdisjoint(word.lower() for word in said)
    return " " * len(found.group()) if staged or shouted else found.group()


@dataclass(frozen=True, slots=True)
class _Shape:
    """How an interview is printed: whether every voice has a label, or only those who ask or answer."""

    every_voice: bool
    only_questions: bool
    only_answers: bool

    @classmethod
    def of(cls, labels: Sequence[Label | None], askers: frozenset[str]) -> _Shape:
        kept = [label for label in labels if label is not None]
        asks = any(label.voice is Voice.ASKS or _asks(label, askers) for label in kept)
        tells = any(label.voice is Voice.TELLS for label in kept)
        says = any(label.voice in {Voice.ANSWERS, Voice.NAMED} and not _asks(label, askers) for label in kept)
        keys = Counter(label.key for label in kept)
        together = len(keys) > 1 and max(keys.values()) > 1
        return cls(says and (asks or tells or together), asks and not says, says and not asks)


def _asks(label: Label, askers: frozenset[str]) -> bool:
    return label.voice is Voice.NAMED and label.key in askers


def _accepted(labels: list[Label | None], texts: Sequence[str]) -> list[Label | None]:
    """Return the labels, less those that only look like one, such as 'UPDATE:' or 'A. Keita left'."""
    kept = [label for label in labels if label is not None]
    letters = any(label.voice is Voice.ASKS and not label.name for label in kept)
    labels = [label if label and (letters or not label.letter) else None for label in labels]
    kept = [label for label in labels if label is not None]
    asks = [label for label in kept if label.voice is Voice.ASKS]
    told = [label for label in kept if label.voice is Voice.TELLS]
    said = [label for label in kept if label.voice in {Voice.ANSWERS, Voice.NAMED}]
    if (asks and said) or len(asks) > 1 or (told and any(label.in_capitals for label in said)):
        return labels
    names = Counter(label.key for label in said if label.name)
    returning = {key for key, count in names.items() if count > 1}
    if returning and len(names) > 1 and len(said) >= FEWEST:
        capitals = any(label.in_capitals for label in said if label.key in returning)
        return [label if _in_style(label, returning, capitals=capitals) else None for label in labels]
    named = _names_in_ordinary_letters(texts)
    clips = {label.key for label in said if label.in_capitals and label.key in named}
    asked = any(is_asked(text) and label is None for text, label in zip(texts, labels, strict=True))
    known = returning if asked else set()
    if len(clips) > 1 or known:
        return [label if label and label.key in clips | known else None for label in labels]
    return [None] * len(labels)


def _in_style(label: Label | None, returning: set[str], *, capitals: bool) -> bool:
    return label is not None and (label.key in returning or label.in_capitals is capitals)


def _names_in_ordinary_letters(texts: Sequence[str]) -> frozenset[str]:
    """Return, in small letters, the words with a capital that the report does not print in capitals alone."""
    found = (word for text in texts for word in re.findall(r"[^\W\d_]{2,}", text))
    return frozenset(word.casefold() for word in found if word[0].isupper() and word[1:] != word[1:].upper())


def _askers(labels: Sequence[Label | None], texts: Sequence[str]) -> frozenset[str]:
    """Return the names before words of which most are questions.

    Of two alone who take turns, the one who asks three times as often and in fewer words is the one who asks.
    """
    asked: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    length: Counter[str] = Counter()
    for label, text in zip(labels, texts, strict=True):
        if label is not None and label.voice is Voice.NAMED:
            spoken[label.key] += 1
            asked[label.key] += is_asked(text)
            length[label.key] += len(text.split())
    share = {key: asked[key] / count for key, count in spoken.items()}
    most = {key for key in spoken if share[key] >= MOST}
    others = any(label is not None and label.voice is Voice.ANSWERS for label in labels)
    alone = not any(label is not None and label.voice is not Voice.NAMED for label in labels)
    if not most and alone and len(spoken) == 2:
        one, other = sorted(spoken, key=lambda key: share[key], reverse=True)
        shorter = length[one] * spoken[other] < length[other] * spoken[one]
        most = {one} if asked[one] > 1 and share[one] >= FAR_MORE * share[other] and shorter else set()
    return frozenset(most) if others or most != set(spoken) else frozenset()


def _labelled(label: Label, text: str, askers: frozenset[str]) -> Turn:
    asks = label.voice is Voice.ASKS or _asks(label, askers)
    if label.voice is Voice.TELLS:
        asks = "?" in text or _YOU.search(_THANKS.sub("", text)) is not None
    if asks:
        return Turn(Part.QUESTION, None, label.start)
    if label.voice is Voice.TELLS:
        return Turn(Part.NARRATION, None, label.start)
    if label.voice is Voice.ANSWERS and not label.role:
        return Turn(Part.ANSWER, None, label.start)
    return Turn(Part.NAMED, label.name, label.start, label.role)


def _going_on(text: str, before: Turn | None, shape: _Shape, *, behind: bool) -> Turn | None:
    """Return whose words a passage without a label is, given the turn before."""
    if before is None and not (shape.only_answers and is_asked(text)):
        return None
    if _DIRECTION.fullmatch(text) or _is_heading(text):
        return Turn(Part.ASIDE)
    editorial = not talk("editorial_word").isdisjoint(re.findall(r"[a-z]+", text.lower()))
    own = speaks_itself(text) and not editorial
    if shape.only_questions:
        return Turn(Part.ANSWER) if own or not behind or (before and before.part is Part.QUESTION) else None
    if shape.only_answers and is_asked(text):
        return Turn(Part.QUESTION)
    goes_on = own or (shape.every_voice and not behind)
    return Turn(before.part, before.name, role=before.role) if before and goes_on else None


def _is_heading(text: str) -> bool:
    return _STOP.search(text) is None and len(text.split()) <= LONGEST_HEADING
